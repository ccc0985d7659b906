"""The built-in telephone company: rings a telephone in the browser and talks to us as Twilio would, signed and over
HTTP. Its own rows are its ledger; it imports nothing of the calls it carries."""

import logging
import secrets
from datetime import datetime, timedelta
from email.utils import format_datetime
from typing import Any
from urllib.parse import urljoin

import requests
from django.conf import settings
from django.db import transaction
from twilio.request_validator import RequestValidator

from calls.sandbox import twiml
from calls.sandbox.models import Callback, CarrierCall

logger = logging.getLogger(__name__)

WEBHOOK_S = 15
EVENT_OF = {"initiated": "initiated", "ringing": "ringing", "in-progress": "answered"}
MOST_REDIRECTS = 10
APPLICATION_ERROR = "An application error has occurred. Goodbye."


class NotNow(Exception):
    """The line is in no state for that: somebody else was quicker."""


def accept(form: dict[str, Any], *, events: list[str], now: datetime) -> CarrierCall:
    """Take an order for a call, as POST Calls does. It rings when `advance` comes to it."""
    call = CarrierCall.objects.create(
        sid="CA" + secrets.token_hex(16),
        from_number=form["From"],
        to_number=form["To"],
        url=form["Url"],
        fallback_url=form.get("FallbackUrl", ""),
        status_callback=form.get("StatusCallback", ""),
        status_callback_events=events or ["completed"],
        ring_s=int(form.get("Timeout", 60)),
        time_limit_s=int(form.get("TimeLimit", 14400)),
        created_at=now,
    )
    _owe_callback(call, "initiated", now)
    return call


def advance(now: datetime) -> None:
    """Move every open call on: ring the queued, end those rung out or too long, send what callbacks are owed."""
    for call in CarrierCall.objects.open():
        if call.status == "queued":
            _move(call, "queued", "ringing", now, ringing_at=now)
        elif call.status == "ringing" and call.ringing_at and now > call.ringing_at + timedelta(seconds=call.ring_s):
            _move(call, "ringing", "no-answer", now, ended_at=now)
        elif call.answered_at and now > call.answered_at + timedelta(seconds=call.time_limit_s):
            _move(call, "in-progress", "completed", now, ended_at=now, gather=None)
    deliver_callbacks(now)


def answer(call: CarrierCall, *, now: datetime) -> None:
    """The runner picks up: the voice webhook is asked what to do."""
    _move_or_refuse(call, "ringing", "in-progress", now, answered_at=now)
    deliver_callbacks(now)
    _follow(call, call.url, {}, now)


def hear(call: CarrierCall, *, now: datetime, speech: str = "", digits: str = "") -> None:
    """The runner speaks, presses a key, or says nothing, while a Gather waits. Heard twice, it is passed on once."""
    gather = _take_gather(call)
    fields = {}
    if speech:
        fields = {"SpeechResult": speech, "Confidence": "0.92"}
    elif digits:
        fields = {"Digits": digits, "FinishedOnKey": ""}
    elif not gather["action_on_empty_result"]:
        return hang_up(call, now=now)
    if fields:
        _caption(call, "runner", speech or digits)
    _follow(call, gather["action"], fields, now)
    return None


def decline(call: CarrierCall, *, now: datetime) -> None:
    _move_or_refuse(call, "ringing", "busy", now, ended_at=now)
    deliver_callbacks(now)


def hang_up(call: CarrierCall, *, now: datetime) -> None:
    """The runner hangs up, or our side asked for the end."""
    _move_or_refuse(call, "in-progress", "completed", now, ended_at=now, gather=None)
    deliver_callbacks(now)


def end(call: CarrierCall, status: str, *, now: datetime) -> None:
    """POST to a Call resource: "canceled" before it is answered, "completed" after."""
    if call.status in ("queued", "ringing"):
        _move(call, call.status, "canceled", now, ended_at=now)
    elif call.status == "in-progress" and status == "completed":
        _move(call, "in-progress", "completed", now, ended_at=now, gather=None)
    deliver_callbacks(now)


def deliver_callbacks(now: datetime) -> None:
    """Send every status callback owed, each by one process only; two processes may overtake one another, as in life."""
    for owed in Callback.objects.filter(claimed_at=None).select_related("call").order_by("pk"):
        if Callback.objects.filter(pk=owed.pk, claimed_at=None).update(claimed_at=now):
            _deliver(owed)


def _move(call: CarrierCall, before: str, after: str, now: datetime, **fields: Any) -> bool:
    """Compare-and-set on the status: the browser and the clock may both want to end a call."""
    with transaction.atomic():
        moved = CarrierCall.objects.filter(pk=call.pk, status=before).update(status=after, **fields)
        if moved:
            call.refresh_from_db()
            _owe_callback(call, after, now)
    return bool(moved)


def _move_or_refuse(call: CarrierCall, before: str, after: str, now: datetime, **fields: Any) -> None:
    if not _move(call, before, after, now, **fields):
        raise NotNow


