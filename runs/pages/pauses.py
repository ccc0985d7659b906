"""Days without training: begun, seen, ended."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from coach import coaching
from coach.runners import RunnerRequest, with_goal
from coach.spoken import day
from runs.forms import PauseForm
from runs.models import Pause

LATEST = 20


@require_http_methods(["GET", "HEAD", "POST"])
@with_goal
def pauses(request: RunnerRequest) -> HttpResponse:
    """What is paused, and a form for more. `?from=` fills in the first day."""
    today = request.user.today(timezone.now())
    form = PauseForm(request.POST or None, initial={"starts_on": request.GET.get("from") or today})
    question: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            accepting = "accepting" in request.POST
            row = coaching.pause(request.user, **form.cleaned_data, now=timezone.now(), accepting=accepting)
            messages.success(request, _paused(row, today))
            return redirect("pauses")
        except coaching.NeedsConsent as asks:
            question = asks.warnings
        except coaching.Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
    rows = list(request.user.pauses.all()[:LATEST])
    context = {
        "form": form,
        "question": question,
        "today": today,
        "open": [row for row in rows if row.ends_on is None or row.ends_on >= today],
        "past": [row for row in rows if row.ends_on and row.ends_on < today],
    }
    return render(request, "runs/pauses.html", context, status=422 if question or form.errors else 200)


@require_POST
@with_goal
def resume(request: RunnerRequest, pk: str) -> HttpResponse:
    row: Pause = get_object_or_404(request.user.pauses, pk=pk)
    was_away = coaching.resume(row, now=timezone.now())
    messages.success(request, "Good to have you back." if was_away else "All right. Your plan is as it was.")
    return redirect("home")


def _paused(row: Pause, today: date) -> str:
    if row.ends_on is None:
        return "Paused. Tell me when you are back; nothing counts as missed until then."
    if row.ends_on < today:
        return f"Noted: the days to {day(row.ends_on)} were a pause. Nothing of them was missed."
    if row.starts_on > today:
        return f"Planned: a pause from {day(row.starts_on)} to {day(row.ends_on)}."
    return f"Paused until {day(row.ends_on)}. No runs, no calls, and your streak waits for you."
