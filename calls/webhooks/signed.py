"""What every webhook of Twilio's goes through, and what they share. A forged request is refused before any query."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from calls import dispatch, twilio
from calls.models import Call
from coach.models import User

View = Callable[[HttpRequest], HttpResponse]


def from_twilio(view: View) -> View:
    """Only a request signed for our public address and our account passes."""

    @csrf_exempt
    @require_POST
    @wraps(view)
    def checked(request: HttpRequest) -> HttpResponse:
        url = settings.PUBLIC_BASE_URL + request.get_full_path()
        signature = request.headers.get("X-Twilio-Signature")
        if not twilio.is_signed(url, request.POST, signature):
            return HttpResponse("signature?", status=403, content_type="text/plain")
        if request.POST.get("AccountSid") != settings.TWILIO_ACCOUNT_SID:
            return HttpResponse("account?", status=403, content_type="text/plain")
        return view(request)

    return checked


def call_of(request: HttpRequest) -> Call | None:
    return _named(request).select_related("user", "run", "conversation").first()


def _named(request: HttpRequest) -> QuerySet[Call]:
    """By our reference; what is told of a call that the runner made bears none, and its SID is known."""
    if "ref" in request.GET:
        return Call.objects.filter(reference=request.GET["ref"])
    return Call.objects.filter(carrier_sid=request.POST.get("CallSid") or None)


def held(request: HttpRequest) -> Call | None:
    """The call, with its runner locked first, as the desk does: the same order everywhere, so that nobody waits in
    a circle."""
    whose = _named(request).values("user_id")
    return call_of(request) if User.objects.select_for_update().filter(pk__in=whose).first() else None


def is_own(call: Call, sid: str, *, now: datetime) -> bool:
    """Whether the SID is this call's. The reference is ours, so the first SID that comes with it is kept; a second one
    is another call for the same row, which is hung up.

    A call that was given up and rings after all is taken up again.
    """
    if call.carrier_sid == sid:
        return True
    if not call.carrier_sid and Call.objects.filter(pk=call.pk, carrier_sid="").update(carrier_sid=sid):
        given_up = Call.objects.filter(pk=call.pk, status=Call.Status.MISSED)
        given_up.update(status=Call.Status.PLACED, ended_at=None, reason="")
    call.refresh_from_db(fields=["carrier_sid", "status", "ended_at", "reason"])
    if call.carrier_sid == sid:
        return True
    dispatch.note_second(call, sid, now=now)
    return False


def answer(xml: str) -> HttpResponse:
    return HttpResponse(xml, content_type="text/xml; charset=utf-8")
