"""Fields of a JSON object, read and checked one by one. A wrong or missing one raises `Invalid`, which names it."""

import re
from collections.abc import Mapping
from datetime import date, time
from typing import Any, TypeVar

T = TypeVar("T")
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})", re.ASCII)


class Invalid(ValueError):
    """A field is wrong or missing; the message is one line that begins with its name."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}")
        self.field = field


def seconds(text: str) -> int | None:
    """ "25:30" or "1:55:00" to seconds; None when it is neither."""
    match = _CLOCK.fullmatch(text.strip())
    if not match or int(match[3]) > 59 or (match[1] and int(match[2]) > 59):
        return None
    return int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3])


def given(value: T | None, field: str) -> T:
    if value is None:
        raise Invalid(field, "is missing")
    return value


def number(data: Mapping[str, Any], name: str, least: float, most: float, *, prefix: str = "") -> float | None:
    value = data.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Invalid(prefix + name, "must be a number")
    # No number at all (NaN) is in no range, and an integer of any length is compared without a float.
    if not least <= value <= most:
        raise Invalid(prefix + name, f"must be between {least:g} and {most:g}")
    return float(value)


def integer(data: Mapping[str, Any], name: str, least: int, most: int, *, prefix: str = "") -> int | None:
    value = number(data, name, least, most, prefix=prefix)
    if value is None:
        return None
    if value != int(value):
        raise Invalid(prefix + name, "must be a whole number")
    return int(value)


def choice(data: Mapping[str, Any], name: str, choices: tuple[str, ...], *, prefix: str = "") -> str | None:
    value = data.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or value not in choices:
        raise Invalid(prefix + name, f"must be one of {', '.join(choices)}")
    return value


def flag(data: Mapping[str, Any], name: str) -> bool:
    value = data.get(name)
    if value is not None and not isinstance(value, bool):
        raise Invalid(name, "must be true or false")
    return bool(value)


def day(data: Mapping[str, Any], name: str, *, prefix: str = "") -> date | None:
    value = data.get(name)
    if value is None:
        return None
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            raise ValueError(value)
        on = date.fromisoformat(value)
    except (TypeError, ValueError):
        raise Invalid(prefix + name, "must be a date like 2026-06-21") from None
    if not 1900 <= on.year <= 2200:
        raise Invalid(prefix + name, "must lie between 1900 and 2200")
    return on


def clock_time(data: Mapping[str, Any], name: str = "start_time", *, prefix: str = "") -> time:
    value = data.get(name)
    if value is None:
        return time(7)
    if not isinstance(value, str) or not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value, re.ASCII):
        raise Invalid(prefix + name, "must be a time like 07:00")
    return time.fromisoformat(value)


def duration_s(data: Mapping[str, Any], name: str, *, prefix: str = "") -> int | None:
    value = data.get(name)
    if value is None:
        return None
    found = seconds(value) if isinstance(value, str) else None
    if not found:
        raise Invalid(prefix + name, "must be a time like 25:30 or 1:55:00")
    return found


def one_line(text: str) -> str:
    """A name as a terminal may show it."""
    return "".join(sign if sign.isprintable() else "?" for sign in " ".join(text.split()))[:60] or '""'


def only(data: Mapping[str, Any], known: set[str], *, prefix: str = "") -> None:
    unknown = sorted(str(name) for name in data if name not in known)
    if unknown:
        raise Invalid(prefix + one_line(unknown[0]), "is not a field of a request")
