import pytest
from django.test import Client

from config import security


def test_without_a_voice_agent_pages_speak_with_nobody_else():
    directives = security.content_policy(voice=False)["DIRECTIVES"]
    assert directives["connect-src"] == ["'self'"]
    assert "media-src" not in directives


def test_with_one_they_speak_with_elevenlabs_and_with_nobody_else():
    directives = security.content_policy(voice=True)["DIRECTIVES"]
    assert directives["connect-src"] == [
        "'self'",
        "https://api.elevenlabs.io", "wss://api.elevenlabs.io",
        "https://api.us.elevenlabs.io", "wss://api.us.elevenlabs.io",
    ]  # fmt: skip
    assert directives["media-src"] == ["'self'", "blob:"]
    assert all("unsafe" not in str(source) for sources in directives.values() for source in sources)


def test_a_server_of_our_own_takes_their_place():
    connect = security.content_policy(voice=True, voice_base="http://127.0.0.1:9")["DIRECTIVES"]["connect-src"]
    assert connect == ["'self'", "http://127.0.0.1:9", "ws://127.0.0.1:9"]


@pytest.mark.django_db
@pytest.mark.parametrize(("configured", "policy"), [(True, "microphone=(self)"), (False, None)])
def test_the_microphone_is_ours_where_there_is_a_voice(settings, configured, policy):
    settings.VOICE_IN_BROWSER = configured
    assert Client().get("/account/login/").headers.get("Permissions-Policy") == policy
