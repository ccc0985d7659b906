"""What `manage.py adapt` takes: a plan and what happened, as a history.

Shapes are documented in the README. A wrong or missing field raises `fields.Invalid`, whose words name it.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from runs.training import adapt_rows, adaptation, contract, fields
from runs.training.history import DAY, Adjustment, History, Run
from runs.training.request import Request

_TOP = {"id", "today", "goal", "profile", "runs", "sessions", "skips", "pauses", "adjustments", "weeks"}
_ADJUSTMENT = {
    "rule", "reason", "evidence", "needs_confirmation", "changes", "tasks", "call", "on", "pause", "undone", "cleared",
    "withdrawn",
    "frequency_before",
}  # fmt: skip
RULES = ("return", *adaptation.PRECEDENCE)


def parsed(data: Any) -> tuple[date, History]:
    """Today, and the history from its JSON object."""
    if not isinstance(data, Mapping):
        raise fields.Invalid("request", "must be a JSON object")
    fields.only(data, _TOP)
    today = fields.given(fields.day(data, "today"), "today")
    days = [day for day in (fields.day(row, "date", prefix=at) for at, row in adapt_rows.rows_of(data, "runs")) if day]
    asked = _asked(data, min([today, *days]))
    sessions = _unique([adapt_rows.session(row, at) for at, row in adapt_rows.rows_of(data, "sessions")], "sessions")
    skips = _unique([adapt_rows.skip(row, at) for at, row in adapt_rows.rows_of(data, "skips")], "skips")
    done, gone = {session.run_id for session in sessions}, {skip.run_id for skip in skips}
    earlier = adapt_rows.rows_of(data, "adjustments")
    originals = _originals(earlier)
    runs = [adapt_rows.run(row, at, asked, originals) for at, row in adapt_rows.rows_of(data, "runs")]
    # A run let go that the coach has found another day for is no longer let go.
    gone -= {run_id for _, row in earlier if row.get("rule") == "obstacle" for run_id in _evidence(row)}
    runs = sorted((_as_told(one, done, gone) for one in _unique(runs, "runs")), key=lambda one: (one.on, one.id))
    known = {one.id for one in runs} | {
        change["run_id"] for at, row in earlier for change in adapt_rows.changes(row, at)
    }
    for name, told in (("sessions", sessions), ("skips", skips)):
        for at, one in enumerate(told):
            if one.run_id not in known:
                raise fields.Invalid(f"{name}[{at}].run_id", "is none of the runs")
    history = History(
        asked=asked,
        runs=tuple(runs),
        sessions=tuple(sessions),
        skips=tuple(skips),
        pauses=tuple(adapt_rows.pause(row, at) for at, row in adapt_rows.rows_of(data, "pauses")),
        seasons=dict(adapt_rows.season(row, at) for at, row in adapt_rows.rows_of(data, "weeks")),
        began_on=min(days, default=today),
    )
    made = tuple(_adjustment(row, at, history, asked, today) for at, row in earlier)
    return today, History(**{**_fields_of(history), "adjustments": made})


def _asked(data: Mapping[str, Any], began_on: date) -> Request:
    """The planning request, as of the day the plan began: the race may be today."""
    profile = data.get("profile")
    if not isinstance(profile, Mapping):
        raise fields.Invalid("profile", "is missing" if profile is None else "must be an object")
    for name in ("id", "today", "goal"):
        if name in profile:
            raise fields.Invalid(f"profile.{name}", "is not a field of a profile")
    began_on = min(began_on, _before_goal(data) or began_on)
    try:
        return contract.request({**profile, "goal": data.get("goal"), "today": began_on.isoformat()})
    except fields.Invalid as problem:
        where = problem.field if problem.field.split(".")[0] == "goal" else f"profile.{problem.field}"
        raise fields.Invalid(where, str(problem).partition(": ")[2]) from None


def _before_goal(data: Mapping[str, Any]) -> date | None:
    """The day before the goal's: a plan may hold nothing but the race."""
    goal = data.get("goal")
    try:
        return date.fromisoformat(goal["date"]) - DAY if isinstance(goal, Mapping) and goal.get("date") else None
    except (TypeError, ValueError, OverflowError):
        return None


def _as_told(one: Run, done: set[str], gone: set[str]) -> Run:
    """Who tells about a run ran it, and who says why not did not."""
    if one.id in done and one.status != "completed":
        return _with_status(one, "completed")
    if one.id in gone and one.is_pending:
        return _with_status(one, "skipped")
    return one


def _with_status(one: Run, status: str) -> Run:
    return Run(**{**_fields_of(one), "status": status})


def _fields_of(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def _adjustment(row: Mapping[str, Any], at: str, history: History, asked: Request, today: date) -> Adjustment:
    fields.only(row, _ADJUSTMENT, prefix=at)
    evidence = row.get("evidence") or []
    if not isinstance(evidence, list) or not all(isinstance(one, str) for one in evidence):
        raise fields.Invalid(f"{at}evidence", "must be a list of run ids")
    pause = row.get("pause")
    if pause is not None and not isinstance(pause, Mapping):
        raise fields.Invalid(f"{at}pause", "must be an object")
    changes = enumerate(adapt_rows.changes(row, at))
    return Adjustment(
        rule=adapt_rows.choice(row, "rule", RULES, at),
        reason=adapt_rows.text(row, "reason", at),
        on=fields.day(row, "on", prefix=at) or _about(evidence, history, today),
        evidence=tuple(evidence),
        changes=tuple(adapt_rows.change(one, f"{at}changes[{number}].", asked) for number, one in changes),
        call=row.get("call") if isinstance(row.get("call"), str) else None,
        asks=adapt_rows.flag(row, "needs_confirmation", at),
        pause=adapt_rows.pause(pause, f"{at}pause.") if pause else None,
        is_off=adapt_rows.flag(row, "undone", at) or adapt_rows.flag(row, "withdrawn", at),
        is_withdrawn=adapt_rows.flag(row, "withdrawn", at),
        cleared=adapt_rows.flag(row, "cleared", at),
        frequency=fields.integer(row, "frequency_before", 2, 5, prefix=at),
    )


def _about(evidence: list[str], history: History, today: date) -> date:
    """The day of an adjustment that names none: that of the latest thing it rests on."""
    told = [history.of_run[run_id].on for run_id in evidence if run_id in history.of_run]
    days = told or [history.by_id[run_id].on for run_id in evidence if run_id in history.by_id]
    return min(today, max(days, default=today))


def _evidence(row: Mapping[str, Any]) -> list[str]:
    evidence = row.get("evidence")
    return [one for one in evidence if isinstance(one, str)] if isinstance(evidence, list) else []


def _originals(earlier: list[tuple[str, Mapping[str, Any]]]) -> dict[str, float]:
    """Km of runs before the first adjustment that touched them."""
    found: dict[str, float] = {}
    for at, row in earlier:
        for one in adapt_rows.changes(row, at):
            before = one.get("before")
            km = before.get("distance_km") if isinstance(before, Mapping) else None
            if isinstance(km, int | float) and not isinstance(km, bool):
                found.setdefault(one["run_id"], float(km))
    return found


def _unique(rows: list[Any], name: str) -> list[Any]:
    """The same thing told twice counts once; two that contradict each other are none."""
    found: dict[str, Any] = {}
    for at, row in enumerate(rows):
        key = row.id if isinstance(row, Run) else row.run_id
        if found.setdefault(key, row) != row:
            raise fields.Invalid(f"{name}[{at}]", "contradicts another about the same run")
    return list(found.values())
