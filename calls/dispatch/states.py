"""How a row moves from one state to another, and how long it may stay in one."""

from datetime import timedelta

from calls import twilio
from calls.models import Call

LEASE = timedelta(seconds=60)
# How long a call that may or may not have been made is waited for before it is given up.
SETTLE = timedelta(seconds=45)
# A call dialled at its last moment may still ring a while.
RINGS_FOR = timedelta(seconds=twilio.RING_S + 10)
# Without a word for so long, Twilio is asked how the call is getting on: a callback that found us away is not repeated.
LOOK_AFTER = timedelta(seconds=90)
STUCK_AFTER = timedelta(seconds=twilio.TALK_LIMIT_S + 120)
FINAL_STATUS = {
    "completed": Call.Status.COMPLETED,
    "busy": Call.Status.BUSY,
    "no-answer": Call.Status.NO_ANSWER,
    "failed": Call.Status.FAILED,
    "canceled": Call.Status.MISSED,
}


def advance(call: Call, before: str, after: str, **fields: object) -> bool:
    """Compare-and-set on the status; False when somebody else was quicker."""
    return bool(Call.objects.filter(pk=call.pk, status=before).update(status=after, **fields))
