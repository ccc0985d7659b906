"""Calls that a machine picked up: a short word that tells nothing of the runner, or none, and the line is closed."""

import logging
from datetime import datetime, timedelta

from django.conf import settings

from calls import twilio
from calls.dispatch.ends import VOICEMAIL
from calls.models import Call

logger = logging.getLogger(__name__)

# What fell due before is over. The bound spares a look at every call there ever was.
LATELY = timedelta(hours=6)


def leave(*, now: datetime) -> None:
    """Close every line that a machine is on, each once; one that cannot be closed now is tried again at the next round.
    Twilio's callback ends the row."""
    live = Call.objects.live().filter(due_at__gt=now - LATELY, reason="")
    for call in live.filter(answered_by__regex="^(machine|fax)").exclude(carrier_sid=""):
        try:
            if settings.VOICEMAIL_MESSAGE and call.answered_by.startswith("machine"):
                twilio.say_and_end(call.carrier_sid, settings.VOICEMAIL_MESSAGE)
            else:
                twilio.end(call.carrier_sid)
        except Exception as fault:
            logger.warning("call %s: a machine, not left: %s", call.reference[:6], type(fault).__name__)
            continue
        Call.objects.filter(pk=call.pk).update(reason=VOICEMAIL)
