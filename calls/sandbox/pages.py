"""The telephone in the browser. It knows the carrier's line, nothing of the coach."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django_htmx.middleware import HtmxDetails

from calls.sandbox import carrier, lines
from calls.sandbox.models import CarrierCall
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
    return _show(request, call)


@require_POST
@login_required
def act(request: TelephoneRequest, sid: str, action: str) -> HttpResponse:
    """Answer, decline, say or press, hang up. On a call that has moved on meanwhile nothing happens."""
    call = get_object_or_404(CarrierCall, pk=sid, to_number=lines.number_of(request.user))
    now = timezone.now()
    try:
        if action == "answer":
            carrier.answer(call, now=now)
        elif action == "decline":
            carrier.decline(call, now=now)
        elif action == "hang-up":
            carrier.hang_up(call, now=now)
        else:
            words, keys = request.POST.get("words", "")[:LONGEST], request.POST.get("keys", "")[:1]
            carrier.hear(call, speech=words.replace("\0", "").strip(), digits=keys.strip("\0"), now=now)
    except carrier.NotNow:
        pass
    call.refresh_from_db()
    return _show(request, call)


def _show(request: TelephoneRequest, call: CarrierCall | None) -> HttpResponse:
    context = {"call": call, "shown": _state(call)}
    if request.htmx and not request.htmx.boosted:
        return render(request, "sandbox/_telephone.html", context)
    if request.method == "POST" and call is not None and call.is_open:
        return redirect("telephone")
    return render(request, "sandbox/telephone.html", context)


def _state(call: CarrierCall | None) -> str:
    """Changes whenever the telephone must be drawn anew."""
    return f"{call.sid}-{call.status}-{len(call.captions)}-{bool(call.gather)}" if call else "idle"
