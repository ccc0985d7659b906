"""A change that the coach proposes: it waits on home for a yes or a not now."""

from datetime import timedelta

import pytest

from runs.tests.events import put_back
from runs.tests.pages import BOOSTED, body

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_a_proposal_waits_on_home_and_changes_nothing(anas, ana, proposed):
    page = body(anas.get("/"))
    assert proposed.reason in page
    assert f"/adjustments/{proposed.pk}/accept/" in page
    assert f"/adjustments/{proposed.pk}/decline/" in page
    assert put_back(proposed, ana)
    assert "A proposal" in body(anas.get(f"/adjustments/{proposed.pk}/"))


@pytest.mark.parametrize("headers", [{}, BOOSTED], ids=["page", "boosted"])
def test_a_yes_makes_it_so(anas, ana, proposed, headers):
    answer = anas.post(f"/adjustments/{proposed.pk}/accept/", headers=headers)
    page = body(anas.get(answer.url))
    assert "in your schedule." in page
    assert "You said yes on 28 March, 9:00" in page
    assert f"/adjustments/{proposed.pk}/undo/" in page
    proposed.refresh_from_db()
    change = proposed.changes[0]
    assert ana.runs.get(pk=change["run_id"]).distance == change["after"]["distance_km"]
    assert "Accept" not in body(anas.get("/"))


def test_a_yes_said_twice_is_one(anas, ana, proposed):
    for _ in range(2):
        anas.post(f"/adjustments/{proposed.pk}/accept/")
    first = proposed.changes[0]
    assert ana.runs.get(pk=first["run_id"]).distance == first["after"]["distance_km"]
    assert ana.adjustments.count() == 1


def test_what_was_accepted_can_be_undone(anas, ana, proposed):
    anas.post(f"/adjustments/{proposed.pk}/accept/")
    anas.post(f"/adjustments/{proposed.pk}/undo/")
    assert put_back(proposed, ana)


def test_not_now_leaves_the_plan_as_it_is(anas, ana, proposed):
    for _ in range(2):
        answer = anas.post(f"/adjustments/{proposed.pk}/decline/")
        assert answer.url == "/"
    page = body(anas.get("/"))
    assert "Your plan stays as it is." in page
    assert "Accept" not in page
    assert put_back(proposed, ana)
    assert "You said: not now" in body(anas.get(f"/adjustments/{proposed.pk}/"))


def test_a_no_is_not_turned_into_a_yes(anas, ana, proposed):
    anas.post(f"/adjustments/{proposed.pk}/decline/")
    page = body(anas.post(f"/adjustments/{proposed.pk}/accept/", follow=True))
    assert "no longer open" in page
    assert put_back(proposed, ana)


def test_a_yes_is_not_taken_back_by_a_no(anas, ana, proposed):
    anas.post(f"/adjustments/{proposed.pk}/accept/")
    page = body(anas.post(f"/adjustments/{proposed.pk}/decline/", follow=True))
    assert "You said yes to that one." in page
    proposed.refresh_from_db()
    assert (proposed.is_waiting, proposed.declined_at) == (False, None)


def test_what_was_never_asked_cannot_be_accepted(anas, eased):
    assert "no longer open" in body(anas.post(f"/adjustments/{eased.pk}/accept/", follow=True))
    assert "no longer open" in body(anas.post(f"/adjustments/{eased.pk}/decline/", follow=True))


def test_a_proposal_that_waits_has_nothing_to_undo(anas, proposed):
    assert "nothing to put back" in body(anas.post(f"/adjustments/{proposed.pk}/undo/", follow=True))


def test_a_proposal_that_lapsed_says_so(anas, ana, proposed, clock):
    clock.move_to(proposed.created_at + timedelta(days=10))
    run = ana.runs.pending().first()
    anas.post(f"/runs/{run.pk}/skip/", {"reason": "Weather"})
    assert "It has lapsed" in body(anas.get(f"/adjustments/{proposed.pk}/"))
    assert "no longer open" in body(anas.post(f"/adjustments/{proposed.pk}/accept/", follow=True))


def test_home_does_not_call_a_no_a_change(anas, proposed):
    anas.post(f"/adjustments/{proposed.pk}/decline/")
    assert "Latest schedule change" not in body(anas.get("/"))


def test_home_offers_undo_only_where_there_is_one(anas, ana, limit):
    ana.notices.update(seen_at=limit.created_at)
    page = body(anas.get("/"))
    assert "Latest schedule change" in page
    assert "undo it" not in page
