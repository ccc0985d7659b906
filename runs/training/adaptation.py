"""The coach's rules: what follows for the schedule from what the runner told.

Pure: history in, adjustments out. Each session is evidence once; `judge` on its own result finds nothing more.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from runs.training import workouts

TOO_HARD_ABOVE = 8
TOO_HARD_WINDOW = timedelta(days=14)
LEAST_SHARE = 0.4
LEAST_KM = 1.0
PENDING = frozenset({"scheduled", "rescheduled"})


@dataclass(frozen=True)
class Run:
    """A run of the schedule. `planned_km` is its distance when the plan was made."""

    id: str
    on: date
    type: str
    distance_km: float
    planned_km: float
    duration_min: int
    status: str

    @property
    def is_pending(self) -> bool:
        return self.status in PENDING

    def resized(self, distance_km: float, *, kind: str | None = None) -> "Run":
        minutes = round(self.duration_min * distance_km / self.distance_km) if self.distance_km else 0
        return replace(self, distance_km=distance_km, duration_min=minutes, type=kind or self.type)

    def as_rest(self) -> "Run":
        return replace(self, type="rest", status="rest", distance_km=0.0, duration_min=0)


@dataclass(frozen=True)
class Session:
    """What was told about a run, in order of telling. `consumed`: an adjustment already rests on it."""

    run_id: str
    run_type: str
    difficulty: int | None
    pain_location: str = ""
    pain: bool = False
    consumed: bool = False


@dataclass(frozen=True)
class Change:
    before: Run
    after: Run


@dataclass(frozen=True)
class Adjustment:
    rule: str
    reason: str
    evidence: tuple[str, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class History:
    """Runs by day and sessions by time, oldest first."""

    runs: Sequence[Run]
    sessions: Sequence[Session]


def judge(history: History, *, today: date) -> Adjustment | None:
    """The first rule that fires, in order of precedence, or None."""
    for rule in RULES:
        adjustment = rule(history, today)
        if adjustment is not None:
            return adjustment
    return None


def pain(history: History, today: date) -> Adjustment | None:
    """Any pain: the next run becomes a rest day."""
    if not history.sessions or not history.sessions[-1].pain or history.sessions[-1].consumed:
        return None
    session = history.sessions[-1]
    ahead = _ahead(history, today, timedelta(days=14))
    changes = tuple(Change(run, run.as_rest()) for run in ahead[:1])
    where = session.pain_location.replace("_", " ") or "body"
    reason = f"You told me about pain in your {where}. Your next run is a rest day, so it can settle."
    return Adjustment("pain", reason, (session.run_id,), changes) if changes else None


def too_hard(history: History, today: date) -> Adjustment | None:
    """The last two or more rated above 8: less, easier, and one more rest day for up to two weeks."""
    evidence = _trailing(history.sessions, lambda rating: rating > TOO_HARD_ABOVE)
    if len(evidence) < 2:
        return None
    ahead = _ahead(history, today, TOO_HARD_WINDOW)
    factor = 0.8 if all(_was_meant_to_be_hard(session) for session in evidence) else 0.7
    rest = _extra_rest(ahead, today)
    after = [run.as_rest() if run is rest else _eased(run, factor) for run in ahead]
    changes = tuple(Change(old, new) for old, new in zip(ahead, after, strict=True) if old != new)
    if not changes:
        return None
    return Adjustment("too_hard", _too_hard_reason(evidence, factor, rest), tuple(s.run_id for s in evidence), changes)


RULES: tuple[Callable[[History, date], Adjustment | None], ...] = (pain, too_hard)


def _trailing(sessions: Sequence[Session], matches: Callable[[int], bool]) -> list[Session]:
    """The unbroken run of rated, unconsumed sessions at the end that match."""
    found: list[Session] = []
    for session in reversed([s for s in sessions if s.difficulty is not None]):
        if session.consumed or session.difficulty is None or not matches(session.difficulty):
            break
        found.insert(0, session)
    return found


def _ahead(history: History, today: date, window: timedelta) -> list[Run]:
    """Runs still to be run within `window`, the race left out: it is never touched."""
    return [r for r in history.runs if r.is_pending and r.type != "race" and today <= r.on <= today + window]


def _was_meant_to_be_hard(session: Session) -> bool:
    return workouts.EXPECTED_EFFORT[session.run_type][1] > TOO_HARD_ABOVE


def _extra_rest(ahead: Sequence[Run], today: date) -> Run | None:
    """The run to give back as rest: a hard one first, else the shortest, of the next seven days where that leaves
    one, else of the whole window where that leaves two."""
    soon = [run for run in ahead if run.on <= today + timedelta(days=7)]
    if len(soon) < 2:
        soon = list(ahead) if len(ahead) >= 3 else []
    if not soon:
        return None
    return min(soon, key=lambda run: (run.type not in workouts.HARD, run.type == "long", run.distance_km))


def _eased(run: Run, factor: float) -> Run:
    km = max(run.distance_km * factor, run.planned_km * LEAST_SHARE, LEAST_KM)
    km = min(run.distance_km, round(km, 1))
    return run.resized(km, kind="easy" if run.type in workouts.HARD else run.type)


def _too_hard_reason(evidence: Sequence[Session], factor: float, rest: Run | None) -> str:
    ratings = " and ".join(str(session.difficulty) for session in evidence[-2:])
    said = f"{evidence[-1].difficulty}" if len({s.difficulty for s in evidence[-2:]}) == 1 else ratings
    count = {2: "two"}.get(len(evidence), str(len(evidence)))
    less = f"Your runs for two weeks are {round((1 - factor) * 100)} % shorter and easy"
    words = f"You rated the last {count} runs {said}. {less}"
    return f"{words}, with one more rest day." if rest else f"{words}."
