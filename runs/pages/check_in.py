"""How did it go?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from coach import coaching
from coach.runners import RunnerRequest, with_goal
from runs.forms import CheckInForm
from runs.models import ScheduledRun
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


def _told(request: RunnerRequest, run: ScheduledRun, form: CheckInForm) -> HttpResponse:
    try:
        came_of_it = coaching.check_in(run, form.feedback(), now=timezone.now())
    except coaching.Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("run", run.pk)
    if came_of_it.is_new and not came_of_it.adjustment:
        messages.success(request, "Thanks for telling me. Well done.")
    return redirect("home")


def _usual(run: ScheduledRun, request: RunnerRequest) -> dict[str, object]:
    """As planned, for a check-in in ten seconds."""
    km = KM_PER_MILE if request.user.units == "mi" else 1.0
    return {"distance": round(run.distance / km, 1), "minutes": run.duration_min}
