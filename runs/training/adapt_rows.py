"""The rows of what `manage.py adapt` takes: runs, sessions, skips, pauses, weeks. `at` is what a row is called."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from runs.training import fields, plan, workouts
from runs.training.absences import Pause
from runs.training.body import BODY_PARTS
from runs.training.history import Change, Run, Season, Session, Skip
from runs.training.request import Request

_RUN = {
    "id", "date", "time", "type", "hard", "distance_km", "duration_min", "running_min", "steps", "effort", "why",
    "status", "planned_distance_km",
}  # fmt: skip
_SESSION = {"run_id", "completed_on", "distance_km", "duration_min", "difficulty", "energy", "pain", "notes"}
_STEP = {"kind", "minutes", "distance_km", "repeat", "pace_s_per_km"}
STEP_KINDS = ("run", "walk", "warmup", "cooldown", "work", "recovery")
STATUSES = ("scheduled", "completed", "missed", "rescheduled", "skipped", "rest")
KINDS = ("illness", "injury", "holiday")
SHORTEST, FURTHEST_KM, LONGEST_MIN = 0, 200, 1440


def run(row: Mapping[str, Any], at: str, asked: Request, originals: Mapping[str, float]) -> Run:
    fields.only(row, _RUN, prefix=at)
    run_id, kind = name(row, "id", at), choice(row, "type", workouts.ALL_TYPES, at)
    clock = fields.clock_time(row, "time", prefix=at) if row.get("time") is not None else asked.start_time
    km = fields.number(row, "distance_km", SHORTEST, FURTHEST_KM, prefix=at)
    if km is None and kind != "rest":
        raise fields.Invalid(f"{at}distance_km", "is missing")
    km = km or 0.0
    planned = fields.number(row, "planned_distance_km", SHORTEST, FURTHEST_KM, prefix=at)
    minutes = fields.number(row, "duration_min", SHORTEST, LONGEST_MIN, prefix=at)
    default_min = round(km * plan.EASY_S_PER_KM[asked.fitness_level] / 60)
    duration = default_min if minutes is None else round(minutes)
    running = fields.number(row, "running_min", SHORTEST, LONGEST_MIN, prefix=at)
    return Run(
        id=run_id,
        on=day(row, "date", at),
        at=clock,
        type=kind,
        distance_km=km,
        planned_km=originals.get(run_id, km) if planned is None else planned,
        duration_min=duration,
        running_min=duration if running is None else round(running),
        status=fields.choice(row, "status", STATUSES, prefix=at) or ("rest" if kind == "rest" else "scheduled"),
        effort=_effort(row, kind, at),
        steps=_steps(row, at),
        why=text(row, "why", at),
    )


def session(row: Mapping[str, Any], at: str) -> Session:
    fields.only(row, _SESSION, prefix=at)
    pain = row.get("pain")
    if pain is not None and not isinstance(pain, Mapping | bool):
        raise fields.Invalid(f"{at}pain", "must be null or an object")
    told = pain if isinstance(pain, Mapping) else {}
    fields.only(told, {"location", "side", "severity"}, prefix=f"{at}pain.")
    severity = fields.number(told, "severity", 0, 10, prefix=f"{at}pain.")
    difficulty = fields.number(row, "difficulty", 1, 10, prefix=at)
    minutes = fields.number(row, "duration_min", SHORTEST, LONGEST_MIN, prefix=at)
    return Session(
        run_id=name(row, "run_id", at),
        on=day(row, "completed_on", at),
        difficulty=None if difficulty is None else round(difficulty),
        distance_km=fields.number(row, "distance_km", SHORTEST, FURTHEST_KM, prefix=at),
        duration_min=None if minutes is None else round(minutes),
        energy=fields.choice(row, "energy", ("low", "medium", "high"), prefix=at) or "",
        pain=bool(pain) or isinstance(pain, Mapping),
        pain_location=fields.choice(told, "location", BODY_PARTS, prefix=f"{at}pain.") or "",
        pain_side=fields.choice(told, "side", ("left", "right", "both"), prefix=f"{at}pain.") or "",
        pain_severity=None if severity is None else round(severity),
        notes=text(row, "notes", at),
    )


def skip(row: Mapping[str, Any], at: str) -> Skip:
    fields.only(row, {"run_id", "reason"}, prefix=at)
    return Skip(name(row, "run_id", at), text(row, "reason", at))


def pause(row: Mapping[str, Any], at: str) -> Pause:
    fields.only(row, {"from", "to", "kind"}, prefix=at)
    first, last = day(row, "from", at), fields.day(row, "to", prefix=at)
    if last and last < first:
        raise fields.Invalid(f"{at}to", "lies before its beginning")
    return Pause(first, last, fields.choice(row, "kind", KINDS, prefix=at) or "holiday")


def season(row: Mapping[str, Any], at: str) -> tuple[date, Season]:
    """A week as `plan` gives it; its runs and kilometres may stay in."""
    phase = fields.choice(row, "phase", ("base", "build", "peak", "taper", "race", "recovery"), prefix=at)
    cutback = row.get("cutback")
    if cutback is not None and not isinstance(cutback, bool):
        raise fields.Invalid(f"{at}cutback", "must be true or false")
    return day(row, "starts_on", at), Season(phase or "build", bool(cutback))


def change(row: Mapping[str, Any], at: str, asked: Request) -> Change:
    sides = [
        run(row[side], f"{at}{side}.", asked, {}) if isinstance(row.get(side), Mapping) else None
        for side in ("before", "after")
    ]
    return Change(*sides)


def changes(row: Mapping[str, Any], at: str) -> list[Mapping[str, Any]]:
    """Those of an adjustment, each of a run with a side to it at least."""
    found = [one for _, one in rows_of(row, "changes", prefix=at)]
    for number, one in enumerate(found):
        name(one, "run_id", f"{at}changes[{number}].")
        sides = [one.get(side) for side in ("before", "after")]
        if not all(side is None or isinstance(side, Mapping) for side in sides) or sides == [None, None]:
            raise fields.Invalid(f"{at}changes[{number}]", "must have a run before or after it")
    return found


def _effort(row: Mapping[str, Any], kind: str, at: str) -> tuple[int, int]:
    value = row.get("effort")
    if value is None:
        return workouts.EXPECTED_EFFORT[kind]
    if not isinstance(value, list) or len(value) != 2 or not all(isinstance(one, int) for one in value):
        raise fields.Invalid(f"{at}effort", "must be two whole numbers")
    return value[0], value[1]


def _steps(row: Mapping[str, Any], at: str) -> tuple[Mapping[str, Any], ...]:
    return tuple(_step(one, where) for where, one in rows_of(row, "steps", prefix=at))


def _step(row: Mapping[str, Any], at: str) -> Mapping[str, Any]:
    fields.only(row, _STEP, prefix=at)
    pace = row.get("pace_s_per_km")
    if pace is not None and not _are_numbers(pace):
        raise fields.Invalid(f"{at}pace_s_per_km", "must be null or two numbers")
    repeat = fields.number(row, "repeat", 1, 100, prefix=at)
    return {
        "kind": choice(row, "kind", STEP_KINDS, at),
        "minutes": fields.number(row, "minutes", SHORTEST, LONGEST_MIN, prefix=at),
        "distance_km": fields.number(row, "distance_km", SHORTEST, FURTHEST_KM, prefix=at),
        "repeat": 1 if repeat is None else int(repeat),
        "pace_s_per_km": pace,
    }


def _are_numbers(pair: Any) -> bool:
    kinds = (int, float)
    return isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, kinds) for one in pair)


def rows_of(data: Mapping[str, Any], key: str, *, prefix: str = "") -> list[tuple[str, Mapping[str, Any]]]:
    """Each object of a list, with what its fields are called."""
    found = data.get(key)
    if found is None:
        return []
    if not isinstance(found, list):
        raise fields.Invalid(f"{prefix}{key}", "must be a list")
    for number, row in enumerate(found):
        if not isinstance(row, Mapping):
            raise fields.Invalid(f"{prefix}{key}[{number}]", "must be an object")
    return [(f"{prefix}{key}[{number}].", row) for number, row in enumerate(found)]


def name(row: Mapping[str, Any], key: str, at: str) -> str:
    value = row.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not value:
        raise fields.Invalid(f"{at}{key}", "is missing" if value in (None, "") else "must be text")
    return value


def text(row: Mapping[str, Any], key: str, at: str) -> str:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise fields.Invalid(f"{at}{key}", "must be text")
    return value or ""


def choice(row: Mapping[str, Any], key: str, choices: tuple[str, ...], at: str) -> str:
    return fields.given(fields.choice(row, key, choices, prefix=at), f"{at}{key}")


def day(row: Mapping[str, Any], key: str, at: str) -> date:
    return fields.given(fields.day(row, key, prefix=at), f"{at}{key}")


def flag(row: Mapping[str, Any], key: str, at: str) -> bool:
    value = row.get(key)
    if value is not None and not isinstance(value, bool):
        raise fields.Invalid(f"{at}{key}", "must be true or false")
    return bool(value)
