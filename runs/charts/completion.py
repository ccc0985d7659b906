"""How much of what the plan asked for was run."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from runs.charts.history import History, is_done
from runs.models import ScheduledRun

# Three runs in four: with that much of it done, a plan works.
MARK = 75
LATELY = timedelta(weeks=4)
ASKED_FOR = frozenset({ScheduledRun.Status.COMPLETED, ScheduledRun.Status.MISSED, ScheduledRun.Status.SKIPPED})


@dataclass(frozen=True)
class Completion:
    """Planned runs that were due, and those of them that were run."""

    done: int
    due: int

    @property
    def percent(self) -> int:
        return round(100 * self.done / self.due) if self.due else 0

    @property
    def is_past_the_mark(self) -> bool:
        return self.due > 0 and 100 * self.done >= MARK * self.due


def of_plan(history: History) -> Completion:
    return _count(_due(history))


def lately(history: History) -> Completion:
    """Of the last four weeks."""
    return _count(run for run in _due(history) if run.scheduled_on > history.today - LATELY)


def _due(history: History) -> Iterable[ScheduledRun]:
    """Neither rest, nor a day off, nor a run off the plan; nor one whose day is not over and which is still to do."""
    for run in history.runs:
        if run.status in ASKED_FOR and not run.is_off_plan and not history.is_off(run.scheduled_on):
            yield run


def _count(runs: Iterable[ScheduledRun]) -> Completion:
    due = list(runs)
    return Completion(sum(map(is_done, due)), len(due))
