"""Somebody at the far end of a media stream, in the place of a voice agent.

SANDBOX_AGENT: "" is nobody, every stream fails at once and the next verb is done; "talks" is one who listens, answers
whatever is said with the same few words, and leaves on "bye".
"""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from calls.sandbox.twiml import Stream

TALKS = "talks"
Caption = tuple[str, str]


def take(stream: Stream) -> tuple[Caption, dict[str, Any] | None]:
    """What is to be heard when a stream begins, and what the line then waits for: None when it failed."""
    address = urlsplit(stream.url)
    if address.scheme != "wss" or address.query:
        return ("carrier", "Error 31920: a stream's address is wss and has no query."), None
    if settings.SANDBOX_AGENT != TALKS:
        return ("carrier", "Error 31920: nobody answers at the stream's address."), None
    told = ", ".join(name for name, _ in stream.parameters) or "nothing"
    waits = {"agent": True, "input": "speech", "hints": "", "timeout_s": 5}
    return ("coach", f"Hello, this is a stand-in for the voice agent. I was told: {told}."), waits


def reply(speech: str) -> tuple[Caption, bool]:
    """The agent's answer, and whether it leaves with it."""
    if "bye" in speech.lower():
        return ("coach", "Goodbye."), True
    return ("coach", "I see. Go on, or say bye."), False
