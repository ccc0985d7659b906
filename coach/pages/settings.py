"""Settings, and the page of everything else."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from coach import coaching
from coach.forms import SettingsForm
from coach.models import User
from coach.runners import RunnerRequest, with_goal


@require_GET
@with_goal
def more(request: RunnerRequest) -> HttpResponse:
    return render(request, "coach/more.html", {"goal": request.goal})


@require_http_methods(["GET", "POST"])
@with_goal
def settings(request: RunnerRequest) -> HttpResponse:
    # A form writes on the row it is given: the page must go on showing the saved one when the form is wrong.
    user = User.objects.get(pk=request.user.pk)
    before = (str(user.time_zone), str(user.phone_number))
    form = SettingsForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        if str(user.phone_number) != before[1]:
            user.phone_verified_at = None
        user.save()
        _follow(user, zone_changed=str(user.time_zone) != before[0], calls=form.cleaned_data["calls"])
        messages.success(request, "Saved.")
        return redirect("settings")
    return render(request, "coach/settings.html", {"form": form}, status=422 if form.errors else 200)


def _follow(user: User, *, zone_changed: bool, calls: bool) -> None:
    now = timezone.now()
    if zone_changed:
        coaching.relocate(user, now=now)
    coaching.set_calls(user, wanted=calls, now=now)
