"""One run: what to run, and what to do with it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from calls import planning
from coach import coaching, spoken
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
    """It was run; how it went is told as the runner chose."""
    row, now = mine(request, pk), timezone.now()
    try:
        coaching.complete(row, now=now)
    except coaching.Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("run", row.pk)
    call = row.calls.filter(kind="post_run", status="planned", obstacle="").first()
    if call is not None:
        at = spoken.clock(request.user.local(call.due_at).time())
        messages.success(request, f"Well run. I'll call you at {at} to hear how it was.")
        return redirect("run", row.pk)
    if planning.talks_after_runs(request.user):
        return redirect("talk", coaching.open_talk(request.user, "post_run", channel="browser", run=row, now=now).pk)
    return redirect("check_in", row.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@with_goal
def skip(request: RunnerRequest, pk: str) -> HttpResponse:
    row = mine(request, pk)
    if request.method != "POST" and not (row.is_pending or row.status == ScheduledRun.Status.MISSED):
        return too_late(request, row)
    form, question = SkipForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            return _let_go(request, row, form.cleaned_data["reason"])
        except coaching.NeedsConsent as asks:
            question = str(asks)
        except coaching.Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("run", row.pk)
    context = {"run": row, "form": form, "reasons": REASONS, "question": question}
    return render(request, "runs/skip.html", context, status=422 if form.errors or question else 200)


def _let_go(request: RunnerRequest, row: ScheduledRun, reason: str) -> HttpResponse:
    """Where the run went, or why it found no other day."""
    made = coaching.skip(row, reason=reason, now=timezone.now(), accepting="accepting" in request.POST)
    if any(one.rule == "red_flag" for one in made):
        return redirect("safety")
    obstacle = next((one for one in made if one.rule == "obstacle"), None)
    messages.success(request, obstacle.reason if obstacle else "Let go. One run is not the plan.")
    return redirect("run", row.pk)


@require_POST
@with_goal
def take_back(request: RunnerRequest, pk: str) -> HttpResponse:
    row = mine(request, pk)
    try:
        coaching.take_back(row, now=timezone.now())
        messages.success(request, "It is in your schedule again.")
    except coaching.Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("run", row.pk)


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
    pause = next((pause for pause in request.user.pauses.all() if pause.covers(row.scheduled_on)), None)
    context = {
        "run": row,
        "today": request.user.today(now),
        "session": getattr(row, "run_session", None),
        "may_complete": row.is_pending and row.scheduled_on <= request.user.today(now) + coaching.EARLIEST_DONE,
        "pause": pause,
        # Of a run that is too far ahead for its call to be planned yet.
        "will_call": request.user.wants_calls and planning.wishes_of(request.user).before_runs,
        "call": row.calls.order_by("-due_at").first(),
    }
    return render(request, "runs/run.html", context)
