"""As much of Twilio's REST API as our code uses, in Twilio's own shapes and error codes."""

import base64
import hmac
import re
from collections.abc import Callable
from datetime import datetime
from email.utils import format_datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from calls.sandbox import carrier, jobs
from calls.sandbox.models import CarrierCall

E164 = re.compile(r"\+[1-9]\d{6,14}")
MAGIC_FROM = "+15005550006"
# Twilio's own test numbers.
REFUSED_FROM = {"+15005550001": (21212, "is not a valid phone number")}
REFUSED_TO = {
    "+15005550001": (21217, "is not a valid phone number"),
    "+15005550002": (21214, "cannot be reached"),
    "+15005550003": (21215, "is in a country you may not call"),
    "+15005550004": (21216, "is not allowed to be called"),
}
REQUIRED = {"To": 21201, "From": 21213, "Url": 21205}


def for_account(view: Callable[..., JsonResponse]) -> Callable[..., JsonResponse]:
    """HTTP basic authentication with the account's SID and token."""

    @csrf_exempt
    @wraps(view)
    def checked(request: HttpRequest, account: str, **kwargs: Any) -> JsonResponse:
        expected = f"{settings.TWILIO_ACCOUNT_SID}:{settings.TWILIO_AUTH_TOKEN}"
        header = "Basic " + base64.b64encode(expected.encode()).decode()
        given = request.headers.get("Authorization", "")
        if not hmac.compare_digest(header.encode(), given.encode()) or account != settings.TWILIO_ACCOUNT_SID:
            return _error(401, 20003, "Authenticate")
        return view(request, **kwargs)

    return checked


@for_account
def calls(request: HttpRequest) -> JsonResponse:
    if request.method == "POST":
        return _create(request)
    rows = CarrierCall.objects.order_by("-created_at")
    if to := request.GET.get("To"):
        rows = rows.filter(to_number=to)
    if since := request.GET.get("StartTime>"):
        rows = rows.filter(created_at__gte=datetime.fromisoformat(since.replace("Z", "+00:00")))
    return JsonResponse({"calls": [_resource(call) for call in rows[:50]], "page": 0, "page_size": 50})


@for_account
def call(request: HttpRequest, sid: str) -> JsonResponse:
    row = CarrierCall.objects.filter(pk=sid).first()
    if row is None:
        return _error(404, 20404, f"The requested resource /Calls/{sid}.json was not found")
    if request.method == "POST":
        if not row.is_open:
            return _error(400, 21220, "Call is not in-progress. Cannot redirect.")
        carrier.end(row, request.POST.get("Status", ""), now=timezone.now())
        row.refresh_from_db()
    return JsonResponse(_resource(row))


def _create(request: HttpRequest) -> JsonResponse:
    form = request.POST.dict()
    for name, code in REQUIRED.items():
        if not form.get(name):
            return _error(400, code, f"No '{name}' number is specified")
    number, ours = form["To"], form["From"]
    if not E164.fullmatch(number):
        return _error(400, 21211, f"The 'To' number {number} is not a valid phone number")
    if number in REFUSED_TO:
        code, words = REFUSED_TO[number]
        return _error(400, code, f"The 'To' number {words}")
    if ours != MAGIC_FROM:
        code, words = REFUSED_FROM.get(ours, (21210, "is not a verified number of yours"))
        return _error(400, code, f"The 'From' number {words}")
    with transaction.atomic():
        row = carrier.accept(form, events=request.POST.getlist("StatusCallbackEvent"), now=timezone.now())
        jobs.advance.delay_on_commit()
    return JsonResponse(_resource(row), status=201)


def _resource(call: CarrierCall) -> dict[str, Any]:
    account = settings.TWILIO_ACCOUNT_SID
    return {
        "sid": call.sid,
        "account_sid": account,
        "api_version": "2010-04-01",
        "from": call.from_number,
        "to": call.to_number,
        "status": call.status,
        "direction": "outbound-api",
        "date_created": format_datetime(call.created_at),
        "start_time": call.answered_at and format_datetime(call.answered_at),
        "end_time": call.ended_at and format_datetime(call.ended_at),
        "duration": str(call.duration_s) if call.ended_at else None,
        "answered_by": None,
        "price": None,
        "price_unit": "USD",
        "queue_time": "0",
        "uri": f"/2010-04-01/Accounts/{account}/Calls/{call.sid}.json",
        "subresource_uris": {},
    }


def _error(status: int, code: int, message: str) -> JsonResponse:
    info = f"https://www.twilio.com/docs/errors/{code}"
    return JsonResponse({"code": code, "message": message, "more_info": info, "status": status}, status=status)
