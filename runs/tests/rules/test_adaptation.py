"""Which rule comes first, and what a corrected rating takes back."""

from runs.tests.judging import judged
from runs.tests.rules.eight_weeks import KNEE, day, km, life, missed, ran, rules, week


def test_pain_comes_before_too_hard():
    made, _ = judged(ran(ran(life(), "1tue", 9), "1thu", 9, pain=KNEE))
    assert rules(made) == ["pain"]


def test_a_lower_rule_waits_for_the_next_week():
    _, state = judged(ran(life(), "1tue", 5, pain=KNEE))
    missed(state, *(run["id"] for run in state["runs"] if day(1, "wed") <= run["date"] <= day(1, "sat")))
    assert judged(state)[0] == []


def test_a_corrected_rating_takes_back_what_rested_on_it_before_that_week_starts():
    _, state = judged(ran(ran(life(), "1tue", 2), "1thu", 2))
    assert km(state, 2) > 23
    state["sessions"][1]["difficulty"] = 6
    made, after = judged(state)
    assert made == []
    assert km(after, 2) == 22
    assert {run["type"] for run in week(after, 2).values()} == {"easy", "long"}
    state["today"] = day(2, "mon")
    assert km(judged(state)[1], 2) > 23
