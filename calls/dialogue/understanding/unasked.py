"""A time that is named and not asked for: what one would have said, does as a rule, asks about in general, or took back
again ("tomorrow's worse, no, I'm going")."""

import re
from collections.abc import Sequence

from calls.dialogue.understanding import times
from calls.dialogue.understanding.asking import DAY, STAYS, WHEN
from calls.dialogue.understanding.transcript import Turn
from runs.training.language.clauses import Clause

_WOULD_HAVE = re.compile(
    r"^(?:(?:and|but|well|so) )*was (?:going to|about to|thinking (?:of|about)) (?:ask|say|move|push|suggest|asking|"
    r"moving)\w*|\b(?:i|we) (?:would|could|might|should|nearly|almost|had|was going to|were going to|was about to|"
    r"meant to|thought (?:of|about)|did think (?:of|about)|considered)(?: have| had)? (?:(?:nearly|almost) )?(?:said|"
    r"say|asked|ask|suggested|suggest|picked|chosen|gone (?:for|with|on)|gone|moved|pushed|asking|pushing|moving|"
    r"putting|done it|opted)\b(?! (?:if|could|can|rather))|\bi (?:thought|assumed|figured|imagined|could have sworn|"
    r"was sure|had in my head)(?: that)? (?:it|this|that|the run|we|today 's|i|you)(?: (?:was|were|had)| said)?\b|\bi "
    r"had (?:it|this|that|the run|you|us) (?:down|in|marked|written)\b|\bwas (?:not )?(?:it|this|that) (?:not "
    r")?(?:meant|supposed|planned|going) to be\b"
)
_BUT_FOR = re.compile(
    rf"\b(?:i|we) would (?:go|do|run|have|say|love|like)\b.{{0,30}}\b{WHEN} (?:only|except|but for|if it was not)\b|"
    rf"\b{WHEN} (?:would|might|could) have (?:been|suited|worked)\b"
)
_AS_A_RULE = re.compile(
    rf"\b(?:i|we) (?:would |do |have )?(?:always |mostly )?(?:normally|usually|always|generally|typically|mostly|tend "
    rf"to|used to|as a rule) (?:go|run|do|train|get|am|have|went|ran|been)\b(?!.*\b(?:so can|so could|instead)\b)|"
    rf"\b{DAY}s? i (?:always|usually|normally|generally|mostly|tend to)\b|\b(?:like|as) (?:always|usual|every (?:day|"
    rf"week))$"
)
# What is best for runners at large; no slot of one's own.
_IN_GENERAL = re.compile(
    rf"^(?:so |and |but |coach |just )*(?:(?:is|are) (?!it\b|that\b|there\b|this\b|the\b|my\b|{WHEN})\w+(?: \w+)? "
    rf"(?:best|better|good|ok|healthier|safer)\b|(?:is|are) (?:it|running|they|runs) (?:better|best|healthier|worse|"
    rf"bad|good|safer|easier)\b.*\bor\b|do (?:people|you|runners|most|they|we|the)\b.{{0,40}}\b(?:better|best|prefer|"
    rf"usually)\b|(?:when|what time|what day|which (?:day|time)) (?:is|are|do|does|would)\b.{{0,30}}\b(?:best|better|"
    rf"ideal|most)\b|why (?:is|are|do|does|did|not)\b|does it (?:matter|make a difference|count)\b)"
)
_WORSE = re.compile(
    rf"\b{WHEN}(?: 's| is| are| looks| would be| will be| seems)? (?:even |much |just |a lot |far |way |only |no "
    rf")*(?:as bad|worse|no better|busier|no easier|not better|better$(?<=no better))\b"
)
# The run as it stands, who rings when, what is on, and what is done in place of the run: none of it is another time.
_AS_IT_STANDS = re.compile(
    rf"\b(?:will|can|shall|going to) (?:surely |definitely |still )?(?:do|run|manage|make|be there for) (?:the |my |"
    rf"this )?{DAY}(?: 's)? (?:run|one|session|long|easy)\b(?! (?:on|at|in|to|instead|for)\b)|\b(?:ring|phone|ringing|"
    rf"phoning|calling|text|message|call) (?:me|us|back|my)\b|\b(?:the|your|these|those) (?:phone )?calls?\b|^(?:so |"
    rf"and )*(?:is|was) (?:the |my )?(?:{DAY}|it|run|\w+ run)(?: 's)?(?: run| one)? (?:at|on|in the) .{{1,20}} or |"
    rf"^(?:so |and |sorry )*(?:what|who|where) (?:is|are|was|do|does|time (?:is|was|do))\b(?!.*\b(?:else|other|"
    rf"chances?|say|if)\b)|^(?:so |and )*is (?:it|this|that) (?:the|a|an|still|hills|intervals|tempo|meant|supposed|"
    rf"going to|just)\b(?!.*\b(?:if|problem|possible|bother|option|to (?:move|go|do|run|put|push))\b)|\bcan i (?:run|"
    rf"go|do it) (?:with|without)\b|\bi am free (?:on )?{DAY} ?,? (?:and )?{DAY} ?,? (?:and )?{DAY}\b"
)
# A run that is missed, and what one will be doing elsewhere.
_AWAY_THEN = re.compile(
    r"\b(?:i|we) (?:will|am going to|might|may|would|shall) (?:\w+ )?(?:miss|skip|let you know|tell you|ask|see "
    r"(?:how|about)|be (?:away|late|busy|working|off|stuck|at work|travelling|in))\b(?!.*\b(?:then|and (?:do|run|go|"
    r"make)|make it up|instead|so)\b)"
)
_THING_INSTEAD = re.compile(
    r"\b(?:do|run|go|try|have|make it|use|take) (?:it |this |that |just )?(?:the|a|an|on|with|at|in|half|some|\d+|easy|"
    r"hills|inside|indoors|shorter|something)\b.{0,40}\binstead\b"
)
_IF = re.compile(
    r"^(?:(?:and|but|so|well) )*(?:if|unless|whether)\b(?!.*\b(?:can|could|shall|would|instead|rather|"
    r"possible|mind|i went|we went|i ran|we ran|we did)\b)"
)
_THING = (
    r"(?:run|runs|one|ones|two|three|pair|lot|all|session|sessions|time|times|start|slot|day|days|date|plan|plans|"
    r"schedule|week|jog|jogs|intervals?|tempo|hills?|long|easy|short|workout|training|thing|things|whole|\w+day|\w+day"
    r"s|tomorrow|today|tonight|morning|evening|afternoon|recovery|race|rest|speed|first|second|third|last|next|other|"
    r"\d+k?|k|km|fartlek|calls?|call|hour|clock|bugger|yoke|damn|bloody|midweek|weekend|order)"
)
# Chairs are moved too, and meetings.
_OTHER_THING = re.compile(
    r"\b(?:move|shift|push|swap|switch|change|bump|bring|slide|knock|shunt|pull|drag|transfer|flip|adjust|nudge|"
    rf"shove) (?:that|the|my|your|those|these|his|her|our|a|an|another|some)(?! {_THING}\b| \w+ {_THING}\b| \w+ \w+ "
    rf"{_THING}\b) [a-z]+\b"
)
_NOW = (
    r"(?:now|today|anyway|regardless|all the same|after all|as planned|like you said|straight away|right (?:now|away)|"
    r"this (?:second|minute|instant|very \w+)|shortly|immediately|so|ahead|for (?:it|this|this run|the run|my run)|out|"
    r"off|then|running|and be done|and get it (?:done|over with)|before i change my mind|as we speak|instead|on time)"
)
_BEFORE_IT = (
    r"^(?:(?:and|so|but|no|nah|nope|then|right|ok|fair enough|well|just|actually|100 percent|hundred percent|today|"
    r"still|instead|not|sure|fine|grand|alright|forget it|never mind|look|now|ah|oh|this time) )*"
)
_GOES = re.compile(
    rf"{_BEFORE_IT}(?:(?:i|we) (?:am|are) (?:just |still |definitely )?(?:going|running|leaving|heading out|heading "
    rf"off|doing it|setting off|starting|away out|(?:off|away)(?= (?:now|out|running|for)))(?: {_NOW})*$|(?:going|"
    rf"leaving|starting|heading out|setting off|off|doing it)(?: out| off)? (?:now|this (?:second|minute|instant)|"
    rf"right (?:now|away)|straight away|shortly|anyway|as we speak|as planned)|(?:i|we) (?:will|shall|would rather|"
    rf"had better) (?:just )?(?:go|run|manage|do it|do this|do this one|do the run|get it done|stick with it|stick to "
    rf"it)(?: {_NOW})+$|(?:i|we) will (?:just )?(?:get changed|get dressed|get ready|lace up|get my \w+(?: on)?|put "
    rf"my \w+ on) and (?:go|run|head|do|get)|(?:today|now|as planned) it is$|let us (?:go|run)$|let us (?:just "
    rf")?(?:do|get) it (?:now|done|over with)|(?:i|we) (?:am|will be) doing (?:it|this) (?:now|today|anyway|as "
    rf"planned|like))"
)
_SAYS_NOW = re.compile(
    r"\b(?:no|nah|but|now|today|anyway|after all|this (?:second|minute|instant)|as planned|regardless)\b"
)
# "Is Thursday still all right?", "are we keeping Tuesday?": no other time is offered.
_KEEPS = re.compile(
    r"\bstill (?:on|ok|alright|good|fine|happy|suit\w*|work\w*|possible|doable|free|up for|the plan|planning|running|"
    r"going|there|want)\b|\b(?:keep(?:ing)?|stay(?:ing)? with|stick(?:ing)? (?:with|to)) (?:it|to|the|\w+day|that|"
    r"this)\b|\bas planned\b|\bleave (?:it|\w+day) (?:where|as)\b"
)
_MOVES = re.compile(r"\b(?:instead|mov\w+|shift\w*|push\w*|another|swap\w*|resched\w+|or (?!not\b)\w+)\b")
_CHANGES_MIND = re.compile(
    r"\b(?:actually|on second thoughts?|change(?:d)? my mind|never mind|scrap that|forget (?:that|it|what i said)|no "
    r"wait|hang on|wait|ignore (?:that|me))\b"
)


