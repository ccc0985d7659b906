"""Setting out: the questions one by one, kept until the last is answered."""

from datetime import date, datetime, time
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from coach import coaching, forms, goals
from coach.models import User
from coach.runners import active_goal
from coach.spoken import KM_PER_MILE

STEPS: dict[str, type[forms.Step]] = {
    "goal": forms.GoalStep,
    "date": forms.DateStep,
    "week": forms.WeekStep,
    "level": forms.LevelStep,
    "obstacles": forms.ObstaclesStep,
    "you": forms.YouStep,
    "running": forms.RunningStep,
}
NAMES = list(STEPS)
DRAFT = "onboarding"


@require_safe
@login_required
def onboarding(request: HttpRequest) -> HttpResponse:
    """Go on where it was left."""
    answered = request.session.get(DRAFT, {}).get("answered", [])
    return redirect("onboarding_step", next((name for name in NAMES if name not in answered), NAMES[0]))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def step(request: HttpRequest, name: str) -> HttpResponse:
    if name not in STEPS:
        raise Http404
    draft = request.session.get(DRAFT, {"answered": [], "typed": {}, "answers": {}})
    today = cast(User, request.user).today(timezone.now())
    kind = STEPS[name]
    if request.method != "POST":
        typed = draft["typed"].get(name)
        # What was typed is shown again, right or wrong; only a fresh step starts from its defaults.
        form = kind(QueryDict(typed) if typed else None, draft=draft["answers"], today=today)
        if typed:
            form.is_valid()
            form.errors.clear()
        return _page(request, name, form)
    if not draft["typed"] and active_goal(cast(User, request.user)) and name == NAMES[-1]:
        # The last answer, sent a second time: the plan is made.
        return redirect("home")
    form = kind(request.POST, draft=draft["answers"], today=today)
    draft["typed"][name] = request.POST.urlencode()
    if "back" in request.POST:
        request.session[DRAFT] = draft
        return redirect("onboarding_step", NAMES[max(0, NAMES.index(name) - 1)])
    if form.is_valid():
        draft["answers"].update(_plain(form.cleaned_data))
        draft["answered"] = [*[done for done in draft["answered"] if done != name], name]
    request.session[DRAFT] = draft
    if not form.is_valid():
        return _page(request, name, form, status=422)
    return _after(request, name, draft)


@require_safe
@login_required
def weeks_left(request: HttpRequest) -> HttpResponse:
    """The words beside the date, while it is being chosen."""
    today = cast(User, request.user).today(timezone.now())
    try:
        on = date.fromisoformat(request.GET.get("target_date", ""))
    except ValueError:
        return HttpResponse("")
    return render(request, "coach/_weeks_left.html", {"days": (on - today).days, "weeks": (on - today).days // 7})


def _after(request: HttpRequest, name: str, draft: dict[str, Any]) -> HttpResponse:
    missing = [other for other in NAMES if other not in draft["answered"] or _is_stale(request, other, draft)]
    following = NAMES[NAMES.index(name) + 1] if name != NAMES[-1] else None
    if following or missing:
        return redirect("onboarding_step", following or missing[0])
    user = cast(User, request.user)
    _set_out(user, draft["answers"], now=timezone.now())
    del request.session[DRAFT]
    messages.success(request, f"Your plan is ready, {user.get_short_name()}. Here is your first run.")
    return redirect("home")


def _is_stale(request: HttpRequest, name: str, draft: dict[str, Any]) -> bool:
    """An answer of some days ago may no longer do: its date may have passed."""
    today = cast(User, request.user).today(timezone.now())
    return not STEPS[name](QueryDict(draft["typed"][name]), draft=draft["answers"], today=today).is_valid()


def _set_out(user: User, answers: dict[str, Any], *, now: datetime) -> None:
    profile = {name: answers[name] for name in ("name", "units", "time_zone")}
    with transaction.atomic():
        user = coaching.change_profile(user, {**profile, "wants_calls": answers["calls"]}, now=now)
        coaching.start_goal(user, _setup(answers), now=now)


def _setup(answers: dict[str, Any]) -> goals.Setup:
    km = KM_PER_MILE if answers["units"] == "mi" else 1.0
    on = answers["target_date"]
    race = answers["target_race"]
    return goals.Setup(
        goal_text=answers["goal_text"],
        weekly_frequency=answers["weekly_frequency"],
        fitness_level=answers["fitness_level"],
        target_race="" if race == "other" else race,
        target_distance=answers["target_distance"] if race == "other" else None,
        target_date=date.fromisoformat(on) if on else None,
        target_time=answers["target_time"],
        available_days=answers["available_days"],
        start_time=time.fromisoformat(answers["start_time"]),
        obstacles=answers["obstacles"],
        other_obstacle=answers["other_obstacle"],
        current_weekly_km=_in_km(answers["current_weekly"], km),
        longest_recent_km=_in_km(answers["longest_recent"], km),
        recent_race_km=_in_km(answers["recent_race"], km),
        recent_race_s=answers["recent_race_time"],
    )


def _in_km(value: float | None, km: float) -> float | None:
    return None if value is None else value * km


def _plain(answers: dict[str, Any]) -> dict[str, Any]:
    """As the session can keep it."""
    return {key: value.isoformat() if isinstance(value, date | time) else value for key, value in answers.items()}


def _page(request: HttpRequest, name: str, form: forms.Step, *, status: int = 200) -> HttpResponse:
    at = NAMES.index(name)
    context = {"form": form, "step": name, "number": at + 1, "count": len(NAMES), "back": NAMES[at - 1] if at else None}
    return render(request, "coach/onboarding.html", context, status=status)
