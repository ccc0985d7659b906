"""The voice agent on a call: it takes it, or anything goes wrong and the scripted coach does."""

import json
import re
import time
from datetime import timedelta

import pytest

from calls import dispatch
from calls.agent.variables import NAMES
from calls.models import ConversationSession
from calls.tests.conftest import reports
from coach import coaching

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_real_line(call, settings):
    settings.TWILIO_SANDBOX = False


def test_with_keys_the_agent_takes_the_call(eleven, twilio_posts, call):
    answer = twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
    assert b"api.elevenlabs.io" in answer.content
    ((method, path, body),) = eleven.asked
    assert (method, path) == ("POST", "/v1/convai/twilio/register-call")
    assert (body["direction"], body["agent_id"]) == ("outbound", "agent_phone")
    session = ConversationSession.objects.get()
    told = body["conversation_initiation_client_data"]["dynamic_variables"]
    assert set(told) == set(NAMES)
    assert (told["call_ref"], told["kind"], told["name"]) == (session.reference, "pre_run", "Ana")
    assert told["opening"] == session.turns.get().text
    assert session.agent_conversation_id == "conv_1"
    assert session.agent_called_at


def test_what_was_told_when_the_call_was_asked_for_goes_along(eleven, twilio_posts, ana, now):
    ana.phone_number, ana.phone_verified_at = "+4915112345678", now
    ana.save()
    told = {"topic": "my holidays", "current_streak": 5}
    call = coaching.schedule_call(ana, now, talk="motivation", context=told, now=now)
    twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
    sent = eleven.asked[0][2]["conversation_initiation_client_data"]["dynamic_variables"]
    assert json.loads(sent["asked_for"]) == told


def test_the_telephone_in_the_browser_has_no_line_to_the_agent(eleven, settings, twilio_posts, call):
    settings.TWILIO_SANDBOX = True
    assert b"<Gather" in twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}").content
    assert eleven.asked == []


@pytest.mark.parametrize("fault", ["500", "not xml", "no stream", "elsewhere", "more"])
def test_when_the_agent_fails_the_scripted_coach_speaks(eleven, twilio_posts, call, fault):
    if fault == "500":
        eleven.fails["register-call"] = (500, "<html>sorry</html>")
    stream = '<Connect><Stream url="wss://api.elevenlabs.io/v1"/></Connect>'
    eleven.twiml = {
        "not xml": "sorry",
        "no stream": "<Response><Say>Hi</Say></Response>",
        "elsewhere": '<Response><Connect><Stream url="ws://evil.example/x.elevenlabs.io/"/></Connect></Response>',
        "more": f"<Response><Dial>+1900</Dial>{stream}</Response>",
    }.get(fault, "")
    answer = twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
    assert b"<Gather" in answer.content
    assert len(eleven.asked) == 1
    assert ConversationSession.objects.get().agent_called_at is None


@pytest.mark.parametrize("slow", [{"hangs_s": 60}, {"drips_s": 0.3}])
def test_an_agent_that_takes_too_long_leaves_the_call_to_the_scripted_coach(
    eleven, twilio_posts, call, monkeypatch, slow
):
    monkeypatch.setattr("calls.elevenlabs.asking.BUDGET_S", 1)
    vars(eleven).update(slow)
    began = time.monotonic()
    answer = twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
    # Well before the answer would have come, which takes a minute.
    assert time.monotonic() - began < 50
    assert b"<Gather" in answer.content
    assert len(eleven.asked) == 1
    assert ConversationSession.objects.get().agent_called_at is None


def test_after_a_refusal_nobody_asks_for_a_while(eleven, twilio_posts, call, clock, now):
    eleven.fails["register-call"] = (401, {"detail": {"status": "quota_exceeded", "message": "no credits"}})
    for _ in range(2):
        answer = twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
        assert b"<Gather" in answer.content
    assert len(eleven.asked) == 1
    eleven.fails.clear()
    clock.move_to(now + timedelta(minutes=6))
    assert b"<Connect" in twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}").content


def test_an_agent_that_leaves_at_once_leaves_the_call_to_the_scripted_coach(eleven, twilio_posts, call):
    answer = twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}").content.decode()
    address = re.search(r"<Redirect[^>]*>([^<]+)</Redirect>", answer)[1].removeprefix("http://127.0.0.1:8000")
    for _ in range(2):
        assert b"<Gather" in twilio_posts(address.replace("&amp;", "&")).content
    call.refresh_from_db()
    assert (call.conversation.agent_called_at, call.conversation.agent_conversation_id) == (None, "")


def test_an_agent_that_has_said_its_word_ends_the_call(eleven, twilio_posts, call, now):
    twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
    ConversationSession.objects.update(agent_called_at=now - timedelta(minutes=3))
    answer = twilio_posts(f"/api/twilio/after-agent?ref={call.reference}").content
    assert b"<Hangup" in answer
    assert b"<Say" not in answer


def test_the_end_of_the_line_waits_for_what_was_said_to_the_agent(eleven, twilio_posts, call):
    twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
    reports(twilio_posts, call, (3, "completed"))
    assert call.conversation.ended_at
    assert call.conversation.concluded_at is None
    assert not dispatch.left_open().exists()
