"""Twilio's error codes, each for what it stands for; and what a status callback says, to the letter."""

from datetime import UTC, datetime, timedelta

import pytest
import requests
from django.utils import timezone
from twilio.base.exceptions import TwilioRestException
from urllib3.exceptions import NewConnectionError

from calls import twilio
from calls.sandbox import callbacks, carrier, customer, orders, queueing
from calls.sandbox.models import CarrierCall

GOOD = {"To": "+15550000001", "From": "+15005550006", "Url": "https://x.test/voice"}


def test_a_good_order_is_taken():
    assert orders.refusal(GOOD) is None
    assert orders.refusal({**GOOD, "Url": "", "Twiml": "<Response/>", "Timeout": "600", "TimeLimit": "600"}) is None


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"To": ""}, 21201),
        ({"From": ""}, 21213),
        ({"Url": ""}, 21205),
        ({"Url": "x.test/voice"}, 21205),
        ({"Url": "", "Twiml": "x" * 4001}, 21205),
        ({"FallbackUrl": "ftp://x.test/"}, 21205),
        ({"StatusCallback": "https://our_host.test/status"}, 21205),
        ({"To": "12"}, 21211),
        ({"To": "+15005550001"}, 21217),
        ({"To": "+15005550002"}, 21214),
        ({"To": "+15005550003"}, 21215),
        ({"To": "+15005550004"}, 21216),
        ({"From": "+15005550001"}, 21212),
        ({"From": "+15551230000"}, 21210),
        ({"Timeout": "601"}, 20001),
        ({"Timeout": "soon"}, 20001),
        ({"TimeLimit": "-1"}, 20001),
    ],
)
def test_a_bad_order_has_its_code(asked, code):
    assert orders.refusal({**GOOD, **asked})[0] == code


def test_an_update_ends_a_call_or_gives_it_twiml():
    assert orders.update_refusal({"Status": "completed"}) is None
    assert orders.update_refusal({"Status": "paused"})[0] == 20001
    assert orders.update_refusal({"Twiml": "x" * 4001})[0] == 21205


def test_a_trial_account_may_ask_for_little(settings):
    settings.TWILIO_TRIAL = True
    assert orders.refusal({**GOOD, "StatusCallback": "https://x.test/status"}) is None
    code, words = orders.refusal({**GOOD, "Timeout": "25"})
    assert (code, words) == (20001, "Trial accounts have limited parameter access: Timeout")


@pytest.mark.django_db(transaction=True)
def test_on_trial_our_door_asks_for_no_more_than_it_may(company, settings):
    settings.TWILIO_TRIAL = True
    assert CarrierCall.objects.get(pk=twilio.place(to=GOOD["To"], reference="r")).status == "queued"


@pytest.mark.django_db(transaction=True)
def test_what_is_not_there_and_what_is_over(company, settings):
    # The address is the company's own to refuse here, not the documents'.
    settings.SANDBOX_CONTRACT = None
    call = twilio._client().calls(f"CA{'0' * 32}")
    with pytest.raises(TwilioRestException) as absent:
        call.fetch()
    with pytest.raises(twilio.NoSuchCall):
        twilio.fetch(call._solution["sid"])
    sid = twilio.place(to=GOOD["To"], reference="r")
    twilio._client().calls(sid).update(status="canceled")
    with pytest.raises(TwilioRestException) as over:
        twilio._client().calls(sid).update(status="completed")
    with pytest.raises(TwilioRestException) as address:
        twilio._client().calls(sid).update(url="nowhere")
    assert [fault.value.code for fault in (absent, over, address)] == [20404, 21220, 21205]


# --- status callbacks -------------------------------------------------------------------------------------------------


@pytest.fixture
def told(monkeypatch, db):
    """A call of 61 seconds, and the forms its customer was told with."""
    forms = []

    def send(url, form, **how):
        forms.append(form)
        return type("Response", (), {"status_code": 204, "headers": {"Content-Type": "text/xml"}, "content":
                    b"<Response><Gather input='speech'/></Response>"})()  # fmt: skip

    monkeypatch.setattr(customer, "send", send)
    now = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
    order = {**GOOD, "StatusCallback": "https://x.test/status"}
    line = queueing.accept(order, events=twilio.EVENTS, now=now)
    carrier.advance(now)
    carrier.answer(line, now=now)
    carrier.hang_up(line, now=now + timedelta(seconds=61))
    return forms


def test_a_status_callback_says_what_twilios_does(told):
    heard = [form for form in told if "SequenceNumber" in form]
    assert [(form["SequenceNumber"], form["CallStatus"]) for form in heard] == [
        ("0", "initiated"),
        ("1", "ringing"),
        ("2", "in-progress"),
        ("3", "completed"),
    ]
    last = heard[-1]
    assert last["Timestamp"] == "Mon, 02 Mar 2026 06:01:01 +0000"
    assert (last["CallDuration"], last["Duration"], last["SipResponseCode"]) == ("61", "2", "200")
    assert last["CallbackSource"] == "call-progress-events"
    assert "CallDuration" not in heard[0]


@pytest.mark.parametrize("asked", [["completed"], []])
@pytest.mark.django_db
def test_a_customer_hears_of_what_it_asked_for(asked):
    line = queueing.accept({**GOOD, "StatusCallback": "https://x.test/"}, events=asked, now=timezone.now())
    for status in ("initiated", "ringing", "in-progress", "busy"):
        callbacks.owe(line, status, now=timezone.now())
    assert [(owed.sequence_number, owed.status) for owed in line.callbacks.all()] == [(0, "busy")]


# --- deliveries -------------------------------------------------------------------------------------------------------


@pytest.fixture
def session(monkeypatch):
    """What goes over the wire, with `faults` raised one after the other first."""
    requested, faults = [], []

    def request(self, method, url, *, data, headers, **how):
        requested.append((method, url, data, headers))
        if faults:
            raise faults.pop(0)
        return requests.Response()

    monkeypatch.setattr(requests.Session, "request", request)
    return requested, faults


def never_connected():
    return requests.ConnectionError(type("Retried", (), {"reason": NewConnectionError(None, "refused")})())


def test_what_never_connected_is_sent_once_more_with_the_same_token(session):
    requested, faults = session
    faults.append(never_connected())
    customer.send("https://x.test/status", {"CallStatus": "busy"})
    first, second = (headers["I-Twilio-Idempotency-Token"] for *_, headers in requested)
    assert first == second
    faults.extend([never_connected(), never_connected()])
    with pytest.raises(requests.ConnectionError):
        customer.send("https://x.test/status", {})
    assert len(requested) == 4


@pytest.mark.parametrize("fault", [requests.ReadTimeout(), requests.ConnectionError("reset in the middle")])
def test_what_may_have_come_through_is_not(session, fault):
    requested, faults = session
    faults.append(fault)
    with pytest.raises(type(fault)):
        customer.send("https://x.test/status", {})
    assert len(requested) == 1


def test_the_fragment_is_neither_sent_nor_signed(session):
    customer.send("https://x.test/status?ref=a#rc=2", {"CallStatus": "busy"})
    ((_, url, form, headers),) = session[0]
    assert url == "https://x.test/status?ref=a"
    assert twilio.is_signed(url, form, headers["X-Twilio-Signature"])


def test_by_get_the_fields_are_in_the_address(session):
    customer.send("https://x.test/voice?ref=a", {"CallStatus": "ringing"}, method="GET")
    ((method, url, form, headers),) = session[0]
    assert (method, url, form) == ("GET", "https://x.test/voice?ref=a&CallStatus=ringing", {})
    assert twilio.is_signed(url, {}, headers["X-Twilio-Signature"])
