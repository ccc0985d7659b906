"""The calls that were made, are planned, or did not come about."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from calls.models import Call
from coach.runners import RunnerRequest, with_goal

LATEST = 50


@require_safe
@with_goal
def calls(request: RunnerRequest) -> HttpResponse:
    rows = request.user.calls.exclude(status=Call.Status.CANCELLED).select_related("run")
    context = {
        "planned": rows.filter(status=Call.Status.PLANNED, expires_at__gt=timezone.now()).order_by("due_at")[:5],
        "calls": rows.exclude(status=Call.Status.PLANNED)[:LATEST],
    }
    return render(request, "calls/calls.html", context)


@require_safe
@with_goal
def call(request: RunnerRequest, pk: str) -> HttpResponse:
    rows = request.user.calls.select_related("run", "conversation").prefetch_related("conversation__turns", "events")
    return render(request, "calls/call.html", {"call": get_object_or_404(rows, pk=pk)})


@require_safe
@with_goal
def latest(request: RunnerRequest) -> HttpResponse:
    """The call that has just been talked through."""
    row = request.user.calls.exclude(conversation=None).order_by("-answered_at", "-due_at").first()
    return redirect("call", row.pk) if row else redirect("calls")
