"""How a call ends that did not come to a talk, and what the runner is told of it."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from calls import notices, planning
from calls.dispatch.states import FINAL_STATUS, RINGS_FOR
from calls.models import Call

UNREACHED = {"busy": "your line was busy, or you declined", "no-answer": "you could not pick up"}
VOICEMAIL = "it went to voicemail"
CLOSED, NOT_CLEARED, STOPPED, NOT_AHEAD, TOLD = (
    "the account is closed", "your training is paused until you are cleared", "you asked not to be called",
    "the run is no longer ahead", "there is nothing left to tell about the run",
)  # fmt: skip
# Where nobody waits for a call no word stands in its place.
UNTOLD = frozenset({CLOSED, NOT_CLEARED, STOPPED, NOT_AHEAD, TOLD})


def end_unmade(call: Call, status: str, reason: str, *, now: datetime, rows: QuerySet[Call] | None = None) -> None:
    """Close a call that never reached the runner, and leave a notice in its place. `rows`: only as long as it is among
    them, so that who was held up closes nothing that another has taken up since."""
    with transaction.atomic():
        rows = Call.objects.all() if rows is None else rows
        still_open = rows.filter(pk=call.pk).exclude(status__in=Call.FINAL)
        if not still_open.update(status=status, reason=reason, ended_at=now, lease_until=None):
            return
        if status != Call.Status.BLOCKED:
            notices.leave_missed(call, reason, now=now)
        elif reason not in UNTOLD:
            notices.leave_silent(call, reason, now=now)


def finish(call: Call, status: str, *, duration_s: int | None, now: datetime) -> None:
    """The end as Twilio tells it, in its words, by a callback or asked for: the first end wins, and what did not come
    to a talk is seen to."""
    ended = Call.Status.NO_ANSWER if call.is_with_a_machine else FINAL_STATUS[status]
    with transaction.atomic():
        still_open = Call.objects.filter(pk=call.pk).exclude(status__in=Call.FINAL)
        if not still_open.update(status=ended, ended_at=now, duration_s=duration_s, lease_until=None):
            return
        if call.is_with_a_machine:
            unreached(call, VOICEMAIL, now=now)
        elif call.conversation is None and ended != Call.Status.COMPLETED:
            unreached(call, UNREACHED.get(status, "it did not get through"), now=now)
        elif call.conversation is not None and call.conversation.is_unspoken:
            unspoken(call, now=now)


def unreached(call: Call, reason: str, *, now: datetime) -> None:
    """Nobody picked up: one more try where it still makes sense, else a word in the app."""
    Call.objects.filter(pk=call.pk).update(reason=reason)
    if planning.call_again(call, now=now) is None:
        notices.leave_missed(call, reason, now=now)


def unspoken(call: Call, *, now: datetime) -> None:
    """It was picked up, and nobody said a word. The phone does not ring again for it."""
    reason = "nothing was said"
    Call.objects.filter(pk=call.pk).update(reason=reason)
    notices.leave_missed(call, reason, now=now)


def too_late(call: Call, *, now: datetime) -> str:
    """Why a call that was picked up comes too late to be talked, in words; empty when it does not."""
    if call.kind == Call.Kind.CALL_ME:
        return ""
    if now >= call.expires_at + RINGS_FOR:
        return "it came too late"
    return "" if may_ring(call, now) else "it came in your quiet hours"


def may_ring(call: Call, now: datetime) -> bool:
    return planning.wishes_of(call.user).may_ring(call.kind, call.user.local(now).time())
