"""Session load: how hard a run felt, times how long it took. It is shown, and decides nothing.

Foster and others, A new approach to monitoring exercise training, 2001. Its unit is arbitrary: an hour at 5 makes 300.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Session:
    """A run that was run. `difficulty` 1-10, None when it was not told; `minutes` as told, else as planned."""

    on: date
    difficulty: int | None
    minutes: float

    @property
    def load(self) -> float:
        return (self.difficulty or 0) * self.minutes


@dataclass(frozen=True)
class Week:
    """`minutes` of the runs that have a load; `untold` runs have none, for nobody said how hard they were."""

    monday: date
    load: int
    minutes: int
    untold: int


def weeks(sessions: Iterable[Session], mondays: Sequence[date]) -> list[Week]:
    """The load of the weeks that begin on `mondays`."""
    kept = list(sessions)
    return [_week(monday, [session for session in kept if _monday(session.on) == monday]) for monday in mondays]


def _week(monday: date, sessions: list[Session]) -> Week:
    told = [session for session in sessions if session.difficulty is not None]
    return Week(
        monday,
        load=round(sum(session.load for session in told)),
        minutes=round(sum(session.minutes for session in told)),
        untold=len(sessions) - len(told),
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
