"""Thin jobs of the schedule."""

import logging

from celery import shared_task
from django.utils import timezone

from coach import coaching
from coach.models import Goal
from runs import plans, scheduling

logger = logging.getLogger(__name__)


@shared_task
def miss_passed() -> None:
    """Runs whose day is over where their runner lives: missed, or rested in a pause."""
    missed, away = scheduling.passed(timezone.now())
    for run in missed:
        try:
            coaching.miss(run, now=timezone.now())
        except Exception:
            # One run's trouble is not everybody's.
            logger.exception("marking one run missed failed")
    for user in away:
        try:
            coaching.end_passed_pauses(user, now=timezone.now())
        except Exception:
            logger.exception("resting one runner's paused runs failed")


@shared_task
def extend_plans() -> None:
    """Plans without a date, when a week has passed."""
    now = timezone.now()
    for goal in Goal.objects.filter(ended_at=None, target_date=None).select_related("schedule", "user").iterator():
        try:
            if plans.weeks_missing(goal, today=goal.user.today(now)):
                coaching.extend(goal, now=now)
        except Exception:
            logger.exception("extending one plan failed")
