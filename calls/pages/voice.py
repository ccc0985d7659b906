"""Talking out loud in the browser: a page asks for an address to speak at, says when it is connected, and when it is
over. The typed coach is there all the while."""

import re

from django.db import IntegrityError, transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST
from rest_framework.throttling import UserRateThrottle

from calls import elevenlabs
from calls.agent.variables import variables
from calls.models import ConversationSession
from coach import coaching
from coach.runners import RunnerRequest, with_goal

THEIR_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
AWAY = "My voice isn't available just now. Let's type instead."
OVER = "This talk is over. Start a new one to speak again."
SPOKEN = "We have spoken in this talk already. Type on, or start a new talk."
TOO_OFTEN = "That was often. Give me a minute, or type instead."


class _Rate(UserRateThrottle):
    """Every address costs ElevenLabs a session, and us money."""

    scope, rate = "voice", "6/min"


@require_POST
@with_goal
def voice(request: RunnerRequest, pk: str) -> HttpResponse:
    """An address to speak at, good for one talk, and the variables that go along with it. 404 for another runner's."""
    session = _mine(request, pk)
    if session.ended_at:
        return _no(OVER, 409)
    if session.agent_conversation_id:
        return _no(SPOKEN, 409)
    if not _Rate().allow_request(request, None):  # type: ignore[arg-type]
        return _no(TOO_OFTEN, 429)
    try:
        if not elevenlabs.is_in_browser():
            raise elevenlabs.VoiceUnavailable("not in the browser")
        url = elevenlabs.signed_url()
    except elevenlabs.VoiceUnavailable:
        return _no(AWAY, 503)
    session.give_to_agent("", now=timezone.now())
    told = variables(
        session.state["facts"],
        kind=session.conversation_type,
        call_ref=session.reference,
        opening=session.state["says"],
    )
    return JsonResponse({"signed_url": url, "variables": told, "conversation": str(session.pk)})


@require_POST
@with_goal
def connected(request: RunnerRequest, pk: str) -> HttpResponse:
    """The page speaks with the agent: its id for the conversation is kept with the runner's talk at once."""
    session, their_id = _mine(request, pk), request.POST.get("conversation_id", "")
    if not THEIR_ID.fullmatch(their_id):
        return _no("Which conversation?", 400)
    if session.agent_conversation_id == their_id:
        return HttpResponse(status=204)
    if session.agent_conversation_id or session.concluded_at or session.agent_called_at is None:
        return _no(OVER, 409)
    try:
        with transaction.atomic():
            session.give_to_agent(their_id, now=timezone.now())
    except IntegrityError:
        # It is another talk's.
        return _no(OVER, 409)
    return HttpResponse(status=204)


@require_POST
@with_goal
def ended(request: RunnerRequest, pk: str) -> HttpResponse:
    """Somebody said goodbye: the talk is over, and what was said is on its way."""
    session = _mine(request, pk)
    if session.agent_conversation_id:
        coaching.close_line(session, now=timezone.now())
    return HttpResponse(status=204)


def _mine(request: RunnerRequest, pk: str) -> ConversationSession:
    found: ConversationSession = get_object_or_404(request.user.conversations, pk=pk)
    return found


def _no(say: str, status: int) -> JsonResponse:
    return JsonResponse({"say": say}, status=status)
