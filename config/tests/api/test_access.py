"""Whose the API is: a token opens one runner's things, and nobody else's."""

import pytest
from django.test import Client

from config.tests.api.phone_app import App

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_signing_in_again_finds_the_same_runner(app, runs):
    again = App("app@example.com", sign_up=False)
    assert again.get("schedule").json()["scheduled_runs"][0]["id"] == runs[0]["id"]


PRIVATE = [
    "runs/{}",
    "adjustments/{}",
    "calls/{}",
    "conversations/{}",
    "tasks/{}",
    "goals/{}",
    "notices/{}",
    "sessions/{}",
]


def test_another_runners_row_is_404(app, runs):
    app.post(f"runs/{runs[0]['id']}/check-in", {"difficulty": 9})
    app.post(f"runs/{runs[1]['id']}/check-in", {"difficulty": 9})
    app.post(f"runs/{runs[2]['id']}/skip", {"reason": "rain"})
    app.post("conversations", {"conversation_type": "motivation"})
    ben = App("ben@example.com")
    for pattern in PRIVATE:
        mine = app.get(pattern.split("/", maxsplit=1)[0]).json()["results"]
        assert mine, pattern
        assert ben.get(pattern.format(mine[0]["id"])).status_code == 404
        assert ben.get(pattern.split("/", maxsplit=1)[0]).json()["count"] == 0
    for verb, body in (
        ("complete", {}),
        ("check-in", {"difficulty": 5}),
        ("skip", {"reason": "x"}),
        ("move", {"on": "2026-03-06", "at": "07:00"}),
    ):
        assert ben.post(f"runs/{runs[3]['id']}/{verb}", body).status_code == 404
    assert ben.post("calls/call-me", {"run": runs[3]["id"]}).status_code == 404
    assert ben.post("conversations", {"conversation_type": "pre_run", "run": runs[3]["id"]}).status_code == 404


@pytest.mark.parametrize("path", ["me", "schedule", "runs", "calls", "goals"])
def test_without_a_token_there_is_nothing(path):
    answer = Client().get(f"/api/{path}")
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "X-Session-Token")


def test_a_token_that_is_nobodys_is_no_token(db):
    assert Client(headers={"X-Session-Token": "made-up"}).get("/api/me").status_code == 401
