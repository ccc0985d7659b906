"""Rule 1, too easy: two easy runs in a row make the following week longer."""

import pytest

from runs.tests.judging import judged
from runs.tests.rules.eight_weeks import day, hard, km, life, ran, rules, week


@pytest.mark.parametrize(("ratings", "more"), [((2, 2), 1.15), ((3, 3), 1.10), ((2, 3), 1.10)])
def test_too_easy_makes_the_following_week_longer_by_15_or_10_per_cent(ratings, more):
    state = ran(ran(life(), "1tue", ratings[0]), "1thu", ratings[1])
    made, after = judged(state)
    assert rules(made) == ["too_easy"]
    assert made[0]["evidence"] == ["1tue", "1thu"]
    assert km(after, 2) == pytest.approx(more * 22, abs=0.5)
    assert [km(after, number) for number in (1, 3, 4, 5)] == [10, 22, 22, 22]


def test_too_easy_spreads_over_short_runs_first():
    _, after = judged(ran(ran(life(), "1tue", 2), "1thu", 2))
    assert week(after, 2)["sun"]["distance_km"] == 10
    assert week(after, 2)["tue"]["distance_km"] > 6
    assert week(after, 2)["thu"]["distance_km"] > 6


def test_too_easy_turns_one_easy_run_into_a_tempo():
    made, after = judged(ran(ran(life(), "1tue", 2), "1thu", 2))
    assert sorted(run["type"] for run in week(after, 2).values()) == ["easy", "long", "tempo"]
    assert "tempo" in made[0]["reason"]


def test_too_easy_suggests_another_day_where_the_runner_has_one():
    def reason(days):
        return judged(ran(ran(life(available_days=days), "1tue", 2), "1thu", 2))[0][0]["reason"]

    assert "one run a week more" in reason(["tue", "thu", "fri", "sun"])
    assert "one run a week more" not in reason(["tue", "thu", "sun"])


def test_too_easy_gives_a_beginner_no_tempo():
    state = life(level="beginner")
    for name in ("1tue", "1thu", "1sun", "2tue", "2thu", "2sun", "3tue"):
        ran(state, name, 5)
    made, after = judged(ran(ran(state, "3thu", 2), "3sun", 2))
    assert rules(made) == ["too_easy"]
    assert not hard(after, until=day(8, "sun"))


@pytest.mark.parametrize(
    "told",
    [
        [("1tue", 2)],
        [("1tue", 2), ("1thu", 4)],
        [("1tue", 2), ("1thu", 4), ("1sun", 2)],
        [("1tue", 3), ("1thu", None)],
    ],
)
def test_less_than_two_easy_ratings_in_a_row_change_nothing(told):
    state = life()
    for name, difficulty in told:
        ran(state, name, difficulty)
    assert judged(state)[0] == []


def test_recovery_runs_are_no_evidence():
    assert judged(ran(ran(life(kinds={"tue": "recovery"}), "1tue", 1), "1thu", 2))[0] == []


def test_a_run_cut_short_does_not_count_towards_more():
    assert judged(ran(ran(life(), "1tue", 2, distance_km=4.1), "1thu", 2))[0] == []
    assert rules(judged(ran(ran(life(), "1tue", 2, distance_km=4.2), "1thu", 2))[0]) == ["too_easy"]


@pytest.mark.parametrize("season", [{"cutback": True}, {"phase": "taper"}, {"phase": "race"}])
def test_there_is_no_more_in_a_lighter_week(season):
    state = ran(ran(life(), "1tue", 2), "1thu", 2)
    state["weeks"][1] |= season
    assert judged(state)[0] == []


def test_there_is_one_increase_in_seven_days():
    _, state = judged(ran(ran(life(), "1sun", 2), "2tue", 2))
    assert rules(state["adjustments"]) == ["too_easy"]
    ran(ran(state, "2thu", 2), "2sun", 2)
    assert judged(state)[0] == []
