"""One question to ElevenLabs, and the rest they get after some of their answers."""

import logging
from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache

logger = logging.getLogger(__name__)
Answer = TypeVar("Answer")

# A call waits on the line for this answer, or a runner before a page.
BUDGET_S = 6
RESTING = "elevenlabs:resting"
# How long nobody asks again: no key or no money does not mend itself in a minute; too many at once may.
REST_S = {401: 300, 402: 300, 403: 300, 429: 60}
QUOTA_REST_S = 300
STREAM_HOST = ".elevenlabs.io"


class VoiceUnavailable(Exception):
    """No voice agent now; the scripted coach takes it. `status` is that of the answer, where there was one."""

    def __init__(self, reason: str, *, status: int | None = None) -> None:
        super().__init__(reason)
        self.status = status


def is_configured() -> bool:
    """Whether there is an agent for calls."""
    return bool(settings.ELEVENLABS_API_KEY and settings.ELEVENLABS_AGENT_ID)


def is_in_browser() -> bool:
    """Whether a page may offer to talk out loud: there is an agent, the browser has its client, and it answers."""
    return settings.VOICE_IN_BROWSER and (settings.VOICE_CLIENT / "client.js").exists() and not is_resting()


def is_resting() -> bool:
    """Whether they refused us lately: until it has passed nobody asks."""
    return bool(cache.get(RESTING))


def ask(question: Callable[[Any, dict[str, Any]], Answer], *, wait_s: int | None = None) -> Answer:
    """What `question` gets out of the SDK's client, within `wait_s` (BUDGET_S by default) in all. It hands on the
    options it is given: the SDK would repeat a POST by itself, and wait four minutes. Raises VoiceUnavailable on any
    fault, and at once while they rest."""
    wait_s = wait_s or BUDGET_S
    if is_resting():
        raise VoiceUnavailable("resting after a refusal")
    from elevenlabs.client import ElevenLabs

    client = ElevenLabs(
        api_key=settings.ELEVENLABS_API_KEY, base_url=settings.ELEVENLABS_API_BASE or None, timeout=wait_s
    )
    try:
        return _within(wait_s, lambda: question(client, {"timeout_in_seconds": wait_s, "max_retries": 0}))
    except Exception as fault:
        raise _meaning(fault) from fault


def _within(seconds: float, work: Callable[[], Answer]) -> Answer:
    """The time-outs of the SDK's client are for each read: an answer that trickles in could take minutes. Raises
    TimeoutError; what is still under way then is left to itself."""
    answer: Future[Answer] = Future()

    def run() -> None:
        try:
            answer.set_result(work())
        except BaseException as fault:
            answer.set_exception(fault)

    # Not an executor's: those are waited for when the process ends.
    Thread(target=run, daemon=True).start()
    return answer.result(timeout=seconds)


def _meaning(fault: Exception) -> VoiceUnavailable:
    status, said = getattr(fault, "status_code", None), _said(getattr(fault, "body", None))
    rest_s = QUOTA_REST_S if "quota" in said else REST_S.get(status or 0)
    if rest_s:
        logger.error("ElevenLabs refuses (%s %s): the scripted coach takes over for %s s", status, said, rest_s)
        cache.set(RESTING, True, rest_s)
    return VoiceUnavailable(" ".join(filter(None, [type(fault).__name__, str(status or ""), said])), status=status)


def _said(body: Any) -> str:
    """Their own name for what is wrong. `detail` is an object, a text or a list, and the body may be a page of HTML."""
    detail = body.get("detail") if isinstance(body, dict) else None
    if isinstance(detail, dict):
        return str(detail.get("status") or "")[:60]
    return detail[:60] if isinstance(detail, str) else ""


def is_theirs(url: str) -> bool:
    """Whether a websocket's address is ElevenLabs', or on the server that stands in for them."""
    parts, base = urlsplit(url), urlsplit(settings.ELEVENLABS_API_BASE)
    if base.hostname and parts.hostname == base.hostname:
        return parts.scheme in ("ws", "wss")
    return parts.scheme == "wss" and (parts.hostname or "").endswith(STREAM_HOST)
