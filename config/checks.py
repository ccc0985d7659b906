"""What is missing for production, in plain words."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from phonenumbers import SUPPORTED_REGIONS

from coach import numbers

SHORTEST_KEY = 24


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


@register(Tags.security, deploy=True)
def voice(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """What the voice agent lacks, where there is a key for one."""
    if not settings.ELEVENLABS_API_KEY:
        return []
    lacks = (
        (
            not (settings.ELEVENLABS_AGENT_ID or settings.ELEVENLABS_BROWSER_AGENT_ID),
            "There is a key for ElevenLabs, and no agent: the scripted coach takes every call.",
            "Run manage.py sync_agent, and set ELEVENLABS_AGENT_ID and ELEVENLABS_BROWSER_AGENT_ID to what it prints.",
        ),
        (
            not settings.ELEVENLABS_TOOL_KEYS,
            "The agent cannot move a run, nor note a check-in, during a talk.",
            "Set ELEVENLABS_TOOL_KEYS to a long random word, and run manage.py sync_agent.",
        ),
        (
            not settings.ELEVENLABS_WEBHOOK_SECRETS,
            "What was said to the agent is fetched some minutes after a talk, instead of arriving at once.",
            "Set ELEVENLABS_WEBHOOK_SECRETS to the secret that manage.py sync_agent printed for its webhook.",
        ),
        (
            settings.VOICE_IN_BROWSER and not (settings.VOICE_CLIENT / "client.js").exists(),
            "The browser has no client for the voice agent: only the typed coach shows.",
            "Run make voice (it needs npm), then collectstatic.",
        ),
        (
            not settings.HTTPS,
            "The agent cannot reach this server.",
            "Set PUBLIC_BASE_URL to the https address of this server; its tools and its webhook speak https only.",
        ),
    )
    numbered = enumerate(lacks, start=4)
    return [Warning(what, hint=hint, id=f"coach.W{number:03}") for number, (is_so, what, hint) in numbered if is_so]


@register(Tags.security)
def secrets(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    if not settings.TWILIO_SANDBOX and not (settings.TWILIO_AUTH_TOKEN and settings.TWILIO_PHONE_NUMBER):
        hint = "Set TWILIO_AUTH_TOKEN and TWILIO_PHONE_NUMBER too, or none of the three."
        found.append(Error("TWILIO_ACCOUNT_SID stands alone.", hint=hint, id="coach.E003"))
    unknown = [code for code in settings.CALL_COUNTRIES if code not in {*SUPPORTED_REGIONS, numbers.ANY_COUNTRY}]
    if unknown:
        hint = "Write two letters for each, like DE,AT,CH; the United Kingdom is GB. * stands for every country."
        found.append(Error(f"CALL_COUNTRIES names no country: {', '.join(unknown)}.", hint=hint, id="coach.E006"))
    if any(len(key) < SHORTEST_KEY for key in settings.ELEVENLABS_TOOL_KEYS):
        hint = 'Make one with python3 -c "import secrets; print(secrets.token_urlsafe(32))".'
        found.append(Error("A key of ELEVENLABS_TOOL_KEYS is short enough to guess.", hint=hint, id="coach.E005"))
    return found
