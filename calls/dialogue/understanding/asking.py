"""Whether a clause asks for another time: to move, swap or put a run, or by a time that suits better."""

import re
from dataclasses import replace

from calls.dialogue.understanding import clock, shifts, times
from runs.training.language.clauses import Clause

DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|thurs|tues|fri|mon|weds|tomorrow|the weekend|weekends?)"
PART = (
    r"(?:mornings?|evenings?|lunch ?time|lunch|afternoons?|noon|midday|tonight|night|later|earlier|noon ?time|(?:the "
    r")?middle of the day|(?:the )?crack of dawn|dawn|sunrise|sunset|dusk|after (?:work|dinner|tea|supper|lunch|"
    r"school)|before (?:work|breakfast|lunch|dinner)|first thing)"
)
WHEN = (
    rf"(?:{DAY}|{PART}|half (?:past )?\d+|quarter (?:past|to) \d+|(?:at|to|for|say|make it|until|around|about) "
    rf"(?:like |about |around |say |maybe )?\d{{1,2}}(?::\d\d)?|\d{{1,2}}(?::\d\d)?(?: ?[ap]m| o ?'?clock)|"
    rf"\d{{1,2}}:\d\d(?! out of| ?k\b| km| miles?| minutes?| mins?)|in (?:an|half an|\d+|a couple of) (?:hours?|"
    rf"minutes?|days?))"
)
WHENS = rf"{WHEN}(?:(?: at| on| in the| around| about)? {WHEN}){{0,3}}"
_OTHER = (
    r"(?:another (?:day|time)|(?:some|any) other (?:day|time)|(?:a )?different (?:day|time)|instead|later|"
    r"earlier|next week)"
)
_RUN = (
    r"(?:it|this|that|this one|the run|the session|my run|the (?:long|easy|tempo) (?:run|one)|runs?|things|"
    r"the time|today 's(?: run)?|tonight 's(?: run)?|(?:\w+day|tomorrow)(?: 's)?(?: long| easy)?(?: run|"
    r" session| one)?|my \w+ run|the \w+ (?:run|one|session)|long run)"
)
_MOVE = (
    r"(?:move|shift|push|reschedul\w*|re schedule|postpone|delay|swap|switch|change|bump|bring|put (?=(?:it|"
    r"this|that|the run|my run) (?:back|off|to|on|forward|until))|rearrange|shuffle|slide|knock|shunt|prepone|pre "
    r"pone|(?:pull|drag) (?=(?:it|this|that|mine|the \w+|my \w+|\w+day)\b.*\b(?:to|forward|back|from|into)\b)|"
    r"defer|interchange|transfer|flip|adjust|nudge|shove|advance|juggle|fix(?= (?:it|that|this)\b)|put off|hold off|"
    r"push off|rejig)"
)
_WANTS = (
    r"(?:can|could|may|shall|should|would|might|must|please|want|like|need|have to|got to|let us|rather|"
    r"prefer|how about|possible|any chance|mind if|fancy|better|hoping|ok if|will have to|going to have to|"
    r"try|maybe|happy to|able to|kindly|would you|hope|wonder\w*|ask(?:ing)?|request\w*|thinking of|looking to)"
)
_MOVES = re.compile(
    rf"\b{_MOVE}\b(?: {_RUN}\b)?(?: (?:back|forward|up|out|over|round|around))?|\breschedul\w+|\bpostpone\b|"
    rf"\brain ?check\b"
)
_IMPERATIVE = re.compile(
    rf"^(?:(?:and|so|but|then|ok|yes|yeah|please|just|no|actually|well|hi|hey|coach|right|maybe|only|kindly|sorry|you|"
    rf"simply|go on|sir|madam|hello|listen|look|ah|oh|better) )*{_MOVE}\b"
)
_TAIL = re.compile(
    rf" (?:so|and|but|then) (?=(?:(?:please|just|kindly|maybe|then) )*(?:{_MOVE}|put|stick|pencil|slot|book|pop|"
    r"schedule|leave it|hold it|do it|make it|can (?:we|i|you)|could (?:we|i|you)|do you mind|would you mind|would it "
    r"be|is it|how about|what about|let us|any chance|shall we|i will (?:do|run|go)|i would rather)\b)"
)
_CAN_NOT = re.compile(r"\b(?:can|could|will|do|did|does|is|am) not\b")
_WOULD_LIKE = re.compile(
    rf"\bi (?:would (?:like|love|want|need|fancy|be (?:better|happier|freer))|want|need|prefer|am (?:free|better|"
    rf"freer|around))(?! not)(?! to (?:see|know|say|tell|hear|check|ask)|(?: an?)? early night) "
    rf".{{0,45}}?\b(?:{WHEN})|\b(?:{WHEN})s?(?: (?:would|will|might|could|to|run|runs|one|ones|at|on))* (?:be|suit|"
    rf"suits|work|works)(?: me| us)? (?:me |us )?(?:far |much |a lot |way )?(?:more|better|best|easier|nicer|handier|"
    rf"preferable|ideal|great|grand)|\bonly (?:free|available|around|home|able) (?:on |at |in |after |from )?(?:the )"
    rf"?(?:{WHEN})"
)
_IMPERATIVE_PUTS = re.compile(
    r"^(?:(?:and|so|but|then|ok|yes|yeah|please|just|no|actually|well|hi|hey|coach|right|maybe|ah|oh|go on|let us|i "
    r"will|i would|kindly|sorry|sir|better) )*(?:put|stick|pencil|slot|book|pop|schedule|leave|hold|save|keep|wait|do|"
    r"make|run|set|give|lob|bring|chuck)\b"
)
_ASKING = re.compile(rf"\b{_WANTS}\b")
_DOES = re.compile(
    rf"^(?:can|could|might) (?:do|go|run|make|have|fit)\b.{{0,40}}?\b(?:{WHEN})|\b(?:(?:i|we) (?:could|can|might|"
    rf"may)(?! not)|(?:can|could|may|shall|should|might|would) (?:i|we|it|the \w+(?: \w+)?|my \w+|that|this|you)|i "
    rf"(?:would|could|can|might|may|will have to|want to|need to)(?! not)|let us|what if (?:i|we) (?:ran|went|did|do|"
    rf"run|go)|what if (?:the|my|it|this|that)(?: \w+){{0,2}} (?:was|were|went|is|moved|ran)|wondering about|thinking "
    rf"(?:of|about)|fancy|i will(?: probably| just)?|(?:is it ok|ok|mind|possible|any chance|alright) (?:if|to|of|"
    rf"for)(?: i| we| me)?(?: to)?|how about|how is|how 's|what about|maybe|rather|prefer|make it|call it|say) "
    rf".{{0,40}}?\b(?:{WHEN}|{_OTHER})\b"
)
_BETTER = re.compile(
    rf"\b(?:{WHEN})s? (?:is|'s|are|looks?|would be|will be|seems) (?:much |a lot |far |way |a bit )?(?:(?!over|water|"
    rf"dinner|after|however|never|other|later|earlier|under|super)[a-z]{{3,}}er|more [a-z]+|less [a-z]+)\b|"
    rf"\b{WHENS}(?: \w+){{0,2}}? (?:any good|possible|doable|ok|handy|an option|alright)$"
)
_RATHER = re.compile(
    rf"\b(?:rather|sooner|prefer\w*|better|best|easier)\b.{{0,40}}\b(?:{WHEN}|{_OTHER})\b|"
    rf"\b(?:{WHEN})\b.{{0,25}}\b(?:(?:would|will|might|could) (?:work|suit|be (?:better|best|great|good|"
    rf"easier|perfect|ideal))|(?:is|are|'s|works?|suits?(?: me)?) (?:much |a lot |far |way )?(?:better|best|"
    rf"easier)|instead|(?:would|will) do)\b|\b(?:make it|let us say|say|how about|how is|how 's|what about|"
    rf"instead)\b.{{0,25}}\b(?:{WHEN})\b|\b(?:{WHEN})\b.{{0,20}}\bplease\b"
)
_OFFERS = re.compile(
    rf"\b(?:is|are) (?:{WHENS}) (?:an option|possible|free|ok|alright|any good|available|doable)|\b(?:anything|"
    rf"something|space|room|slots?|chance|gap|opening|spot)(?: free| open| going| left)? (?:(?:on|in|for|of) )"
    rf"?(?:the )?(?:{WHEN})|\b(?:can|could|may|might) (?:[\w']+ ){{0,5}}(?:be|go|happen|move) (?:on|at|to|in|for) "
    rf".{{0,12}}\b(?:{WHEN})\b"
)
# "Put it in for Friday", "leave it until Sunday", "pencil me in on Monday".
_PUTS = re.compile(
    rf"\b(?:put|stick|pencil|slot|book|pop|schedule|set|fit|squeeze|pen|do|have|make|run|get|leave|hold|save|keep|"
    rf"wait|give|lob|chuck|throw|drop|bring) (?:(?:{DAY} ?'?s?(?: \w+)?(?= (?:on|to|off|until|forward|for|in|at|"
    rf"back)\b)|me|it|this|that|this one|that one|him|her|us|the (?:[a-z]+ )?(?:run|one|session|5k|10k|intervals|"
    rf"tempo)|mine|my (?:\w+ )?(?:run|one|session)) )?(?:(?:in|down|off|over|back|forward) )?(?:on|for|at|in|to|until|"
    rf"by) (?:the )?(?:next |coming |following )?(?:{WHEN})|\b(?:leave|hold|save|do|put) (?:it|this|that|off) "
    rf"(?:{DAY}|{PART})"
)
# "That run needs to go on Wednesday", "it should be 17:45 on Thursday".
_NEEDS = re.compile(
    rf"\b(?:run|one|it|session|that|this|long|tempo|intervals) (?:needs? to|has to|must|should|ought to|had better|"
    rf"will have to) (?:go|be|move|happen|shift|wait|come)?(?: (?:on|to|at|in|until|for|forward|back))* ?(?:the "
    rf")?(?:{WHEN})"
)
_SWAPS = re.compile(
    rf"\b{DAY}(?: 's)?(?: \w+){{0,2}}? (?:instead of|rather than|in place of|not|and not) (?:on )?(?:the )?{DAY}|"
    rf"\bnot (?:on )?{DAY} (?:but )?(?:on )?{DAY}|\bmake {DAY}(?: 's)?(?: \w+)? an? {DAY}|^(?:the )?{DAY}(?: 's)?(?: "
    rf"run| one)? (?:to|for|onto) {DAY}(?: please| instead)?$|\b(?:change|swap|switch|trade|exchange|interchange|"
    rf"flip) (?:the )?{DAY}(?: 's)?(?: \w+)? (?:for|to|with|and) (?:the )?{DAY}"
)
# A day that is named for another reason than the run.
_ELSEWHERE = re.compile(
    r"\b(?:i have|have got|has|had|got a|was|were|ran|did|race|party|birthday|exam|flight|holiday|wedding|"
    r"appointment|meeting|physio|dentist|see you|speak|talk|call me|since|until|last|yesterday|weather|away|"
    r"off work|recover\w*|rain\w*|back (?:at|on|to) it|eat|from|told)\b"
)
_OTHER_TIME = re.compile(
    r"\b(?:(?:any|some) other (?:slots?|days?|times?)|a (?:later|earlier|different|new) (?:time|slot|day|start)|"
    r"another (?:day|time)|(?:some|any) other (?:day|time)|(?:a )?different (?:day|time)|new (?:time|slot|day)|"
    r"another (?:slot|date|window|evening|morning)|(?:an|half an|a couple of|\d+|a few|a wee|a) (?:hours?|minutes?|"
    r"mins?|bit|while|days?) (?:later|earlier)|(?:give|need|allow|want|spare|have)(?: me| us)? (?:another|\d+ more|"
    r"an extra|a few more|half an hour more) (?:\w+ )?(?:\w+ )?(?:hours?|minutes?|mins?)|rain check)\b"
)
_LATER = re.compile(
    r"\b(?:can|could|shall|would|rather|will|want to|let us|maybe|prefer to|going to|have to|"
    r"might)\b.{0,25}\b(?:later|earlier|another (?:day|time)|in (?:an hour|half an hour|\d+ (?:minutes|"
    r"hours)))\b"
)
# Somebody else's appointment moves, not the run; or the run has moved already; or it is to stay.
_NOT_RUN = re.compile(
    rf"(?<!if )\bi (?:already |just )?(?:ran|went|did (?:it|my run|the run))\b|\b(?:eat|(?<!after )(?<!before )dinner|"
    rf"told)\b|\b(?:moved|shifted|pushed|rescheduled|swapped|changed|brought) (?:my|our|the|his|her) (?!run\b|"
    rf"session\b|long run\b)|\b{_MOVE} (?:my|our|the|his|her) (?:dentist|meeting|appointment|flight|call|date|shift|"
    rf"lunch|dinner|furniture|car|house|phone|shoes)\b|\binstead of (?:call|ring|phon)\w*|\btext\b|\binstead of "
    rf"(?:call|ring|phon)\w*|\btext (?:me|instead)\b|\b(?:was|were|been|got|has been|is) (?:moved|shifted|pushed|"
    rf"rescheduled|swapped|changed)\b|\bi (?:already |have already |have )?(?:moved|shifted|rescheduled|swapped) "
    rf"(?:it|this|that|the run)|\bmoving house\b|\bpush (?:myself|harder|through|on|hard|the pace|too)|\bpush(?:ed|"
    rf"ing) \b|\bput (?:on|it (?:down|behind))\b|\bchange (?:my|into|out of) (?:mind|shoes|clothes|socks|kit|pace)?|"
    rf"\bchang(?:ed|ing)\b|\bcall (?:me|you|back|them)\b|\bswitch(?:ed)? off\b|\bput (?:any|my|no|weight)\b|\bbring "
    rf"(?:my|a|water|some|it home|it on)\b|\bput\b(?! (?:it|this|that|me|the (?:\w+ ){{0,2}}(?:run|session|one)|off|"
    rf"back|the run|my run|the \w+ run|\w+day))"
)
STAYS = re.compile(
    rf"\b(?:do not|not|no need to|rather not|never|no) (?:want to |need to |have to |going to |be )?(?:{_MOVE}|moving|"
    rf"rescheduling|postponing|changing|changes?|another)\b|\b(?:leave|keep) (?:it|everything|things|the (?:plan|run|"
    rf"schedule|week)|that)\b(?!.{{0,20}} (?:for|until|to) (?:the )?(?:{DAY}|{PART}|\d))|\bas (?:it is|planned)\b|"
    rf"\bkeep (?:the )?\w+day\b|\b(?:do not|never) (?:touch|change|move) (?:it|anything|a thing)\b|\bno changes\b"
)
_PICKS = re.compile(
    rf"\b(?:{WHEN})\b(?: \w+){{0,3}}? (?:works|is good|is fine|would work|sounds good|it is|suits|"
    rf"is perfect|is ok|will do|please|is better|instead)\b"
)
_NOW = re.compile(r"\b(?:can|could|shall|may|let us|instead|please)\b")
_NEXT_RUN = re.compile(r"\b(?:next|session|instead|it|one)\b")


