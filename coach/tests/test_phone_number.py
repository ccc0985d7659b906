"""Whose number it is: by a code through the real SDK and the built-in telephone company."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import IntegrityError
from django.db.models import Sum
from django.test import Client
from django.utils import timezone

from calls import limits
from calls.sandbox.models import Verification
from coach import coaching
from coach.runners import address_of

pytestmark = pytest.mark.django_db(transaction=True)

NUMBER = "+442079460958"


def code_of(number):
    return Verification.objects.get(to_number=number, status="pending").code


@pytest.fixture(autouse=True)
def _open_for_business(company):
    """Codes are sent over the wire."""


@pytest.fixture
def ana(make_runner):
    return make_runner("ana@example.com", at=timezone.now())


@pytest.fixture
def ben(make_runner):
    return make_runner("ben@example.com", at=timezone.now())


@pytest.fixture
def anas(ana):
    client = Client()
    client.force_login(ana)
    return client


def test_a_number_is_verified_by_its_code(anas, ana):
    anas.post("/settings/calls/code/", {"phone_number": NUMBER})
    ana.refresh_from_db()
    assert (str(ana.phone_number), ana.phone_verified_at) == (NUMBER, None)
    code = code_of(NUMBER)
    assert code in anas.get("/settings/calls/").content.decode()
    wrong = "000000" if code != "000000" else "000001"
    for given in (wrong, "", "x" * 100, "1"):
        anas.post("/settings/calls/verify/", {"code": given})
        ana.refresh_from_db()
        assert ana.phone_verified_at is None
    anas.post("/settings/calls/verify/", {"code": f"{code[:3]} {code[3:]}"})
    ana.refresh_from_db()
    assert ana.phone_verified_at
    assert "This number is yours" in anas.get("/settings/calls/").content.decode()


def test_five_wrong_codes_are_enough(anas, ana):
    anas.post("/settings/calls/code/", {"phone_number": NUMBER})
    code = code_of(NUMBER)
    wrong = "000000" if code != "000000" else "000001"
    for _ in range(5):
        anas.post("/settings/calls/verify/", {"code": wrong})
    page = anas.post("/settings/calls/verify/", {"code": code}, follow=True).content.decode()
    ana.refresh_from_db()
    assert ana.phone_verified_at is None
    assert "wait ten minutes" in page


def test_a_code_runs_out(anas):
    anas.post("/settings/calls/code/", {"phone_number": NUMBER})
    Verification.objects.update(created_at=timezone.now() - timedelta(minutes=11))
    page = anas.post("/settings/calls/verify/", {"code": code_of(NUMBER)}, follow=True).content.decode()
    assert "run out" in page


def test_after_six_codes_a_day_none_is_sent(anas, monkeypatch):
    sent = []
    monkeypatch.setattr("calls.twilio.verification", lambda resource, **asked: sent.append(asked["to"]) or "pending")
    pages = [anas.post("/settings/calls/code/", {"phone_number": NUMBER}, follow=True) for _ in range(9)]
    assert sent == [NUMBER] * 6
    assert [limits.ENOUGH_CODES in page.content.decode() for page in pages] == [False] * 6 + [True] * 3


def test_a_fourth_number_in_a_day_is_not_taken(anas, ana):
    """And the one before it stays as it was."""
    for last in "1234":
        page = anas.post("/settings/calls/code/", {"phone_number": f"+44207946095{last}"}, follow=True)
    assert limits.ENOUGH_CODES in page.content.decode()
    assert Verification.objects.count() == 3
    ana.refresh_from_db()
    assert ana.phone_number == "+442079460953"


def test_the_address_is_the_one_our_own_proxy_tells(settings, rf):
    request = rf.get("/", headers={"X-Forwarded-For": "198.51.100.7, 203.0.113.9"}, REMOTE_ADDR="10.0.0.1")
    assert address_of(request) == "10.0.0.1"
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert address_of(request) == "203.0.113.9"
    assert address_of(rf.get("/", REMOTE_ADDR="")) is None


@pytest.mark.parametrize("number", ["", "call me maybe", "+15005550001", "12345"])
def test_a_number_that_is_none_gets_no_code(anas, ana, number):
    answer = anas.post("/settings/calls/code/", {"phone_number": number})
    assert answer.status_code == 422
    # Beside the field, with what was typed still in it.
    assert 'aria-invalid="true"' in answer.content.decode()
    assert f'value="{number}"' in answer.content.decode() or not number
    assert not Verification.objects.exists()


def test_after_too_many_tries_no_code_is_sent_and_none_is_used_up(anas, ana):
    anas.post("/settings/calls/code/", {"phone_number": NUMBER})
    code = code_of(NUMBER)
    wrong = "000000" if code != "000000" else "000001"
    for _ in range(6):
        anas.post("/settings/calls/verify/", {"code": wrong})
    used = limits.Allowance.objects.aggregate(used=Sum("used"))
    for _ in range(8):
        answer = anas.post("/settings/calls/code/", {"phone_number": NUMBER})
        assert "Please wait ten minutes" in answer.content.decode()
    assert limits.Allowance.objects.aggregate(used=Sum("used")) == used
    cache.clear()
    Verification.objects.update(created_at=timezone.now() - timedelta(minutes=11))
    anas.post("/settings/calls/code/", {"phone_number": NUMBER})
    anas.post("/settings/calls/verify/", {"code": Verification.objects.latest("created_at").code})
    ana.refresh_from_db()
    assert ana.phone_verified_at


def test_another_number_is_unverified_and_a_number_is_one_runners(anas, ana, ben):
    anas.post("/settings/calls/code/", {"phone_number": NUMBER})
    anas.post("/settings/calls/verify/", {"code": code_of(NUMBER)})
    ben = coaching.send_code(ben, NUMBER, now=timezone.now())
    coaching.verify_number(ben, code_of(NUMBER), now=timezone.now())
    ana.refresh_from_db()
    ben.refresh_from_db()
    assert (ana.phone_verified_at, bool(ben.phone_verified_at)) == (None, True)


@pytest.fixture
def bens_number(ben):
    ben.phone_number, ben.phone_verified_at = NUMBER, timezone.now()
    ben.save()
    return NUMBER


def test_two_runners_cannot_both_have_shown_a_number(ana, bens_number):
    ana.phone_number, ana.phone_verified_at = bens_number, timezone.now()
    with pytest.raises(IntegrityError):
        ana.save()


def test_nobody_learns_from_the_answers_whether_a_number_is_known(anas, ana, ben, bens_number):
    unknown = "+442079460959"
    answers = []
    for number in (bens_number, unknown):
        page = anas.post("/settings/calls/code/", {"phone_number": number}, follow=True)
        wrong = "000000" if code_of(number) != "000000" else "000001"
        verdict = anas.post("/settings/calls/verify/", {"code": wrong}, follow=True)
        me = anas.patch("/api/me", {"phone_number": number}, content_type="application/json")
        asked = {"scheduled_time": (timezone.now() + timedelta(hours=1)).isoformat(), "phone_number": number}
        anas.patch("/api/me", {"phone_number": ""}, content_type="application/json")
        call = anas.post("/api/schedule-call", asked, content_type="application/json")
        told = [[str(message) for message in one.context["messages"]] for one in (page, verdict)]
        answers.append([str(told).replace(number, "N"), me.status_code, call.status_code, call.json()])
    assert answers[0] == answers[1]
    assert answers[0][2] == 400
    ben.refresh_from_db()
    assert (str(ben.phone_number), bool(ben.phone_verified_at)) == (NUMBER, True)


def test_a_wrong_code_takes_no_number_away(anas, ana, ben, bens_number):
    anas.post("/settings/calls/code/", {"phone_number": bens_number})
    wrong = "000000" if code_of(NUMBER) != "000000" else "000001"
    anas.post("/settings/calls/verify/", {"code": wrong})
    ben.refresh_from_db()
    ana.refresh_from_db()
    assert (bool(ben.phone_verified_at), ana.phone_verified_at) == (True, None)
