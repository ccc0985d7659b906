"""Red flags stop everything until a doctor's word."""

import pytest

from runs.tests.judging import judged, plain
from runs.tests.rules.eight_weeks import day, life, ran, rules
from runs.training import adapt_contract


@pytest.mark.parametrize(
    "words",
    [
        "I had chest pain on the hill",
        "there was a tightness in my chest",
        "I fainted after the run",
        "I got dizzy and collapsed",
        "I am breathless at rest",
        "I cannot bear weight on it",
        "my arm is numb after a fall",
    ],
)
def test_a_red_flag_stops_everything(words):
    state = ran(ran(life(), "1tue", 9), "1thu", 9, notes=words)
    made, after = judged(state)
    assert rules(made) == ["red_flag"]
    assert any(task["due_on"] == state["today"] for task in made[0]["tasks"])
    assert "medical help" in made[0]["reason"]
    answer = adapt_contract.answer(plain(state))
    assert answer["suspended"]
    assert [run["status"] for run in after["runs"]] == [run["status"] for run in state["runs"]]


def test_while_it_stands_nothing_else_is_judged_and_a_doctors_word_ends_it():
    _, state = judged(ran(life(), "1tue", 5, notes="chest pain"))
    ran(ran(state, "1thu", 9), "1sun", 9)
    assert judged(state)[0] == []
    state["adjustments"][0]["cleared"] = True
    assert judged(state)[0] == [], "the week of the red flag is no week for lower rules"
    state["today"] = day(2, "mon")
    made, _ = judged(state)
    assert rules(made) == ["too_hard"]
    assert not adapt_contract.answer(plain(state))["suspended"]
