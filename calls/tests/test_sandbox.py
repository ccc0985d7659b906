"""The whole way: the real Twilio SDK, over HTTP, to the built-in telephone company and back, signed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from calls import dispatch, twilio
from calls.models import Call
from calls.sandbox import carrier, lines
from calls.sandbox.models import CarrierCall
from calls.sandbox.moves import NotNow
from coach import coaching

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ana(make_runner):
    return make_runner("ana@example.com", at=timezone.now())


@pytest.fixture
def ringing(company, ana):
    """Ana asked to be called, and her telephone rings."""
    now = timezone.now()
    call = coaching.call_me(ana, run=ana.runs.first(), now=now)
    dispatch.run(lambda: now)
    carrier.advance(now)
    return call, lines.ringing_for(ana)


def fresh(call):
    return Call.objects.get(pk=call.pk)


def test_a_call_is_answered_talked_through_and_ended(ringing):
    call, line = ringing
    now = timezone.now()
    assert (fresh(call).status, line.status) == ("ringing", "ringing")
    carrier.answer(line, now=now)
    assert fresh(call).status == "in_progress"
    assert line.gather["input"] == "speech dtmf"
    carrier.hear(line, speech="yes I'm on", now=now)
    carrier.hear(line, speech="no, nothing in the way", now=now + timedelta(seconds=8))
    call = fresh(call)
    assert (call.status, call.carrier_sid) == ("completed", line.sid)
    assert [event.status for event in call.events.order_by("sequence_number")] == [
        "initiated",
        "ringing",
        "in-progress",
        "completed",
    ]
    assert call.conversation.state["answers"]["will_run"] is True
    assert [caption["speaker"] for caption in CarrierCall.objects.get().captions] == [
        "coach",
        "runner",
        "coach",
        "runner",
        "coach",
    ]


def test_declined_is_busy_and_leaves_a_notice(ringing, ana):
    call, line = ringing
    carrier.decline(line, now=timezone.now())
    assert fresh(call).status == "busy"
    assert ana.notices.get().call == call


def test_nobody_picks_up(ringing, ana):
    call, _ = ringing
    carrier.advance(timezone.now() + timedelta(seconds=twilio.RING_S + 1))
    assert fresh(call).status == "no_answer"
    assert lines.ringing_for(ana) is None
    assert ana.notices.count() == 1


def test_keys_and_silence_are_passed_on(ringing):
    call, line = ringing
    now = timezone.now()
    carrier.answer(line, now=now)
    carrier.hear(line, now=now)
    carrier.hear(line, digits="1", now=now)
    assert fresh(call).conversation.state["answers"]["will_run"] is True


def test_one_word_is_heard_once(ringing):
    _, line = ringing
    now = timezone.now()
    carrier.answer(line, now=now)
    stale = CarrierCall.objects.get(pk=line.pk)
    carrier.hear(line, speech="yes", now=now)
    CarrierCall.objects.filter(pk=line.pk).update(gather=None)
    with pytest.raises(NotNow):
        carrier.hear(stale, speech="yes", now=now)


def test_it_can_be_answered_only_once(ringing):
    _, line = ringing
    carrier.answer(line, now=timezone.now())
    with pytest.raises(NotNow):
        carrier.answer(line, now=timezone.now())


def test_hanging_up_ends_the_call(ringing):
    call, line = ringing
    carrier.answer(line, now=timezone.now())
    carrier.hang_up(line, now=timezone.now())
    assert fresh(call).status == "completed"


def test_our_side_may_end_it(ringing):
    call, line = ringing
    twilio._client().calls(line.sid).update(status="completed")
    assert fresh(call).status == "missed"
    assert twilio.fetch(line.sid).status == "canceled"


def test_the_list_shows_calls_to_a_number(ringing, ana):
    _, line = ringing
    since = timezone.now() - timedelta(minutes=5)
    assert [seen.sid for seen in twilio.find(to=lines.number_of(ana), since=since)] == [line.sid]
    assert twilio.find(to="+15550000099", since=since) == []


def test_a_broken_voice_webhook_ends_in_the_fallback(ringing):
    _, line = ringing
    CarrierCall.objects.filter(pk=line.pk).update(url=line.url.replace("connect-to-agent", "nowhere"))
    line.refresh_from_db()
    carrier.answer(line, now=timezone.now())
    assert "problem" in line.captions[-1]["text"]
    assert line.status == "completed"


@pytest.mark.parametrize(
    ("to", "code", "kind"),
    [
        ("+15005550001", 21217, "number"),
        ("+15005550002", 21214, "number"),
        ("+15005550003", 21215, "operator"),
        ("12", 21211, "number"),
    ],
)
def test_the_magic_numbers_are_refused_as_twilio_would(company, to, code, kind):
    with pytest.raises(twilio.CallRefused) as refusal:
        twilio.place(to=to, reference="r")
    assert (refusal.value.code, refusal.value.kind) == (code, kind)


def test_a_wrong_from_and_wrong_keys_are_the_operators_to_mend(company, settings, client):
    settings.TWILIO_PHONE_NUMBER = "+15551230000"
    with pytest.raises(twilio.CallRefused) as refusal:
        twilio.place(to="+15550000001", reference="r")
    assert (refusal.value.code, refusal.value.kind) == (21210, "operator")
    path = f"/sandbox/twilio/2010-04-01/Accounts/{settings.TWILIO_ACCOUNT_SID}/Calls.json"
    assert client.post(path, {"To": "+15550000001"}).json()["code"] == 20003


def test_a_company_that_is_closed_is_later_not_unknown(settings):
    settings.TWILIO_API_BASE = "http://127.0.0.1:9"
    twilio._client.cache_clear()
    with pytest.raises(twilio.CallRefused) as refusal:
        twilio.place(to="+15550000001", reference="r")
    assert refusal.value.kind == "later"
    twilio._client.cache_clear()


def test_bens_telephone_does_not_ring_for_ana(ringing, ben, bens, anas):
    _, line = ringing
    assert lines.ringing_for(ben) is None
    assert bens.post(f"/telephone/{line.sid}/answer/").status_code == 404
    assert b"Incoming call" in anas.get("/telephone/").content
    assert b"Incoming call" not in bens.get("/telephone/").content


def test_any_name_is_spoken_as_it_is_written(company, make_runner):
    now = timezone.now()
    zoe = make_runner("zoe@example.com", at=now)
    coaching.change_profile(zoe, {"name": "Zo\u00eb \U0001f3c3"}, now=now)
    coaching.call_me(zoe, run=zoe.runs.first(), now=now)
    dispatch.run(lambda: now)
    carrier.advance(now)
    line = lines.ringing_for(zoe)
    carrier.answer(line, now=now)
    assert "Zo\u00eb" in line.captions[0]["text"]
