"""What is missing for production, in plain words."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register


@register(Tags.security, deploy=True)
def production(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    if not settings.DATABASE_URL:
        found.append(
            Warning("SQLite holds the data.", hint="Set DATABASE_URL to a PostgreSQL database.", id="coach.W001")
        )
    if not settings.REDIS_URL:
        found.append(Warning("The queue is a folder.", hint="Set REDIS_URL to a Redis server.", id="coach.W002"))
    if settings.DEMO:
        found.append(Error("Anybody may sign in as the demo runner.", hint="Unset DEMO.", id="coach.E004"))
    if settings.TWILIO_SANDBOX:
        found.append(
            Warning(
                "Calls ring the telephone in the browser only.",
                hint="Set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_PHONE_NUMBER.",
                id="coach.W003",
            )
        )
    elif not settings.HTTPS:
        hint = "Set PUBLIC_BASE_URL to the https address of this server; Twilio signs it."
        found.append(Error("Twilio cannot reach this server.", hint=hint, id="coach.E001"))
    return found


@register(Tags.security)
def secrets(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    if not settings.TWILIO_SANDBOX and not (settings.TWILIO_AUTH_TOKEN and settings.TWILIO_PHONE_NUMBER):
        hint = "Set TWILIO_AUTH_TOKEN and TWILIO_PHONE_NUMBER too, or none of the three."
        found.append(Error("TWILIO_ACCOUNT_SID stands alone.", hint=hint, id="coach.E003"))
    return found
