"""The plan as rows."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from coach import coaching, goals, spoken
from coach.models import User

pytestmark = pytest.mark.django_db


def queries_to_start(email, now, **setup):
    user = User.objects.create_user(email, "correct horse")
    asked = {"goal_text": "Run", "weekly_frequency": 5, "fitness_level": "intermediate", **setup}
    with CaptureQueriesContext(
        connection,
    ) as counted:
        coaching.start_goal(user, goals.Setup(**asked), concerns=(), insist=True, now=now)
    # SQLite takes so many values at a time: one insert of many rows is several there.
    asked_once = {query["sql"].partition(" VALUES ")[0] for query in counted if "runs_scheduledrun" in query["sql"]}
    others = [query for query in counted if "runs_scheduledrun" not in query["sql"]]
    return len(asked_once) + len(others), user.goals.get(ended_at=None).schedule.scheduled_runs.count()


def test_storing_a_long_plan_asks_no_more_of_the_database_than_a_short_one(now):
    short, few = queries_to_start("few@example.com", now, target_race="10k", target_date=date(2026, 3, 29))
    long, many = queries_to_start("many@example.com", now, target_race="marathon", target_date=date(2027, 2, 28))
    assert many > 5 * few
    assert long == short


@pytest.mark.parametrize(("km", "shown"), [(10.0, "6.2 mi"), (5.0, "3.1 mi"), (21.1, "13.1 mi"), (42.2, "26.2 mi")])
def test_distances_read_as_miles(km, shown):
    assert spoken.distance(km, units="mi") == shown


@pytest.mark.parametrize(("km", "units", "shown"), [(0.4, "mi", "400 m"), (0.4, "km", "400 m"), (1.0, "mi", "0.6 mi")])
def test_a_repeat_on_a_track_is_told_in_metres(km, units, shown):
    assert spoken.stretch(km, units=units) == shown


@pytest.mark.parametrize(
    ("kind", "run_type", "words"),
    [("work", "tempo", "comfortably hard"), ("work", "hills", "short steps"), ("run", "easy", "in sentences"),
     ("recovery", "intervals", "jog or walk"), ("run", "run_walk", "in sentences"), ("walk", "run_walk", "briskly")],
)  # fmt: skip
def test_without_paces_effort_is_told_in_words(kind, run_type, words):
    assert words in spoken.effort(kind, run_type)


def test_units_switched_back_and_forth_change_no_stored_value(ana, now):
    before = list(ana.runs.values()), list(ana.goals.values())
    for units in ("mi", "km", "mi", "km"):
        coaching.change_profile(ana, {"units": units}, now=now)
    assert (list(ana.runs.values()), list(ana.goals.values())) == before


def test_pace_reads_in_the_runners_units():
    assert spoken.pace(330, units="km") == "5:30 /km"
    assert spoken.pace(330, units="mi") == "8:51 /mi"
