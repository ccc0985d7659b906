"""The telephone company's own account of its calls, for who judges whether anybody was rung twice."""

from datetime import datetime
from urllib.parse import parse_qs, urlsplit

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase

from calls.sandbox.models import CarrierCall
from calls.sandbox.rest import for_account

TIMES = ("created_at", "dialled_at", "ringing_at", "answered_at", "ended_at")


@for_account
def ledger(request: HttpRequest) -> HttpResponseBase:
    """Every call in the order they were asked for; times as seconds since 1970, null where it never came to that."""
    columns = ("sid", "to_number", "url", "status", *TIMES)
    rows = CarrierCall.objects.order_by("created_at", "sid").values(*columns)
    return JsonResponse({"calls": [_entry(**row) for row in rows]})


def _entry(sid: str, to_number: str, url: str, status: str, **times: datetime | None) -> dict[str, object]:
    ref = parse_qs(urlsplit(url).query).get("ref", [""])[0]
    at = {name: moment and moment.timestamp() for name, moment in times.items()}
    return {"sid": sid, "to": to_number, "ref": ref, "status": status, **at}