_DO_IT_THEN = re.compile(r"\b(?:can|could|shall|may) (?:we|i) (?:do|have|make|move|run) (?:it|this|that) then\b")
# "I won't make it tonight" makes nothing another time.
_NOT_MAKE_IT = re.compile(r"\b(can|could|will|would|did|do) not (?:be able to |going to )?make it\b")


def asks(clause: Clause, context: str) -> bool:
    """Whether this clause asks for another time, offers or picks one."""
    clause = replace(clause, text=_NOT_MAKE_IT.sub(r"\1 not manage", clock.in_figures(clause.text)))
    return _asks(clause, context) or any(_asks(replace(clause, text=tail), context) for tail in _tails(clause.text))


def _tails(text: str) -> list[str]:
    """What is asked after a reason in one breath: "I can't make Tuesday so stick it on Wednesday"."""
    return [text[found.end() :] for found in _TAIL.finditer(text)]


def _asks(clause: Clause, context: str) -> bool:
    text = clause.text
    gone_by = clause.is_before and not _NOW.search(text)
    if STAYS.search(text) or _NOT_RUN.search(text) or gone_by:
        return False
    if (found := _MOVES.search(text)) and (_ASKING.search(text) or _IMPERATIVE.match(text)):
        return not clause.denies(found.start(), found.end())
    if shifts.by(text) and context != "post_run" and (_ASKING.search(text) or _IMPERATIVE.match(text)):
        return not _CAN_NOT.search(text)
    if _swaps_or_puts(text, context):
        return True
    return _asks_after_a_run(text) if context == "post_run" else _asks_before(clause, context)


