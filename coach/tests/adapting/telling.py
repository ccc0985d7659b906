"""What a runner tells right after a run, and what is left of a week."""

from datetime import timedelta

from coach import coaching
from coach.records import Feedback


def after(run):
    """Right after a run."""
    return run.scheduled_date_time + timedelta(minutes=run.duration_min + 10)


def tell(run, **told):
    run.refresh_from_db()
    return coaching.check_in(run, Feedback(**{"difficulty": 5, **told}), now=after(run))


def week_km(user, monday):
    runs = user.runs.between(monday, monday + timedelta(days=6)).exclude(run_type="race")
    return sum(run.distance for run in runs if run.is_pending or run.status == "completed")
