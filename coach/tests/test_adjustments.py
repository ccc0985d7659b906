"""A change of the schedule that a rule made, and the way back from it."""

from datetime import time, timedelta

import pytest

from calls.models import Call
from coach import coaching
from coach.models import Notice
from coach.records import Feedback
from runs.models import ScheduledRun
from runs.tests.events import in_order

pytestmark = pytest.mark.django_db


def two_nines(user, now):
    first, second, *_ = in_order(user)
    coaching.check_in(first, Feedback(difficulty=9), now=now + timedelta(days=1, hours=2))
    return coaching.check_in(second, Feedback(difficulty=9), now=now + timedelta(days=5, hours=2))


def test_two_nines_change_the_schedule_and_say_why(ana, now):
    before = {run.pk: run.distance for run in in_order(ana)}
    adjustment = two_nines(ana, now).adjustment
    assert adjustment.rule == "too_hard"
    assert {session.difficulty_rating for session in adjustment.evidence.all()} == {9}
    for change in adjustment.changes:
        run = ScheduledRun.objects.get(pk=change["run_id"])
        assert run.snapshot() == change["after"]
        assert run.distance < before[run.pk]
    notice = ana.notices.get()
    assert (notice.kind, notice.text) == (Notice.Kind.ADJUSTMENT, adjustment.reason)


def test_a_rest_day_has_no_call(ana, now):
    adjustment = two_nines(ana, now).adjustment
    rested = [change["run_id"] for change in adjustment.changes if change["after"]["status"] == "rest"]
    assert len(rested) == 1
    assert not Call.objects.filter(run_id=rested[0], status=Call.Status.PLANNED).exists()


def test_undo_puts_everything_back_once(ana, now):
    before = {run.pk: run.snapshot() for run in ana.runs.pending()}
    adjustment = two_nines(ana, now).adjustment
    later = now + timedelta(days=6)
    coaching.undo(adjustment, now=later)
    coaching.undo(adjustment, now=later + timedelta(hours=1))
    adjustment.refresh_from_db()
    assert adjustment.undone_at == later
    assert {run.pk: run.snapshot() for run in ana.runs.pending()}.items() <= before.items()
    assert not ana.notices.open().exists()


def test_undo_leaves_what_was_touched_since(ana, now):
    adjustment = two_nines(ana, now).adjustment
    eased = next(c["run_id"] for c in adjustment.changes if c["after"]["status"] != "rest")
    run = ScheduledRun.objects.get(pk=eased)
    coaching.skip(run, reason="Tired", now=now + timedelta(days=6))
    undone = coaching.undo(adjustment, now=now + timedelta(days=6))
    assert undone.left_alone == [eased]
    run.refresh_from_db()
    assert run.status == "skipped"


def test_an_undone_adjustment_is_not_made_again(ana, now):
    adjustment = two_nines(ana, now).adjustment
    coaching.undo(adjustment, now=now + timedelta(days=6))
    third = ana.runs.pending().first()
    later = coaching.check_in(third, Feedback(difficulty=9), now=now + timedelta(days=8))
    assert later.adjustment is None


def test_undo_does_not_put_two_runs_on_one_day(ana, now):
    adjustment = two_nines(ana, now).adjustment
    rested = ScheduledRun.objects.get(
        pk=next(c["run_id"] for c in adjustment.changes if c["after"]["status"] == "rest")
    )
    other = ana.runs.pending().filter(scheduled_on__gt=rested.scheduled_on).first()
    coaching.move(other, on=rested.scheduled_on, at=time(7), now=now + timedelta(days=6))
    undone = coaching.undo(adjustment, now=now + timedelta(days=6))
    assert str(rested.pk) in undone.left_alone


def test_pain_makes_the_next_run_a_rest_day(ana, now):
    first, second, *_ = in_order(ana)
    came = coaching.check_in(
        first, Feedback(difficulty=4, pain=True, pain_location="knee"), now=now + timedelta(days=1)
    )
    second.refresh_from_db()
    assert (came.adjustment.rule, second.status) == ("pain", "rest")
