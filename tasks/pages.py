"""The runner's tasks."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coach import spoken
from coach.runners import RunnerRequest, with_goal
from tasks import grouping
from tasks.forms import OwnTaskForm
from tasks.models import CoachTask

FILTERS = {"active": "Active", "completed": "Completed", "all": "All"}
LATEST = 200
TWIN = "The same task is on your list already."


@require_safe
@with_goal
def tasks(request: RunnerRequest) -> HttpResponse:
    return render(request, "tasks/tasks.html", _list(request))


@require_safe
@with_goal
def task(request: RunnerRequest, pk: str) -> HttpResponse:
    return render(request, "tasks/task.html", _whole(request, _mine(request, pk)))


@require_http_methods(["GET", "HEAD", "POST"])
@with_goal
def add(request: RunnerRequest) -> HttpResponse:
    now = timezone.now()
    form = OwnTaskForm(request.POST or None, today=request.user.today(now))
    if request.method != "POST" or not form.is_valid():
        return render(request, "tasks/add.html", {"form": form}, status=422 if form.is_bound else 200)
    row, is_new = request.user.tasks.add_own(request.goal, now=now, **form.cleaned_data)
    if is_new:
        messages.success(request, "It's on your list.")
        return redirect("tasks")
    messages.info(request, "That one is on your list already. Here it is.")
    return redirect("task", row.pk)


@require_POST
@with_goal
def done(request: RunnerRequest, pk: str) -> HttpResponse:
    """Tick a task off; ticked again, it stays done."""
    row = _mine(request, pk)
    row.complete(timezone.now())
    return _answer(request, row)


@require_POST
@with_goal
def dismiss(request: RunnerRequest, pk: str) -> HttpResponse:
    row = _mine(request, pk)
    row.dismiss(timezone.now())
    return _answer(request, row)


@require_POST
@with_goal
def snooze(request: RunnerRequest, pk: str) -> HttpResponse:
    row = _mine(request, pk)
    row.snooze(timezone.now(), seen=request.POST.get("seen", ""))
    return _answer(request, row)


@require_POST
@with_goal
def reopen(request: RunnerRequest, pk: str) -> HttpResponse:
    row = _mine(request, pk)
    return _answer(request, row, refused="" if row.reopen() else TWIN)


def _mine(request: RunnerRequest, pk: str) -> CoachTask:
    row: CoachTask = get_object_or_404(
        request.user.tasks.select_related("related_to_run", "created_during_conversation"), pk=pk
    )
    return row


def _answer(request: RunnerRequest, row: CoachTask, refused: str = "") -> HttpResponse:
    """The region that was asked for: the list, the whole task, or its row."""
    if request.htmx and not request.htmx.boosted:
        target = request.htmx.target
        if target == "tasks":
            return render(request, "tasks/_tasks.html", _list(request))
        if target == "task":
            return render(request, "tasks/_whole.html", {**_whole(request, row), "refused": refused})
        context = {**_seen(request), "task": row, "refused": refused, "full": "by" in request.POST}
        return render(request, "tasks/_task.html", context)
    if refused:
        messages.info(request, refused)
    else:
        messages.success(request, _said(row))
    if request.POST.get("back") == "task":
        return redirect("task", row.pk)
    asked = {name: request.POST[name] for name in ("show", "by") if name in request.POST}
    return redirect(f"{reverse('tasks')}?{urlencode(asked)}" if asked else reverse("tasks"))


def _said(row: CoachTask) -> str:
    if row.completed_at:
        return "Done. One thing less to think about."
    if row.dismissed_at:
        return "Dismissed. It waits under Completed, should you want it back."
    return f"On your list, due {spoken.day(row.due_date)}." if row.due_date else "On your list."


def _seen(request: RunnerRequest) -> dict[str, Any]:
    """What of the list was asked for; what makes no sense is the usual."""
    asked = request.POST if request.method == "POST" else request.GET
    show, by = asked.get("show", ""), asked.get("by", "")
    return {
        "show": show if show in FILTERS else "active",
        "by": by if by in grouping.WAYS else "due",
        "today": request.user.today(timezone.now()),
    }


def _list(request: RunnerRequest) -> dict[str, Any]:
    seen = _seen(request)
    mine = request.user.tasks
    shown: list[CoachTask] = [] if seen["show"] == "completed" else list(mine.active().due_first())
    shown += [] if seen["show"] == "active" else list(mine.closed()[:LATEST])
    groups = grouping.group(shown, by=seen["by"], today=seen["today"])
    return {**seen, "groups": groups, "filters": FILTERS, "ways": grouping.WAYS}


def _whole(request: RunnerRequest, row: CoachTask) -> dict[str, Any]:
    """A task, how long it has been open, and the change of the schedule it came with, if it did."""
    user, now = request.user, timezone.now()
    until = user.today(row.closed_at or now)
    came_with = user.adjustments.filter(created_at=row.created_at).first() if row.created_by_coach else None
    days = max(0, (until - user.today(row.created_at)).days)
    return {"task": row, "today": user.today(now), "open_days": days, "change": came_with}
