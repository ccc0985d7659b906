"""Today."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from coach import coaching
from coach import demo as demo_runner
from coach.models import Goal, Notice, User
from coach.runners import RunnerRequest, with_goal
from runs import weeks
from runs.models import ScheduledRun

LATEST_CHANGE_FOR = timedelta(days=14)


@dataclass(frozen=True)
class Road:
    """The way to race day. `done` is the share of it behind us, 0-100."""

    days_left: int
    weeks_left: int
    done: int
    on: date


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return render(request, "coach/welcome.html")
    return _today(request)


@with_goal
def _today(request: RunnerRequest) -> HttpResponse:
    now = timezone.now()
    user, today = request.user, request.user.today(now)
    monday = today - timedelta(days=today.weekday())
    runs = list(user.runs.filter(schedule__goal=request.goal).between(monday, monday + timedelta(days=27)))
    ahead = [run for run in runs if run.is_pending and run.scheduled_on >= today]
    context = {
        "today": today,
        "goal": request.goal,
        "next_run": ahead[0] if ahead else None,
        "week": weeks.build(monday, runs, today=today),
        "tasks": user.tasks.active().due_first()[:3],
        "notice": user.notices.open().select_related("adjustment").first(),
        "latest_change": user.adjustments.filter(created_at__gte=now - LATEST_CHANGE_FOR).first(),
        "road": _road(request.goal, today),
        "to_tell": _untold(runs, today),
    }
    return render(request, "coach/home.html", context)


@require_POST
@with_goal
def notice_seen(request: RunnerRequest, pk: str) -> HttpResponse:
    notice = get_object_or_404(request.user.notices, pk=pk)
    if notice.kind == Notice.Kind.SAFETY:
        coaching.clear(request.user, now=timezone.now())
    else:
        Notice.objects.filter(pk=notice.pk, seen_at=None).update(seen_at=timezone.now())
    return HttpResponse() if request.htmx and notice.kind != Notice.Kind.SAFETY else redirect("home")


@require_GET
def demo(request: HttpRequest) -> HttpResponse:
    """Sign a visitor in as the demo runner; only where the operator started the demo."""
    if not settings.DEMO:
        raise Http404
    login(request, get_object_or_404(User, email=demo_runner.EMAIL), backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect("home")


def _road(goal: Goal, today: date) -> Road | None:
    if goal.target_date is None:
        return None
    whole = max(1, (goal.target_date - goal.schedule.start_date).days)
    behind = min(whole, max(0, (today - goal.schedule.start_date).days))
    left = max(0, (goal.target_date - today).days)
    return Road(left, -(-left // 7), round(100 * behind / whole), goal.target_date)


def _untold(runs: list[ScheduledRun], today: date) -> ScheduledRun | None:
    """A run of the last days that waits to be ticked off."""
    recent = [run for run in runs if run.is_pending and today - timedelta(days=2) <= run.scheduled_on < today]
    return recent[-1] if recent else None
