"""Due calls: claim, dial, reconcile. The database is the only truth; whoever runs this may vanish at any line."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Exists, F, OuterRef, QuerySet

from calls import twilio
from calls.models import Call, ConversationSession
from calls.sandbox import lines
from coach import spoken
from coach.models import Notice, User

logger = logging.getLogger(__name__)

BATCH = 20
LEASE = timedelta(seconds=60)
# How long a call that may or may not have been made is waited for before it is given up.
SETTLE = timedelta(seconds=45)
STEP_BACK = timedelta(seconds=5)
AGAIN_IN = timedelta(seconds=20)
STUCK_AFTER = timedelta(seconds=twilio.TALK_LIMIT_S + 120)
FINAL_STATUS = {
    "completed": Call.Status.COMPLETED,
    "busy": Call.Status.BUSY,
    "no-answer": Call.Status.NO_ANSWER,
    "failed": Call.Status.FAILED,
    "canceled": Call.Status.MISSED,
}


def run(clock: Callable[[], datetime]) -> int:
    """One round: let the overdue go, settle what is uncertain, dial what is due. Returns how many were dialled.

    One call is claimed and dialled before the next, by a fresh look at the clock: a slow line must not let a claim
    grow old.
    """
    miss_expired(clock())
    reconcile(clock())
    for dialled in range(BATCH):
        call = claim_due(clock())
        if call is None:
            return dialled
        dial(call, clock=clock)
    return BATCH


def claim_due(now: datetime) -> Call | None:
    """Take the due call that expires first, of a runner with no other call under way. Committed before any request
    goes out, so that two dispatchers never dial one call."""
    if settings.CALLS_STOPPED:
        return None
    with transaction.atomic():
        busy = Call.objects.live().filter(user=OuterRef("user"))
        due = Call.objects.due(now).filter(expires_at__gt=now).exclude(Exists(busy)).order_by("expires_at", "pk")
        call = due.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked).first()
        if call is None:
            return None
        _advance(call, Call.Status.PLANNED, Call.Status.DIALLING, lease_until=now + LEASE)
    if Call.objects.live().filter(user=call.user_id).exclude(pk=call.pk).exists():
        # Another dispatcher took another call of this runner at the same instant. Both may step back: it comes again.
        _advance(call, Call.Status.DIALLING, Call.Status.PLANNED, due_at=min(now + STEP_BACK, call.expires_at))
        return None
    return call


def dial(call: Call, *, clock: Callable[[], datetime]) -> None:
    """Ask Twilio for a claimed call. An unknown outcome is never dialled again; in doubt, missed beats twice."""
    now = clock()
    call = Call.objects.select_related("user", "run").get(pk=call.pk)
    obstacle = why_not(call, now=now)
    if obstacle:
        return end_unmade(call, Call.Status.BLOCKED, obstacle, now=now)
    number = number_of(call.user)
    mine = Call.objects.filter(pk=call.pk, status=Call.Status.DIALLING, lease_until__gt=now)
    if not mine.update(attempts=F("attempts") + 1, to_number=number, lease_until=now + LEASE):
        # The claim grew old and somebody closed the call.
        return None
    try:
        sid = twilio.place(to=number, reference=call.reference)
    except twilio.CallRefused as refusal:
        return _after_refusal(call, refusal, now=clock())
    except twilio.OutcomeUnknown as fault:
        logger.warning("call %s: outcome unknown: %s", call.reference[:6], fault)
        _advance(call, Call.Status.DIALLING, Call.Status.UNCERTAIN, lease_until=clock() + SETTLE)
        return None
    # A webhook may have been here first and moved the row on: only its SID is ours to add then.
    Call.objects.filter(pk=call.pk, carrier_sid="").update(carrier_sid=sid)
    _advance(call, Call.Status.DIALLING, Call.Status.PLACED, lease_until=None)
    return None


def why_not(call: Call, *, now: datetime) -> str:
    """Why a claimed call must not be dialled after all, in words for the call page; empty when nothing speaks
    against it."""
    user, asked = call.user, call.kind == Call.Kind.CALL_ME
    reasons = (
        (not user.is_active, "the account is closed"),
        (user.do_not_call_at and not asked, "you asked not to be called"),
        (not user.calls_agreed_at and not asked, "you have not agreed to calls"),
        (user.suspended_at, "your training is paused until you are cleared"),
        (call.run and not call.run.is_pending and not asked, "the run is no longer ahead"),
        (now >= call.expires_at, "its time had passed"),
        (not number_of(user), "there is no verified phone number"),
    )
    return next((words for speaks_against, words in reasons if speaks_against), "")


def number_of(user: User) -> str:
    """E.164, or empty: the telephone in the browser, or the runner's verified number."""
    if settings.TWILIO_SANDBOX:
        return lines.number_of(user)
    return str(user.phone_number) if user.phone_verified_at else ""


