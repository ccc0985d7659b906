"""Told anew, told of a run that nobody planned, and told something that is a doctor's."""

import re
from datetime import date

import pytest

from coach import coaching
from coach.models import CoachFlag
from runs.models import RunSession
from runs.tests.events import after, in_order, run_it, two_nines
from runs.tests.pages import BOOSTED, body

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
BOTH = pytest.mark.parametrize("headers", [{}, BOOSTED], ids=["page", "boosted"])
JOG = {
    "on": "2026-03-01",
    "run_type": "easy",
    "distance": "4.2",
    "minutes": "30",
    "difficulty": "4",
    "notes": "Parkrun",
}
TOLD = {"difficulty": "5", "energy": "high", "distance": "3", "minutes": "22", "notes": "Wind"}
CHEST = {**TOLD, "pain": "on", "pain_location": "chest", "pain_severity": "4"}
RED_FLAGS = [CHEST, {**TOLD, "notes": "I fainted after it"}, {**TOLD, "notes": "couldn't put any weight on my foot"}]


# --- told anew


@pytest.fixture
def told(run, clock):
    run_it(run, difficulty=9, energy="low", distance_km=3.1, duration_min=24, notes="Hot")
    clock.move_to(after(run))
    return run


def test_the_run_offers_to_correct_it(anas, told):
    assert f'href="/runs/{told.pk}/correct/"' in body(anas.get(f"/runs/{told.pk}/"))


def test_what_was_told_stands_in_the_form(anas, told):
    page = body(anas.get(f"/runs/{told.pk}/correct/"))
    assert "How was it really?" in page
    for value in ('value="9"', 'value="3.1"', 'value="24"', "Hot"):
        assert value in page
    assert re.search(r'value="low"[^>]*checked', page)


@BOTH
def test_it_is_told_anew(anas, told, headers):
    answer = anas.post(f"/runs/{told.pk}/correct/", {**TOLD, "distance": ""}, headers=headers)
    assert answer.url == "/"
    assert "Corrected." in body(anas.get("/"))
    session = RunSession.objects.get()
    assert (session.difficulty_rating, session.energy_level, session.actual_distance) == (5, "high", None)
    assert session.corrected_at


def test_what_rested_on_it_is_taken_back(anas, ana, clock):
    row = two_nines(ana)
    second = in_order(ana)[1]
    clock.move_to(after(second))
    anas.post(f"/runs/{second.pk}/correct/", TOLD)
    row.refresh_from_db()
    assert row.undone_by == "rule"
    assert all(ana.runs.get(pk=change["run_id"]).snapshot() == change["before"] for change in row.changes)
    assert "Your coach adjusted your schedule" not in body(anas.get("/"))


def test_what_follows_from_it_now_is_said_on_home(anas, ana, told, clock):
    second = in_order(ana)[1]
    run_it(second, difficulty=5)
    clock.move_to(after(second))
    anas.post(f"/runs/{second.pk}/correct/", {**TOLD, "difficulty": "9"})
    page = body(anas.get("/"))
    assert "You rated the last two runs 9." in page
    assert "Corrected." not in page


@pytest.mark.parametrize(
    "wrong",
    [{"difficulty": "11"}, {"difficulty": ""}, {"distance": "nan"}, {"minutes": "-1"}, {"pain": "on"}],
)
def test_nonsense_corrects_nothing(anas, told, wrong):
    answer = anas.post(f"/runs/{told.pk}/correct/", {**TOLD, **wrong})
    assert answer.status_code == 422
    assert "errorlist" in body(answer)
    assert RunSession.objects.get().difficulty_rating == 9


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_was_never_told_is_not_corrected(anas, run, now, method):
    assert getattr(anas, method)(f"/runs/{run.pk}/correct/", TOLD).status_code == 404
    coaching.complete(run, now=now)
    assert getattr(anas, method)(f"/runs/{run.pk}/correct/", TOLD).status_code == 404


# --- off the plan


def test_the_form_starts_today(anas):
    page = body(anas.get("/runs/add/"))
    assert "A run off the plan" in page
    assert 'value="2026-03-02"' in page
    assert ">Race<" not in page


@pytest.mark.parametrize("junk", ["junk", "9999-12-31", "0001-01-01", "x" * 500, "%00"])
def test_junk_in_the_address_is_no_error(anas, junk):
    assert anas.get(f"/runs/add/?on={junk}").status_code == 200


@BOTH
def test_a_run_off_the_plan_counts(anas, ana, headers):
    answer = anas.post("/runs/add/", JOG, headers=headers)
    assert answer.url == "/"
    assert "Added. It counts." in body(anas.get("/"))
    run = ana.runs.exclude(added_at=None).get()
    assert (run.scheduled_on, run.status, run.distance) == (date(2026, 3, 1), "completed", 4.2)
    assert (run.run_session.difficulty_rating, run.run_session.notes) == (4, "Parkrun")
    assert ana.goals.get().total_distance_run == 4.2


def test_sent_twice_it_was_run_once(anas, ana):
    for _ in range(2):
        assert anas.post("/runs/add/", JOG).status_code == 302
    assert ana.runs.exclude(added_at=None).count() == 1


def test_it_may_be_on_the_day_of_another(anas, ana, run, clock):
    run_it(run)
    clock.move_to(after(run))
    assert anas.post("/runs/add/", {**JOG, "on": "2026-03-03"}).status_code == 302
    assert ana.runs.filter(scheduled_on="2026-03-03").count() == 2
    assert anas.get("/").status_code == anas.get("/schedule/").status_code == 200


