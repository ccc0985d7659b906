"""What the coach says of the goal, before the plan is active."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from coach import coaching
from coach.drafts import Draft
from coach.models import User
from coach.runners import active_goal
from runs import road


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def verdict(request: HttpRequest) -> HttpResponse:
    user, now, draft = cast(User, request.user), timezone.now(), Draft(request.session)
    if not draft.typed and active_goal(user):
        return redirect("home")
    missing = draft.missing(user.today(now))
    if missing:
        return redirect("onboarding_step", missing)
    # The page reads as the answers do: in their units, at their time of day.
    draft.introduce(user)
    if request.method != "POST":
        return _page(request, draft)
    if "option" in request.POST:
        return _another(request, draft)
    return _set_out(request, draft)


def _another(request: HttpRequest, draft: Draft) -> HttpResponse:
    """One of the coach's own proposals."""
    user, now = cast(User, request.user), timezone.now()
    options = draft.outlook(user, now=now).verdict.options
    chosen = next((option for option in options if option.kind == request.POST["option"]), None)
    if chosen:
        draft.choose(chosen)
        draft.keep()
    return redirect("verdict")


def _set_out(request: HttpRequest, draft: Draft) -> HttpResponse:
    user, now = cast(User, request.user), timezone.now()
    concerns, insist = draft.answers["concerns"], "insist" in request.POST
    try:
        with transaction.atomic():
            user = coaching.change_profile(user, draft.profile(), now=now)
            coaching.start_goal(user, draft.setup(), concerns=concerns, insist=insist, now=now)
    except coaching.Unsafe:
        return _page(request, draft, status=422)
    draft.drop()
    if not user.suspended_at and not concerns:
        messages.success(request, f"Your plan is ready, {user.get_short_name()}. Here is your first run.")
    return redirect("home")


def _page(request: HttpRequest, draft: Draft, *, status: int = 200) -> HttpResponse:
    user, now = cast(User, request.user), timezone.now()
    outlook = draft.outlook(user, now=now)
    context = {
        "setup": draft.setup(),
        "feasibility": outlook.verdict,
        "plan": outlook.plan,
        "has_race": outlook.request.race_km is not None,
        "weeks": outlook.plan.weeks,
        "longest_km": max((week.longest_km for week in outlook.plan.weeks), default=0),
        "road": road.draw(road.of_plan(outlook.plan.weeks), units=user.units, race=bool(outlook.request.race_day)),
        "first_run": outlook.plan.runs[0] if outlook.plan.runs else None,
        "concerns": draft.answers["concerns"],
        "asks_consent": request.method == "POST",
    }
    return render(request, "coach/verdict.html", context, status=status)
