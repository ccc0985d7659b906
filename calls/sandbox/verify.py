"""As much of Twilio Verify as our code uses: a code by text message, five sends, five checks, ten minutes."""

import secrets
from datetime import datetime, timedelta

from django.db.models import F
from django.http import HttpRequest, JsonResponse
from django.utils import timezone

from calls.sandbox.models import Verification
from calls.sandbox.orders import E164, REFUSED_TO
from calls.sandbox.resource import error
from calls.sandbox.rest import for_account

GOOD_FOR = timedelta(minutes=10)
MOST = 5


@for_account
def verifications(request: HttpRequest, service: str) -> JsonResponse:
    number, now = request.POST.get("To", ""), timezone.now()
    if not E164.fullmatch(number) or number in REFUSED_TO:
        return error(60200, "Invalid parameter `To`")
    row = _pending(number, now)
    if row and row.sends >= MOST:
        return error(60203, "Max send attempts reached")
    if row is None:
        row = Verification.objects.create(
            sid=f"VE{secrets.token_hex(16)}", service=service, to_number=number, code=f"{secrets.randbelow(10**6):06d}",
            created_at=now,
        )  # fmt: skip
    Verification.objects.filter(pk=row.pk).update(sends=F("sends") + 1)
    return JsonResponse(_resource(row), status=201)


@for_account
def check(request: HttpRequest, service: str) -> JsonResponse:
    number, code, now = request.POST.get("To", ""), request.POST.get("Code", ""), timezone.now()
    row = _pending(number, now)
    if row is None:
        return error(20404, "The requested resource was not found")
    if row.checks >= MOST:
        return error(60202, "Max check attempts reached")
    is_right = secrets.compare_digest(row.code, code)
    Verification.objects.filter(pk=row.pk).update(checks=F("checks") + 1, status="approved" if is_right else "pending")
    row.refresh_from_db()
    return JsonResponse(_resource(row), status=201)


def _pending(number: str, now: datetime) -> Verification | None:
    fresh = Verification.objects.filter(to_number=number, status="pending", created_at__gt=now - GOOD_FOR)
    return fresh.order_by("-created_at").first()


def _resource(row: Verification) -> dict[str, object]:
    return {
        "sid": row.sid, "service_sid": row.service, "to": row.to_number, "channel": "sms", "status": row.status,
        "valid": row.status == "approved", "lookup": {}, "send_code_attempts": [],
    }  # fmt: skip
