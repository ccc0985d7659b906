"""Settings, and the page of everything else."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from coach import coaching
from coach.forms import SettingsForm
from coach.models import User
from coach.runners import RunnerRequest, with_goal


@require_safe
@with_goal
def more(request: RunnerRequest) -> HttpResponse:
    return render(request, "coach/more.html", {"goal": request.goal})


@require_http_methods(["GET", "HEAD", "POST"])
@with_goal
def settings(request: RunnerRequest) -> HttpResponse:
    # A form writes on the row it is given: the page must go on showing the saved one when the form is wrong.
    form = SettingsForm(request.POST or None, instance=User.objects.get(pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        coaching.change_profile(request.user, form.cleaned_data, now=timezone.now())
        messages.success(request, "Saved.")
        return redirect("settings")
    return render(request, "coach/settings.html", {"form": form}, status=422 if form.errors else 200)
