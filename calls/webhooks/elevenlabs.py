"""ElevenLabs, in: what was said to the agent, told after a talk. Forged is refused before any query."""

import hashlib
import hmac
import json
import logging
import time
from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from calls.agent import told
from calls.models import ConversationSession
from coach import coaching

logger = logging.getLogger(__name__)

# A long talk is some hundred kilobytes. Sound is not asked for.
LARGEST = 4_000_000
TOLERANCE_S = 30 * 60
TRANSCRIPT = "post_call_transcription"


@csrf_exempt
@require_POST
def post_call(request: HttpRequest) -> HttpResponse:
    """A talk is over. Told early, twice, or about something we do not know, it is taken and nothing more follows."""
    # Read by ourselves: the limit of every other request is too small for a transcript.
    raw = request.read(LARGEST + 1)
    if len(raw) > LARGEST:
        return _plain("too large", 413)
    header = request.headers.get("ElevenLabs-Signature")
    if not is_signed(raw, header, secrets=settings.ELEVENLABS_WEBHOOK_SECRETS, now=time.time()):
        return _plain("signature?", 403)
    try:
        event = json.loads(raw)
    except ValueError:
        return _plain("not JSON", 400)
    if isinstance(event, dict) and event.get("type") == TRANSCRIPT:
        _conclude(told.parse(event.get("data")))
    return _plain("", 200)


def is_signed(raw: bytes, header: str | None, *, secrets: Sequence[str], now: float) -> bool:
    """Whether `t=<seconds>,v0=<hex>` is one of our secrets' signature of the raw body, and not older or newer than half
    an hour. Two secrets are good while one is being replaced. Nothing in a header makes it fail."""
    pairs = [part.strip().partition("=") for part in (header or "").split(",")]
    stamp = next((value for key, _, value in pairs if key == "t"), "")
    given = [value.lower().encode() for key, _, value in pairs if key == "v0"]
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= 12) or abs(now - int(stamp)) > TOLERANCE_S:
        return False
    signed = stamp.encode() + b"." + raw
    wanted = [hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest().encode() for secret in secrets if secret]
    # Every pair is compared, so that the time taken tells nothing.
    return True in [hmac.compare_digest(want, gift) for want in wanted for gift in given]


def _conclude(talk: told.Told) -> None:
    session = _session(talk)
    if session is None:
        logger.info("told of a conversation that is none of ours")
    else:
        coaching.conclude_voice(session, talk.turns, talk.collected, now=timezone.now())


def _session(talk: told.Told) -> ConversationSession | None:
    """By our own reference, else by their id; only one that was given to the agent."""
    known = ConversationSession.objects.filter(agent_called_at__isnull=False).select_related("user")
    if talk.call_ref:
        return known.filter(reference=talk.call_ref).first()
    return known.filter(agent_conversation_id=talk.conversation_id).first() if talk.conversation_id else None


def _plain(words: str, status: int) -> HttpResponse:
    return HttpResponse(words, status=status, content_type="text/plain")
