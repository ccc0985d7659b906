"""The last page of the onboarding: what the coach says of the goal, and what the runner makes of it."""

from datetime import date
from itertools import pairwise

import pytest
from django.test import Client

from coach.models import Goal, HealthScreening, Notice, User
from coach.tests.test_onboarding import ANSWERS, answer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

SOON = {"goal": {"goal_text": "My first marathon", "target_race": "marathon"}, "date": {"target_date": "2026-04-19"}}


def answer_questions(client, **changes):
    for step in ANSWERS:
        last = answer(client, step, **changes.get(step, {}))
    assert last.url == "/start/verdict/"


def shown(client):
    return client.get("/start/verdict/").content.decode()


def test_a_goal_within_reach_shows_its_road_and_starts(visitor):
    answer_questions(visitor)
    page = shown(visitor)
    assert "This fits" in page
    assert 'class="road"' in page
    assert "As a table" in page
    assert Goal.objects.count() == 0
    assert visitor.post("/start/verdict/").url == "/"
    goal = Goal.objects.get()
    assert (goal.verdict, goal.choice, goal.insisted_at) == ("ok", "as_asked", None)


def test_a_hopeful_time_is_called_ambitious_with_a_realistic_one_a_tap_away(visitor):
    answer_questions(visitor, date={"target_time": "1:35:00"})
    assert "Ambitious" in shown(visitor)
    assert visitor.post("/start/verdict/", {"option": "realistic_time"}).url == "/start/verdict/"
    assert "This fits" in shown(visitor)
    visitor.post("/start/verdict/")
    goal = Goal.objects.get()
    assert 6600 < goal.target_time < 6660
    assert (goal.verdict, goal.choice) == ("ok", "realistic_time")


def test_an_ambitious_goal_may_be_started_as_asked(visitor):
    answer_questions(visitor, date={"target_time": "1:35:00"})
    visitor.post("/start/verdict/")
    goal = Goal.objects.get()
    assert (goal.verdict, goal.target_time) == ("ambitious", 5700)
    assert "asks for more" in goal.verdict_reasons[0]


def test_what_is_unsafe_is_not_built_by_a_careless_tap(visitor):
    answer_questions(visitor, **SOON)
    page = shown(visitor)
    assert "Too soon to be safe" in page
    assert 'class="road"' not in page
    again = visitor.post("/start/verdict/")
    assert again.status_code == 422
    assert "Tick the box" in again.content.decode()
    assert Goal.objects.count() == 0


@pytest.mark.parametrize("option", ["later_date", "shorter_race"])
def test_the_ways_out_of_an_unsafe_goal_are_a_tap_each(visitor, option):
    answer_questions(visitor, **SOON)
    visitor.post("/start/verdict/", {"option": option})
    assert "Too soon" not in shown(visitor)
    visitor.post("/start/verdict/")
    goal = Goal.objects.get()
    assert goal.choice == option
    assert goal.insisted_at is None
    if option == "later_date":
        assert (goal.target_race, goal.target_date > date(2026, 4, 19)) == ("marathon", True)
    else:
        assert (goal.target_race, goal.target_date) == ("10k", date(2026, 4, 19))


def test_a_way_out_is_shown_in_the_questions_from_then_on(visitor):
    answer_questions(visitor, **SOON)
    visitor.post("/start/verdict/", {"option": "shorter_race"})
    assert b'value="Run a 10K"' in visitor.get("/start/goal/").content


def test_insisting_is_possible_and_written_down(visitor, now):
    answer_questions(visitor, **SOON)
    assert visitor.post("/start/verdict/", {"insist": "yes"}).url == "/"
    goal = Goal.objects.get()
    assert (goal.verdict, goal.choice, goal.insisted_at) == ("unsafe", "insisted", now)
    assert "long run" in goal.verdict_reasons[0]
    assert goal.user.runs.filter(run_type="race", scheduled_on="2026-04-19").count() == 1


def test_an_option_that_is_none_changes_nothing(visitor):
    answer_questions(visitor)
    assert visitor.post("/start/verdict/", {"option": "teleport"}).url == "/start/verdict/"
    assert "This fits" in shown(visitor)


def test_reasons_name_distances_in_miles_for_who_thinks_in_miles(visitor):
    answer_questions(visitor, **SOON, you={"units": "mi"})
    page = shown(visitor)
    assert "17 mi" in page
    assert " km" not in page


def test_a_free_distance_may_be_told_in_miles(visitor):
    far = {"goal_text": "Ten miles", "target_race": "other", "target_distance": "10", "target_unit": "mi"}
    answer_questions(visitor, goal=far, date={"target_time": ""})
    visitor.post("/start/verdict/")
    assert Goal.objects.get().target_distance == pytest.approx(16.09, abs=0.01)


def test_the_verdict_waits_for_every_answer(visitor):
    answer(visitor, "goal")
    assert visitor.get("/start/verdict/").url == "/start/date/"
    assert Client().get("/start/verdict/").url.startswith("/account/login/")


def test_a_health_concern_makes_the_plan_wait_for_a_doctor(visitor):
    answer_questions(visitor, health={"concerns": ["heart"], "none": ""})
    assert "A doctor first" in shown(visitor)
    visitor.post("/start/verdict/")
    user = User.objects.get()
    assert user.suspended_at
    assert HealthScreening.objects.get().concerns == ["heart"]
    assert user.notices.get().kind == Notice.Kind.SAFETY
    assert not user.calls.filter(status="planned").exists()
    assert "see a doctor" in visitor.get("/").content.decode()
    visitor.post("/clearance/")
    user.refresh_from_db()
    assert user.suspended_at is None
    assert user.calls.filter(status="planned").exists()


def test_nothing_to_report_is_written_down_too(visitor, now):
    answer_questions(visitor)
    visitor.post("/start/verdict/")
    screening = HealthScreening.objects.get()
    assert (screening.concerns, screening.answered_at) == ([], now)
    assert User.objects.get().suspended_at is None


def test_a_heavy_beginner_starts_with_three_km_a_week(visitor):
    new = {
        "goal": {"goal_text": "Run 5 km", "target_race": "5k"},
        "date": {"target_time": ""},
        "level": {"fitness_level": "new"},
        "running": dict.fromkeys(ANSWERS["running"], ""),
    }
    answer_questions(visitor, **new, health={"none": "on", "height": "170", "weight": "101"})
    visitor.post("/start/verdict/")
    goal = Goal.objects.get()
    assert goal.body_mass_index == 34.9
    assert goal.schedule.weeks[0]["distance_km"] <= 3


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"height": "1.7", "weight": "70"}, "centimetres"),
        ({"height": "170", "weight": ""}, "Both, or neither"),
        ({"height": "tall", "weight": "70"}, "as a number"),
    ],
)
def test_odd_sizes_are_asked_again(visitor, typed, words):
    answer(visitor, "level", fitness_level="new")
    page = answer(visitor, "health", **typed)
    assert page.status_code == 422
    assert words in page.content.decode()


def test_the_year_of_birth_keeps_hard_days_apart(visitor):
    answer_questions(visitor, you={"birth_year": "1958"})
    visitor.post("/start/verdict/")
    hard = [run.scheduled_on for run in User.objects.get().runs.all() if run.is_hard]
    assert min((later - earlier).days for earlier, later in pairwise(hard)) >= 3


def test_who_has_a_plan_is_told_before_a_new_one_takes_its_place(anas):
    page = anas.get("/start/goal/").content.decode()
    assert "You have a plan already" in page
    assert "/goal/" in page
