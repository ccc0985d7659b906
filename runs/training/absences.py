"""Days without training: pauses as told, and absences, which are pauses that adjoin or overlap."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
# Back from so many days off, the first week is a gentle one.
AWAY_DAYS = 4


@dataclass(frozen=True)
class Pause:
    """Days without training, both included; `ends_on` None while nobody knows."""

    starts_on: date
    ends_on: date | None
    kind: str = "holiday"

    def covers(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    @property
    def days(self) -> int:
        return (self.ends_on - self.starts_on).days + 1 if self.ends_on else 0


def merged(pauses: Iterable[Pause]) -> tuple[Pause, ...]:
    """Absences in order, each of the kind of its longest pause."""
    found: list[Pause] = []
    for pause in sorted(pauses, key=lambda pause: (pause.starts_on, pause.ends_on or date.max)):
        before = found[-1] if found else None
        if before and (before.ends_on is None or pause.starts_on <= before.ends_on + DAY):
            found[-1] = _together(before, pause)
        else:
            found.append(pause)
    return tuple(found)


def returns(absences: Iterable[Pause]) -> tuple[tuple[date, Pause], ...]:
    """The first day back from each that was long enough to come back from gently."""
    return tuple((away.ends_on + DAY, away) for away in absences if away.ends_on and away.days >= AWAY_DAYS)


def _together(before: Pause, pause: Pause) -> Pause:
    longest = max((before, pause), key=lambda one: one.days)
    if before.ends_on is None or pause.ends_on is None:
        return Pause(before.starts_on, None, longest.kind)
    return Pause(before.starts_on, max(before.ends_on, pause.ends_on), longest.kind)