def miss_expired(now: datetime) -> None:
    for call in Call.objects.filter(status=Call.Status.PLANNED, expires_at__lte=now).select_related("user", "run"):
        end_unmade(call, Call.Status.MISSED, "it could not be made in time", now=now)


def reconcile(now: datetime) -> None:
    """Settle what a lost worker or a lost answer left behind."""
    lapsed = Call.objects.filter(status__in=[Call.Status.DIALLING, Call.Status.UNCERTAIN], lease_until__lt=now)
    for call in lapsed.select_related("user", "run"):
        _settle(call, now=now)
    stuck = Call.objects.filter(status__in=[Call.Status.PLACED, Call.Status.RINGING, Call.Status.IN_PROGRESS])
    for call in stuck.filter(due_at__lt=now - STUCK_AFTER).select_related("user", "run"):
        _finish_stuck(call, now=now)


def end_unmade(call: Call, status: str, reason: str, *, now: datetime) -> None:
    """Close a call that never reached the runner, and leave a notice in its place."""
    with transaction.atomic():
        still_open = Call.objects.filter(pk=call.pk).exclude(status__in=Call.FINAL)
        if still_open.update(status=status, reason=reason, ended_at=now, lease_until=None):
            leave_notice(call, reason, now=now)


def leave_notice(call: Call, reason: str, *, now: datetime) -> None:
    about = f"about your run at {spoken.clock(call.run.start_time)}" if call.run else "with you"
    Notice.objects.create(
        user=call.user,
        kind=Notice.Kind.MISSED_CALL,
        title="We did not get to talk",
        text=f"I wanted a word {about}, but {reason}. Nothing is lost: the run is in your schedule.",
        call=call,
        created_at=now,
    )


def _after_refusal(call: Call, refusal: twilio.CallRefused, *, now: datetime) -> None:
    if refusal.kind == "later":
        _advance(call, Call.Status.DIALLING, Call.Status.PLANNED, due_at=min(now + AGAIN_IN, call.expires_at))
        return
    logger.error("call %s refused: %s (%s)", call.reference[:6], refusal.kind, refusal.code)
    words = {"number": "the number cannot be called", "operator": "our telephone line has a problem"}
    end_unmade(call, Call.Status.FAILED, words[refusal.kind], now=now)


def _settle(call: Call, *, now: datetime) -> None:
    if not call.to_number:
        # The worker was lost before it asked for anything.
        return end_unmade(call, Call.Status.MISSED, "the line failed", now=now)
    since = (call.lease_until or now) - LEASE
    try:
        made = [seen for seen in twilio.find(to=call.to_number, since=since) if _is_nobody_elses(seen, call)]
    except Exception as fault:
        # The look-up is only a help: with the carrier away the call is given up, which is the safe side.
        logger.warning("call %s: look-up failed: %s", call.reference[:6], type(fault).__name__)
        made = []
    if made:
        Call.objects.filter(pk=call.pk, carrier_sid="").update(carrier_sid=made[0].sid)
        _advance(call, call.status, Call.Status.PLACED, lease_until=None)
    else:
        end_unmade(call, Call.Status.MISSED, "the line failed", now=now)
    return None


def _is_nobody_elses(seen: twilio.Seen, call: Call) -> bool:
    return not Call.objects.filter(carrier_sid=seen.sid).exclude(pk=call.pk).exists()


def _finish_stuck(call: Call, *, now: datetime) -> None:
    """Its last status callback never came: ask."""
    try:
        seen = twilio.fetch(call.carrier_sid)
    except twilio.NoSuchCall:
        return end_unmade(call, Call.Status.MISSED, "the line failed", now=now)
    except Exception as fault:
        logger.warning("call %s: fetch failed: %s", call.reference[:6], type(fault).__name__)
        return None
    if seen.status == "completed":
        still_open = Call.objects.filter(pk=call.pk).exclude(status__in=Call.FINAL)
        still_open.update(status=Call.Status.COMPLETED, ended_at=now, duration_s=seen.duration_s)
    elif seen.status in FINAL_STATUS:
        end_unmade(call, FINAL_STATUS[seen.status], "it did not get through", now=now)
    return None


def left_open() -> QuerySet[ConversationSession]:
    """Talks on calls that are over, whose end nobody told: they are still to be concluded."""
    return ConversationSession.objects.filter(concluded_at=None, channel="phone", call__status__in=Call.FINAL)


def _advance(call: Call, before: str, after: str, **fields: object) -> bool:
    return bool(Call.objects.filter(pk=call.pk, status=before).update(status=after, **fields))
