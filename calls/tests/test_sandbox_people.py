"""Who answers: people of a settings' making, their machines, and what machine detection tells of them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from calls import dispatch, twilio
from calls.models import Call
from calls.sandbox import callbacks, carrier, customer, lines
from calls.sandbox.models import CarrierCall
from calls.sandbox.people import MAGIC, People
from coach import coaching

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ana(make_runner):
    return make_runner("ana@example.com", at=timezone.now())


@pytest.fixture
def called(company, ana, settings):
    """Ana is called while people do as told; returns our row and the carrier's some time later."""

    def after(*, seconds=4, **people):
        settings.SANDBOX_PEOPLE = {"waits_s": 1, "thinks_s": 0.5, **people}
        now = timezone.now()
        call = coaching.call_me(ana, run=ana.runs.first(), now=now)
        dispatch.run(lambda: now)
        for second in range(seconds + 1):
            carrier.advance(now + timedelta(seconds=second))
        return Call.objects.get(pk=call.pk), CarrierCall.objects.get()

    return after


def test_people_who_answer_say_yes_and_hang_up(called):
    ours, line = called(answers=1, turns=1)
    assert (ours.status, line.status) == ("completed", "completed")
    assert [caption["speaker"] for caption in line.captions] == ["coach", "runner", "coach"]
    assert ours.conversation.state["answers"]["will_run"] is True


def test_some_hang_up_at_once(called):
    ours, line = called(answers=1, talks=0)
    assert ours.status == "completed"
    assert [caption["speaker"] for caption in line.captions] == ["coach"]


@pytest.mark.parametrize(
    ("habit", "ours", "theirs", "sip"), [("busy", "busy", "busy", "486"), ("fails", "failed", "failed", "404")]
)
def test_some_cannot_be_reached(called, habit, ours, theirs, sip):
    call, line = called(**{habit: 1})
    assert (call.status, line.status, line.ringing_at) == (ours, theirs, None)
    events = list(call.events.order_by("sequence_number"))
    assert [event.status for event in events] == ["initiated", theirs]
    assert events[-1].details["sip_code"] == sip


def test_some_never_answer(called):
    call, line = called(never=1, seconds=twilio.RING_S + 2)
    assert (call.status, line.status) == ("no_answer", "no-answer")


def test_a_machine_answers_and_takes_down_what_it_hears(called):
    ours, line = called(voicemail=1, seconds=60)
    assert line.by_machine
    assert line.status == "completed"
    assert {caption["speaker"] for caption in line.captions} == {"coach"}
    assert (ours.status, ours.reason, ours.answered_by) == ("no_answer", dispatch.VOICEMAIL, "machine_start")


def test_one_number_may_have_a_habit_of_its_own(called, ana):
    _, line = called(answers=1, numbers={lines.number_of(ana): "busy"})
    assert line.status == "busy"


def test_without_people_the_telephone_in_the_browser_rings(called):
    _, line = called()
    assert line.status == "ringing"


def test_the_habits_come_by_their_shares_and_always_the_same():
    people = People.read({"answers": 0.5, "busy": 0.2, "seed": 4})
    habits = [people.habit(f"+1555{n:07d}") for n in range(500)]
    assert habits == [people.habit(f"+1555{n:07d}") for n in range(500)]
    assert 200 < habits.count("answers") < 300
    assert 60 < habits.count("busy") < 140
    assert 100 < habits.count("") < 200


@pytest.mark.parametrize(
    "given", [{"answer": 1}, {"answers": 0.8, "busy": 0.8}, {"numbers": {"+15550000001": "sings"}}]
)
def test_people_who_make_no_sense_are_refused(given):
    with pytest.raises(ValueError, match=r"nobody does that|no shares"):
        People.read(given)


def test_the_magic_numbers_are_no_telephones_of_the_browser(ana):
    assert not lines.number_of(ana).startswith("+1500555")
    assert all(number.startswith("+1500555") for number in MAGIC)


# --- machine detection ------------------------------------------------------------------------------------------------


@pytest.fixture
def detecting(company, settings, monkeypatch):
    """Call a number with machine detection on; returns the carrier's row and every form it sent, with its address."""
    sent = []

    def send(url, form, **how):
        sent.append((url.rpartition("/")[2], form))
        return type("Response", (), {"status_code": 404, "headers": {}, "content": b""})()

    monkeypatch.setattr(customer, "send", send)
    settings.SANDBOX_PEOPLE = {"waits_s": 0}

    def call(number, **asked):
        twilio._client().calls.create(
            to=number,
            from_=settings.TWILIO_PHONE_NUMBER,
            url="https://x.test/voice",
            status_callback="https://x.test/status",
            **{"machine_detection": "Enable", **asked},
        )
        for second in range(6):
            carrier.advance(timezone.now() + timedelta(seconds=second))
        return CarrierCall.objects.get(), sent

    return call


