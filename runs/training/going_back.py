"""The way back: adjustments undone by the runner, and withdrawn when nothing speaks for them any more."""

from dataclasses import dataclass, replace
from datetime import date, time

from runs.training import grounds, moves
from runs.training.history import DAY, Adjustment, Change, History, Run, monday_of


@dataclass(frozen=True)
class Undone:
    """What an undo puts back, as it was, and what it has to leave, by id."""

    restored: tuple[Run, ...] = ()
    left: tuple[str, ...] = ()


def undo(history: History, adjustment: Adjustment, *, today: date, at: time = time.min) -> Undone:
    """Put back exactly those runs that nobody has touched since and that still lie ahead of today, `at` that time."""
    untouched = {
        change.run_id: change.before
        for change in adjustment.changes
        if change.before and _may_go_back(history.by_id.get(change.run_id), change, today, at)
    }
    if _is_of_another_plan(history, adjustment):
        untouched = {}
    untouched = {
        id_: run for id_, run in untouched.items() if id_ in history.by_id or _has_room(history, run, adjustment)
    }
    restored = _with_a_day(history, untouched)
    left = tuple(change.run_id for change in adjustment.changes if change.run_id not in restored)
    return Undone(tuple(restored.values()), left)


def _with_a_day(history: History, wanted: dict[str, Run]) -> dict[str, Run]:
    """Those whose day is free, or freed by another that goes back: two that were swapped change places again.

    A day that was run on already is not free.
    """
    while True:
        taken = {run.on: run.id for run in history.runs if _has_its_day(run) and run.id not in wanted}
        taken |= {run.on: run.id for run in reversed(wanted.values()) if run.is_pending}
        fitting = {id_: run for id_, run in wanted.items() if not run.is_pending or taken[run.on] == id_}
        standing = {run.on for run in history.runs if _has_its_day(run) and run.id not in fitting}
        fitting = {id_: run for id_, run in fitting.items() if not run.is_pending or run.on not in standing}
        if len(fitting) == len(wanted):
            return fitting
        wanted = fitting


def _has_its_day(run: Run) -> bool:
    return run.is_pending or run.status == "completed"


def _is_of_another_plan(history: History, made: Adjustment) -> bool:
    """The runner has changed the goal since: what lies ahead was made anew."""
    return any(later.rule == "change_of_goal" and later.on >= made.on for later in history.adjustments)


def _has_room(history: History, run: Run, made: Adjustment) -> bool:
    """Whether a run that was taken out still fits: the plan may be another one by now."""
    race_on = history.race_on
    if race_on and (run.on >= race_on or (run.on == race_on - DAY and run.distance_km > moves.LONGEST_ON_THE_EVE_KM)):
        return False
    standing = [
        one for one in history.runs if one.monday == run.monday and (one.is_pending or one.status == "completed")
    ]
    return len(standing) < (made.frequency or history.asked.weekly_frequency)


def _may_go_back(now: Run | None, change: Change, today: date, at: time) -> bool:
    before = change.before
    if before is None or (before.is_pending and (before.on, before.at) < (today, at)):
        return False
    if change.after is None:
        return now is None
    return now is not None and is_as(now, change.after) and now.on >= today


def is_as(run: Run | None, then: Run | None) -> bool:
    """Whether nobody has touched a run since."""
    if run is None or then is None:
        return run is then
    return _marks(run) == _marks(then)


def _marks(run: Run) -> tuple[object, ...]:
    return run.on, run.at, run.type, round(run.distance_km, 2), run.duration_min, run.status


def withdraw(history: History, today: date) -> tuple[History, tuple[tuple[Adjustment, Undone], ...]]:
    """A rating was corrected, or a run told as done after all: what rested on it goes, if it has not begun."""
    withdrawn = []
    # The latest first: what it changed is then as the one before it left it.
    for made in reversed(history.adjustments):
        if made.is_off or grounds.hold(made, history) or _has_begun(made, today):
            continue
        undone = undo(history, made, today=today)
        if undone.restored or made.asks or not made.changes:
            history = history.with_runs(undone.restored)
            withdrawn.append((made, undone))
    gone = {id(made) for made, _ in withdrawn}
    kept = tuple(
        replace(made, is_off=True, is_withdrawn=True) if id(made) in gone else made for made in history.adjustments
    )
    return replace(history, adjustments=kept), tuple(withdrawn)


def _has_begun(made: Adjustment, today: date) -> bool:
    """The week that it changes; or, where it changed the days right after it, the first of those runs."""
    days = [run.on for change in made.changes if (run := change.before or change.after)]
    if not days:
        return False
    first = min(days)
    starts_on = monday_of(first) if monday_of(first) > monday_of(made.on) else first
    return today >= starts_on
