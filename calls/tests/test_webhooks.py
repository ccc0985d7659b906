import re

import pytest
from django.test import Client
from twilio.request_validator import RequestValidator

from calls.models import Call, CallEvent
from coach import coaching

pytestmark = pytest.mark.django_db
SID = "CA" + "a" * 32


@pytest.fixture
def call(ana, now):
    call = coaching.call_me(ana, run=ana.runs.first(), now=now)
    Call.objects.filter(pk=call.pk).update(status="dialling")
    return call


@pytest.fixture
def twilio_posts(settings):
    def post(path, token=None, account=None, **fields):
        form = {"CallSid": SID, "AccountSid": account or settings.TWILIO_ACCOUNT_SID, **fields}
        url = settings.PUBLIC_BASE_URL + path
        signature = RequestValidator(token or settings.TWILIO_AUTH_TOKEN).compute_signature(url, form)
        return Client().post(path, form, headers={"X-Twilio-Signature": signature})

    return post


def reports(twilio_posts, call, *events):
    for sequence, status in events:
        answer = twilio_posts(
            f"/api/twilio/call-status?ref={call.reference}",
            CallStatus=status, SequenceNumber=str(sequence), CallDuration="42",
        )  # fmt: skip
        assert (answer.status_code, answer.content) == (204, b"")
    call.refresh_from_db()
    return call.status


