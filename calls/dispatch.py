"""Due calls: claim, dial, reconcile. The database is the only truth; whoever runs this may vanish at any line."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from calls import twilio
from calls.models import Call
from calls.sandbox import lines
from coach.models import Notice

logger = logging.getLogger(__name__)

BATCH = 20
LEASE = timedelta(seconds=60)
# How long a call that may or may not have been made is waited for before it is given up.
SETTLE = timedelta(seconds=45)
AGAIN_IN = timedelta(seconds=20)
STUCK_AFTER = timedelta(seconds=twilio.TALK_LIMIT_S + 120)
FINAL_STATUS = {
    "completed": Call.Status.COMPLETED,
    "busy": Call.Status.BUSY,
    "no-answer": Call.Status.NO_ANSWER,
    "failed": Call.Status.FAILED,
    "canceled": Call.Status.MISSED,
}


def run(now: datetime) -> int:
    """One round: let the overdue go, settle what is uncertain, dial what is due. Returns how many were dialled."""
    miss_expired(now)
    reconcile(now)
    calls = claim_due(now)
    for call in calls:
        dial(call, now=now)
    return len(calls)


def claim_due(now: datetime, *, limit: int = BATCH) -> list[Call]:
    """Take due calls, those that expire first, one per runner. Committed before any request goes out, so that two
    dispatchers never dial one call."""
    if settings.CALLS_STOPPED:
        return []
    with transaction.atomic():
        busy = Call.objects.live().filter(user=OuterRef("user"))
        due = Call.objects.due(now).filter(expires_at__gt=now).exclude(Exists(busy)).order_by("expires_at")
        rows = list(due.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked)[:limit])
        first = {call.user_id: call for call in reversed(rows)}
        mine = [call for call in rows if first[call.user_id] is call]
        Call.objects.filter(pk__in=[call.pk for call in mine], status=Call.Status.PLANNED).update(
            status=Call.Status.DIALLING, lease_until=now + LEASE
        )
    return mine


def dial(call: Call, *, now: datetime) -> None:
    """Ask Twilio for a claimed call. An unknown outcome is never dialled again; in doubt, missed beats twice."""
    call = Call.objects.select_related("user", "run").get(pk=call.pk)
    obstacle = why_not(call, now=now)
    if obstacle:
        return end_unmade(call, Call.Status.BLOCKED, obstacle, now=now)
    number = number_for(call)
    Call.objects.filter(pk=call.pk).update(attempts=call.attempts + 1, to_number=number)
    try:
        sid = twilio.place(to=number, reference=call.reference)
    except twilio.CallRefused as refusal:
        return _after_refusal(call, refusal, now=now)
    except twilio.OutcomeUnknown as fault:
        logger.warning("call %s: outcome unknown: %s", call.reference[:6], type(fault).__name__)
        _advance(call, Call.Status.DIALLING, Call.Status.UNCERTAIN, lease_until=now + SETTLE)
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
        (not number_for(call), "there is no verified phone number"),
    )
    return next((words for speaks_against, words in reasons if speaks_against), "")


def number_for(call: Call) -> str:
    """E.164, or empty: the telephone in the browser, or the runner's verified number."""
    if settings.TWILIO_SANDBOX:
        return lines.number_of(call.user)
    return str(call.user.phone_number) if call.user.phone_verified_at else ""


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
    changed = (
        Call.objects.filter(pk=call.pk)
        .exclude(status__in=Call.FINAL)
        .update(status=status, reason=reason, ended_at=now, lease_until=None)
    )
    if changed:
        leave_notice(call, reason, now=now)


def leave_notice(call: Call, reason: str, *, now: datetime) -> None:
    about = f"before your run at {call.run.start_time:%H:%M}" if call.run else "with you"
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


def _is_nobody_elses(seen: twilio.Seen, call: Call) -> bool:
    return not Call.objects.filter(carrier_sid=seen.sid).exclude(pk=call.pk).exists()


def _finish_stuck(call: Call, *, now: datetime) -> None:
    """Its last status callback never came: ask."""
    try:
        seen = twilio.fetch(call.carrier_sid)
    except Exception as fault:
        logger.warning("call %s: fetch failed: %s", call.reference[:6], type(fault).__name__)
        return
    if seen.status in FINAL_STATUS:
        status = FINAL_STATUS[seen.status]
        Call.objects.filter(pk=call.pk).exclude(status__in=Call.FINAL).update(
            status=status, ended_at=now, duration_s=seen.duration_s
        )


def _advance(call: Call, before: str, after: str, **fields: object) -> bool:
    return bool(Call.objects.filter(pk=call.pk, status=before).update(status=after, **fields))
