"""One run: moved, let go, made shorter; and which run is meant."""

import re
from datetime import date, datetime, timedelta

from calls.dialogue.requests.request import DAY, TELLING, Request, km_of, standing
from calls.dialogue.scripts.question import Facts
from calls.dialogue.understanding import times, transcript, wishes
from calls.dialogue.understanding.times import DAYS, Said
from runs.training.language import clauses, normal
from runs.training.language.clauses import Clause

_RUN = (
    r"(?:it|this|that|this one|the (?:\w+ )?(?:run|one|session)|my (?:\w+ ){0,2}(?:run|one|session)|"
    r"(?:today|tomorrow|tonight|\w+day)(?: 's)?(?: \w+)?(?: (?:run|one|session))?|long run|intervals?|hills|tempo)"
)
_SKIP = re.compile(
    rf"\b(?:skip|cancel|drop|bin|ditch|scrap|give (?=(?:it|this|that|\w+day) a miss)|let (?=(?:it|"
    rf"this|that|\w+ \w+) go))\b(?: {_RUN})?"
)
_SKIP_DAY = re.compile(
    rf"\b(?:skip|cancel|drop|bin|ditch|scrap|lose|leave out|get rid of) (?:on |the |my )?({DAY}|today|tomorrow)"
    r"(?: ?'?s)?(?: (?:\w+ )?(?:run|one|session))?(?= *$| [.,?!]| (?:please|then|altogether|this week|off)\b)"
)
_FROM_DAY = re.compile(
    rf"\b(?:move|shift|push|swap|change|shorten|skip|cancel|drop) (?:the |my )?({DAY}|tomorrow)(?: ?'?s)?"
    r"(?: (?:\w+ )?(?:run|one|session))? (?:to|till|until|by|back|forward|out|earlier|later)\b"
)
_FROM_TO = re.compile(
    rf"^(?:(?:and|also|then|ok|yes|please|can (?:we|you|i)|could (?:we|you|i)|move|put|shift) )*(?:the |my )?({DAY})"
    rf"(?: ?'?s)?(?: (?:\w+ )?(?:run|one|session))? (?:to|on|onto) (?:the |next )?({DAY})\b"
    r"(?! (?:to|from|because|and i|i) )"
)
_SHORTER = re.compile(
    r"\b(?:shorten|shorter|cut (?:it|this|that|the run|my run) (?:down|short)|(?:just|only) (?:do |run |"
    r"a )*(?:short|quick|little) (?:one|run|jog)|"
    r"(?:something|a bit) shorter|(?:do|run|just|only) half(?: of (?:it|that))?\b(?! past| \d)|"
    r"half (?:of it|the distance)|trim it|reduce (?:it|the distance))\b"
)  # fmt: skip
_TOO_LONG = re.compile(
    r"\b(?:run|runs|one|it|that|session|tempo|long|distance|k|km)(?: (?:is|'s|are|looks?|seems?|sounds?|feels?|will "
    r"be))(?: (?:just|a (?:bit|little|touch)|way|far|much|still))? too (?:long|far|much)\b"
)
_ASKED_KM = re.compile(r"\b(\d{1,2}(?:\.\d)?) ?(k|km|kms|kilomet\w+|miles?|mi)\b")
_MAKE_KM = re.compile(
    r"\b(?:make (?:it|this|that)|(?:can|could|shall|may|will) (?:i|we) (?:just |only )?(?:do|run)|"
    r"(?:just|only) (?:do|run|want|manage|have)|rather (?:do|run)|cut (?:it )?(?:down )?to|"
    r"shorten (?:it )?to) .{0,12}?(\d{1,2}(?:\.\d)?) ?(k|km|kms|kilomet\w+|miles?|mi)\b"
)  # fmt: skip
_HAVE_MINUTES = re.compile(
    r"\b(?:only|just) (?:have|got|about|have about|have got|time for|do|run|manage|a)?(?: about|"
    r" around)? ?(\d{2}) (?:minutes?|mins?)\b(?! (?:late|ago|away|before))"
)
_KINDS = (
    ("long", r"long (?:run|one)|the long"), ("tempo", r"tempo"), ("hills", r"hills?"),
    ("intervals", r"intervals?|speed ?work|track"),
    ("race_pace", r"race ?pace"), ("recovery", r"recovery run"), ("race", r"race"), ("easy", r"easy (?:run|one)"),
)  # fmt: skip
_OF_DAY = re.compile(
    rf"\b({DAY}|today|tomorrow|tonight)(?: ?'?s)? (?:(?:\w+ ){{0,2}}(?:run|one|session)|long|easy|"
    rf"tempo|intervals?|hills?)\b"
)
_LEAVES_DAY = re.compile(
    rf"\b({DAY}|today|tomorrow|tonight)s? (?:is|'s|does|do|will|are|was) (?:not|a (?:problem|no)|too|tricky|"
    rf"difficult|out|bad|no|hard|impossible|tough|busy|packed)\b|"
    rf"\b(?:from|instead of|not|can not (?:do|make|run(?: on)?)|skip|move|shift|swap|push|drop|cancel|"
    rf"miss|than|let|shorten|make|cut) (?:on |my |the )?({DAY}|today|tomorrow|tonight)\b"
)
_TODAY = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening)|right now|now instead)\b")
_LEFT_TODAY = re.compile(
    r"\b(?:from|instead of|not|can not (?:do|make)|move|shift|swap|push|than) (?:today|tonight)\b|"
    r"\btoday (?:'s|is|does)\b"
)
_SWAP = re.compile(
    rf"\b(?:swap|switch|exchange) (?:the |my )?({DAY})(?: ?'?s)?(?: run| one)? (?:and|with|for) (?:the |"
    rf"my )?({DAY})(?: ?'?s)?\b"
)
_NOT_ON = re.compile(
    rf"\b(?:can not|could not|will not|not going to|not free|not available|not able|busy|away|working|tied up|"
    rf"booked|no time|on (?:nights|lates|earlies|days|call|duty|shift)|(?:night|late|early|double) shifts?|travelling)"
    rf"(?: \w+){{0,3}}? (?:on |this |next )?({DAY}|today|tonight|tomorrow)\b|"
    rf"\b({DAY})s? (?:is|'s|are|does|will|would|looks) (?:not|no good|out|tricky|difficult|a problem|"
    rf"impossible|bad|full|busy|hard)\b"
)
_NOT_THEN = re.compile(rf"\b(?:not|never) (?:on |this |next )?({DAY}|today|tonight|tomorrow)\b")
_GOES_ON = re.compile(rf"^ ?(,|and|or|to|through|until|till) (?:(?:and|or|on) )*({DAY})\b")
_BUT = re.compile(rf"\b(?:anything|any ?time|any (?:\w+ )?day|except(?: for)?|bar) (?:but )?({DAY}|today|tomorrow)\b")
_NOT_BEFORE = re.compile(rf"\bnot .{{0,20}}?\b(?:until|before) (?:next |on )?({DAY}|tomorrow)\b")
# "I can't wait for Friday", "I can't make it before Friday": of Friday nothing bad is said.
_NOT_OF_IT = re.compile(r"\b(?:wait|before|until|after|only)\b")
_CONTEXTS = {"pre_run": "pre_run", "post_run": "post_run"}


