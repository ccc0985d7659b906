"""What the clock does and how often. Declared here; the database scheduler picks it up when beat starts."""

from celery.schedules import crontab, schedule

SCHEDULE = {
    "dispatch due calls": {"task": "calls.jobs.dispatch", "schedule": schedule(5), "options": {"expires": 5}},
    "plan calls": {"task": "calls.jobs.plan_calls", "schedule": crontab(minute="7"), "options": {"expires": 3000}},
    "miss passed runs": {
        "task": "runs.jobs.miss_passed",
        "schedule": crontab(minute="2,32"),
        "options": {"expires": 1500},
    },
}
SANDBOX_SCHEDULE = {
    "move the telephone company on": {
        "task": "calls.sandbox.jobs.advance", "schedule": schedule(2), "options": {"expires": 2},
    },
}  # fmt: skip
