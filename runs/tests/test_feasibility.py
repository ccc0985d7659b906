from datetime import date, timedelta

import pytest

from runs.training import feasibility
from runs.training.request import RecentRace, Request

MONDAY = date(2026, 3, 2)


def asked(weeks, **changes):
    on = MONDAY + timedelta(weeks=weeks, days=-1)
    return Request(
        **{"today": MONDAY, "goal_date": on, "weekly_frequency": 3, "fitness_level": "intermediate", **changes}
    )


FIT = {"current_weekly_km": 40, "longest_recent_km": 16}


@pytest.mark.parametrize(
    ("request_", "verdict"),
    [
        (asked(16, race="half_marathon", current_weekly_km=15, longest_recent_km=6), "ok"),
        (asked(8, race="half_marathon", current_weekly_km=15, longest_recent_km=6), "ambitious"),
        (asked(4, race="half_marathon", current_weekly_km=15, longest_recent_km=6), "unsafe"),
        (asked(18, race="marathon", weekly_frequency=5, **FIT), "ok"),
        (asked(6, race="marathon", weekly_frequency=5, **FIT), "unsafe"),
        (asked(10, race="5k", fitness_level="new"), "ok"),
        (asked(3, race="5k", fitness_level="new"), "unsafe"),
        (asked(16, race="marathon", fitness_level="new"), "unsafe"),
        (asked(40, race="marathon", fitness_level="new"), "ok"),
        (asked(3, race="5k", **FIT), "ok"),
    ],
)
def test_it_knows_what_the_weeks_allow(request_, verdict):
    assert feasibility.judge(request_).verdict == verdict


def test_a_goal_time_beyond_what_the_recent_race_predicts_is_ambitious_and_a_realistic_one_is_named():
    request = asked(16, race="half_marathon", recent_race=RecentRace(10, 3000), goal_time_s=6000, **FIT)
    judged = feasibility.judge(request)
    assert judged.verdict == "ambitious"
    (option,) = judged.options
    assert option.kind == "realistic_time"
    assert 6600 <= option.request.goal_time_s <= 6660
    assert feasibility.judge(option.request).verdict == "ok"


def test_a_goal_time_within_reach_is_ok():
    request = asked(16, race="half_marathon", recent_race=RecentRace(10, 3000), goal_time_s=6900, **FIT)
    assert feasibility.judge(request).verdict == "ok"


def test_unsafe_says_why_and_names_the_first_comfortable_date_and_the_longest_race_that_fits():
    judged = feasibility.judge(asked(6, race="marathon", current_weekly_km=15, longest_recent_km=6))
    later, shorter = judged.options
    assert "28 km" in judged.reasons[0]
    assert later.request.race == "marathon"
    assert feasibility.judge(later.request).verdict == "ok"
    assert (shorter.kind, shorter.request.race) == ("shorter_race", "10k")
    assert feasibility.judge(shorter.request).verdict == "ok"


def test_the_later_date_is_not_later_than_it_must_be():
    (later, _) = feasibility.judge(asked(4, race="half_marathon", current_weekly_km=15, longest_recent_km=6)).options
    earlier = asked(0, race="half_marathon", current_weekly_km=15, longest_recent_km=6)
    week_before = Request(**{**vars(earlier), "goal_date": later.request.goal_date - timedelta(weeks=1)})
    assert feasibility.judge(week_before).verdict != "ok"


def test_a_trained_runner_may_race_next_week_and_is_told_that_no_build_up_is_left():
    judged = feasibility.judge(asked(1, race="10k", current_weekly_km=40, longest_recent_km=22))
    assert judged.verdict == "ambitious"
    assert " 0 km" not in " ".join(judged.reasons)


def test_with_no_day_left_it_does_not_speak_of_nought_kilometres():
    (reason,) = feasibility.judge(asked(0, race="10k", goal_date=MONDAY + timedelta(days=1))).reasons
    assert reason == "There is no time left to train for a 10K."


def test_beyond_a_marathon_it_says_that_it_does_not_know_enough():
    judged = feasibility.judge(asked(50, distance_km=100.0, **FIT))
    assert judged.verdict == "ambitious"
    assert "beyond a marathon" in judged.reasons[0]


def test_a_hopeful_time_without_a_race_to_go_by_gets_a_realistic_one():
    judged = feasibility.judge(asked(20, race="half_marathon", fitness_level="beginner", goal_time_s=5400, **FIT))
    assert [option.kind for option in judged.options] == ["realistic_time"]


def test_options_are_named_in_the_runners_units():
    judged = feasibility.judge(asked(4, distance_km=40.0, fitness_level="new"), units="mi")
    assert all(" km" not in option.text for option in judged.options)


def test_a_contradiction_is_named():
    judged = feasibility.judge(asked(20, race="10k", fitness_level="new", current_weekly_km=40))
    assert judged.verdict == "ambitious"
    assert "complete beginner" in judged.reasons[0]


def test_fewer_days_than_runs_are_a_note_and_no_worry():
    judged = feasibility.judge(asked(12, race="10k", weekly_frequency=4, available_days=("tue", "sun")))
    assert judged.verdict == "ok"
    assert judged.reasons == ("You named 2 days for 4 runs, so I plan 2 runs a week.",)


def test_distances_are_named_in_the_runners_units():
    (reason,) = feasibility.judge(asked(4, race="marathon"), units="mi").reasons
    assert "17 mi" in reason
    assert " km" not in reason


def test_no_text_promises_a_finish():
    for weeks in (2, 6, 10, 20, 40):
        judged = feasibility.judge(asked(weeks, race="marathon"))
        words = " ".join([*judged.reasons, *(option.text for option in judged.options)]).lower()
        assert not any(promise in words for promise in ("you will finish", "guarantee", "promise"))


def test_without_a_date_there_is_nothing_to_come_too_soon():
    request = Request(today=MONDAY, weekly_frequency=2, fitness_level="new", race="marathon")
    assert feasibility.judge(request) == feasibility.Feasibility("ok")
