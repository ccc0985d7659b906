"""How fast calls go out: never faster than the account allows, whoever dials."""

from datetime import timedelta

import pytest

from calls import dispatch
from calls.dispatch import pace
from calls.models import Call, Pace

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def slow_line(settings):
    settings.TWILIO_CALLS_PER_SECOND = 2


def take(now):
    moment = pace.next_moment(now)
    if moment is not None:
        pace.take(moment)
    return moment


def test_moments_lie_an_interval_apart_and_only_the_near_ones_are_given_out(now):
    assert take(now) == now
    assert take(now) is None
    soon = now + timedelta(milliseconds=300)
    assert take(soon) == now + pace.interval()
    assert pace.is_full(soon)
    much_later = now + timedelta(hours=1)
    assert not pace.is_full(much_later)
    assert take(much_later) == much_later


def test_no_second_has_more_calls_than_the_account_allows(now):
    given, moment = [], now
    while moment < now + timedelta(seconds=30):
        if (one := take(moment)) is not None:
            given.append(one)
        moment += timedelta(milliseconds=37)
    worst = max(sum(1 for other in given if one <= other < one + timedelta(seconds=1)) for one in given)
    assert worst <= 2
    assert len(given) >= 0.9 * 30 * 2


def test_after_too_many_requests_nobody_asks_at_once(now):
    take(now)
    pace.push_back(now)
    assert take(now + timedelta(seconds=3)) is None
    assert take(now + timedelta(seconds=5)) is not None


def test_a_clock_that_was_set_back_stops_nothing(now):
    take(now + timedelta(hours=1))
    assert take(now) == now
    assert Pace.objects.count() == 1


def test_a_burst_goes_out_one_after_another_and_what_expires_first_goes_first(make_runner, now, line):
    for number in range(5):
        make_runner(f"r{number}@example.com")
    due = Call.objects.order_by("due_at").first().due_at
    first = Call.objects.filter(due_at=due).last()
    Call.objects.filter(pk=first.pk).update(expires_at=due + timedelta(minutes=3))
    dispatch.run(lambda: due)
    assert [asked["reference"] for asked in line] == [first.reference]
    moment = due
    for _ in range(8):
        moment += timedelta(seconds=0.5)
        dispatch.run(lambda at=moment: at)
    assert len(line) == 5


def test_who_drains_waits_for_the_moments(make_runner, now, line):
    for number in range(4):
        make_runner(f"r{number}@example.com")
    clock = [Call.objects.order_by("due_at").first().due_at]

    def wait(seconds):
        clock[0] += timedelta(seconds=seconds)

    assert dispatch.drain(lambda: clock[0], wait) == 4
    assert dispatch.drain(lambda: clock[0], wait) == 0
