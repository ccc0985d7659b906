"""Runs and changes as JSON values, and back: what an adjustment keeps of before and after."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from runs.training.history import Change, Run


def run(one: Run) -> dict[str, Any]:
    return {
        "id": one.id,
        "date": one.on.isoformat(),
        "time": one.at.strftime("%H:%M"),
        "type": one.type,
        "hard": one.is_hard,
        "distance_km": one.distance_km,
        "duration_min": one.duration_min,
        "running_min": one.running_min,
        "steps": [dict(step) for step in one.steps],
        "effort": list(one.effort),
        "why": one.why,
        "status": one.status,
        "planned_distance_km": one.planned_km,
    }


def change(one: Change) -> dict[str, Any]:
    return {"run_id": one.run_id, "before": one.before and run(one.before), "after": one.after and run(one.after)}


def read_run(kept: Mapping[str, Any], *, run_id: str) -> Run:
    """A run as `run` wrote it."""
    low, high = kept["effort"]
    return Run(
        id=run_id,
        on=date.fromisoformat(kept["date"]),
        at=time.fromisoformat(kept["time"]),
        type=kept["type"],
        distance_km=kept["distance_km"],
        planned_km=kept.get("planned_distance_km", kept["distance_km"]),
        duration_min=kept["duration_min"],
        running_min=kept.get("running_min", kept["duration_min"]),
        status=kept["status"],
        effort=(low, high),
        steps=tuple(kept["steps"]),
        why=kept["why"],
    )


def read_change(kept: Mapping[str, Any]) -> Change:
    before, after = (kept[side] and read_run(kept[side], run_id=kept["run_id"]) for side in ("before", "after"))
    return Change(before, after)
