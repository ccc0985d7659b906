"""No more calls: said in any words, and not "don't call me before nine"."""

import re

from calls.dialogue.understanding.transcript import Turn
from runs.training.language.clauses import Clause

_CALL = (
    r"(?:call(?:s|ing|ed)?|phon(?:e|ed|es|ing)(?: calls?)?|ring(?:s|ing)?|rang|dial(?:l?ing)?|bother(?:ing)?|"
    r"contact(?:ing)?|pester(?:ing)?|disturb(?:ing)?|hassl(?:e|ing)|check ?in calls?)"
)
_THE_CALLS = (
    r"(?:the|these|those|your|all|all the|all these|any|my|our) (?:\w+ )?(?:phone ?)?(?:calls?|calling|phoning|ringing)"
)
_ENDS = (
    # "I'd like the calls to end", "could the calls stop", "put an end to the calls", "I can do without the calls".
    re.compile(
        rf"\b{_THE_CALLS} (?:to |can |could |may |should |must |have to |need to )?(?:just |please )?(?:end|stop|"
        rf"finish|cease|be (?:stopped|ended|over|done|cancelled|turned off|switched off)|go away|stopped|ended|"
        rf"off)\b(?! (?:so|at|when|if|being|by|before|after|early|late))|\b(?:(?:put )?(?:an end|a stop) to|"
        rf"do(?:ing)? without|do away with|call off|get rid of|(?:want|need|care for|like) (?:none|no more) of|spare "
        rf"me|(?:call it a day|call time|away|through) (?:with|on)|rid me of|unsubscribe(?: me)? from|opt(?:ing)? out "
        rf"of|out of|off|without(?! \w+ calls? i )|no need (?:for|of)|not need|do not want|finish(?:ed)? with|give up|"
        rf"leave off) {_THE_CALLS}\b(?! (?:before|in the|at|on|during|while|until|after|about|today|tonight|"
        rf"tomorrow))|\b(?:drop|strike|knock|scratch|wipe|scrub|pull|leave|count|lose|bin|unlist|take|get|cross|"
        rf"remove|delete|rub) (?:me|my (?:name|number|phone|details))\b.{{0,20}}?\b(?:(?:phone|call|calling|contact|"
        rf"ringing|telephone) (?:list|rota|sheet|book|log|register|system)|(?:the|your|that|these|those) (?:list|"
        rf"calls|books|rota|system|records))\b"
    ),
    re.compile(
        rf"\b(?:the )?last time you (?:ever )?{_CALL}\b|\b(?:rather|sooner|prefer(?: it)?(?: if)?|like it if|glad if|"
        rf"happier if|grateful if|obliged if|better if) you (?:never|did not(?: ever)?|left off|quit|no longer|do not|"
        rf"stopped|would not) (?:\w+ )?{_CALL}\b"
    ),
    re.compile(
        rf"\b(?:stop|quit|cease|discontinue|desist(?: from| with)?|had it with|have had it with|never|do not(?: ever| "
        rf"want (?:you|the coach) to| you dare| bother)?|no more|enough|please not|not to|end|cancel|turn off|switch "
        rf"off|without|pack in|rather you (?:did not|stopped)|wish you would not|sick of|fed up with|tired of|done "
        rf"with|had enough of|not want(?: any)?(?: more)?|no longer want|less of)\b(?: (?!and |but |that "
        rf")(?:\w+)){{0,4}}? (?:me |all |these |the |any |your |those |more |further )*{_CALL}\b(?! (?:names|it|him|"
        rf"her|them|that|my|off|me (?:names|lazy|slow|old|a |an )|lazy|in sick|myself|the (?:run|race|doctor)|on\b|"
        rf"up\b))"
    ),
    re.compile(
        r"\b(?:our|the|your|my|this is) (?:very )?(?:last|final) (?:ever )?(?:phone )?call\b|\b(?:want|like) out of\b|"
        r"\b(?:make|get) (?:these|the|your|those|them) (?:\w+ )?(?:calls? |messages )?(?:to )?stop\b|\b(?:calls?|"
        r"calling|phoning|ringing|this) (?:has|have|must|needs?|should|got|is) (?:got )?(?:to )?(?:stop|end|cease)|"
        r"\bstop (?:with |it with |all |making )?(?:the|these|this|your|all)(?: \w+)? (?:calls?|calling|phoning|"
        r"ringing|nonsense|harassment)|\b(?:do not|never|no longer|rather not) (?:want|wish|care|need) (?:to "
        r")?(?:hear from|be (?:called|phoned|rung|contacted|rang|bothered)|talk to|speak to|any more|another|these|"
        r"your) ?(?:by |from )?(?:you|this|calls?|the coach|a robot|anyone)?\b|\b(?:block(?:ing|ed)?) (?:you|this "
        r"number|your number)|\bleave me (?:be|in peace)\b|\bget off my phone\b|\bwithdraw (?:my )?consent\b|"
        r"\bhang(?:ing)? up (?:for good|on you)|\bput me on (?:the |your )?do not call|\bdo not call list\b|"
        r"\b(?:knock|cut|drop|kill|bin|scrap|ditch|axe) (?:out |off )?(?:the|these|your|all) (?:\w+ )?(?:phone "
        r")?calls\b|\b(?:enough|done) (?:of|with) (?:you|the calls?|this|being (?:called|phoned|rung|rang))\b|"
        r"\bharass\w+|\b(?:being|getting) (?:called|phoned|rung|rang)\b.{0,20}\b(?:enough|sick|stop)|\b(?:take|remove|"
        r"delete|get|cross|strike) (?:me|my (?:number|name|phone))\b.{0,20}\b(?:off|from|out of|list|"
        r"of)\b.{0,20}(?:list|calls?|calling|system|database|it|this)\b|\b(?:lose|delete|forget|remove|erase) (?:my|"
        r"this) (?:number|phone)|\bunsubscribe\b|\bopt(?:ing)? (?:me )?out\b|(?<!would not )(?<!will not )(?<!does "
        r"not )(?<!did not )\bleave me alone\b|\bwant off\b|\b(?:do not|never) (?:ever )?(?:call|ring|phone) "
        r"(?:(?:this|my) (?:number|phone|mobile)|here|me) ?(?:again|any ?more|ever)?|\bno (?:more )?calls (?:please|"
        r"any|from|ever|thanks)"
    ),
)
# Only sometimes, only today, or only not so: the calls go on.
_SOMETIMES = re.compile(
    r"\b(?:before|in the (?:morning|mornings|evening|evenings|middle)|(?:so|this|that|too) (?:early|late|"
    r"often)|at (?:work|night|\d|this|lunch|dinner|that)|during|while i am|today|tonight|tomorrow|right now|"
    r"until|on (?:sunday|saturday|monday|tuesday|wednesday|thursday|friday|weekend)s?|after \d+|when i am|"
    r"for (?:now|today|a (?:bit|while))|just now|later|back|(?<!you )did not|didn)\b"
)
# "Don't stop calling me", "no calls for two weeks".
_GOES_ON = re.compile(
    r"\b(?:do not|never|not) (?:ever )?(?:stop|quit|cease)\b|\bend of (?:the|this|our|your) call\b|\bnot want "
    r".{0,25}\bto (?:stop|end)\b|\bfor (?:a|an|one|two|three|\d+|a few|a couple of|the next) (?:\w+ )?(?:days?|weeks?|"
    r"months?|hours?)\b"
)
_WISHES = re.compile(r"\b(?:rather|prefer|wish|(?:better|glad|nice|happier) if) you (?:did|would|do|stopped|never)\b")
_NAMES = re.compile(
    r"\bcalling me (?!(?:please|again|any|ever|every|at|all|so|now|ok|thanks|thank|and|for|on|when|today|coach|"
    r"constantly|out|up|about|from|in|this|the|will|or|because|if|like|already|you|full|right|about|with|after|"
    r"before|immediately|completely|altogether|daily|once)\b)\w+(?:$| it is)|\b(?:call|calling) (?:me |it |this |"
    r"that |him |her |them |myself |yourself )?(?:names|lazy|slow|fat|old|an? \w+|it|quits|easy|hard|him|her)\b"
)


def ends_calls(clause: Clause) -> bool:
    """ "Stop calling me", in any words; not "don't call me before nine"."""
    text = clause.text
    if _GOES_ON.search(text):
        return False
    found = next((found for pattern in _ENDS if (found := pattern.search(text))), None)
    if (
        not found
        or _NAMES.search(text)
        or (
            _SOMETIMES.search(text)
            and not re.search(
                r"\b(?:ever|any ?more|all|again)\b",
                text,
            )
        )
    ):
        return False
    asks_you = re.search(r"\b(?:to )?you\b", text) is not None
    return (asks_you or not clause.is_others(found.start())) and not re.search(
        rf"\b(?:can|could) not {found[0].split()[0]}|\b(?:boss|work|mum|mom|kids|she|he|they) .{{0,15}}{_CALL}",
        text,
    )


def ends_all(turn: Turn) -> bool:
    """ "Stop. Calling. Me." is one clause too."""
    whole = Clause(re.sub(r" [.,!?](?= |$)", "", turn.plain), 0, 0)
    is_one = len(whole.text.split()) <= 6 or _WISHES.search(whole.text)
    return any(ends_calls(clause) for clause in turn.clauses) or bool(is_one and ends_calls(whole))
