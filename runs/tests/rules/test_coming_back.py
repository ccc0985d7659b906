"""Back from a pause of four days or more, the first week is smaller and easy."""

from datetime import timedelta

import pytest

from runs.tests.judging import judged
from runs.tests.rules.eight_weeks import MONDAY, day, hard, km, life, ran, rules, run_of


@pytest.mark.parametrize("kind", ["holiday", "illness", "injury"])
@pytest.mark.parametrize("length", [4, 7, 14, 30])
def test_back_from_four_days_or_more_the_first_week_is_50_to_80_per_cent_and_easy(length, kind):
    last = MONDAY + timedelta(days=13)
    state = life(kinds={"thu": "tempo"})
    first = last - timedelta(days=length - 1)
    state["pauses"].append({"from": first.isoformat(), "to": last.isoformat(), "kind": kind})
    state["today"] = (last + timedelta(days=1)).isoformat()
    for run in state["runs"]:
        if run["date"] < first.isoformat():
            ran(state, run["id"], 5)
    made, after = judged(state)
    assert "return" in rules(made)
    assert 0.5 * 22 - 0.5 <= km(after, 3) <= 0.8 * 22 + 0.5
    assert not hard(after, until=day(3, "sun"))


def test_three_days_off_change_nothing_of_the_week_after():
    state = ran(life(kinds={"thu": "tempo"}), "1tue", 5)
    state["pauses"].append({"from": day(1, "thu"), "to": day(1, "sat"), "kind": "holiday"})
    state["today"] = day(1, "sun")
    _, after = judged(state)
    assert km(after, 2) == 22
    assert run_of(after, "2thu")["type"] == "tempo"
