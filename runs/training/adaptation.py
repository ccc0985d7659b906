"""The coach's judgement: what follows for the schedule from what happened. Pure: a history in, adjustments out.

Each session, miss and skip is evidence once; `judge` on its own result finds nothing more. The rules stand in `rules`,
a module each; here is which comes first, what they may never do, and the way back.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from runs.training import going_back, growing, keeping, shaping
from runs.training.going_back import Undone
from runs.training.history import Adjustment, Change, History, monday_of
from runs.training.rules import coming_back, misses, obstacle, pain, progress, red_flag, too_easy, too_hard

# The gravest first. A pause is no judgement: it stands apart.
PRECEDENCE = ("red_flag", "pain", "too_hard", "misses", "obstacle", "too_easy", "progress")
RULES: tuple[tuple[str, Callable[[History, date], Iterator[Adjustment]]], ...] = (
    ("return", coming_back.judge),
    ("pain", pain.judge),
    ("too_hard", too_hard.judge),
    ("misses", misses.judge),
    ("obstacle", obstacle.judge),
    ("too_easy", too_easy.judge),
    ("progress", progress.judge),
)
# Rounds until the sizes of run/walks and the limits agree; two or three do.
MOST_ROUNDS = 6
HELD = "The last weeks went otherwise than planned, so I made what lies ahead fit them."
ALSO = "Some runs ahead are shorter or easier too, to fit."
EASED = "I made some runs ahead easy ones: hard days need room around them, and time after pain or days off."


@dataclass(frozen=True)
class Judgement:
    """The history as it is now, and what was adjusted, in order. `withdrawn`: earlier adjustments that no longer rest
    on anything, each with what was put back."""

    history: History
    adjustments: tuple[Adjustment, ...] = ()
    withdrawn: tuple[tuple[Adjustment, Undone], ...] = ()


def judge(history: History, *, today: date) -> Judgement:
    """What follows. A red flag stands before everything; while it lasts nothing else is judged."""
    for flagged in () if history.is_suspended else red_flag.judge(history, today):
        return Judgement(_with(history, flagged), (flagged,))
    if history.is_suspended:
        return Judgement(history)
    history, withdrawn = going_back.withdraw(history, today)
    made: list[Adjustment] = []
    for name, rule in RULES:
        if _is_outranked(name, history.adjustments, today):
            continue
        for found in rule(history, today):
            now, adjustment = apply(history, found)
            if adjustment.changes or not adjustment.asks:
                history = now
                made.append(adjustment)
    return _held(history, made, withdrawn, today)


def accept(history: History, proposal: Adjustment, *, today: date) -> tuple[History, tuple[Change, ...]]:
    """The runner says yes: what of it is still possible. Runs touched since, or behind, stay as they are; after pain, a
    pause or another increase nothing is."""
    monday = min((change.before.monday for change in proposal.changes if change.before), default=today)
    others = tuple(made for made in history.adjustments if made is not proposal)
    if not growing.is_time(replace(history, adjustments=others), monday, today=today):
        return history, ()
    possible = [
        change
        for change in proposal.changes
        if change.after
        and going_back.is_as(history.by_id.get(change.run_id), change.before)
        and change.after.on >= today
    ]
    accepted = history.with_runs(change.after for change in possible if change.after)
    held, limits = _hold(accepted, today)
    return held, _merged(tuple(possible), limits)


def _is_outranked(name: str, made: Iterable[Adjustment], today: date) -> bool:
    """A lower rule does not fire in the week of a higher one."""
    if name not in PRECEDENCE:
        return False
    higher, monday = PRECEDENCE[: PRECEDENCE.index(name)], monday_of(today)
    return any(one.rule in higher and not one.is_off and monday_of(one.on) == monday for one in made)


def apply(history: History, found: Adjustment) -> tuple[History, Adjustment]:
    """The history with an adjustment made, and the adjustment with all that follows for each run."""
    changes = tuple(shaping.finished(change, history) for change in found.changes)
    adjustment = replace(found, changes=tuple(change for change in changes if change.before != change.after))
    if not adjustment.asks:
        gone = frozenset(change.run_id for change in adjustment.changes if change.after is None)
        history = history.with_runs((change.after for change in adjustment.changes if change.after), without=gone)
    return _with(history, adjustment), adjustment


def _with(history: History, made: Adjustment) -> History:
    return replace(history, adjustments=(*history.adjustments, made))


def _held(
    history: History, made: list[Adjustment], withdrawn: tuple[tuple[Adjustment, Undone], ...], today: date
) -> Judgement:
    """The limits hold again. What they ask for is part of the first adjustment made, or else one of its own."""
    held, changes = _hold(history, today)
    if not changes:
        return Judgement(history, tuple(made), withdrawn)
    earlier = history.adjustments[: len(history.adjustments) - len(made)]
    first = next((at for at, one in enumerate(made) if not one.asks), None)
    if first is None:
        made.append(_limit(history, changes, today))
    else:
        made[first] = _together(made[first], changes)
    return Judgement(replace(held, adjustments=(*earlier, *made)), tuple(made), withdrawn)


def _together(made: Adjustment, limits: list[Change]) -> Adjustment:
    """An adjustment with what the limits ask for after it."""
    touched = {change.run_id for change in made.changes}
    says_more = any(change.run_id not in touched for change in limits)
    reason = f"{made.reason} {ALSO}" if says_more else made.reason
    return replace(made, reason=reason, changes=_merged(made.changes, limits))


def _hold(history: History, today: date) -> tuple[History, list[Change]]:
    """The history within the limits, and what had to change. A run/walk has only so many sizes: what it comes to is
    looked at again."""
    changes: tuple[Change, ...] = ()
    for _ in range(MOST_ROUNDS):
        held = keeping.hold(history, today=today)
        now = [shaping.finished(Change(history.by_id[run.id], run), history) for run in held]
        now = [change for change in now if change.before != change.after]
        if not now:
            break
        history = history.with_runs(change.after for change in now if change.after)
        changes = _merged(changes, now)
    return history, list(changes)


def _limit(history: History, changes: list[Change], today: date) -> Adjustment:
    is_shorter = any(c.before and c.after and c.after.distance_km < c.before.distance_km for c in changes)
    missed = (run for run in history.runs if run.status == "missed" and run.on < today)
    evidence = tuple(run.id for run in missed if (today - run.on).days <= 30)
    return Adjustment("return", HELD if is_shorter else EASED, today, evidence, tuple(changes))


def _merged(changes: tuple[Change, ...], more: list[Change]) -> tuple[Change, ...]:
    """One change a run: from how it was at first to how it is at last."""
    by_run = {change.run_id: change for change in changes}
    for change in more:
        first = by_run.get(change.run_id, change)
        by_run[change.run_id] = replace(change, before=first.before)
    return tuple(change for change in by_run.values() if change.before != change.after)
