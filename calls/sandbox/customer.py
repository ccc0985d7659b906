"""The telephone company's customer: signed requests to its webhooks, as Twilio makes them."""

import secrets
import threading
from http.cookiejar import DefaultCookiePolicy
from urllib.parse import urldefrag

import requests
from django.conf import settings
from twilio.request_validator import RequestValidator
from urllib3.exceptions import NewConnectionError

from calls.sandbox.models import CarrierCall

WEBHOOK_S = 15
_own = threading.local()


def fields_of(call: CarrierCall) -> dict[str, str]:
    """What every request about a call says of it."""
    return {
        "CallSid": call.sid,
        "AccountSid": settings.TWILIO_ACCOUNT_SID,
        "From": call.from_number,
        "Caller": call.from_number,
        "To": call.to_number,
        "Called": call.to_number,
        "CallStatus": call.status,
        "ApiVersion": "2010-04-01",
        "Direction": call.direction,
    }


def send(url: str, form: dict[str, str], *, method: str = "POST", token: str = "") -> requests.Response:
    """Raises requests' own exceptions. Sent once more only when no connection came about at all; `token` is the same
    for every sending of one thing."""
    token = token or secrets.token_hex(16)
    try:
        return _send_once(url, form, method, token)
    except requests.ConnectionError as fault:
        if not _never_connected(fault):
            raise
        return _send_once(url, form, method, token)


def _send_once(url: str, form: dict[str, str], method: str, token: str) -> requests.Response:
    # The fragment holds wishes about time-outs and tries; it is neither sent nor signed.
    address = urldefrag(url).url
    if method == "GET":
        address, form = str(requests.Request("GET", address, params=form).prepare().url), {}
    signature = RequestValidator(settings.TWILIO_AUTH_TOKEN).compute_signature(address, form)
    headers = {"X-Twilio-Signature": signature, "I-Twilio-Idempotency-Token": token}
    with _session() as session:
        return session.request(method, address, data=form, headers=headers, timeout=WEBHOOK_S, allow_redirects=False)


def _session() -> requests.Session:
    """One to a thread: making one costs more than a request. It keeps no cookies, and closed it keeps no connection."""
    if not hasattr(_own, "session"):
        _own.session = requests.Session()
        _own.session.trust_env = False
        _own.session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    return _own.session  # type: ignore[no-any-return]


def _never_connected(fault: requests.ConnectionError) -> bool:
    cause = getattr(fault.args[0], "reason", None) if fault.args else None
    return isinstance(fault, requests.exceptions.ConnectTimeout | requests.exceptions.SSLError) or isinstance(
        cause, NewConnectionError
    )
