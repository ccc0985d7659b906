"""The calendar, week by week."""

from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from coach.runners import RunnerRequest, with_goal
from runs import weeks


@require_safe
@with_goal
def schedule(request: RunnerRequest, monday: date | None = None) -> HttpResponse:
    """The week of `monday`; any other day of it leads there."""
    today = request.user.today(timezone.now())
    chosen = monday or max(today, request.goal.schedule.start_date)
    first = chosen - timedelta(days=chosen.weekday())
    if monday and monday != first:
        return redirect("schedule_week", first)
    runs = request.user.runs.filter(schedule__goal=request.goal).between(first, first + timedelta(days=6))
    planned = {week["starts_on"]: week for week in request.goal.schedule.weeks}
    context = {
        "week": weeks.build(first, runs, today=today),
        "today": today,
        "this_monday": today - timedelta(days=today.weekday()),
        "plan_week": planned.get(first.isoformat()),
        "bars": _bars(list(planned.values()), first),
        "goal": request.goal,
    }
    return render(request, "runs/schedule.html", context)


def _bars(plan_weeks: list[dict[str, object]], shown: date) -> list[dict[str, object]]:
    """Every week of the plan as a bar, scaled to the highest."""
    highest = max((float(str(week["distance_km"])) for week in plan_weeks), default=1) or 1
    return [
        {
            **week,
            "monday": date.fromisoformat(str(week["starts_on"])),
            "height": max(6, round(48 * float(str(week["distance_km"])) / highest)),
            "is_shown": week["starts_on"] == shown.isoformat(),
        }
        for week in plan_weeks
    ]
