"""Thin jobs of the schedule."""

from celery import shared_task
from django.utils import timezone

from coach import coaching
from runs import scheduling


@shared_task
def miss_passed() -> None:
    """Runs whose day is over where their runner lives."""
    now = timezone.now()
    for run in scheduling.passed(now):
        coaching.miss(run, now=now)
