"""The milestones on the way to a goal: which there are, when one is reached, and how far it is to the next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from coach import spoken
from coach.models import Goal, Milestone
from runs.models import ScheduledRun
from runs.training import pace

STEPS_KM = ((5.0, "First 5 km"), (10.0, "First 10 km"), (pace.HALF_KM, "Half marathon"), (pace.MARATHON_KM, "Marathon"))
STEPS_RUNS = (10, 25, 50, 100)
# Made for every goal, however short.
ALWAYS_RUNS = 25
LONGEST = "Longest run yet"
# Distances are told to one decimal, and 13.1 miles are a half marathon.
ROUNDING_KM = 0.05


@dataclass(frozen=True)
class Ahead:
    """A milestone to come. `planned_on`: when the plan gets there, None beyond its end."""

    milestone: Milestone
    to_go: str
    planned_on: date | None


def create(goal: Goal) -> None:
    """Those of a new goal, or those ahead of a changed one: milestones reached stay."""
    goal.milestones.filter(completed_date=None).delete()
    there = set(goal.milestones.values_list("title", flat=True))
    Milestone.objects.bulk_create(row for row in _of(goal) if row.title not in there)


def reach(goal: Goal, *, km: float, on: date, runs_done: int, is_race: bool) -> list[Milestone]:
    """Tick off what a run of `km` on the local day `on` reached, the `runs_done`th of this goal; returns those."""
    newly = [
        row
        for row in goal.milestones.filter(completed_date=None)
        if _is_reached(row, goal, km=km, on=on, runs_done=runs_done, is_race=is_race)
    ]
    goal.milestones.filter(pk__in=[row.pk for row in newly]).update(completed_date=on)
    for row in newly:
        row.completed_date = on
    return newly


def take_back(goal: Goal) -> None:
    """Distances that no run has reached after all."""
    runs = goal.schedule.scheduled_runs.filter(status=ScheduledRun.Status.COMPLETED).select_related("run_session")
    longest_km = max((run.done_km for run in runs), default=0.0)
    reached = goal.milestones.exclude(completed_date=None).exclude(target_distance=None)
    reached.filter(target_distance__gt=longest_km + ROUNDING_KM).update(completed_date=None)


def words(milestone: Milestone, *, units: str) -> tuple[str, str]:
    """Title and text of the notice: what the runner did, and what comes next."""
    goal = milestone.goal
    runs = goal.schedule.scheduled_runs.select_related("run_session").defer("steps", "why")
    today = milestone.completed_date or date.min
    coming = ahead(goal, goal.milestones.all(), list(runs), today=today, units=units)
    title, text = _said(milestone, goal, units)
    if milestone.target_date:
        return title, f"{text} Take some easy days. Then let's choose what comes next."
    return title, f"{text} Next: {_named(coming[0])}." if coming else text


def reached(rows: Iterable[Milestone]) -> list[Milestone]:
    """The latest first."""
    done = [row for row in rows if row.completed_date]
    return sorted(done, key=lambda row: row.completed_date or date.min, reverse=True)


def ahead(
    goal: Goal, rows: Iterable[Milestone], runs: Sequence[ScheduledRun], *, today: date, units: str
) -> list[Ahead]:
    """How far each milestone still to come is, the next one first. `runs`: all of the goal's, in order of day."""
    done = [run for run in runs if run.status == ScheduledRun.Status.COMPLETED]
    longest_km = max([goal.longest_recent_km or 0.0, *(run.done_km for run in done)])
    pending = [run for run in runs if run.is_pending and run.scheduled_on >= today]
    coming = [
        Ahead(row, _to_go(row, len(done), longest_km, units), _planned_on(row, len(done), pending))
        for row in rows
        if not row.completed_date
    ]
    return sorted(coming, key=lambda one: one.planned_on or date.max)


def _of(goal: Goal) -> list[Milestone]:
    """The distances and numbers of runs still ahead up to the goal's, and race day."""
    target_km = pace.RACE_KM.get(goal.target_race) or goal.target_distance or 10.0
    known_km = goal.longest_recent_km or 0.0
    rows = [
        Milestone(goal=goal, title=title, target_distance=km) for km, title in STEPS_KM if known_km < km <= target_km
    ]
    if known_km:
        rows.append(Milestone(goal=goal, title=LONGEST, target_distance=known_km))
    rows += [
        Milestone(goal=goal, title=f"{count} runs", target_runs=count)
        for count in STEPS_RUNS
        if count <= max(ALWAYS_RUNS, _runs_of(goal))
    ]
    if goal.target_date:
        day = "Race day" if goal.target_race else "Goal day"
        rows.append(Milestone(goal=goal, title=day, target_date=goal.target_date))
    return rows


def _runs_of(goal: Goal) -> int:
    """How many runs the plan comes to. One without a date goes on."""
    if goal.target_date is None:
        return max(STEPS_RUNS)
    days = (goal.target_date - goal.user.today(goal.created_at)).days + 1
    return days * goal.weekly_frequency // 7


def _is_reached(row: Milestone, goal: Goal, *, km: float, on: date, runs_done: int, is_race: bool) -> bool:
    if row.target_runs:
        return runs_done >= row.target_runs
    if row.target_date:
        return is_race or (not goal.target_race and on == row.target_date)
    target_km = row.target_distance or 0.0
    return km > target_km + ROUNDING_KM if row.title == LONGEST else km >= target_km - ROUNDING_KM


def _to_go(row: Milestone, done: int, longest_km: float, units: str) -> str:
    if row.target_runs:
        left = max(1, row.target_runs - done)
        return f"{left} run{'s' if left > 1 else ''} to go"
    if row.target_date:
        return spoken.day(row.target_date)
    target_km = row.target_distance or 0.0
    target = spoken.distance(target_km, units=units)
    if row.title == LONGEST:
        return f"anything past {target}"
    further_km = target_km - longest_km
    if not longest_km or further_km < ROUNDING_KM:
        return f"{target} in one run"
    return f"{spoken.distance(further_km, units=units)} further than your longest"


def _planned_on(row: Milestone, done: int, pending: Sequence[ScheduledRun]) -> date | None:
    if row.target_date:
        return row.target_date
    if row.target_runs:
        at = max(0, row.target_runs - done - 1)
        return pending[at].scheduled_on if at < len(pending) else None
    target_km = (row.target_distance or 0.0) + (ROUNDING_KM if row.title == LONGEST else -ROUNDING_KM)
    return next((run.scheduled_on for run in pending if run.distance > target_km), None)


def _said(row: Milestone, goal: Goal, units: str) -> tuple[str, str]:
    if row.target_runs:
        return f"{row.title} done", f"{row.target_runs} runs of this plan are behind you, one at a time."
    if row.target_date:
        return f"{row.title}: you did it", f"The day you trained for, and you ran it: {goal.goal_text}."
    target = spoken.distance(row.target_distance or 0.0, units=units)
    if row.title == LONGEST:
        return "Your longest run yet", f"You ran further than the {target} you set out with."
    return f"{row.title}: done", f"You ran {target} in one go, for the first time on this plan."


def _named(coming: Ahead) -> str:
    """ "25 runs, 15 runs to go", "Race day, Sun 6 December"."""
    return f"{coming.milestone.title}, {coming.to_go}"
