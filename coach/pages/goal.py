"""A change of heart: another date, time, race, days or frequency in the middle of a plan."""

from copy import copy
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from coach import coaching, goals
from coach.forms import ChangeGoalForm
from coach.models import Goal
from coach.runners import RunnerRequest, with_goal
from runs import plans, road


@require_http_methods(["GET", "HEAD", "POST"])
@with_goal
def change_goal(request: RunnerRequest) -> HttpResponse:
    """The form; then before and after; then, confirmed, the new plan."""
    goal, now = request.goal, timezone.now()
    today = request.user.today(now)
    if request.method != "POST":
        return _form(request, ChangeGoalForm(goal=goal, today=today))
    form = ChangeGoalForm(request.POST, goal=goal, today=today)
    if not form.is_valid():
        return _form(request, form, status=422)
    if "confirm" in request.POST:
        return _confirmed(request, form)
    return _preview(request, form, option=request.POST.get("option", ""))


@dataclass(frozen=True)
class Compared:
    """One week before and after, km and runs."""

    monday: date
    before_km: float
    before_runs: int
    after_km: float
    after_runs: int
    phase: str


def _form(request: RunnerRequest, form: ChangeGoalForm, *, status: int = 200) -> HttpResponse:
    return render(request, "coach/change_goal.html", {"form": form, "goal": request.goal}, status=status)


def _confirmed(request: RunnerRequest, form: ChangeGoalForm) -> HttpResponse:
    try:
        coaching.change_goal(request.goal, form.changes, insist="insist" in request.POST, now=timezone.now())
    except coaching.Unsafe:
        return _preview(request, form, status=422)
    except coaching.Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("home")
    messages.success(request, "Done. Here is your plan.")
    return redirect("plan")


def _preview(request: RunnerRequest, form: ChangeGoalForm, *, option: str = "", status: int = 200) -> HttpResponse:
    now, user = timezone.now(), request.user
    # A copy that nobody saves.
    goal = copy(request.goal)
    changed = goals.change(goal, form.changes)
    if not changed:
        messages.info(request, "That is what your plan is made for already.")
        return redirect("plan")
    asked = plans.anew(goal, changed, now=now)
    if asked is None:
        # Nothing that moves a run beyond its time of day: there is no before and after to look at.
        return _confirmed(request, form)
    outlook = plans.outlook(asked, units=user.units)
    chosen = next((one for one in outlook.verdict.options if one.kind == option), None)
    if chosen:
        other = ChangeGoalForm(form.with_option(chosen), goal=request.goal, today=user.today(now))
        return _preview(request, other) if other.is_valid() else _form(request, other, status=422)
    context = {
        "form": form,
        "goal": request.goal,
        "setup": goal,
        "kept": [(name, value) for name, values in form.typed for value in values],
        "feasibility": outlook.verdict,
        "weeks": road.of_plan(outlook.plan.weeks),
        "road": road.draw(road.of_plan(outlook.plan.weeks), units=user.units, race=bool(outlook.request.race_day)),
        "compared": _compared(request.goal, outlook) if plans.is_renewed_by(changed) else [],
        "asks_consent": status == 422,
    }
    return render(request, "coach/change_preview.html", context, status=status)


def _compared(goal: Goal, outlook: plans.Outlook) -> list[Compared]:
    """The weeks ahead as they are and as they would be."""
    first = outlook.plan.weeks[0].starts_on
    before: dict[date, list[float]] = {}
    ahead = goal.schedule.scheduled_runs.pending().filter(scheduled_on__gte=first)
    for on, km, kind in ahead.values_list("scheduled_on", "distance", "run_type"):
        before.setdefault(on - timedelta(days=on.weekday()), []).append(0.0 if kind == "race" else km)
    after = {week.starts_on: week for week in outlook.plan.weeks}
    rows = []
    for monday in sorted({*before, *after}):
        week = after.get(monday)
        kms = before.get(monday, [])
        rows.append(
            Compared(
                monday,
                sum(kms),
                len(kms),
                week.distance_km if week else 0.0,
                len(week.runs) if week else 0,
                week.phase if week else "",
            )
        )
    return rows