def _swaps_or_puts(text: str, context: str) -> bool:
    if _ELSEWHERE.search(text.replace("until", "to")):
        return False
    asks = _IMPERATIVE_PUTS.match(text) or _ASKING.search(text)
    puts = _PUTS.search(text) and asks and not _CAN_NOT.search(text)
    needs = _NEEDS.search(text) and context != "post_run"
    return bool(_SWAPS.search(text) or needs or (puts and (context != "post_run" or _NEXT_RUN.search(text))))


def _asks_after_a_run(text: str) -> bool:
    is_next = re.search(r"\binstead\b|\bnext (?:one|run|session)\b", text) and _DOES.search(text)
    return bool(is_next or re.search(r"\blet us (?:do|say|make) (?:it|the next)\b", text))


def _asks_before(clause: Clause, context: str) -> bool:
    text = clause.text
    if _WOULD_LIKE.search(text) and not (_ELSEWHERE.search(text) or _CAN_NOT.search(text)):
        return True
    if context == "pre_run" and _names_another_day(clause):
        return True
    offers = any(pattern.search(text) for pattern in (_OTHER_TIME, _OFFERS, _BETTER, _RATHER, _LATER))
    return offers or bool(_DO_IT_THEN.search(text)) or (_does(text) and not _is_confirming(text))


