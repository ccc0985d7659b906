"""What follows at the desk from pain and from red flags."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from calls import talking
from calls.models import Call
from coach import coaching
from coach.models import CoachFlag, Notice
from coach.tests.adapting.telling import after, tell
from runs import jobs
from runs.models import Pause
from runs.tests.events import in_order

pytestmark = pytest.mark.django_db


class TestPain:
    def test_it_brings_rest_less_and_tasks_with_the_place_in_them(self, ana):
        first = in_order(ana)[0]
        (made,) = tell(first, pain=True, pain_location="calf", pain_side="left", pain_severity=5).adjustments
        rests = [change for change in made.changes if change["after"]["status"] == "rest"]
        assert len(rests) >= 2
        assert "left calf" in made.reason
        assert all("left calf" in task.title for task in ana.tasks.all())
        assert {task.category for task in ana.tasks.all()} == {"recovery"}
        hard = ana.runs.pending().filter(scheduled_on__lte=date(2026, 3, 17), run_type__in=["tempo", "hills"])
        assert not hard.exists()

    def test_a_second_report_goes_to_a_professional_and_the_human_coach(self, ana):
        first, *_ = in_order(ana)
        tell(first, pain=True, pain_location="knee")
        following = ana.runs.pending().first()
        tell(following, pain=True, pain_location="knee")
        assert ana.tasks.filter(title__startswith="See a physiotherapist").exists()
        assert ana.flags.get().kind == CoachFlag.Kind.PAIN

    def test_undo_asks_first_and_then_nothing_is_hard_all_the_same(self, ana):
        first = in_order(ana)[0]
        (made,) = tell(first, pain=True, pain_location="knee", pain_severity=2).adjustments
        with pytest.raises(coaching.NeedsConsent, match="pain"):
            coaching.undo(made, now=after(first) + timedelta(hours=1))
        coaching.undo(made, now=after(first) + timedelta(hours=1), accepting=True)
        soon = ana.runs.pending().filter(scheduled_on__lte=date(2026, 3, 17))
        assert soon.filter(run_type="rest").count() == 0
        assert not any(run.is_hard for run in soon)

    def test_the_next_talk_asks_about_it(self, ana):
        first = in_order(ana)[0]
        tell(first, pain=True, pain_location="knee", pain_side="left")
        talk = talking.begin(ana, "motivation", channel="browser", now=after(first) + timedelta(hours=2))
        assert "left knee" in talk.state["says"]


class TestRedFlag:
    def test_it_suspends_files_a_task_for_today_and_flags_the_runner(self, ana):
        first = in_order(ana)[0]
        came = tell(first, notes="my chest felt tight on the hill")
        ana.refresh_from_db()
        assert came.adjustment.rule == "red_flag"
        assert ana.suspended_at
        task = ana.tasks.get()
        assert (task.due_date, task.priority) == (ana.today(after(first)), "high")
        assert ana.flags.get().kind == CoachFlag.Kind.RED_FLAG
        assert not ana.calls.filter(status=Call.Status.PLANNED, due_at__gt=after(first)).exists()
        assert ana.notices.open().gravest_first().first().kind == Notice.Kind.SAFETY

    def test_a_skip_with_a_red_flag_is_no_less_grave(self, ana, now):
        coaching.skip(in_order(ana)[0], reason="I fainted this morning", now=now)
        ana.refresh_from_db()
        assert ana.suspended_at

    def test_suspended_runs_are_no_misses_and_the_streak_stays(self, ana, clock):
        first, second, third, *_ = in_order(ana)
        tell(first)
        tell(second, notes="I blacked out for a second")
        clock.move_to(third.scheduled_date_time + timedelta(days=9))
        jobs.miss_passed()
        assert not ana.runs.filter(status="missed").exists()
        coaching.clear(ana, now=timezone.now())
        jobs.miss_passed()
        assert not ana.runs.filter(status="missed").exists()
        assert ana.goals.get().current_streak == 2
        assert ana.pauses.get().kind == Pause.Kind.MEDICAL

    def test_the_way_back_after_clearance_is_gentle(self, ana):
        first, second, *_ = in_order(ana)
        tell(first, notes="I passed out")
        back = after(second) + timedelta(days=9)
        planned = {run.pk: run.distance for run in ana.runs.pending()}
        coaching.clear(ana, now=back)
        ana.refresh_from_db()
        assert ana.suspended_at is None
        made = ana.adjustments.get(rule="return")
        week = ana.runs.pending().between(ana.today(back), ana.today(back) + timedelta(days=6))
        assert week
        assert all(run.distance < planned[run.pk] and not run.is_hard for run in week)
        assert made.pause.kind == Pause.Kind.MEDICAL
