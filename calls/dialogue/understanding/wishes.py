"""Another time for the run: asked for, offered or accepted."""

import re
from dataclasses import replace

from calls.dialogue.understanding import asking, choosing, times
from calls.dialogue.understanding.times import Said
from calls.dialogue.understanding.transcript import Turn
from runs.training.language.clauses import Clause

# A time and nothing besides: "Monday, six in the morning?"
_FILLERS = re.compile(
    rf"\b(?:day after tomorrow|{asking.DAY}|{asking.PART}|half|quarter|past|to|noon|midday|\d{{1,2}}(?::\d\d)?|[ap]m|"
    rf"o ?'?clock|at|on|in|the|this|next|around|about|or so|ish|maybe|perhaps|then|though|instead|please|say|like|"
    rf"and|or|so|well|yeah|yes|ok|actually|i promise|how about|what about|if possible|for me|sharp|would|will|work|"
    rf"works|could|can|do|be|is|better|good|fine|great|perfect|grand|sound|clear|clearer|doable|ideal|lovely|easier|"
    rf"best|handy|any|suits|me|possible|free|uh|um|just|more|go on|ah|oh|right|'s|it|that|but|coming|same time|time|"
    rf"whatever|thing|first|after|before|work|lunch|dinner|tea|sure|rather|sooner|prefer|thanks|coach|you|kindly)\b"
)
_ACCEPTS = re.compile(
    r"^(?:(?:oh|ah|well|right|so|alright|then|yes|yeah|ok) ?,? )*(?:grand|sound|fine|lovely|brilliant|cool|alright|"
    r"go ahead|do (?:that|it|so)|book it|works?|(?:that |it )?suits|champion|magic|no (?:bother|problem|worries)|not "
    r"a (?:bother|problem)|spot on|(?:that|it) (?:would |will )?(?:does|do|works?|suits?)|(?:i|we) (?:can|could) do "
    r"(?:that|it)|if you like|whatever|happy (?:with|to)|super|excellent|deal|done|agreed|sorted|make it so|put me "
    r"(?:in|down)|sounds|sign me up|go on|much better|way better|better|ideal|wonderful|amazing|thank|cheers|ta|now "
    r"you are talking|that is (?:the one|more like it|it)|that one|you are on|sold|bingo|stick me|lock (?:it|me) in|"
    r"i will take (?:it|that)|that i can (?:do|manage)|nice one|happy days|good stuff|count me in|consider it done|i "
    r"(?:could|can)(?= ?$| [.,!]| (?:yes|yeah|indeed|so)\b)|sure|perfect|great|why not)\b(?!.*\bnot\b)"
)
_TAKES_BACK = re.compile(
    r"\b(?:no ,? ?(?:wait|hang on|hold on)|hang on|hold on|scrap that|actually(?: no)?|make that|(?:but )?i meant|"
    r"wait ,? ?(?:no|sorry|make)|should have (?:said|been)|or rather|correction|i tell a lie|i mean|no ,? ?sorry|"
    r"sorry ,? ?no|let me rephrase)\b"
)
_ASKS_OTHER = frozenset({"pain", "where", "severity", "faint", "energy", "effort", "water", "food"})
_PICKS = re.compile(
    rf"\b(?:{asking.WHEN})\b(?: \w+){{0,3}}? (?:works|is good|is fine|would work|sounds good|it is|suits|"
    rf"is perfect|is ok|will do|please|is better|instead)\b"
)


def another_time(turns: list[Turn], *, context: str) -> Said | None:
    """The other time asked for, offered or accepted: empty when none was named, None without such a wish."""
    wish = None
    for turn in turns:
        told = _of_turn(turn, context)
        if told is not None and wish and not told.day and turn.asked == "move":
            # "Tomorrow." "Morning or evening?" "Evening.": one time, told bit by bit.
            told = replace(told, day=wish.day, part=told.part or wish.part, time=told.time or wish.time)
        wish = told if told is not None else wish
    return wish


def _of_turn(turn: Turn, context: str) -> Said | None:
    asked = [clause for clause in turn.clauses if asking.asks(clause, context)]
    if not asked and context != "post_run" and turn.asked not in _ASKS_OTHER and not stays(turn):
        asked = [clause for clause in turn.clauses if _is_other_day(turn, clause)]
    if (after := _corrected(turn)) and (asked or turn.asked == "move"):
        return after
    if turn.offer is not None and turn.asked == "move":
        return _answer_to_offer(turn, asked)
    if stays(turn) and not asked:
        return None
    if not asked and context != "post_run" and (taken := choosing.instead(turn)):
        return taken
    if not asked and context != "post_run" and _is_let_go(turn):
        asked = [clause for clause in turn.clauses if _names_a_time(clause)]
        return times.said(asked[-1].text) if asked else None
    return _named(asked, turn) if asked else None


