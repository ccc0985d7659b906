"""On which side it hurts: told, put right, or answered to "left or right?"."""

import re
from collections.abc import Iterable

from calls.dialogue.understanding import body
from calls.dialogue.understanding.transcript import Turn

_WHICH_SIDE = re.compile(
    r"\b(?:left or (?:the |on the )?right|right or (?:the )?left|which (?:side|one|leg|foot|knee|ankle|hip))\b"
)
OTHER_ONE = re.compile(
    r"\bthe other (?:one|leg|foot|knee|ankle|calf|shin|hip|heel|achilles|hamstring)\b(?! (?:is|was|feels) "
    r"(?:fine|ok|good))"
)
_OPPOSITE = {"left": "right", "right": "left"}


def of(turns: list[Turn], painful: Iterable[Turn], named: list[str]) -> str:
    """The side told, put right or given to "left or right?"; "the other one" is the one not asked about."""
    told = [side for turn in painful if (side := body.corrected_side(turn.plain))]
    asked = [side for turn in turns if _WHICH_SIDE.search(turn.question) and (side := _last_side(turn.plain))]
    other = [turn for turn in turns if OTHER_ONE.search(turn.plain) and not body.side(turn.plain)]
    was = [side for turn in other if (side := body.side(turn.question)) in _OPPOSITE]
    if was and set(named) <= {was[0]}:
        return _OPPOSITE[was[0]]
    return next(iter([*told, *named, *asked]), "")


def _last_side(text: str) -> str:
    return body.corrected_side(text) or body.side(text)
