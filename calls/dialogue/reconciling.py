"""What a talk with the voice agent came to: its transcript and what the agent noted, made one. Pure.

What the runner's own words say comes first; what the agent noted fills what they leave open, where it is of the right
kind and size. A pain or a red flag in the words always stands, whatever was noted; one that was noted stands too.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from calls.dialogue import understanding
from calls.dialogue.outcome import Outcome
from calls.dialogue.understanding import amounts
from runs.training import crisis
from runs.training.body import BODY_PARTS
from runs.training.language import normal
from tasks import obstacles

COACH, RUNNER = "coach", "runner"
CONTEXTS = {"post_run": "post_run", "pre_run": "pre_run"}
SIDES, ENERGIES = ("left", "right", "both"), ("low", "medium", "high")
LONGEST_NOTE, LONGEST_OBSTACLE = 1000, 300
# What begins a turn in a transcript must not begin one inside another.
_SPEAKER = re.compile(r"\b(coach|runner|agent|assistant|ai|user|me|athlete)\s*:", re.IGNORECASE)


@dataclass(frozen=True)
class Turn:
    """One thing said, by COACH or RUNNER."""

    speaker: str
    text: str


def reconcile(kind: str, transcript_turns: Sequence[Turn], collected: dict[str, Any]) -> Outcome:
    """`collected` is as the agent noted it: what is null, of another type or out of range is left out."""
    heard = understanding.understand(_text(transcript_turns), context=CONTEXTS.get(kind, "planning"))
    said = [turn.text for turn in transcript_turns if turn.speaker == RUNNER]
    run = amounts.told(" . ".join(said)) if kind == "post_run" else {}
    pain = heard.pain or _flag(collected, "pain")
    location = heard.pain_location or _one_of(collected, "pain_location", BODY_PARTS)
    side = heard.pain_side or _one_of(collected, "pain_side", SIDES)
    severity = heard.pain_severity if heard.pain_severity is not None else _count(collected, "pain_severity", 0, 10)
    # A wish to move the run lets go of nothing: what comes of it is agreed in the talk.
    on = understanding.going_as_told(_text(transcript_turns), context="pre_run") if kind == "pre_run" else None
    return Outcome(
        kind=kind,
        will_run=_first(on, _flag(collected, "will_run")) if kind == "pre_run" else None,
        difficulty=_first(heard.difficulty, _count(collected, "difficulty", 1, 10)) if kind == "post_run" else None,
        pain=pain,
        pain_location=location or "" if pain else "",
        pain_side=side or "" if pain else "",
        pain_severity=severity if pain else None,
        energy=heard.energy or _one_of(collected, "energy", ENERGIES) or "",
        distance_km=_first(run.get("distance_km"), _size(collected, "distance_km", 0.1, 200)),
        duration_min=_first(run.get("duration_min"), _count(collected, "duration_min", 1, 1440)),
        obstacles=_obstacles(kind, transcript_turns, _words(collected, "obstacles", LONGEST_NOTE)),
        notes=_words(collected, "notes", LONGEST_NOTE) or _first_words(kind, transcript_turns),
        red_flag=heard.red_flag or _flag(collected, "red_flag") is True,
        crisis=any(crisis.is_crisis(words) for words in said) or _flag(collected, "crisis") is True,
        stop_calling=heard.stop_calling or _flag(collected, "stop_calling") is True,
        goal_is_right=_flag(collected, "goal_is_right"),
    )


def complete(spoken: Outcome, typed: Outcome) -> Outcome:
    """What was spoken, and what had been typed or tapped before and was not spoken of again."""
    known = {field.name: getattr(typed, field.name) for field in fields(Outcome) if field.name != "kind"}
    missing = {name: value for name, value in known.items() if getattr(spoken, name) in (None, "", [], False)}
    return replace(spoken, **missing)


def _text(turns: Iterable[Turn]) -> str:
    return "\n".join(f"{'Coach' if turn.speaker == COACH else 'Runner'}: {_plain(turn.text)}" for turn in turns)


def _plain(words: str) -> str:
    return _SPEAKER.sub(r"\1,", " ".join(words.split()))


def titles(words: str) -> set[str]:
    """Of the tasks that an obstacle told in these words may make."""
    return {mention.title for mention in obstacles.mentions(normal.plain(words))}


def _obstacles(kind: str, turns: Sequence[Turn], noted: str) -> list[str]:
    """The runner's words, each for another obstacle: the same one said twice in a talk is one. What the agent noted
    beside counts where the words tell of no such thing."""
    found: list[str] = []
    known: set[str] = set()
    for asked, turn in zip([None, *turns], turns, strict=False):
        if turn.speaker != RUNNER:
            continue
        pair = [asked, turn] if asked and asked.speaker == COACH else [turn]
        heard = understanding.understand(_text(pair), context=CONTEXTS.get(kind, "planning"))
        if new := {task["title"] for task in heard.tasks} - known:
            known |= new
            found.append(turn.text[:LONGEST_OBSTACLE])
    for words in filter(None, (part.strip() for part in re.split(r"[\n;]+", noted))):
        if named := titles(words) - known:
            known |= named
            found.append(words[:LONGEST_OBSTACLE])
    return found


def _first_words(kind: str, turns: Iterable[Turn]) -> str:
    """How a run felt, or what is on a runner's mind, is told in the first answer."""
    if kind == "pre_run":
        return ""
    return next((turn.text[:LONGEST_NOTE] for turn in turns if turn.speaker == RUNNER), "")


def _first(*values: Any) -> Any:
    return next((value for value in values if value is not None), None)


def _flag(collected: dict[str, Any], name: str) -> bool | None:
    value = collected.get(name)
    return value if isinstance(value, bool) else None


def _size(collected: dict[str, Any], name: str, lowest: float, highest: float) -> float | None:
    value = collected.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return float(value) if lowest <= value <= highest else None


def _count(collected: dict[str, Any], name: str, lowest: int, highest: int) -> int | None:
    """A whole number; 7.0 is one."""
    value = _size(collected, name, lowest, highest)
    return int(value) if value is not None and value.is_integer() else None


def _one_of(collected: dict[str, Any], name: str, known: Iterable[str]) -> str | None:
    value = collected.get(name)
    return value if isinstance(value, str) and value in known else None


def _words(collected: dict[str, Any], name: str, longest: int) -> str:
    value = collected.get(name)
    return value.strip()[:longest] if isinstance(value, str) else ""
