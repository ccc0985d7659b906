"""How the schedule changed, why, and back again."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from coach import coaching
from coach.runners import RunnerRequest, with_goal
from runs.models import ScheduleAdjustment, ScheduledRun

LATEST = 50


@require_safe
@with_goal
def adjustments(request: RunnerRequest) -> HttpResponse:
    return render(request, "runs/adjustments.html", {"adjustments": request.user.adjustments.all()[:LATEST]})


@require_safe
@with_goal
def adjustment(request: RunnerRequest, pk: str) -> HttpResponse:
    row = get_object_or_404(request.user.adjustments, pk=pk)
    evidence = row.evidence.select_related("scheduled_run").order_by("completed_date")
    context = {"adjustment": row, "changes": _readable(row), "evidence": evidence}
    return render(request, "runs/adjustment.html", context)


@require_POST
@with_goal
def undo(request: RunnerRequest, pk: str) -> HttpResponse:
    row = get_object_or_404(request.user.adjustments, pk=pk)
    try:
        row = coaching.undo(row, now=timezone.now())
    except coaching.Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("adjustment", pk)
    left = len(row.left_alone)
    kept = (
        f" {left} run{'s' if left > 1 else ''} had changed since and stayed as {'they are' if left > 1 else 'it is'}."
        if left
        else ""
    )
    messages.success(request, f"Undone. Your runs are as they were.{kept}")
    return redirect("adjustment", row.pk)


def _readable(row: ScheduleAdjustment) -> list[dict[str, Any]]:
    """Before and after of each run, dates and labels as people read them."""
    labels = dict(ScheduledRun.RunType.choices)
    return [
        {
            "on": date.fromisoformat(change["before"]["date"]),
            "before": {**change["before"], "label": labels[change["before"]["type"]]},
            "after": {**change["after"], "label": labels[change["after"]["type"]]},
            "left_alone": change["run_id"] in row.left_alone,
        }
        for change in sorted(row.changes, key=lambda change: change["before"]["date"])
    ]
