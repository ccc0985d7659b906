"""Pages that need a runner with a goal."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django_htmx.middleware import HtmxDetails

from coach.models import Goal, User


class RunnerRequest(HttpRequest):
    """A request of a signed-in runner with an active goal."""

    user: User
    htmx: HtmxDetails
    goal: Goal


def address_of(request: HttpRequest) -> str | None:
    """Where on the network a request comes from, as the proxies we trust tell it; None where nobody can say."""
    try:
        return str(get_adapter().get_client_ip(request))
    except PermissionDenied:
        return None


def active_goal(user: User) -> Goal | None:
    return user.goals.filter(ended_at=None).select_related("schedule").first()


def with_goal(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Signed in and set up; who has no goal yet is led to the onboarding."""

    @login_required
    @wraps(view)
    def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        goal = active_goal(cast(User, request.user))
        if goal is None:
            return redirect("onboarding")
        cast(RunnerRequest, request).goal = goal
        goal.user = cast(User, request.user)
        return view(request, *args, **kwargs)

    return inside
