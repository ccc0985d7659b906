"""Twilio, in: verify, parse, one action, answer. A forged request is refused before any query."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps

from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from calls import dispatch, elevenlabs, talking, twilio
from calls.dialogue import scripts
from calls.models import Call, CallEvent, ConversationSession
from coach import coaching
from coach.models import User

logger = logging.getLogger(__name__)

RANK = {"queued": 0, "initiated": 1, "ringing": 2, "in-progress": 3}
STATUS = {
    "queued": Call.Status.PLACED,
    "initiated": Call.Status.PLACED,
    "ringing": Call.Status.RINGING,
    "in-progress": Call.Status.IN_PROGRESS,
    **dispatch.FINAL_STATUS,
}
EARLIER = {
    1: [Call.Status.DIALLING, Call.Status.UNCERTAIN],
    2: [Call.Status.DIALLING, Call.Status.UNCERTAIN, Call.Status.PLACED],
    3: [Call.Status.DIALLING, Call.Status.UNCERTAIN, Call.Status.PLACED, Call.Status.RINGING],
}
# Four digits at most: what is longer is no count of turns, events or seconds.
NUMBER = re.compile(r"[0-9]{1,4}")
STRANGER = "Hello, this is Second Wind. I don't know this number yet. Please sign in to the app."
UNREACHED = {"busy": "your line was busy, or you declined", "no-answer": "you could not pick up"}
APOLOGY = "Sorry, your coach's line has a problem. Your run is in the app. Goodbye."
View = Callable[[HttpRequest], HttpResponse]


@dataclass(frozen=True)
class StatusReport:
    """What a status callback says."""

    sid: str
    status: str
    sequence: int
    duration_s: int | None
    sip_code: str

    @classmethod
    def parse(cls, form: dict[str, str]) -> "StatusReport":
        duration, sequence = form.get("CallDuration", ""), form.get("SequenceNumber", "")
        return cls(
            sid=form.get("CallSid", ""),
            status=form.get("CallStatus", ""),
            sequence=int(sequence) if NUMBER.fullmatch(sequence) else 0,
            duration_s=int(duration) if NUMBER.fullmatch(duration) else None,
            sip_code=form.get("SipResponseCode", ""),
        )


def from_twilio(view: View) -> View:
    """Only a request signed for our public address and our account passes."""

    @csrf_exempt
    @require_POST
    @wraps(view)
    def checked(request: HttpRequest) -> HttpResponse:
        url = settings.PUBLIC_BASE_URL + request.get_full_path()
        signature = request.headers.get("X-Twilio-Signature")
        if not twilio.is_signed(url, request.POST, signature):
            return HttpResponse("signature?", status=403, content_type="text/plain")
        if request.POST.get("AccountSid") != settings.TWILIO_ACCOUNT_SID:
            return HttpResponse("account?", status=403, content_type="text/plain")
        return view(request)

    return checked


@from_twilio
def connect_to_agent(request: HttpRequest) -> HttpResponse:
    """The runner picked up: the coach begins to speak."""
    now = timezone.now()
    with transaction.atomic():
        call = _held(request)
        if call is None:
            return _twiml(twilio.farewell(APOLOGY))
        _adopt(call, request.POST.get("CallSid", ""))
        session = call.conversation or _begin(call, now)
    return _agent(call, session) or _spoken(session, call.reference)


@from_twilio
def call_initiated(request: HttpRequest) -> HttpResponse:
    """Somebody rings the coach's number: a runner is known by their verified telephone."""
    now = timezone.now()
    caller, sid = request.POST.get("From", ""), request.POST.get("CallSid", "")
    with transaction.atomic():
        known = User.objects.filter(phone_number=caller, phone_verified_at__isnull=False, is_active=True)
        user = known.select_for_update().first() if caller and sid else None
        if user is None:
            return _twiml(twilio.farewell(STRANGER))
        call = user.calls.filter(carrier_sid=sid).first() or _inbound(user, sid, caller, now)
        session = call.conversation or _begin(call, now)
    return _spoken(session, call.reference)


@from_twilio
def turn(request: HttpRequest) -> HttpResponse:
    """The runner said something or pressed a key. A repeated request gets the same answer."""
    call = _call(request)
    number = request.GET.get("turn", "")
    if call is None or call.conversation is None or not NUMBER.fullmatch(number):
        return _twiml(twilio.farewell(APOLOGY))
    said, digits = request.POST.get("SpeechResult", "")[:1000], request.POST.get("Digits", "")[:4]
    try:
        session = coaching.converse(call.conversation, said, turn=int(number), digits=digits, now=timezone.now())
    except talking.TurnTaken:
        session = ConversationSession.objects.get(pk=call.conversation_id)
    return _spoken(session, call.reference)


@from_twilio
def call_status(request: HttpRequest) -> HttpResponse:
    """How the call is getting on. Events come late, twice and out of order; state only moves forward."""
    report, now = StatusReport.parse(request.POST.dict()), timezone.now()
    if report.status in STATUS:
        with transaction.atomic():
            call = _held(request)
            if call is not None and _is_new(call, report, now):
                _adopt(call, report.sid)
                _move_forward(call, report, now)
    return HttpResponse(status=204)


