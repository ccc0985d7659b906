"""From the telephone in the browser: the runner rings the coach, and writes."""

import pytest
from django.test import Client
from django.utils import timezone

from calls import dispatch
from calls.models import Call
from calls.sandbox.models import CarrierCall
from coach import coaching

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("company")]


@pytest.fixture
def ana(make_runner):
    return make_runner("ana@example.com", at=timezone.now())


@pytest.fixture
def anas(ana):
    client = Client()
    client.force_login(ana)
    return client


def on_the_line(client):
    return client.get("/telephone/").content.decode()


def test_the_coach_picks_up_knows_who_rings_and_talks(anas, ana):
    assert "Ring your coach" in on_the_line(anas)
    answer = anas.post("/telephone/ring/", follow=True)
    assert "On the line" in answer.content.decode()
    (line,) = CarrierCall.objects.all()
    assert (line.direction, line.to_number, line.status) == ("inbound", "+15005550006", "in-progress")
    assert "Ana" in line.captions[0]["text"]
    call = Call.objects.get(carrier_sid=line.sid)
    assert (call.user, call.status, call.conversation.channel) == (ana, "in_progress", "phone")
    anas.post(f"/telephone/{line.sid}/say/", {"words": "when is my next run?"})
    line.refresh_from_db()
    assert [said["speaker"] for said in line.captions] == ["coach", "runner", "coach"]
    # Rung again it is the same call.
    anas.post("/telephone/ring/")
    assert CarrierCall.objects.count() == 1


def test_its_end_is_told_and_what_was_said_counts(anas, ana):
    anas.post("/telephone/ring/")
    line = CarrierCall.objects.get()
    anas.post(f"/telephone/{line.sid}/say/", {"words": "my shoes are worn out"})
    anas.post(f"/telephone/{line.sid}/hang-up/")
    call = Call.objects.get(carrier_sid=line.sid)
    assert call.status == "completed"
    assert call.conversation.concluded_at
    assert "You rang the coach" in anas.get("/calls/").content.decode()


def test_an_end_that_was_not_told_is_asked_for(anas, ana):
    anas.post("/telephone/ring/")
    line = CarrierCall.objects.get()
    CarrierCall.objects.update(status_callback="")
    anas.post(f"/telephone/{line.sid}/hang-up/")
    later = timezone.now() + dispatch.LOOK_AFTER * 1.1
    dispatch.run(lambda: later)
    call = Call.objects.get(carrier_sid=line.sid)
    assert call.status == "completed"
    for session in dispatch.left_open():
        coaching.hang_up(session, now=later)
    call.conversation.refresh_from_db()
    assert call.conversation.concluded_at


def test_anothers_line_is_not_ours(anas, make_runner):
    bens = Client()
    bens.force_login(make_runner("ben@example.com", at=timezone.now()))
    anas.post("/telephone/ring/")
    line = CarrierCall.objects.get()
    assert bens.post(f"/telephone/{line.sid}/hang-up/").status_code == 404
    assert "On the line" not in on_the_line(bens)
    line.refresh_from_db()
    assert line.status == "in-progress"


@pytest.mark.parametrize(("words", "stops"), [("STOP", True), ("stop calling", True), ("hello", False), ("", False)])
def test_stop_by_text_ends_the_calls(anas, ana, words, stops):
    answer = anas.post("/telephone/text/", {"words": words}, follow=True)
    assert ("Sent." in answer.content.decode()) is bool(words)
    ana.refresh_from_db()
    assert (ana.do_not_call_at is not None) is stops
    if stops:
        assert ana.call_consents.get().withdrawn_by == "sms"


def test_only_somebody_signed_in_has_a_telephone():
    for path in ("ring", "text"):
        assert Client().post(f"/telephone/{path}/").status_code == 302
    assert not CarrierCall.objects.exists()
