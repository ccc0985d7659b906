"""One run made shorter, or two that change places."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from coach import coaching
from coach.runners import RunnerRequest, with_goal
from runs import scheduling
from runs.forms import ShortenForm
from runs.models import ScheduledRun
from runs.pages.run import mine, too_late
from runs.training.pace import KM_PER_MILE

SHORTER = 0.75


@require_http_methods(["GET", "HEAD", "POST"])
@with_goal
def shorten(request: RunnerRequest, pk: str) -> HttpResponse:
    row = mine(request, pk)
    if not row.is_pending:
        return too_late(request, row)
    form = ShortenForm(request.POST or None, user=request.user, initial={"distance": _suggested(row, request)})
    if request.method == "POST" and form.is_valid():
        try:
            made = coaching.shorten(row, distance_km=form.distance_km, now=timezone.now())
            return redirect("adjustment", made.pk)
        except coaching.Refused as refusal:
            form.add_error("distance", str(refusal))
    return render(request, "runs/shorten.html", {"run": row, "form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@with_goal
def swap(request: RunnerRequest, pk: str) -> HttpResponse:
    row = mine(request, pk)
    if not row.is_pending:
        return too_late(request, row)
    if row.run_type == ScheduledRun.RunType.RACE:
        messages.info(request, "The race stays on its day.")
        return redirect("run", row.pk)
    refusal, other = "", None
    question: tuple[str, ...] = ()
    if request.method == "POST":
        other = _other(request)
        try:
            accepting = "accepting" in request.POST
            made = coaching.swap(row, other, now=timezone.now(), accepting=accepting)
            return redirect("adjustment", made.pk)
        except coaching.NeedsConsent as asks:
            question = asks.warnings
        except coaching.Refused as no:
            refusal = str(no)
    near = scheduling.near(row, now=timezone.now())
    context = {"run": row, "others": near, "other": other, "refusal": refusal, "question": question}
    return render(request, "runs/swap.html", context, status=422 if refusal or question else 200)


def _other(request: RunnerRequest) -> ScheduledRun:
    try:
        return get_object_or_404(request.user.runs.select_related("user"), pk=request.POST.get("other", ""))
    except ValidationError as nonsense:
        raise Http404 from nonsense


def _suggested(run: ScheduledRun, request: RunnerRequest) -> float:
    """Three quarters of it."""
    return round(run.distance * SHORTER / (KM_PER_MILE if request.user.units == "mi" else 1.0), 1)
