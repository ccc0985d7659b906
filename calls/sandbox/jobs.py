"""The telephone company's clock."""

from celery import shared_task
from django.utils import timezone

from calls.sandbox import carrier


@shared_task
def advance() -> None:
    carrier.advance(timezone.now())
