"""Asking Twilio for a call that was claimed, after a last look at whether it may be made."""

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from datetime import time as wall_time

from django.conf import settings
from django.db.models import F, QuerySet

from calls import limits, planning, twilio
from calls.dispatch import pace, second_calls
from calls.dispatch.claims import Claim
from calls.dispatch.ends import CLOSED, NOT_AHEAD, NOT_CLEARED, STOPPED, TOLD, end_unmade, may_ring
from calls.dispatch.states import LEASE, LOOK_AFTER, SETTLE
from calls.models import Call, Halt
from calls.sandbox import lines
from coach.models import User
from runs.models import RunSession

logger = logging.getLogger(__name__)

HALTED_FOR = timedelta(minutes=5)
AGAIN_IN = timedelta(seconds=20)
# Well within the lease: who is held up between the last look and the request sends nothing.
SEND_WITHIN = timedelta(seconds=15)


def dial(claim: Claim, *, clock: Callable[[], datetime], wait: Callable[[float], None] = time.sleep) -> None:
    """Ask Twilio for a claimed call at its moment. An unknown outcome is settled before anybody dials again."""
    wait(max(0.0, (claim.dial_at - clock()).total_seconds()))
    now = clock()
    call = Call.objects.select_related("user", "run").filter(pk=claim.call.pk).first()
    if call is None:
        # The runner's account, and all that was theirs, has been deleted since.
        return None
    ours = Call.objects.filter(pk=call.pk, status=Call.Status.DIALLING)
    still_ours = ours.filter(lease_until=claim.call.lease_until, lease_until__gt=now)
    number, token = number_of(call.user), now + LEASE
    obstacle = why_not(call, to=number, now=now)
    if obstacle:
        return end_unmade(call, Call.Status.BLOCKED, obstacle, now=now, rows=still_ours)
    if not still_ours.update(attempts=F("attempts") + 1, to_number=number, lease_until=token):
        # The claim grew old, and somebody closed the call or took it up anew.
        return None
    ours = ours.filter(lease_until=token)
    try:
        sid = twilio.place(to=number, reference=call.reference, send_by=min(now + SEND_WITHIN, call.expires_at))
    except twilio.CallRefused as refusal:
        return _after_refusal(call, ours, refusal, now=clock())
    except twilio.OutcomeUnknown as fault:
        logger.warning("call %s: outcome unknown: %s", call.reference[:6], fault)
        ours.update(status=Call.Status.UNCERTAIN, lease_until=clock() + SETTLE)
        return None
    return _made(call, ours, sid, now=clock())


def _made(call: Call, ours: QuerySet[Call], sid: str, *, now: datetime) -> None:
    """Keep the SID. A webhook may have been here first and moved the row on; or, while this worker was held up,
    somebody gave the call up or made another: then this one is hung up."""
    placed = {"status": Call.Status.PLACED, "lease_until": now + LOOK_AFTER}
    if ours.filter(carrier_sid="").update(carrier_sid=sid, **placed):
        return
    is_first = Call.objects.filter(pk=call.pk, carrier_sid="").exclude(status__in=Call.FINAL).update(carrier_sid=sid)
    ours.update(**placed)
    if not is_first and not Call.objects.filter(pk=call.pk, carrier_sid=sid).exists():
        second_calls.note(call, sid, now=now)
        second_calls.hang_up(now=now)


def why_not(call: Call, *, to: str, now: datetime) -> str:
    """Why a claimed call must not be dialled to a number (E.164; empty when there is none) after all, in words for the
    call page; empty when nothing speaks against it."""
    user, asked = call.user, call.kind == Call.Kind.CALL_ME
    reasons = (
        (not user.is_active, CLOSED),
        (_has_said_stop(call), STOPPED),
        (not user.calls_agreed_at and not asked, planning.NOT_AGREED),
        (user.suspended_at, NOT_CLEARED),
        (_run_is_behind(call), NOT_AHEAD),
        (_is_told(call), TOLD),
        (now >= call.expires_at, "its time had passed"),
        (not may_ring(call, now), planning.IN_QUIET_HOURS),
        (not asked and _made_today(user, now) >= settings.CALLS_A_DAY, "I have called you often enough for one day"),
        (not to, planning.NO_NUMBER),
    )
    found = next((words for speaks_against, words in reasons if speaks_against), "")
    return found or limits.refusal(call, to=to, now=now)


def number_of(user: User) -> str:
    """E.164, or empty: the telephone in the browser, or the runner's verified number."""
    if settings.TWILIO_SANDBOX:
        return lines.number_of(user)
    return str(user.phone_number) if user.phone_verified_at else ""


def runners_at(number: str) -> QuerySet[User]:
    """Those who ring or write from an E.164 number, by their verified telephone or the one in their browser."""
    verified = User.objects.filter(phone_number=number, phone_verified_at__isnull=False, is_active=True)
    if not number or not settings.TWILIO_SANDBOX:
        return verified if number else User.objects.none()
    return verified | User.objects.filter(pk__in=lines.owners(number), is_active=True)


def _has_said_stop(call: Call) -> bool:
    """A call that was asked for after the runner said stop is wanted."""
    stopped_at = call.user.do_not_call_at
    return stopped_at is not None and (call.kind != Call.Kind.CALL_ME or call.created_at <= stopped_at)


def _run_is_behind(call: Call) -> bool:
    return call.kind == Call.Kind.PRE_RUN and call.run is not None and not call.run.is_pending


def _is_told(call: Call) -> bool:
    """Whether there is nothing to ask about a run that was run: it was told meanwhile, or not run after all."""
    waits = RunSession.objects.filter(scheduled_run=call.run_id, scheduled_run__status="completed", checked_in_at=None)
    return call.kind == Call.Kind.POST_RUN and not waits.exists()


def _made_today(user: User, now: datetime) -> int:
    """Calls placed on the runner's own day, those they asked for aside."""
    midnight = user.moment(user.today(now), wall_time(0))
    return user.calls.filter(attempts__gt=0, due_at__gte=midnight).exclude(kind=Call.Kind.CALL_ME).count()


def _after_refusal(call: Call, ours: QuerySet[Call], refusal: twilio.CallRefused, *, now: datetime) -> None:
    if refusal.kind == "later":
        if refusal.code is not None:
            pace.push_back(now)
        ours.update(status=Call.Status.PLANNED, due_at=min(now + AGAIN_IN, call.expires_at), lease_until=None)
        return
    logger.error("call %s refused: %s (%s)", call.reference[:6], refusal.kind, refusal.code)
    if refusal.kind == "operator" and not Halt.objects.now(now).exists():
        # The account or its set-up is at fault: the next call would be refused like this one.
        reason = f"Twilio refuses us ({refusal.code})"
        Halt.objects.create(reason=reason, began_at=now, ends_at=now + HALTED_FOR)
    words = {"number": "the number cannot be called", "operator": "our telephone line has a problem"}
    end_unmade(call, Call.Status.FAILED, words[refusal.kind], now=now, rows=ours)
