"""Another time for the run: asked for, offered or accepted."""

import re
from dataclasses import replace

from calls.dialogue.understanding import asking, choosing, clock, moving, offers, times, unasked
from calls.dialogue.understanding.times import Said
from calls.dialogue.understanding.transcript import Turn
from calls.dialogue.understanding.unasked import stays
from runs.training.language.clauses import Clause

# A time and nothing besides: "Monday, six in the morning?"
_FILLERS = re.compile(
    rf"\b(?:day after tomorrow|{asking.DAY}|{asking.PART}|half|quarter|past|to|noon|midday|\d{{1,2}}(?::\d\d)?|[ap]m|"
    rf"o ?'?clock|at|on|in|the|this|next|around|about|or so|ish|maybe|perhaps|then|though|instead|please|say|like|fr|"
    rf"pakka|ya|yaar|bro|mate|lads|def|deffo|defo|definitely|i promise|hopefully|and|or|so|well|yeah|yes|ok|actually|"
    rf"i promise|how about|what about|if possible|for me|sharp|would|will|work|works|could|can|do|be|is|better|good|"
    rf"fine|great|perfect|grand|sound|clear|clearer|doable|ideal|lovely|easier|best|handy|any|suits|me|possible|free|"
    rf"uh|um|just|more|go on|ah|oh|right|'s|it|that|but|coming|same time|time|whatever|thing|first|after|before|work|"
    rf"lunch|dinner|tea|sure|rather|sooner|prefer|thanks|coach|you|kindly)\b"
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


_WOULD_BE_BETTER = re.compile(
    r"^(?:(?:maybe|that|it|i think|though) )*(?:would|will|might|could|is|'s) (?:be |suit |work )?(?:me |us )?(?:far |"
    r"much |a lot |way |a bit )?(?:better|best|ideal|perfect|great|grand|more \w+|less \w+|\w{3,}er|suit|work)\b"
)
_NAMES_A_TIME = re.compile(rf"\b(?:{asking.WHEN}|when|after|once)\b")
_THEN = re.compile(
    r"\b(?:i|we) (?:will|can|could|would|am going to)(?! not) (?:just |maybe )?(?:do|go|run|make|head out|start)(?: "
    r"it| out)? ,? ?then(?=$| ?[.,!?]| (?:if|and|ok|please)\b)"
)
_KILOMETRES = re.compile(r"\b\d+ ?(?:k|km|kilomet\w+|miles?)\b|\bdistance\b")
_A_NUMBER = re.compile(
    r"\b(?:do|run|make it|manage|try|just|only|about) (?:just |only |about )?\d{1,2}(?:\.\d)?\b(?! ?(?:[ap]m|o "
    r"?'?clock|:|in the|sharp|past|to))(?!:)"
)


def another_time(turns: list[Turn], *, context: str) -> Said | None:
    """The other time asked for, offered or accepted: empty when none was named, None without such a wish."""
    wish = None
    for turn in turns:
        told = _of_turn(turn, context)
        if told is not None and wish and not told.day and turn.asked == "move":
            # "Tomorrow." "Morning or evening?" "Evening.": one time, told bit by bit.
            told = replace(told, day=wish.day, part=told.part or wish.part, time=told.time or wish.time)
        if told is None and wish is not None and unasked.takes_back(turn):
            wish = None
        wish = told if told is not None else wish
    return wish


def _of_turn(turn: Turn, context: str) -> Said | None:
    if turn.asked == "move" and unasked.is_of_keeping(turn.question):
        turn = replace(turn, asked="going")
    asked = [clause for clause in turn.clauses if _asks(clause, turn, context)]
    if unasked.goes_now(turn, asked[-1].at if asked else -1) and context == "pre_run":
        return None
    if not asked and context != "post_run" and turn.asked not in _ASKS_OTHER and not stays(turn):
        asked = [clause for clause in turn.clauses if _is_other_day(turn, clause)]
    if (after := _corrected(turn)) and (asked or turn.asked == "move"):
        return after
    if turn.offer is not None and turn.asked == "move":
        return offers.answer(turn, asked)
    if asked:
        return _named(asked, turn)
    return None if context == "post_run" or stays(turn) else _in_place(turn, context)


def _in_place(turn: Turn, context: str) -> Said | None:
    """Nobody asks, and one time is refused and another named."""
    if taken := choosing.instead(turn) or _better_then(turn):
        return taken
    if context == "pre_run" and _goes_then(turn):
        return Said(loosely=True)
    if not _is_let_go(turn):
        return None
    if moving.wants_another(turn):
        return Said()
    picked = [clause for clause in turn.clauses if _names_a_time(clause)]
    return times.said(picked[-1].text) if picked else None


def _goes_then(turn: Turn) -> bool:
    """ "I won't be home till eight, I'll do it then"."""
    then = _THEN.search(turn.plain)
    return then is not None and _NAMES_A_TIME.search(turn.plain[: then.start()]) is not None


def _better_then(turn: Turn) -> Said | None:
    """ "Lunchtime, when the sun's on it, would be safer": the time, a word about it, and that it is better."""
    for clause in turn.clauses:
        if _WOULD_BE_BETTER.match(clause.text):
            named = [other for other in turn.clauses if 0 < clause.at - other.at <= 2 and _is_mere_time(other)]
            return times.said(named[0].text) if named else None
    return None


def _asks(clause: Clause, turn: Turn, context: str) -> bool:
    if unasked.is_no_wish(clause) or _is_distance(clause.text, turn.question):
        return False
    if asking.asks(clause, context) or moving.asks(clock.in_figures(clause.text), context):
        return True
    # "Sunday, I'll do the lot": the time stands before the pause.
    after = [other for other in turn.clauses if 0 < other.at - clause.at <= 2 and other.sentence == clause.sentence]
    is_lead = _is_mere_time(clause) or (len(clause.text.split()) <= 5 and not asking.refuses_time(clause))
    if not is_lead or any(asking.asks(other, context) or moving.asks(other.text, context) for other in after):
        return False
    return any(moving.asks(" ".join([clause.text, *(other.text for other in after[:n])]), context) for n in (1, 2))


def _is_distance(text: str, question: str) -> bool:
    """ "Could I do five instead?" of the ten kilometres that were talked of."""
    if not _KILOMETRES.search(question) or re.search(rf"\b(?:{asking.DAY}|{asking.PART})\b", text):
        return False
    return _A_NUMBER.search(text) is not None


def _corrected(turn: Turn) -> Said | None:
    """What is said after "no, hang on" and the like: it takes back what was said before."""
    before, *after = _TAKES_BACK.split(turn.plain)
    said = times.said(after[-1]) if after else Said()
    first = times.said(before)
    if not (said.day or said.time) or not (first.day or first.time):
        return None
    return replace(said, day=said.day or first.day)


def _is_other_day(turn: Turn, clause: Clause) -> bool:
    """A time and nothing besides, after this one was let go: "Can't today. Monday, though." """
    said = times.said(clause.text)
    if (
        unasked.is_no_wish(clause)
        or not (said.day or said.part or said.time)
        or _FILLERS.sub("", clause.text).strip(" ?.,")
    ):
        return False
    let_go = any(
        (other.at < clause.at and (_is_let_go_in(other.text) or _refuses_another(other, said)))
        or (other.at > clause.at and _refuses_another(other, said) and times.said(other.text))
        for other in turn.clauses
    )
    # "I'd be safer in daylight, so tomorrow morning."
    concludes = clause.text.startswith("so ") and bool(said.day or said.part) and not said.loosely
    return (
        let_go
        or (concludes and clause.at > 0 and not turn.asked)
        or (
            said.day is not None
            and bool(said.time or said.part or "please" in turn.plain)
            and not turn.says_yes
            and not turn.asked
        )
    )


def _refuses_another(clause: Clause, said: Said) -> bool:
    return asking.refuses_time(clause) and times.said(clause.text) != said


def _is_let_go(turn: Turn) -> bool:
    return _is_let_go_in(turn.plain)


def _is_let_go_in(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:can not|will not|not going to|nah|nope|not (?:today|tonight|now|this)|does not work|do not work|"
            r"(?:is|are|'s) (?:\w+ )?(?:tricky|difficult|out|no good|bad|busy|full|impossible)|no good|no|skip|miss|"
            r"struggling|"
            r"stuck|clash\w*|not happening|rain check|left my|forgot my|broken)\b",
            text,
        )
    )


def _names_a_time(clause: Clause) -> bool:
    said = times.said(clause.text)
    if unasked.is_no_wish(clause):
        return False
    is_picked = bool(said.day or said.part or said.time) and _PICKS.search(clause.text) is not None
    return is_picked and not asking.refuses_time(clause)


def _named(asked: list[Clause], turn: Turn) -> Said:
    """The time of the clause that asks, with what the words right after it add."""
    for clause in reversed(asked):
        reach = 2 if len(clause.text.split()) <= 3 else 1
        after = (other for other in turn.clauses if 0 < other.at - clause.at <= reach and other not in asked)
        beside = [clause, *after]
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
