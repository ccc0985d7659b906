"""The human coach's door to what was told of a run: a correction has all that follows."""

import pytest

from runs.tests.admin_forms import change
from runs.tests.events import after, in_order, run_it, two_nines

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_a_session_corrected_withdraws_what_rested_on_it(coach, ana, clock):
    row = two_nines(ana)
    second = in_order(ana)[1]
    clock.move_to(after(second))
    change(coach, "runsession", second.run_session, difficulty_rating="5")
    row.refresh_from_db()
    assert row.undone_by == "rule"
    second.run_session.refresh_from_db()
    assert (second.run_session.difficulty_rating, second.run_session.corrected_at) == (5, after(second))


def test_a_session_corrected_has_its_consequences(coach, ana, clock):
    for run in in_order(ana)[:2]:
        run_it(run, difficulty=5)
    for run in in_order(ana)[:2]:
        clock.move_to(after(in_order(ana)[1]))
        change(coach, "runsession", run.run_session, difficulty_rating="9")
    assert ana.adjustments.get().rule == "too_hard"


def test_a_pain_told_to_the_coach_is_a_pain(coach, ana, run, clock):
    run_it(run)
    clock.move_to(after(run))
    change(coach, "runsession", run.run_session, pain_reported="on", pain_location="knee", pain_severity="5")
    assert ana.adjustments.get().rule == "pain"


def test_a_session_in_pieces_is_answered_by_the_form(coach, ana, run, clock):
    run_it(run)
    for wrong in (
        {"difficulty_rating": "11"},
        {"pain_severity": "11", "pain_reported": "on"},
        {"actual_distance": "1e9"},
    ):
        page = change(coach, "runsession", run.run_session, **wrong)
        assert "Please correct the error below" in page, wrong
    run.run_session.refresh_from_db()
    assert run.run_session.difficulty_rating == 5
