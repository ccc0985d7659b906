"""The onboarding's questions, one form a step."""

from coach.steps.base import Step, in_km
from coach.steps.goal import LATEST, SOONEST, DateStep, GoalStep, WeekStep, wishes
from coach.steps.health import HealthStep
from coach.steps.runner import LevelStep, ObstaclesStep, RunningStep, YouStep

__all__ = ["LATEST", "SOONEST", "STEPS", "DateStep", "GoalStep", "Step", "WeekStep", "in_km", "wishes"]

STEPS: dict[str, type[Step]] = {
    "goal": GoalStep,
    "date": DateStep,
    "week": WeekStep,
    "level": LevelStep,
    "obstacles": ObstaclesStep,
    "you": YouStep,
    "running": RunningStep,
    "health": HealthStep,
}
