"""What costs money is done so often a day and no oftener, whoever asks, however many at once."""

from contextlib import suppress
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from calls import dispatch, jobs, limits
from calls.models import Allowance, Call, Halt
from calls.tests.chaos.test_claims import in_threads
from coach.models import User

pytestmark = pytest.mark.django_db


def runners(count):
    return [User.objects.create_user(f"bot{n}@example.com", "correct horse") for n in range(count)]


def number(n):
    return f"+4915112{n:06d}"


def taken(asks, now):
    """How many of the codes asked for (runner, number, address) were granted."""
    granted = 0
    for user, to, address in asks:
        with suppress(limits.TooOften):
            limits.take_code(user, to, now=now, address=address)
            granted += 1
    return granted


class TestCodes:
    def test_a_runner_has_so_many_whatever_the_number(self, now):
        (bot,) = runners(1)
        assert taken([(bot, number(n % 2), None) for n in range(40)], now) == limits.CODES_OF_A_RUNNER

    def test_a_runner_tries_so_many_numbers(self, now):
        (bot,) = runners(1)
        assert taken([(bot, number(n), None) for n in range(40)], now) == limits.NUMBERS_OF_A_RUNNER
        assert taken([(bot, number(0), None)], now) == 1

    def test_a_number_is_sent_so_many_whoever_asks(self, now):
        assert taken([(bot, number(0), None) for bot in runners(40)], now) == limits.CODES_TO_A_NUMBER

    def test_an_address_asks_for_so_many_however_many_sign_up_there(self, now):
        asks = [(bot, number(n), "203.0.113.9") for n, bot in enumerate(runners(40))]
        assert taken(asks, now) == limits.CODES_FROM_AN_ADDRESS
        assert taken([(asks[-1][0], number(99), "203.0.113.10")], now) == 1

    def test_all_together_have_so_many_and_somebody_is_told(self, now, settings, caplog):
        settings.CODES_A_DAY_IN_ALL = 10
        assert taken([(bot, number(n), f"203.0.113.{n}") for n, bot in enumerate(runners(20))], now) == 10
        assert "CODES_A_DAY_IN_ALL" in caplog.text

    def test_what_is_refused_uses_nothing_up(self, now):
        first, second = runners(2)
        assert taken([(first, number(0), None)] * 20, now) == limits.CODES_OF_A_RUNNER
        assert taken([(second, number(0), None)] * 20, now) == 0
        assert taken([(second, number(1), None)] * 20, now) == limits.CODES_OF_A_RUNNER

    def test_tomorrow_is_another_day(self, now):
        (bot,) = runners(1)
        for days in range(3):
            asks = [(bot, number(0), None)] * 10
            assert taken(asks, now + timedelta(days=days)) == limits.CODES_OF_A_RUNNER

    def test_a_new_account_finds_the_number_as_used_as_it_was(self, now):
        first, second = runners(2)
        taken([(first, number(0), None)] * 20, now)
        first.delete()
        assert taken([(second, number(0), None)], now) == 0

    def test_nothing_kept_tells_a_number_and_nothing_is_kept_for_long(self, now, clock):
        (bot,) = runners(1)
        taken([(bot, number(0), "203.0.113.9")], now)
        assert not Allowance.objects.filter(key__contains=number(0)[1:]).exists()
        jobs.forget_allowances()
        assert Allowance.objects.exists()
        clock.move_to(now + timedelta(days=2))
        jobs.forget_allowances()
        assert not Allowance.objects.exists()


class TestSpending:
    @pytest.fixture
    def spend(self, ana, settings):
        settings.CALLS_A_DAY_IN_ALL = 5
        calls = iter(range(1000))

        def make(count, *, at, **changed):
            for n in [next(calls) for _ in range(count)]:
                Call.objects.create(
                    user=ana, kind="post_run", subject=f"{n}", status="completed", due_on=at, due_time=at.time(),
                    due_zone="UTC", due_at=at, expires_at=at, created_at=at,
                    **{"to_number": number(n), "attempts": 1, **changed},
                )  # fmt: skip
            limits.watch_spending(now=at)
            return Halt.objects.now(at).exists()

        return make

    def test_the_days_calls_spent_stop_all_dialling_and_somebody_is_told(self, spend, ana, now, caplog):
        assert not spend(4, at=now)
        assert spend(1, at=now)
        assert "CALLS_A_DAY_IN_ALL" in caplog.text
        due = ana.calls.filter(status="planned").earliest("due_at").due_at
        assert dispatch.claim_due(due) is None
        assert spend(9, at=now + timedelta(days=3))
        assert Halt.objects.count() == 1

    def test_an_operator_goes_on_for_as_many_again(self, spend, clock, now):
        assert spend(7, at=now)
        clock.move_to(now + timedelta(minutes=1))
        call_command("calls", "go", stdout=StringIO())
        assert not spend(4, at=now + timedelta(minutes=2))
        assert spend(1, at=now + timedelta(minutes=3))

    def test_a_day_is_24_hours(self, spend, now):
        assert not spend(4, at=now)
        assert not spend(1, at=now + timedelta(hours=24))
        assert spend(4, at=now + timedelta(hours=25))

    def test_what_was_not_dialled_costs_nothing(self, spend, now):
        assert not spend(9, at=now, attempts=0, to_number="")
        assert not spend(9, at=now, attempts=0)


@pytest.mark.django_db(transaction=True)
def test_many_at_the_same_instant_are_counted_one_by_one(now):
    bots = runners(8)
    asks = [[(bot, number(n % 2), "203.0.113.9") for n in range(4)] for bot in bots]
    granted = in_threads(8, lambda n: taken(asks[n], now))
    assert sum(granted) == 2 * limits.CODES_TO_A_NUMBER
