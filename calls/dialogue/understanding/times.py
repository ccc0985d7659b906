"""Days, parts of the day and clock times as they are said; and which moment they mean for the runner."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
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
    r"^(?: mornings?| evenings?| nights?)?(?: ?'?s? (?:long |easy |tempo )?(?:run|one|"
    r"session)\b(?! (?:then|please|works|suits))| 's (?:long|easy|tempo|forward|to|on|for)\b|(?: run| one|"
    r" session)? ?(?:'s|is|was|does|"
    r"will|are|do|looks?) ?(?:\w+ )?(?:not|out|tricky|bad|no|off|full|rammed|hectic|busy|impossible|difficult|packed|"
    r"a nightmare|a no|mental|chaos|awkward|hard|tough|problem\w*|useless)\b| to\b| clash\w*| can not\b)"
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
_TIME = re.compile(
    r"\b(?:(?P<noon>(?:12 )?noon(?! ?time))|half (?:past )?(?P<half>\d{1,2})|quarter (?P<quarter>past|to) "
    r"(?P<quarterly>\d{1,2})|(?P<count>5|10|20|25) (?:minutes )?(?P<way>past|to) (?P<counted>1[0-2]|\d)(?!\d| ?(?:k|"
    r"km|miles?|minutes|mins|hours|kilomet\w+)\b)|(?P<spoken>\d{1,2}) (?P<minutes>15|20|30|45|10|40|50)(?= ?(?:am|pm|"
    r"in the|tomorrow|tonight|this|on|$|instead|please|possible|or so|would|works|is|suits|sharp|if|\w+day))|"
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?)\s*(?:o ?'? ?clock|ish)?\s*(?:(?P<ampm>[ap]m)\b)?"
)
_AT = re.compile(
    r"\b(?:at|for|to|by|around|about|say|make it|it|do|like|until|go|run|am|pm|or|after|how|before|day|"
    r"morning|evening|night|tomorrow|tonight|lunchtime) (?:about |around |like |say |more like )?$"
)
# "Eight tomorrow morning", "six in the morning".
_BESIDE_DAY = re.compile(
    rf"^ ?(?:tomorrow|tonight|this (?:evening|morning|afternoon)|in the (?:morning|evening|afternoon)|at night|sharp|"
    rf"(?:on )?(?:{'|'.join(DAYS)})(?: (?:morning|evening|night|instead|please)|$))"
)
_CLOCKLIKE = ("count", "half", "quarter", "minute", "ampm", "spoken")
_NOT_TIME = re.compile(r"\b(?:until|since|from|than|instead of|not|zone|week|number|last|up at) (?:about |at )?$")
_UNIT = re.compile(
    r"^ ?(?:k|km|kms|kilomet\w+|miles?|mins?|minutes?|hours?|hrs?|days?|weeks?|runs?|times?|out of|bpm|"
    r"degrees|years?|percent|%|or \d+ (?:k|days|minutes))\b"
)
_IN = re.compile(
    r"\bin (?P<count>an?|half an|\d+|a couple of|a few)(?: (?:and a half))? (?P<unit>hours?|minutes?|mins?|"
    r"days?)(?: time)?\b"
)


@dataclass(frozen=True)
class Said:
    """A time as it was said. `day` is "tomorrow", "day after tomorrow" or a weekday; `in_minutes` counts from now."""

    day: str | None = None
    part: str | None = None
    time: str | None = None
    in_minutes: int | None = None
    loosely: bool = False
    exact: bool = False

    def __bool__(self) -> bool:
        return bool(self.day or self.part or self.time or self.in_minutes or self.loosely)

    def over(self, offered: "Said | None") -> "Said":
        """What was said, and from the offer what it left open."""
        if offered is None:
            return self
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


def _fits(clock: str, part: str | None) -> bool:
    latest = {"morning": "11:59", "midday": "16:00", "evening": "23:59"}
    earliest = {"morning": "04:00", "midday": "11:00", "evening": "16:00"}
    return part is not None and earliest[part] <= clock <= latest[part]


def said(text: str) -> Said:
    """The time a wish names, from its words in plain form."""
    text = " ".join(_RATHER_THAN.sub(" ", text).split())
    text = _SAT.sub(lambda short: {"sat": "saturday", "sun": "sunday"}[short[0]], text)
    part = next((name for name, words in _PART if words.search(text)), None)
    clock = _clock(text, part)
    if part is None and clock == "12:00" and _NOON.search(text):
        part = "midday"
    return Said(
        _day(text),
        part,
        clock,
        _from_now(text),
        bool(_LATER.search(text)),
        _EXACT.search(text) is not None,
    )


_NOON = re.compile(r"\bnoon\b")
# Short for a day only where a day must stand: people sat, and the sun shone.
_SAT = re.compile(
    r"(?<=\bon )(sat|sun)\b|(?<=\bfor )(sat|sun)\b|(?<=\bto )(sat|sun)\b|\b(sat|sun)\b(?= (?:morning|"
    r"afternoon|evening|night|at \d))"
)
# "Tuesday night rather than the morning"; "change Monday for Tuesday".
_WHEN = (
    rf"(?:(?:{'|'.join(DAYS)}|mon|tues?|weds?|thurs?|fri)s?(?: 's)?|tomorrow|today|mornings?|evenings?|nights?|"
    rf"afternoons?|tonight|lunch ?time|\d{{1,2}}(?::\d\d)?)"
)
_RATHER_THAN = re.compile(
    rf"\b(?:rather than|instead of|in place of|as opposed to|not(?! (?:today|tonight)\b))(?: (?:on|at|in|the|a|my|"
    rf"this|for|{_WHEN}))*? {_WHEN}\b(?: (?:run|one|session|morning|evening|night))?|\b{_WHEN}(?: (?:run|one|session)"
    rf")?(?= (?:for|with|onto|over to|to) (?:the |a )?(?:{'|'.join(DAYS)}|tomorrow)\b)"
)
# Two days change places: neither is where the run goes.
_BOTH = re.compile(
    rf"\b(?:swap|switch|exchange|flip) (?:\w+ )?(?:{'|'.join(DAYS)}) and (?:\w+ )"
    rf"?(?:{'|'.join(DAYS)})\b"
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
    towards = [name for found, name in named if re.search(r"\b(?:to|until|for|on) (?:the )?$", text[: found.start()])]
    return next(iter(towards or [name for _, name in named]), None)


def _name(found: re.Match[str]) -> str | None:
    if found["short"]:
        return DAYS[_SHORT[found["short"]]]
    if found["after"]:
        return "day after tomorrow"
    return "tomorrow" if found["next"] else found["name"]


def _clock(text: str, part: str | None) -> str | None:
    named = [clock for found in _TIME.finditer(text) if (clock := _read(found, text, part))]
    return named[-1] if named else None


def _read(found: re.Match[str], text: str, part: str | None) -> str | None:
    before, after = text[max(0, found.start() - 30) : found.start()], text[found.end() : found.end() + 30]
    if _NOT_TIME.search(before) or _UNIT.match(after):
        return None
    if found["noon"]:
        return "12:00"
    is_clock = any(found[name] for name in _CLOCKLIKE) or "clock" in found[0]
    if not (is_clock or _AT.search(before) or _BESIDE_DAY.match(after)):
        return None
    return _on_the_clock(*_hour_and_minute(found), found["ampm"], part)


def _hour_and_minute(found: re.Match[str]) -> tuple[int, int]:
    if found["half"]:
        return int(found["half"]), 30
    if found["quarter"]:
        hour = int(found["quarterly"])
        return (hour, 15) if found["quarter"] == "past" else (hour - 1, 45)
    if found["count"]:
        hour, minutes = int(found["counted"]), int(found["count"])
        return (hour, minutes) if found["way"] == "past" else (hour - 1, 60 - minutes)
    if found["spoken"]:
        return int(found["spoken"]), int(found["minutes"])
    return int(found["hour"]), int(found["minute"] or 0)


def _on_the_clock(hour: int, minute: int, ampm: str | None, part: str | None) -> str | None:
    """Nobody runs at three in the morning: without am or pm, one to five is the afternoon."""
    if hour > 23 or minute > 59:
        return None
    is_later = ampm == "pm" or (ampm is None and (part == "evening" or (part != "morning" and 0 < hour < 6)))
    if is_later and 0 < hour < 12:
        hour += 12
    if ampm == "am" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}"


def _from_now(text: str) -> int | None:
    found = _IN.search(text)
    if not found:
        return None
    count = {"a": 1.0, "an": 1.0, "half an": 0.5, "a couple of": 2.0, "a few": 3.0}.get(found["count"]) or float(
        found["count"]
    )
    return int(count * {"h": 60, "m": 1, "d": 1440}[found["unit"][0]])
