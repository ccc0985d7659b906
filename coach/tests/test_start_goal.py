"""A goal brings its plan, and a new one takes the place of the old."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction

from coach import coaching
from coach.models import Goal
from coach.records import Feedback
from runs.models import ScheduledRun
from runs.tests.events import in_order

pytestmark = pytest.mark.django_db


def test_a_goal_brings_its_schedule_milestones_and_calls(ana, now):
    goal = ana.goals.get()
    assert [run.distance for run in in_order(ana)][:8] == [3, 4, 4, 5, 4, 6, 5, 6]
    assert goal.schedule.weeks[0]["distance_km"] == 7
    assert {"First 5 km", "First 10 km"} < {milestone.title for milestone in goal.milestones.all()}
    first = in_order(ana)[0]
    assert first.scheduled_date_time == datetime(2026, 3, 3, 6, 0, tzinfo=UTC)
    call = ana.calls.get(run=first)
    assert (call.due_at, call.expires_at) == (
        first.scheduled_date_time - timedelta(minutes=15),
        first.scheduled_date_time,
    )
    assert (first.pre_run_call_time, first.pre_run_call_scheduled) == (call.due_at, True)


def test_a_run_at_seven_stays_at_seven_over_a_clock_change(make_runner, now):
    user = make_runner("a@example.com", start_time=time(7))
    assert {user.local(run.scheduled_date_time).time() for run in user.runs.all()} == {time(7)}
    assert {run.scheduled_date_time.hour for run in user.runs.all()} == {6, 5}


def test_a_new_goal_ends_the_old_one_and_takes_its_future(ana, now):
    first = in_order(ana)[0]
    coaching.check_in(first, Feedback(difficulty=5), now=now + timedelta(days=1, hours=2))
    from coach import goals

    later = now + timedelta(days=3)
    coaching.start_goal(
        ana, goals.Setup(goal_text="10K", weekly_frequency=3, fitness_level="beginner"), concerns=(), now=later
    )
    assert Goal.objects.filter(user=ana, ended_at=None).count() == 1
    assert ScheduledRun.objects.get(pk=first.pk).status == "completed"
    assert all(run.schedule.goal.goal_text == "10K" for run in ana.runs.pending())


def test_the_database_refuses_a_second_active_goal(ana, now):
    with pytest.raises(IntegrityError), transaction.atomic():
        Goal.objects.create(user=ana, goal_text="x", weekly_frequency=2, fitness_level="new", created_at=now)


def test_the_same_goal_twice_in_a_moment_is_one(ana, now):
    from coach import goals

    setup = goals.Setup(goal_text="10K", weekly_frequency=2, fitness_level="beginner")
    one = coaching.start_goal(ana, setup, concerns=(), now=now + timedelta(days=1))
    two = coaching.start_goal(ana, setup, concerns=(), now=now + timedelta(days=1, seconds=2))
    assert one == two
