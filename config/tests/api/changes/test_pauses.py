"""Pauses through the API: begun, listed, ended, refused."""

from datetime import timedelta

import pytest

from config.tests.api.changes.asking import HOLIDAY, errors
from config.tests.api.phone_app import GOAL

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_a_pause_is_begun_listed_and_ended(app, user, clock):
    begun = app.post("pauses", HOLIDAY)
    assert begun.status_code == 201
    pause = begun.json()
    assert app.get("pauses").json()["results"] == [pause]
    assert app.get(f"pauses/{pause['id']}").json() == pause
    clock.move_to(user.runs.order_by("scheduled_on").first().scheduled_date_time + timedelta(days=2))
    assert app.post(f"pauses/{pause['id']}/resume").status_code == 204
    assert app.get(f"pauses/{pause['id']}").json()["ends_on"] == "2026-03-04"


def test_a_pause_may_have_no_end_yet(app):
    open_ended = {name: value for name, value in HOLIDAY.items() if name != "ends_on"}
    assert app.post("pauses", open_ended).json()["ends_on"] is None


def test_a_pause_sent_twice_is_one(app):
    one, two = (app.post("pauses", HOLIDAY).json() for _ in range(2))
    assert one == two
    assert app.get("pauses").json()["count"] == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": "medical"}, "kind"), ({"kind": None}, "kind"), ({"starts_on": "soon"}, "starts_on"),
        ({"starts_on": "2026-01-01"}, "starts_on"), ({"starts_on": "9999-12-31", "ends_on": None}, "starts_on"),
        ({"starts_on": "0001-01-01", "ends_on": None}, "starts_on"), ({"ends_on": "2026-03-01"}, "ends_on"),
        ({"ends_on": "9999-12-31"}, "ends_on"),
    ],
)  # fmt: skip
def test_a_pause_that_cannot_be_is_refused_at_the_field(app, wrong, field):
    assert field in errors(app.post("pauses", {**HOLIDAY, **wrong}))
    assert app.get("pauses").json()["count"] == 0


def test_two_pauses_share_no_day(app):
    app.post("pauses", HOLIDAY)
    assert "starts_on" in errors(app.post("pauses", {**HOLIDAY, "kind": "illness"}))


def test_a_race_in_these_days_is_asked_about(app):
    app.post("goals", {**GOAL, "target_race": "5k", "target_date": "2026-05-10"})
    away = {**HOLIDAY, "starts_on": "2026-05-07", "ends_on": "2026-05-12"}
    assert errors(app.post("pauses", away)) == {"accepting": ["Your race on Sun 10 May lies in these days."]}
    assert app.post("pauses", {**away, "accepting": True}).status_code == 201