ASYNC = {"async_amd": "true", "async_amd_status_callback": "https://x.test/amd"}
PERSON, MACHINE = "+15005550011", "+15005550013"


@pytest.mark.parametrize(
    ("number", "asked", "found"),
    [
        (PERSON, {}, "human"),
        (MACHINE, {}, "machine_start"),
        (MACHINE, {"machine_detection": "DetectMessageEnd"}, "machine_end_beep"),
    ],
)
def test_found_in_the_background_it_goes_to_an_address_of_its_own(detecting, settings, number, asked, found):
    line, sent = detecting(number, **ASYNC, **asked)
    told = dict(sent)
    assert told["amd"] == {
        "CallSid": line.sid,
        "AccountSid": settings.TWILIO_ACCOUNT_SID,
        "AnsweredBy": found,
        "MachineDetectionDuration": str(callbacks.DETECTION_MS),
    }
    assert "AnsweredBy" not in told["voice"]
    assert told["status"]["AnsweredBy"] == found
    assert twilio._client().calls(line.sid).fetch().answered_by == found


def test_else_the_voice_webhook_is_told(detecting):
    _, sent = detecting(MACHINE, async_amd="false")
    told = dict(sent)
    assert told["voice"]["AnsweredBy"] == "machine_start"
    assert "amd" not in told


def test_sometimes_it_cannot_tell(detecting, settings):
    settings.SANDBOX_PEOPLE = {"waits_s": 0, "unsure": 1}
    assert detecting(PERSON, **ASYNC)[0].answered_by == "unknown"


def test_nobody_is_told_who_did_not_ask(detecting):
    line, sent = detecting(MACHINE, machine_detection=None)
    assert line.answered_by == ""
    assert not any("AnsweredBy" in form for _, form in sent)


# --- a call under way is given something else -------------------------------------------------------------------------


@pytest.fixture
def ringing(company, ana):
    now = timezone.now()
    coaching.call_me(ana, run=ana.runs.first(), now=now)
    dispatch.run(lambda: now)
    carrier.advance(now)
    return lines.ringing_for(ana)


def test_a_machine_is_left_a_message_of_our_sides_choice(ringing):
    carrier.to_voicemail(ringing, now=timezone.now())
    twilio._client().calls(ringing.sid).update(twiml="<Response><Say>Call me when you can.</Say></Response>")
    carrier.advance(timezone.now())
    ringing.refresh_from_db()
    assert ringing.captions[-1] == {"speaker": "coach", "text": "Call me when you can."}
    assert ringing.status == "completed"


def test_a_call_is_sent_to_another_address(ringing, settings):
    carrier.answer(ringing, now=timezone.now())
    twilio._client().calls(ringing.sid).update(url=f"{settings.PUBLIC_BASE_URL}/api/twilio/fallback", method="POST")
    carrier.advance(timezone.now())
    ringing.refresh_from_db()
    assert "problem" in ringing.captions[-1]["text"]
    assert ringing.status == "completed"


@pytest.mark.parametrize("is_over", [True, False])
def test_a_call_that_nobody_has_answered_is_given_nothing(ringing, is_over):
    from twilio.base.exceptions import TwilioRestException

    if is_over:
        carrier.decline(ringing, now=timezone.now())
    with pytest.raises(TwilioRestException) as refusal:
        twilio._client().calls(ringing.sid).update(twiml="<Response/>")
    assert refusal.value.code == 21220


def test_let_go_to_voicemail_the_telephone_is_quiet(ringing, anas_browser):
    page = anas_browser.post(f"/telephone/{ringing.sid}/decline/", {"to": "voicemail"}, headers={"HX-Request": "true"})
    assert b"Left to voicemail" in page.content
    assert b"hx-get" not in page.content
    ringing.refresh_from_db()
    assert (ringing.by_machine, ringing.status) == (True, "in-progress")
    assert b"Your telephone" in anas_browser.get("/telephone/").content


@pytest.fixture
def anas_browser(ana, client):
    client.force_login(ana)
    return client
