"""What was run, against what was planned."""

from collections import defaultdict
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from coach import coaching
from coach.runners import RunnerRequest, with_goal
from runs import charts
from runs.models import ScheduledRun

WEEKS = 12


@require_safe
@with_goal
def progress(request: RunnerRequest) -> HttpResponse:
    today = request.user.today(timezone.now())
    this_monday = today - timedelta(days=today.weekday())
    first = this_monday - timedelta(weeks=WEEKS - 1)
    shown = request.user.runs.filter(schedule__goal=request.goal).between(first, today + coaching.EARLIEST_DONE)
    # A run done some days early counts from now on.
    runs = [
        run
        for run in shown.select_related("run_session")
        if run.scheduled_on <= today or run.status == ScheduledRun.Status.COMPLETED
    ]
    volumes = _volumes(runs, first)
    due = [run for run in runs if run.scheduled_on < today and run.status != ScheduledRun.Status.REST]
    done = [run for run in runs if run.status == ScheduledRun.Status.COMPLETED]
    sessions = request.user.sessions.filter(
        difficulty_rating__isnull=False, scheduled_run__schedule__goal=request.goal
    ).select_related("scheduled_run")
    ratings = list(reversed(sessions[:24]))
    context = {
        "goal": request.goal,
        "milestones": request.goal.milestones.all(),
        "volumes": volumes,
        "volume_chart": charts.weekly_volume(volumes, units=request.user.units),
        "ratings": ratings,
        "difficulty_chart": charts.difficulty(ratings),
        "kept": round(100 * len([run for run in due if run in done]) / len(due)) if due else None,
        "done_count": len(done),
        "done_km": sum(_km_run(run) for run in done),
    }
    return render(request, "coach/progress.html", context)


def _volumes(runs: list[ScheduledRun], first: date) -> list[charts.WeekVolume]:
    """Planned and done km of each week since the first run; weeks before it are left out."""
    planned: dict[date, float] = defaultdict(float)
    done: dict[date, float] = defaultdict(float)
    for run in runs:
        monday = run.scheduled_on - timedelta(days=run.scheduled_on.weekday())
        planned[monday] += run.distance
        done[monday] += _km_run(run)
    mondays = [first + timedelta(weeks=number) for number in range(WEEKS + 1)]
    return [charts.WeekVolume(monday, planned[monday], done[monday]) for monday in mondays if monday in planned]


def _km_run(run: ScheduledRun) -> float:
    """As told; as planned where nothing was told."""
    if run.status != ScheduledRun.Status.COMPLETED:
        return 0.0
    told = run.run_session.actual_distance
    return run.distance if told is None else told
