"""Where a runner stands: what was run lately, as the planner wants it."""

from dataclasses import dataclass
from datetime import date, timedelta

from coach.models import User
from runs.models import RunningSchedule, ScheduledRun
from runs.training.limits import LONGEST_WITHIN
from runs.training.limits import WEEKS_HELD_AGAINST as WEEKS
from runs.training.onward import usual_week_km


@dataclass(frozen=True)
class Standing:
    """Kilometres of a usual week, the plan's weeks behind, those with a run in them, the runs of the last thirty days
    and the hard days of the last week, and the day last run on."""

    weekly_km: float
    weeks_before: int
    weeks_trained: int
    runs: tuple[tuple[date, float], ...]
    hard_on: tuple[date, ...]
    ran_on: date | None

    @property
    def longest_km(self) -> float:
        return max((km for _, km in self.runs), default=0.0)


def before(monday: date, *, user: User, schedule: RunningSchedule, full_until: date) -> Standing:
    """What was run before `monday`; runs still ahead until then count as planned. Two queries.

    `full_until`: the Monday up to which weeks are over, or taken for over. A week that has only begun tells little of
    a usual one, unless it is the first.
    """
    end = full_until if full_until > schedule.start_date else monday
    first = end - timedelta(weeks=WEEKS)
    runs = user.runs.between(min(first, monday - LONGEST_WITHIN), monday - timedelta(days=1))
    weekly, recent, hard = [0.0] * WEEKS, [], []
    rows = [run for run in runs.select_related("run_session").defer("steps", "why") if run.is_pending or run.done_km]
    for run in rows:
        km = run.distance if run.is_pending else run.done_km
        if run.scheduled_on >= monday - LONGEST_WITHIN:
            recent.append((run.scheduled_on, km))
        if run.is_hard and run.scheduled_on >= monday - timedelta(weeks=1):
            hard.append(run.scheduled_on)
        if first <= run.scheduled_on < end and run.run_type != ScheduledRun.RunType.RACE:
            weekly[(run.scheduled_on - first).days // 7] += km
    return Standing(
        weekly_km=usual_week_km(weekly),
        weeks_before=max(0, (monday - schedule.start_date).days // 7),
        weeks_trained=_weeks_trained(schedule, before=monday),
        runs=tuple(sorted(recent)),
        hard_on=tuple(hard),
        ran_on=max((run.scheduled_on for run in rows if not run.is_pending), default=None),
    )


def _weeks_trained(schedule: RunningSchedule, *, before: date) -> int:
    done = schedule.scheduled_runs.filter(status=ScheduledRun.Status.COMPLETED, scheduled_on__lt=before)
    return len({on - timedelta(days=on.weekday()) for on in done.values_list("scheduled_on", flat=True)})
