"""Rule 5, progress: four good weeks ask for a tenth more, and a yes makes it so."""

from datetime import date

import pytest

from runs.tests.invariants.words import on
from runs.tests.judging import judged, plain
from runs.tests.rules.eight_weeks import DAYS, day, km, life, missed, ran, rules
from runs.training import adapt_reading, adaptation, snapshots


def four_good_weeks(*, easy=4, demanding=6, missing=()):
    state = life(kinds={"thu": "tempo"})
    felt = {"tue": easy, "thu": demanding, "sun": demanding}
    for run in [run for run in state["runs"] if run["date"] < day(5, "mon")]:
        if run["id"] in missing:
            missed(state, run["id"])
        else:
            ran(state, run["id"], felt[DAYS[on(run).weekday()]])
    state["today"] = day(5, "mon")
    return state


def test_four_good_weeks_ask_for_10_per_cent_more():
    state = four_good_weeks()
    made, after = judged(state)
    assert rules(made) == ["progress"]
    assert made[0]["needs_confirmation"]
    assert [run["distance_km"] for run in after["runs"]] == [run["distance_km"] for run in state["runs"]]
    assert len(made[0]["evidence"]) == 12


def test_accepted_they_become_a_week_of_10_per_cent_more():
    _, state = judged(four_good_weeks())
    _, history = adapt_reading.parsed(state)
    history, changes = adaptation.accept(history, history.adjustments[-1], today=date.fromisoformat(state["today"]))
    assert changes
    after = {**state, "runs": plain([snapshots.run(run) for run in history.runs])}
    grown = [number for number in range(5, 9) if km(after, number) > 22]
    assert len(grown) == 1
    assert km(after, grown[0]) == pytest.approx(1.1 * 22, abs=0.5)


@pytest.mark.parametrize(
    "weeks",
    [
        {"missing": ("1tue", "2thu", "4tue")},
        {"demanding": 8},
        {"demanding": 4},
        {"easy": 6},
    ],
)
def test_weeks_that_were_not_good_ask_for_nothing(weeks):
    assert "progress" not in rules(judged(four_good_weeks(**weeks))[0])