def _owe_callback(call: CarrierCall, status: str, now: datetime) -> None:
    event = EVENT_OF.get(status, "completed")
    if call.status_callback and event in call.status_callback_events:
        Callback.objects.create(call=call, sequence_number=call.callbacks.count(), status=status, at=now)


def _take_gather(call: CarrierCall) -> dict[str, Any]:
    """The Gather that waits, taken so that nobody else answers it."""
    with transaction.atomic():
        fresh = CarrierCall.objects.select_for_update().get(pk=call.pk)
        gather = fresh.gather
        if fresh.status != "in-progress" or not gather:
            raise NotNow
        fresh.gather = None
        fresh.save(update_fields=["gather"])
    call.refresh_from_db()
    return dict(gather)


def _follow(call: CarrierCall, url: str, fields: dict[str, str], now: datetime) -> None:
    """Fetch TwiML and do what it says, until the line waits or ends."""
    for _ in range(MOST_REDIRECTS):
        following = _perform(call, _fetch(call, url, fields), now, base=url)
        if following is None:
            return
        url, fields = following, {}
    _caption(call, "carrier", APPLICATION_ERROR)
    hang_up(call, now=now)


def _perform(call: CarrierCall, verbs: list[twiml.Verb], now: datetime, *, base: str) -> str | None:
    """Do the verbs in order; returns an address when one sends the call on to it."""
    for verb in verbs:
        if isinstance(verb, twiml.Say):
            _caption(call, "coach", verb.text)
        elif isinstance(verb, twiml.Gather):
            for prompt in verb.prompts:
                _caption(call, "coach", prompt)
            _wait(call, verb, base)
            return None
        elif isinstance(verb, twiml.Redirect):
            return urljoin(base, verb.url)
        else:
            break
    _move(call, "in-progress", "completed", now, ended_at=now, gather=None)
    deliver_callbacks(now)
    return None


def _wait(call: CarrierCall, gather: twiml.Gather, base: str) -> None:
    waiting = {**vars(gather), "prompts": list(gather.prompts), "action": urljoin(base, gather.action)}
    CarrierCall.objects.filter(pk=call.pk, status="in-progress").update(gather=waiting)
    call.refresh_from_db()


def _fetch(call: CarrierCall, url: str, fields: dict[str, str]) -> list[twiml.Verb]:
    """TwiML from `url`, else from the fallback, else the words everybody knows."""
    for address in filter(None, (url, call.fallback_url)):
        try:
            response = _post(address, {**_call_fields(call), **fields})
            if response.ok:
                return twiml.parse(response.content)
            logger.warning("carrier: %s answered %s", address.split("?")[0], response.status_code)
        except (requests.RequestException, twiml.BadTwiml) as fault:
            logger.warning("carrier: %s failed: %s", address.split("?")[0], fault)
    return [twiml.Say(APPLICATION_ERROR), twiml.Hangup()]


def _deliver(owed: Callback) -> None:
    call = owed.call
    fields = {
        **_call_fields(call),
        "CallStatus": owed.status,
        "Timestamp": format_datetime(owed.at),
        "CallbackSource": "call-progress-events",
        "SequenceNumber": str(owed.sequence_number),
    }
    if owed.status in ("completed", "busy", "no-answer", "failed", "canceled"):
        fields["CallDuration"] = str(call.duration_s)
        fields["Duration"] = str(-(-call.duration_s // 60))
        fields["SipResponseCode"] = {"busy": "486", "no-answer": "487"}.get(owed.status, "200")
    try:
        status = _post(call.status_callback, fields).status_code
    except requests.RequestException as fault:
        logger.warning("carrier: status callback failed: %s", fault)
        status = 0
    Callback.objects.filter(pk=owed.pk).update(answered_with=status)


def _call_fields(call: CarrierCall) -> dict[str, str]:
    return {
        "CallSid": call.sid,
        "AccountSid": settings.TWILIO_ACCOUNT_SID,
        "From": call.from_number,
        "Caller": call.from_number,
        "To": call.to_number,
        "Called": call.to_number,
        "CallStatus": call.status,
        "ApiVersion": "2010-04-01",
        "Direction": "outbound-api",
    }


def _post(url: str, fields: dict[str, str]) -> requests.Response:
    signature = RequestValidator(settings.TWILIO_AUTH_TOKEN).compute_signature(url, fields)
    headers = {"X-Twilio-Signature": signature, "I-Twilio-Idempotency-Token": secrets.token_hex(16)}
    with requests.Session() as session:
        session.trust_env = False
        return session.post(url, data=fields, headers=headers, timeout=WEBHOOK_S, allow_redirects=False)


def _caption(call: CarrierCall, speaker: str, text: str) -> None:
    with transaction.atomic():
        fresh = CarrierCall.objects.select_for_update().get(pk=call.pk)
        fresh.captions.append({"speaker": speaker, "text": text})
        fresh.save(update_fields=["captions"])
    call.captions = fresh.captions
