"""A plan for a half marathon on 21 June: lived with for a while, and then changed."""

from datetime import date, timedelta

from coach import coaching
from coach.records import Feedback
from runs.models import ScheduledRun

HALF = {
    "goal_text": "Run a half",
    "target_race": "half_marathon",
    "target_date": date(2026, 6, 21),
    "weekly_frequency": 3,
    "fitness_level": "intermediate",
    "available_days": ["tue", "thu", "sun"],
    "current_weekly_km": 15,
    "longest_recent_km": 6,
}


def live(user, *, until, now, share=1.0):
    """Every run until a day, run as planned (or a share of it)."""
    for run in list(user.runs.filter(scheduled_on__lt=until).order_by("scheduled_on")):
        after = run.scheduled_date_time + timedelta(hours=2)
        row = ScheduledRun.objects.select_related("user").get(pk=run.pk)
        if row.is_pending:
            coaching.check_in(row, Feedback(difficulty=5, distance_km=run.distance * share), now=after)


def change(user, now, **changes):
    return coaching.change_goal(user.goals.get(ended_at=None), changes, now=now)


def planned(user, since):
    return user.runs.pending().filter(scheduled_on__gte=since)


def in_race_week(user, now):
    """Tuesday before the race on Sunday 21 June."""
    later = now + timedelta(weeks=15, days=1)
    live(user, until=later.date(), now=now)
    return later