def asked_move(said: str, kind: str) -> Request | None:
    turn = transcript.answer(said)
    when = wishes.another_time([turn], context=_CONTEXTS.get(kind, "planning"))
    if when is None:
        return None
    is_today = bool(_TODAY.search(turn.plain)) and not _LEFT_TODAY.search(turn.plain)
    return Request("move", when=when, is_today=is_today)


def asked_skip_of_a_day(told: tuple[Clause, ...]) -> Request | None:
    """ "Can we drop Wednesday?": no other time is asked for, however it is put."""
    for clause in told:
        found = _SKIP_DAY.search(clause.text)
        if found and not (
            clause.is_before
            or clause.is_others(found.start())
            or clause.supposes(found.start())
            or clause.denies(found.start(), found.end())
            or times.said(clause.text[found.end() :])
        ):
            return Request("skip")
    return None


def named_a_time(said: str) -> Request | None:
    """ "Thursday, so": a time and nothing else, to the question whether they go."""
    when = wishes.another_time([transcript.answer(said, asked="move")], context="pre_run")
    return Request("move", when=when) if when and (when.day or when.part or when.time) else None


def asked_skip(told: tuple[Clause, ...]) -> Request | None:
    for clause in told:
        found = _SKIP.search(clause.text)
        if found is None or clause.is_before or clause.supposes(found.start()) or clause.is_others(found.start()):
            continue
        if not clause.denies(found.start(), found.end()):
            return Request("skip")
    return None


def asked_shorter(told: tuple[Clause, ...], kind: str) -> Request | None:
    if kind in TELLING:
        return None
    if found := standing(told, _MAKE_KM):
        return Request("shorten", km=km_of(found))
    if found := standing(told, _HAVE_MINUTES):
        return Request("shorten", minutes=int(found[1]))
    if standing(told, _TOO_LONG):
        return Request("shorten")
    if found := standing(told, _SHORTER):
        named = _ASKED_KM.search(found.string)
        share = 0.5 if re.search(r"\bhalf\b", found[0]) else None
        return Request("shorten", km=km_of(named) if named else None, share=share)
    return None


def length(said: str) -> float | None:
    """Km, when a distance is named: "three k, please"."""
    found = _ASKED_KM.search(normal.plain(said))
    return km_of(found) if found else None


def asked_swap(text: str, facts: Facts, now: datetime) -> Request | None:
    """Two runs change places, each named by its day."""
    found = _SWAP.search(text)
    if found is None:
        return None
    pair = [_on(day, facts, now) for day in (found[1], found[2])]
    return Request("swap", run=pair[0], other=pair[1]) if all(pair) and pair[0] != pair[1] else None


