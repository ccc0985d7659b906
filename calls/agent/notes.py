"""What the agent is to note after a talk: the fields of an Outcome that words can tell."""

from typing import Any

from calls.dialogue.reconciling import ENERGIES, SIDES
from runs.training.body import BODY_PARTS

# Not noted: the kind is known, and changes of the plan are made by the tools.
NOT_NOTED = ("kind", "acts")
_LEAVE = "Leave empty if the runner did not say."


def _field(kind: str, description: str, enum: tuple[str, ...] = ()) -> dict[str, Any]:
    plain: dict[str, Any] = {"type": kind, "description": f"{description} {_LEAVE}"}
    return {**plain, "enum": list(enum)} if enum else plain


DATA_COLLECTION: dict[str, dict[str, Any]] = {
    "will_run": _field("boolean", "Before a run: whether the runner is on for it."),
    "difficulty": _field("integer", "After a run: how hard it was, from 1 to 10. Not a pain's or an energy's number."),
    "pain": _field("boolean", "Whether the runner has or had pain. Tired legs and ordinary soreness are none."),
    "pain_location": _field("string", "Where it hurts.", BODY_PARTS),
    "pain_side": _field("string", "Which side hurts.", SIDES),
    "pain_severity": _field("integer", "How bad the pain is, from 0 to 10."),
    "energy": _field("string", "The runner's energy.", ENERGIES),
    "distance_km": _field("number", "After a run: the kilometres run; miles are converted."),
    "duration_min": _field("integer", "After a run: the minutes run."),
    "obstacles": _field("string", "What got or gets in the way, in the runner's own words, one a line."),
    "notes": _field("string", "What else the coach should remember, in the runner's own words, two sentences at most."),
    "red_flag": _field(
        "boolean",
        "True if the runner told of chest pain, fainting, trouble breathing, a racing or irregular heart, or another "
        "emergency of their own, now or on a run.",
    ),
    "crisis": _field("boolean", "True if the runner spoke of ending or harming their own life."),
    "stop_calling": _field("boolean", "True if the runner asked not to be called any more."),
    "goal_is_right": _field("boolean", "Whether the runner says that the goal is still the right one."),
}
