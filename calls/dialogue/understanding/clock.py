"""Clock times as people say them: "half six", "nineteen hundred", "quarter to one", "0615", "18h30"."""

import re

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = re.compile(
    r"\b(?:(?P<noon>(?:12 )?noon(?! ?time))|half (?:past )?(?P<half>\d{1,2})|quarter (?P<quarter>past|to|after|of) "
    r"(?P<quarterly>\d{1,2})|(?P<count>5|10|20|25) (?:minutes )?(?P<way>past|to|after) (?P<counted>1[0-2]|\d)(?!\d| "
    r"?(?:k|km|miles?|minutes|mins|hours|kilomet\w+)\b)|(?P<spoken>\d{1,2}) (?P<minutes>15|20|30|45|10|40|50)(?= "
    r"?(?:am|pm|in the|tomorrow|tonight|this|on|$|instead|please|possible|or so|would|works|is|suits|sharp|if|\w+day))|"
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?)\s*(?:o ?'? ?clock|ish)?\s*(?:(?P<ampm>[ap]m)\b)?"
)
_AT = re.compile(
    r"\b(?:at|for|to|by|be|around|about|say|make it|it|do|like|until|go|run|am|pm|or|after|how|before|day|"
    r"morning|evening|night|tomorrow|tonight|lunchtime) (?:about |around |like |say |more like )?$"
)
# "Eight tomorrow morning", "six in the morning".
_BESIDE_DAY = re.compile(
    rf"^ ?(?:tomorrow|tonight|this (?:evening|morning|afternoon)|in the (?:morning|evening|afternoon)|at night|sharp|"
    rf"(?:on )?(?:{'|'.join(WEEKDAYS)})(?: (?:morning|evening|night|instead|please)|$))"
)
_CLOCKLIKE = ("count", "half", "quarter", "minute", "ampm", "spoken")
_NOT_TIME = re.compile(r"\b(?:until|since|from|than|instead of|not|zone|week|number|last|up at) (?:about |at )?$")
_PUT_OFF_UNTIL = re.compile(
    r"\b(?:give me|give it|wait|leave it|hold it|hold off|push it|put it off|move it) until (?:about )?$"
)
_UNIT = re.compile(
    r"^ ?(?:k|km|kms|kilomet\w+|miles?|mins?|minutes?|hours?|hrs?|days?|weeks?|runs?|times?|out of|bpm|"
    r"degrees|years?|percent|%|or \d+ (?:k|days|minutes))\b"
)
# "Nineteen hundred hours", "eighteen forty five", "oh six fifteen", "0615", "18h30"; not what counts metres or steps.
_COUNTED = (
    r"(?! ?(?:k|km|kms|m|met(?:re|er)s?|kilomet\w+|miles?|steps?|calories|kcal|feet|people|runners|euros?|pounds|"
    r"words|times|grams?|ml|years?|minutes?|mins?|seconds?|secs?|bpm|degrees)\b)"
)
_HUNDRED = re.compile(rf"\b(?:(0|o|oh)[ -]?)?(1\d|2[0-3]|\d) hundred\b( (?:hours|hrs)\b)?{_COUNTED}")
_MILITARY = re.compile(rf"(?<![\d:.])\b(0\d|1\d|2[0-3])([0-5][05])(?: ?(?:hours|hrs|h)\b)?(?![\d:.]){_COUNTED}")
_SPOKEN = re.compile(
    rf"(?<![\d:.])(?<!\d )\b(1[3-9]|2[0-3]) ([0-5][05]|[1-5]\d)(?: (?:hours|hrs)\b)?(?![\d:.]){_COUNTED}"
)
_OH = re.compile(rf"\b(?:(?:o|oh|0) ([1-9]) ([0-5]\d)|(1[0-2]|\d) (?:o|oh|0) ([1-9]))\b(?![:.]){_COUNTED}")
_FRENCH = re.compile(r"\b(1?\d|2[0-3])h(\d\d)?\b")
# Twelve-hour times where only a clock time can stand: "at twelve thirty?", "wednesday six fifteen".
_AFTER_AT = re.compile(
    rf"\b(at|\w+day|tomorrow|tonight|until|for|say|morning|evening|make it) (1[0-2]|[1-9]) "
    rf"(05|10|15|20|25|30|35|40|45|50|55)\b{_COUNTED}(?= ?(?:[.,?!;]|$|[a-z]))"
)
# Where an hour must follow, "one" is the hour.
_ONE = re.compile(
    r"\b((?:quarter|10|5|20|25|half) (?:to |past ))one\b|\bone(?= (?:15|30|45|in the afternoon|this afternoon|sharp)\b)"
)
_ANY = re.compile(r"\d|\bone\b")


