"""What the clock does and how often. Declared here; the database scheduler picks it up when beat starts."""

from typing import Any

from celery.schedules import crontab, schedule


def beat_schedule(*, sandbox: bool) -> dict[str, dict[str, Any]]:
    """Every entry, always: one left out would stay in the database as it was. `sandbox`: our own telephone company."""
    return {
        "dispatch due calls": _entry("calls.jobs.dispatch", schedule(5), expires=5),
        "close talks that were left": _entry("calls.jobs.close_left_talks", crontab(minute="*/20"), expires=1000),
        "plan calls": _entry("calls.jobs.plan_calls", crontab(minute="7"), expires=3000),
        "collect talks with the agent": _entry("calls.jobs.collect_talks", schedule(20), expires=20),
        "watch the spending": _entry("calls.jobs.watch_spending", schedule(60), expires=60),
        "forget the allowances of past days": _entry("calls.jobs.forget_allowances", crontab("41", "3"), expires=3000),
        "hold our calls against Twilio's": _entry("calls.jobs.audit", crontab("17", "4"), expires=3000),
        "warn of a full line": _entry("calls.jobs.warn_of_a_full_line", crontab(minute="12"), expires=3000),
        "miss passed runs": _entry("runs.jobs.miss_passed", crontab(minute="2,32"), expires=1500),
        "extend plans without a date": _entry("runs.jobs.extend_plans", crontab(minute="17"), expires=3000),
        "move the telephone company on": _entry("calls.sandbox.jobs.advance", schedule(2), expires=2, enabled=sandbox),
    }


def _entry(task: str, when: Any, *, expires: int, **fields: Any) -> dict[str, Any]:
    return {"task": task, "schedule": when, "options": {"expires": expires}, **fields}
