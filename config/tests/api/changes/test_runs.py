"""Runs changed through the API: told anew, reshaped, run off the plan."""

import pytest

from config.tests.api.changes.asking import JOG, NOBODYS, errors, run_now
from config.tests.api.phone_app import App
from runs.tests.events import after, two_nines

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


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


# --- told of a pain


def test_a_pain_is_told_with_all_that_follows(app, user, runs, clock):
    first = user.runs.get(pk=runs[0]["id"])
    clock.move_to(after(first))
    came = app.post(f"runs/{first.pk}/check-in", {"difficulty": 4, "pain": True, "pain_location": "knee"}).json()
    assert [made["rule"] for made in came["adjustments"]] == ["pain"]
    assert came["adjustment"] == came["adjustments"][0]
    assert app.get("tasks").json()["count"] > 0
