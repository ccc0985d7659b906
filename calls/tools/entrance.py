"""The door for the agent's tools. They are not signed: a secret header lets them in, and whose row they may touch
follows from our own reference of a talk that goes on."""

import hashlib
import hmac
import json
import logging
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from calls.models import AgentToolCall, ConversationSession
from calls.tools import verbs
from calls.tools.given import Given, Unclear
from coach import coaching
from coach.models import User

logger = logging.getLogger(__name__)

LARGEST = 20_000
LONGEST_TALK = timedelta(hours=2)
# The last tool's answer may be on its way when the line closes.
AFTERWARDS = timedelta(minutes=5)
SORRY = "Something went wrong on my side. You can do it in the app."


@csrf_exempt
@require_POST
def tool(request: HttpRequest, name: str) -> JsonResponse:
    """One of the desk's verbs. What the runner can mend is said with 200; 4xx is for what the agent got wrong."""
    if not has_key(request.headers.get("X-Tool-Key")):
        return _no("key?", 401)
    arguments = _arguments(request.read(LARGEST + 1))
    if arguments is None:
        return _no("a JSON object, please", 400)
    if name not in verbs.LOOKS and name not in verbs.ACTS:
        return _no("no such tool", 404)
    session = _talk(arguments.pop("call_ref", ""), timezone.now())
    if session is None:
        return _no("no such conversation", 404)
    try:
        answer = _answer(session, name, arguments, timezone.now())
    except Exception:
        logger.exception("conversation %s: the tool %s failed", session.reference[:6], name)
        answer = {"ok": False, "say": SORRY}
    return JsonResponse({key: value for key, value in answer.items() if key != "agreed"})


def has_key(given: str | None) -> bool:
    """Whether it is one of our keys; two are good while one is being replaced."""
    mine = (given or "").encode()
    return True in [hmac.compare_digest(key.encode(), mine) for key in settings.ELEVENLABS_TOOL_KEYS if key]


def _arguments(raw: bytes) -> dict[str, Any] | None:
    """Bare, or wrapped in "parameters" beside the tool's name and id: ElevenLabs documents both."""
    try:
        body = json.loads(raw) if len(raw) <= LARGEST else None
    except ValueError:
        return None
    if not isinstance(body, dict):
        return None
    wrapped = body.get("parameters")
    return dict(wrapped) if isinstance(wrapped, dict) else body


def _talk(reference: Any, now: datetime) -> ConversationSession | None:
    """A talk that the agent was given within two hours, and that has not been over for long."""
    if not isinstance(reference, str) or not reference or "\0" in reference:
        return None
    lately = Q(ended_at=None) | Q(ended_at__gte=now - AFTERWARDS)
    given = ConversationSession.objects.filter(lately, reference=reference, agent_called_at__gte=now - LONGEST_TALK)
    return given.filter(user__is_active=True).select_related("user", "run").first()


def _answer(session: ConversationSession, name: str, arguments: dict[str, Any], now: datetime) -> verbs.Answer:
    if name in verbs.LOOKS:
        return _done(verbs.LOOKS[name], session, arguments, now)
    with transaction.atomic():
        # One tool at a time for one runner: of two at once, the second finds the first one's answer.
        User.objects.select_for_update().get(pk=session.user_id)
        content = hashlib.sha256(json.dumps(arguments, sort_keys=True).encode()).hexdigest()
        last = session.tool_calls.order_by("pk").last()
        if last and (last.tool, last.content) == (name, content):
            return dict(last.answer)
        answer = _done(verbs.ACTS[name], session, arguments, now)
        if answer["ok"]:
            # Asked again after something else was done, it is done again: a run moved there, back, and there.
            session.tool_calls.filter(tool=name, content=content).delete()
            AgentToolCall.objects.create(conversation=session, tool=name, content=content, answer=answer, called_at=now)
    return answer


def _done(verb: verbs.Verb, session: ConversationSession, arguments: dict[str, Any], now: datetime) -> verbs.Answer:
    try:
        return verb(session, Given(arguments), now)
    except coaching.NeedsConsent as question:
        return {"ok": False, "needs_consent": True, "say": f"{question} Shall I do it all the same?"}
    except (coaching.Refused, Unclear) as no:
        return {"ok": False, "say": str(no)}


def _no(why: str, status: int) -> JsonResponse:
    return JsonResponse({"ok": False, "error": why}, status=status)
