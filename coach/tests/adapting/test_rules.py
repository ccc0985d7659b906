"""What follows at the desk from easy runs, misses and obstacles, and which rule comes first."""

from datetime import date, timedelta

import pytest

from calls import planning
from calls.models import Call
from coach import coaching
from coach.records import Feedback
from coach.tests.adapting.telling import after, tell, week_km
from runs.tests.events import in_order
from tasks.models import CoachTask

pytestmark = pytest.mark.django_db


class TestTooEasy:
    def test_two_easy_runs_make_the_next_week_longer(self, ana):
        first, second, *_ = in_order(ana)
        before = week_km(ana, date(2026, 3, 9))
        tell(first, difficulty=2)
        (made,) = tell(second, difficulty=2).adjustments
        assert made.rule == "too_easy"
        assert week_km(ana, date(2026, 3, 9)) == pytest.approx(1.15 * before, rel=0.04)
        assert {change["after"]["type"] for change in made.changes} & {"tempo"}
        assert "one run a week more" in made.reason

    def test_a_run_cut_short_is_no_evidence(self, ana):
        first, second, *_ = in_order(ana)
        tell(first, difficulty=2)
        assert tell(second, difficulty=2, distance_km=round(second.distance * 0.6, 1)).adjustments == []

    def test_it_happens_once_in_seven_days(self, ana):
        first, second, third, fourth, *_ = in_order(ana)
        for run in (first, second):
            tell(run, difficulty=2)
        assert [tell(run, difficulty=1).adjustments for run in (third, fourth)] == [[], []]

    def test_a_corrected_rating_withdraws_it_while_its_week_lies_ahead(self, ana):
        first, second, *_ = in_order(ana)
        before = {run.pk: run.snapshot() for run in ana.runs.pending()}
        tell(first, difficulty=2)
        (made,) = tell(second, difficulty=2).adjustments
        second.refresh_from_db()
        told = coaching.correct(second.run_session, Feedback(difficulty=5), now=after(second) + timedelta(hours=1))
        made.refresh_from_db()
        assert (made.undone_by, bool(made.undone_at)) == ("rule", True)
        assert told.session.corrected_at
        assert {run.pk: run.snapshot() for run in ana.runs.pending()}.items() <= before.items()

    def test_a_corrected_rating_comes_too_late_when_the_week_has_begun(self, ana):
        first, second, third, fourth, *_ = in_order(ana)
        tell(first, difficulty=2)
        (made,) = tell(second, difficulty=2).adjustments
        tell(third)
        second.refresh_from_db()
        coaching.correct(second.run_session, Feedback(difficulty=5), now=after(fourth))
        made.refresh_from_db()
        assert made.undone_at is None


class TestMisses:
    def miss(self, user, count):
        for run in in_order(user)[:count]:
            coaching.miss(run, now=run.scheduled_date_time + timedelta(days=1))

    def test_three_make_one_run_a_week_fewer_and_one_call(self, ana):
        self.miss(ana, 3)
        goal = ana.goals.get()
        made = ana.adjustments.get(rule="misses")
        assert (goal.weekly_frequency, goal.schedule.weekly_frequency) == (2, 2)
        for monday in (date(2026, 3, 16), date(2026, 3, 23)):
            week = ana.runs.pending().between(monday, monday + timedelta(days=6))
            assert week.count() == 2
            assert week.filter(run_type="long").exists()
        call = ana.calls.get(kind="intervention")
        assert (call.subject, ana.local(call.due_at).hour) == (str(made.pk), 18)
        assert not ana.tasks.exists()

    def test_without_calls_there_is_a_task(self, ana, now):
        coaching.set_calls(ana, wanted=False, now=now)
        self.miss(ana, 3)
        assert not ana.calls.filter(kind="intervention").exists()
        assert ana.tasks.get().title == "Tell me what got in the way"

    def test_undo_puts_the_runs_and_the_frequency_back(self, ana):
        before = set(ana.runs.pending().filter(scheduled_on__gte=date(2026, 3, 16)).values_list("pk", flat=True))
        self.miss(ana, 3)
        made = ana.adjustments.get(rule="misses")
        coaching.undo(made, now=made.created_at + timedelta(hours=1))
        assert (
            set(ana.runs.pending().filter(scheduled_on__gte=date(2026, 3, 16)).values_list("pk", flat=True)) == before
        )
        assert ana.goals.get().weekly_frequency == 3
        assert ana.calls.get(kind="intervention").status == Call.Status.CANCELLED

    def test_they_are_asked_about_once_in_two_weeks(self, ana):
        self.miss(ana, 6)
        assert ana.adjustments.filter(rule="misses").count() == 1

    def test_a_run_told_as_done_after_all_takes_it_back(self, ana):
        self.miss(ana, 3)
        third = in_order(ana)[2]
        coaching.complete(third, now=third.scheduled_date_time + timedelta(days=1, hours=1))
        made = ana.adjustments.get(rule="misses")
        assert made.undone_by == "rule"


class TestObstacle:
    def test_the_run_finds_a_day_and_the_task_is_due_before(self, ana, now):
        run, thursday = in_order(ana)[1], now + timedelta(days=3)
        (made,) = coaching.skip(run, reason="It was pouring and I have no jacket", now=thursday)
        run.refresh_from_db()
        task = ana.tasks.get()
        assert (made.rule, run.status, run.scheduled_on) == ("obstacle", "rescheduled", date(2026, 3, 7))
        assert ana.today(thursday) <= task.due_date < run.scheduled_on
        assert ana.calls.filter(run=run, status=Call.Status.PLANNED).get().due_on == date(2026, 3, 7)

    def test_undo_lets_it_go_again(self, ana, now):
        run = in_order(ana)[1]
        (made,) = coaching.skip(run, reason="No time today", now=now + timedelta(days=3))
        coaching.undo(made, now=now + timedelta(days=3, hours=1))
        run.refresh_from_db()
        assert (run.status, run.scheduled_on) == ("skipped", date(2026, 3, 5))

    def test_where_no_day_is_free_it_is_let_go(self, ana, now):
        run = in_order(ana)[0]
        (made,) = coaching.skip(run, reason="Late meeting", now=now + timedelta(days=1))
        run.refresh_from_db()
        assert (run.status, made.changes) == ("skipped", [])
        assert ana.tasks.get().category == "scheduling"

    def test_who_is_ill_rests(self, ana, now):
        run = in_order(ana)[0]
        coaching.skip(run, reason="I caught a cold", now=now + timedelta(days=1))
        run.refresh_from_db()
        assert run.status == "skipped"
        assert ana.tasks.get().category == "recovery"


def test_a_lower_rule_waits_for_the_week_after_a_higher_one(ana, now):
    first, second, *_ = in_order(ana)
    tell(first, pain=True, pain_location="knee")
    second = ana.runs.pending().first()
    coaching.skip(second, reason="It rained", now=after(first) + timedelta(hours=3))
    assert not ana.adjustments.filter(rule="obstacle").exists()
    assert CoachTask.objects.filter(user=ana, category="gear").exists()


def test_what_the_rules_say_is_said_once(ana):
    first, second, *_ = in_order(ana)
    tell(first, difficulty=9)
    tell(second, difficulty=9)
    count = ana.adjustments.count()
    coaching.complete(first, now=after(second))
    planning.refresh(ana, now=after(second))
    assert ana.adjustments.count() == count
