"""What the telephone company still has to tell its customer about the calls it carries."""

import logging
import secrets
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from email.utils import format_datetime
from typing import Any

import requests
from django.conf import settings

from calls.sandbox import customer
from calls.sandbox.faults import FaultPlan
from calls.sandbox.models import Callback, CallbackQuerySet, CarrierCall

logger = logging.getLogger(__name__)

EVENT_OF = {"initiated": "initiated", "ringing": "ringing", "in-progress": "answered"}
FINAL = ("completed", "busy", "no-answer", "failed", "canceled")
DETECTED = "detected"
DETECTION_MS = 2400
SIP_CODE_OF = {"busy": "486", "no-answer": "487", "canceled": "487", "failed": "404"}

Run = Callable[..., None]


def at_once(lane: str, work: Callable[..., None], *args: Any) -> None:
    """Work on a call is done where it is found. Who has threads gives what uses them instead."""
    work(*args)


def owe(call: CarrierCall, status: str, *, now: datetime) -> None:
    """Note that the customer is to hear of a status, if it wants to hear of such. Where the fault plan drops it, it is
    noted as sent."""
    event = EVENT_OF.get(status, "completed")
    if not call.status_callback or event not in call.status_callback_events:
        return
    sequence = call.callbacks.exclude(sequence_number=None).count()
    fate = FaultPlan.read(settings.SANDBOX_FAULTS).of_callback(call.sid, sequence, is_last=status in FINAL)
    is_dropped = fate.name == "dropped"
    owed = Callback.objects.create(
        call=call,
        sequence_number=sequence,
        status=status,
        at=now,
        due_at=now + timedelta(seconds=fate.delay_s),
        fate=fate.name,
        claimed_at=now if is_dropped else None,
    )
    if is_dropped:
        _release_before(owed)


def owe_detection(call: CarrierCall, *, now: datetime) -> None:
    """What machine detection found goes to an address of its own, once it is found."""
    due_at = now + timedelta(milliseconds=DETECTION_MS)
    Callback.objects.create(call=call, status=DETECTED, at=due_at, due_at=due_at)


def detection(call: CarrierCall) -> dict[str, str]:
    return {"AnsweredBy": call.answered_by, "MachineDetectionDuration": str(DETECTION_MS)}


def deliver(call: CarrierCall, now: datetime) -> None:
    """Send what callbacks of one call are due, now."""
    for owed in _taken(call.callbacks.due(now), now):
        send(owed)


def deliver_due(now: datetime, run: Run = at_once) -> None:
    """Send every callback due, each by one process only; two processes may overtake one another, as in life."""
    for owed in _taken(Callback.objects.due(now), now):
        # Detection goes on beside whatever else the call waits for, a slow voice webhook for one.
        run(f"{owed.call_id} detection" if owed.status == DETECTED else owed.call_id, send, owed)


def _taken(due: CallbackQuerySet, now: datetime) -> Iterator[Callback]:
    for owed in due.select_related("call"):
        if Callback.objects.filter(pk=owed.pk, claimed_at=None).update(claimed_at=now):
            yield owed


def send(owed: Callback) -> None:
    token, call = secrets.token_hex(16), owed.call
    url, method = call.status_callback, call.status_callback_method
    if owed.status == DETECTED:
        url, method = call.amd_callback, call.amd_method
    for _ in range(2 if owed.fate == "twice" else 1):
        try:
            answered_with = customer.send(url, _form(owed), method=method, token=token).status_code
        except requests.RequestException as fault:
            logger.warning("carrier: callback failed: %s", type(fault).__name__)
            answered_with = 0
    Callback.objects.filter(pk=owed.pk).update(answered_with=answered_with)
    _release_before(owed)


def _release_before(owed: Callback) -> None:
    """Those held so that this one could overtake them may go now."""
    if owed.sequence_number is None:
        return
    earlier = Callback.objects.filter(call=owed.call_id, sequence_number__lt=owed.sequence_number)
    earlier.filter(fate="held").update(fate="")


def _form(owed: Callback) -> dict[str, str]:
    call = owed.call
    if owed.status == DETECTED:
        return {"CallSid": call.sid, "AccountSid": settings.TWILIO_ACCOUNT_SID, **detection(call)}
    form = {
        **customer.fields_of(call),
        "CallStatus": owed.status,
        "Timestamp": format_datetime(owed.at),
        "CallbackSource": "call-progress-events",
        "SequenceNumber": str(owed.sequence_number),
    }
    if owed.status in FINAL:
        # One counts seconds, the other minutes begun.
        form["CallDuration"] = str(call.duration_s)
        form["Duration"] = str(-(-call.duration_s // 60))
        form["SipResponseCode"] = SIP_CODE_OF.get(owed.status, "200")
    if call.answered_by and (owed.status in FINAL or not call.amd_callback):
        form.update(detection(call))
    return form
