"""Rule 6, misses: three in two weeks are talked over, and take a run a week."""

from runs.tests.judging import judged
from runs.tests.rules.eight_weeks import day, life, missed, ran, rules, run_of, week


def test_three_misses_in_two_weeks_call_and_take_a_run_a_week():
    state = missed(ran(life(), "1tue", 5), "1thu", "1sun", "2tue")
    made, after = judged(state)
    assert rules(made) == ["misses"]
    assert made[0]["call"] == "intervention"
    assert made[0]["evidence"] == ["1thu", "1sun", "2tue"]
    for number in range(3, 9):
        assert len(week(after, number)) == 2
        assert week(after, number)["sun"]["type"] == "long"
    assert all(run["distance_km"] <= run_of(state, run["id"])["distance_km"] for run in after["runs"])


def test_misses_never_leave_less_than_two_runs_a_week():
    made, after = judged(missed(life(days=("tue", "sun")), "1tue", "1sun", "2tue"))
    assert rules(made)[0] == "misses"
    assert [len(week(after, number)) for number in range(3, 9)] == [2] * 6


def test_misses_are_asked_about_once_in_14_days():
    _, state = judged(missed(ran(life(), "1tue", 5), "1thu", "1sun", "2tue"))
    missed(state, *(run["id"] for run in state["runs"] if day(2, "wed") <= run["date"] <= day(3, "sun")))
    assert "misses" not in rules(judged(state)[0])


def test_three_misses_over_more_than_14_days_are_no_pattern():
    assert "misses" not in rules(judged(missed(life(), "1tue", "2tue", "3tue"))[0])


def test_a_miss_in_a_pause_is_none():
    state = missed(ran(life(), "1tue", 5), "1thu", "1sun", "2tue")
    state["pauses"].append({"from": day(1, "fri"), "to": day(2, "mon"), "kind": "holiday"})
    assert "misses" not in rules(judged(state)[0])
