"""Rule 1: the last runs were too easy. More in the following week, and one run of another kind."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from runs.training import growing, workouts
from runs.training.history import WEEK, Adjustment, Change, History, Run, Session, monday_of

BELOW = 4
MORE, MUCH_MORE = 1.10, 1.15
MOST_RUNS = 5
ENOUGH_DONE = 0.7
SAID_WITHIN = timedelta(days=14)


def judge(history: History, today: date) -> Iterator[Adjustment]:
    evidence, following = _evidence(history, today), monday_of(today) + WEEK
    if len(evidence) < 2 or not growing.is_time(history, following, today=today):
        return
    before = growing.week_of(history, following, today=today)
    factor = MUCH_MORE if all(_is_below_expected(history, told) for told in evidence) else MORE
    grown = growing.longer(history, before, factor)
    after, varied = growing.with_variation(history.with_runs(grown), grown, ("tempo",), today=today)
    changes = tuple(Change(old, new) for old, new in zip(before, after, strict=True) if old != new)
    if changes:
        reason = _reason(history, evidence, before, after, varied)
        yield Adjustment("too_easy", reason, today, tuple(told.run_id for told in evidence), changes)


def _evidence(history: History, today: date) -> list[Session]:
    """The unbroken row of runs rated below 4 at the end. Recovery runs are no evidence; a run cut short, or one that
    nobody rated, ends it."""
    done = sorted((run for run in history.runs if run.status == "completed"), key=lambda run: (run.on, run.at, run.id))
    found: list[Session] = []
    for run in reversed(done):
        told = history.of_run.get(run.id)
        if run.type == "recovery":
            continue
        if not told or not is_evidence(history, told) or run.id in history.spent or told.on < today - SAID_WITHIN:
            break
        found.insert(0, told)
    return found


def is_evidence(history: History, told: Session) -> bool:
    run = history.by_id.get(told.run_id)
    is_easy = told.difficulty is not None and told.difficulty < BELOW
    return is_easy and not (run and is_cut_short(run, told))


def is_cut_short(run: Run, told: Session) -> bool:
    return told.distance_km is not None and told.distance_km < ENOUGH_DONE * run.distance_km


def _is_below_expected(history: History, told: Session) -> bool:
    return (told.difficulty or 0) < workouts.EXPECTED_EFFORT[history.by_id[told.run_id].type][0]


def _reason(
    history: History, evidence: Sequence[Session], before: list[Run], after: list[Run], varied: Run | None
) -> str:
    ratings = [str(told.difficulty) for told in evidence[-2:]]
    said = ratings[0] if ratings[0] == ratings[-1] else " and ".join(ratings)
    count = {2: "two", 3: "three"}.get(len(evidence), str(len(evidence)))
    reason = f"You rated the last {count} runs {said}. {more_of(before, after, varied, 'Next week')}"
    days = len(history.asked.available_days) or 7
    if history.asked.weekly_frequency < min(MOST_RUNS, days):
        reason += " If you like, one run a week more would fit too."
    return reason


def more_of(before: list[Run], after: list[Run], varied: Run | None, week: str) -> str:
    """ "Next week is 10 % longer, and Thursday's easy run becomes a tempo run." """
    was, now = (sum(run.distance_km for run in runs) for runs in (before, after))
    longer = f"{week} is {round(100 * (now / was - 1))} % longer" if was and now - was >= growing.LEAST_KM else ""
    change = ""
    if varied and varied.is_hard:
        kind = {"tempo": "a tempo run", "hills": "hills"}.get(varied.type, f"{varied.type.replace('_', ' ')}")
        change = f"{varied.on:%A}'s easy run becomes {kind}"
    elif varied:
        change = f"{varied.on:%A}'s easy run gets a few strides"
    words = ", and ".join(filter(None, [longer, change]))
    return f"{words[:1].upper()}{words[1:]}."
