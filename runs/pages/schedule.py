"""The calendar, by week and by month."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from coach.runners import RunnerRequest, with_goal
from runs.pages import calendar


@require_safe
@with_goal
@vary_on_headers("HX-Target")
def schedule(request: RunnerRequest, monday: date | None = None) -> HttpResponse:
    """The week of `monday`; any other day of it leads there."""
    shown = calendar.week(monday or _start(request))
    if monday and monday != shown.first:
        return redirect("schedule_week", shown.first)
    return calendar.page(request, shown, **calendar.picked_up(request))


@require_safe
@with_goal
@vary_on_headers("HX-Target")
def month(request: RunnerRequest, first: date | None = None) -> HttpResponse:
    return calendar.page(request, calendar.month(first or _start(request)), **calendar.picked_up(request))


def _start(request: RunnerRequest) -> date:
    """Today, or the first day of a plan still ahead."""
    return max(request.user.today(timezone.now()), request.goal.schedule.start_date)
