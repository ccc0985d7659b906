"""The runner's tasks through the API: the same as on the pages."""

from datetime import timedelta

import pytest
from django.test import Client

from coach import coaching
from config.tests.api.phone_app import GOAL, App

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
OWN = {"title": "Buy a light", "category": "gear"}


@pytest.fixture
def app():
    app = App("app@example.com")
    app.patch("me", {"name": "App", "time_zone": "Europe/Berlin"})
    app.post("goals", GOAL)
    return app


@pytest.fixture
def task(app):
    return app.post("tasks", {**OWN, "due_date": "2026-03-04"}).json()


def titles(answer):
    return [row["title"] for row in answer.json()["results"]]


def test_a_task_of_ones_own_is_added_once(app):
    first = app.post("tasks", {**OWN, "description": "For the dark", "priority": "high"})
    assert first.status_code == 201
    task = first.json()
    assert (task["created_by_coach"], task["priority"], task["is_completed"]) == (False, "high", False)
    again = app.post("tasks", {**OWN, "title": "buy a light "})
    assert (again.status_code, again.json()["id"]) == (200, task["id"])
    assert app.get("tasks").json()["count"] == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": " ?! "}, "title"),
        ({"title": "x" * 121}, "title"),
        ({"title": "a\x00b"}, "title"),
        ({"description": "x" * 1001}, "description"),
        ({"due_date": "2026-03-01"}, "due_date"),
        ({"due_date": "2036-03-01"}, "due_date"),
        ({"due_date": "soon"}, "due_date"),
        ({"category": "politics"}, "category"),
        ({"priority": "utmost"}, "priority"),
    ],
)
def test_nonsense_is_answered_at_the_field(app, wrong, field):
    answer = app.post("tasks", {**OWN, **wrong})
    assert answer.status_code == 400
    assert field in answer.json()["errors"]
    assert app.get("tasks").json()["count"] == 0


def test_without_a_goal_there_is_nothing_to_do_it_for():
    app = App("new@example.com")
    assert "goal" in app.post("tasks", OWN).json()["errors"]


def test_it_is_completed_opened_again_and_dismissed(app, task):
    path = f"tasks/{task['id']}"
    done = app.post(f"{path}/complete").json()
    assert done["is_completed"]
    assert app.post(f"{path}/complete").json()["completed_at"] == done["completed_at"]
    again = app.post(f"{path}/reopen").json()
    assert (again["completed_at"], again["is_completed"]) == (None, False)
    assert app.post(f"{path}/dismiss").json()["dismissed_at"]
    assert app.post(f"{path}/complete").json()["completed_at"] is None


def test_it_is_not_opened_again_beside_its_twin(app, task):
    app.post(f"tasks/{task['id']}/dismiss")
    app.post("tasks", OWN)
    answer = app.post(f"tasks/{task['id']}/reopen")
    assert answer.status_code == 400
    assert "title" in answer.json()["errors"]


def test_a_snooze_is_counted_once_from_what_was_seen(app, task, clock, now):
    path = f"tasks/{task['id']}/snooze"
    for _ in range(2):
        assert app.post(path, {"seen": "2026-03-04"}).json()["due_date"] == "2026-03-07"
    for _ in range(2):
        clock.move_to(now + timedelta(minutes=1))
        assert app.post(path).json()["due_date"] == "2026-03-10"
    assert "seen" in app.post(path, {"seen": "now"}).json()["errors"]


def test_a_snooze_of_what_had_no_date_counts_once(app):
    task = app.post("tasks", OWN).json()
    for _ in range(2):
        assert app.post(f"tasks/{task['id']}/snooze", {"seen": None}).json()["due_date"] == "2026-03-05"


def test_they_are_filtered(app, task):
    for title, verb in (("Done", "complete"), ("Dismissed", "dismiss")):
        row = app.post("tasks", {**OWN, "title": title, "category": "recovery"}).json()
        app.post(f"tasks/{row['id']}/{verb}")
    assert titles(app.get("tasks?show=active")) == ["Buy a light"]
    assert set(titles(app.get("tasks?show=completed"))) == {"Done", "Dismissed"}
    assert app.get("tasks?show=all").json()["count"] == app.get("tasks").json()["count"] == 3
    assert titles(app.get("tasks?completed_at__isnull=false")) == ["Done"]
    assert titles(app.get("tasks?dismissed_at__isnull=false&category=recovery")) == ["Dismissed"]
    assert titles(app.get("tasks?due_date__lte=2026-03-04")) == ["Buy a light"]
    assert app.get("tasks?created_by_coach=true").json()["count"] == 0
    assert app.get("tasks?show=some").status_code == 400


@pytest.mark.parametrize("verb", ["complete", "dismiss", "snooze", "reopen"])
def test_another_runners_task_is_404(app, task, verb):
    stranger = App("stranger@example.com")
    assert stranger.post(f"tasks/{task['id']}/{verb}").status_code == 404
    assert app.get(f"tasks/{task['id']}").json() == task
    assert app.post(f"tasks/nonsense/{verb}").status_code == 404


def test_the_coachs_tasks_are_there_too(ana, anas, now):
    coaching.skip(ana.runs.first(), reason="It was raining", now=now)
    row = anas.get("/api/tasks?created_by_coach=true").json()["results"][0]
    assert row["category"] == "gear"


def test_the_schema_says_what_each_does():
    paths = Client().get("/api/schema?format=json").json()["paths"]
    for verb in ("complete", "dismiss", "snooze", "reopen"):
        assert paths[f"/api/tasks/{{id}}/{verb}"]["post"]["description"]
    assert set(paths["/api/tasks"]["post"]["responses"]) == {"200", "201"}
    shown = {one["name"]: one for one in paths["/api/tasks"]["get"]["parameters"]}
    assert shown["show"]["schema"]["enum"] == ["active", "all", "completed"]
