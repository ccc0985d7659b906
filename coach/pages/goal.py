"""A change of heart: another date, time, race, days or frequency in the middle of a plan."""

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
from coach.runners import RunnerRequest, active_goal, with_goal
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
    if "option" in request.POST:
        return _preview(request, form, option=request.POST["option"])
    if "confirm" not in request.POST:
        return _preview(request, form)
    try:
        coaching.change_goal(goal, form.changes, insist="insist" in request.POST, now=now)
    except coaching.Unsafe:
        return _preview(request, form, status=422)
    messages.success(request, "Done. The weeks ahead are planned anew.")
    return redirect("plan")


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


def _preview(request: RunnerRequest, form: ChangeGoalForm, *, option: str = "", status: int = 200) -> HttpResponse:
    now, user = timezone.now(), request.user
    # A copy that nobody saves.
    goal = active_goal(user)
    assert goal  # noqa: S101 - with_goal
    goal.user = user
    if not goals.change(goal, form.changes):
        messages.info(request, "That is what your plan is made for already.")
        return redirect("plan")
    outlook = plans.outlook(plans.anew(goal, now=now), units=user.units)
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
        "compared": _compared(request.goal, outlook),
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
