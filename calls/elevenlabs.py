"""The only door to ElevenLabs' SDK."""

from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import ParseError

from defusedxml.ElementTree import fromstring
from django.conf import settings

# A call waits on the line for this answer.
BUDGET_S = 6
STREAM_HOST = ".elevenlabs.io"


class VoiceUnavailable(Exception):
    """No agent for this call; the scripted coach takes it."""


def is_configured() -> bool:
    return bool(settings.ELEVENLABS_API_KEY and settings.ELEVENLABS_AGENT_ID)


def register_call(*, to: str, variables: dict[str, Any]) -> str:
    """TwiML that connects an outbound call to the agent. Raises VoiceUnavailable on any fault; asks only once."""
    from elevenlabs.client import ElevenLabs

    client = ElevenLabs(api_key=settings.ELEVENLABS_API_KEY, base_url=settings.ELEVENLABS_API_BASE or None)
    try:
        twiml = client.conversational_ai.twilio.register_call(
            agent_id=settings.ELEVENLABS_AGENT_ID,
            from_number=settings.TWILIO_PHONE_NUMBER,
            to_number=to,
            direction="outbound",
            conversation_initiation_client_data={"dynamic_variables": variables},
            # The SDK would repeat a POST by itself: two registrations for one call.
            request_options={"timeout_in_seconds": BUDGET_S, "max_retries": 0},
        )
    except Exception as fault:
        raise VoiceUnavailable(type(fault).__name__) from fault
    return _checked(str(twiml))


def _checked(twiml: str) -> str:
    """The answer, if it is a stream to ElevenLabs and nothing else."""
    try:
        root = fromstring(twiml)
    except (ParseError, ValueError) as fault:
        raise VoiceUnavailable("not XML") from fault
    verbs = [element.tag for element in root.iter() if element.tag != "Parameter"]
    stream = root.find("Connect/Stream")
    if verbs != ["Response", "Connect", "Stream"] or stream is None or not _is_theirs(stream.get("url", "")):
        raise VoiceUnavailable("no stream")
    return twiml


def _is_theirs(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "wss" and (parts.hostname or "").endswith(STREAM_HOST)