def asked_from_to(text: str, facts: Facts, now: datetime) -> Request | None:
    """ "And Thursday's to Friday"."""
    found = _FROM_TO.search(text)
    run = _on(found[1], facts, now) if found else ""
    return Request("move", run=run, when=Said(day=found[2])) if found and run and found[1] != found[2] else None


def told_of_a_day(told: tuple[Clause, ...], kind: str, facts: Facts, now: datetime) -> Request | None:
    """ "I can't on Friday", when Friday has a run: another time is wanted for that one."""
    if kind in (*TELLING, "pre_run"):
        return None
    for clause in told:
        found = _NOT_ON.search(clause.text)
        is_of_it = found and not _NOT_OF_IT.search(found[0])
        if found and is_of_it and not _is_others(clause, found) and not clause.is_before:
            days = _days_of(found, now)
            if run := next((run for run in facts.get("runs") or [] if run["on"] in days), None):
                return Request("move", run=str(run["id"]), when=Said())
    return None


def refused(said: str, now: datetime) -> set[str]:
    """The days, in ISO form, that the runner says they can not: of a week from now on."""
    days = {_date_of(found[1], now) for found in _BUT.finditer(normal.plain(said))}
    for clause in clauses.of(said):
        if clause.is_before or times.said(clause.text).time:
            continue
        if (late := _NOT_BEFORE.search(clause.text)) and not clause.is_others(late.start()):
            first = date.fromisoformat(_date_of(late[1], now))
            days |= {(now.date() + timedelta(days=n)).isoformat() for n in range((first - now.date()).days)}
        for found in (*_NOT_ON.finditer(clause.text), *_NOT_THEN.finditer(clause.text)):
            if not _is_others(clause, found) and not _NOT_OF_IT.search(found[0]):
                days |= _days_of(found, now)
    return days


def _is_others(clause: Clause, found: re.Match[str]) -> bool:
    """ "My sister's visiting, so Sunday is out": what follows from others is the runner's."""
    return clause.is_others(found.start()) and not clause.text[: found.start()].endswith("so ")


def _days_of(found: re.Match[str], now: datetime) -> set[str]:
    """The day that was found and those that go on from it: "Thursday to Sunday", "Thursday and Friday"."""
    first, after = _date_of(next(filter(None, found.groups())), now), found.string[found.end() :]
    days, last = {first}, date.fromisoformat(first)
    while joined := _GOES_ON.match(after):
        other = date.fromisoformat(_date_of(joined[2], now))
        if joined[1] in ("to", "through", "until", "till"):
            reach = (other - last).days % 7
            days |= {(last + timedelta(days=n)).isoformat() for n in range(reach + 1)}
            other = last + timedelta(days=reach)
        days.add(other.isoformat())
        last, after = other, after[joined.end() :]
    return days


def absent(text: str, facts: Facts, now: datetime) -> str:
    """The day that was named for a run to be changed and that has none; "" where there is one, or that is not known."""
    named = _SKIP_DAY.search(text) or _FROM_DAY.search(text)
    runs = facts.get("runs") or []
    if named is None or not runs:
        return ""
    on = _date_of(named[1], now)
    # Of what comes after the runs that are known here nothing can be said.
    is_known = on <= max(run["on"] for run in runs)
    return named[1] if is_known and all(run["on"] != on for run in runs) else ""


def _on(day: str, facts: Facts, now: datetime) -> str:
    """The id of the run on a day, or ""."""
    on = _date_of(day, now)
    return next((str(run["id"]) for run in facts.get("runs") or [] if run["on"] == on), "")


def meant(text: str, facts: Facts, now: datetime, *, kind: str) -> str:
    """The id of the run that is talked about: named by its day or kind, else the one at hand; "" when there is none."""
    runs = facts.get("runs") or []
    named = _OF_DAY.search(text) or _LEAVES_DAY.search(text)
    if named:
        day = next(filter(None, named.groups()))
        if of_day := [run for run in runs if run["on"] == _date_of(day, now)]:
            return str(of_day[0]["id"])
        if _OF_DAY.search(text) and day not in ("today", "tonight"):
            return ""
    for name, words in _KINDS:
        of_kind = [run for run in runs if run["type"] == name]
        if of_kind and re.search(rf"\b(?:{words})\b", text):
            return str(of_kind[0]["id"])
    days = set(re.findall(rf"\b({DAY})\b", text))
    if kind != "pre_run" and len(days) == 1 and (there := _on(days.pop(), facts, now)):
        # "Could we do Thursday in the morning", when Thursday has a run.
        return there
    first = runs[0]["id"] if runs else ""
    return str(facts.get("about") or first)


def _date_of(day: str, now: datetime) -> str:
    named = {"today": 0, "tonight": 0, "tomorrow": 1}
    ahead = named[day] if day in named else (DAYS.index(day) - now.weekday()) % 7
    return (now.date() + timedelta(days=ahead)).isoformat()
