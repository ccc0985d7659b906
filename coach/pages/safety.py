"""After a red flag: what to do now, and the way back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from coach import coaching, records
from coach.models import Notice
from coach.runners import RunnerRequest, with_goal


@require_safe
@with_goal
def safety(request: RunnerRequest) -> HttpResponse:
    if request.user.suspended_at is None:
        return redirect("home")
    notice = request.user.notices.open().filter(kind=Notice.Kind.SAFETY).first()
    is_urgent = notice is None or notice.title == records.GET_HELP_NOW.title
    return render(request, "coach/safety.html", {"notice": notice, "is_urgent": is_urgent})


@require_POST
@with_goal
def clearance(request: RunnerRequest) -> HttpResponse:
    """The runner says that a doctor cleared them."""
    coaching.clear(request.user, now=timezone.now())
    messages.success(request, "Good to have you back. Start gently.")
    return redirect("home")
