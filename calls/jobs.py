"""Thin jobs: each asks for the time and makes one call."""

import logging

from celery import shared_task
from django.utils import timezone

from calls import dispatch as dispatching
from coach import coaching
from coach.models import User

logger = logging.getLogger(__name__)


@shared_task
def dispatch() -> None:
    dispatching.run(timezone.now)
    for session in dispatching.left_open():
        coaching.hang_up(session, now=timezone.now())


@shared_task
def plan_calls() -> None:
    for user in User.objects.filter(is_active=True, goals__ended_at=None, goals__isnull=False):
        try:
            coaching.replan(user, now=timezone.now())
        except Exception:
            # One runner's trouble is not everybody's.
            logger.exception("planning the calls of one runner failed")
