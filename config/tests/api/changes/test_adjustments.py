"""Changes of the schedule through the API: weeks, undone, accepted, declined."""

from datetime import date

import pytest

from config.tests.api.changes.asking import errors
from runs.tests.events import four_good_weeks, hurt, two_nines

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


# --- weeks


def test_a_week_is_eased(app, user):
    made = app.post("adjustments/easier-week", {"monday": "2026-03-12"}).json()
    assert (made["rule"], len(made["changes"])) == ("easier_week", 2)
    week = user.runs.between(date(2026, 3, 9), date(2026, 3, 15))
    assert sum(run.distance for run in week) < 9


@pytest.mark.parametrize("monday", [None, "soon", "2026-02-02", "0001-01-01", "9999-12-31"])
def test_a_week_that_is_none_is_refused(app, monday):
    assert "monday" in errors(app.post("adjustments/easier-week", {"monday": monday}))


def test_a_week_is_repeated_once(app):
    assert app.post("adjustments/repeat-week").json()["rule"] == "repeat_week"
    assert errors(app.post("adjustments/repeat-week")) == {
        "adjustment": ["Next week is no harder than this one already."]
    }


# --- undone, accepted, declined


def test_undo_after_pain_lists_what_to_ask(app, user, clock):
    row = hurt(user)
    clock.move_to(row.created_at)
    assert "makes it last" in errors(app.post(f"adjustments/{row.pk}/undo"))["accepting"][0]
    assert app.post(f"adjustments/{row.pk}/undo", {"accepting": True}).json()["undone_at"]


def test_a_limit_is_not_undone(app, user, clock):
    row = two_nines(user)
    clock.move_to(row.created_at)
    user.adjustments.update(rule="return")
    assert "limit" in errors(app.post(f"adjustments/{row.pk}/undo"))["adjustment"][0]


@pytest.fixture
def proposed(user, clock):
    row = four_good_weeks(user)
    clock.move_to(row.created_at)
    return row


def test_a_proposal_is_accepted_once(app, user, proposed):
    first, second = (app.post(f"adjustments/{proposed.pk}/accept").json() for _ in range(2))
    assert first["accepted_at"] == second["accepted_at"]
    change = first["changes"][0]
    assert user.runs.get(pk=change["run_id"]).distance == change["after"]["distance_km"]


def test_a_proposal_is_declined_for_good(app, proposed):
    for _ in range(2):
        assert app.post(f"adjustments/{proposed.pk}/decline").json()["declined_at"]
    assert errors(app.post(f"adjustments/{proposed.pk}/accept")) == {"adjustment": ["That proposal is no longer open."]}
