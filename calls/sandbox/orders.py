"""Which orders for a call Twilio refuses, and with which code."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from django.conf import settings

E164 = re.compile(r"\+[1-9]\d{6,14}")
MAGIC_FROM = "+15005550006"
# Twilio's own test numbers.
REFUSED_FROM = {"+15005550001": (21212, "is not a valid phone number")}
REFUSED_TO = {
    "+15005550001": (21217, "is not a valid phone number"),
    "+15005550002": (21214, "cannot be reached"),
    "+15005550003": (21215, "is in a country you may not call"),
    "+15005550004": (21216, "is not allowed to be called"),
}
INVALID, NO_TO, NO_FROM, BAD_URL, BAD_TO, UNKNOWN_FROM = 20001, 21201, 21213, 21205, 21211, 21210
LONGEST_TWIML = 4000
ADDRESSES = ("Url", "FallbackUrl", "StatusCallback", "AsyncAmdStatusCallback")
# Seconds.
MOST = {"Timeout": 600, "TimeLimit": 86400}
UPDATES = ("canceled", "completed")
ON_TRIAL = {"To", "From", "Url", "StatusCallback"}

Refusal = tuple[int, str]


def refusal(form: Mapping[str, str]) -> Refusal | None:
    """Twilio's code and words for the first thing that is wrong with an order; None for a good one."""
    return next(_wrong(form), None)


def update_refusal(form: Mapping[str, str]) -> Refusal | None:
    """The same for an update of a call."""
    if form.get("Status", "completed") not in UPDATES:
        return INVALID, "Invalid parameter 'Status'"
    return next(_wrong_script(form), None)


def _wrong(form: Mapping[str, str]) -> Iterator[Refusal]:
    if settings.TWILIO_TRIAL and (more := set(form) - ON_TRIAL):
        yield INVALID, f"Trial accounts have limited parameter access: {', '.join(sorted(more))}"
    yield from _wrong_numbers(form.get("To", ""), form.get("From", ""))
    if not (form.get("Url") or form.get("Twiml")):
        yield BAD_URL, "Url parameter is required."
    yield from _wrong_script(form)
    for name, most in MOST.items():
        if name in form and not (form[name].isdecimal() and int(form[name]) <= most):
            yield INVALID, f"Invalid parameter '{name}'"


def _wrong_numbers(to: str, ours: str) -> Iterator[Refusal]:
    if not to:
        yield NO_TO, "No 'To' number is specified"
    if not ours:
        yield NO_FROM, "No 'From' number is specified"
    if not E164.fullmatch(to):
        yield BAD_TO, f"The 'To' number {to} is not a valid phone number"
    if to in REFUSED_TO:
        code, words = REFUSED_TO[to]
        yield code, f"The 'To' number {words}"
    if ours != MAGIC_FROM:
        code, words = REFUSED_FROM.get(ours, (UNKNOWN_FROM, "is not a verified number of yours"))
        yield code, f"The 'From' number {words}"


def _wrong_script(form: Mapping[str, str]) -> Iterator[Refusal]:
    for name in ADDRESSES:
        if form.get(name) and not _is_address(form[name]):
            yield BAD_URL, f"{name} is not a valid URL: {form[name]}"
    if len(form.get("Twiml", "")) > LONGEST_TWIML:
        yield BAD_URL, f"Twiml is longer than {LONGEST_TWIML} characters"


def _is_address(url: str) -> bool:
    """Twilio takes no underscore in a host's name."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "_" not in str(parts.hostname)
