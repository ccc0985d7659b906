"""Rule 4, obstacles: the run goes to a free day, and what got in its way becomes a task."""

from runs.tests.judging import judged
from runs.tests.rules.eight_weeks import life, rules, run_of


def skipped(state, name, reason):
    state["today"] = run_of(state, name)["date"]
    run_of(state, name)["status"] = "skipped"
    state["skips"].append({"run_id": name, "reason": reason})
    return state


def test_what_got_in_the_way_moves_the_run_to_a_free_day_and_becomes_a_task():
    state = life(days=("tue", "thu", "sun"), available_days=["tue", "wed", "thu", "fri", "sun"])
    made, after = judged(skipped(state, "1tue", "It rained all day"))
    assert rules(made) == ["obstacle"]
    run = run_of(after, "1tue")
    assert (run["date"], run["status"]) == ("2026-03-04", "rescheduled")
    assert made[0]["tasks"]
    assert all(task["due_on"] <= run["date"] for task in made[0]["tasks"])
    assert "It rained all day" in made[0]["reason"]


def test_without_a_free_day_the_run_is_let_go():
    made, after = judged(skipped(life(), "1tue", "It rained all day"))
    assert rules(made) == ["obstacle"]
    assert (run_of(after, "1tue")["status"], run_of(after, "1tue")["date"]) == ("skipped", "2026-03-03")
    assert all(task["due_on"] <= "2026-03-05" for task in made[0]["tasks"])


def test_a_hard_run_does_not_move_beside_another():
    kinds = {"mon": "tempo", "thu": "intervals"}
    state = life(
        days=("mon", "thu", "fri", "sun"), kinds=kinds, available_days=["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    )
    _, after = judged(skipped(state, "1mon", "my shoes are wet"))
    assert run_of(after, "1mon")["date"] == "2026-03-03"
    run_of(state, "1thu")["date"] = "2026-03-04"
    _, after = judged(state)
    assert run_of(after, "1mon")["date"] not in ("2026-03-03", "2026-03-05")
