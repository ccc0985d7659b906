"""Goals through the API: asked for, previewed, refused, changed."""

import pytest

from config.tests.api.phone_app import GOAL, App

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
MARATHON = {**GOAL, "target_race": "marathon", "target_date": "2026-04-19"}


def test_a_goal_wants_the_questions_about_health_answered(app):
    answer = app.post("goals", {name: value for name, value in GOAL.items() if name != "health_concerns"})
    assert answer.status_code == 400
    assert "health_concerns" in answer.json()["errors"]


def test_a_health_concern_makes_the_plan_wait(app):
    assert app.post("goals", {**GOAL, "health_concerns": ["heart"]}).status_code == 201
    assert app.get("me").json()["suspended_at"]
    app.post("clearance")
    assert app.get("me").json()["suspended_at"] is None


def test_an_unsafe_goal_is_refused_with_the_ways_out_unless_insisted_on(app):
    refused = app.post("goals", MARATHON)
    assert refused.status_code == 400
    assert len(refused.json()["errors"]["options"]) == 2
    assert "long run" in refused.json()["errors"]["insist"][0]
    made = app.post("goals", {**MARATHON, "insist": True}).json()
    assert (made["verdict"], made["choice"]) == ("unsafe", "insisted")


def test_a_goal_is_previewed_before_it_is_anybodys(app):
    seen = app.post("goals/preview", {**MARATHON, "target_date": "2026-12-06"}).json()
    assert seen["feasibility"]["verdict"] == "ok"
    assert seen["weeks"][-1]["runs"][-1]["type"] == "race"
    assert app.post("goals/preview", MARATHON).json()["weeks"] == []
    assert app.get("goals").json()["count"] == 0


def test_a_goal_changes_in_the_middle_of_its_plan(app, runs):
    goal = app.get("goals").json()["results"][0]["id"]
    changed = app.patch(f"goals/{goal}", {"weekly_frequency": 3, "target_race": "10k", "target_date": "2026-06-07"})
    assert changed.status_code == 200
    assert changed.json()["weekly_frequency"] == 3
    assert app.get("schedule").json()["scheduled_runs"][-1]["scheduled_on"] == "2026-06-07"
    soon = app.patch(f"goals/{goal}", {"target_race": "marathon", "target_date": "2026-04-19"})
    assert soon.status_code == 400
    assert "insist" in soon.json()["errors"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"weekly_frequency": 9}, "weekly_frequency"),
        ({"available_days": ["tue"]}, "available_days"),
        ({"target_date": "2020-01-01"}, "target_date"),
        ({"long_run_day": "someday"}, "long_run_day"),
    ],
)
def test_a_change_that_makes_no_sense_is_named(app, runs, change, field):
    goal = app.get("goals").json()["results"][0]["id"]
    answer = app.patch(f"goals/{goal}", change)
    assert answer.status_code == 400
    assert field in answer.json()["errors"]


def test_what_is_not_the_runners_to_change_stays(app, runs):
    goal = app.get("goals").json()["results"][0]["id"]
    app.patch(f"goals/{goal}", {"verdict": "unsafe", "current_streak": 99, "fitness_level": "advanced"})
    row = app.get(f"goals/{goal}").json()
    assert (row["verdict"], row["current_streak"], row["fitness_level"]) == ("ok", 0, "beginner")


def test_another_runners_goal_is_404_to_a_change(app, runs):
    goal = app.get("goals").json()["results"][0]["id"]
    stranger = App("stranger@example.com")
    assert stranger.patch(f"goals/{goal}", {"weekly_frequency": 3}).status_code == 404


def test_a_goal_by_a_name_that_is_none_is_404(app, runs):
    assert app.patch("goals/abc", {"weekly_frequency": 3}).status_code == 404


def test_a_concern_sent_a_moment_later_is_not_taken_for_a_double_tap(app):
    app.post("goals", GOAL)
    assert app.post("goals", {**GOAL, "health_concerns": ["chest"]}).status_code == 201
    assert app.get("me").json()["suspended_at"]
    assert app.get("goals").json()["count"] == 1


@pytest.mark.parametrize("change", [{"target_time": 300}, {"target_time": 36000}])
def test_a_goal_time_that_nobody_runs_is_named(app, runs, change):
    goal = app.get("goals").json()["results"][0]["id"]
    answer = app.patch(f"goals/{goal}", {"target_race": "10k", **change})
    assert "target_time" in answer.json()["errors"]
