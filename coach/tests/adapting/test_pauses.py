"""Pauses at the desk: their days are rest, and the way back is gentle."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from calls.models import Call
from coach import coaching
from coach.models import Notice
from coach.tests.adapting.telling import after, tell
from runs import jobs
from runs.tests.events import in_order

pytestmark = pytest.mark.django_db


class TestPauses:
    def test_runs_of_its_days_are_rest_and_the_first_week_back_is_gentle(self, ana, now):
        planned = {run.pk: (run.distance, run.run_type) for run in ana.runs.all()}
        coaching.pause(ana, kind="holiday", starts_on=date(2026, 3, 9), ends_on=date(2026, 3, 22), now=now)
        away = ana.runs.between(date(2026, 3, 9), date(2026, 3, 22))
        assert {run.status for run in away} == {"rest"}
        back = ana.runs.between(date(2026, 3, 23), date(2026, 3, 29))
        km = sum(run.distance for run in back)
        assert 0.5 <= km / sum(planned[run.pk][0] for run in back) <= 0.8
        assert not any(run.is_hard for run in back)
        assert ana.runs.get(run_type="race").distance == 10

    def test_no_calls_come_in_a_pause(self, ana, now):
        coaching.pause(ana, kind="illness", starts_on=date(2026, 3, 2), ends_on=None, now=now)
        assert not ana.calls.filter(status=Call.Status.PLANNED).exists()

    def test_an_open_one_rests_each_day_as_it_passes(self, ana, clock, now):
        first = in_order(ana)[0]
        tell(first)
        coaching.pause(ana, kind="illness", starts_on=date(2026, 3, 4), ends_on=None, now=after(first))
        clock.move_to(now + timedelta(days=12))
        jobs.miss_passed()
        assert not ana.runs.filter(status="missed").exists()
        assert ana.runs.filter(status="rest").count() >= 4
        assert ana.goals.get().current_streak == 1
        coaching.resume(ana.pauses.get(), now=timezone.now())
        assert ana.adjustments.get(rule="return").pause.ends_on == ana.today(timezone.now()) - timedelta(days=1)

    def test_back_early_puts_back_what_was_put_off(self, ana, now):
        before = {run.pk: run.snapshot() for run in ana.runs.pending()}
        row = coaching.pause(ana, kind="holiday", starts_on=date(2026, 3, 9), ends_on=date(2026, 3, 22), now=now)
        coaching.resume(row, now=now + timedelta(hours=1))
        assert {run.pk: run.snapshot() for run in ana.runs.pending()} == before
        assert not ana.pauses.exists()

    def test_told_late_what_was_missed_was_rest(self, ana, now):
        for run in in_order(ana)[:2]:
            coaching.miss(run, now=run.scheduled_date_time + timedelta(days=1))
        coaching.pause(
            ana, kind="illness", starts_on=date(2026, 3, 2), ends_on=date(2026, 3, 8), now=now + timedelta(days=7)
        )
        assert not ana.runs.filter(status="missed").exists()

    def test_asked_twice_it_is_one(self, ana, now):
        days = {"kind": "holiday", "starts_on": date(2026, 3, 9), "ends_on": date(2026, 3, 22), "now": now}
        assert coaching.pause(ana, **days) == coaching.pause(ana, **days)
        assert ana.adjustments.filter(rule="return").count() == 1

    @pytest.mark.parametrize(
        ("starts_on", "ends_on"),
        [
            (date(2026, 3, 9), date(2026, 3, 8)),
            (date(2026, 1, 1), None),
            (date(9999, 12, 31), None),
            (date(2026, 3, 9), date(9999, 12, 31)),
            (date(2026, 3, 20), date(2026, 3, 30)),
        ],
    )
    def test_impossible_days_are_refused(self, ana, now, starts_on, ends_on):
        coaching.pause(ana, kind="holiday", starts_on=date(2026, 3, 9), ends_on=date(2026, 3, 22), now=now)
        with pytest.raises(coaching.Refused):
            coaching.pause(ana, kind="illness", starts_on=starts_on, ends_on=ends_on, now=now)

    def test_a_race_that_comes_too_near_is_said_once(self, ana, now):
        coaching.pause(ana, kind="injury", starts_on=date(2026, 3, 3), ends_on=date(2026, 5, 3), now=now)
        notices = ana.notices.filter(kind=Notice.Kind.GOAL)
        assert notices.count() == (1 if ana.goals.get().verdict == "unsafe" else 0)
