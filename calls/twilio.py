"""The only door to Twilio's SDK: place a call, look one up, build TwiML, check a signature."""

from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings

CONNECT_S, READ_S = 3, 10
RING_S = 25
TALK_LIMIT_S = 600
LISTED_AT_ONCE = 1000
EVENTS = ["initiated", "ringing", "answered", "completed"]

NUMBER_CODES = {21201, 21211, 21214, 21217, 13223, 13224, 13225, 13226, 21614}
LATER_CODES = {20429, 20503, 10004}
ENDED_CODES = {21220, 20404}

# When the request for a call is to be given up unsent.
_send_by: ContextVar[datetime | None] = ContextVar("send_by", default=None)


class CallRefused(Exception):
    """Twilio said no and no call was made. `kind`: "number" (dead for good), "operator" (ours to mend), "later"."""

    def __init__(self, message: str, *, kind: str, code: int | None = None) -> None:
        super().__init__(message)
        self.kind, self.code = kind, code


class OutcomeUnknown(Exception):
    """The request went out and no answer came back: the call may or may not have been made."""


class VerifyRefused(Exception):
    """Twilio Verify said no, or did not answer (`code` None)."""

    def __init__(self, code: int | None) -> None:
        super().__init__(f"code {code}")
        self.code = code


class NoSuchCall(Exception):
    """Twilio does not know this SID."""


@dataclass(frozen=True)
class Seen:
    """A call as Twilio lists it."""

    sid: str
    status: str
    duration_s: int | None
    made_at: datetime | None = None


def place(*, to: str, reference: str, send_by: datetime | None = None) -> str:
    """Ask for a call; returns its SID. Raises CallRefused or OutcomeUnknown. Never repeats the request, and sends none
    after `send_by`, however long the worker was held up on the way."""
    from requests.exceptions import RequestException
    from twilio.base.exceptions import TwilioException

    _send_by.set(send_by)
    try:
        call = _client().calls.create(to=to, from_=settings.TWILIO_PHONE_NUMBER, **_callbacks(reference))
    except (RequestException, TwilioException) as fault:
        raise _meaning(fault) from fault
    finally:
        _send_by.set(None)
    return str(call.sid)


def end(sid: str) -> None:
    """Hang up a call, ringing or answered. One that has ended already is ended."""
    _update(sid, status="completed")


def say_and_end(sid: str, text: str) -> None:
    """Say a text on a call that is up, and hang up."""
    _update(sid, twiml=farewell(text))


def _update(sid: str, **changes: str) -> None:
    from twilio.base.exceptions import TwilioRestException

    try:
        _client().calls(sid).update(**changes)
    except TwilioRestException as fault:
        if fault.code not in ENDED_CODES:
            raise


def find(*, to: str, since: datetime) -> list[Seen]:
    """Calls to a number since a time, newest first."""
    return [_seen(call) for call in _client().calls.list(to=to, start_time_after=since, limit=5)]


def made(*, since: datetime) -> Iterator[Seen]:
    """Every call from our number since a time, newest first."""
    asked = {"from_": settings.TWILIO_PHONE_NUMBER, "start_time_after": since}
    return (_seen(call) for call in _client().calls.stream(**asked, page_size=LISTED_AT_ONCE))


def fetch(sid: str) -> Seen:
    """Raises NoSuchCall when there is none; what else goes wrong is the SDK's own exception."""
    from twilio.base.exceptions import TwilioRestException

    try:
        return _seen(_client().calls(sid).fetch())
    except TwilioRestException as fault:
        if fault.status == 404:
            raise NoSuchCall from fault
        raise


def verification(resource: str, **asked: str) -> str:
    """The status of a verification asked of Twilio Verify: `resource` is "verifications" (a code is sent) or
    "verification_checks" (one is compared). Raises VerifyRefused."""
    from requests.exceptions import RequestException
    from twilio.base.exceptions import TwilioException

    service = _client().verify.v2.services(settings.TWILIO_VERIFY_SERVICE)
    try:
        return str(getattr(service, resource).create(**asked).status)
    except RequestException as fault:
        raise VerifyRefused(None) from fault
    except TwilioException as fault:
        raise VerifyRefused(getattr(fault, "code", None)) from fault


def is_signed(url: str, form: Mapping[str, Any], signature: str | None) -> bool:
    """Whether a webhook bears our account's signature. Two tokens are good while one is being replaced."""
    from twilio.request_validator import RequestValidator

    tokens = [token for token in (settings.TWILIO_AUTH_TOKEN, settings.TWILIO_AUTH_TOKEN_PREVIOUS) if token]
    return any(RequestValidator(token).validate(url, form, signature or "") for token in tokens)