def test_a_run_on_the_day_of_one_still_open_is_asked_about(anas, ana, run, clock):
    clock.move_to(after(run))
    asked = anas.post("/runs/add/", {**JOG, "on": "2026-03-03"})
    assert asked.status_code == 422
    assert "If this was it, mark that one complete." in body(asked)
    assert "Parkrun" in body(asked)
    assert not ana.runs.exclude(added_at=None).exists()
    assert anas.post("/runs/add/", {**JOG, "on": "2026-03-03", "accepting": "yes"}).status_code == 302
    assert ana.runs.exclude(added_at=None).exists()


def test_an_added_run_is_a_page_and_a_chip(anas, ana):
    anas.post("/runs/add/", {**JOG, "on": "2026-03-02"})
    added = ana.runs.exclude(added_at=None).get()
    assert "4.2 km easy run, done" in body(anas.get("/schedule/month/2026-03/"))
    assert "Parkrun" in body(anas.get(f"/runs/{added.pk}/"))


def test_miles_are_miles(anas, ana):
    ana.units = "mi"
    ana.save()
    anas.post("/runs/add/", {**JOG, "distance": "3"})
    assert ana.runs.exclude(added_at=None).get().distance == pytest.approx(4.83, abs=0.01)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"on": "2026-03-03"}, "still to come"), ({"on": "9999-12-31"}, "still to come"),
        ({"on": "2026-02-15"}, "more than two weeks ago"), ({"on": "0001-01-01"}, "more than two weeks ago"),
        ({"on": ""}, "Choose a day."), ({"on": "yesterday"}, "calendar"), ({"distance": ""}, "How far was it?"),
        ({"distance": "0"}, "hardly a run"), ({"distance": "-3"}, "Zero or more"), ({"distance": "nan"}, "number"),
        ({"distance": "1e9"}, "further than a run"), ({"run_type": "race"}, "valid choice"),
        ({"run_type": "swim"}, "valid choice"), ({"difficulty": ""}, "Choose from 1 to 10."),
        ({"minutes": "99999"}, "more than a day"), ({"pain": "on"}, "Where does it hurt?"),
    ],
)  # fmt: skip
def test_what_was_no_run_is_answered_at_the_field(anas, ana, wrong, words):
    answer = anas.post("/runs/add/", {**JOG, **wrong})
    assert answer.status_code == 422
    assert words in body(answer)
    assert "Parkrun" in body(answer)
    assert not ana.runs.exclude(added_at=None).exists()


def test_pain_on_a_run_off_the_plan_is_pain(anas, ana):
    anas.post("/runs/add/", {**JOG, "pain": "on", "pain_location": "shin", "pain_severity": "5"})
    assert ana.adjustments.get().rule == "pain"
    assert "shin" in body(anas.get("/"))


# --- what is a doctor's


@pytest.mark.parametrize("red_flag", RED_FLAGS, ids=["chest", "fainted", "no weight"])
@BOTH
def test_a_red_flag_leads_to_the_safety_page(anas, ana, run, red_flag, headers):
    answer = anas.post(f"/runs/{run.pk}/check-in/", red_flag, headers=headers)
    assert answer.url == "/safety/"
    page = body(anas.get("/safety/"))
    assert "Please get medical help now" in page
    assert "112" in page
    assert 'role="alert"' in page
    ana.refresh_from_db()
    assert ana.suspended_at
    assert ana.flags.get().kind == CoachFlag.Kind.RED_FLAG


@BOTH
def test_a_reason_that_is_a_red_flag_leads_there_too(anas, ana, run, headers):
    answer = anas.post(f"/runs/{run.pk}/skip/", {"reason": "I had chest pain this morning"}, headers=headers)
    assert answer.url == "/safety/"
    ana.refresh_from_db()
    assert ana.suspended_at


@pytest.mark.parametrize(
    ("path", "sent"),
    [("/runs/{}/correct/", {**TOLD, "notes": "I passed out"}), ("/runs/add/", {**JOG, "notes": "I passed out"})],
)
def test_so_does_one_told_late(anas, ana, told, path, sent):
    assert anas.post(path.format(told.pk), sent).url == "/safety/"
    assert "Please get medical help now" in body(anas.get("/safety/"))


def test_home_leads_to_the_safety_page_and_has_no_run_to_do(anas, run):
    anas.post(f"/runs/{run.pk}/check-in/", CHEST)
    page = body(anas.get("/"))
    assert 'href="/safety/"' in page
    assert "Mark complete" not in page


@BOTH
def test_a_doctors_word_ends_it(anas, ana, run, headers):
    anas.post(f"/runs/{run.pk}/check-in/", CHEST)
    assert anas.post("/clearance/", headers=headers).url == "/"
    assert "Start gently." in body(anas.get("/"))
    ana.refresh_from_db()
    assert ana.suspended_at is None
    assert anas.get("/safety/").url == "/"


def test_a_doctors_word_said_twice_is_said_once(anas, ana, run):
    anas.post(f"/runs/{run.pk}/check-in/", CHEST)
    for _ in range(2):
        assert anas.post("/clearance/").status_code == 302
    assert anas.get("/").status_code == 200


def test_who_is_well_has_no_safety_page(anas):
    assert anas.get("/safety/").url == "/"


@pytest.mark.parametrize("path", ["/safety/", "/runs/add/", "/runs/{}/correct/", "/runs/{}/"])
def test_the_pages_ask_little_of_the_database(anas, ana, told, path, django_assert_max_num_queries):
    coaching.suspend(ana, now=after(told))
    with django_assert_max_num_queries(7):
        assert anas.get(path.format(told.pk)).status_code == 200
