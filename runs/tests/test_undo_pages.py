"""A change of the schedule and back again: undo, and what has none."""

import pytest

from coach import coaching
from coach.records import Feedback
from runs.tests.events import after, in_order, put_back
from runs.tests.pages import BOOSTED, body

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize("headers", [{}, BOOSTED], ids=["page", "boosted"])
def test_undo_puts_the_runs_back_and_says_so(anas, ana, eased, headers):
    answer = anas.post(f"/adjustments/{eased.pk}/undo/", headers=headers)
    assert answer.url == f"/adjustments/{eased.pk}/"
    page = body(anas.get(answer.url))
    assert "Your runs are as they were." in page
    assert "Undone on 7 March, 9:00" in page
    assert "undo/" not in page
    assert put_back(eased, ana)


def test_undo_twice_is_undo_once(anas, ana, eased):
    for _ in range(2):
        assert anas.post(f"/adjustments/{eased.pk}/undo/").status_code == 302
    assert put_back(eased, ana)
    assert ana.adjustments.count() == 1


def test_undo_says_which_run_it_left(anas, ana, eased, now):
    touched = next(change["run_id"] for change in eased.changes if change["after"]["status"] != "rest")
    coaching.skip(ana.runs.get(pk=touched), reason="Tired", now=eased.created_at)
    page = body(anas.post(f"/adjustments/{eased.pk}/undo/", follow=True))
    assert "1 run had changed since" in page
    assert "left as it is by the undo" in page


def test_undo_after_pain_asks_first(anas, ana, pained):
    answer = anas.post(f"/adjustments/{pained.pk}/undo/")
    assert answer.status_code == 422
    assert "Running on too early makes it last." in body(answer)
    assert 'name="accepting"' in body(answer)
    assert not put_back(pained, ana)


@pytest.mark.parametrize("headers", [{}, BOOSTED], ids=["page", "boosted"])
def test_undo_after_pain_is_done_for_a_yes(anas, ana, pained, headers):
    answer = anas.post(f"/adjustments/{pained.pk}/undo/", {"accepting": "yes"}, headers=headers)
    assert answer.url == f"/adjustments/{pained.pk}/"
    pained.refresh_from_db()
    assert pained.undone_by == "runner"


def test_a_limit_is_not_undone(anas, ana, limit):
    page = body(anas.post(f"/adjustments/{limit.pk}/undo/", follow=True))
    assert "a limit that keeps you from getting hurt" in page
    limit.refresh_from_db()
    assert limit.undone_at is None


def test_what_a_correction_took_back_says_so(anas, ana, eased):
    second = in_order(ana)[1]
    coaching.correct(second.run_session, Feedback(difficulty=5), now=after(second))
    page = body(anas.get(f"/adjustments/{eased.pk}/"))
    assert "since what it rested on had changed" in page
    assert "undo/" not in page
