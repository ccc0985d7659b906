"""Rule 2, too hard: two runs of nine or more make what follows shorter and easy."""

import pytest

from runs.tests.invariants.calendar import HARD
from runs.tests.judging import judged
from runs.tests.rules.eight_weeks import life, ran, rules, run_of, week


def test_too_hard_takes_30_per_cent_and_a_run_and_makes_all_easy():
    state = ran(ran(life(kinds={"thu": "tempo"}), "1sun", 9), "2tue", 10)
    made, after = judged(state)
    assert rules(made) == ["too_hard"]
    assert made[0]["evidence"] == ["1sun", "2tue"]
    soon = [run for run in after["runs"] if state["today"] < run["date"] <= "2026-03-17"]
    rests = [run["id"] for run in soon if run["status"] == "rest"]
    assert len(rests) == 1
    for run in soon:
        if run["id"] not in rests:
            assert run["distance_km"] == pytest.approx(0.7 * run_of(state, run["id"])["distance_km"], abs=0.06)
            assert run["type"] not in HARD
    later = [run for run in after["runs"] if run["date"] > "2026-03-24"]
    assert [run["distance_km"] for run in later] == [run_of(state, run["id"])["distance_km"] for run in later]
    assert "You rated the last two runs 9 and 10." in made[0]["reason"]


def test_too_hard_takes_20_per_cent_where_nine_was_meant():
    state = ran(ran(life(kinds={"1thu": "intervals", "2thu": "intervals"}), "1thu", 9), "2thu", 9)
    _, after = judged(state)
    assert week(after, 2)["sun"]["distance_km"] == pytest.approx(8)


def test_too_hard_never_goes_under_40_per_cent_of_the_plan():
    state = life()
    run_of(state, "2thu").update(planned_distance_km=12)
    run_of(state, "2sun").update(planned_distance_km=22)
    _, after = judged(ran(ran(state, "1sun", 9), "2tue", 9))
    left = [run["distance_km"] for run in week(after, 2).values()]
    assert set(left) <= {4.8, 8.8}
    assert left


def test_two_eights_are_not_too_hard():
    assert judged(ran(ran(life(), "1tue", 8), "1thu", 8))[0] == []
