"""What happens to a runner in tests, through the desk like anything else."""

from datetime import timedelta

from coach import coaching
from coach.records import Feedback

TOLD_AFTER = timedelta(hours=2)
DEMANDING = ("long", "tempo", "intervals", "hills", "race_pace")


def in_order(user):
    return list(user.runs.order_by("scheduled_on"))


def run_it(run, **told):
    """The next run as planned, told two hours after its start; what came of it."""
    run.refresh_from_db()
    return coaching.check_in(run, Feedback(**{"difficulty": 5, **told}), now=after(run))


def after(run):
    return run.scheduled_date_time + TOLD_AFTER


def two_nines(user):
    first, second, *_ = in_order(user)
    run_it(first, difficulty=9)
    return run_it(second, difficulty=9).adjustment


def hurt(user, **told):
    """A knee, after the first run."""
    first = in_order(user)[0]
    return run_it(first, **{"pain": True, "pain_location": "knee", "pain_severity": 5, **told}).adjustment


def four_good_weeks(user):
    """The proposal that follows them."""
    for run in in_order(user)[: 5 * user.goals.get(ended_at=None).weekly_frequency]:
        came = run_it(run, difficulty=6 if run.run_type in DEMANDING else 4)
        if came.adjustment:
            return came.adjustment
    raise AssertionError("four good weeks, and no proposal")


def put_back(row, user):
    """Are all the runs of a change as they were before it?"""
    return all(user.runs.get(pk=change["run_id"]).snapshot() == change["before"] for change in row.changes)
