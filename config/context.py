"""What every page knows."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone


def page(request: HttpRequest) -> dict[str, object]:
    return {
        "now": timezone.now(),
        # django-htmx reads the nonce by Django 6's name.
        "csp_nonce": request.csp_nonce,  # type: ignore[attr-defined]
        "telephone_in_browser": settings.TWILIO_SANDBOX,
    }