def is_no_wish(clause: Clause) -> bool:
    """Whether a time in this clause is no other time for the run, whatever words stand beside it."""
    text = clause.text
    if _THING_INSTEAD.search(text) and not times.said(text):
        return True
    return any(
        pattern.search(text)
        for pattern in (
            _AS_IT_STANDS,
            _AWAY_THEN,
            _BUT_FOR,
            _WOULD_HAVE,
            _AS_A_RULE,
            _IN_GENERAL,
            _WORSE,
            _OTHER_THING,
            _IF,
        )
    )


def goes_now(turn: Turn, after: int = -1) -> bool:
    """Whether the runner says, later than the clause at `after`, that they are off on the run as it is."""
    for clause in turn.clauses:
        if clause.at <= after or not _GOES.search(clause.text) or clause.is_others(len(clause.text)):
            continue
        before: Sequence[Clause] = [other for other in turn.clauses if other.at == clause.at - 1]
        is_own_breath = not before or before[0].sentence != clause.sentence
        turns_round = any(_SAYS_NOW.search(text) for text in (clause.text, *(other.text for other in before)))
        if after < 0 or is_own_breath or turns_round:
            return True
    return False


def is_of_keeping(question: str) -> bool:
    """Whether the coach asks if the run stays where it is."""
    return _KEEPS.search(question) is not None and not _MOVES.search(question)


def takes_back(turn: Turn) -> bool:
    """In a later turn: what had been wished for is given up again."""
    return (stays(turn) and _CHANGES_MIND.search(turn.plain) is not None) or (
        goes_now(turn) and _SAYS_NOW.search(turn.plain) is not None
    )


def stays(turn: Turn) -> bool:
    """The run is to stay where it is: "no, don't change it"."""
    return any(STAYS.search(clause.text) for clause in turn.clauses)
