"""Changes of the schedule through the API: told anew, reshaped, proposed, paused."""

from datetime import date, timedelta

import pytest
from django.test import Client

from coach.models import User
from config.tests.api.phone_app import GOAL, App
from runs.tests.events import after, four_good_weeks, hurt, two_nines

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
NOBODYS = "00000000-0000-0000-0000-000000000000"


@pytest.fixture
def app():
    app = App("app@example.com")
    app.patch("me", {"name": "App", "time_zone": "Europe/Berlin"})
    app.post("goals", GOAL)
    return app


@pytest.fixture
def user(app):
    return User.objects.get(email="app@example.com")


@pytest.fixture
def runs(app):
    return app.get("schedule").json()["scheduled_runs"]


@pytest.fixture
def ben(app):
    ben = App("ben@example.com")
    ben.post("goals", GOAL)
    return ben


def run_now(app, run):
    return app.get(f"runs/{run['id']}").json()


def errors(answer):
    """What a problem is about. It has the shape of a problem."""
    assert answer.status_code == 400, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    return answer.json()["errors"]


# --- told anew


def test_a_correction_takes_back_what_rested_on_it(app, user, clock):
    row = two_nines(user)
    clock.move_to(row.created_at)
    second = app.get("runs?status=completed").json()["results"][-1]
    answer = app.post(f"runs/{second['id']}/correct", {"difficulty": 5, "notes": "A slip"}).json()
    assert (answer["session"]["difficulty_rating"], answer["adjustments"]) == (5, [])
    assert answer["session"]["corrected_at"]
    assert app.get(f"adjustments/{row.pk}").json()["undone_by"] == "rule"


@pytest.mark.parametrize("body", [{}, {"difficulty": 11}, {"difficulty": 5, "pain": True}])
def test_a_correction_is_checked_like_a_check_in(app, runs, body):
    app.post(f"runs/{runs[0]['id']}/check-in", {"difficulty": 9})
    assert errors(app.post(f"runs/{runs[0]['id']}/correct", body)).keys() & {"difficulty", "pain_location"}
    assert app.get("sessions").json()["results"][0]["difficulty_rating"] == 9


@pytest.mark.parametrize("first", [None, "complete"])
def test_what_was_never_told_is_not_corrected(app, runs, first):
    if first:
        app.post(f"runs/{runs[0]['id']}/{first}")
    assert errors(app.post(f"runs/{runs[0]['id']}/correct", {"difficulty": 5})) == {
        "run": ["Nothing was told about this run yet."]
    }


# --- reshaped


def test_a_run_is_shortened(app, runs):
    made = app.post(f"runs/{runs[1]['id']}/shorten", {"distance_km": 2.5}).json()
    assert (made["rule"], made["made_by"]) == ("shorten", "runner")
    assert run_now(app, runs[1])["distance"] == 2.5


@pytest.mark.parametrize("km", [None, "far", 0, -1, 4, 40, 1e9, "NaN"])
def test_what_is_no_shorter_run_is_refused(app, runs, km):
    assert errors(app.post(f"runs/{runs[1]['id']}/shorten", {"distance_km": km})).keys() & {"distance_km", "run"}
    assert run_now(app, runs[1])["distance"] == 4


def test_two_runs_change_places(app, runs):
    made = app.post(f"runs/{runs[0]['id']}/swap", {"other": runs[1]["id"]}).json()
    assert len(made["changes"]) == 2
    assert run_now(app, runs[0])["scheduled_on"] == runs[1]["scheduled_on"]
    assert run_now(app, runs[1])["scheduled_on"] == runs[0]["scheduled_on"]


def test_a_swap_that_needs_a_yes_lists_what_to_ask(app, user, runs):
    user.goals.update(long_run_day="sat")
    user.runs.filter(pk=runs[1]["id"]).update(run_type="long")
    for answer in ({}, {"accepting": False}):
        asked = app.post(f"runs/{runs[0]['id']}/swap", {"other": runs[1]["id"], **answer})
        assert errors(asked) == {"accepting": ["You asked for your long run on Saturdays."]}
    assert app.post(f"runs/{runs[0]['id']}/swap", {"other": runs[1]["id"], "accepting": True}).status_code == 200


@pytest.mark.parametrize("other", [None, "", "x", [], {}])
def test_a_swap_with_nonsense_is_named(app, runs, other):
    assert "other" in errors(app.post(f"runs/{runs[0]['id']}/swap", {"other": other}))


def test_a_swap_with_what_nobody_has_is_404(app, runs):
    assert app.post(f"runs/{runs[0]['id']}/swap", {"other": NOBODYS}).status_code == 404


def test_a_swap_with_itself_is_refused(app, runs):
    assert "run" in errors(app.post(f"runs/{runs[0]['id']}/swap", {"other": runs[0]["id"]}))


# --- off the plan

JOG = {"on": "2026-03-01", "distance_km": 4.2, "difficulty": 4}


