"""What a call hears: the agent, or the scripted coach, turn by turn."""

import json
import logging
import re
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from calls import dispatch, elevenlabs, talking, twilio
from calls.agent.variables import variables
from calls.dialogue import scripts
from calls.models import Call, ConversationSession
from calls.webhooks.signed import answer, call_of, from_twilio, held, is_own
from coach import coaching
from coach.models import User

logger = logging.getLogger(__name__)

# Four digits at most: what is longer is no count of turns.
NUMBER = re.compile(r"[0-9]{1,4}")
STRANGER = "Hello, this is Second Wind. I don't know this number yet. Please sign in to the app."
# Within so long of being given the call no agent has said anything of use.
FAILED_AT_ONCE = timedelta(seconds=6)
LATE = "Sorry, this call comes at the wrong time. You'll find me in the app. Goodbye."
APOLOGY = "Sorry, your coach's line has a problem. Your run is in the app. Goodbye."


@from_twilio
def connect_to_agent(request: HttpRequest) -> HttpResponse:
    """The runner picked up: the coach begins to speak."""
    now = timezone.now()
    with transaction.atomic():
        call = held(request)
        if call is None:
            return answer(twilio.farewell(APOLOGY))
        if not is_own(call, request.POST.get("CallSid", ""), now=now):
            return answer(twilio.hang_up())
        if call.conversation is None and (too_late := dispatch.too_late(call, now=now)):
            # It waited at the telephone company: better a short apology than a talk at the wrong hour.
            Call.objects.filter(pk=call.pk).update(reason=too_late)
            return answer(twilio.farewell(LATE))
        session = call.conversation or _begin(call, now)
    return _agent(call, session, now) or _spoken(session, call.reference)


@from_twilio
def after_agent(request: HttpRequest) -> HttpResponse:
    """The agent has left the line. If it failed as soon as it came, the scripted coach takes the call, once."""
    now, call = timezone.now(), call_of(request)
    session = call.conversation if call else None
    if call is None or session is None:
        return answer(twilio.farewell(APOLOGY))
    if session.take_from_agent(since=now - FAILED_AT_ONCE):
        logger.warning("call %s: the agent left at once, the scripted coach takes it", call.reference[:6])
    elif session.agent_called_at is not None:
        return answer(twilio.hang_up())
    return _spoken(session, call.reference)


@from_twilio
def call_initiated(request: HttpRequest) -> HttpResponse:
    """Somebody rings the coach's number: a runner is known by their verified telephone."""
    now = timezone.now()
    caller, sid = request.POST.get("From", ""), request.POST.get("CallSid", "")
    with transaction.atomic():
        known = dispatch.runners_at(caller).values("pk")
        user = User.objects.select_for_update().filter(pk__in=known).first() if sid else None
        if user is None:
            return answer(twilio.farewell(STRANGER))
        call = user.calls.filter(carrier_sid=sid).first() or _inbound(user, sid, caller, now)
        session = call.conversation or _begin(call, now)
    return _spoken(session, call.reference)


@from_twilio
def turn(request: HttpRequest) -> HttpResponse:
    """The runner said something or pressed a key. A repeated request gets the same answer."""
    call = call_of(request)
    number = request.GET.get("turn", "")
    if call is None or call.conversation is None or not NUMBER.fullmatch(number):
        return answer(twilio.farewell(APOLOGY))
    if call.is_with_a_machine:
        # Its greeting is nobody's answer.
        return answer(twilio.hang_up())
    said, digits = request.POST.get("SpeechResult", "")[:1000], request.POST.get("Digits", "")[:4]
    try:
        session = coaching.converse(call.conversation, said, turn=int(number), digits=digits, now=timezone.now())
    except talking.TurnTaken:
        session = ConversationSession.objects.get(pk=call.conversation_id)
    return _spoken(session, call.reference)


@csrf_exempt
def fallback(request: HttpRequest) -> HttpResponse:
    """What the runner hears when everything else failed. Needs no database."""
    return answer(twilio.farewell(APOLOGY))


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
    asked = call.context.get("talk", "")
    if asked in scripts.QUESTIONS and (asked not in ("pre_run", "post_run") or call.run):
        return str(asked)
    if call.run is None:
        return "motivation"
    return "pre_run" if call.run.is_pending else "post_run" if call.run.status == "completed" else "motivation"


def _inbound(user: User, sid: str, caller: str, now: datetime) -> Call:
    local = user.local(now)
    return Call.objects.create(
        user=user, kind=Call.Kind.CALL_ME, subject=f"{Call.INBOUND}{sid}", carrier_sid=sid,
        status=Call.Status.IN_PROGRESS, due_on=local.date(), due_time=local.time(), due_zone=str(user.time_zone),
        due_at=now, lease_until=now + dispatch.LOOK_AFTER, expires_at=now + timedelta(minutes=30), to_number=caller,
        answered_at=now, created_at=now,
    )  # fmt: skip


def _agent(call: Call, session: ConversationSession, now: datetime) -> HttpResponse | None:
    """The voice agent, when there is one and the talk has not begun; None leaves the call to the scripted coach. The
    telephone in the browser has a line to it only where the telephone company plays one (SANDBOX_AGENT)."""
    has_line = not settings.TWILIO_TRIAL and (settings.SANDBOX_AGENT or not settings.TWILIO_SANDBOX)
    is_there = elevenlabs.is_configured() and has_line
    if not is_there or session.state["turn"] > 0:
        return None
    told = variables(
        session.state["facts"],
        kind=session.conversation_type,
        call_ref=session.reference,
        opening=session.state["says"],
        # What an app told of the runner when it asked for the call. What we know ourselves goes along beside it.
        asked_for=json.dumps(call.context["told"], ensure_ascii=False) if "told" in call.context else "",
    )
    then = f"{settings.PUBLIC_BASE_URL}/api/twilio/after-agent?ref={call.reference}"
    try:
        registration = elevenlabs.register_call(to=call.to_number, variables=told, then=then)
        session.give_to_agent(registration.conversation_id, now=now)
    except (elevenlabs.VoiceUnavailable, IntegrityError) as fault:
        logger.warning("call %s: no agent (%s), the scripted coach takes it", call.reference[:6], fault)
        return None
    return answer(registration.twiml)


def _spoken(session: ConversationSession, reference: str) -> HttpResponse:
    state = session.state
    if session.ended_at:
        return answer(twilio.farewell(state["says"]))
    hints = ", ".join(label.replace(",", "") for label, _ in state.get("choices", ()))
    action = f"{settings.PUBLIC_BASE_URL}/api/twilio/turn?ref={reference}&turn={state['turn']}"
    return answer(twilio.ask(state["says"], action=action, hints=hints))
