"""Rule 6: three misses in two weeks. A call to ask what got in the way, and one run a week fewer."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from runs.training.history import WEEK, Adjustment, Change, History, Run, Task, monday_of

MANY = 3
WITHIN = timedelta(days=14)
LEAST_RUNS = 2
WORDS = {3: "Three", 4: "Four", 5: "Five", 6: "Six"}


def judge(history: History, today: date) -> Iterator[Adjustment]:
    missed = _missed(history, today)
    if len(missed) < MANY or _was_asked_lately(history, today):
        return
    dropped = _dropped(history, monday_of(today) + WEEK)
    changes = tuple(Change(run, None) for run in dropped)
    reason = f"{WORDS.get(len(missed), 'Some')} runs got away in two weeks. Let's talk about what gets in the way."
    if changes:
        reason += " From next week there is one run a week fewer; the long run stays, and nothing is to be made up for."
    evidence = tuple(run.id for run in missed)
    frequency = history.asked.weekly_frequency if changes else None
    yield Adjustment("misses", reason, today, evidence, changes, call="intervention", frequency=frequency)


def task(today: date) -> Task:
    """In place of the call, for who takes none."""
    return Task(
        "Tell me what got in the way",
        "Some runs got away lately. A short talk helps me to fit the plan to your weeks.",
        "scheduling", "high", today + timedelta(days=2),
    )  # fmt: skip


def _missed(history: History, today: date) -> list[Run]:
    """Of the last fourteen days; what fell into a pause is none, and nothing counts twice."""
    spent = history.spent_by("misses")
    runs = [run for run in history.runs if run.status == "missed" and today - WITHIN < run.on <= today]
    return sorted(
        (run for run in runs if not history.is_paused(run.on) and run.id not in spent),
        key=lambda run: (run.on, run.id),
    )


def _was_asked_lately(history: History, today: date) -> bool:
    return any(made.rule == "misses" and made.on > today - WITHIN for made in history.adjustments)


def _dropped(history: History, first: date) -> list[Run]:
    """One run of each week to come: an easy one before a hard one, the shortest first, the long run never."""
    weeks: dict[date, list[Run]] = defaultdict(list)
    for run in history.ahead(first):
        weeks[run.monday].append(run)
    # The week of the race has its own shape, and few runs.
    race_week = monday_of(history.race_on) if history.race_on else None
    return [
        min(runs, key=lambda run: (run.is_long, _is_longest(run, runs), run.is_hard, run.distance_km))
        for monday, runs in sorted(weeks.items())
        if len(runs) > LEAST_RUNS and monday != race_week
    ]


def _is_longest(run: Run, runs: list[Run]) -> bool:
    return run.distance_km == max(other.distance_km for other in runs)
