"""How did it go? Told, told again, and told of a run that nobody planned."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from coach import coaching
from coach.runners import RunnerRequest, with_goal
from runs.forms import AddRunForm, CheckInForm
from runs.models import RunSession, ScheduledRun
from runs.training.pace import KM_PER_MILE


@require_http_methods(["GET", "HEAD", "POST"])
@with_goal
def check_in(request: RunnerRequest, pk: str) -> HttpResponse:
    run = get_object_or_404(request.user.runs.select_related("run_session"), pk=pk)
    session = getattr(run, "run_session", None)
    if session and session.checked_in_at:
        messages.info(request, "You told me about this run already.")
        return redirect("run", run.pk)
    if run.status in (ScheduledRun.Status.SKIPPED, ScheduledRun.Status.REST):
        messages.info(request, f"This run is already {run.get_status_display().lower()}.")
        return redirect("run", run.pk)
    form = CheckInForm(request.POST or None, user=request.user, initial=_usual(run, request))
    if request.method == "POST" and form.is_valid():
        return _told(request, run, form)
    return render(request, "runs/check_in.html", {"run": run, "form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@with_goal
def correct(request: RunnerRequest, pk: str) -> HttpResponse:
    """The same questions with the answers in them."""
    sessions = RunSession.objects.filter(user=request.user, checked_in_at__isnull=False)
    session = get_object_or_404(sessions.select_related("scheduled_run__user"), scheduled_run=pk)
    form = CheckInForm(request.POST or None, user=request.user, initial=_as_told(session, request))
    if request.method == "POST" and form.is_valid():
        came_of_it = coaching.correct(session, form.feedback(session.source), now=timezone.now())
        return _after(request, came_of_it, "Corrected.")
    context = {"run": session.scheduled_run, "form": form, "is_correction": True}
    return render(request, "runs/check_in.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@with_goal
def add(request: RunnerRequest) -> HttpResponse:
    """A run off the plan. `?on=` fills in its day."""
    today = request.user.today(timezone.now())
    form = AddRunForm(request.POST or None, user=request.user, initial={"on": request.GET.get("on") or today})
    question: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            return _after(request, _added(request, form), "Added. It counts.")
        except coaching.NeedsConsent as asks:
            question = asks.warnings
        except coaching.Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
    status = 422 if form.errors or question else 200
    return render(request, "runs/add.html", {"form": form, "question": question}, status=status)


def _added(request: RunnerRequest, form: AddRunForm) -> coaching.CheckIn:
    return coaching.add_run(
        request.user,
        on=form.cleaned_data["on"],
        run_type=form.cleaned_data["run_type"],
        feedback=form.feedback(),
        now=timezone.now(),
        accepting="accepting" in request.POST,
    )


def _told(request: RunnerRequest, run: ScheduledRun, form: CheckInForm) -> HttpResponse:
    try:
        came_of_it = coaching.check_in(run, form.feedback(), now=timezone.now())
    except coaching.Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("run", run.pk)
    return _after(request, came_of_it, "Thanks for telling me. Well done." if came_of_it.is_new else "")


def _after(request: RunnerRequest, came_of_it: coaching.CheckIn, said: str) -> HttpResponse:
    """Home, where the coach's word is; a red flag has a page of its own."""
    request.user.refresh_from_db(fields=["suspended_at"])
    if request.user.suspended_at:
        return redirect("safety")
    if said and not came_of_it.adjustment:
        messages.success(request, said)
    return redirect("home")


def _usual(run: ScheduledRun, request: RunnerRequest) -> dict[str, Any]:
    """As planned, for a check-in in ten seconds."""
    return {"distance": round(run.distance / _km_per_unit(request), 1), "minutes": run.duration_min}


def _as_told(session: RunSession, request: RunnerRequest) -> dict[str, Any]:
    km = session.actual_distance
    return {
        "difficulty": session.difficulty_rating,
        "pain": session.pain_reported,
        "pain_location": session.pain_location,
        "pain_side": session.pain_side,
        "pain_severity": session.pain_severity,
        "energy": session.energy_level,
        "distance": None if km is None else round(km / _km_per_unit(request), 2),
        "minutes": session.duration,
        "notes": session.notes,
    }


def _km_per_unit(request: RunnerRequest) -> float:
    return KM_PER_MILE if request.user.units == "mi" else 1.0
