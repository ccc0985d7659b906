"""Days, parts of the day and clock times as they are said; and which moment they mean for the runner."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from calls.dialogue.understanding import clock, shifts

DAYS = clock.WEEKDAYS
_SHORT = {"mon": 0, "tues": 1, "tue": 1, "weds": 2, "thurs": 3, "thur": 3, "thu": 3, "fri": 4}
_DAY = re.compile(
    rf"\b(?:(?P<name>{'|'.join(DAYS)})s?|(?P<short>{'|'.join(_SHORT)})|(?P<after>day after tomorrow)|"
        rf"(?P<next>tomorrow|tomorow|tomoz|next day)|"
                  r"(?P<weekend>weekend))\b")  # fmt: skip
# A day that is left, refused or somebody else's business is not where the run goes.
_FROM = re.compile(
    r"\b(?:from|than|instead of|rather than|not|except|last|since|on from|(?<!run )(?<!one )(?<!if it )(?<!it )was|"
    r"of) (?:the |on |my )?$"
)
_LEFT = re.compile(
    r"^(?: mornings?| evenings?| nights?)?(?: ?'?s? (?:long |easy |tempo )?(?:run|one|session)\b(?! (?:then|please|"
    r"works|suits))| 's (?:long|easy|tempo|forward|to|on|for|over|back|out|across|onto|ahead|until|into|by|an? "
    r"\w+day)\b|(?: run| one| session)? ?(?:'s|is|was|does|will|are|do|looks?) ?(?:\w+ )?(?:not|out|hopeless|a write "
    r"?-?off|a disaster|taken|tricky|bad|no|off|full|rammed|hectic|busy|impossible|difficult|packed|a nightmare|a no|"
    r"mental|chaos|awkward|hard|tough|problem\w*|useless)\b| to\b| clash\w*| can not\b)"
)
_PARTS = (
    (
        "morning",
        r"before (?:work|breakfast|school|the kids|the school run)|first thing|mornings?|sunrise|dawn|"
        r"early doors|crack of dawn|am run",
    ),
    (
        "midday",
        r"midday|mid day|lunch ?(?:time|break|hour)?s?|afternoons?|middle of the day|noon ?time|12 noon|"
        r"dinner ?hour",
    ),
    (
        "evening",
        r"evenings?|evenin|tonight|tonite|nights?|after (?:work|dinner|tea|supper|hours|the kids (?:are|go) (?:in|"
        r"to) bed|(?:the )?bedtime)|sunset|dusk|this eve",
    ),
)
_PART = tuple((name, re.compile(rf"\b(?:{words})\b")) for name, words in _PARTS)
_IN = re.compile(
    r"\bin (?P<count>an?|half an|\d+|a couple of|a few)(?: (?:and a half))? (?P<unit>hours?|minutes?|mins?|"
    r"days?)(?: time)?\b|(?<!in )\b(?P<ahead>an|half an|\d+|a couple of|a few) (?P<what>hours?|minutes?|mins?) from "
    r"now\b"
)


@dataclass(frozen=True)
class Said:
    """A time as it was said. `day` is "tomorrow", "day after tomorrow" or a weekday; `in_minutes` counts from now,
    `by_minutes` from where the run is planned."""

    day: str | None = None
    part: str | None = None
    time: str | None = None
    in_minutes: int | None = None
    loosely: bool = False
    exact: bool = False
    by_minutes: int | None = None

    def __bool__(self) -> bool:
        return bool(self.day or self.part or self.time or self.in_minutes or self.by_minutes or self.loosely)

    def over(self, offered: "Said | None") -> "Said":
        """What was said, and from the offer what it left open."""
        if offered is None:
            return self
        if self.by_minutes and not self.time and offered.time:
            return replace(offered, time=_later(offered.time, self.by_minutes), by_minutes=None)
        if self.day or not (self.part or self.time):
            clock = self._like(offered) if self.part or self.time else offered
            return Said(self.day or offered.day, clock.part, clock.time, self.in_minutes)
        like = self._like(offered)
        # "No, make it ten" to nine in the morning is ten in the morning.
        part = like.part or (offered.part if like.time and _fits(like.time, offered.part) else None)
        return replace(like, day=offered.day, part=part)

    def _like(self, offered: "Said") -> "Said":
        """ "Make it half six" of a run at 18:00 is the evening."""
        if self.time is None or self.part or self.exact or (offered.time or "") < "12:00" or self.time >= "12:00":
            return self
        return replace(self, time=f"{int(self.time[:2]) + 12:02}{self.time[2:]}")


def _later(at: str, minutes: int) -> str:
    """ "Could it be half an hour later?" """
    total = (int(at[:2]) * 60 + int(at[3:]) + minutes) % (24 * 60)
    return f"{total // 60:02}:{total % 60:02}"


def _fits(at: str, part: str | None) -> bool:
    latest = {"morning": "11:59", "midday": "16:00", "evening": "23:59"}
    earliest = {"morning": "04:00", "midday": "11:00", "evening": "16:00"}
    return part is not None and earliest[part] <= at <= latest[part]


def said(text: str) -> Said:
    """The time a wish names, from its words in plain form."""
    text = _SAT.sub(lambda short: {"sat": "saturday", "sun": "sunday"}[short[0]], clock.in_figures(text))
    by = shifts.by(text)
    text = " ".join(_RATHER_THAN.sub(" ", text).split())
    part = next((name for name, words in _PART if words.search(text)), None)
    at = clock.said(text, part)
    if part is None and at == "12:00" and _NOON.search(text):
        part = "midday"
    day = _shifted(text, by // _DAY_LONG) if by and by % _DAY_LONG == 0 else None
    return Said(
        day or _day(text),
        part,
        at,
        _from_now(text),
        bool(_LATER.search(text)),
        _EXACT.search(text) is not None,
        None if day else by,
    )


_DAY_LONG = 24 * 60


def _shifted(text: str, days: int) -> str | None:
    """ "Push Friday's back a day" is Saturday."""
    found = _DAY.search(text)
    name = _name(found) if found else None
    if name in DAYS:
        return DAYS[(DAYS.index(name) + days) % 7]
    return "day after tomorrow" if name == "tomorrow" and days == 1 else None


def day_after(day: str) -> str | None:
    return _shifted(day, 1)


_NOON = re.compile(r"\bnoon\b")
# Short for a day only where a day must stand: people sat, and the sun shone.
_SAT = re.compile(
    r"(?<=\bon )(?:sat|sun)\b|(?<=\bfor )(?:sat|sun)\b|(?<=\bto )(?:sat|sun)\b|\b(?:sat|sun)\b(?= (?:morning|"
    r"afternoon|evening|night|(?:at )?\d{1,2}:\d\d|at \d|instead|\d{1,2} ?[ap]m|half (?:past )?\d|works|suits))|"
    r"(?<=instead of )(?:sat|sun)\b|\bsat\b(?= (?:please|then|not|or sun))"
)
# "Tuesday night rather than the morning"; "change Monday for Tuesday".
_WHEN = (
    rf"(?:(?:{'|'.join(DAYS)}|mon|tues?|weds?|thurs?|fri)s?(?: 's)?|tomorrow|today|mornings?|evenings?|nights?|"
    rf"afternoons?|tonight|lunch ?time|first thing|(?:crack of )?dawn|noon|midday|middle of the day|half (?:past )?\d+|"
    rf"quarter (?:past|to) \d+|(?:after|before) work|\d{{1,2}}(?::\d\d)?)"
)
_RATHER_THAN = re.compile(
    rf"\b(?:than|instead of|in place of|as opposed to|not(?! (?:today|tonight)\b))(?: (?:on|at|in|the|a|my|"
    rf"this|for|early|{_WHEN}))*? {_WHEN}\b(?: (?:run|one|session|morning|evening|night))?|"
    rf"\b{_WHEN}(?: (?:run|one|session))?(?= (?:for|with|onto|over to|to) (?:the |a )?(?:{'|'.join(DAYS)}|tomorrow)\b)"
)
# Two days change places: neither is where the run goes.
_BOTH = re.compile(
    rf"\b(?:swap|switch|exchange|flip) (?:\w+ )?(?:{'|'.join(DAYS)}) and (?:\w+ )?(?:{'|'.join(DAYS)})\b"
)
_EXACT = re.compile(r"\d ?[ap]m\b")
_LATER = re.compile(
    r"\b(?:later|earlier|another (?:day|time)|some other (?:day|time)|different (?:day|time)|next week|weekend|today|"
    r"tonight|(?:the|on) (?:the )?\d{1,2}(?:st|nd|rd|th)|\d{1,2}(?:st|nd|rd|th) of|week after|in a (?:bit|while))\b"
)


def resolve(wish: Said, *, now: datetime, usual: time = time(7)) -> datetime | None:
    """The moment meant, in the zone of `now`; the first one ahead. None when no day and no time was named."""
    if wish.in_minutes:
        return now + timedelta(minutes=wish.in_minutes)
    if not wish.day and not wish.part and not wish.time:
        return None
    clock = time.fromisoformat(wish.time) if wish.time else _USUAL.get(wish.part or "", usual)
    moment = datetime.combine(_date(wish.day, now.date()), clock, tzinfo=now.tzinfo)
    if moment > now:
        return moment
    return moment + timedelta(days=7 if wish.day else 1)


_USUAL = {"morning": time(7), "midday": time(12), "evening": time(18)}


def _date(day: str | None, today: date) -> date:
    if day in DAYS:
        return today + timedelta(days=(DAYS.index(day) - today.weekday()) % 7)
    return today + timedelta(days={"tomorrow": 1, "day after tomorrow": 2}.get(day or "", 0))


def _day(text: str) -> str | None:
    named = [
        (found, name)
        for found in _DAY.finditer(text)
        if (name := _name(found)) and not _FROM.search(text[: found.start()]) and not _LEFT.match(text[found.end() :])
    ]
    if _BOTH.search(text):
        return None
    towards = [
        name
        for found, name in named
        if re.search(
            r"\b(?:to|until|for|on|so|become|into|be an?|(?:to|should|must|can|could|will|would) be) (?:the |an? )?$",
            text[: found.start()],
        )
    ]
    return next(iter(towards or [name for _, name in named]), None)


def _name(found: re.Match[str]) -> str | None:
    if found["short"]:
        return DAYS[_SHORT[found["short"]]]
    if found["after"]:
        return "day after tomorrow"
    return "tomorrow" if found["next"] else found["name"]


def _from_now(text: str) -> int | None:
    found = _IN.search(text)
    if not found:
        return None
    said, unit = found["count"] or found["ahead"], found["unit"] or found["what"]
    count = {"a": 1.0, "an": 1.0, "half an": 0.5, "a couple of": 2.0, "a few": 3.0}.get(said) or float(said)
    return int(count * {"h": 60, "m": 1, "d": 1440}[unit[0]])
