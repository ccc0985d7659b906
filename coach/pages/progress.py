"""What was run, against what was planned."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from coach import milestones
from coach.runners import RunnerRequest, with_goal
from runs.charts import completion, days, efforts, volume
from runs.charts.history import History


@require_safe
@with_goal
def progress(request: RunnerRequest) -> HttpResponse:
    history = _history(request, request.user.today(timezone.now()))
    rows = list(request.goal.milestones.all())
    context = {
        "goal": request.goal,
        "history": history,
        "calendar": days.calendar(history),
        "reached": milestones.reached(rows),
        "ahead": milestones.ahead(request.goal, rows, history.runs, today=history.today, units=request.user.units),
        **(_charts(history, request.user.units) if history.done else {}),
    }
    return render(request, "coach/progress.html", context)


def _history(request: RunnerRequest, today: date) -> History:
    user, schedule = request.user, request.goal.schedule
    runs = user.runs.filter(schedule=schedule).select_related("run_session").defer("steps", "why")
    return History(
        runs=list(runs),
        pauses=list(user.pauses.all()),
        today=today,
        starts_on=schedule.start_date,
        suspended_on=user.today(user.suspended_at) if user.suspended_at else None,
    )


def _charts(history: History, units: str) -> dict[str, Any]:
    """What there is to draw once something was run. Last week is None in the first one."""
    weeks, loads = volume.weeks(history), volume.loads(history)
    *_, last_week, this_week = None, *weeks
    *_, last_load, this_load = None, *loads
    return {
        "done_km": sum(run.done_km for run in history.done),
        "longest_km": max(run.done_km for run in history.done),
        "lately": completion.lately(history),
        "so_far": completion.of_plan(history),
        "mark": completion.MARK,
        "weeks": weeks,
        "last_week": last_week,
        "this_week": this_week,
        "volume_chart": volume.draw(weeks, units=units),
        "efforts": efforts.of(history),
        "loads": loads,
        "last_load": last_load,
        "this_load": this_load,
        "untold": sum(week.untold for week in loads),
        "load_chart": volume.draw_loads(loads),
    }
