"""A change of heart on the page: seen before and after, confirmed, and never by a careless tap."""

import re
from datetime import date, time

import pytest

from coach import coaching
from coach.tests.half_marathon import HALF, change, in_race_week

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
FORM = {
    "goal_text": "Run a half",
    "target_race": "half_marathon",
    "target_date": "2026-06-21",
    "weekly_frequency": "3",
    "available_days": ["tue", "thu", "sun"],
    "start_time": "07:00",
}


def test_the_page_shows_before_and_after_and_changes_nothing_until_confirmed(cleos, cleo):
    page = cleos.get("/goal/").content.decode()
    assert 'value="2026-06-21"' in page
    before = list(cleo.runs.values())
    preview = cleos.post("/goal/", {**FORM, "target_date": "2026-07-05"}).content.decode()
    assert "Before and after" in preview
    assert 'class="road"' in preview
    assert list(cleo.runs.values()) == before
    assert cleos.post("/goal/", {**FORM, "target_date": "2026-07-05", "confirm": "yes"}).url == "/schedule/plan/"
    assert cleo.goals.get().target_date == date(2026, 7, 5)


def test_the_page_does_not_build_what_is_unsafe_by_a_careless_tap(cleos, cleo):
    soon = {**FORM, "target_race": "marathon", "target_date": "2026-04-12"}
    assert "Too soon to be safe" in cleos.post("/goal/", soon).content.decode()
    refused = cleos.post("/goal/", {**soon, "confirm": "yes"})
    assert refused.status_code == 422
    assert cleo.goals.get().target_race == "half_marathon"
    other = cleos.post("/goal/", {**soon, "option": "later_date"}).content.decode()
    assert "This fits" in other
    assert cleos.post("/goal/", {**soon, "confirm": "yes", "insist": "yes"}).status_code == 302
    assert cleo.goals.get().choice == "insisted"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"target_date": "2020-01-01"}, "has passed"),
        ({"target_date": "soon"}, "calendar"),
        ({"available_days": ["tue"]}, "at least 3 days"),
        ({"weekly_frequency": "9"}, "between 2 and 5"),
        ({"target_time": "fast"}, "1:55:00"),
        ({"start_time": "late"}, "07:00"),
        ({"goal_text": ""}, "Tell me what"),
    ],
)
def test_nonsense_is_answered_at_the_field(cleos, wrong, words):
    answer = cleos.post("/goal/", {**FORM, **wrong})
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_no_change_is_no_change(cleos, cleo):
    assert cleos.post("/goal/", FORM).url == "/schedule/plan/"
    assert not cleo.adjustments.exists()


def test_a_distance_shown_in_miles_and_not_touched_stays_as_it_is(make_runner, client):
    user = make_runner("dora@example.com", **{**HALF, "target_race": "", "target_distance": 15.0})
    coaching.change_profile(user, {"units": "mi"}, now=user.date_joined)
    client.force_login(user)
    form = {**FORM, "target_race": "other", "target_distance": "9.32", "target_unit": "mi", "confirm": "yes"}
    client.post("/goal/", {**form, "start_time": "08:00"})
    goal = user.goals.get()
    assert (goal.target_distance, goal.start_time) == (15.0, time(8))


def test_in_race_week_the_form_takes_the_date_as_it_is(cleo, cleos, now, clock):
    clock.move_to(in_race_week(cleo, now))
    cleos.force_login(cleo)
    assert cleos.post("/goal/", {**FORM, "start_time": "18:00"}).status_code == 302
    assert cleo.goals.get().start_time == time(18)


def test_a_change_of_goal_is_not_undone_by_a_button(cleos, cleo, now):
    change(cleo, now, target_date=date(2026, 7, 5))
    row = cleo.adjustments.get()
    assert "Undo" not in cleos.get(f"/adjustments/{row.pk}/").content.decode()
    cleos.post(f"/adjustments/{row.pk}/undo/")
    row.refresh_from_db()
    assert row.undone_at is None
    assert cleo.goals.get().target_date == date(2026, 7, 5)


def test_a_proposal_taken_on_the_page_is_written_down_as_such(cleos, cleo):
    soon = {**FORM, "target_race": "marathon", "target_date": "2026-04-12"}
    page = cleos.post("/goal/", {**soon, "option": "later_date"}).content.decode()
    on = re.search(r'name="target_date" value="([\d-]+)"', page)[1]
    assert 'name="choice" value="later_date"' in page
    cleos.post("/goal/", {**soon, "target_date": on, "choice": "later_date", "confirm": "yes"})
    assert cleo.goals.get().choice == "later_date"
    cleos.post("/goal/", {**FORM, "confirm": "yes"})
    assert cleo.goals.get().choice == "as_asked"


def test_a_hoped_for_time_moves_no_run(cleos, cleo):
    before = list(cleo.runs.order_by("pk").values())
    cleos.post("/goal/", {**FORM, "target_time": "1:20:00", "confirm": "yes"})
    assert cleo.goals.get().verdict == "ambitious"
    assert list(cleo.runs.order_by("pk").values()) == before


def test_nobody_insists_by_a_hidden_field(cleos, cleo):
    answer = cleos.post("/goal/", {**FORM, "target_date": "2026-07-05", "choice": "insisted", "confirm": "yes"})
    assert answer.status_code == 422
    assert cleo.goals.get().choice == "as_asked"
