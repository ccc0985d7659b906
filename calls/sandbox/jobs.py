"""The telephone company's clock."""

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from calls.sandbox import carrier


@shared_task
def advance() -> None:
    carrier.advance(timezone.now())


def advance_soon() -> None:
    """When what is being written is committed. A process with a clock of its own comes to it by itself."""
    if not settings.SANDBOX_HAS_CLOCK:
        advance.delay_on_commit()
