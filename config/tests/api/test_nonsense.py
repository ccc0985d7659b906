"""What makes no sense to the API is answered at the field, as a problem."""

import pytest
from django.test import Client

from config.tests.api.phone_app import GOAL

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize("year", [5, 99999, "old"])
def test_a_year_of_birth_that_is_none_is_named(app, year):
    answer = app.patch("me", {"birth_year": year})
    assert answer.status_code == 400
    assert "birth_year" in answer.json()["errors"]


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("goals", {}, "goal_text"),
        ("goals", {**GOAL, "goal_text": "x" * 10_000}, "goal_text"),
        ("goals", {**GOAL, "weekly_frequency": 9}, "weekly_frequency"),
        ("goals", {**GOAL, "fitness_level": "olympic"}, "fitness_level"),
        ("goals", {**GOAL, "target_date": "2020-01-01"}, "target_date"),
        ("goals", {**GOAL, "available_days": ["tue"]}, "available_days"),
        ("goals", {**GOAL, "available_days": "tue"}, "available_days"),
        ("goals", {**GOAL, "current_weekly_km": 1e9}, "current_weekly_km"),
        ("goals", {**GOAL, "recent_race_km": 10}, "recent_race_s"),
        ("goals", {**GOAL, "long_run_day": "someday"}, "long_run_day"),
        ("goals", {**GOAL, "start_time": "late"}, "start_time"),
        ("conversations", {"conversation_type": "pre_run"}, "run"),
        ("conversations", {"conversation_type": "seance"}, "conversation_type"),
        ("calls/call-me", {"run": "nonsense"}, "run"),
    ],
)
def test_nonsense_is_answered_at_the_field(app, path, body, field):
    answer = app.post(path, body)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert field in answer.json()["errors"]


def test_no_json_is_a_problem_not_a_crash(app):
    headers = {"X-Session-Token": app.token}
    answer = Client().post("/api/goals", "{not json", content_type="application/json", headers=headers)
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "wrong", [{"time_zone": "Mars"}, {"units": "cubits"}, {"phone_number": "123"}, {"name": "x" * 999}]
)
def test_me_is_checked(app, wrong):
    assert app.patch("me", wrong).status_code == 400
