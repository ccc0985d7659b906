"""The human coach's door to adjustments: undone, and never rewritten."""

import pytest

from runs.tests.admin_forms import act
from runs.tests.events import four_good_weeks, hurt, two_nines
from runs.tests.pages import body

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_a_coach_undoes_an_adjustment(coach, ana, clock):
    row = two_nines(ana)
    clock.move_to(row.created_at)
    assert "1 undone." in act(coach, "scheduleadjustment", "undo", row)
    row.refresh_from_db()
    assert row.undone_by == "coach"
    assert all(ana.runs.get(pk=one["run_id"]).snapshot() == one["before"] for one in row.changes)


def test_a_coach_undoes_a_pain_without_being_asked(coach, ana, clock):
    row = hurt(ana)
    clock.move_to(row.created_at)
    act(coach, "scheduleadjustment", "undo", row)
    row.refresh_from_db()
    assert row.undone_by == "coach"


def test_a_proposal_that_waits_has_nothing_to_undo(coach, ana, clock):
    row = four_good_weeks(ana)
    clock.move_to(row.created_at)
    page = act(coach, "scheduleadjustment", "undo", row)
    assert "nothing to put back" in page
    assert "0 undone." in page


def test_history_is_read_not_rewritten(coach, ana):
    row = two_nines(ana)
    path = f"/admin/runs/scheduleadjustment/{row.pk}/change/"
    assert row.reason in body(coach.get(path)).replace("&#x27;", "'")
    assert coach.post(path, {"reason": "x"}).status_code == 403
    assert coach.get("/admin/runs/scheduleadjustment/add/").status_code == 403
