"""How far and how long a run was, as told: "I did 6 k in 40 minutes"."""

import re
from typing import Any

from runs.training.language import clauses
from runs.training.pace import KM_PER_MILE

_NUMBER = r"(\d{1,3}(?:\.\d{1,2})?)"
_UNIT = r"(k|km|kms|kilomet\w+|miles?|mi)"
_RAN = (
    r"(?:ran|run|did|done|went|managed|covered|made|jogged|clocked|got|it was|it is|was|only|just|about|"
    r"stopped (?:at|after)|all)"
)
_KM = re.compile(
    rf"\b{_RAN}\b(?: [\w']+){{0,3}}? {_NUMBER} ?{_UNIT}\b(?! (?:more|short|less|to go|left|an hour|per|race|plan))"
)
_IN = re.compile(rf"\b{_NUMBER} ?{_UNIT}\b,? (?:in|took|for)\b")
_ABOUT = r"(?:about|around|just|under|over|roughly|me|only)"
_TIME = re.compile(
    rf"\b(?:in|took(?: me)?|for|lasted|ran|was|about|just|only)(?: {_ABOUT}){{0,2}} "
    r"(?:(?P<hours>\d|an?) hours?(?: (?:and )?(?P<half>a half|(?P<minutes>\d{1,2})(?: (?:minutes?|mins?))?))?|"
    r"(?P<only>\d{1,3}) (?:minutes?|mins?))\b"
    r"(?! (?:more|less|late|faster|slower|early|ago|of sleep|before|earlier|later))"
)
_PLANNED = re.compile(r"\b(?:planned|supposed|meant|instead of|wanted|should have|goal|usual|schedule|last)\b")
LONGEST_KM, LONGEST_MIN = 100.0, 1000


def told(words: str) -> dict[str, Any]:
    """`distance_km` and `duration_min` of this run, as far as said."""
    found: dict[str, Any] = {}
    for clause in clauses.of(words):
        if clause.is_before or clause.is_others(len(clause.text)) or _PLANNED.search(clause.text):
            continue
        if (km := _distance(clause.text)) is not None:
            found["distance_km"] = km
        if (minutes := _duration(clause.text, "distance_km" in found)) is not None:
            found["duration_min"] = minutes
    return found


def _distance(text: str) -> float | None:
    said = _KM.search(text) or _IN.search(text)
    if not said:
        return None
    km = float(said[1]) * (KM_PER_MILE if said[2].startswith("mi") else 1)
    return round(km, 2) if 0.3 <= km <= LONGEST_KM else None


def _duration(text: str, is_of_run: bool) -> int | None:
    said = _TIME.search(text)
    if not said or not (is_of_run or re.search(r"\b(?:took|lasted|ran|run|jogged|out|running)\b", text)):
        return None
    if said["only"]:
        minutes = int(said["only"])
    else:
        hours = 1 if said["hours"] in ("a", "an") else int(said["hours"])
        minutes = hours * 60 + (30 if said["half"] == "a half" else int(said["minutes"] or 0))
    return minutes if 1 <= minutes <= LONGEST_MIN else None
