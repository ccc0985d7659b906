"""Everything a runner has done for a goal, as the charts want it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from runs.models import Pause, ScheduledRun

WEEKS = 12


@dataclass(frozen=True)
class History:
    """The runs of a goal in order of day, with their sessions, and the days off. `suspended_on`: since when no run
    may be run."""

    runs: Sequence[ScheduledRun]
    pauses: Sequence[Pause]
    today: date
    starts_on: date
    suspended_on: date | None = None

    def is_off(self, day: date) -> bool:
        """A day that asks nothing of the runner, whatever the plan says."""
        is_suspended = self.suspended_on is not None and day >= self.suspended_on
        return is_suspended or any(pause.covers(day) for pause in self.pauses)

    @property
    def mondays(self) -> list[date]:
        """The last weeks of the plan up to this one."""
        this_week = monday(self.today)
        first = max(monday(self.starts_on), this_week - timedelta(weeks=WEEKS - 1))
        return [first + timedelta(weeks=number) for number in range((this_week - first).days // 7 + 1)]

    @property
    def done(self) -> list[ScheduledRun]:
        return [run for run in self.runs if is_done(run)]


def is_done(run: ScheduledRun) -> bool:
    return run.status == ScheduledRun.Status.COMPLETED


def ran_on(run: ScheduledRun) -> date:
    """The local day a run was run on: before its own when it was done ahead."""
    return min(run.scheduled_on, run.user.today(run.run_session.completed_date))


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
