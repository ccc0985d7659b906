"""What a runner asks of a whole week."""

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from coach import coaching
from coach.runners import RunnerRequest, with_goal
from runs.models import ScheduleAdjustment


@require_POST
@with_goal
def ease(request: RunnerRequest, monday: date) -> HttpResponse:
    return _asked(request, lambda: coaching.ease_week(request.user, monday=monday, now=timezone.now()), monday)


@require_POST
@with_goal
def repeat(request: RunnerRequest) -> HttpResponse:
    today = request.user.today(timezone.now())
    return _asked(request, lambda: coaching.repeat_week(request.user, now=timezone.now()), today)


def _asked(request: RunnerRequest, event: Callable[[], ScheduleAdjustment], shown: date) -> HttpResponse:
    """What was made of it, with the way back; or the week again, with the reason why not."""
    try:
        return redirect("adjustment", event().pk)
    except coaching.Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("schedule_week", shown)
