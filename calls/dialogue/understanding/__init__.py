"""What a runner said, in words or in a transcript, as the fields that the coach acts on. Pure.

The words are brought to one plain form and cut into clauses (`runs.training.language`); each module here reads one
thing from the clauses of the runner's turns, minding what was asked.
"""

from dataclasses import asdict, dataclass, field
from typing import Any

from calls.dialogue.understanding import (
    effort,
    going,
    hindrances,
    mood,
    pain,
    ratings,
    stopping,
    transcript,
    wishes,
)
from calls.dialogue.understanding import energy as energies
from calls.dialogue.understanding.answers import (
    body_part,
    effort_in_words,
    energy,
    number,
    pain_in,
    rating,
    says_bye,
    says_enough,
    says_gone,
    side,
    wants_no_calls,
    yes_no,
)
from calls.dialogue.understanding.leaving import goodbye
from calls.dialogue.understanding.sense import is_gibberish, is_told
from calls.dialogue.understanding.times import Said
from calls.dialogue.understanding.transcript import Turn
from runs.training import crisis, safety
from tasks import obstacles
from tasks.obstacles import Mention

__all__ = [
    "CONTEXTS",
    "Understood",
    "body_part",
    "effort_in_words",
    "energy",
    "going_as_told",
    "goodbye",
    "is_gibberish",
    "is_told",
    "number",
    "pain_in",
    "rating",
    "says_bye",
    "says_enough",
    "says_gone",
    "side",
    "understand",
    "wants_no_calls",
    "yes_no",
]  # fmt: skip

CONTEXTS = ("post_run", "pre_run", "planning")
_DAYS_OF_THE_WIRE = frozenset(
    {"tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)


@dataclass(frozen=True)
class Understood:
    """The fields of DIALOGUE.md, section 3; None where it was not said."""

    difficulty: int | None = None
    pain: bool = False
    pain_location: str | None = None
    pain_side: str | None = None
    pain_severity: int | None = None
    energy: str | None = None
    sentiment: str = "neutral"
    obstacles: list[str] = field(default_factory=list)
    wants_reschedule: bool = False
    reschedule_to: dict[str, str | None] | None = None
    will_run: bool | None = None
    red_flag: bool = False
    stop_calling: bool = False
    topics: list[str] = field(default_factory=list)
    tasks: list[dict[str, Any]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def understand(text: str, *, context: str) -> Understood:
    """What the runner said after a run, before one, or when planning."""
    turns = transcript.turns(text)
    rated = ratings.of(turns)
    hurts = pain.read(turns, rated)
    hindered = hindrances.read(turns, context=context)
    wish = wishes.another_time(turns, context=context)
    return Understood(
        difficulty=effort.read(turns, rated) if context == "post_run" else None,
        pain=hurts is not None,
        pain_location=hurts.location if hurts else None,
        pain_side=hurts.side if hurts else None,
        pain_severity=hurts.severity if hurts else None,
        energy=energies.read(turns, rated),
        sentiment=mood.sentiment(turns),
        obstacles=list(dict.fromkeys(mention.category for mention in hindered)),
        wants_reschedule=wish is not None,
        reschedule_to=_on_the_wire(wish, context),
        will_run=_goes(turns, context, wish),
        red_flag=_is_red_flag(turns, hurts),
        stop_calling=any(stopping.ends_all(turn) for turn in turns),
        topics=[*(["pain"] if hurts else []), *mood.topics(turns)],
        tasks=[_task(mention, turns) for mention in hindered],
    )


def going_as_told(text: str, *, context: str) -> bool | None:
    """On for the run or not, where a wish for another time leaves that open: a talk takes up the wish by itself."""
    turns = transcript.turns(text)
    return going.read(turns, context=context, moves=wishes.another_time(turns, context=context) is not None)


def _goes(turns: list[Turn], context: str, wish: Said | None) -> bool | None:
    """Right before a run, who wants another time does not run now, unless they say that it hangs on something."""
    if context == "pre_run" and wish is not None:
        return None if going.is_left_open(turns) else False
    return going.read(turns, context=context, moves=wish is not None)


def _is_red_flag(turns: list[Turn], hurts: pain.Pain | None) -> bool:
    if hurts and hurts.location in safety.RED_FLAG_PLACES:
        return True
    if any(turn.owns_up_to_red_flag or crisis.is_crisis(turn.plain) for turn in turns):
        return True
    return safety.in_clauses(transcript.told(turns))


def _on_the_wire(wish: Said | None, context: str) -> dict[str, str | None] | None:
    """Without what only the runner's clock can tell."""
    if not wish:
        return None
    # Before a run it is today's that is put back a day.
    is_put_back = context == "pre_run" and wish.by_minutes == 24 * 60
    day = wish.day if wish.day in _DAYS_OF_THE_WIRE else "tomorrow" if is_put_back and not wish.day else None
    if not (day or wish.part or wish.time):
        return None
    return {"day": day, "part": wish.part, "time": wish.time}


def _task(mention: Mention, turns: list[Turn]) -> dict[str, Any]:
    said = next(
        (clause.text for turn in turns for clause in turn.clauses if mention in obstacles.mentions(clause.text)),
        "",
    )
    return {
        "title": mention.title,
        "description": obstacles.description(said or "what made it harder"),
        "category": mention.category,
        "priority": mention.priority,
        "due_in_days": obstacles.DUE_IN_DAYS,
    }