PATHS = ["connect-to-agent", "call-initiated", "turn", "call-status"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("how", ["none", "wrong", "account", "get"])
def test_a_forged_webhook_is_refused_before_any_query(path, how, twilio_posts, django_assert_num_queries, call):
    address = f"/api/twilio/{path}?ref={call.reference}"
    with django_assert_num_queries(0):
        if how == "get":
            assert Client().get(address).status_code == 405
            return
        if how == "none":
            answer = Client().post(address, {"CallSid": SID})
        elif how == "wrong":
            answer = twilio_posts(address, token="another")
        else:
            answer = twilio_posts(address, account="AC" + "f" * 32)
    assert answer.status_code == 403


def test_the_previous_token_is_good_while_it_is_being_replaced(settings, twilio_posts, call):
    settings.TWILIO_AUTH_TOKEN_PREVIOUS = "yesterday"
    assert twilio_posts(f"/api/twilio/call-status?ref={call.reference}", token="yesterday").status_code == 204


def test_the_coach_speaks_and_listens(twilio_posts, call):
    answer = twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
    assert answer["Content-Type"].startswith("text/xml")
    body = answer.content.decode()
    assert "<Gather" in body
    assert 'actionOnEmptyResult="true"' in body
    assert "Ana" in body
    call.refresh_from_db()
    assert call.carrier_sid == SID
    assert call.conversation.conversation_type == "pre_run"


def test_a_repeated_request_gets_the_same_answer(twilio_posts, call):
    path = f"/api/twilio/connect-to-agent?ref={call.reference}"
    assert twilio_posts(path).content == twilio_posts(path).content
    turn = f"/api/twilio/turn?ref={call.reference}&turn=0"
    one = twilio_posts(turn, SpeechResult="yes I am on")
    two = twilio_posts(turn, SpeechResult="yes I am on")
    assert one.content == two.content
    call.refresh_from_db()
    assert call.conversation.turns.count() == 3


def test_a_whole_call_ends_with_goodbye_and_a_transcript(twilio_posts, call):
    twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
    answer = twilio_posts(f"/api/twilio/turn?ref={call.reference}&turn=0", SpeechResult="Yes.")
    following = re.search(r"turn=(\d+)", answer.content.decode())[1]
    answer = twilio_posts(f"/api/twilio/turn?ref={call.reference}&turn={following}", SpeechResult="No, all good.")
    assert b"<Hangup" in answer.content
    assert reports(twilio_posts, call, (2, "in-progress"), (3, "completed")) == "completed"
    assert (call.duration_s, call.conversation.agreed) == (42, ["You are on for the run."])
    assert "Runner: Yes." in call.conversation.transcript


def test_keys_work_where_speech_does_not(twilio_posts, call):
    twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
    twilio_posts(f"/api/twilio/turn?ref={call.reference}&turn=0", Digits="1")
    call.refresh_from_db()
    assert call.conversation.state["answers"]["will_run"] is True


def test_hanging_up_in_the_middle_keeps_what_was_said(twilio_posts, call):
    twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
    twilio_posts(f"/api/twilio/turn?ref={call.reference}&turn=0", SpeechResult="yes")
    reports(twilio_posts, call, (3, "completed"))
    assert call.conversation.ended_at
    assert call.conversation.concluded_at


def test_an_unknown_reference_is_told_goodbye(twilio_posts):
    answer = twilio_posts("/api/twilio/connect-to-agent?ref=nobody")
    assert answer.status_code == 200
    assert b"<Hangup" in answer.content


def test_status_only_moves_forward(twilio_posts, call):
    assert reports(twilio_posts, call, (1, "ringing")) == "ringing"
    assert reports(twilio_posts, call, (0, "initiated")) == "ringing"
    assert reports(twilio_posts, call, (2, "in-progress")) == "in_progress"
    assert reports(twilio_posts, call, (1, "ringing")) == "in_progress"


def test_the_first_end_wins_and_nothing_is_told_twice(twilio_posts, call):
    assert reports(twilio_posts, call, (2, "no-answer"), (2, "no-answer"), (3, "completed")) == "no_answer"
    assert CallEvent.objects.count() == 2
    assert call.user.notices.count() == 1


@pytest.mark.parametrize(("told", "status"), [("busy", "busy"), ("no-answer", "no_answer"), ("failed", "failed")])
def test_a_call_that_did_not_reach_the_runner_leaves_a_notice(twilio_posts, call, told, status):
    assert reports(twilio_posts, call, (2, told)) == status
    assert call.reason
    assert call.user.notices.get().call == call


def test_an_answer_after_the_call_was_given_up_is_still_concluded(twilio_posts, call):
    Call.objects.filter(pk=call.pk).update(status="missed")
    twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
    assert reports(twilio_posts, call, (3, "completed")) == "missed"
    assert call.conversation.concluded_at


def test_an_unheard_of_status_is_ignored(twilio_posts, call):
    assert reports(twilio_posts, call, (2, "levitating")) == "dialling"


def test_the_fallback_needs_no_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = Client().post("/api/twilio/fallback")
    assert b"<Hangup" in answer.content


def test_a_known_number_may_ring_the_coach(twilio_posts, ana, now):
    ana.phone_number, ana.phone_verified_at = "+4915112345678", now
    ana.save()
    answer = twilio_posts("/api/twilio/call-initiated", From="+4915112345678")
    assert b"<Gather" in answer.content
    assert ana.calls.filter(carrier_sid=SID).count() == 1
    twilio_posts("/api/twilio/call-initiated", From="+4915112345678")
    assert ana.calls.filter(carrier_sid=SID).count() == 1


def test_an_unknown_number_learns_nothing(twilio_posts, ana):
    ana.phone_number = "+4915112345678"
    ana.save()
    answer = twilio_posts("/api/twilio/call-initiated", From="+4915112345678")
    assert b"<Gather" not in answer.content
    assert b"Ana" not in answer.content


class TestAgent:
    @pytest.fixture(autouse=True)
    def _keys(self, settings):
        settings.ELEVENLABS_API_KEY, settings.ELEVENLABS_AGENT_ID = "key", "agent"

    @pytest.fixture
    def agent(self, settings, monkeypatch):
        """A stand-in for ElevenLabs' own server, on this machine."""
        import json
        from http.server import BaseHTTPRequestHandler, HTTPServer
        from threading import Thread

        class Handler(BaseHTTPRequestHandler):
            asked, status = [], 200
            answer = (
                '<Response><Connect><Stream url="wss://api.elevenlabs.io/v1/convai/conversation"/></Connect></Response>'
            )

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                self.asked.append((self.path, body))
                self.send_response(self.status)
                self.end_headers()
                self.wfile.write(self.answer.encode())

            def log_message(self, *args):
                pass

        Handler.asked = []
        server = HTTPServer(("127.0.0.1", 0), Handler)
        Thread(target=server.serve_forever, daemon=True).start()
        settings.ELEVENLABS_API_BASE = f"http://127.0.0.1:{server.server_port}"
        yield Handler
        server.shutdown()

    def test_with_keys_the_agent_takes_the_call(self, agent, twilio_posts, call):
        answer = twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
        assert b"api.elevenlabs.io" in answer.content
        ((path, body),) = agent.asked
        assert path == "/v1/convai/twilio/register-call"
        assert body["direction"] == "outbound"
        assert body["conversation_initiation_client_data"]["dynamic_variables"]["call_ref"] == call.reference

    @pytest.mark.parametrize("fault", ["500", "not xml", "no stream", "elsewhere", "more"])
    def test_when_the_agent_fails_the_scripted_coach_speaks(self, agent, twilio_posts, call, fault):
        if fault == "500":
            agent.status = 500
        stream = '<Connect><Stream url="wss://api.elevenlabs.io/v1"/></Connect>'
        agent.answer = {
            "not xml": "sorry",
            "no stream": "<Response><Say>Hi</Say></Response>",
            "elsewhere": '<Response><Connect><Stream url="ws://evil.example/x.elevenlabs.io/"/></Connect></Response>',
            "more": f"<Response><Dial>+1900</Dial>{stream}</Response>",
        }.get(fault, "")
        answer = twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
        assert b"<Gather" in answer.content
        assert len(agent.asked) == 1
