"""What a runner asks of the plan: shorter, easier, the same again, swapped, or run off it."""

from datetime import date, timedelta

import pytest

from coach import coaching
from coach.records import Feedback
from coach.tests.adapting.telling import week_km
from runs.models import ScheduleAdjustment
from runs.tests.events import in_order

pytestmark = pytest.mark.django_db


class TestWishes:
    def test_a_run_made_shorter_can_be_undone(self, ana, now):
        run = in_order(ana)[2]
        made = coaching.shorten(run, distance_km=run.distance - 2, now=now)
        was = run.distance
        run.refresh_from_db()
        assert run.distance == pytest.approx(was - 2)
        assert sum(step["distance_km"] for step in run.steps) == pytest.approx(run.distance)
        coaching.undo(made, now=now)
        run.refresh_from_db()
        assert run.distance == was

    @pytest.mark.parametrize("km", [50, 0.5])
    def test_it_is_made_neither_longer_nor_nothing(self, ana, now, km):
        with pytest.raises(coaching.Refused):
            coaching.shorten(in_order(ana)[2], distance_km=km, now=now)

    def test_an_easier_week_is_a_fifth_shorter_and_easy(self, ana, now):
        before = week_km(ana, date(2026, 3, 16))
        coaching.ease_week(ana, monday=date(2026, 3, 18), now=now)
        assert week_km(ana, date(2026, 3, 16)) == pytest.approx(0.8 * before, rel=0.03)
        week = ana.runs.between(date(2026, 3, 16), date(2026, 3, 22))
        assert not any(run.is_hard for run in week)

    def test_the_same_week_again_is_never_more(self, ana, now):
        before = {run.pk: run.distance for run in ana.runs.all()}
        this = week_km(ana, date(2026, 3, 2))
        made = coaching.repeat_week(ana, now=now)
        assert week_km(ana, date(2026, 3, 9)) <= this + 0.1
        assert all(run.distance <= before[run.pk] for run in ana.runs.all())
        assert made.made_by == ScheduleAdjustment.MadeBy.RUNNER
        with pytest.raises(coaching.Refused, match="no harder"):
            coaching.repeat_week(ana, now=now)

    def test_two_runs_change_places_and_back(self, ana, now):
        one, two, *_ = in_order(ana)
        days = (one.scheduled_on, two.scheduled_on)
        made = coaching.swap(one, two, now=now)
        for run in (one, two):
            run.refresh_from_db()
        assert (two.scheduled_on, one.scheduled_on) == days
        coaching.undo(made, now=now)
        for run in (one, two):
            run.refresh_from_db()
        assert (one.scheduled_on, two.scheduled_on) == days

    def test_the_long_run_leaves_its_day_only_when_asked(self, ana, now):
        one, _, long, *_ = in_order(ana)
        assert long.run_type == "long"
        with pytest.raises(coaching.NeedsConsent, match="long run"):
            coaching.swap(one, long, now=now)

    def test_somebody_elses_run_is_not_swapped(self, ana, ben, now):
        with pytest.raises(coaching.Refused):
            coaching.swap(in_order(ana)[0], in_order(ben)[0], now=now)

    def test_a_run_off_the_plan_counts_and_owes_nothing(self, ana, now):
        told = Feedback(difficulty=4, distance_km=9.0, duration_min=55)
        came = coaching.add_run(ana, on=date(2026, 3, 2), feedback=told, run_type="easy", now=now + timedelta(hours=12))
        again = coaching.add_run(
            ana, on=date(2026, 3, 2), feedback=told, run_type="easy", now=now + timedelta(hours=12)
        )
        assert (came.is_new, again.is_new) == (True, False)
        goal = ana.goals.get()
        assert (goal.total_runs_completed, goal.total_distance_run) == (1, 9.0)
        assert goal.current_streak == 0
        assert goal.milestones.filter(title="Longest run yet").exclude(completed_date=None).exists()

    @pytest.mark.parametrize("on", [date(2026, 3, 3), date(2026, 2, 1)])
    def test_it_was_run_lately_and_not_tomorrow(self, ana, now, on):
        told = Feedback(difficulty=4, distance_km=9.0)
        with pytest.raises(coaching.Refused):
            coaching.add_run(ana, on=on, feedback=told, run_type="easy", now=now)

    def test_too_much_off_the_plan_is_answered_for(self, ana, now):
        """A second long run in the week: the planned ones give way."""
        before = week_km(ana, date(2026, 3, 2))
        told = Feedback(difficulty=4, distance_km=15.0)
        coaching.add_run(ana, on=date(2026, 3, 2), feedback=told, run_type="long", now=now + timedelta(hours=12))
        assert week_km(ana, date(2026, 3, 2)) < before + 15.0
        made = ana.adjustments.get(rule="return")
        assert made.is_limit
        with pytest.raises(coaching.Refused, match="limit"):
            coaching.undo(made, now=now + timedelta(hours=13))
