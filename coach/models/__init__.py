"""The runner, the goal, and what the coach tells the runner."""

from coach.models.base import UUIDModel
from coach.models.calling import CONSENT, CONSENT_VERSION, CallConsent, CallPreferences
from coach.models.goal import DailyProgress, Goal, HealthScreening, Milestone
from coach.models.notice import CoachFlag, Notice
from coach.models.user import User

__all__ = [
    "CONSENT", "CONSENT_VERSION", "CallConsent", "CallPreferences", "CoachFlag", "DailyProgress", "Goal",
    "HealthScreening", "Milestone", "Notice", "UUIDModel", "User",
]  # fmt: skip
