"""When a call wants looking at next: one column says so, and the clock reads no other call."""

from datetime import datetime, timedelta

from django.conf import settings

from calls.sandbox.models import CarrierCall
from calls.sandbox.people import People

# A machine stops recording after so long.
LONGEST_MESSAGE_S = 120


def people() -> People:
    return People.read(settings.SANDBOX_PEOPLE)


def rings_until(call: CarrierCall) -> datetime:
    return (call.ringing_at or call.created_at) + timedelta(seconds=call.ring_s)


def picked_up_at(call: CarrierCall) -> datetime | None:
    """When somebody or something takes the call; None where a runner at the browser decides, or nobody will."""
    if call.ringing_at is None or people().habit(call.far_end) not in ("answers", "voicemail"):
        return None
    return call.ringing_at + timedelta(seconds=people().lets_ring_s(call.far_end))


def ends_at(call: CarrierCall) -> datetime:
    """The latest a call under way may last."""
    longest_s = min(call.time_limit_s, LONGEST_MESSAGE_S) if call.by_machine else call.time_limit_s
    return (call.answered_at or call.created_at) + timedelta(seconds=longest_s)


def next_at(call: CarrierCall, now: datetime) -> datetime | None:
    """None is at once, whatever the clock says."""
    if call.status == "ringing":
        return min(filter(None, (rings_until(call), picked_up_at(call))))
    if call.redirect:
        return None
    return min(ends_at(call), now + timedelta(seconds=_listens_s(call)))


def _listens_s(call: CarrierCall) -> float:
    """How long a Gather waits here. The runner at the browser is given all the time they need to type."""
    gather = call.gather or {}
    if gather.get("typed") or (gather and call.by_machine):
        return float(gather["timeout_s"])
    if gather and people().habit(call.far_end):
        return people().thinks_s
    return call.time_limit_s
