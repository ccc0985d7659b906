"""How the schedule changed, why, and back again."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from coach import coaching
from coach.runners import RunnerRequest, with_goal
from runs.charts import compared
from runs.models import ScheduleAdjustment, ScheduledRun
from runs.training.growing import STRIDES_WHY
from runs.training.history import Run
from runs.training.pace import KM_PER_MILE
from runs.training.snapshots import read_change

LATEST = 50


@require_safe
@with_goal
def adjustments(request: RunnerRequest) -> HttpResponse:
    return render(request, "runs/adjustments.html", {"adjustments": request.user.adjustments.all()[:LATEST]})


@require_safe
@with_goal
def adjustment(request: RunnerRequest, pk: str) -> HttpResponse:
    return _page(request, _mine(request, pk))


@require_POST
@with_goal
def undo(request: RunnerRequest, pk: str) -> HttpResponse:
    row = _mine(request, pk)
    try:
        row = coaching.undo(row, now=timezone.now(), accepting="accepting" in request.POST)
    except coaching.NeedsConsent as asks:
        return _page(request, row, question=asks.warnings)
    except coaching.Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("adjustment", pk)
    messages.success(request, _undone(row, request))
    return redirect("adjustment", row.pk)


@require_POST
@with_goal
def accept(request: RunnerRequest, pk: str) -> HttpResponse:
    row = _mine(request, pk)
    try:
        row = coaching.accept(row, now=timezone.now())
        kept = (
            "It's in your schedule."
            if row.accepted_at
            else "Not now after all: things have changed since I proposed it."
        )
        messages.success(request, kept)
    except coaching.Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("adjustment", row.pk)


@require_POST
@with_goal
def decline(request: RunnerRequest, pk: str) -> HttpResponse:
    try:
        row = coaching.decline(_mine(request, pk), now=timezone.now())
    except coaching.Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("home")
    if not row.declined_at:
        said = "You said yes to that one." if row.accepted_at else "That proposal is no longer open."
        messages.info(request, said)
        return redirect("adjustment", row.pk)
    messages.success(request, "Not now. Your plan stays as it is.")
    return redirect("home")


def _mine(request: RunnerRequest, pk: str) -> ScheduleAdjustment:
    row: ScheduleAdjustment = get_object_or_404(
        request.user.adjustments.select_related("pause", "schedule__goal"), pk=pk
    )
    return row


def _page(request: RunnerRequest, row: ScheduleAdjustment, question: tuple[str, ...] = ()) -> HttpResponse:
    runs = list(ScheduledRun.objects.filter(schedule=row.schedule_id).select_related("run_session"))
    weeks = compared.weeks(row, runs)
    per_km = 1 / KM_PER_MILE if request.user.units == "mi" else 1.0
    context = {
        "adjustment": row,
        "changes": _readable(row),
        "evidence": _evidence(row, runs),
        "weeks": weeks,
        "picture": compared.draw(weeks, units_per_km=per_km) if weeks else "",
        "question": question,
    }
    return render(request, "runs/adjustment.html", context, status=422 if question else 200)


def _undone(row: ScheduleAdjustment, request: RunnerRequest) -> str:
    """What went back, what had to be left, and what the limits hold all the same."""
    left = len(row.left_alone)
    held = len(_held(row))
    words = ["Undone."]
    if left:
        words.append(
            f"{left} run{'s' if left > 1 else ''} had changed since, or {'are' if left > 1 else 'is'} behind you."
        )
    if held:
        words.append(
            f"{held} run{'s' if held > 1 else ''} stay{'' if held > 1 else 's'} shorter or easier: the limits ask it."
        )
    return " ".join(words) if left or held else "Undone. Your runs are as they were."


def _held(row: ScheduleAdjustment) -> list[str]:
    """Runs that were put back and did not stay so."""
    before = {change["run_id"]: change["before"] for change in row.changes if change["run_id"] not in row.left_alone}
    runs = ScheduledRun.objects.filter(pk__in=before).select_related("user")
    return [
        str(run.pk)
        for run in runs
        if run.snapshot()["distance_km"] != before[str(run.pk)]["distance_km"]
        or run.run_type != before[str(run.pk)]["type"]
    ]


def _evidence(row: ScheduleAdjustment, runs: list[ScheduledRun]) -> list[ScheduledRun]:
    """The runs it rests on, run or not."""
    return [run for run in runs if str(run.pk) in row.evidence_runs]


def _label(run: Run, labels: dict[str, str]) -> str:
    """With what makes it another run, though its kind is the same."""
    return f"{labels[run.type]} with strides" if run.why == STRIDES_WHY else labels[run.type]


def _readable(row: ScheduleAdjustment) -> list[dict[str, Any]]:
    """Before and after of each run, in order of day."""
    labels = dict(ScheduledRun.RunType.choices)
    changes = [read_change(change) for change in row.changes]
    rows = [
        {
            "on": (change.before or change.after).on,  # type: ignore[union-attr]
            "before": change.before,
            "before_label": labels[change.before.type] if change.before else "",
            "after": change.after,
            "after_label": _label(change.after, labels) if change.after else "",
            "is_moved": bool(change.before and change.after and change.before.on != change.after.on),
            "left_alone": change.run_id in row.left_alone,
        }
        for change in changes
    ]
    return sorted(rows, key=lambda change: change["on"])
