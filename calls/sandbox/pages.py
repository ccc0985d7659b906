"""The telephone in the browser. It knows the carrier's line, nothing of the coach."""

import secrets
from urllib.parse import urlencode

import requests
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django_htmx.middleware import HtmxDetails

from calls.sandbox import carrier, customer, lines
from calls.sandbox.models import CarrierCall
from calls.sandbox.moves import NotNow
from coach.models import User

LONGEST = 500


class TelephoneRequest(HttpRequest):
    user: User
    htmx: HtmxDetails


@require_safe
@login_required
def telephone(request: TelephoneRequest) -> HttpResponse:
    """What the telephone shows now; polled by the page, or a page of its own without JavaScript."""
    call = lines.ringing_for(request.user)
    known = request.GET.get("shown", "")
    if request.htmx and known == _state(call):
        return HttpResponse(status=204)
    # What was on it a moment ago has ended: it says how.
    return _show(request, call or _shown_before(request.user, known))


def _shown_before(user: User, known: str) -> CarrierCall | None:
    if not known.startswith("CA"):
        return None
    line = CarrierCall.objects.of(lines.number_of(user))
    return line.filter(pk=known.partition("-")[0]).first()


@require_POST
@login_required
def act(request: TelephoneRequest, sid: str, action: str) -> HttpResponse:
    """What the runner does with a call. On one that has moved on meanwhile nothing happens."""
    call = get_object_or_404(CarrierCall.objects.of(lines.number_of(request.user)), pk=sid)
    now = timezone.now()
    try:
        if action == "answer":
            carrier.answer(call, now=now)
        elif action == "decline" and request.POST.get("to") == "voicemail":
            carrier.to_voicemail(call, now=now)
        elif action == "decline":
            carrier.decline(call, now=now)
        elif action == "hang-up":
            carrier.hang_up(call, now=now)
        else:
            words, keys = request.POST.get("words", "")[:LONGEST], request.POST.get("keys", "")[:1]
            carrier.hear(call, speech=words.replace("\0", "").strip(), digits=keys.strip("\0"), now=now)
    except NotNow:
        pass
    call.refresh_from_db()
    return _show(request, call)


@require_POST
@login_required
def ring(request: TelephoneRequest) -> HttpResponse:
    """The runner rings the coach's number; with a call on the line already, nothing more."""
    now, number = timezone.now(), lines.number_of(request.user)
    base = f"{settings.PUBLIC_BASE_URL}/api/twilio"
    call = lines.ringing_for(request.user)
    if call is None:
        addresses = {"url": f"{base}/call-initiated", "status_callback": f"{base}/call-status"}
        call = carrier.ring_in(number, to=settings.TWILIO_PHONE_NUMBER, **addresses, now=now)
    return redirect(f"{reverse('telephone')}?{urlencode({'shown': _state(call)})}")


@require_POST
@login_required
def text(request: TelephoneRequest) -> HttpResponse:
    """The runner sends a text message to the coach's number."""
    words = request.POST.get("words", "").replace("\0", "").strip()[:LONGEST]
    if words:
        form = {"From": lines.number_of(request.user), "To": settings.TWILIO_PHONE_NUMBER, "Body": words}
        form |= {"AccountSid": settings.TWILIO_ACCOUNT_SID, "MessageSid": f"SM{secrets.token_hex(16)}"}
        try:
            customer.send(f"{settings.PUBLIC_BASE_URL}/api/twilio/message", form)
            messages.success(request, "Sent.")
        except requests.RequestException:
            messages.info(request, "That did not get through. Please try again.")
    return redirect("telephone")


def _show(request: TelephoneRequest, call: CarrierCall | None) -> HttpResponse:
    context = {"call": call, "shown": _state(call), "coachs_number": settings.TWILIO_PHONE_NUMBER}
    if request.htmx and not request.htmx.boosted:
        return render(request, "sandbox/_telephone.html", context)
    if request.method == "POST":
        # A page that answers a form must bear being loaded again.
        return redirect(f"{reverse('telephone')}?{urlencode({'shown': context['shown']})}")
    return render(request, "sandbox/telephone.html", context)


def _state(call: CarrierCall | None) -> str:
    """Changes whenever the telephone must be drawn anew."""
    return f"{call.sid}-{call.status}-{len(call.captions)}-{bool(call.gather)}" if call else "idle"
