"""How calls are getting on, and who picked up. Events come late, twice and out of order; state only moves forward."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from calls import dispatch, jobs
from calls.models import Call, CallEvent
from calls.webhooks.signed import from_twilio, held, is_own
from coach import coaching

RANK = {"queued": 0, "initiated": 1, "ringing": 2, "in-progress": 3}
STATUS = {
    "queued": Call.Status.PLACED,
    "initiated": Call.Status.PLACED,
    "ringing": Call.Status.RINGING,
    "in-progress": Call.Status.IN_PROGRESS,
    **dispatch.FINAL_STATUS,
}
# Planned again, too: a word from Twilio says that it was made after all.
_UNSURE = (Call.Status.PLANNED, Call.Status.DIALLING, Call.Status.UNCERTAIN)
EARLIER = {
    1: [*_UNSURE],
    2: [*_UNSURE, Call.Status.PLACED],
    3: [*_UNSURE, Call.Status.PLACED, Call.Status.RINGING],
}
# Four digits at most: what is longer is no count of turns, events or seconds.
NUMBER = re.compile(r"[0-9]{1,4}")


@dataclass(frozen=True)
class StatusReport:
    """What a status callback says."""

    sid: str
    status: str
    sequence: int
    duration_s: int | None
    sip_code: str
    answered_by: str

    @classmethod
    def parse(cls, form: dict[str, str]) -> "StatusReport":
        duration, sequence = form.get("CallDuration", ""), form.get("SequenceNumber", "")
        return cls(
            sid=form.get("CallSid", ""),
            status=form.get("CallStatus", ""),
            sequence=int(sequence) if NUMBER.fullmatch(sequence) else 0,
            duration_s=int(duration) if NUMBER.fullmatch(duration) else None,
            sip_code=form.get("SipResponseCode", ""),
            answered_by=form.get("AnsweredBy", "")[:24],
        )


@from_twilio
def call_status(request: HttpRequest) -> HttpResponse:
    """How the call is getting on."""
    report, now = StatusReport.parse(request.POST.dict()), timezone.now()
    if report.status in STATUS and report.sid:
        with transaction.atomic():
            call = held(request)
            if call is not None and _is_new(call, report, now) and is_own(call, report.sid, now=now):
                _note_who(call, report.answered_by)
                _move_forward(call, report, now)
    return HttpResponse(status=204)


@from_twilio
def answered_by(request: HttpRequest) -> HttpResponse:
    """Whether a person or a machine picked up: it comes while the coach is speaking already."""
    sid, who, now = request.POST.get("CallSid", ""), request.POST.get("AnsweredBy", "")[:24], timezone.now()
    with transaction.atomic():
        call = held(request)
        if call is not None and sid and is_own(call, sid, now=now):
            _note_who(call, who)
            if call.is_with_a_machine:
                jobs.leave_machines.delay_on_commit()
    return HttpResponse(status=204)


def _note_who(call: Call, who: str) -> None:
    if who and not call.answered_by:
        call.answered_by = who
        call.save(update_fields=["answered_by"])


def _is_new(call: Call, report: StatusReport, now: datetime) -> bool:
    """Kept once. The runner is locked: no other word about the call comes between the look and the note."""
    told = CallEvent.objects.filter(
        carrier_sid=report.sid, sequence_number=report.sequence, status=report.status
    )  # fmt: skip
    if told.exists():
        return False
    details = {"duration_s": report.duration_s, "sip_code": report.sip_code}
    CallEvent.objects.create(
        call=call, carrier_sid=report.sid, sequence_number=report.sequence, status=report.status, details=details,
        received_at=now,
    )  # fmt: skip
    return True


def _move_forward(call: Call, report: StatusReport, now: datetime) -> None:
    if report.status not in RANK:
        return _finish(call, report, now)
    if report.status == "in-progress":
        Call.objects.filter(pk=call.pk, answered_at=None).update(answered_at=now)
    before, after = EARLIER.get(RANK[report.status], []), STATUS[report.status]
    Call.objects.filter(pk=call.pk, status__in=before).update(status=after, lease_until=now + dispatch.LOOK_AFTER)
    return None


def _finish(call: Call, report: StatusReport, now: datetime) -> None:
    """What was said so far counts, even when the runner hung up in the middle; what was said to the agent is told by
    ElevenLabs, and what a machine said is nobody's word."""
    if call.conversation is not None and call.is_with_a_machine:
        coaching.discard(call.conversation, now=now)
    elif call.conversation is not None:
        coaching.close_line(call.conversation, now=now)
    dispatch.finish(call, report.status, duration_s=report.duration_s, now=now)
