"""What the coach proposes after four good weeks: a yes, a not now, an end."""

from datetime import date, timedelta

import pytest

from coach import coaching
from coach.models import Notice
from coach.tests.adapting.telling import tell
from runs.models import ScheduledRun
from runs.tests.events import in_order

pytestmark = pytest.mark.django_db


class TestProposal:
    @pytest.fixture
    def made(self, ana):
        """Four good weeks."""
        for run in in_order(ana):
            if run.scheduled_on < date(2026, 3, 30):
                run.refresh_from_db()
                demanding = run.is_hard or run.run_type == "long"
                tell(run, difficulty=6 if demanding else 4)
        return ana.adjustments.get(rule="progress")

    def test_it_changes_nothing_until_the_runner_says_yes(self, ana, made):
        assert made.is_waiting
        for change in made.changes:
            assert ScheduledRun.objects.get(pk=change["run_id"]).snapshot() == change["before"]
        assert ana.notices.open().filter(kind=Notice.Kind.PROPOSAL).count() == 1

    def test_accepted_twice_it_is_made_once(self, ana, made):
        later = made.created_at + timedelta(hours=1)
        for _ in range(2):
            made = coaching.accept(made, now=later)
        assert made.accepted_at == later
        assert made.changes
        for change in made.changes:
            assert ScheduledRun.objects.get(pk=change["run_id"]).snapshot() == change["after"]
        coaching.undo(made, now=later)
        for change in made.changes:
            assert ScheduledRun.objects.get(pk=change["run_id"]).snapshot() == change["before"]

    def test_not_now_is_heard_and_not_asked_again(self, ana, made):
        coaching.decline(made, now=made.created_at + timedelta(hours=1))
        made.refresh_from_db()
        assert not made.is_waiting
        assert not ana.notices.open().filter(kind=Notice.Kind.PROPOSAL).exists()
        with pytest.raises(coaching.Refused, match="no longer open"):
            coaching.accept(made, now=made.created_at + timedelta(hours=2))
        following = ana.runs.pending().first()
        assert tell(following, difficulty=4).adjustments == []

    def test_it_lapses_when_its_week_has_come(self, ana, made):
        first = min(date.fromisoformat(change["before"]["date"]) for change in made.changes)
        for run in ana.runs.pending().filter(scheduled_on__lte=first):
            tell(run)
        made.refresh_from_db()
        assert made.has_lapsed
