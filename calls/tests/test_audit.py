"""Our calls and the telephone company's, held against each other."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from calls import dispatch, jobs, twilio
from calls.models import Call, NearMiss
from calls.sandbox.models import CarrierCall
from coach import coaching

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("company")]


@pytest.fixture
def made(make_runner):
    """A call that was made four hours ago, at both sides."""
    now = timezone.now()
    ana = make_runner("ana@example.com", at=now)
    call = coaching.call_me(ana, now=now)
    dispatch.run(timezone.now)
    return earlier(call, hours=4)


def earlier(call, *, hours):
    then = timezone.now() - timedelta(hours=hours)
    Call.objects.filter(pk=call.pk).update(status="completed", due_at=then)
    call.refresh_from_db()
    assert CarrierCall.objects.filter(pk=call.carrier_sid).update(created_at=then) == 1
    return call


def found():
    return dispatch.audit(now=timezone.now())


def test_what_both_know_is_in_order(made, caplog):
    assert found() == ({made.carrier_sid}, set(), set())
    assert "audit" not in caplog.text


def test_a_call_of_theirs_that_we_know_nothing_of_is_told(made, caplog):
    # The row was made anew, and its second call was never told to us.
    Call.objects.filter(pk=made.pk).update(carrier_sid="CA" + "0" * 32)
    out = StringIO()
    call_command("calls", "audit", "--json", stdout=out)
    assert json.loads(out.getvalue()) == {
        "both": 0, "only_at_twilio": [made.carrier_sid], "only_here": ["CA" + "0" * 32],
    }  # fmt: skip
    assert "1 calls only at Twilio, 1 only here" in caplog.text


def test_a_second_call_that_was_hung_up_is_known(made):
    Call.objects.filter(pk=made.pk).update(carrier_sid="")
    NearMiss.objects.create(call=made, carrier_sid=made.carrier_sid, seen_at=made.due_at)
    assert found() == ({made.carrier_sid}, set(), set())


@pytest.mark.parametrize("hours", [0, 26])
def test_what_is_too_young_or_too_old_is_no_matter(made, hours):
    earlier(made, hours=hours)
    Call.objects.filter(pk=made.pk).update(carrier_sid="")
    assert found() == (set(), set(), set())


def test_a_call_by_the_runner_is_theirs_to_list_under_another_number(made):
    Call.objects.filter(pk=made.pk).update(subject="inbound@x", carrier_sid="CA" + "1" * 32)
    CarrierCall.objects.all().delete()
    assert found() == (set(), set(), set())


def test_the_list_is_read_to_its_last_page(made, monkeypatch):
    monkeypatch.setattr(twilio, "LISTED_AT_ONCE", 2)
    fields = {
        name: getattr(CarrierCall.objects.get(pk=made.carrier_sid), name) for name in ("to_number", "from_number")
    }
    for number in range(5):
        CarrierCall.objects.create(sid=f"CA{number:032x}", created_at=made.due_at, status="completed", **fields)
    assert len(found().only_theirs) == 5


def test_at_night_a_line_that_is_away_is_asked_again(made, monkeypatch):
    def away(**asked):
        raise ConnectionError

    monkeypatch.setattr(twilio, "made", away)
    with pytest.raises(Exception, match="Retry"):
        jobs.audit.apply(throw=True)
