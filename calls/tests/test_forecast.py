"""Whether the calls ahead fit through the line, against a count by hand and a simpler way to count."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from calls import dispatch, jobs
from calls.dispatch.forecast import left_over
from calls.models import Call

SIX = datetime(2026, 3, 1, 18, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def window(first, last):
    return SIX + first * SECOND, SIX + last * SECOND


def test_no_calls_fit():
    assert left_over([], interval=SECOND) == []


def test_one_more_than_the_time_holds_is_left():
    ten = [window(0, 10)] * 10
    assert left_over(ten, interval=SECOND) == []
    assert left_over([*ten, window(0, 10)], interval=SECOND) == [SIX + 10 * SECOND]


def test_who_expires_first_goes_first_and_the_late_ones_find_room():
    assert left_over([window(0, 100)] * 20 + [window(5, 7)] * 2, interval=SECOND) == []
    assert left_over([window(5, 7)] * 3 + [window(0, 100)] * 20, interval=SECOND) == [SIX + 7 * SECOND]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6)), max_size=12))
def test_as_many_are_left_as_when_every_second_is_tried(windows):
    """In whole seconds: of those due the one that expires first, second after second."""
    waiting, made = sorted(windows), 0
    for second in range(20):
        due = [one for one in waiting if one[0] <= second < sum(one)]
        if due:
            waiting.remove(min(due, key=sum))
            made += 1
    left = left_over([window(first, first + length) for first, length in windows], interval=SECOND)
    assert len(left) == len(windows) - made


@pytest.fixture
def evening(ana):
    """Twelve calls for ten minutes, and when they fall due."""
    Call.objects.all().delete()
    Call.objects.bulk_create(
        Call(
            user=ana, kind="pre_run", subject=str(number), due_at=SIX, expires_at=SIX + timedelta(minutes=10),
            due_on=SIX.date(), due_time=SIX.time(), due_zone="UTC", created_at=SIX,
        )
        for number in range(12)
    )  # fmt: skip
    return SIX


@pytest.mark.django_db
def test_a_slow_line_leaves_some(evening, settings):
    settings.TWILIO_CALLS_PER_SECOND = 1 / 60
    # One a minute and a little less: the tenth begins before the window ends.
    ahead = dispatch.forecast.look(evening - timedelta(hours=1))
    assert ahead == (12, 2, evening + timedelta(minutes=10))
    assert dispatch.forecast.look(evening - timedelta(days=2)).calls == 0


@pytest.mark.django_db
@pytest.mark.parametrize("is_slow", [True, False])
def test_operators_are_warned_of_it(evening, clock, settings, caplog, is_slow):
    settings.TWILIO_CALLS_PER_SECOND = 1 / 60 if is_slow else 1
    clock.move_to(evening - timedelta(hours=1))
    jobs.warn_of_a_full_line()
    assert ("2 of the next day's 12 calls do not fit" in caplog.text) is is_slow
    out = StringIO()
    call_command("calls", "status", stdout=out)
    assert ("2 do not fit" in out.getvalue()) is is_slow
