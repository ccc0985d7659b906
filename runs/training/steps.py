"""A part of a workout."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Step:
    """Either `minutes` or `distance_km` says how much; pace is (fastest, slowest) s/km, None where effort leads.

    Neighbours with the same `repeat` above one belong together: four times work and recovery.
    """

    kind: str  # run, walk, warmup, cooldown, work, recovery
    minutes: float | None = None
    distance_km: float | None = None
    repeat: int = 1
    pace_s_per_km: tuple[int, int] | None = None

    def as_json(self) -> dict[str, Any]:
        pace = self.pace_s_per_km
        return {**asdict(self), "pace_s_per_km": list(pace) if pace else None}

    def duration_min(self, *, pace_s_per_km: float) -> float:
        """Minutes, at the step's own pace or else at `pace_s_per_km`."""
        if self.minutes is not None:
            return self.minutes * self.repeat
        pace_s = sum(self.pace_s_per_km) / 2 if self.pace_s_per_km else pace_s_per_km
        return (self.distance_km or 0) * pace_s / 60 * self.repeat


def duration_min(steps: Iterable[Step], *, pace_s_per_km: float = 0) -> float:
    """Minutes of all; `pace_s_per_km` for those that name a distance and no pace."""
    return sum(step.duration_min(pace_s_per_km=pace_s_per_km) for step in steps)
