"""The account's queue: calls begin in order and at its rate, and one that finds the line free begins at once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from calls import twilio
from calls.sandbox import carrier
from calls.sandbox.models import CarrierCall

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def queue(company, settings):
    """Three calls asked for at once, at one in ten seconds; returns the clock and what it finds ringing."""
    settings.SANDBOX_CALLS_PER_SECOND = 0.1
    sids = [twilio.place(to=f"+1555000000{n}", reference=str(n)) for n in range(3)]
    began = CarrierCall.objects.get(pk=sids[0]).starts_at

    def ringing_after(seconds):
        carrier.advance(began + timedelta(seconds=seconds))
        rung = CarrierCall.objects.filter(status="ringing").order_by("dialled_at")
        return [sids.index(call.sid) for call in rung]

    return ringing_after


def test_calls_begin_one_after_the_other(queue):
    assert queue(0) == [0]
    assert queue(9) == [0]
    assert queue(10) == [0, 1]
    assert queue(20) == [0, 1, 2]


def test_how_long_a_call_waited_stands_in_its_resource(queue):
    queue(0)
    queue(10)
    queue(20)
    calls = sorted(twilio._client().calls.list(), key=lambda call: call.to)
    waited_ms = [int(call.queue_time) for call in calls]
    assert waited_ms[0] == 0
    assert 5_000 < waited_ms[1] <= 10_000
    assert 15_000 < waited_ms[2] <= 20_000


def test_nothing_is_told_of_a_call_before_it_begins(queue):
    queue(0)
    first, second, third = CarrierCall.objects.order_by("starts_at")
    assert [callback.status for callback in first.callbacks.all()] == ["initiated", "ringing"]
    assert not second.callbacks.exists()
    assert not third.callbacks.exists()


def test_a_queued_call_may_be_canceled(queue):
    second = CarrierCall.objects.order_by("starts_at")[1]
    twilio._client().calls(second.sid).update(status="canceled")
    assert queue(20) == [0, 2]


def test_an_account_without_a_rate_has_no_queue(company, settings):
    settings.SANDBOX_CALLS_PER_SECOND = 0
    for n in range(3):
        twilio.place(to=f"+1555000000{n}", reference=str(n))
    carrier.advance(timezone.now())
    assert CarrierCall.objects.filter(status="ringing").count() == 3


def test_the_list_has_pages(queue):
    assert len(twilio._client().calls.list(page_size=2)) == 3
    assert len(twilio._client().calls.list(page_size=2, limit=2)) == 2


def test_the_list_may_be_narrowed(queue):
    queue(0)
    calls, now = twilio._client().calls, timezone.now()
    assert [call.to for call in calls.list(status="ringing")] == ["+15550000000"]
    assert [call.to for call in calls.list(to="+15550000002")] == ["+15550000002"]
    assert calls.list(start_time_after=now + timedelta(minutes=1)) == []
    assert len(calls.list(start_time_before=now + timedelta(minutes=1))) == 3
