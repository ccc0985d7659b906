"""One run: what to run, and what to do with it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coach import coaching
from coach.runners import RunnerRequest, with_goal
from runs.forms import REASONS, SkipForm
from runs.models import ScheduledRun


@require_safe
@with_goal
def run(request: RunnerRequest, pk: str) -> HttpResponse:
    return _page(request, mine(request, pk))


@require_POST
@with_goal
def complete(request: RunnerRequest, pk: str) -> HttpResponse:
    row = mine(request, pk)
    try:
        coaching.complete(row, now=timezone.now())
    except coaching.Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("run", row.pk)
    return redirect("check_in", row.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@with_goal
def skip(request: RunnerRequest, pk: str) -> HttpResponse:
    row = mine(request, pk)
    if request.method != "POST" and not row.is_pending:
        return too_late(request, row)
    form = SkipForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            coaching.skip(row, reason=form.cleaned_data["reason"], now=timezone.now())
            messages.success(request, "Let go. One run is not the plan.")
        except coaching.Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("run", row.pk)
    context = {"run": row, "form": form, "reasons": REASONS}
    return render(request, "runs/skip.html", context, status=422 if form.errors else 200)


@require_POST
@with_goal
def call_me(request: RunnerRequest, pk: str) -> HttpResponse:
    row = mine(request, pk)
    try:
        coaching.call_me(request.user, run=row, now=timezone.now())
        messages.success(request, "I'm calling you. It rings in a few seconds.")
    except coaching.Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("run", row.pk)


def too_late(request: RunnerRequest, row: ScheduledRun) -> HttpResponse:
    """The run was done, moved on or let go, perhaps in another tab."""
    messages.info(request, f"This run is already {row.get_status_display().lower()}.")
    return redirect("run", row.pk)


def mine(request: RunnerRequest, pk: str) -> ScheduledRun:
    row = get_object_or_404(request.user.runs.select_related("schedule__goal", "run_session"), pk=pk)
    row.user = request.user
    return row


def _page(request: RunnerRequest, row: ScheduledRun) -> HttpResponse:
    now = timezone.now()
    context = {
        "run": row,
        "today": request.user.today(now),
        "session": getattr(row, "run_session", None),
        "may_complete": row.is_pending and row.scheduled_on <= request.user.today(now) + coaching.EARLIEST_DONE,
        "call": row.calls.order_by("-due_at").first(),
    }
    return render(request, "runs/run.html", context)
