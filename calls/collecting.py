"""What was said to the voice agent, fetched where nobody told us: webhooks get lost."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.core.cache import cache

from calls import elevenlabs
from calls.agent.told import Told
from calls.models import ConversationSession
from coach import coaching

logger = logging.getLogger(__name__)

# How long after the end of a talk they are asked; after the last time it is concluded with what there is.
STEPS = tuple(timedelta(seconds=seconds) for seconds in (20, 60, 180, 600, 3600))
EVER = datetime(2000, 1, 1, tzinfo=UTC)
PHONE = ConversationSession.Channel.PHONE


def run(clock: Callable[[], datetime]) -> None:
    """One round over the talks that were given to the agent and are not concluded."""
    if not settings.ELEVENLABS_API_KEY:
        return
    waiting = ConversationSession.objects.filter(agent_called_at__isnull=False, concluded_at=None)
    for session in waiting.select_related("user"):
        try:
            _look_after(session, now=clock())
        except Exception:
            # One talk's trouble is not every talk's.
            logger.exception("a talk with the agent could not be collected")


def forget(session: ConversationSession) -> None:
    """ElevenLabs deletes what it has of a talk. Raises VoiceUnavailable."""
    found = session.agent_conversation_id
    if not found and session.agent_called_at:
        found = elevenlabs.find(session.reference)
    if found:
        elevenlabs.forget(found)


def _look_after(session: ConversationSession, *, now: datetime) -> None:
    passed = sum(now - (session.ended_at or session.agent_called_at or now) >= step for step in STEPS)
    key = f"collecting:{session.pk}:{bool(session.ended_at)}"
    if passed <= cache.get(key, 0):
        return
    cache.set(key, passed, 2 * STEPS[-1].total_seconds())
    talk = _ask(session)
    if talk and talk.is_over and coaching.conclude_voice(session, talk.turns, talk.collected, now=now):
        return
    if passed == len(STEPS) or (talk and talk.is_over and session.channel != PHONE):
        _give_up(session, now=now)


def _ask(session: ConversationSession) -> Told | None:
    try:
        found = session.agent_conversation_id or elevenlabs.find(session.reference)
        talk = elevenlabs.fetch(found) if found else None
    except elevenlabs.VoiceUnavailable as fault:
        logger.warning("conversation %s: not to be had yet (%s)", session.reference[:6], fault)
        return None
    # The id came from a browser: what it leads to must have our reference.
    return talk if talk and talk.call_ref in ("", session.reference) else None


def _give_up(session: ConversationSession, *, now: datetime) -> None:
    """A call is over by now. In the browser, a talk in which nothing was said goes back to the typed coach."""
    if session.channel == PHONE:
        coaching.close_line(session, now=now)
    if not coaching.conclude_voice(session, [], {}, now=now):
        session.take_from_agent(since=EVER)
