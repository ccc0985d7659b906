"""What a lost worker, a lost answer or a lost callback left behind."""

import logging
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from calls import twilio
from calls.dispatch import second_calls
from calls.dispatch.ends import end_unmade, finish
from calls.dispatch.states import FINAL_STATUS, LEASE, LOOK_AFTER, STUCK_AFTER
from calls.models import Call, ConversationSession

logger = logging.getLogger(__name__)

# The look-up itself failed: asked again so much later.
LOOK_AGAIN_IN = timedelta(seconds=15)
MOST_ATTEMPTS = 3


def miss_expired(now: datetime) -> None:
    for call in Call.objects.due(now).filter(expires_at__lte=now).select_related("user", "run"):
        end_unmade(call, Call.Status.MISSED, "it could not be made in time", now=now)


def leave_notices(now: datetime) -> None:
    """The time has come of calls that may not ring: a silent word stands in their place."""
    for call in Call.objects.due(now).exclude(obstacle="").select_related("user", "run"):
        end_unmade(call, Call.Status.BLOCKED, call.obstacle, now=now)


def reconcile(now: datetime) -> None:
    """Settle what a lost worker or a lost answer left behind."""
    lapsed = Call.objects.filter(status__in=[Call.Status.DIALLING, Call.Status.UNCERTAIN], lease_until__lt=now)
    for call in lapsed.select_related("user", "run"):
        _settle(call, now=now)
    under_way = Call.objects.filter(status__in=[Call.Status.PLACED, Call.Status.RINGING, Call.Status.IN_PROGRESS])
    is_silent = Q(lease_until__lt=now) | Q(lease_until=None, due_at__lt=now - STUCK_AFTER)
    for call in under_way.filter(is_silent).select_related("user", "run", "conversation"):
        _look_after(call, now=now)
    second_calls.hang_up(now=now)


def _settle(call: Call, *, now: datetime) -> None:
    """Nothing is dialled again that may have been made. A worker that was lost before it asked for the call asked for
    nothing; one that got no answer is judged by Twilio's list of calls, as long as it takes to see it."""
    if not call.to_number:
        return _again_or_missed(call, now=now)
    since = (call.lease_until or now) - LEASE * (call.attempts + 1)
    try:
        made = [seen for seen in twilio.find(to=call.to_number, since=since) if _is_nobody_elses(seen, call)]
    except Exception as fault:
        logger.warning("call %s: look-up failed: %s", call.reference[:6], type(fault).__name__)
        if now < call.expires_at:
            return _hold(call, status=call.status, lease_until=now + LOOK_AGAIN_IN)
        made = []
    if made:
        Call.objects.filter(pk=call.pk, carrier_sid="").update(carrier_sid=made[0].sid)
        return _hold(call, status=Call.Status.PLACED, lease_until=now + LOOK_AFTER)
    if call.status == Call.Status.UNCERTAIN and call.attempts < MOST_ATTEMPTS:
        # Its worker has come back from the request: nothing more is on its way.
        return _again_or_missed(call, now=now)
    # Its worker is lost, or only held up: in doubt, missed beats twice.
    return end_unmade(call, Call.Status.MISSED, "the line failed", now=now, rows=_as_seen(call))


def _again_or_missed(call: Call, *, now: datetime) -> None:
    if now < call.expires_at:
        return _hold(call, status=Call.Status.PLANNED, due_at=now, lease_until=None)
    return end_unmade(call, Call.Status.MISSED, "the line failed", now=now, rows=_as_seen(call))


def _hold(call: Call, **fields: object) -> None:
    _as_seen(call).update(**fields)


def _as_seen(call: Call) -> QuerySet[Call]:
    """The row, while nobody else has touched it: with the status and the lease it had."""
    return Call.objects.filter(pk=call.pk, status=call.status, lease_until=call.lease_until)


def _is_nobody_elses(seen: twilio.Seen, call: Call) -> bool:
    return not Call.objects.filter(carrier_sid=seen.sid).exclude(pk=call.pk).exists()


def _look_after(call: Call, *, now: datetime) -> None:
    """Nothing was heard of it for a while: ask."""
    try:
        seen = twilio.fetch(call.carrier_sid)
    except twilio.NoSuchCall:
        return end_unmade(call, Call.Status.MISSED, "the line failed", now=now)
    except Exception as fault:
        logger.warning("call %s: fetch failed: %s", call.reference[:6], type(fault).__name__)
        return _hold(call, lease_until=now + LOOK_AGAIN_IN)
    if seen.status in FINAL_STATUS:
        return finish(call, seen.status, duration_s=seen.duration_s, now=now)
    return _hold(call, lease_until=now + LOOK_AFTER)


def left_open() -> QuerySet[ConversationSession]:
    """Talks on calls that are over, whose end nobody told: they are still to be concluded. What was said to the voice
    agent is told by itself."""
    over = ConversationSession.objects.filter(concluded_at=None, channel="phone", call__status__in=Call.FINAL)
    return over.filter(agent_called_at=None).select_related("call")
