"""Parts of the body and sides, as runners call them."""

import re
from functools import lru_cache

from runs.training.language import anatomy

_NOT_BODY = re.compile(rf"\b(?:{anatomy.NOT_BODY})\b")
_MUSCLES = frozenset({"calf", "quad", "hamstring", "thigh", "glute", "stomach", "side", "shoulder"})
_ANY = re.compile(r"\b(?:" + "|".join(rf"(?P<{name}>{called})" for name, called in anatomy.CALLED.items()) + r")\b")
_SIDE = re.compile(
    r"\b(both|(?:the |a )?pair of (?:them|'em)|(?:either|each)(?= (?:leg|knee|foot|ankle|calf|shin|hip|side|achilles|"
    r"heel|"
    r"quad|hamstring|thigh))|"
    r"(?:left|right)(?! (?:it|my|the)\b))\b(?! (?:shoe|turn|out|away|now|home|after|before|at the|in the tank|one is "
    r"fine))|(?:(?<=on the )|(?<=on my ))(?:left|right)\b(?! (?:turn|hand|bend|lane|fork|side of the|is|was))"
)
_CORRECTED = re.compile(
    r"\b(left|right)\b.{0,40}?\b(?:no|sorry|wait|i mean|hang on|actually|scratch that|make that|correction)"
    r"(?:[ ,.]+(?:no|sorry|wait|i mean|hang on|actually|it was|it is|make that|the|my|on|in))*[ ,.]+(left|right)\b"
    r"(?! (?:\w+ )?(?:is|was|feels) (?:fine|ok|good))"
)
_NOT_THAT_SIDE = re.compile(r"\bnot (?:on |in )?(?:the |my )?(?:left|right)\b")
# "The big toe on my left foot".
_PART_OF = {"toe": ("foot",), "heel": ("foot",), "ankle": ("foot",), "achilles": ("foot", "heel", "ankle")}
# "Right behind the knee", "right from the start": no side.
_RIGHT_THERE = re.compile(
    r"(?<!the )(?<!my )(?<!me )(?<!both )\bright (?=(?:behind|under\w*|below|above|on|in|inside|where|through|before|"
    r"up|down|across|around|round|into|next|beside|by|from|as|when|until|to|so|then|i|we|well|ok|coach|listen|over|"
    r"along)\b)"
)
_LEFT_VERB = re.compile(
    r"\b(?:nothing|anything|much|energy|plenty|lots|some|i|we|have|was|all) left\b|\b(?:all|you are|am|"
    r"that is|yeah|not|quite|feels?|been|is not) right\b(?! (?:\w+ )?(?:knee|calf|hip|foot|shin|ankle|side))"
)


@lru_cache(maxsize=512)
def places(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where in the text (plain form) a part of the body is named: start, end, part."""
    named = list(_ANY.finditer(text))
    elsewhere = [found.span() for found in _NOT_BODY.finditer(text)] if named else []
    return tuple(
        (found.start(), found.end(), str(found.lastgroup))
        for found in named
        if not any(start < found.end() and found.start() < end for start, end in elsewhere)
    )


def part(text: str) -> str | None:
    """The part named; the exact one of several where one is only general ("my leg, the calf")."""
    named = [name for _, _, name in places(text.replace("_", " "))]
    return next((name for name in named if name != "other"), named[0] if named else None)


def side(text: str, *, of: str | None = None) -> str:
    """ "left", "right", "both" or ""; with `of`, only what is said of that part."""
    text = _NOT_THAT_SIDE.sub(lambda found: " " * len(found[0]), text)
    text = _RIGHT_THERE.sub(lambda found: " " * len(found[0]), text)
    text = _LEFT_VERB.sub(lambda found: " " * len(found[0]), text)
    named = list(places(text))
    sides = {
        found[1] or found[0]
        for found in _SIDE.finditer(text)
        if of is None or not named or _is_of(text, _nearest(found, named), of)
    }
    sides = {named if named in ("left", "right") else "both" for named in sides}
    return "both" if len(sides) > 1 else next(iter(sides), "")


def _nearest(found: re.Match[str], named: list[tuple[int, int, str]]) -> tuple[int, int, str]:
    """The part that a side is said of: the one that follows at once, else the nearest."""
    return min(named, key=lambda place: (max(place[0] - found.end(), found.start() - place[1]), place[0]))


def _is_of(text: str, place: tuple[int, int, str], of: str) -> bool:
    """Of this part, or of the leg that it belongs to."""
    start, end, name = place
    return name == of or name in _PART_OF.get(of, ()) or text[start:end].endswith(("leg", "legs", "side"))


def corrected_side(text: str) -> str:
    """ "My right ankle, no wait, the left one": the side put right, or ""."""
    found = _CORRECTED.search(text)
    return found[2] if found and found[1] != found[2] else ""


def is_tendon(name: str) -> bool:
    """Where soreness or tightness is no ordinary muscle's."""
    return name not in _MUSCLES
