"""Claims under fire: real threads, real transactions."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from calls import dispatch, twilio
from calls.models import Call
from coach import coaching
from coach.models import User
from coach.records import Feedback

pytestmark = pytest.mark.django_db(transaction=True)
RUNNERS = 40


def in_threads(count, work):
    """Run `work(number)` in `count` threads that start together; each closes its own connection."""
    start = Barrier(count)

    def one(number):
        start.wait()
        try:
            return work(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


@pytest.mark.parametrize("dispatchers", [2, 8])
def test_dispatchers_at_once_dial_every_call_and_none_twice(make_runner, now, monkeypatch, dispatchers):
    for number in range(RUNNERS):
        make_runner(f"r{number}@example.com")
    dialled = Counter()

    def place(*, to, reference, send_by):
        dialled[reference] += 1
        return f"CA{len(dialled):032x}"

    monkeypatch.setattr(twilio, "place", place)
    due = Call.objects.order_by("due_at").first().due_at

    def work(number):
        for _ in range(RUNNERS):
            dispatch.run(lambda: due)

    in_threads(dispatchers, work)
    twice = [reference for reference, times in dialled.items() if times > 1]
    print(f"\n{dispatchers} dispatchers at once: {RUNNERS} due, {len(dialled)} dialled, {len(twice)} twice")
    assert len(dialled) == RUNNERS
    assert set(dialled.values()) == {1}
    assert Call.objects.filter(status="placed").count() == RUNNERS


def test_two_devices_at_the_same_instant_make_one_adjustment(ana, now):
    first, second, *_ = ana.runs.order_by("scheduled_on")
    coaching.check_in(first, Feedback(difficulty=9), now=now + timedelta(days=1))
    told = in_threads(2, lambda n: coaching.check_in(second, Feedback(difficulty=9), now=now + timedelta(days=5)))
    ana = User.objects.get(pk=ana.pk)
    assert sorted(answer.is_new for answer in told) == [False, True]
    assert (ana.adjustments.count(), ana.notices.count(), ana.sessions.count()) == (1, 1, 2)


def test_one_runners_two_calls_are_never_under_way_together(ana, now, monkeypatch):
    due = ana.calls.order_by("due_at").first().due_at
    coaching.call_me(ana, now=due)
    placed = []
    monkeypatch.setattr(
        twilio, "place", lambda *, to, reference, send_by: placed.append(reference) or f"CA{len(placed):032x}"
    )
    in_threads(8, lambda number: dispatch.run(lambda: due))
    assert len(placed) <= 1
    assert ana.calls.live().count() == len(placed)
