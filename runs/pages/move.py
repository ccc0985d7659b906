"""Putting a run on another day: from its own page, and from the calendar it was picked up in."""

from datetime import date, time, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import replace_url

from coach import coaching
from coach.runners import RunnerRequest, with_goal
from coach.spoken import day
from runs import scheduling
from runs.forms import MoveForm
from runs.models import ScheduledRun
from runs.pages import calendar
from runs.pages.run import mine, too_late

MOST_DAYS = timedelta(days=62)


@require_http_methods(["GET", "HEAD", "POST"])
@with_goal
def move(request: RunnerRequest, pk: str) -> HttpResponse:
    row = mine(request, pk)
    if request.method == "POST":
        return _put_down(request, row)
    if not row.is_pending:
        return too_late(request, row)
    return _page(request, row, MoveForm(initial={"on": row.scheduled_on, "at": row.start_time}))


@require_safe
@with_goal
def days(request: RunnerRequest, pk: str) -> JsonResponse:
    """What each day between `from` and `to` says to this run, for who drags it."""
    row = mine(request, pk)
    try:
        first, last = (forms.DateField().clean(request.GET.get(name)) for name in ("from", "to"))
    except forms.ValidationError:
        return JsonResponse({"error": "Two dates, please: from and to."}, status=400)
    if not timedelta(0) <= last - first <= MOST_DAYS:
        return JsonResponse({"error": "From and to lie at most two months apart."}, status=400)
    asked = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    found = scheduling.verdicts(row, asked, at=row.start_time, now=timezone.now())
    return JsonResponse(
        {on.isoformat(): {"objection": one.objection, "warnings": one.warnings} for on, one in found.items()}
    )


def _put_down(request: RunnerRequest, row: ScheduledRun) -> HttpResponse:
    form, question, slot = MoveForm(request.POST), None, None
    if form.is_valid():
        slot = on, at = form.slot
        try:
            coaching.move(row, on=on, at=at, now=timezone.now(), accepting="accepting" in request.POST)
            return _moved(request, row, on)
        except coaching.NeedsConsent as asks:
            question = asks.warnings
        except coaching.Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
    return _not_yet(request, row, form, question, slot)


def _moved(request: RunnerRequest, row: ScheduledRun, on: date) -> HttpResponse:
    shown = calendar.read(request.POST.get("shown", ""))
    said = f"Moved to {day(on)}."
    if shown and request.htmx:
        return replace_url(calendar.page(request, shown, said=said, moved=row.pk), shown.url)
    messages.success(request, said)
    return redirect(shown.url) if shown else redirect("run", row.pk)


def _not_yet(
    request: RunnerRequest,
    row: ScheduledRun,
    form: MoveForm,
    question: tuple[str, ...] | None,
    slot: tuple[date, time] | None,
) -> HttpResponse:
    """The day cannot take the run, or would for a yes: 422 where the runner is."""
    shown = calendar.read(request.POST.get("shown", ""))
    if not shown:
        return _page(request, row, form, question)
    on, at = slot if slot and slot[0] in shown.days else (None, None)
    said: dict[str, Any] = {"on": on, "at": at, "asked_for": row}
    if question:
        return calendar.page(request, shown, question=question, status=422, **said)
    refusal = " ".join(str(error) for errors in form.errors.values() for error in errors)
    return calendar.page(request, shown, carried=row if row.is_pending else None, refusal=refusal, status=422, **said)


def _page(
    request: RunnerRequest, row: ScheduledRun, form: MoveForm, question: tuple[str, ...] | None = None
) -> HttpResponse:
    slots = scheduling.free_slots(row, now=timezone.now())
    context = {"run": row, "asked_for": row, "form": form, "slots": slots, "question": question}
    if question:
        context |= {"on": form.cleaned_data["on"], "at": form.cleaned_data["at"]}
    return render(request, "runs/move.html", context, status=422 if question or form.errors else 200)
