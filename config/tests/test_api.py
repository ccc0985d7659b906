"""One runner's week through the API: the second door to the same desk."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from calls.models import Call
from runs.models import RunSession

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
GOAL = {"goal_text": "Run 5 km", "weekly_frequency": 2, "fitness_level": "beginner", "health_concerns": []}


class App:
    """A phone app: JSON and a session token, no cookies."""

    def __init__(self, email, *, sign_up=True):
        self.token = None
        door = "signup" if sign_up else "login"
        answer = self.post(f"auth/app/v1/auth/{door}", {"email": email, "password": "correct horse battery"})
        self.token = answer.json()["meta"]["session_token"]

    def send(self, method, path, body=None):
        headers = {"X-Session-Token": self.token} if self.token else {}
        data = json.dumps(body) if body is not None else ""
        return getattr(Client(), method)(f"/api/{path}", data, content_type="application/json", headers=headers)

    def get(self, path):
        headers = {"X-Session-Token": self.token} if self.token else {}
        return Client().get(f"/api/{path}", headers=headers)

    def post(self, path, body=None):
        return self.send("post", path, body if body is not None else {})

    def delete(self, path):
        return self.send("delete", path)

    def patch(self, path, body):
        return self.send("patch", path, body)


@pytest.fixture
def app():
    app = App("app@example.com")
    app.patch("me", {"name": "App", "time_zone": "Europe/Berlin", "wants_calls": True})
    return app


@pytest.fixture
def runs(app):
    assert app.post("goals", GOAL).status_code == 201
    return app.get("schedule").json()["scheduled_runs"]


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


@pytest.mark.parametrize("year", [5, 99999, "old"])
def test_a_year_of_birth_that_is_none_is_named(app, year):
    answer = app.patch("me", {"birth_year": year})
    assert answer.status_code == 400
    assert "birth_year" in answer.json()["errors"]


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


def test_no_json_is_a_problem_not_a_crash(app):
    headers = {"X-Session-Token": app.token}
    answer = Client().post("/api/goals", "{not json", content_type="application/json", headers=headers)
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "wrong", [{"time_zone": "Mars"}, {"units": "cubits"}, {"phone_number": "123"}, {"name": "x" * 999}]
)
def test_me_is_checked(app, wrong):
    assert app.patch("me", wrong).status_code == 400


def test_lists_can_be_filtered(app, runs):
    assert app.get("runs?scheduled_on__lte=2026-03-08").json()["count"] == 2
    assert app.get("runs?status=completed").json()["count"] == 0


def test_a_missing_goal_is_said(app):
    assert app.get("schedule").status_code == 404


def test_the_schema_is_public_and_whole():
    schema = Client().get("/api/schema?format=json")
    assert schema.status_code == 200
    body = schema.json()
    assert body["openapi"].startswith("3.1")
    for path in ("/api/goals", "/api/schedule", "/api/runs/{id}/check-in", "/api/adjustments/{id}/undo", "/api/calls"):
        assert path in body["paths"]
    assert Client().get("/api/docs").status_code == 200


def test_an_old_week_is_not_rewritten(app, runs, clock, now):
    clock.move_to(now + timedelta(days=3))
    assert app.post(f"runs/{runs[0]['id']}/move", {"on": "2026-03-04", "at": "07:00"}).status_code == 400
