from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tasks.models import CoachTask

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def today(ana, now):
    return ana.today(now)


@pytest.fixture
def make(ana, now):
    def make(title="Buy a light", **kept):
        asked = {"category": "gear", "priority": "medium", "due_date": None, **kept}
        return ana.tasks.add_own(ana.goals.get(), title=title, now=now, **asked)[0]

    return make


def test_what_is_done_stays_done_and_keeps_its_time(make, now):
    task = make()
    task.complete(now)
    task.complete(now + MINUTE)
    task.dismiss(now + MINUTE)
    task.snooze(now + MINUTE)
    assert (task.completed_at, task.dismissed_at, task.due_date) == (now, None, None)
    assert task.is_completed
    assert not task.is_open


def test_what_is_dismissed_stays_dismissed(make, now):
    task = make()
    task.dismiss(now)
    task.complete(now + MINUTE)
    assert (task.dismissed_at, task.completed_at) == (now, None)
    assert not task.is_completed


@pytest.mark.parametrize(("due_in", "moved_to"), [(-5, 3), (0, 3), (4, 7), (None, 3)])
def test_a_snooze_counts_from_today_or_the_due_date_whichever_is_later(make, now, today, due_in, moved_to):
    task = make(due_date=None if due_in is None else today + timedelta(days=due_in))
    task.snooze(now)
    assert task.due_date == today + timedelta(days=moved_to)
    assert task.snoozed_at == now


def test_a_snooze_from_the_same_sight_counts_once_and_from_a_new_one_again(make, now, today):
    task = make(due_date=today)
    seen = task.seen
    task.snooze(now, seen=seen)
    task.snooze(now, seen=seen)
    assert task.due_date == today + timedelta(days=3)
    task.snooze(now, seen=task.seen)
    assert task.due_date == today + timedelta(days=6)


def test_a_tap_that_bounces_counts_once(make, now, today):
    task = make()
    task.snooze(now)
    task.snooze(now + timedelta(seconds=2))
    assert task.due_date == today + timedelta(days=3)
    task.snooze(now + MINUTE)
    assert task.due_date == today + timedelta(days=6)


def test_two_snoozes_at_once_move_it_once(make, now, today):
    task = make(due_date=today)
    other = CoachTask.objects.get(pk=task.pk)
    task.snooze(now)
    other.snooze(now)
    assert other.due_date == today + timedelta(days=3)


def test_it_is_done_though_it_was_put_off_meanwhile(make, now, today):
    task = make(due_date=today)
    CoachTask.objects.get(pk=task.pk).snooze(now)
    task.complete(now)
    assert (task.completed_at, task.due_date) == (now, today + timedelta(days=3))


def test_a_snooze_knows_the_runners_day(make_runner):
    late = datetime(2026, 3, 2, 22, 30, tzinfo=ZoneInfo("America/Los_Angeles"))
    runner = make_runner("west@example.com", zone="America/Los_Angeles", at=late)
    task, _ = runner.tasks.add_own(
        runner.goals.get(), title="Buy a light", now=late, category="gear", due_date=date(2026, 3, 2)
    )
    task.snooze(late)
    assert task.due_date == date(2026, 3, 5)


def test_it_is_opened_again(make, now, ana):
    task = make()
    task.dismiss(now)
    assert task.reopen()
    assert task.reopen()
    assert list(ana.tasks.active()) == [task]


def test_it_is_not_opened_beside_its_twin(make, now):
    task = make()
    task.complete(now)
    twin = make()
    assert twin != task
    assert not task.reopen()
    task.refresh_from_db()
    assert task.completed_at == now


def test_the_same_open_title_twice_is_one_task(make, ana, now):
    task = make("Buy a light")
    again, is_new = ana.tasks.add_own(ana.goals.get(), title="buy a LIGHT", now=now, category="recovery")
    assert (again, is_new) == (task, False)
    assert again.category == "gear"


def test_what_is_closed_comes_latest_first(make, ana, now):
    first, second = make("First"), make("Second")
    make("Open")
    first.complete(now)
    second.dismiss(now + MINUTE)
    assert list(ana.tasks.closed()) == [second, first]
