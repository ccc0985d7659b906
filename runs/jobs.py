"""Thin jobs of the schedule."""

import logging

from celery import shared_task
from django.utils import timezone

from coach import coaching
from runs import scheduling

logger = logging.getLogger(__name__)


@shared_task
def miss_passed() -> None:
    """Runs whose day is over where their runner lives."""
    for run in scheduling.passed(timezone.now()):
        try:
            coaching.miss(run, now=timezone.now())
        except Exception:
            # One run's trouble is not everybody's.
            logger.exception("marking one run missed failed")
