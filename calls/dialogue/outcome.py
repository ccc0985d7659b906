"""What a conversation came to: the same for the scripted coach and for the voice agent. The desk acts on it once."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Outcome:
    """None or empty where it was not said. `notes` and `obstacles` are the runner's words.

    `acts` are the changes the runner has agreed to, in order, each a plain JSON value with what was `said` about it:

        {"act": "move", "run": id, "on": "2026-11-27", "at": "07:00"}    {"act": "skip", "run": id, "reason": words}
        {"act": "shorten", "run": id, "km": 3.0}                         {"act": "ease_week", "monday": "2026-11-30"}
        {"act": "repeat_week"}                                           {"act": "frequency", "runs": 2}
        {"act": "days", "days": ["mon", "wed", "sun"]}
        {"act": "pause", "kind": "illness|injury|holiday", "from": "2026-11-24", "to": "2026-11-30" or None}
        {"act": "task", "task": id, "to": "done|later|dropped"}
    """

    kind: str
    will_run: bool | None = None
    difficulty: int | None = None
    pain: bool | None = None
    pain_location: str = ""
    pain_side: str = ""
    pain_severity: int | None = None
    energy: str = ""
    distance_km: float | None = None
    duration_min: int | None = None
    obstacles: list[str] = field(default_factory=list)
    notes: str = ""
    red_flag: bool = False
    crisis: bool = False
    stop_calling: bool = False
    goal_is_right: bool | None = None
    acts: list[dict[str, Any]] = field(default_factory=list)
