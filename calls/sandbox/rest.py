"""As much of Twilio's REST API as our code uses, in Twilio's own shapes and error codes."""

import base64
import hmac
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from itertools import count
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from calls.sandbox import carrier, jobs, orders, queueing, resource, wire
from calls.sandbox.faults import FaultPlan
from calls.sandbox.models import CarrierCall
from calls.sandbox.moves import NotNow
from calls.sandbox.resource import error

View = Callable[..., HttpResponseBase]
PAGE_SIZE = 50
FILTERS = {
    "To": "to_number",
    "From": "from_number",
    "Status": "status",
    "StartTime>": "created_at__gte",
    "StartTime<": "created_at__lte",
}
_order_numbers = count()


def for_account(view: View) -> View:
    """HTTP basic authentication with the account's SID and token; the address names the account, or none."""

    @csrf_exempt
    @wraps(view)
    def checked(request: HttpRequest, account: str = "", **kwargs: Any) -> HttpResponseBase:
        expected = f"{settings.TWILIO_ACCOUNT_SID}:{settings.TWILIO_AUTH_TOKEN}"
        header = "Basic " + base64.b64encode(expected.encode()).decode()
        given = request.headers.get("Authorization", "")
        if not hmac.compare_digest(header.encode(), given.encode()) or account not in ("", settings.TWILIO_ACCOUNT_SID):
            return error(20003, "Authenticate")
        if broken := _broken(request):
            return error(20001, "; ".join(broken))
        return view(request, **kwargs)

    return checked


def _broken(request: HttpRequest) -> list[str]:
    contract, path = settings.SANDBOX_CONTRACT, request.path.partition("/sandbox/twilio")[2]
    return contract(str(request.method), path, request.META["QUERY_STRING"], request.body) if contract and path else []


@for_account
def calls(request: HttpRequest) -> HttpResponseBase:
    return _create(request) if request.method == "POST" else _list(request)


@for_account
def call(request: HttpRequest, sid: str) -> HttpResponseBase:
    row = CarrierCall.objects.filter(pk=sid).first()
    if row is None:
        return error(20404, f"The requested resource /Calls/{sid}.json was not found")
    return _update(request, row) if request.method == "POST" else JsonResponse(resource.of_call(row))


def _update(request: HttpRequest, row: CarrierCall) -> HttpResponseBase:
    """End a call, or give one under way new TwiML."""
    asked = request.POST
    if refused := orders.update_refusal(asked.dict()):
        return error(*refused)
    try:
        if not row.is_open:
            raise NotNow
        if "Url" in asked:
            carrier.redirect(row, url=asked["Url"], method=asked.get("Method", "POST"))
        elif "Twiml" in asked:
            carrier.redirect(row, twiml=asked["Twiml"])
    except NotNow:
        return error(21220, "Call is not in-progress. Cannot redirect.")
    if "Status" in asked:
        carrier.end(row, asked["Status"], now=timezone.now())
    jobs.advance_soon()
    row.refresh_from_db()
    return JsonResponse(resource.of_call(row))


def _create(request: HttpRequest) -> HttpResponseBase:
    plan = FaultPlan.read(settings.SANDBOX_FAULTS)
    fault = plan.of_request(next(_order_numbers))
    if fault and not fault.endswith("_after"):
        return wire.fail(request, fault, hang_s=plan.hang_s)
    if refused := orders.refusal(request.POST.dict()):
        return error(*refused)
    with transaction.atomic():
        events = request.POST.getlist("StatusCallbackEvent")
        row = queueing.accept(request.POST.dict(), events=events, now=timezone.now())
        jobs.advance_soon()
    if fault:
        return wire.fail(request, fault, hang_s=plan.hang_s)
    return JsonResponse(resource.of_call(row), status=201)


def _list(request: HttpRequest) -> HttpResponseBase:
    """Newest first. Twilio's list lags behind its calls; how far, the fault plan says."""
    plan, asked = FaultPlan.read(settings.SANDBOX_FAULTS), request.GET
    rows = CarrierCall.objects.filter(created_at__lte=timezone.now() - timedelta(seconds=plan.listing_lag_s))
    for name, column in FILTERS.items():
        if name in asked:
            rows = rows.filter(**{column: asked[name]})
    page, size = int(asked.get("Page", 0)), int(asked.get("PageSize", PAGE_SIZE))
    found = rows.order_by("-created_at", "sid")[page * size : (page + 1) * size + 1]
    then = asked.copy()
    then["Page"] = str(page + 1)
    return JsonResponse(
        {
            "calls": [resource.of_call(call) for call in found[:size]],
            "page": page,
            "page_size": size,
            "uri": request.get_full_path(),
            "next_page_uri": f"{resource.base()}/Calls.json?{then.urlencode()}" if len(found) > size else None,
        }
    )
