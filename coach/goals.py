"""A goal from the answers of the onboarding, and what becomes of it."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from coach import milestones
from coach.models import Goal, User
from runs import plans
from runs.training.feasibility import Feasibility


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
    body_mass_index: float | None = None
    choice: str = Goal.Choice.AS_ASKED
    current_weekly_km: float | None = None
    longest_recent_km: float | None = None
    recent_race_km: float | None = None
    recent_race_s: int | None = None


def draft(user: User, setup: Setup, *, now: datetime) -> Goal:
    """A goal that is nobody's yet."""
    return Goal(user=user, created_at=now, **vars(setup))


def is_as_asked(goal: Goal, setup: Setup) -> bool:
    """The same answers, sent twice. What the runner chose of the verdict is not an answer."""
    return all(getattr(goal, name) == value for name, value in vars(setup).items() if name != "choice")


def store(goal: Goal, verdict: Feasibility, *, now: datetime) -> Goal:
    """The goal becomes the runner's, with what the coach said of it."""
    heed(goal, verdict, now=now)
    goal.save()
    milestones.create(goal)
    return goal


def heed(goal: Goal, verdict: Feasibility, *, now: datetime) -> None:
    """Keep the verdict, and that the runner went on against it. Does not save."""
    goal.verdict, goal.verdict_reasons = verdict.verdict, list(verdict.reasons)
    if verdict.verdict == Goal.Verdict.UNSAFE:
        goal.insisted_at, goal.choice = now, Goal.Choice.INSISTED
    else:
        goal.insisted_at = None


CHANGEABLE = {
    "goal_text": "goal", "target_race": "race", "target_distance": "distance", "target_date": "date",
    "target_time": "goal time", "weekly_frequency": "runs a week", "available_days": "days",
    "long_run_day": "day of the long run", "start_time": "usual start",
}  # fmt: skip


def change(goal: Goal, changes: dict[str, Any]) -> list[str]:
    """Take over what is different; returns the fields. Does not save."""
    different = [name for name in CHANGEABLE if name in changes and changes[name] != getattr(goal, name)]
    for name in different:
        setattr(goal, name, changes[name])
    if plans.JUDGED_BY & set(different):
        goal.choice = changes.get("choice") or Goal.Choice.AS_ASKED
    return different


def keep_change(goal: Goal, verdict: Feasibility | None, *, now: datetime) -> None:
    """Save a changed goal, with a new verdict if there is one. Milestones reached stay; those ahead follow the goal."""
    if verdict:
        heed(goal, verdict, now=now)
    goal.save()
    milestones.create(goal)
