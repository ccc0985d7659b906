"""The runner's tasks."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from coach.runners import RunnerRequest, with_goal


@require_safe
@with_goal
def tasks(request: RunnerRequest) -> HttpResponse:
    context = {
        "active": request.user.tasks.active().due_first(),
        "done": request.user.tasks.completed().order_by("-completed_at")[:20],
        "today": request.user.today(timezone.now()),
    }
    return render(request, "tasks/tasks.html", context)


@require_POST
@with_goal
def done(request: RunnerRequest, pk: str) -> HttpResponse:
    """Tick a task off; ticked again, it stays done."""
    now = timezone.now()
    task = get_object_or_404(request.user.tasks, pk=pk)
    task.complete(now)
    if request.htmx and not request.htmx.boosted:
        return render(request, "tasks/_task.html", {"task": task, "today": request.user.today(now)})
    return redirect("tasks")
