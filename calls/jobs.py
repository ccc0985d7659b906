"""Thin jobs: each asks for the time and makes one call."""

import logging

from celery import shared_task
from django.utils import timezone

from calls import collecting, elevenlabs, limits
from calls import dispatch as dispatching
from calls.models import ConversationSession
from coach import coaching
from coach.models import User

logger = logging.getLogger(__name__)


@shared_task
def dispatch() -> None:
    dispatching.drain(timezone.now)
    for session in dispatching.left_open():
        # What a machine said is nobody's word.
        close = coaching.discard if session.call.is_with_a_machine else coaching.hang_up
        close(session, now=timezone.now())


@shared_task
def leave_machines() -> None:
    dispatching.leave_machines(now=timezone.now())


@shared_task
def close_left_talks() -> None:
    coaching.close_left(now=timezone.now())


@shared_task
def plan_calls() -> None:
    for user in User.objects.filter(is_active=True, goals__ended_at=None, goals__isnull=False):
        try:
            coaching.replan(user, now=timezone.now())
        except Exception:
            # One runner's trouble is not everybody's.
            logger.exception("planning the calls of one runner failed")


@shared_task
def watch_spending() -> None:
    limits.watch_spending(now=timezone.now())


@shared_task(autoretry_for=(Exception,), retry_backoff=600, retry_backoff_max=3600, max_retries=5)
def audit() -> None:
    """Twilio may be away at night too: asked again for some hours."""
    dispatching.audit(now=timezone.now())


@shared_task
def warn_of_a_full_line() -> None:
    ahead = dispatching.forecast.look(timezone.now())
    if ahead.unmade:
        logger.error("%s of the next day's %s calls do not fit, from %s on", ahead.unmade, ahead.calls, ahead.first_at)


@shared_task
def forget_allowances() -> None:
    limits.forget(now=timezone.now())


@shared_task
def collect_talks() -> None:
    collecting.run(timezone.now)


@shared_task(autoretry_for=(elevenlabs.VoiceUnavailable,), retry_backoff=60, retry_backoff_max=3600, max_retries=10)
def forget_conversation(pk: str) -> None:
    """The runner deleted the transcript: the agent's company deletes its own. Tried for some hours."""
    collecting.forget(ConversationSession.objects.get(pk=pk))
