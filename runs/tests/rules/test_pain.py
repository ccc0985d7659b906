"""Rule 3, pain: rest, less and nothing hard, and a second report goes to somebody who knows."""

from copy import deepcopy
from datetime import timedelta

import pytest

from runs.tests.invariants.words import on
from runs.tests.judging import judged
from runs.tests.rules.eight_weeks import KNEE, day, hard, km, life, ran, rules, run_of


def hurt(name="1tue", **pain):
    return ran(life(kinds={"thu": "tempo"}), name, 5, pain={**KNEE, **pain})


@pytest.mark.parametrize(("severity", "more"), [(3, 1), (4, 2), (8, 2), (None, 1)])
@pytest.mark.parametrize("days", [("tue", "thu", "sun"), ("mon", "tue", "wed", "thu", "sun")])
def test_pain_makes_the_next_run_rest_and_one_or_two_days_more(severity, more, days):
    state = ran(life(days=days, kinds={"thu": "tempo"}), "1tue", 5, pain={**KNEE, "severity": severity})
    made, after = judged(state)
    assert rules(made) == ["pain"]
    resting = [run for run in after["runs"] if run["status"] == "rest"]
    following = [run["id"] for run in state["runs"] if run["date"] > state["today"]]
    assert [run["id"] for run in resting] == following[: len(resting)]
    assert len(resting) in (2, 3)
    until = (on(resting[0]) + timedelta(days=more)).isoformat()
    assert not [run for run in after["runs"] if run["status"] == "scheduled" and state["today"] < run["date"] <= until]


@pytest.mark.parametrize(("severity", "share"), [(3, 0.7), (5, 0.7), (6, 0.6), (9, 0.6)])
def test_pain_takes_30_or_40_per_cent_of_the_following_week(severity, share):
    made, after = judged(hurt(severity=severity))
    assert km(after, 2) == pytest.approx(share * 22, abs=0.5)
    assert f"{round(100 - 100 * share)} %" in made[0]["reason"]


@pytest.mark.parametrize("severity", [2, 4, 8])
def test_after_pain_the_old_volume_waits_until_the_third_week(severity):
    _, after = judged(hurt(severity=severity))
    assert 0 < km(after, 3) <= 1.3 * km(after, 2) + 0.5
    assert km(after, 3) < 22
    assert not hard(after, until="2026-03-17")
    assert hard(after, until=day(8, "sun"))


def test_pain_asks_for_recovery_and_says_where():
    made, _ = judged(hurt())
    tasks = [task for task in made[0]["tasks"] if task["category"] == "recovery"]
    assert tasks
    assert any("left knee" in f"{task['title']} {task['description']}" for task in tasks)
    assert "left knee" in made[0]["reason"]
    assert not any("doctor" in task["title"] for task in tasks)


def test_there_is_no_more_for_14_days_after_pain():
    _, state = judged(hurt("1tue"))
    ran(ran(state, "2thu", 2), "2sun", 2)
    assert judged(state)[0] == []


def test_a_second_report_sends_the_runner_to_somebody_who_knows():
    _, state = judged(hurt("1tue"))
    made, after = judged(ran(state, "2thu", 5, pain=KNEE))
    assert rules(made) == ["pain"]
    assert made[0]["evidence"] == ["2thu"]
    assert any("doctor" in task["title"] for task in made[0]["tasks"])
    assert not hard(after, until="2026-03-26")


def test_after_a_second_report_nothing_is_hard_until_a_run_without_pain():
    _, state = judged(hurt("1tue"))
    _, state = judged(ran(state, "2thu", 5, pain=KNEE))
    state["today"] = day(5, "mon")
    for run in state["runs"]:
        if run["date"] < state["today"] and run["status"] in ("scheduled", "rescheduled"):
            run["status"] = "missed"
    _, painful = judged(deepcopy(state))
    assert not hard(painful, until=day(5, "sun"))
    ran(state, "4thu", 4)
    _, free = judged(state)
    assert run_of(free, "6thu")["type"] == "tempo"


def test_a_report_15_days_later_is_a_first_one_again():
    _, state = judged(hurt("1tue"))
    made, _ = judged(ran(state, "3thu", 5, pain=KNEE))
    assert rules(made) == ["pain"]
    assert not any("doctor" in task["title"] for task in made[0]["tasks"])
