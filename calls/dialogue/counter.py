"""A counter-proposal to a change that was read back: another time, another length, another change. Pure."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from calls.dialogue import requests
from calls.dialogue.requests import Request
from calls.dialogue.understanding import choosing, times
from calls.dialogue.understanding.times import Said
from runs.training.language import normal

# How a yes begins that something else stands beside.
AND_ALSO = re.compile(
    r"^\W*(?:yes|yeah|yep|ok|okay|sure|fine)\b\W*(?:and |then |also |please |can you )*", re.IGNORECASE
)
_OTHERWISE = re.compile(r"\b(?:but|rather|make it|earlier|later|instead|only)\b")


def read(act: dict[str, Any], said: str, other: Request | None, *, is_yes: bool) -> Request | None:
    """The same with another time or length, or another change altogether, in place of a plain yes."""
    when = _time_for(act, said)
    if act["act"] == "move" and when.by_minutes and (not is_yes or _OTHERWISE.search(said.lower())):
        return _moved_by(act, when.by_minutes)
    is_other_time = act["act"] == "move" and bool(when.day or when.part or when.time or when.in_minutes)
    if is_other_time and (not is_yes or _OTHERWISE.search(said.lower())):
        is_other_day = when.day or when.in_minutes
        return Request("move", run=act["run"], when=when) if is_other_day else _on_the_day_of(act, when)
    if act["act"] == "shorten" and (km := _another_length(AND_ALSO.sub("", said), other, is_yes=is_yes)):
        return Request("shorten", run=act["run"], km=km)
    if act["act"] == "pause" and not is_yes and (length := requests.other_length(act, said)):
        return length
    return other if other is not None and other.ask != act["act"] and not is_yes else None


def _time_for(act: dict[str, Any], said: str) -> Said:
    """The time in these words; "eight", where an evening is proposed, is eight in the evening."""
    plain = normal.plain(said)
    when = times.said(plain)
    if act["act"] != "move" or when.day or when.part or when.exact:
        return when
    when = when or times.said(choosing.hour(plain))
    if when.time and when.time < "12:00" <= act["at"]:
        return replace(when, time=f"{int(when.time[:2]) + 12:02}{when.time[2:]}")
    return when


def _another_length(said: str, other: Request | None, *, is_yes: bool) -> float | None:
    """Km, when another length than the proposed one was named."""
    if other is not None and other.ask == "shorten" and other.km and not is_yes:
        return other.km
    return None if other else requests.length(said)


def _moved_by(act: dict[str, Any], minutes: int) -> Request:
    """ "Make it an hour later": than what was proposed."""
    moment = datetime.fromisoformat(f"{act['on']}T{act['at']}") + timedelta(minutes=minutes)
    return Request("move", run=act["run"], moment=f"{moment:%Y-%m-%dT%H:%M}")


def _on_the_day_of(act: dict[str, Any], when: Said) -> Request:
    """ "Yes, but at eight": the day that was agreed on, at another time."""
    at = when.time or {"morning": "07:00", "midday": "12:00", "evening": "18:00"}.get(when.part or "", act["at"])
    return Request("move", run=act["run"], moment=f"{act['on']}T{at}")
