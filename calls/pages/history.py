"""The calls that were made, are planned, or did not come about."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from calls.models import Call
from calls.pages.naming import named_run
from coach import coaching, spoken
from coach.runners import RunnerRequest, with_goal

LATEST, LATER = 50, timedelta(minutes=30)


@require_safe
@with_goal
def calls(request: RunnerRequest) -> HttpResponse:
    rows = request.user.calls.exclude(status=Call.Status.CANCELLED).select_related("run")
    context = {
        "planned": rows.filter(status=Call.Status.PLANNED, expires_at__gt=timezone.now()).order_by("due_at")[:LATEST],
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
def on_line(request: RunnerRequest, sid: str) -> HttpResponse:
    """The call the telephone company knows by this SID."""
    row = request.user.calls.exclude(carrier_sid="").filter(carrier_sid=sid).first()
    return redirect("call", row.pk) if row else redirect("calls")


@require_POST
@with_goal
def call_off(request: RunnerRequest, pk: str) -> HttpResponse:
    """A call that was asked for, and is not wanted any more."""
    try:
        coaching.call_off(get_object_or_404(request.user.calls, pk=pk))
    except coaching.Refused as refusal:
        messages.info(request, str(refusal))
    else:
        messages.success(request, "Called off.")
    return redirect("calls")


@require_POST
@with_goal
def call_later(request: RunnerRequest) -> HttpResponse:
    """Not now, but soon; about a run where one is named."""
    now, run = timezone.now(), named_run(request)
    talk = "pre_run" if run and run.is_pending else "motivation"
    try:
        call = coaching.schedule_call(request.user, now + LATER, talk=talk, run=run, now=now)
    except coaching.Refused as refusal:
        messages.info(request, str(refusal))
    else:
        request.user.notices.open().filter(kind="missed_call").update(seen_at=now)
        messages.success(request, f"I'll call you at {spoken.clock(request.user.local(call.due_at).time())}.")
    return redirect("home")
