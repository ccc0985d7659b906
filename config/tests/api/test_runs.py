"""One runner's week through the API: the second door to the same desk."""

from datetime import timedelta

import pytest

from config.tests.api.phone_app import GOAL
from runs.models import RunSession

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_a_week_through_the_api(app, runs):
    assert [run["distance"] for run in runs[:4]] == [3, 4, 4, 5]
    first = app.post(f"runs/{runs[0]['id']}/check-in", {"difficulty": 9, "energy": "low"}).json()
    assert (first["is_new"], first["adjustment"]) == (True, None)
    second = app.post(f"runs/{runs[1]['id']}/check-in", {"difficulty": 9}).json()
    assert second["adjustment"]["rule"] == "too_hard"
    assert app.get("adjustments").json()["count"] == 1
    eased = app.get(f"runs/{second['adjustment']['changes'][0]['run_id']}").json()
    undone = app.post(f"adjustments/{second['adjustment']['id']}/undo").json()
    assert undone["undone_at"]
    back = app.get(f"runs/{eased['id']}").json()
    assert back["distance"] > eased["distance"] or back["status"] != eased["status"]
    assert app.get("me").json()["name"] == "App"
    assert app.get("milestones").json()["results"][0]["title"] == "First 5 km"
    assert app.get("notices").json()["count"] == 1


def test_a_check_in_sent_twice_is_one(app, runs):
    for difficulty in (4, 9):
        answer = app.post(f"runs/{runs[0]['id']}/check-in", {"difficulty": difficulty})
        assert answer.status_code == 200
    assert RunSession.objects.get().difficulty_rating == 4


def test_complete_move_and_skip(app, runs):
    assert app.post(f"runs/{runs[0]['id']}/complete").status_code == 200
    moved = app.post(f"runs/{runs[1]['id']}/move", {"on": "2026-03-06", "at": "18:00"}).json()
    assert (moved["scheduled_on"], moved["status"]) == ("2026-03-06", "rescheduled")
    assert app.post(f"runs/{runs[2]['id']}/skip", {"reason": "tired"}).json()["status"] == "skipped"
    assert app.get("tasks").json()["results"][0]["category"] == "recovery"


def test_a_move_that_needs_a_yes_lists_what_to_ask(app):
    app.post("goals", {**GOAL, "available_days": ["tue", "sat"]})
    run = app.get("schedule").json()["scheduled_runs"][0]
    to = {"on": "2026-03-05", "at": "18:00"}
    for answer in ({}, {"accepting": False}):
        asked = app.post(f"runs/{run['id']}/move", {**to, **answer})
        assert asked.status_code == 400
        assert asked.json()["errors"] == {"accepting": ["Thursday isn't one of your days."]}
    moved = app.post(f"runs/{run['id']}/move", {**to, "accepting": True}).json()
    assert (moved["scheduled_on"], moved["status"]) == ("2026-03-05", "rescheduled")


@pytest.mark.parametrize(
    ("verb", "body", "field"),
    [
        ("check-in", {}, "difficulty"),
        ("check-in", {"difficulty": 11}, "difficulty"),
        ("check-in", {"difficulty": 5, "distance_km": 1e9}, "distance_km"),
        ("check-in", {"difficulty": 5, "pain": True}, "pain_location"),
        ("check-in", {"difficulty": 5, "notes": "x" * 10_000}, "notes"),
        ("check-in", {"difficulty": 5, "pain": True, "pain_location": "soul"}, "pain_location"),
        ("skip", {}, "reason"),
        ("move", {"on": "2026-03-07", "at": "07:00"}, "on"),
        ("move", {"on": "2020-01-01", "at": "07:00"}, "on"),
        ("move", {"on": "soon"}, "on"),
        ("move", {"on": "2026-03-07", "at": "07:00", "accepting": True}, "on"),
        ("move", {"on": "2026-03-06", "at": "07:00", "accepting": "maybe"}, "accepting"),
    ],
)
def test_nonsense_about_a_run_is_answered_at_the_field(app, runs, verb, body, field):
    answer = app.post(f"runs/{runs[0]['id']}/{verb}", body)
    assert answer.status_code == 400, answer.content
    assert field in answer.json()["errors"]


def test_lists_can_be_filtered(app, runs):
    assert app.get("runs?scheduled_on__lte=2026-03-08").json()["count"] == 2
    assert app.get("runs?status=completed").json()["count"] == 0


def test_a_missing_goal_is_said(app):
    assert app.get("schedule").status_code == 404


def test_an_old_week_is_not_rewritten(app, runs, clock, now):
    clock.move_to(now + timedelta(days=3))
    assert app.post(f"runs/{runs[0]['id']}/move", {"on": "2026-03-04", "at": "07:00"}).status_code == 400
