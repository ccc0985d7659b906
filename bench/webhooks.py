"""What a webhook costs beside a page: a signed one, and a forged one."""

from itertools import count
from typing import Any

from bench.measuring import compare, show
from bench.pages import FLOOR

PATH = "/api/twilio/call-status?ref="


def measure() -> dict[str, Any]:
    import logging

    from django.conf import settings
    from django.test import Client
    from django.utils import timezone
    from twilio.request_validator import RequestValidator

    from calls.models import Call
    from coach import coaching, demo
    from coach.models import User

    # Every forged one is a line in the log; a thousand of them hide the table.
    logging.getLogger("django.request").setLevel(logging.ERROR)
    user = User.objects.get(email=demo.EMAIL)
    call = coaching.call_me(user, now=timezone.now())
    Call.objects.filter(pk=call.pk).update(status="in_progress", carrier_sid="CA" + "1" * 32)
    client, path, numbers = Client(), f"{PATH}{call.reference}", count(1)
    browser = Client()
    browser.force_login(user)

    def post(*, signed: bool) -> None:
        # Each has a number of its own: a repeated one would cost less.
        form = {
            "AccountSid": settings.TWILIO_ACCOUNT_SID,
            "CallSid": "CA" + "1" * 32,
            "CallStatus": "in-progress",
            "SequenceNumber": str(next(numbers)),
        }
        url = settings.PUBLIC_BASE_URL + path
        signature = RequestValidator(settings.TWILIO_AUTH_TOKEN).compute_signature(url, form) if signed else "forged"
        answer = client.post(path, form, headers={"X-Twilio-Signature": signature})
        if answer.status_code != (204 if signed else 403):
            raise RuntimeError(f"the webhook answered {answer.status_code}")

    works = {
        "signed": lambda: post(signed=True),
        "forged": lambda: post(signed=False),
        "floor": lambda: browser.get(FLOOR),
    }
    table = compare(works)
    show("webhooks, x floor", table)
    call.delete()
    return table
