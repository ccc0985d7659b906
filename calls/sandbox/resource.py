"""Twilio's shapes: a Call resource, a page of them, an error."""

from email.utils import format_datetime
from typing import Any

from django.conf import settings
from django.http import JsonResponse

from calls.sandbox.models import CarrierCall

STATUS_OF = {20003: 401, 20404: 404, 20429: 429, 20500: 500, 20503: 503, 60203: 429, 60202: 429}


def error(code: int, message: str) -> JsonResponse:
    """An error as Twilio words it, with the HTTP status that goes with its code."""
    status, info = STATUS_OF.get(code, 400), f"https://www.twilio.com/docs/errors/{code}"
    return JsonResponse({"code": code, "message": message, "more_info": info, "status": status}, status=status)


def base() -> str:
    """Where the account's resources lie under Twilio's address."""
    return f"/2010-04-01/Accounts/{settings.TWILIO_ACCOUNT_SID}"


def of_call(call: CarrierCall) -> dict[str, Any]:
    return {
        "sid": call.sid,
        "account_sid": settings.TWILIO_ACCOUNT_SID,
        "api_version": "2010-04-01",
        "from": call.from_number,
        "to": call.to_number,
        "status": call.status,
        "direction": call.direction,
        "date_created": format_datetime(call.created_at),
        "start_time": call.answered_at and format_datetime(call.answered_at),
        "end_time": call.ended_at and format_datetime(call.ended_at),
        "duration": str(call.duration_s) if call.ended_at else None,
        "answered_by": call.answered_by or None,
        "price": None,
        "price_unit": "USD",
        "queue_time": str(max(0, call.queued_ms)),
        "uri": f"{base()}/Calls/{call.sid}.json",
        "subresource_uris": {},
    }
