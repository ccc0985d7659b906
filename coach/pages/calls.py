"""Which calls, at what hours, and to which number."""

import re

from django.conf import settings as django_settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from calls import verifying
from calls.sandbox import lines
from coach import coaching
from coach.forms import CallsForm, NumberForm
from coach.models import CallPreferences, User
from coach.runners import RunnerRequest, address_of, with_goal

CODE = re.compile(r"[0-9]{4,8}")


@require_http_methods(["GET", "HEAD", "POST"])
@with_goal
def call_settings(request: RunnerRequest) -> HttpResponse:
    now = timezone.now()
    # A form writes on the row it is given: the page must go on showing the saved one when the form is wrong.
    row = CallPreferences.objects.filter(user=request.user).first() or CallPreferences(user=request.user)
    form = CallsForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        choices = {name: value for name, value in form.cleaned_data.items() if name != "wanted"}
        coaching.choose_calls(request.user, choices, now=now)
        wanted = form.cleaned_data["wanted"]
        coaching.set_calls(request.user, wanted=wanted, now=now, address=address_of(request))
        messages.success(request, "Saved. I'll call as you chose." if wanted else "Saved. No more calls.")
        return redirect("call_settings")
    return _page(request, form=form)


def _page(request: RunnerRequest, *, form: CallsForm | None = None, number: NumberForm | None = None) -> HttpResponse:
    """Both forms, one of them as it was sent."""
    if form is None:
        row = CallPreferences.objects.filter(user=request.user).first() or CallPreferences(user=request.user)
        form = CallsForm(instance=row)
    number = number or NumberForm(instance=request.user)
    context = {
        "form": form,
        "consent": request.user.call_consents.first(),
        "number": number,
        "is_verified": bool(request.user.phone_verified_at),
        "may_verify": verifying.is_possible(),
        "message": lines.message_for(request.user) if django_settings.TWILIO_SANDBOX else "",
    }
    return render(request, "coach/calls.html", context, status=422 if form.errors or number.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@with_goal
def send_code(request: RunnerRequest) -> HttpResponse:
    """A code to a number: the one given, or the one on the page."""
    if request.method != "POST":
        # A page that was answered here and is loaded again.
        return redirect("call_settings")
    form = NumberForm(request.POST, instance=User.objects.get(pk=request.user.pk))
    if not form.is_valid():
        return _page(request, number=form)
    number = str(form.cleaned_data["phone_number"])
    try:
        coaching.send_code(request.user, number, now=timezone.now(), address=address_of(request))
    except coaching.Refused as refusal:
        form.add_error("phone_number", str(refusal))
        return _page(request, number=form)
    messages.success(request, f"A code is on its way to {number}.")
    return redirect("call_settings")


@require_POST
@with_goal
def verify_number(request: RunnerRequest) -> HttpResponse:
    code = "".join(request.POST.get("code", "").split())
    try:
        if not CODE.fullmatch(code):
            raise coaching.Refused("The code has four to eight figures.")
        coaching.verify_number(request.user, code, now=timezone.now())
    except coaching.Refused as refusal:
        messages.info(request, str(refusal))
    else:
        messages.success(request, "That's your number, then. Thank you.")
    return redirect("call_settings")


@require_POST
@with_goal
def stop_calls(request: RunnerRequest) -> HttpResponse:
    """One tap, and nothing is dialled any more."""
    coaching.set_calls(request.user, wanted=False, now=timezone.now())
    messages.success(request, "No more calls, from this moment.")
    return redirect("call_settings")


@require_POST
@with_goal
def test_call(request: RunnerRequest) -> HttpResponse:
    try:
        coaching.call_me(request.user, now=timezone.now())
    except coaching.Refused as refusal:
        messages.info(request, str(refusal))
        return redirect("call_settings")
    messages.success(request, "It rings in a few seconds.")
    return redirect("call_settings")