def ask(text: str, *, action: str, hints: str = "") -> str:
    """TwiML that says `text` and listens for words or one key."""
    from twilio.twiml.voice_response import VoiceResponse

    response = VoiceResponse()
    gather = response.gather(
        input="speech dtmf",
        action=action,
        method="POST",
        speech_timeout="auto",
        num_digits=1,
        action_on_empty_result=True,
        hints=hints or None,
        language="en-US",
    )
    gather.say(text, voice="Polly.Joanna-Neural")
    return str(response)


def nothing() -> str:
    """TwiML that does nothing: no answer to a text message."""
    from twilio.twiml.messaging_response import MessagingResponse

    return str(MessagingResponse())


def farewell(text: str) -> str:
    """TwiML that says `text` and hangs up."""
    from twilio.twiml.voice_response import VoiceResponse

    response = VoiceResponse()
    response.say(text, voice="Polly.Joanna-Neural")
    response.hangup()
    return str(response)


def hang_up() -> str:
    """TwiML that ends the call without a word."""
    from twilio.twiml.voice_response import VoiceResponse

    response = VoiceResponse()
    response.hangup()
    return str(response)


def _callbacks(reference: str) -> dict[str, Any]:
    base = f"{settings.PUBLIC_BASE_URL}/api/twilio"
    url = f"{base}/connect-to-agent?ref={reference}"
    if settings.TWILIO_TRIAL:
        # A trial account refuses every further parameter.
        return {"url": url}
    return {
        **(_machine_detection(f"{base}/answered-by?ref={reference}") if settings.VOICEMAIL_DETECTION else {}),
        "url": url,
        "fallback_url": f"{base}/fallback",
        "status_callback": f"{base}/call-status?ref={reference}",
        "status_callback_event": EVENTS,
        "timeout": RING_S,
        "time_limit": TALK_LIMIT_S,
    }


def _machine_detection(callback: str) -> dict[str, str]:
    """Beside the talk, so that nobody waits in silence. A message is left only where the machine's own has ended."""
    until = "DetectMessageEnd" if settings.VOICEMAIL_MESSAGE else "Enable"
    return {"machine_detection": until, "async_amd": "true", "async_amd_status_callback": callback}


def _meaning(fault: Exception) -> CallRefused | OutcomeUnknown:
    """What a fault says about the call. Both of the SDK's error types carry a status and a code."""
    if _was_never_sent(fault):
        return CallRefused("The telephone company could not be reached.", kind="later")
    status, code = getattr(fault, "status", None), getattr(fault, "code", None)
    if status == 429 or code in LATER_CODES:
        return CallRefused(str(fault), kind="later", code=code)
    if not isinstance(status, int) or status >= 500:
        return OutcomeUnknown(type(fault).__name__)
    return CallRefused(str(fault), kind="number" if code in NUMBER_CODES else "operator", code=code)


def _seen(call: Any) -> Seen:
    duration_s = int(call.duration) if call.duration else None
    return Seen(str(call.sid), str(call.status), duration_s, call.date_created)


@cache
def _client() -> Any:
    from twilio.rest import Client

    sid, token = settings.TWILIO_ACCOUNT_SID, settings.TWILIO_AUTH_TOKEN
    return Client(sid, token, http_client=_http_client())


def _http_client() -> Any:
    from requests.adapters import HTTPAdapter
    from requests.exceptions import ConnectTimeout
    from twilio.http.http_client import TwilioHttpClient

    class Door(HTTPAdapter):
        def send(self, request: Any, *args: Any, **kwargs: Any) -> Any:
            send_by = _send_by.get()
            if send_by is not None and datetime.now(UTC) > send_by:
                raise ConnectTimeout("held up for too long")
            return super().send(request, *args, **{**kwargs, "timeout": (CONNECT_S, READ_S)})

    class Client(TwilioHttpClient):
        """In the sandbox every request goes to our own host, whatever the SDK thinks."""

        def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
            return super().request(method, _at_base(url), *args, **kwargs)

    client = Client(timeout=READ_S)
    client.session.mount("https://", Door(max_retries=0))
    client.session.mount("http://", Door(max_retries=0))
    if settings.TWILIO_API_BASE:
        client.session.trust_env = False
    return client


def _at_base(url: str) -> str:
    if not settings.TWILIO_API_BASE:
        return url
    base, parts = urlsplit(settings.TWILIO_API_BASE), urlsplit(url)
    return urlunsplit((base.scheme, base.netloc, base.path + parts.path, parts.query, ""))


def _was_never_sent(fault: Exception) -> bool:
    from requests.exceptions import ConnectionError as Unconnected
    from requests.exceptions import ConnectTimeout
    from urllib3.exceptions import NewConnectionError

    if isinstance(fault, ConnectTimeout):
        return True
    cause = getattr(fault.args[0], "reason", None) if isinstance(fault, Unconnected) and fault.args else None
    return isinstance(cause, NewConnectionError)
