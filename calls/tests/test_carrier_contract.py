"""What we ask of Twilio is what Twilio's own documents describe; and the check that says so can say no."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from calls import twilio
from calls.tests import twilio_contract

CALLS = f"/2010-04-01/Accounts/AC{'0' * 32}/Calls.json"
CALL = CALLS.replace(".json", f"/CA{'0' * 32}.json")
GOOD = [
    ("To", "+15550000001"),
    ("From", "+15005550006"),
    ("Url", "https://x.test/voice?ref=a"),
    ("StatusCallback", "https://x.test/status"),
    *(("StatusCallbackEvent", event) for event in twilio.EVENTS),
    ("Timeout", "25"),
    ("MachineDetection", "Enable"),
    ("AsyncAmd", "true"),
]


@pytest.fixture(autouse=True)
def _documents():
    try:
        twilio_contract.documents()
    except twilio_contract.NotToBeHad as reason:
        pytest.skip(str(reason))


def wrong_with(form, path=CALLS, method="POST"):
    return twilio_contract.check(method, path, body=urlencode(form).encode())


def test_a_good_order_passes():
    assert wrong_with(GOOD) == []


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("StatusCallBack", "https://x.test/status", "StatusCallBack"),
        ("Method", "FETCH", "Method"),
        ("Timeout", "25s", "not of type 'integer'"),
        ("Record", "True", "not of type 'boolean'"),
        ("MachineDetection", "Enabled", "MachineDetection"),
        ("AsyncAmd", "True", "AsyncAmd"),
        ("Url", "/voice", "not a 'uri'"),
        ("StatusCallback", "https://our_host.test/status", "not a 'uri'"),
    ],
)
def test_a_wrong_field_is_refused(field, value, words):
    form = [pair for pair in GOOD if pair[0] != field]
    (error,) = wrong_with([*form, (field, value)])
    assert words in error


@pytest.mark.parametrize("at", range(len(twilio.EVENTS)))
def test_every_one_of_the_repeated_fields_is_looked_at(at):
    events = [event if number != at else "answerd" for number, event in enumerate(twilio.EVENTS)]
    form = [pair for pair in GOOD if pair[0] != "StatusCallbackEvent"]
    (error,) = wrong_with([*form, *(("StatusCallbackEvent", event) for event in events)])
    assert f"form StatusCallbackEvent/{at}: 'answerd'" in error


def test_a_single_field_is_given_once():
    (error,) = wrong_with([*GOOD, ("To", "+15550000002")])
    assert "form To" in error


def test_what_is_required_is_required():
    assert {"'To'", "'From'"} == {error.split()[2] for error in wrong_with([("Url", "https://x.test/")])}


@pytest.mark.parametrize(
    ("method", "path", "words"),
    [
        ("POST", CALL.replace("CA0", "XX0"), "Sid"),
        ("POST", CALLS.replace("AC0", "AC"), "AccountSid"),
        ("PUT", CALLS, "there is no PUT"),
        ("POST", CALLS.replace("Calls", "Telephones"), "there is no POST"),
    ],
)
def test_a_wrong_address_is_refused(method, path, words):
    assert any(words in error for error in wrong_with([("Status", "completed")], path, method))


def test_an_update_is_held_to_its_own_fields():
    assert wrong_with([("Status", "completed")], CALL) == []
    assert wrong_with([("Twiml", "<Response/>")], CALL) == []
    assert "hung-up" in wrong_with([("Status", "hung-up")], CALL)[0]
    assert "Timeout" in wrong_with([("Timeout", "3")], CALL)[0]


@pytest.mark.parametrize(
    ("query", "words"), [("Until=2026-01-01", "Until"), ("Status=open", "Status"), ("StartTime=today", "date-time")]
)
def test_a_wrong_question_is_refused(query, words):
    (error,) = twilio_contract.check("GET", CALLS, query)
    assert words in error


def test_verify_has_documents_of_its_own():
    path = f"/v2/Services/VA{'0' * 32}/Verifications"
    assert wrong_with([("To", "+15550000001"), ("Channel", "sms")], path) == []
    assert "Canal" in " ".join(wrong_with([("To", "+15550000001"), ("Canal", "sms")], path))


@pytest.mark.django_db(transaction=True)
def test_all_that_our_door_asks_for_passes(company):
    sid = twilio.place(to="+15550000001", reference="r")
    assert twilio.fetch(sid).sid == sid
    assert [seen.sid for seen in twilio.find(to="+15550000001", since=timezone.now() - timedelta(hours=1))] == [sid]
    twilio._client().calls(sid).update(status="canceled")
    assert twilio.verification("verifications", to="+15550000001", channel="sms") == "pending"
    assert twilio.verification("verification_checks", to="+15550000001", code="nope") == "pending"


@pytest.mark.django_db(transaction=True)
def test_the_telephone_company_refuses_what_the_documents_do_not_know(company, monkeypatch):
    monkeypatch.setattr(twilio, "EVENTS", ["initiated", "hung-up"])
    with pytest.raises(twilio.CallRefused, match="'hung-up' is not one of") as refusal:
        twilio.place(to="+15550000001", reference="r")
    assert refusal.value.kind == "operator"


def test_without_npm_it_says_so(monkeypatch):
    monkeypatch.setattr(twilio_contract, "VERSION", "none")
    monkeypatch.setattr(twilio_contract.shutil, "which", lambda name: None)
    with pytest.raises(twilio_contract.NotToBeHad, match="npm is not installed"):
        twilio_contract.documents.__wrapped__()
