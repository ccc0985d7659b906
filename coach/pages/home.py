"""Today."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from coach import demo as demo_runner
from coach.models import Goal, Notice, User
from coach.runners import RunnerRequest, with_goal
from runs import weeks
from runs.models import ScheduledRun

# How long Today asks about a run that nobody told about.
ASKED_FOR = timedelta(days=2)
LATEST_CHANGE_FOR = timedelta(days=14)
LATEST_WORDS = 20


@dataclass(frozen=True)
class Road:
    """The way to race day. `done` is the share of it behind us, 0-100."""

    days_left: int
    done: int
    on: date


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return render(request, "coach/welcome.html")
    return _today(request)


@with_goal
def _today(request: RunnerRequest) -> HttpResponse:
    now = timezone.now()
    user, today = request.user, request.user.today(now)
    first = max(today, request.goal.schedule.start_date)
    monday = first - timedelta(days=first.weekday())
    shown = user.runs.filter(schedule__goal=request.goal).between(today - ASKED_FOR, monday + timedelta(days=27))
    this_week = user.runs.filter(schedule__goal=request.goal).between(monday, monday + timedelta(days=6))
    runs = list((shown | this_week).select_related("run_session"))
    pauses = list(user.pauses.all())
    ahead = [run for run in runs if run.is_pending and run.scheduled_on >= today]
    ahead = [run for run in ahead if not any(pause.covers(run.scheduled_on) for pause in pauses)]
    context = {
        "today": today,
        "goal": request.goal,
        "next_run": ahead[0] if ahead else None,
        "pause": next((pause for pause in pauses if pause.covers(today)), None),
        "week": weeks.build(monday, runs, today=today, pauses=pauses),
        "tasks": user.tasks.active().due_first()[:3],
        **_words(user, now),
        "road": _road(request.goal, today),
        "to_tell": _untold(runs, today),
    }
    return render(request, "coach/home.html", context)


@require_POST
@with_goal
def notice_seen(request: RunnerRequest, pk: str) -> HttpResponse:
    get_object_or_404(request.user.notices.exclude(kind=Notice.Kind.SAFETY), pk=pk).see(timezone.now())
    return HttpResponse() if request.htmx else redirect("home")


@require_safe
def demo(request: HttpRequest) -> HttpResponse:
    """Sign a visitor in as the demo runner; only where the operator started the demo."""
    if not settings.DEMO:
        raise Http404
    login(request, get_object_or_404(User, email=demo_runner.EMAIL), backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect("home")


def _words(user: User, now: datetime) -> dict[str, Any]:
    """The coach's word that waits, and the latest change that was told of: one query for both."""
    told = Q(kind=Notice.Kind.ADJUSTMENT, created_at__gte=now - LATEST_CHANGE_FOR)
    rows = user.notices.filter(told | Q(seen_at=None)).select_related("adjustment__schedule__goal", "call__run")
    notices = list(rows.gravest_first()[:LATEST_WORDS])
    changes = [row.adjustment for row in notices if row.adjustment and row.adjustment.changes]
    return {
        "notice": next((row for row in notices if row.seen_at is None), None),
        "latest_change": next((change for change in changes if not change.proposed_at or change.accepted_at), None),
    }


def _road(goal: Goal, today: date) -> Road | None:
    if goal.target_date is None:
        return None
    whole = max(1, (goal.target_date - goal.schedule.start_date).days)
    behind = min(whole, max(0, (today - goal.schedule.start_date).days))
    left = max(0, (goal.target_date - today).days)
    return Road(left, round(100 * behind / whole), goal.target_date)


def _untold(runs: list[ScheduledRun], today: date) -> ScheduledRun | None:
    """The latest run of the last days that was not told about: gone by, or ticked off without a word."""
    recent = [run for run in runs if today - ASKED_FOR <= run.scheduled_on <= today]
    waiting = [run for run in recent if _waits(run, today)]
    return waiting[-1] if waiting else None


def _waits(run: ScheduledRun, today: date) -> bool:
    if run.status == ScheduledRun.Status.COMPLETED:
        return run.run_session.checked_in_at is None
    return run.scheduled_on < today and (run.is_pending or run.status == ScheduledRun.Status.MISSED)
