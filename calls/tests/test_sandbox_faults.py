"""A bad line to the telephone company, as a fault plan asks for it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from calls import twilio
from calls.sandbox import carrier
from calls.sandbox.faults import FaultPlan
from calls.sandbox.models import Callback, CarrierCall

NUMBER = "+15550000001"


@pytest.fixture
def placed(company, settings, transactional_db):
    """Try to place a call under a plan; returns what was raised and how many calls the carrier has."""

    def attempt(**plan):
        settings.SANDBOX_FAULTS = plan
        raised = None
        try:
            twilio.place(to=NUMBER, reference="r")
        except (twilio.CallRefused, twilio.OutcomeUnknown) as fault:
            raised = fault
        return raised, CarrierCall.objects.count()

    return attempt


@pytest.mark.parametrize("where", ["before", "after"])
@pytest.mark.parametrize("what", ["500", "reset", "hang"])
def test_an_answer_that_never_comes_leaves_the_outcome_unknown(placed, monkeypatch, what, where):
    if what == "hang":
        monkeypatch.setattr(twilio, "READ_S", 1)
    raised, made = placed(**{f"{what}_{where}": 1, "hang_s": 1.5})
    assert isinstance(raised, twilio.OutcomeUnknown)
    assert made == (1 if where == "after" else 0)


def test_a_cut_connection_is_noticed_at_once_and_without_a_byte(placed):
    began = timezone.now()
    raised, _ = placed(reset_after=1)
    assert "RemoteDisconnected" in repr(raised.__cause__)
    assert timezone.now() - began < timedelta(seconds=5)


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [("429", "later", 20429), ("503", "later", 20503), ("21215", "operator", 21215), ("21211", "number", 21211)],
)
def test_a_refusal_has_twilios_code_and_makes_no_call(placed, name, kind, code):
    raised, made = placed(**{name: 1})
    assert (raised.kind, raised.code, made) == (kind, code, 0)


def test_without_a_plan_nothing_goes_wrong(placed):
    assert placed() == (None, 1)


def test_a_fresh_call_is_in_the_list_only_after_the_lag(placed):
    placed(listing_lag_s=20)
    since = timezone.now() - timedelta(minutes=5)
    assert twilio.find(to=NUMBER, since=since) == []
    CarrierCall.objects.update(created_at=timezone.now() - timedelta(seconds=21))
    assert len(twilio.find(to=NUMBER, since=since)) == 1


@pytest.fixture
def heard(company, settings, monkeypatch, transactional_db):
    """Has a call declined under a plan; returns the statuses that reach the customer, in order."""
    now, heard = timezone.now(), []

    def send(url, form, **how):
        heard.append(form["CallStatus"])
        return type("Response", (), {"status_code": 204})()

    monkeypatch.setattr("calls.sandbox.customer.send", send)

    def under(**plan):
        settings.SANDBOX_FAULTS = plan
        twilio.place(to=NUMBER, reference="r")
        carrier.advance(now + timedelta(seconds=1))
        carrier.decline(CarrierCall.objects.get(), now=now + timedelta(seconds=2))
        return heard

    return under


def test_callbacks_may_be_lost(heard):
    assert heard(callback_drop=1) == []
    assert Callback.objects.count() == 3


def test_callbacks_may_come_twice(heard):
    assert heard(callback_duplicate=1) == ["initiated", "initiated", "ringing", "ringing", "busy", "busy"]


def test_a_later_callback_may_overtake_an_earlier_one(heard):
    sent = heard(callback_reorder=1)
    carrier.advance(timezone.now() + timedelta(seconds=3))
    assert sent == ["busy", "initiated", "ringing"]


def test_callbacks_may_be_late(heard):
    assert heard(callback_delay=1, delay_s=600, seed=3) == []
    carrier.advance(timezone.now() + timedelta(seconds=603))
    assert Callback.objects.filter(answered_with=204).count() == 3


def test_the_same_seed_gives_the_same_faults_and_another_gives_others():
    plan = {"429": 0.2, "500_after": 0.2}
    of = [[FaultPlan.read({**plan, "seed": seed}).of_request(n) for n in range(200)] for seed in (1, 1, 2)]
    assert of[0] == of[1] != of[2]
    assert all(20 <= of[0].count(name) <= 60 for name in plan)
    assert of[0].count("") >= 80


@pytest.mark.parametrize("given", [{"500": 0.1}, {"429": 0.7, "503": 0.7}, {"429": -0.1}, {"callback_drops": 1}])
def test_a_plan_that_makes_no_sense_is_refused(given):
    with pytest.raises(ValueError, match=r"no such fault|no shares"):
        FaultPlan.read(given)
