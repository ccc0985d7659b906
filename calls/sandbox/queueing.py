"""Orders for calls, and their place in the account's queue."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Max

from calls.sandbox.models import CarrierCall


def accept(form: Mapping[str, str], *, events: list[str], now: datetime) -> CarrierCall:
    """Take an order for a call, as POST Calls does. It rings when the clock comes to it."""
    starts_at = _next_place(now)
    is_async = form.get("AsyncAmd", "false").lower() == "true"
    return CarrierCall.objects.create(
        sid="CA" + secrets.token_hex(16),
        from_number=form["From"],
        to_number=form["To"],
        url=form.get("Url", ""),
        method=form.get("Method", "POST"),
        twiml=form.get("Twiml", ""),
        fallback_url=form.get("FallbackUrl", ""),
        fallback_method=form.get("FallbackMethod", "POST"),
        status_callback=form.get("StatusCallback", ""),
        status_callback_method=form.get("StatusCallbackMethod", "POST"),
        status_callback_events=events or ["completed"],
        machine_detection=form.get("MachineDetection", ""),
        amd_callback=form.get("AsyncAmdStatusCallback", "") if is_async else "",
        amd_method=form.get("AsyncAmdStatusCallbackMethod", "POST"),
        ring_s=int(form.get("Timeout", 60)),
        time_limit_s=int(form.get("TimeLimit", 14400)),
        created_at=now,
        starts_at=starts_at,
        next_at=starts_at if starts_at > now else None,
    )


def _next_place(now: datetime) -> datetime:
    """Calls of an account begin at its rate and in the order they were asked for; who finds the line free, at once."""
    last = CarrierCall.objects.aggregate(at=Max("starts_at"))["at"]
    rate = settings.SANDBOX_CALLS_PER_SECOND
    return max(now, last + timedelta(seconds=1 / rate)) if last and rate else now
