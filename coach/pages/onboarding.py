"""Setting out: the questions one by one, kept until the plan is made."""

from datetime import date
from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from coach import steps
from coach.drafts import NAMES, Draft
from coach.models import User
from coach.runners import active_goal


@require_safe
@login_required
def onboarding(request: HttpRequest) -> HttpResponse:
    """Go on where it was left."""
    answered = Draft(request.session).answered
    missing = next((name for name in NAMES if name not in answered), None)
    return redirect("onboarding_step", missing) if missing else redirect("verdict")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def step(request: HttpRequest, name: str) -> HttpResponse:
    if name not in steps.STEPS:
        raise Http404
    draft, today = Draft(request.session), cast(User, request.user).today(timezone.now())
    kind = steps.STEPS[name]
    if request.method != "POST":
        return _page(request, name, _shown(kind, draft, name, today))
    if not draft.typed and active_goal(cast(User, request.user)) and name == NAMES[-1]:
        # The last answer, sent a second time: the plan is made.
        return redirect("home")
    draft.note(name, request.POST)
    if "back" in request.POST:
        draft.keep()
        return redirect("onboarding_step", NAMES[max(0, NAMES.index(name) - 1)])
    form = kind(request.POST, draft=draft.answers, today=today)
    if form.is_valid():
        draft.take(name, form)
    draft.keep()
    return _after(request, name, draft) if form.is_valid() else _page(request, name, form, status=422)


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


def _shown(kind: type[steps.Step], draft: Draft, name: str, today: date) -> steps.Step:
    """What was typed is shown again, right or wrong; only a fresh step starts from its defaults."""
    typed = draft.typed.get(name)
    form = kind(QueryDict(typed) if typed else None, draft=draft.answers, today=today)
    if typed:
        form.is_valid()
        form.errors.clear()
    return form


def _after(request: HttpRequest, name: str, draft: Draft) -> HttpResponse:
    if name != NAMES[-1]:
        return redirect("onboarding_step", NAMES[NAMES.index(name) + 1])
    missing = draft.missing(cast(User, request.user).today(timezone.now()))
    return redirect("onboarding_step", missing) if missing else redirect("verdict")


def _page(request: HttpRequest, name: str, form: steps.Step, *, status: int = 200) -> HttpResponse:
    at = NAMES.index(name)
    context = {
        "form": form,
        "step": name,
        "number": at + 1,
        "names": NAMES,
        "back": NAMES[at - 1] if at else None,
        "replaces": active_goal(cast(User, request.user)) if at == 0 else None,
    }
    return render(request, "coach/onboarding.html", context, status=status)
