"""A second call that was made for one row: hung up as soon as it is known, and counted."""

import logging
from datetime import datetime, timedelta

from calls import twilio
from calls.models import Call, NearMiss

logger = logging.getLogger(__name__)

# After so long it has ended by itself.
TRIED_FOR = timedelta(minutes=15)


def note(call: Call, sid: str, *, now: datetime) -> None:
    NearMiss.objects.get_or_create(carrier_sid=sid, defaults={"call": call, "seen_at": now})


def hang_up(*, now: datetime) -> None:
    """End every such call that may still be up. One that cannot be ended now is tried again at the next round."""
    for miss in NearMiss.objects.filter(hung_up_at=None, seen_at__gt=now - TRIED_FOR):
        try:
            twilio.end(miss.carrier_sid)
        except Exception as fault:
            logger.warning("second call of %s: not hung up: %s", miss.call.reference[:6], type(fault).__name__)
            continue
        NearMiss.objects.filter(pk=miss.pk).update(hung_up_at=now)
