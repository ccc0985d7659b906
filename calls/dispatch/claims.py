"""Taking a due call, so that nobody else dials it."""

from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from calls.dispatch import pace
from calls.dispatch.states import LEASE, advance
from calls.models import Call, Halt


class Claim(NamedTuple):
    """A call that is ours to dial, not before `dial_at`. Its `lease_until` is the token that shows it is still ours."""

    call: Call
    dial_at: datetime


def stands_still(now: datetime) -> bool:
    """Whether nobody is dialled now: an operator said so, or the telephone company refuses us."""
    return settings.CALLS_STOPPED or Halt.objects.now(now).exists()


def claim_due(now: datetime) -> Claim | None:
    """Take the due call that expires first, of a runner with no other call under way, and the next moment to dial at.
    Committed before any request goes out, so that two dispatchers never dial one call. They claim one after the other,
    so that two calls of one runner are never taken at one instant."""
    if stands_still(now):
        return None
    with transaction.atomic():
        if (dial_at := pace.next_moment(now)) is None:
            return None
        busy = Call.objects.live().filter(user=OuterRef("user"))
        due = (
            Call.objects.due(now)
            .filter(obstacle="", expires_at__gt=now)
            .exclude(Exists(busy))
            .order_by("expires_at", "pk")
        )
        call = due.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked).first()
        if call is None:
            return None
        pace.take(dial_at)
        call.lease_until = now + LEASE
        advance(call, Call.Status.PLANNED, Call.Status.DIALLING, lease_until=call.lease_until)
    return Claim(call, dial_at)
