"""Rule 2: the last runs were too hard. Less, easier, and one more rest day."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from runs.training import workouts
from runs.training.history import DAY, WEEK, Adjustment, Change, History, Run, Session, monday_of

ABOVE = 8
LESS, LITTLE_LESS = 0.7, 0.8
LEAST_SHARE = 0.4
# What was told longer ago says little of today.
SAID_WITHIN = timedelta(days=21)


def judge(history: History, today: date) -> Iterator[Adjustment]:
    evidence = _evidence(history, today)
    if len(evidence) < 2:
        return
    # Whole weeks, 7-13 days: half of one would leave its long run the shorter one.
    until = monday_of(today) + 2 * WEEK - DAY
    ahead = history.ahead(today, until=until)
    factor = LITTLE_LESS if all(_was_meant_to_be_hard(history, told) for told in evidence) else LESS
    rest = _extra_rest(ahead, today)
    after = [run.as_rest() if run is rest else _eased(run, factor) for run in ahead]
    changes = tuple(Change(old, new) for old, new in zip(ahead, after, strict=True) if old != new)
    if changes:
        reason = _reason(evidence, factor, rest, until)
        yield Adjustment("too_hard", reason, today, tuple(told.run_id for told in evidence), changes)


def _evidence(history: History, today: date) -> list[Session]:
    """The unbroken run of ratings above 8 at the end, that nothing rests on yet."""
    found: list[Session] = []
    for told in reversed(history.told):
        if told.difficulty is None:
            continue
        if told.difficulty <= ABOVE or told.run_id in history.spent or told.on < today - SAID_WITHIN:
            break
        found.insert(0, told)
    return found


def _was_meant_to_be_hard(history: History, told: Session) -> bool:
    return workouts.EXPECTED_EFFORT[history.by_id[told.run_id].type][1] > ABOVE


def _extra_rest(ahead: Sequence[Run], today: date) -> Run | None:
    """The run to give back as rest: a hard one first, else the shortest, of the next seven days where that leaves
    one, else of the whole window where that leaves two."""
    soon = [run for run in ahead if run.on <= today + timedelta(days=7)]
    if len(soon) < 2:
        soon = list(ahead) if len(ahead) >= 3 else []
    if not soon:
        return None
    return min(soon, key=lambda run: (not run.is_hard, run.is_long, run.distance_km))


def _eased(run: Run, factor: float) -> Run:
    least = min(run.distance_km, run.planned_km * LEAST_SHARE)
    return run.resized(max(run.distance_km * factor, least)).as_easy()


def _reason(evidence: Sequence[Session], factor: float, rest: Run | None, until: date) -> str:
    ratings = [str(told.difficulty) for told in evidence[-2:]]
    said = ratings[0] if ratings[0] == ratings[-1] else " and ".join(ratings)
    count = {2: "two", 3: "three"}.get(len(evidence), str(len(evidence)))
    less = f"Your runs until Sunday {until.day} {until:%B} are {round((1 - factor) * 100)} % shorter and easy"
    words = f"You rated the last {count} runs {said}. {less}"
    return f"{words}, with one more rest day." if rest else f"{words}."
