"""The pure plan as rows: asked for, judged, stored, made anew and made longer."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from coach.models import Goal, User
from runs import standing
from runs.models import RunningSchedule, ScheduledRun
from runs.training import feasibility, pace, plan
from runs.training.request import ROLLING_WEEKS, RecentRace, Request


@dataclass(frozen=True)
class Outlook:
    """A plan before it is anybody's, and the coach's verdict on it."""

    request: Request
    plan: plan.Plan
    verdict: feasibility.Feasibility


def outlook(asked: Request, *, units: str = "km") -> Outlook:
    made = plan.build(asked)
    return Outlook(asked, made, feasibility.judge(asked, made, units=units))


def create(goal: Goal, made: plan.Plan, *, now: datetime) -> RunningSchedule:
    """Store the schedule of a goal; a constant number of queries."""
    schedule: RunningSchedule = RunningSchedule.objects.create(
        goal=goal,
        start_date=made.weeks[0].starts_on,
        weekly_frequency=goal.weekly_frequency,
        fitness_level=goal.fitness_level,
        weeks=[week.as_json() for week in made.weeks],
        created_at=now,
    )
    ScheduledRun.objects.bulk_create(_row(schedule, goal.user, run) for run in made.runs)
    return schedule


def renew(goal: Goal, made: plan.Plan, *, was_at: time, now: datetime) -> None:
    """Put a new plan in the place of the old one from its first week on. What was run, and the past, stay.

    `was_at`: the usual start until now; runs of this week that kept to it go along when it changes.
    """
    schedule, first = goal.schedule, made.weeks[0].starts_on
    schedule.scheduled_runs.pending().filter(scheduled_on__gte=first).delete()
    if goal.start_time != was_at:
        _retime(schedule, goal, was_at, now)
    past = [week for week in schedule.weeks if date.fromisoformat(week["starts_on"]) < first]
    schedule.weeks = past + [week.as_json() for week in made.weeks]
    schedule.weekly_frequency = goal.weekly_frequency
    schedule.save(update_fields=["weeks", "weekly_frequency"])
    _add(schedule, goal.user, made)


def _retime(schedule: RunningSchedule, goal: Goal, was_at: time, now: datetime) -> None:
    ahead = schedule.scheduled_runs.pending().filter(scheduled_date_time__gt=now, start_time=was_at)
    runs = [run for run in ahead if goal.user.moment(run.scheduled_on, goal.start_time) > now]
    for run in runs:
        run.user = goal.user
        run.move_to(run.scheduled_on, goal.start_time)
    ScheduledRun.objects.bulk_update(runs, ["start_time", "scheduled_date_time"])


def extend(goal: Goal, made: plan.Plan) -> None:
    """Weeks after the last one."""
    schedule = goal.schedule
    schedule.weeks = schedule.weeks + [week.as_json() for week in made.weeks]
    schedule.save(update_fields=["weeks"])
    _add(schedule, goal.user, made)


def _add(schedule: RunningSchedule, user: User, made: plan.Plan) -> None:
    """The runs of a plan, but for days that have one: one done ahead of its day, or moved there."""
    taken = set(
        schedule.scheduled_runs.filter(scheduled_on__gte=made.weeks[0].starts_on)
        .exclude(status__in=[ScheduledRun.Status.MISSED, ScheduledRun.Status.SKIPPED, ScheduledRun.Status.REST])
        .values_list("scheduled_on", flat=True)
    )
    ScheduledRun.objects.bulk_create(_row(schedule, user, run) for run in made.runs if run.on not in taken)


def request(goal: Goal, *, today: date, age: int | None = None) -> Request:
    """What a goal asks of the planner. The goal need not be stored yet."""
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
        goal_time_s=goal.target_time,
        goal_text=goal.goal_text,
        available_days=tuple(goal.available_days),
        long_run_day=goal.long_run_day or None,
        start_time=goal.start_time,
        current_weekly_km=goal.current_weekly_km,
        longest_recent_km=goal.longest_recent_km,
        recent_race=race,
        age=age,
        bmi=goal.body_mass_index,
    )


def anew(goal: Goal, *, now: datetime) -> Request:
    """What a goal asks from here on, with what was run in place of what was declared."""
    user, schedule = goal.user, goal.schedule
    today = user.today(now)
    asked = request(goal, today=today, age=user.age(now))
    begun = schedule.scheduled_runs.exclude(status__in=ScheduledRun.PENDING)
    monday = today - timedelta(days=today.weekday())
    if schedule.start_date >= monday and not begun.exists():
        return asked
    # A week that has begun stays as it is.
    has_begun = today > monday or begun.filter(scheduled_on__gte=monday).exists()
    first = monday + timedelta(weeks=1) if has_begun else monday
    return _from(asked, first, standing.before(first, user=user, schedule=schedule, full_until=monday))


def weeks_missing(goal: Goal, *, today: date) -> int:
    """How many weeks a plan without a date lacks to reach eight weeks ahead."""
    if goal.target_date or goal.ended_at or not goal.schedule.weeks:
        return 0
    monday = today - timedelta(days=today.weekday())
    return max(0, (monday + timedelta(weeks=ROLLING_WEEKS - 1) - _last_monday(goal)).days // 7)


def longer(goal: Goal, *, today: date, age: int | None) -> Request:
    """The request for the weeks that are missing, from what was run and what is planned until then."""
    asked = request(goal, today=today, age=age)
    first = _last_monday(goal) + timedelta(weeks=1)
    stands = standing.before(first, user=goal.user, schedule=goal.schedule, full_until=first)
    return replace(_from(asked, first, stands), weeks=weeks_missing(goal, today=today))


def _last_monday(goal: Goal) -> date:
    return date.fromisoformat(goal.schedule.weeks[-1]["starts_on"])


def _from(asked: Request, monday: date, stands: standing.Standing) -> Request:
    return replace(
        asked,
        today=monday,
        current_weekly_km=round(stands.weekly_km, 1),
        longest_recent_km=round(stands.longest_km, 1),
        weeks_before=stands.weeks_before,
        weeks_trained=stands.weeks_trained,
        hard_on=stands.hard_on,
    )


def paces(goal: Goal) -> pace.Paces | None:
    """Training paces from the runner's recent race; None when there is none."""
    if not (goal.recent_race_km and goal.recent_race_s):
        return None
    return pace.paces(pace.fitness_index(distance_km=goal.recent_race_km, time_s=goal.recent_race_s))


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
