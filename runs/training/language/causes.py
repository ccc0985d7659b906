"""A charity is named after what it fights: "we run for Chest Heart and Stroke" tells of nobody's chest."""

import re

_BEFORE = re.compile(
    r"\b(?:foundation|associations?|charit\w+|fund ?rais\w*|in (?:aid|memory) of|rais(?:ed|ing|e) (?:[\w.]+ "
    r"){0,4}?(?:money|"
    r"funds|for|pounds|quid|dollars|rupees)|(?:money|pounds|quid|funds|donations?|dollars) for|sponsor\w*|donat\w+|"
    r"(?:run|"
    r"runs|running|race|marathon|doing it|doing this|t ?shirt|vest|bib) for (?:the )?(?!(?:bus|train|tram|door|loo|"
    r"toilet|hills?|a|an|\d+|my|about|over|nearly)\b)) ?(?:[\w']+ ){0,4}?$"
)
_AFTER = re.compile(
    r"^(?: ?[\w']+){0,3}? ?\b(?:foundation|associations?|charity|research|appeal|trust|uk|society|hospice|walk for|"
    r"ireland|scotland|wales|america|fund|awareness)\b"
)


def is_cause(text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` are the name of what is run or raised for."""
    return bool(_BEFORE.search(text[max(0, start - 60) : start]) or _AFTER.match(text[end : end + 40]))
