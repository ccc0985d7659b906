"""The pure plan as rows: asked for, judged, stored, made anew and made longer."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.db.models import Q

from coach.models import Goal, User
from runs import standing
from runs.models import RunningSchedule, ScheduledRun
from runs.training import feasibility, limits, pace, plan, workouts
from runs.training.request import ROLLING_WEEKS, RecentRace, Request

# The fields of a goal that decide which runs there are, and those that the verdict looks at.
PLANNED_BY = {
    "target_race", "target_distance", "target_date", "weekly_frequency", "available_days", "long_run_day",
}  # fmt: skip
JUDGED_BY = {*PLANNED_BY, "target_time"}
# After these rules there is no hard running for a while.
EASING = ("pain", "too_hard")
# Whoever was away so long comes back with an easy week.
AWAY_DAYS = 7


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


def renew(goal: Goal, made: plan.Plan) -> None:
    """Put a new plan in the place of the old one from its first week on. What was run, and the past, stay."""
    schedule, first = goal.schedule, made.weeks[0].starts_on
    ahead = Q(scheduled_on__gte=first) | Q(run_type=ScheduledRun.RunType.RACE)
    schedule.scheduled_runs.pending().filter(ahead).delete()
    # Rest days that the old plan was given belong to it.
    schedule.scheduled_runs.filter(status=ScheduledRun.Status.REST, scheduled_on__gte=first).delete()
    past = [week for week in schedule.weeks if date.fromisoformat(week["starts_on"]) < first]
    schedule.weeks = past + [week.as_json() for week in made.weeks]
    schedule.weekly_frequency = goal.weekly_frequency
    schedule.save(update_fields=["weeks", "weekly_frequency"])
    _add(schedule, goal.user, made)
    if made.runs and made.runs[-1].type == ScheduledRun.RunType.RACE:
        _calm_before(schedule, made.runs[-1].on)


def _calm_before(schedule: RunningSchedule, race_on: date) -> None:
    """A race may come so soon that its last days lie in the week that stays."""
    eve = race_on - timedelta(days=1)
    last_days = schedule.scheduled_runs.pending().between(race_on - limits.EASY_BEFORE_RACE, eve)
    last_days.filter(Q(run_type__in=workouts.HARD) | Q(scheduled_on=eve)).delete()


def retime(goal: Goal, *, was_at: time, now: datetime) -> None:
    """Runs ahead that keep to the usual start go along when it changes."""
    schedule = goal.schedule
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


def request(goal: Goal, *, now: datetime) -> Request:
    """What a goal asks of the planner. The goal need not be stored yet."""
    race, user = None, goal.user
    if goal.recent_race_km and goal.recent_race_s:
        race = RecentRace(goal.recent_race_km, goal.recent_race_s)
    return Request(
        today=_first_day(goal, now),
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
        age=user.age(now),
        bmi=goal.body_mass_index,
    )


def _first_day(goal: Goal, now: datetime) -> date:
    """Today, unless the usual start has passed."""
    today = goal.user.today(now)
    return today if goal.user.local(now).time() <= goal.start_time else today + timedelta(days=1)


def anew(goal: Goal, changed: Iterable[str], *, now: datetime) -> Request | None:
    """What a changed goal asks from here on, with what was run in place of what was declared; None when the change is
    none that the planner or the verdict minds, or no week is left to plan."""
    if not JUDGED_BY & set(changed):
        return None
    user, schedule = goal.user, goal.schedule
    today = user.today(now)
    begun = schedule.scheduled_runs.exclude(status__in=ScheduledRun.PENDING)
    monday = today - timedelta(days=today.weekday())
    if schedule.start_date >= monday and not begun.exists():
        return request(goal, now=now)
    # A week that has begun stays as it is.
    has_begun = today > monday or begun.filter(scheduled_on__gte=monday).exists()
    first = monday + timedelta(weeks=1) if has_begun else monday
    if goal.target_date and goal.target_date < first:
        return None
    stands = standing.before(first, user=user, schedule=schedule, full_until=monday)
    return _back(_from(request(goal, now=now), first, stands, goal), stands, goal, today)


def is_renewed_by(changed: Iterable[str]) -> bool:
    """Whether a change moves runs; a hoped-for time moves none."""
    return bool(PLANNED_BY & set(changed))


def weeks_missing(goal: Goal, *, today: date) -> int:
    """How many weeks a plan without a date lacks to reach eight weeks ahead."""
    if goal.target_date or goal.ended_at or not goal.schedule.weeks:
        return 0
    monday = today - timedelta(days=today.weekday())
    return max(0, (monday + timedelta(weeks=ROLLING_WEEKS - 1) - _last_monday(goal)).days // 7)


def longer(goal: Goal, *, now: datetime) -> Request:
    """The request for the weeks that are missing, from what was run and what is planned until then."""
    today, first = goal.user.today(now), _last_monday(goal) + timedelta(weeks=1)
    stands = standing.before(first, user=goal.user, schedule=goal.schedule, full_until=first)
    return replace(_from(request(goal, now=now), first, stands, goal), weeks=weeks_missing(goal, today=today))


def _last_monday(goal: Goal) -> date:
    return date.fromisoformat(goal.schedule.weeks[-1]["starts_on"])


def _from(asked: Request, first: date, stands: standing.Standing, goal: Goal) -> Request:
    return replace(
        asked,
        today=first,
        current_weekly_km=round(stands.weekly_km, 1),
        # Who ran nothing lately starts like somebody who declares nothing.
        longest_recent_km=round(stands.longest_km, 1) if stands.weekly_km else None,
        weeks_before=stands.weeks_before,
        weeks_trained=stands.weeks_trained,
        history=stands.runs,
        hard_on=stands.hard_on,
        easy_until=_easy_until(goal),
    )


def _back(asked: Request, stands: standing.Standing, goal: Goal, today: date) -> Request:
    """Days off cost fitness, and a week of them an easy week to come back in. Weeks ahead that are only added to a plan
    are planned as if those before them will be run."""
    days_off = max(0, (today - (stands.ran_on or goal.schedule.start_date)).days)
    if days_off < AWAY_DAYS:
        return replace(asked, days_off=days_off)
    back = asked.today + timedelta(days=6)
    return replace(asked, days_off=days_off, easy_until=max(back, asked.easy_until or back))


def _easy_until(goal: Goal) -> date | None:
    """Two weeks after the coach took the hardness out of the plan, unless that was undone."""
    eased = goal.schedule.adjustments.filter(rule__in=EASING, undone_at=None).order_by("created_at").last()
    return goal.user.today(eased.created_at) + limits.EASY_AFTER_PAIN if eased else None


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


def off_plan(
    schedule: RunningSchedule, *, on: date, run_type: str, km: float, minutes: int | None, now: datetime
) -> ScheduledRun:
    """A run that nobody planned, already run."""
    low, high = workouts.EXPECTED_EFFORT[run_type]
    row = ScheduledRun(
        user=schedule.goal.user,
        schedule=schedule,
        week_number=max(1, (on - schedule.start_date).days // 7 + 1),
        distance=km,
        planned_distance=0,
        duration_min=minutes or round(km * plan.EASY_S_PER_KM[schedule.fitness_level] / 60),
        run_type=run_type,
        effort_low=low,
        effort_high=high,
        status=ScheduledRun.Status.COMPLETED,
        completed_at=now,
        added_at=now,
    )
    row.move_to(on, schedule.goal.start_time)
    row.save(force_insert=True)
    return row
