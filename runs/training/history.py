"""What the rules look at: the runs of a plan as they are now, what was told of them, and what was changed before.

Distances in km, durations in min, dates local to the runner. Plain values: a rule takes a history and gives changes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from functools import cached_property
from typing import Any

from runs.training import absences, limits, season, workouts
from runs.training.absences import Pause
from runs.training.request import Request

PENDING = frozenset({"scheduled", "rescheduled"})
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
# A week planned so much below the one before it is a lighter one.
LIGHTER = 0.92


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True)
class Run:
    """A run as it stands. `planned_km`: its distance when the plan was made; `off_plan`: added by the runner."""

    id: str
    on: date
    type: str
    distance_km: float
    planned_km: float
    duration_min: float
    status: str = "scheduled"
    at: time = time(7)
    running_min: int = 0
    effort: tuple[int, int] = (3, 4)
    steps: tuple[Mapping[str, Any], ...] = ()
    why: str = ""
    off_plan: bool = False

    @property
    def is_pending(self) -> bool:
        return self.status in PENDING

    @property
    def is_hard(self) -> bool:
        return self.type in workouts.HARD

    @property
    def is_race(self) -> bool:
        return self.type == "race"

    @property
    def is_long(self) -> bool:
        return self.type == "long"

    @cached_property
    def monday(self) -> date:
        return monday_of(self.on)

    @property
    def least_km(self) -> float:
        """No run is under 1 km or ten minutes, at this run's own pace."""
        pace_min = self.duration_min / self.distance_km if self.distance_km else 0.0
        return max(1.0, -(-10.05 / pace_min // 0.1) * 0.1) if pace_min else 1.0

    def resized(self, distance_km: float) -> "Run":
        """Never under the least, at the same pace; steps and whole minutes follow when it is finished."""
        km = round(max(distance_km, min(self.least_km, self.distance_km)), 1)
        if abs(km - self.distance_km) < 0.05:
            return self
        return replace(self, distance_km=km, duration_min=self.duration_min * km / self.distance_km)

    def scaled(self, factor: float) -> "Run":
        return self.resized(self.distance_km * factor)

    def as_easy(self) -> "Run":
        return replace(self, type="easy") if self.is_hard and not self.is_race else self

    def as_rest(self) -> "Run":
        return replace(self, type="rest", status="rest", distance_km=0.0)

    def moved(self, on: date) -> "Run":
        return replace(self, on=on, status="rescheduled")


@dataclass(frozen=True)
class Session:
    """What was told about a run. `on`: the day it was run; `order` breaks ties of a day."""

    run_id: str
    on: date
    difficulty: int | None = None
    distance_km: float | None = None
    duration_min: int | None = None
    energy: str = ""
    pain: bool = False
    pain_location: str = ""
    pain_side: str = ""
    pain_severity: int | None = None
    notes: str = ""
    order: str = ""


@dataclass(frozen=True)
class Skip:
    """A run let go, and why."""

    run_id: str
    reason: str


@dataclass(frozen=True)
class Change:
    """None before: the run is new; None after: it is taken out."""

    before: Run | None
    after: Run | None

    @property
    def run_id(self) -> str:
        run = self.before or self.after
        assert run  # noqa: S101 - a change is of something
        return run.id


@dataclass(frozen=True)
class Task:
    title: str
    description: str
    category: str
    priority: str
    due_on: date


@dataclass(frozen=True)
class Adjustment:
    """What a rule changed, on which day, and on what it rests: runs, by id.

    `asks`: it waits for the runner's yes. `is_off`: undone, declined or withdrawn; `is_withdrawn`: since what it rested
    on no longer says so. `cleared`: the runner has a doctor's word after a red flag. `frequency`: runs a week before it
    took one out; `flag`: what a human coach should look at.
    """

    rule: str
    reason: str
    on: date
    evidence: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    tasks: tuple[Task, ...] = ()
    call: str | None = None
    asks: bool = False
    pause: Pause | None = None
    is_off: bool = False
    is_withdrawn: bool = False
    cleared: bool = False
    frequency: int | None = None
    flag: str = ""

    @property
    def is_increase(self) -> bool:
        return self.rule in ("too_easy", "progress")


@dataclass(frozen=True)
class Season:
    """What a week is for, as planned."""

    phase: str = "build"
    cutback: bool = False


@dataclass(frozen=True)
class History:
    """`asked`: what the plan was made from, as declared on the day of `began_on`. `seasons`: by Monday, where known."""

    asked: Request
    runs: tuple[Run, ...]
    sessions: tuple[Session, ...] = ()
    skips: tuple[Skip, ...] = ()
    pauses: tuple[Pause, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    seasons: Mapping[date, Season] = field(default_factory=dict)
    began_on: date | None = None

    @cached_property
    def by_id(self) -> dict[str, Run]:
        return {run.id: run for run in self.runs}

    @cached_property
    def told(self) -> tuple[Session, ...]:
        """Sessions by day, oldest first; told in any order, they are the same."""
        known = [session for session in self.sessions if session.run_id in self.by_id]
        return tuple(sorted(known, key=lambda session: (session.on, session.order, session.run_id)))

    @cached_property
    def of_run(self) -> dict[str, Session]:
        return {session.run_id: session for session in self.sessions}

    @cached_property
    def spent(self) -> frozenset[str]:
        """Runs told about, that an adjustment rests on: evidence counts once, even if the runner undid that."""
        return self.spent_by("pain", "too_hard", "too_easy", "progress")

    def spent_by(self, *rules: str) -> frozenset[str]:
        made = (one for one in self.adjustments if one.rule in rules and not one.is_withdrawn)
        return frozenset(run_id for one in made for run_id in one.evidence)

    @cached_property
    def race_on(self) -> date | None:
        return max((run.on for run in self.runs if run.is_race and run.status != "rest"), default=None)

    @property
    def is_suspended(self) -> bool:
        return any(made.rule == "red_flag" and not made.cleared and not made.is_off for made in self.adjustments)

    def done_km(self, run: Run) -> float:
        """As told, else as planned; nothing when it was not run."""
        if run.status != "completed":
            return 0.0
        session = self.of_run.get(run.id)
        return run.distance_km if session is None or session.distance_km is None else session.distance_km

    def is_paused(self, day: date) -> bool:
        return any(pause.covers(day) for pause in self.pauses)

    def ahead(self, today: date, *, until: date | None = None) -> list[Run]:
        """Still to be run, in order, the race left out: it is never touched."""
        last = until or date.max
        runs = [run for run in self.runs if run.is_pending and not run.is_race and today <= run.on <= last]
        return sorted((run for run in runs if not self.is_paused(run.on)), key=lambda run: (run.on, run.id))

    def with_runs(self, changed: Iterable[Run], *, without: frozenset[str] = frozenset()) -> "History":
        """The same with some runs as they are now."""
        now = {run.id: run for run in changed}
        runs = tuple(now.pop(run.id, run) for run in self.runs if run.id not in without)
        return replace(self, runs=runs + tuple(now.values()))

    def season(self, monday: date) -> Season:
        """As planned; where the plan does not say, from the race's date and the planned kilometres."""
        if monday in self.seasons:
            return self.seasons[monday]
        if self.race_on and self._is_taper(monday, self.race_on):
            return Season("race" if self.race_on - WEEK < monday <= self.race_on else "taper")
        was, now = self._planned(monday - WEEK), self._planned(monday)
        return Season("build", cutback=bool(was and now and now <= LIGHTER * was))

    def _is_taper(self, monday: date, race_on: date) -> bool:
        km = self.asked.race_km or 10.0
        return (race_on - monday - 6 * DAY).days < season.LONGEST_BEFORE[limits.nearest_race(km)]

    def _planned(self, monday: date) -> float:
        return sum(run.planned_km for run in self.runs if run.monday == monday and not run.is_race and not run.off_plan)

    @cached_property
    def absences(self) -> tuple[Pause, ...]:
        """Pauses that adjoin or overlap, as one each."""
        return absences.merged(self.pauses)

    @cached_property
    def returns(self) -> tuple[tuple[date, Pause], ...]:
        """The first day back of each absence that was long enough to come back from gently."""
        return absences.returns(self.absences)

    def is_return_week(self, monday: date) -> bool:
        """Whether the first seven days back from a pause reach into the week."""
        return any(monday <= back + 6 * DAY and back <= monday + 6 * DAY for back, _ in self.returns)

    @cached_property
    def pains(self) -> tuple[Session, ...]:
        return tuple(session for session in self.told if session.pain)

    @cached_property
    def last_pain_on(self) -> date | None:
        return max((session.on for session in self.pains), default=None)