@csrf_exempt
def fallback(request: HttpRequest) -> HttpResponse:
    """What the runner hears when everything else failed. Needs no database."""
    return _twiml(twilio.farewell(APOLOGY))


def _call(request: HttpRequest) -> Call | None:
    reference = request.GET.get("ref", "")
    return Call.objects.select_related("user", "run", "conversation").filter(reference=reference).first()


def _held(request: HttpRequest) -> Call | None:
    """The call, with its runner locked first, as the desk does: the same order everywhere, so that nobody waits in
    a circle."""
    call = _call(request)
    if call is None:
        return None
    User.objects.select_for_update().get(pk=call.user_id)
    return _call(request)


def _adopt(call: Call, sid: str) -> None:
    """The reference is ours, so the SID that comes with it is this call's."""
    if sid and not call.carrier_sid:
        Call.objects.filter(pk=call.pk, carrier_sid="").update(carrier_sid=sid)


def _is_new(call: Call, report: StatusReport, now: datetime) -> bool:
    try:
        with transaction.atomic():
            CallEvent.objects.create(
                call=call,
                carrier_sid=report.sid,
                sequence_number=report.sequence,
                status=report.status,
                details={"duration_s": report.duration_s, "sip_code": report.sip_code},
                received_at=now,
            )
    except IntegrityError:
        return False
    return True


def _move_forward(call: Call, report: StatusReport, now: datetime) -> None:
    status = STATUS[report.status]
    if report.status not in RANK:
        return _finish(call, status, report, now)
    if report.status == "in-progress":
        Call.objects.filter(pk=call.pk, answered_at=None).update(answered_at=now)
    before = EARLIER.get(RANK[report.status], [])
    Call.objects.filter(pk=call.pk, status__in=before).update(status=status, lease_until=None)
    return None


def _finish(call: Call, status: str, report: StatusReport, now: datetime) -> None:
    """The first terminal status wins. What was said so far counts, even when the runner hung up in the middle."""
    if call.conversation is not None:
        coaching.hang_up(call.conversation, now=now)
    open_rows = Call.objects.filter(pk=call.pk).exclude(status__in=Call.FINAL)
    if not open_rows.update(status=status, ended_at=now, duration_s=report.duration_s, lease_until=None):
        return
    if call.conversation is None and status != Call.Status.COMPLETED:
        reason = UNREACHED.get(report.status, "it did not get through")
        Call.objects.filter(pk=call.pk).update(reason=reason)
        dispatch.leave_notice(call, reason, now=now)


def _begin(call: Call, now: datetime) -> ConversationSession:
    kind = _conversation_kind(call)
    session = talking.begin(call.user, kind, channel="phone", run=call.run, now=now)
    call.conversation = session
    call.save(update_fields=["conversation"])
    return session


def _conversation_kind(call: Call) -> str:
    """A call asked for by a click is about its run when it has one: before it, or after it."""
    if call.kind != Call.Kind.CALL_ME:
        return call.kind if call.kind in scripts.QUESTIONS else "motivation"
    if call.run is None:
        return "motivation"
    return "pre_run" if call.run.is_pending else "post_run" if call.run.status == "completed" else "motivation"


def _inbound(user: User, sid: str, caller: str, now: datetime) -> Call:
    local = user.local(now)
    return Call.objects.create(
        user=user, kind=Call.Kind.CALL_ME, subject=f"inbound@{sid}", status=Call.Status.IN_PROGRESS, carrier_sid=sid,
        due_on=local.date(), due_time=local.time(), due_zone=str(user.time_zone), due_at=now,
        expires_at=now + timedelta(minutes=30), to_number=caller, answered_at=now, created_at=now,
    )  # fmt: skip


def _agent(call: Call, session: ConversationSession) -> HttpResponse | None:
    """The voice agent, when there is one and the talk has not begun; None leaves the call to the scripted coach."""
    if settings.TWILIO_TRIAL or not elevenlabs.is_configured() or session.state["turn"] > 0:
        return None
    variables = {**session.state["facts"], "call_ref": call.reference, "opening": session.state["says"]}
    try:
        return _twiml(elevenlabs.register_call(to=call.to_number, variables=variables))
    except elevenlabs.VoiceUnavailable as fault:
        logger.warning("call %s: no agent (%s), the scripted coach takes it", call.reference[:6], fault)
        return None


def _spoken(session: ConversationSession, reference: str) -> HttpResponse:
    state = session.state
    if session.ended_at:
        return _twiml(twilio.farewell(state["says"]))
    hints = ", ".join(label.replace(",", "") for label, _ in scripts.CHOICES.get(state["expect"], ()))
    action = f"{settings.PUBLIC_BASE_URL}/api/twilio/turn?ref={reference}&turn={state['turn']}"
    return _twiml(twilio.ask(state["says"], action=action, hints=hints))


def _twiml(xml: str) -> HttpResponse:
    return HttpResponse(xml, content_type="text/xml; charset=utf-8")