def _names_another_day(clause: Clause) -> bool:
    """Right before a run, a day to come is another time for it, unless it is about something else."""
    text = clause.text
    is_wish = re.search(
        r"\b(?:can|could|would|will|is|better|please|maybe|sure|works?|fine|option|rather|suits?|free|good|"
        r"but|yes|it)\b",
        text,
    )
    return bool(times.said(text).day and is_wish) and not (
        _ELSEWHERE.search(text) or refuses_time(clause) or clause.is_others(len(text))
    )


def _does(text: str) -> bool:
    found = _DOES.search(text)
    denied = found is not None and re.search(r"\bnot (?:be able to |going to )?$", text[: found.start()])
    return (
        found is not None
        and not denied
        and not re.search(r"\bnot\b|\bstill\b", found[0])
        and not re.match(r"so i can\b", text)
    )


def _is_confirming(text: str) -> bool:
    """ "I'll be there at seven" is no wish for another time."""
    return bool(
        re.search(
            r"\bi (?:will|can) (?:be|see|definitely|make it)\b|\bsee you\b|\bcall me\b|\bask me\b|"
            r"\btell you\b|\bspeak\b|\btalk\b|\bring me\b|\bphone me\b",
            text,
        )
    ) or bool(
        re.match(r"^(?:yes|yeah|yep|ok|sure) .{0,10}i (?:will|can)\b(?!.*\b(?:instead|tomorrow|later|rather)\b)", text)
    )


def refuses_time(clause: Clause) -> bool:
    return bool(
        re.search(
            r"\b(?:can not|does not|do not|will not|not (?:on|at|good|possible|suit\w*|convenient)|too (?:early|late|"
            r"soon|tight)|hopeless|write ?-?off|disaster|clash\w*|"
            r"tricky|no good|busy|out|impossible|bad)\b",
            clause.text,
        )
    )
