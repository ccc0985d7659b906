"""An undo puts back what nobody touched since, and nothing on a day that was run on."""

from dataclasses import replace
from datetime import date

from runs.tests.judging import judged
from runs.tests.rules.eight_weeks import day, life, ran, run_of
from runs.training import adapt_reading, going_back


def test_an_undo_puts_back_what_nobody_touched_since():
    before = ran(ran(life(), "1tue", 2), "1thu", 2)
    _, state = judged(before)
    run_of(state, "2tue").update(date=day(2, "mon"), status="rescheduled")
    _, history = adapt_reading.parsed(state)
    undone = going_back.undo(history, history.adjustments[0], today=date.fromisoformat(state["today"]))
    assert undone.left == ("2tue",)
    assert {run.id: run.distance_km for run in undone.restored} == {"2thu": 6}


def test_an_undo_puts_nothing_on_a_day_that_was_run_on():
    _, state = judged(ran(ran(life(), "1tue", 2), "1thu", 2))
    _, history = adapt_reading.parsed(state)
    made = history.adjustments[0]
    moved = [
        replace(change, before=change.before.moved(date.fromisoformat(day(1, "thu")))) for change in made.changes[:1]
    ]
    undone = going_back.undo(history, replace(made, changes=tuple(moved)), today=date.fromisoformat(day(1, "mon")))
    assert undone.restored == ()
