"""The built-in telephone company: rings a telephone in the browser and talks to us as Twilio would, signed and over
HTTP. Its own rows are its ledger; it imports nothing of the calls it carries."""

import secrets
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from calls.sandbox import agent, callbacks, clock, listening, moves, script
from calls.sandbox.callbacks import Run, at_once
from calls.sandbox.fetching import Document
from calls.sandbox.models import CarrierCall
from calls.sandbox.moves import NotNow

# Longer than any step takes: whoever works on a call and is lost does not hold it for ever.
LEASE = timedelta(seconds=60)
WITHOUT_RINGING = {"busy": "busy", "fails": "failed"}
SAID_BY_PEOPLE = "yes"


def advance(now: datetime, run: Run = at_once) -> None:
    """Move on every call that is due for it and send what callbacks are owed. `run` is given, for one call after the
    other, what asks the customer something."""
    for call in CarrierCall.objects.due(now):
        if call.status == "queued":
            _dial(call, now)
        elif CarrierCall.objects.filter(pk=call.pk, next_at=call.next_at).update(next_at=now + LEASE):
            run(call.pk, _step, call, now)
    callbacks.deliver_due(now, run)


def ring_in(number: str, *, to: str, url: str, status_callback: str, now: datetime) -> CarrierCall:
    """Somebody with this number rings the customer's number `to`, whose voice webhook is `url`: it picks up at once.
    `status_callback` is told of the end."""
    call = CarrierCall.objects.create(
        sid="CA" + secrets.token_hex(16), direction=CarrierCall.Direction.INBOUND, from_number=number, to_number=to,
        url=url, status_callback=status_callback, status_callback_events=["completed"], status="in-progress",
        created_at=now, starts_at=now, dialled_at=now, ringing_at=now, answered_at=now, next_at=now + LEASE,
    )  # fmt: skip
    script.begin(call, {}, now)
    call.refresh_from_db()
    return call


def answer(call: CarrierCall, *, now: datetime) -> None:
    """The runner picks up: the voice webhook is asked what to do."""
    _pick_up(call, now, by_machine=False)


def to_voicemail(call: CarrierCall, *, now: datetime) -> None:
    """The runner's machine picks up. It says nothing and takes down what it hears."""
    _pick_up(call, now, by_machine=True)


def decline(call: CarrierCall, *, now: datetime) -> None:
    moves.move_or_refuse(call, "ringing", "busy", now, ended_at=now)
    callbacks.deliver(call, now)


def hang_up(call: CarrierCall, *, now: datetime) -> None:
    """The runner hangs up, or our side asked for the end."""
    if not moves.complete(call, now):
        raise NotNow
    callbacks.deliver(call, now)


def hear(call: CarrierCall, *, now: datetime, speech: str = "", digits: str = "") -> None:
    """The runner speaks, presses keys, or says nothing, while the line listens. Heard twice, it is passed on once."""
    waited = _take_gather(call)
    if speech or digits:
        moves.caption(call, ("runner", speech or digits))
    if waited.get("agent"):
        return _hear_agent(call, waited, speech, now)
    fields = listening.passed_on(waited, speech=speech, digits=digits)
    if fields is None:
        return script.wait_again(call, waited, now)
    if not fields and not waited["action_on_empty_result"]:
        return script.go_on(call, waited, now)
    return script.go_to(call, waited["action"], fields, now, method=waited["method"])


def redirect(call: CarrierCall, **to: str) -> None:
    """New TwiML for a call under way: a `url` and its `method`, or `twiml`. The clock takes it up. Raises NotNow."""
    if not CarrierCall.objects.filter(pk=call.pk, status="in-progress").update(redirect=to, next_at=None):
        raise NotNow


def end(call: CarrierCall, status: str, *, now: datetime) -> None:
    """POST to a Call resource: "canceled" before it is answered, "completed" at any time."""
    if call.status in ("queued", "ringing"):
        moves.move(call, call.status, "canceled", now, ended_at=now)
    elif call.status == "in-progress" and status == "completed":
        moves.complete(call, now)
    callbacks.deliver(call, now)


