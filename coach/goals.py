"""A goal from the answers of the onboarding, and the milestones on the way to it."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from coach.models import Goal, Milestone, User
from runs.training import pace

STEPS_KM = ((5.0, "First 5 km"), (10.0, "First 10 km"), (pace.HALF_KM, "Half marathon"), (pace.MARATHON_KM, "Marathon"))


@dataclass(frozen=True)
class Setup:
    """What a runner wants and can. Distances in km, times in s, weekdays as "mon" to "sun"."""

    goal_text: str
    weekly_frequency: int
    fitness_level: str
    target_race: str = ""
    target_distance: float | None = None
    target_date: date | None = None
    target_time: int | None = None
    available_days: list[str] = field(default_factory=list)
    long_run_day: str = ""
    start_time: time = time(7)
    obstacles: list[str] = field(default_factory=list)
    other_obstacle: str = ""
    current_weekly_km: float | None = None
    longest_recent_km: float | None = None
    recent_race_km: float | None = None
    recent_race_s: int | None = None


def create(user: User, setup: Setup, *, now: datetime) -> Goal:
    goal = Goal.objects.create(user=user, created_at=now, **vars(setup))
    Milestone.objects.bulk_create(
        Milestone(goal=goal, title=title, target_distance=km, target_date=on) for title, km, on in _milestones(setup)
    )
    return goal


def _milestones(setup: Setup) -> list[tuple[str, float | None, date | None]]:
    """Every distance still ahead up to the goal's, and race day."""
    target = pace.RACE_KM.get(setup.target_race) or setup.target_distance or 10.0
    done = setup.longest_recent_km or 0
    steps: list[tuple[str, float | None, date | None]] = [
        (title, km, None) for km, title in STEPS_KM if done < km <= target
    ]
    if setup.target_date:
        steps.append(("Race day" if setup.target_race else "Goal day", None, setup.target_date))
    return steps


def reach_milestones(goal: Goal, *, km: float, on: date) -> list[Milestone]:
    """Tick off every distance that a run of `km` reached for the first time; returns those."""
    reached = list(goal.milestones.filter(completed_date=None, target_distance__lte=km))
    goal.milestones.filter(pk__in=[milestone.pk for milestone in reached]).update(completed_date=on)
    return reached
