from datetime import date, timedelta

import pytest

from runs.training import load

MONDAY = date(2026, 3, 2)


def session(day, difficulty, minutes):
    return load.Session(MONDAY + timedelta(days=day), difficulty, minutes)


@pytest.mark.parametrize(("difficulty", "minutes", "total"), [(5, 60, 300), (3, 42, 126), (10, 25, 250), (None, 60, 0)])
def test_it_is_difficulty_times_minutes(difficulty, minutes, total):
    assert session(0, difficulty, minutes).load == total


def test_it_adds_up_from_monday_to_sunday():
    told = [session(0, 4, 30), session(6, 6, 50), session(7, 3, 20)]
    weeks = load.weeks(told, [MONDAY, MONDAY + timedelta(weeks=1)])
    assert [week.load for week in weeks] == [420, 60]
    assert [week.minutes for week in weeks] == [80, 20]


def test_it_leaves_out_and_counts_the_runs_nobody_rated():
    week = load.weeks([session(1, 4, 30), session(2, None, 45)], [MONDAY])[0]
    assert (week.load, week.minutes, week.untold) == (120, 30, 1)


def test_it_gives_a_week_without_a_run_a_load_of_nothing():
    assert load.weeks([], [MONDAY]) == [load.Week(MONDAY, 0, 0, 0)]


def test_it_asks_only_for_the_weeks_that_are_wanted():
    assert load.weeks([session(-3, 5, 30)], [MONDAY])[0].load == 0
