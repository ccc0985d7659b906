"""Where a runner stands: what was run lately, as the planner wants it."""

from dataclasses import dataclass
from datetime import date, timedelta

from coach.models import User
from runs.models import RunningSchedule, ScheduledRun
from runs.training.limits import LONGEST_WITHIN

WEEKS = 4


@dataclass(frozen=True)
class Standing:
    """Kilometres of a usual week and of the longest run, the plan's weeks behind, those with a run in them, and the
    hard days of the last week."""

    weekly_km: float
    longest_km: float
    weeks_before: int
    weeks_trained: int
    hard_on: tuple[date, ...] = ()


def before(monday: date, *, user: User, schedule: RunningSchedule, full_until: date) -> Standing:
    """What was run before `monday`; runs still ahead until then count as planned. Two queries.

    `full_until`: the Monday up to which weeks are over, or taken for over. A week that has only begun tells little of
    a usual one, unless it is the first.
    """
    end = full_until if full_until > schedule.start_date else monday
    first = end - timedelta(weeks=WEEKS)
    runs = user.runs.between(min(first, monday - LONGEST_WITHIN), monday - timedelta(days=1))
    weekly, longest, hard = [0.0] * WEEKS, 0.0, []
    for run in runs.select_related("run_session").defer("steps", "why"):
        if run.is_hard and run.scheduled_on >= monday - timedelta(weeks=1):
            hard.append(run.scheduled_on)
        km = _km(run)
        longest = max(longest, km)
        if first <= run.scheduled_on < end and run.run_type != ScheduledRun.RunType.RACE:
            weekly[(run.scheduled_on - first).days // 7] += km
    weeks_before = max(0, (monday - schedule.start_date).days // 7)
    trained = _weeks_trained(schedule, before=monday)
    return Standing(_usual(weekly), longest, weeks_before, trained, tuple(hard))


def _km(run: ScheduledRun) -> float:
    if run.status == ScheduledRun.Status.COMPLETED and hasattr(run, "run_session"):
        told = run.run_session.actual_distance
        return run.distance if told is None else told
    return run.distance if run.is_pending else 0.0


def _usual(weekly: list[float]) -> float:
    """The two best of the last four, but no leap from the last two: who was away comes back gently."""
    best = sum(sorted(weekly)[-2:]) / min(2, sum(km > 0 for km in weekly) or 1)
    lately = max(weekly[-2:])
    return min(best, max(1.3 * lately, 0.5 * max(weekly)))


def _weeks_trained(schedule: RunningSchedule, *, before: date) -> int:
    done = schedule.scheduled_runs.filter(status=ScheduledRun.Status.COMPLETED, scheduled_on__lt=before)
    return len({on - timedelta(days=on.weekday()) for on in done.values_list("scheduled_on", flat=True)})
