"""Runs done, told of, skipped and missed: once, and only where that can be."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction

from coach import coaching
from coach.records import Feedback
from runs.models import RunSession
from runs.tests.events import in_order

pytestmark = pytest.mark.django_db


def test_complete_counts_once(ana, now):
    run = in_order(ana)[0]
    one = coaching.complete(run, now=now + timedelta(days=1))
    two = coaching.complete(run, now=now + timedelta(days=2))
    assert one == two
    run.refresh_from_db()
    assert run.completed_at == now + timedelta(days=1)
    goal = ana.goals.get()
    assert (goal.current_streak, goal.total_runs_completed) == (1, 1)
    assert goal.daily_progress.get().is_completed


def test_a_run_more_than_a_week_away_cannot_be_done_yet(ana, now):
    with pytest.raises(coaching.Refused, match="more than a week away"):
        coaching.complete(in_order(ana)[6], now=now)


def test_a_check_in_is_saved_once_and_the_first_word_stands(ana, now):
    run = in_order(ana)[0]
    told = Feedback(difficulty=6, energy="high", distance_km=3.1, duration_min=22, notes="Wind")
    first = coaching.check_in(run, told, now=now + timedelta(days=1))
    again = coaching.check_in(run, Feedback(difficulty=2), now=now + timedelta(days=1, minutes=1))
    session = RunSession.objects.get()
    assert (first.is_new, again.is_new) == (True, False)
    assert (session.difficulty_rating, session.energy_level, session.actual_distance, session.duration) == (
        6,
        "high",
        3.1,
        22,
    )
    assert ana.goals.get().total_distance_run == 3.1


def test_a_done_run_can_be_neither_moved_nor_skipped(ana, now):
    run = in_order(ana)[0]
    coaching.complete(run, now=now)
    with pytest.raises(coaching.Refused, match="already done"):
        coaching.move(run, on=date(2026, 3, 4), at=time(7), now=now)
    with pytest.raises(coaching.Refused, match="already done"):
        coaching.skip(run, reason="x", now=now)


def test_a_reason_becomes_one_task_however_often_it_is_told(ana, now):
    first, second, *_ = in_order(ana)
    coaching.skip(first, reason="It was raining", now=now)
    coaching.skip(second, reason="rain again", now=now)
    task = ana.tasks.get()
    assert (task.title, task.category, task.priority) == ("Buy a waterproof running jacket", "gear", "high")
    assert now.date() < task.due_date <= now.date() + timedelta(days=7)


def test_a_run_is_missed_only_when_its_day_is_over_where_the_runner_lives(ana, now):
    run = in_order(ana)[0]
    coaching.miss(run, now=datetime(2026, 3, 3, 22, 59, tzinfo=UTC))
    run.refresh_from_db()
    assert run.status == "scheduled"
    coaching.miss(run, now=datetime(2026, 3, 3, 23, 1, tzinfo=UTC))
    run.refresh_from_db()
    assert run.status == "missed"


def test_a_missed_run_may_still_be_told(ana, now):
    run = in_order(ana)[0]
    coaching.miss(run, now=now + timedelta(days=3))
    coaching.check_in(run, Feedback(difficulty=4), now=now + timedelta(days=3))
    run.refresh_from_db()
    assert run.status == "completed"


@pytest.mark.parametrize(
    "wrong",
    [
        {"difficulty_rating": 11},
        {"pain_severity": 11, "pain_reported": True},
        {"pain_location": "knee"},
        {"actual_distance": 1e9},
    ],
)
def test_the_database_refuses_a_wrong_session(ana, now, wrong):
    session = coaching.complete(in_order(ana)[0], now=now)
    with pytest.raises(IntegrityError), transaction.atomic():
        RunSession.objects.filter(pk=session.pk).update(**wrong)
