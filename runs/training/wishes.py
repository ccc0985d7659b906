"""What a runner asks of the schedule themselves: a shorter run, an easier week, the same week again, two runs swapped.

Pure: changes out, or `Impossible` with the words for the runner.
"""

from dataclasses import replace
from datetime import date

from runs.training import moves
from runs.training.history import WEEK, Change, History, Run, monday_of

EASIER = 0.8
LIGHT = ("taper", "race", "recovery")


class Impossible(Exception):
    """The message is for the runner."""


def shorten(run: Run, *, distance_km: float) -> tuple[Change, ...]:
    """The run with fewer kilometres."""
    if run.is_race:
        raise Impossible("The race has its own distance. Let it go, or run it as it is.")
    if distance_km >= run.distance_km - 0.05:
        raise Impossible("That is not shorter. Choose less than it is now.")
    if distance_km < run.least_km - 0.05:
        raise Impossible("That is hardly a run. Let it go instead.")
    return (Change(run, run.resized(distance_km)),)


def ease_week(history: History, monday: date, *, today: date) -> tuple[Change, ...]:
    """What is left of a week, a fifth shorter and all easy."""
    runs = [run for run in history.ahead(today) if run.monday == monday]
    if not runs:
        raise Impossible("Nothing of that week is left to run.")
    changes = (Change(run, run.scaled(EASIER).as_easy()) for run in runs)
    return _some(changes, "These runs are as easy as they get. Let one go, or pause for some days.")


def repeat_week(history: History, *, today: date) -> tuple[Change, ...]:
    """Next week's runs at the size and kind of this week's; never more than was planned."""
    this, following = monday_of(today), monday_of(today) + WEEK
    if history.season(following).phase in LIGHT:
        raise Impossible("Next week is part of the way down to your race. It stays as it is.")
    ahead = [run for run in history.ahead(today) if run.monday == following]
    model = [run for run in history.runs if run.monday == this and run.status != "rest" and not run.is_race]
    model = [run for run in model if not run.off_plan]
    if not ahead or not model:
        raise Impossible("There is no week to repeat yet.")
    changes = (Change(run, _like(run, like)) for run, like in _pairs(ahead, model))
    return _some(changes, "Next week is no harder than this one already.")


def _pairs(ahead: list[Run], model: list[Run]) -> list[tuple[Run, Run]]:
    """The longest beside the longest, and so on down; the shortest of this week for what is over."""
    by_size = sorted(model, key=lambda run: (-run.is_long, -run.planned_km))
    ranked = sorted(ahead, key=lambda run: (-run.is_long, -run.distance_km))
    return [(run, by_size[min(at, len(by_size) - 1)]) for at, run in enumerate(ranked)]


def _like(run: Run, model: Run) -> Run:
    after = run.resized(min(run.distance_km, model.planned_km))
    return after if model.is_hard else after.as_easy()


def swap(one: Run, other: Run, *, calendar: moves.Calendar) -> tuple[Change, ...]:
    """Two runs on each other's days. Raises Impossible with the first objection."""
    if one.is_race or other.is_race:
        raise Impossible("The race stays on its day.")
    if one.on == other.on:
        raise Impossible("They are on the same day already.")
    for verdict in swap_verdicts(one, other, calendar=calendar):
        if verdict.objection:
            raise Impossible(verdict.objection)
    return Change(one, replace(one.moved(other.on), at=other.at)), Change(
        other, replace(other.moved(one.on), at=one.at)
    )


def swap_verdicts(one: Run, other: Run, *, calendar: moves.Calendar) -> tuple[moves.Verdict, moves.Verdict]:
    """What speaks against either, each judged with the other where it will be. `calendar` holds neither."""
    return _on_day_of(one, other, calendar), _on_day_of(other, one, calendar)


def _on_day_of(run: Run, other: Run, calendar: moves.Calendar) -> moves.Verdict:
    there = moves.Run(run.on, other.type, other.distance_km, other.status)
    with_other = replace(calendar, others=(*calendar.others, there))
    return moves.judge(moves.Run(run.on, run.type, run.distance_km, run.status), other.on, calendar=with_other)


def _some(changes: object, otherwise: str) -> tuple[Change, ...]:
    found = tuple(change for change in changes if change.before != change.after)  # type: ignore[attr-defined]
    if not found:
        raise Impossible(otherwise)
    return found
