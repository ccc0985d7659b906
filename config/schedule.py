"""What the clock does and how often. Declared here; the database scheduler picks it up when beat starts."""

from typing import Any

from celery.schedules import crontab, schedule


def beat_schedule(*, sandbox: bool) -> dict[str, dict[str, Any]]:
    """Every entry, always: one left out would stay in the database as it was. `sandbox`: our own telephone company."""
    return {
        "dispatch due calls": _entry("calls.jobs.dispatch", schedule(5), expires=5),
        "plan calls": _entry("calls.jobs.plan_calls", crontab(minute="7"), expires=3000),
        "miss passed runs": _entry("runs.jobs.miss_passed", crontab(minute="2,32"), expires=1500),
        "extend plans without a date": _entry("runs.jobs.extend_plans", crontab(minute="17"), expires=3000),
        "move the telephone company on": _entry("calls.sandbox.jobs.advance", schedule(2), expires=2, enabled=sandbox),
    }


def _entry(task: str, when: Any, *, expires: int, **fields: Any) -> dict[str, Any]:
    return {"task": task, "schedule": when, "options": {"expires": expires}, **fields}
