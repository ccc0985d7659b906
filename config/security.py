"""What a browser may do on our pages: the content security policy, and who may use the microphone."""

from typing import Any

from csp.constants import NONCE, NONE, SELF

# Where the voice agent's conversation runs. Only its websocket is used, so the hosts of its WebRTC rooms stay out.
VOICE_HOSTS = ("api.elevenlabs.io", "api.us.elevenlabs.io")


def content_policy(*, voice: bool, voice_base: str = "") -> dict[str, Any]:
    """`voice`: pages may speak with ElevenLabs, or with the server at `voice_base` where one is set."""
    directives: dict[str, list[str]] = {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF, *(_hosts(voice_base) if voice else [])],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
    if voice:
        directives["media-src"] = [SELF, "blob:"]
    return {
        # The two API browsers come from wheels and start themselves with an inline script; they show no runner's data.
        "EXCLUDE_URL_PREFIXES": ["/api/docs", "/api/auth/openapi.html"],
        "DIRECTIVES": directives,
    }


def _hosts(base: str) -> list[str]:
    bases = [base] if base else [f"https://{host}" for host in VOICE_HOSTS]
    # http becomes ws, and https wss.
    return [address for one in bases for address in (one, f"ws{one.removeprefix('http')}")]
