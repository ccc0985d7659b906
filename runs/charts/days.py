"""The streak calendar: what became of every day, twelve weeks side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from runs.charts.history import WEEKS, History, is_done, monday, ran_on
from runs.models import ScheduledRun

LABELS = {
    "done": "Done",
    "moved": "Moved here",
    "ahead": "Planned",
    "paused": "Paused",
    "skipped": "Skipped",
    "missed": "Missed",
    "rest": "Rest",
}
# How a run's status is told on its day. What stands first wins when a day has several.
STATES = {
    ScheduledRun.Status.COMPLETED: "done",
    ScheduledRun.Status.RESCHEDULED: "moved",
    ScheduledRun.Status.SCHEDULED: "ahead",
    ScheduledRun.Status.SKIPPED: "skipped",
    ScheduledRun.Status.MISSED: "missed",
    ScheduledRun.Status.REST: "rest",
}


@dataclass(frozen=True)
class Day:
    on: date
    state: str
    is_today: bool

    @property
    def label(self) -> str:
        return LABELS[self.state]


@dataclass(frozen=True)
class Calendar:
    """`rows` are the weekdays, Monday first; each has a day of every week."""

    mondays: list[date]
    rows: list[list[Day]]

    @property
    def heads(self) -> list[tuple[date, bool]]:
        """The weeks, and whether a month's name goes above one: at its first week, unless the next name is too near."""
        changes = [at for at, first in enumerate(self.mondays) if at == 0 or first.month != self.mondays[at - 1].month]
        named = [at for at in changes if at + 1 not in changes]
        return [(first, at in named) for at, first in enumerate(self.mondays)]

    @property
    def states(self) -> list[tuple[str, str]]:
        """The states there are, with their labels: all that the key has to explain."""
        there = {day.state for row in self.rows for day in row}
        return [(state, label) for state, label in LABELS.items() if state in there]


def calendar(history: History) -> Calendar:
    mondays = _mondays(history)
    by_day = _by_day(history.runs)
    rows = [[_day(history, by_day, first + timedelta(days=number)) for first in mondays] for number in range(7)]
    return Calendar(mondays, rows)


def _mondays(history: History) -> list[date]:
    """Up to this week; a young plan shows weeks ahead as well."""
    first = history.mondays[0] if history.mondays else monday(history.today)
    last = max((monday(run.scheduled_on) for run in history.runs), default=first)
    last = max(monday(history.today), last)
    return [first + timedelta(weeks=number) for number in range(min(WEEKS, (last - first).days // 7 + 1))]


def _by_day(runs: Sequence[ScheduledRun]) -> Mapping[date, set[str]]:
    """The states of a day's runs. One done ahead of its day stands where it was run."""
    by_day: dict[date, set[str]] = {}
    for run in runs:
        on = ran_on(run) if is_done(run) else run.scheduled_on
        by_day.setdefault(on, set()).add(STATES[ScheduledRun.Status(run.status)])
    return by_day


def _day(history: History, by_day: Mapping[date, set[str]], on: date) -> Day:
    states = by_day.get(on, set())
    if history.is_off(on) and "done" not in states:
        states = {"paused"}
    state = next((state for state in STATES.values() if state in states), next(iter(states), "rest"))
    return Day(on, state, on == history.today)
