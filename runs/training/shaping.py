"""Minutes, effort, steps and words of a run that a rule made longer, shorter or of another kind."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from runs.training import growing, pace, run_walk, workouts
from runs.training.history import Change, History, Run
from runs.training.plan import EASY_S_PER_KM
from runs.training.run_walk import WALK_MIN_PER_KM
from runs.training.steps import Step, duration_min


def finished(change: Change, history: History) -> Change:
    """The change with everything that follows from a run's type and distance."""
    before, after = change.before, change.after
    if before is None or after is None or _is_alike(before, after):
        return change
    return replace(change, after=shaped(before, after, history))


def shaped(before: Run, after: Run, history: History) -> Run:
    if after.type == "rest":
        effort = workouts.EXPECTED_EFFORT["rest"]
        return replace(after, duration_min=0, running_min=0, effort=effort, steps=(), why=workouts.WHY["rest"])
    if after.type == "run_walk":
        return _walked(before, after, history)
    has_strides = after.why == growing.STRIDES_WHY
    paces = paces_on(history, after.on)
    steps = (
        growing.strides(after.distance_km, paces.easy if paces else None)
        if has_strides
        else workouts.steps(after.type, after.distance_km, paces=paces, week=_week(history, after))
    )
    minutes = round(_minutes(before, after, steps, history))
    why = after.why if after.why != before.why or after.type == before.type else workouts.WHY[after.type]
    return replace(
        after, duration_min=minutes, running_min=minutes, effort=workouts.EXPECTED_EFFORT[after.type], why=why,
        steps=tuple(step.as_json() for step in steps),
    )  # fmt: skip


def _minutes(before: Run, after: Run, steps: Sequence[Step], history: History) -> float:
    """At the run's own pace; one of another kind at that of its steps, easy running as the level has it."""
    if after.type == before.type and before.distance_km:
        return before.duration_min * after.distance_km / before.distance_km
    paces = paces_on(history, after.on)
    easy_s = sum(paces.easy) / 2 if paces else EASY_S_PER_KM[history.asked.fitness_level]
    return duration_min(steps, pace_s_per_km=easy_s)


def paces_on(history: History, on: date) -> pace.Paces | None:
    """Training paces of a day: eased after a pause, for as long as it lasted."""
    race = history.asked.recent_race
    if race is None or history.asked.never_ran:
        return None
    return _paces(race.distance_km, race.time_s, _days_off(history, on))


def _days_off(history: History, on: date) -> int:
    lately = (away.days for back, away in history.returns if 0 <= (on - back).days < max(7, away.days))
    return max(lately, default=0)


@lru_cache(maxsize=1024)
def _paces(distance_km: float, time_s: int, days_off: int) -> pace.Paces:
    index = pace.fitness_index(distance_km=distance_km, time_s=time_s)
    return pace.paces(pace.detrained(index, days_off=days_off))


def _is_alike(before: Run, after: Run) -> bool:
    """Only its day changed."""
    return (before.type, before.distance_km, before.why) == (after.type, after.distance_km, after.why)


def _walked(before: Run, after: Run, history: History) -> Run:
    """A session of running and walking, cut by its stretches or lengthened by walking."""
    if after.distance_km > before.distance_km:
        return _walked_on(before, after)
    session = run_walk.of_length(after.distance_km, week=_week(history, after))
    if session.distance_km > before.distance_km:
        return replace(before, on=after.on, at=after.at, status=after.status)
    return replace(
        after, distance_km=session.distance_km, duration_min=round(session.duration_min),
        running_min=round(session.running_min), steps=tuple(step.as_json() for step in session.steps),
    )  # fmt: skip


def _walked_on(before: Run, after: Run) -> Run:
    """As much running, and more walking around it."""
    extra_min = (after.distance_km - before.distance_km) * WALK_MIN_PER_KM
    around = {"warmup", "cooldown"}
    steps = tuple(
        {**step, "minutes": round(step["minutes"] + extra_min / 2, 1)} if step["kind"] in around else step
        for step in before.steps
    )
    return replace(after, duration_min=round(before.duration_min + extra_min), steps=steps)


def _week(history: History, run: Run) -> int:
    began = history.began_on
    return max(1, (run.on - began).days // 7 + 1) if began else 1
