"""Whose number it is, by a code: Twilio Verify, or the built-in telephone company's."""

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac

from calls import twilio

TOO_MANY_TRIES, GOOD_FOR_S = 60202, 600
CODES = {
    60200: "That number cannot get a code. Write it with its country code, like +44 20 7946 0958.",
    TOO_MANY_TRIES: "Too many tries. Please wait ten minutes, then ask for a new code.",
    60203: "I have sent enough codes for now. Please wait ten minutes.",
    60212: "I have sent enough codes for now. Please wait ten minutes.",
    60410: "That number cannot get a code. Please use another.",
    60605: "That number cannot get a code. Please use another.",
    20404: "That code has run out. Please ask for a new one.",
    20429: "I have sent enough codes for now. Please wait ten minutes.",
}
AWAY = "I cannot send codes just now. Please try again in a while."


class NotVerified(Exception):
    """The message is for the runner."""


def is_possible() -> bool:
    return bool(settings.TWILIO_VERIFY_SERVICE)


def send_code(number: str) -> None:
    """A code to an E.164 number, good for ten minutes; sent again within them it is the same. Raises NotVerified."""
    must_be_open(number)
    _asked("verifications", to=number, channel="sms")


def must_be_open(number: str) -> None:
    """Raises NotVerified after too many wrong tries: until the code has run out, no other is sent and none is right."""
    if cache.get(_lock(number)):
        raise NotVerified(CODES[TOO_MANY_TRIES])


def is_right(number: str, code: str) -> bool:
    """Whether the code is the one that was sent. Raises NotVerified when there is none to compare with."""
    must_be_open(number)
    return _asked("verification_checks", to=number, code=code) == "approved"


def _asked(resource: str, *, to: str, **asked: str) -> str:
    try:
        return twilio.verification(resource, to=to, **asked)
    except twilio.VerifyRefused as refusal:
        if refusal.code == TOO_MANY_TRIES:
            cache.set(_lock(to), True, GOOD_FOR_S)
        raise NotVerified(CODES.get(refusal.code or 0, AWAY)) from refusal


def _lock(number: str) -> str:
    return f"verify:{salted_hmac('calls.verifying', number).hexdigest()}"