def test_a_run_off_the_plan_counts_once(app, user):
    first, second = (app.post("runs/add", JOG).json() for _ in range(2))
    assert (first["is_new"], second["is_new"]) == (True, False)
    assert first["session"]["id"] == second["session"]["id"]
    assert first["session"]["source"] == "api"
    assert user.goals.get().total_distance_run == 4.2


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"on": "2026-03-03"}, "on"), ({"on": "9999-12-31"}, "on"), ({"on": "0001-01-01"}, "on"),
        ({"on": "2026-02-01"}, "on"), ({"on": "soon"}, "on"), ({"on": None}, "on"),
        ({"distance_km": 0}, "distance_km"), ({"distance_km": 1e9}, "distance_km"),
        ({"distance_km": None}, "distance_km"), ({"run_type": "race"}, "run_type"), ({"difficulty": 0}, "difficulty"),
        ({"pain": True}, "pain_location"),
    ],
)  # fmt: skip
def test_what_was_no_run_is_refused_at_the_field(app, user, wrong, field):
    assert field in errors(app.post("runs/add", {**JOG, **wrong}))
    assert not user.runs.exclude(added_at=None).exists()


def test_a_run_off_the_plan_wants_a_plan():
    assert "run" in errors(App("new@example.com").post("runs/add", JOG))


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


# --- pauses

HOLIDAY = {"kind": "holiday", "starts_on": "2026-03-03", "ends_on": "2026-03-10"}


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


# --- whose, and what for


def test_another_runners_things_are_404(app, ben, runs):
    pause = app.post("pauses", {**HOLIDAY, "starts_on": "2026-05-05", "ends_on": "2026-05-06"}).json()
    app.post(f"runs/{runs[0]['id']}/check-in", {"difficulty": 9})
    mine = app.post("adjustments/easier-week", {"monday": "2026-03-09"}).json()["id"]
    assert ben.get("pauses").json()["count"] == 0
    assert ben.get(f"pauses/{pause['id']}").status_code == 404
    assert ben.post(f"pauses/{pause['id']}/resume").status_code == 404
    for verb in ("undo", "accept", "decline"):
        assert ben.post(f"adjustments/{mine}/{verb}").status_code == 404
    for verb, body in (
        ("correct", {"difficulty": 1}),
        ("shorten", {"distance_km": 2}),
        ("swap", {"other": runs[1]["id"]}),
    ):
        assert ben.post(f"runs/{runs[0]['id']}/{verb}", body).status_code == 404


def test_a_run_is_not_swapped_with_a_strangers(app, ben, runs):
    theirs = ben.get("schedule").json()["scheduled_runs"][0]
    assert app.post(f"runs/{runs[0]['id']}/swap", {"other": theirs["id"]}).status_code == 404


@pytest.mark.parametrize(
    "path",
    ["pauses", "pauses/{}/resume", "runs/add", "runs/{}/swap", "adjustments/{}/accept", "adjustments/easier-week"],
)
def test_without_a_token_nothing_changes(path):
    assert Client().post(f"/api/{path.format(NOBODYS)}", {}).status_code == 401


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("runs/add", JOG),
        ("runs/{}/shorten", {"distance_km": 2}),
        ("adjustments/easier-week", {"monday": "2026-03-09"}),
        ("adjustments/repeat-week", {}),
    ],
)
def test_while_a_doctor_is_awaited_nothing_changes(app, user, runs, path, body):
    app.post(f"runs/{runs[0]['id']}/check-in", {"difficulty": 8, "pain": True, "pain_location": "chest"})
    refused = errors(app.post(path.format(runs[1]["id"]), body))
    assert "doctor" in str(refused)


def test_a_pain_is_told_with_all_that_follows(app, user, runs, clock):
    first = user.runs.get(pk=runs[0]["id"])
    clock.move_to(after(first))
    came = app.post(f"runs/{first.pk}/check-in", {"difficulty": 4, "pain": True, "pain_location": "knee"}).json()
    assert [made["rule"] for made in came["adjustments"]] == ["pain"]
    assert came["adjustment"] == came["adjustments"][0]
    assert app.get("tasks").json()["count"] > 0


NAMED = (
    ("/api/runs/add", "post"),
    ("/api/runs/{id}/correct", "post"),
    ("/api/runs/{id}/shorten", "post"),
    ("/api/runs/{id}/swap", "post"),
    ("/api/adjustments/easier-week", "post"),
    ("/api/adjustments/repeat-week", "post"),
    ("/api/adjustments/{id}/undo", "post"),
    ("/api/adjustments/{id}/accept", "post"),
    ("/api/adjustments/{id}/decline", "post"),
    ("/api/pauses", "get"),
    ("/api/pauses", "post"),
    ("/api/pauses/{id}", "get"),
    ("/api/pauses/{id}/resume", "post"),
)


def test_the_schema_names_them():
    paths = Client().get("/api/schema?format=json").json()["paths"]
    missing = [(path, verb) for path, verb in NAMED if verb not in paths.get(path, {})]
    assert missing == []
    assert [(path, verb) for path, verb in NAMED if not paths[path][verb].get("description")] == []
