"""A machine picked up: the line is closed, nothing it said counts, and the call was not had."""

import pytest

from calls import dispatch, twilio
from calls.models import Call
from calls.tests.conftest import SID, reports

pytestmark = pytest.mark.django_db


@pytest.fixture
def on_the_line(ana, now, clock, twilio_posts):
    """The call before Ana's first run, picked up, the coach speaking."""
    call = ana.calls.filter(kind="pre_run").earliest("due_at")
    clock.move_to(call.due_at)
    Call.objects.filter(pk=call.pk).update(status="dialling", to_number="+15551")
    reports(twilio_posts, call, (1, "ringing"), (2, "in-progress"))
    twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
    call.refresh_from_db()
    return call


@pytest.fixture
def line(monkeypatch):
    asked = []
    monkeypatch.setattr(twilio, "end", lambda sid: asked.append(("end", sid)))
    monkeypatch.setattr(twilio, "say_and_end", lambda sid, text: asked.append((text, sid)))
    return asked


def told(twilio_posts, call, who):
    answer = twilio_posts(f"/api/twilio/answered-by?ref={call.reference}", AnsweredBy=who)
    assert answer.status_code == 204


@pytest.mark.parametrize("who", ["machine_start", "machine_end_beep", "fax"])
def test_a_machine_is_left_once_and_the_runner_is_tried_once_more(on_the_line, twilio_posts, line, who):
    call, ana = on_the_line, on_the_line.user
    told(twilio_posts, call, who)
    for _ in range(2):
        dispatch.leave_machines(now=call.due_at)
    assert line == [("end", SID)]
    greeting = {"SpeechResult": "I have chest pain and cannot come to the phone, skip the run"}
    twilio_posts(f"/api/twilio/turn?ref={call.reference}&turn=0", **greeting)
    assert reports(twilio_posts, call, (3, "completed")) == "no_answer"
    assert call.reason == dispatch.VOICEMAIL
    ana.refresh_from_db()
    assert ana.suspended_at is None
    assert ana.runs.get(pk=call.run_id).is_pending
    assert ana.calls.get(subject__endswith="#2").status == "planned"


def test_a_message_is_left_where_one_is_wished_for(on_the_line, twilio_posts, line, settings):
    settings.VOICEMAIL_MESSAGE = "Hello from Second Wind."
    told(twilio_posts, on_the_line, "machine_end_beep")
    dispatch.leave_machines(now=on_the_line.due_at)
    assert line == [("Hello from Second Wind.", SID)]


@pytest.mark.parametrize("who", ["human", "unknown", ""])
def test_with_a_person_the_talk_goes_on(on_the_line, twilio_posts, line, who):
    told(twilio_posts, on_the_line, who)
    dispatch.leave_machines(now=on_the_line.due_at)
    assert line == []
    twilio_posts(f"/api/twilio/turn?ref={on_the_line.reference}&turn=0", SpeechResult="yes I'm on")
    assert reports(twilio_posts, on_the_line, (3, "completed")) == "completed"
    assert on_the_line.conversation.state["answers"]["will_run"] is True


def test_a_line_that_could_not_be_closed_is_closed_at_the_next_round(on_the_line, twilio_posts, line, monkeypatch):
    told(twilio_posts, on_the_line, "machine_start")

    def away(sid):
        raise ConnectionError

    with monkeypatch.context() as patch:
        patch.setattr(twilio, "end", away)
        dispatch.leave_machines(now=on_the_line.due_at)
    dispatch.run(lambda: on_the_line.due_at)
    assert ("end", SID) in line


def test_the_last_word_alone_tells_of_a_machine_too(on_the_line, twilio_posts):
    path = f"/api/twilio/call-status?ref={on_the_line.reference}"
    twilio_posts(path, CallStatus="completed", SequenceNumber="3", CallDuration="4", AnsweredBy="machine_start")
    on_the_line.refresh_from_db()
    assert (on_the_line.status, on_the_line.reason) == ("no_answer", dispatch.VOICEMAIL)


def test_picked_up_and_nothing_said_is_told_and_not_repeated(on_the_line, twilio_posts, ana):
    assert reports(twilio_posts, on_the_line, (3, "completed")) == "completed"
    assert on_the_line.reason == "nothing was said"
    assert ana.notices.get(kind="missed_call").call == on_the_line
    assert not ana.calls.filter(subject__endswith="#2").exists()


@pytest.mark.parametrize(("message", "mode"), [("", "Enable"), ("Hello.", "DetectMessageEnd")])
def test_twilio_is_asked_to_listen_beside_the_talk(settings, message, mode):
    settings.VOICEMAIL_MESSAGE = message
    asked = twilio._callbacks("ref")
    assert (asked["machine_detection"], asked["async_amd"]) == (mode, "true")
    assert asked["async_amd_status_callback"].endswith("/api/twilio/answered-by?ref=ref")
    settings.VOICEMAIL_DETECTION = False
    assert "machine_detection" not in twilio._callbacks("ref")
