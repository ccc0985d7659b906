"""Talking out loud in the browser: the server's side."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from calls import talking
from calls.agent.variables import NAMES
from calls.elevenlabs import is_in_browser
from calls.models import ConversationSession
from calls.pages import voice

pytestmark = pytest.mark.django_db


@pytest.fixture
def client_is_here(settings, tmp_path):
    settings.VOICE_CLIENT = tmp_path
    (tmp_path / "client.js").touch()


@pytest.fixture
def session(ana, now, eleven, client_is_here):
    return talking.begin(ana, "motivation", channel="browser", now=now)


def ask(client, session, name="voice", **fields):
    return client.post(reverse(name, args=[session.pk]), fields)


def test_a_page_gets_an_address_the_variables_and_the_talk(anas, session, eleven):
    answer = ask(anas, session)
    told = answer.json()
    assert (answer.status_code, told["signed_url"]) == (200, eleven.signed_url)
    assert set(told["variables"]) == set(NAMES)
    assert told["variables"]["call_ref"] == session.reference
    assert told["conversation"] == str(session.pk)
    session.refresh_from_db()
    assert session.agent_called_at
    ((method, path, _),) = eleven.asked
    assert (method, path) == ("GET", "/v1/convai/conversation/get-signed-url")


@pytest.mark.parametrize("name", ["voice", "voice_connected", "voice_ended"])
def test_another_runners_talk_is_nowhere(bens, session, name, eleven):
    assert ask(bens, session, name, conversation_id="conv_1").status_code == 404
    assert eleven.asked == []


@pytest.mark.parametrize("name", ["voice", "voice_connected", "voice_ended"])
def test_only_a_post_of_our_own_page_by_somebody_signed_in(ana, anas, session, name):
    address = reverse(name, args=[session.pk])
    assert anas.get(address).status_code == 405
    assert Client().post(address).status_code == 302
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(ana)
    assert strict.post(address).status_code == 403


def test_a_talk_that_is_over_says_so(anas, session, now):
    ConversationSession.objects.update(ended_at=now)
    answer = ask(anas, session)
    assert (answer.status_code, answer.json()) == (409, {"say": voice.OVER})


@pytest.mark.parametrize(
    "fault",
    [(500, "<html>"), (401, {"detail": {"status": "invalid_api_key"}}), (429, {"detail": "busy"}), (402, {})],
)
def test_whatever_is_wrong_with_elevenlabs_is_one_plain_sentence(anas, session, eleven, fault):
    eleven.fails["get-signed-url"] = fault
    answer = ask(anas, session)
    assert (answer.status_code, answer.json()) == (503, {"say": voice.AWAY})
    session.refresh_from_db()
    assert session.agent_called_at is None
    assert len(eleven.asked) == 1


@pytest.mark.parametrize(
    "url", ["", "ws://api.elevenlabs.io/x", "wss://elevenlabs.io.evil.example/x", "https://api.elevenlabs.io/x"]
)
def test_an_address_elsewhere_is_not_handed_on(anas, session, eleven, url):
    eleven.signed_url = url
    assert ask(anas, session).status_code == 503


def test_after_a_refusal_the_page_does_not_offer_it(anas, session, eleven):
    assert is_in_browser()
    eleven.fails["get-signed-url"] = (401, {"detail": {"status": "quota_exceeded"}})
    ask(anas, session)
    assert not is_in_browser()
    assert ask(anas, session).status_code == 503
    assert len(eleven.asked) == 1


def test_more_than_six_a_minute_are_too_many(anas, bens, ben, session, now):
    assert [ask(anas, session).status_code for _ in range(7)] == [200] * 6 + [429]
    # Each runner has their own six.
    assert ask(bens, talking.begin(ben, "motivation", channel="browser", now=now)).status_code == 200
    cache.clear()


def test_the_agents_id_is_bound_to_the_talk_at_once(anas, session):
    ask(anas, session)
    for _ in range(2):
        assert ask(anas, session, "voice_connected", conversation_id="conv_1").status_code == 204
    session.refresh_from_db()
    assert session.agent_conversation_id == "conv_1"
    assert ask(anas, session, "voice_connected", conversation_id="conv_2").status_code == 409
    assert ask(anas, session).json() == {"say": voice.SPOKEN}


@pytest.mark.parametrize("their_id", ["", "a b", "x" * 65, "../etc"])
def test_what_is_no_id_is_not_bound(anas, session, their_id):
    ask(anas, session)
    assert ask(anas, session, "voice_connected", conversation_id=their_id).status_code == 400


def test_nothing_is_bound_that_was_not_begun_or_is_anothers(anas, session, ben, now):
    assert ask(anas, session, "voice_connected", conversation_id="conv_1").status_code == 409
    talking.begin(ben, "motivation", channel="browser", now=now).give_to_agent("conv_of_ben", now=now)
    ask(anas, session)
    assert ask(anas, session, "voice_connected", conversation_id="conv_of_ben").status_code == 409
    session.refresh_from_db()
    assert session.agent_conversation_id == ""


def test_a_goodbye_ends_the_talk_and_what_was_said_is_waited_for(anas, session):
    ask(anas, session)
    ask(anas, session, "voice_connected", conversation_id="conv_1")
    assert ask(anas, session, "voice_ended").status_code == 204
    session.refresh_from_db()
    assert session.ended_at
    assert session.concluded_at is None


def test_an_end_without_a_beginning_leaves_the_typed_coach(anas, session):
    ask(anas, session, "voice_ended")
    session.refresh_from_db()
    assert session.ended_at is None


@pytest.mark.parametrize(("configured", "here"), [(False, True), (True, False)])
def test_it_is_offered_only_where_it_is_configured_and_the_client_is_here(
    settings, tmp_path, session, configured, here
):
    settings.VOICE_IN_BROWSER = configured
    settings.VOICE_CLIENT = tmp_path if here else tmp_path / "nowhere"
    assert not is_in_browser()
