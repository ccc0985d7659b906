"""Red flags: what no coach may talk past. Words here only ever send a person to a doctor, never diagnose."""

import re

RED_FLAG_PLACES = frozenset({"chest"})

_RED_FLAGS = re.compile(
    r"""
    \bchest\b .{0,30} \b(pain|pains|hurt|hurts|hurting|tight|tightness|pressure|ache|aches)\b
    | \b(pain|pains|tightness|pressure|ache|tight)\b .{0,25} \bchest\b
    | \b(fainted|passed\ out|blacked\ out|lost\ consciousness|collapsed)\b
    | \b(can'?t|cannot|could\ ?n'?t|could\ not|unable\ to)\ (catch\ my\ breath|breathe)\b
    | \b(breathless|short\ of\ breath|out\ of\ breath)\b .{0,20} \b(rest|resting|sitting|lying|still)\b
    | \b(can'?t|cannot|could\ ?n'?t|could\ not|unable\ to)\ (put|bear|take)\ (any\ |my\ )?weight\b
    | \b(numb|numbness)\b .{0,30} \b(fall|fell|fallen)\b
    | \b(fall|fell|fallen)\b .{0,40} \b(numb|numbness)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DENIED = re.compile(r"\b(no|not|never|without|don'?t have|didn'?t have|isn'?t)\b[\w\s']{0,18}$", re.IGNORECASE)


def is_red_flag(words: str = "", *, pain_location: str = "") -> bool:
    """Whether what was told asks for medical help before any more running."""
    if pain_location in RED_FLAG_PLACES:
        return True
    return any(not _DENIED.search(words[: match.start()]) for match in _RED_FLAGS.finditer(words))
