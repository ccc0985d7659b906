"""What `manage.py adapt` gives: adjustments, and the plan after them. Shapes are documented in the README."""

from datetime import date
from typing import Any

from runs.training import adapt_reading, adaptation, contract, feasibility, onward, snapshots
from runs.training.absences import Pause
from runs.training.feasibility import Feasibility
from runs.training.history import Adjustment, History, Task


def answer(data: Any) -> dict[str, Any]:
    """Adjustments in order, every run as it is then, and whether the goal is still within reach."""
    today, history = adapt_reading.parsed(data)
    judged = adaptation.judge(history, today=today)
    return {
        "adjustments": [adjustment(made) for made in judged.adjustments],
        "withdrawn": sorted(history.adjustments.index(made) for made, _ in judged.withdrawn),
        "runs": [snapshots.run(one) for one in sorted(judged.history.runs, key=lambda one: (one.on, one.id))],
        "suspended": judged.history.is_suspended,
        "feasibility": contract.judged(_feasibility(judged.history, today)),
    }


def adjustment(made: Adjustment) -> dict[str, Any]:
    return {
        "rule": made.rule,
        "reason": made.reason,
        "on": made.on.isoformat(),
        "evidence": list(made.evidence),
        "needs_confirmation": made.asks,
        "changes": [snapshots.change(one) for one in made.changes],
        "tasks": [task(one) for one in made.tasks],
        "call": made.call,
        "pause": made.pause and _pause_json(made.pause),
        "frequency_before": made.frequency,
    }


def task(one: Task) -> dict[str, Any]:
    return {
        "title": one.title,
        "description": one.description,
        "category": one.category,
        "priority": one.priority,
        "due_on": one.due_on.isoformat(),
    }


def _pause_json(pause: Pause) -> dict[str, Any]:
    return {
        "from": pause.starts_on.isoformat(),
        "to": pause.ends_on.isoformat() if pause.ends_on else None,
        "kind": pause.kind,
    }


def _feasibility(history: History, today: date) -> Feasibility:
    asked = onward.request(history, today=today)
    return feasibility.judge(asked) if asked else Feasibility("ok")