def _corrected(turn: Turn) -> Said | None:
    """What is said after "no, hang on" and the like: it takes back what was said before."""
    before, *after = _TAKES_BACK.split(turn.plain)
    said = times.said(after[-1]) if after else Said()
    first = times.said(before)
    if not (said.day or said.time) or not (first.day or first.time):
        return None
    return replace(said, day=said.day or first.day)


def _answer_to_offer(turn: Turn, asked: list[Clause]) -> Said | None:
    if stays(turn) and not asked:
        return None
    if turn.offer and turn.offer.time:
        hours = tuple(replace(clause, text=choosing.hour(clause.text, turn.offer.time)) for clause in turn.clauses)
        turn = replace(turn, clauses=hours)
    own = [said for clause in turn.clauses if (said := times.said(clause.text)) and not asking.refuses_time(clause)]
    skips = re.search(r"\b(?:skip|let it go|leave it|drop it|cancel|forget it|keep it|as it is)\b", turn.plain)
    picks = own and (
        not turn.says_no
        or asked
        or (
            len(own[-1:])
            and re.search(
                r"\b(?:but|how about|what about|rather|instead|make it|maybe|better|could)\b",
                turn.plain,
            )
        )
    )
    if skips and not asked:
        return None
    if asked or picks or turn.picks_by_place or turn.says_yes or (_ACCEPTS.match(turn.plain) and not turn.says_no):
        return _own_time(turn, own).over(turn.offer) if own else (turn.offer or Said())
    return None


def _own_time(turn: Turn, own: list[Said]) -> Said:
    """ "Tomorrow, quarter to seven in the morning": pieces of one time."""
    pieces = [clause.text for clause in turn.clauses if times.said(clause.text) and not asking.refuses_time(clause)]
    days = {said.day for said in own if said.day}
    clocks = {said.time for said in own if said.time}
    return times.said(" , ".join(pieces)) if len(own) > 1 and len(days) <= 1 and len(clocks) <= 1 else own[-1]


def _is_other_day(turn: Turn, clause: Clause) -> bool:
    """A time and nothing besides, after this one was let go: "Can't today. Monday, though." """
    said = times.said(clause.text)
    if not (said.day or said.part or said.time) or _FILLERS.sub("", clause.text).strip(" ?.,"):
        return False
    let_go = any(
        other.at < clause.at
        and (_is_let_go_in(other.text) or (asking.refuses_time(other) and times.said(other.text) != said))
        for other in turn.clauses
    )
    return let_go or (
        said.day is not None
        and bool(said.time or said.part or "please" in turn.plain)
        and not turn.says_yes
        and not turn.asked
    )


def stays(turn: Turn) -> bool:
    """The run is to stay where it is: "no, don't change it"."""
    return any(asking.STAYS.search(clause.text) for clause in turn.clauses)


def _is_let_go(turn: Turn) -> bool:
    return _is_let_go_in(turn.plain)


def _is_let_go_in(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:can not|will not|not going to|not (?:today|tonight|now|this)|does not work|do not work|(?:is|are|"
            r"'s) (?:\w+ )?(?:tricky|difficult|out|no good|bad|busy|full|impossible)|no good|no|skip|miss|struggling|"
            r"stuck|clash\w*|not happening|rain check|left my|forgot my|broken)\b",
            text,
        )
    )


def _names_a_time(clause: Clause) -> bool:
    said = times.said(clause.text)
    is_picked = bool(said.day or said.part or said.time) and _PICKS.search(clause.text) is not None
    return is_picked and not asking.refuses_time(clause)


def _named(asked: list[Clause], turn: Turn) -> Said:
    """The time of the clause that asks, with what the words right after it add."""
    for clause in reversed(asked):
        beside = [clause, *(other for other in turn.clauses if other.at == clause.at + 1 and other not in asked)]
        for other in beside:
            if (said := times.said(other.text)) and not (other is not clause and asking.refuses_time(other)):
                return _with_the_day(_with_more(said, other, turn), clause, asked)
    # "Five to eight on Monday, can we rearrange for then?"
    before = [other for other in turn.clauses if other.at == asked[0].at - 1 and _is_mere_time(other)]
    return times.said(before[0].text) if before else Said()


def _with_the_day(said: Said, clause: Clause, asked: list[Clause]) -> Said:
    """ "So the day after tomorrow, in the evening"."""
    days = [times.said(other.text).day for other in asked if 0 < clause.at - other.at <= 2]
    return said if said.day or not any(days) else replace(said, day=next(filter(None, days)))


def _is_mere_time(clause: Clause) -> bool:
    return not _FILLERS.sub("", clause.text).strip(" ?.,") and not asking.refuses_time(clause)


def _with_more(said: Said, clause: Clause, turn: Turn) -> Said:
    """ "Could we do it this evening? Quarter past seven?" """
    text = clause.text
    for other in turn.clauses[clause.at + 1 : clause.at + 4]:
        if not _is_mere_time(other):
            break
        if not times.said(other.text):
            continue
        more = times.said(other.text)
        if (more.day and said.day) or (more.time and said.time) or (more.part and said.part):
            break
        text = f"{text} {other.text}"
        said = times.said(text)
    return said
