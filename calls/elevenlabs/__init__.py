"""The only door to ElevenLabs' SDK: calls given to the agent, talks in the browser, what came of them, the agents
themselves. Everything here asks once, waits a few seconds at most, and raises VoiceUnavailable when nothing came."""

from calls.elevenlabs.asking import VoiceUnavailable, is_configured, is_in_browser, is_resting
from calls.elevenlabs.calling import Registration, register_call
from calls.elevenlabs.talks import NoSuchConversation, fetch, find, forget, signed_url

__all__ = [
    "NoSuchConversation", "Registration", "VoiceUnavailable", "fetch", "find", "forget", "is_configured",
    "is_in_browser", "is_resting", "register_call", "signed_url",
]  # fmt: skip