def in_figures(text: str) -> str:
    """Spoken clock times of a text in plain form, as 18:45."""
    if not _ANY.search(text):
        return text
    text = _ONE.sub(lambda said: f"{said[1] or ''}1", text)
    text = _HUNDRED.sub(lambda said: f"{int(said[2]):02}:00" if _is_hour(said) else said[0], text)
    text = _FRENCH.sub(lambda said: f"{int(said[1]):02}:{said[2] or '00'}", text)
    text = _MILITARY.sub(lambda said: f"{said[1]}:{said[2]}" if _is_clock(said, text) else said[0], text)
    text = _SPOKEN.sub(lambda said: f"{said[1]}:{said[2]}", text)
    text = _OH.sub(lambda said: f"{int(said[1] or said[3]):02}:{said[2] or '0' + said[4]}", text)
    return _AFTER_AT.sub(r"\1 \2:\3", text)


def _is_hour(said: re.Match[str]) -> bool:
    """ "Eleven hundred" is eleven o'clock; "nine hundred" alone may count anything."""
    return len(said[2]) == 2 or bool(said[1] or said[3])


def _is_clock(said: re.Match[str], text: str) -> bool:
    """Four figures are a time before nine by their nought, and else beside what a time stands with; years are none."""
    before, after = text[: said.start()], text[said.end() :]
    stands = re.search(
        r"\b(?:at|to|for|by|around|about|until|it|say|than|of|\w+day|tomorrow|tonight|today|or|evening|morning)"
        r" (?:about |around )?$",
        before,
    )
    goes_on = re.match(
        r"^ ?(?:instead|please|hours|hrs|works|suits|is (?:fine|good|better|ok|grand)|would|tomorrow|"
        r"tonight|today|on \w+day|\w+day)\b",
        after,
    )
    is_year = said[1] in ("19", "20") and not goes_on and not re.search(r"\b(?:at|it|for|to) $", before)
    return said[1].startswith("0") or (bool(stands or goes_on) and not is_year)


def said(text: str, part: str | None) -> str | None:
    """The last clock time in a text in plain form, in 24 hours; `part` of the day tells six from 18."""
    named = [clock for found in _TIME.finditer(text) if (clock := _read(found, text, part))]
    return named[-1] if named else None


def _read(found: re.Match[str], text: str, part: str | None) -> str | None:
    before, after = text[max(0, found.start() - 30) : found.start()], text[found.end() : found.end() + 30]
    if (_NOT_TIME.search(before) and not _PUT_OFF_UNTIL.search(before)) or _UNIT.match(after):
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
        return (hour, 15) if found["quarter"] in ("past", "after") else (_before(hour), 45)
    if found["count"]:
        hour, minutes = int(found["counted"]), int(found["count"])
        return (hour, minutes) if found["way"] in ("past", "after") else (_before(hour), 60 - minutes)
    if found["spoken"]:
        return int(found["spoken"]), int(found["minutes"])
    return int(found["hour"]), int(found["minute"] or 0)


def _before(hour: int) -> int:
    """A quarter to one is after twelve."""
    return 12 if hour == 1 else hour - 1


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
