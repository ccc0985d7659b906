"""Calls and talks through the API."""

from datetime import timedelta

import pytest
from django.utils import timezone

from calls.models import Call

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_calls_are_listed_and_asked_for(app, runs):
    assert app.get("calls").json()["count"] > 0
    assert app.post("calls/call-me", {"run": runs[0]["id"]}).status_code == 202
    assert Call.objects.filter(kind="call_me").count() == 1


def test_a_call_is_scheduled_with_the_plans_body(app, runs):
    at = (timezone.now() + timedelta(hours=2)).isoformat()
    me = app.get("me").json()
    body = {
        "user_id": me["id"], "scheduled_time": at, "call_type": "pre_run",
        "context": {"user_name": "Miguel", "next_run": {"distance": 5.0}, "goal": "Run half marathon"},
    }  # fmt: skip
    first = app.post("schedule-call", body)
    assert first.status_code == 202
    assert app.post("schedule-call", body).json()["id"] == first.json()["id"]
    call = Call.objects.get(pk=first.json()["id"])
    assert (call.context["talk"], call.run_id is not None) == ("pre_run", True)
    assert app.get(f"calls/{call.pk}").json()["status"] == "planned"
    assert app.get(f"calls?user_id={me['id']}").status_code == 200


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"scheduled_time": "2020-01-01T10:00:00Z"}, 400),
        ({"scheduled_time": "soon"}, 400),
        ({"call_type": "seance"}, 400),
        ({"user_id": "00000000-0000-0000-0000-000000000000"}, 404),
        ({"phone_number": "+15550001111"}, 400),
        ({"context": {"x": "y" * 5000}}, 400),
        ({"run": "00000000-0000-0000-0000-000000000000"}, 404),
    ],
)
def test_a_call_that_cannot_be_scheduled(app, runs, wrong, status):
    at = (timezone.now() + timedelta(hours=2)).isoformat()
    assert app.post("schedule-call", {"scheduled_time": at, **wrong}).status_code == status


def test_another_runners_calls_are_not_listed(app, runs):
    assert app.get("calls?user_id=00000000-0000-0000-0000-000000000000").status_code == 404


def test_a_talk_through_the_api(app, runs):
    talk = app.post("conversations", {"conversation_type": "pre_run", "run": runs[0]["id"]}).json()
    assert (talk["expect"], talk["turn"]) == ("yes_no", 0)
    talk = app.post(f"conversations/{talk['id']}/say", {"words": "yes", "turn": 0}).json()
    assert talk["turn"] == 1
    talk = app.post(f"conversations/{talk['id']}/say", {"words": "no", "turn": 1}).json()
    assert talk["ended_at"]
    assert "Coach: " in talk["transcript"]
    assert talk["agreed"][0]["to"] == "run"
    assert app.delete(f"conversations/{talk['id']}/transcript").status_code == 204
    assert app.get(f"conversations/{talk['id']}").json()["transcript"] == ""


def test_every_kind_of_talk_opens_and_offers_answers(app, runs):
    for kind in ("weekly_planning", "intervention", "celebration", "motivation"):
        talk = app.post("conversations", {"conversation_type": kind}).json()
        assert talk["says"]
    assert ["That's all", "that's all"] in talk["choices"]
    assert app.delete(f"conversations/{talk['id']}/transcript").status_code == 400
