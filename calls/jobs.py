"""Thin jobs: each asks for the time and makes one call."""

from celery import shared_task
from django.utils import timezone

from calls import dispatch as dispatching
from calls import planning
from coach.models import User


@shared_task
def dispatch() -> None:
    dispatching.run(timezone.now())


@shared_task
def plan_calls() -> None:
    for user in User.objects.filter(is_active=True, goals__ended_at=None, goals__isnull=False):
        planning.refresh(user, now=timezone.now())