def _dial(call: CarrierCall, now: datetime) -> None:
    """The call leaves the queue."""
    ending = WITHOUT_RINGING.get(clock.people().habit(call.far_end))
    if ending:
        moves.move(call, "queued", ending, now, first="initiated", dialled_at=now, ended_at=now)
    else:
        moves.move(call, "queued", "ringing", now, first="initiated", dialled_at=now, ringing_at=now)


def _step(call: CarrierCall, now: datetime) -> None:
    with suppress(NotNow):
        (_while_ringing if call.status == "ringing" else _while_talking)(call, now)


def _while_ringing(call: CarrierCall, now: datetime) -> None:
    at = clock.picked_up_at(call)
    if at is not None and at <= clock.rings_until(call):
        _pick_up(call, now, by_machine=clock.people().habit(call.far_end) == "voicemail")
    else:
        moves.move_or_refuse(call, "ringing", "no-answer", now, ended_at=now)
        callbacks.deliver(call, now)


def _while_talking(call: CarrierCall, now: datetime) -> None:
    people = clock.people()
    is_person = bool(people.habit(call.far_end)) and not call.by_machine
    has_said_enough = call.heard >= people.turns or not people.has_a_talk(call.far_end)
    if now >= clock.ends_at(call):
        hang_up(call, now=now)
    elif call.redirect:
        _take_redirect(call, now)
    elif is_person and has_said_enough:
        hang_up(call, now=now)
    else:
        hear(call, speech=SAID_BY_PEOPLE if is_person else "", now=now)


def _pick_up(call: CarrierCall, now: datetime, *, by_machine: bool) -> None:
    """Where the customer has detection hold the call up, it is told with the voice webhook; nobody waits here."""
    found = _detected(call, by_machine) if call.machine_detection else ""
    moves.move_or_refuse(
        call, "ringing", "in-progress", now, answered_at=now, by_machine=by_machine, answered_by=found
    )  # fmt: skip
    if found and call.amd_callback:
        callbacks.owe_detection(call, now=now)
    callbacks.deliver(call, now)
    script.begin(call, callbacks.detection(call) if found and not call.amd_callback else {}, now)


def _detected(call: CarrierCall, by_machine: bool) -> str:
    if clock.people().is_hard_to_tell(call.far_end):
        return "unknown"
    if not by_machine:
        return "human"
    return "machine_end_beep" if call.machine_detection == "DetectMessageEnd" else "machine_start"


def _hear_agent(call: CarrierCall, waited: dict[str, Any], speech: str, now: datetime) -> None:
    said, leaves = agent.reply(speech)
    if speech:
        moves.caption(call, said)
    if speech and leaves:
        script.go_on(call, waited, now)
    else:
        script.wait_again(call, waited, now)


def _take_redirect(call: CarrierCall, now: datetime) -> None:
    to = dict(call.redirect or {})
    if not CarrierCall.objects.filter(pk=call.pk, redirect__isnull=False).update(redirect=None, gather=None):
        raise NotNow
    call.refresh_from_db()
    if "twiml" in to:
        script.follow(call, Document(to["twiml"], base=""), now)
    else:
        script.go_to(call, to["url"], {}, now, method=to["method"])


def _take_gather(call: CarrierCall) -> dict[str, Any]:
    """What the line waits for, taken so that nobody else answers it."""
    with transaction.atomic():
        fresh = CarrierCall.objects.select_for_update().get(pk=call.pk)
        gather = fresh.gather
        if fresh.status != "in-progress" or not gather:
            raise NotNow
        fresh.gather, fresh.heard = None, fresh.heard + 1
        fresh.save(update_fields=["gather", "heard"])
    call.refresh_from_db()
    return dict(gather)
