"""The pure plan as rows, and where a run may go."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from coach.models import Goal, User
from runs.models import RunningSchedule, ScheduledRun
from runs.training import pace, plan, workouts
from runs.training.request import WEEKDAYS, RecentRace, Request

SLOT_DAYS = 7
FURTHEST_MOVE = timedelta(days=28)


def create(goal: Goal, *, now: datetime) -> RunningSchedule:
    """Generate and store the schedule of a goal; a constant number of queries."""
    user = goal.user
    made = plan.build(request(goal, today=user.today(now)))
    schedule = RunningSchedule.objects.create(
        goal=goal,
        start_date=made.weeks[0].starts_on,
        weekly_frequency=goal.weekly_frequency,
        fitness_level=goal.fitness_level,
        weeks=[week.as_json() for week in made.weeks],
        created_at=now,
    )
    ScheduledRun.objects.bulk_create(_row(schedule, user, run) for run in made.runs)
    return schedule


def request(goal: Goal, *, today: date) -> Request:
    race = None
    if goal.recent_race_km and goal.recent_race_s:
        race = RecentRace(goal.recent_race_km, goal.recent_race_s)
    return Request(
        today=today,
        weekly_frequency=goal.weekly_frequency,
        fitness_level=goal.fitness_level,
        race=goal.target_race or None,
        distance_km=goal.target_distance,
        goal_date=goal.target_date,
        available_days=tuple(goal.available_days),
        long_run_day=goal.long_run_day or None,
        start_time=goal.start_time,
        current_weekly_km=goal.current_weekly_km,
        longest_recent_km=goal.longest_recent_km,
        recent_race=race,
    )


def paces(goal: Goal) -> pace.Paces | None:
    """Training paces from the runner's recent race; None when there is none."""
    if not (goal.recent_race_km and goal.recent_race_s):
        return None
    return pace.paces(pace.fitness_index(distance_km=goal.recent_race_km, time_s=goal.recent_race_s))


def objection(run: ScheduledRun, *, on: date, at: time, now: datetime) -> str:
    """Why a run may not go to a day, in words for the runner; empty when it may."""
    user = run.user
    # The ends of the calendar first: no zone can place them.
    if on < user.today(now):
        return "That time has passed. Choose a later one."
    if on > run.scheduled_on + FURTHEST_MOVE:
        return "That is more than four weeks from where it is now."
    if user.moment(on, at) <= now:
        return "That time has passed. Choose a later one."
    others = user.runs.exclude(pk=run.pk).between(on - timedelta(days=1), on + timedelta(days=1))
    near = list(others.filter(status__in=[*ScheduledRun.PENDING, ScheduledRun.Status.COMPLETED]))
    if any(other.is_on(on) for other in near):
        return "There is already a run on that day. Choose a free one."
    if run.is_hard and any(other.is_hard for other in near):
        return "Two hard days in a row would be too much. Choose another day."
    return ""


@dataclass(frozen=True)
class Slot:
    """A free local day and time; `is_usual` on the days the runner named as theirs."""

    on: date
    at: time
    is_usual: bool


def free_slots(run: ScheduledRun, *, now: datetime) -> list[Slot]:
    """Days of the next week on which the run may be run at its usual time."""
    user = run.user
    today = user.today(now)
    days = [today + timedelta(days=ahead) for ahead in range(SLOT_DAYS + 1)]
    chosen = run.schedule.goal.available_days
    taken = user.runs.exclude(pk=run.pk).between(days[0] - timedelta(days=1), days[-1] + timedelta(days=1))
    near = list(taken.filter(status__in=[*ScheduledRun.PENDING, ScheduledRun.Status.COMPLETED]))
    free = [day for day in days if _may_take(run, day, near) and user.moment(day, run.start_time) > now]
    free = [day for day in free if day != run.scheduled_on]
    return [Slot(day, run.start_time, WEEKDAYS[day.weekday()] in chosen) for day in free]


def _may_take(run: ScheduledRun, day: date, near: list[ScheduledRun]) -> bool:
    close = [other for other in near if abs((other.scheduled_on - day).days) <= 1]
    if any(other.is_on(day) for other in close):
        return False
    return not (run.is_hard and any(other.run_type in workouts.HARD for other in close))


def rezone(user: User, *, now: datetime) -> None:
    """After a move to another zone: the wall times stay, their UTC instants follow."""
    ahead = list(user.runs.pending().filter(scheduled_on__gte=user.today(now)))
    for run in ahead:
        run.user = user
        run.move_to(run.scheduled_on, run.start_time)
    ScheduledRun.objects.bulk_update(ahead, ["scheduled_date_time"])


def _row(schedule: RunningSchedule, user: User, run: plan.Run) -> ScheduledRun:
    return ScheduledRun(
        user=user,
        schedule=schedule,
        week_number=run.week,
        scheduled_on=run.on,
        start_time=run.at,
        scheduled_date_time=user.moment(run.on, run.at),
        distance=run.distance_km,
        planned_distance=run.distance_km,
        duration_min=run.duration_min,
        run_type=run.type,
        steps=[step.as_json() for step in run.steps],
        effort_low=run.effort[0],
        effort_high=run.effort[1],
        why=run.why,
    )


def passed(now: datetime) -> list[ScheduledRun]:
    """Runs not run whose day has ended in their runner's own zone."""
    # No zone is more than 14 hours ahead of UTC.
    latest = (now + timedelta(hours=14)).date()
    due = ScheduledRun.objects.pending().of_active_goal().filter(scheduled_on__lt=latest, user__suspended_at=None)
    rows = due.select_related("user").prefetch_related("user__pauses")
    return [
        run
        for run in rows
        if run.scheduled_on < run.user.today(now)
        and not any(pause.covers(run.scheduled_on) for pause in run.user.pauses.all())
    ]
