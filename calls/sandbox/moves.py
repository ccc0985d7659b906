"""A call moves from one status to the next, once, whoever else would move it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from calls.sandbox import callbacks, clock
from calls.sandbox.models import CarrierCall


class NotNow(Exception):
    """The line is in no state for that: somebody else was quicker."""


def move(call: CarrierCall, before: str, after: str, now: datetime, *, first: str = "", **fields: Any) -> bool:
    """Compare-and-set on the status: the browser and the clock may both want to end a call. `first` is a status that
    the customer is told of before the one that the call is in then."""
    for name, value in {"status": after, **fields}.items():
        setattr(call, name, value)
    with transaction.atomic():
        mine = CarrierCall.objects.filter(pk=call.pk, status=before)
        moved = mine.update(status=after, next_at=clock.next_at(call, now), **fields)
        call.refresh_from_db()
        for status in filter(None, (first, after)) if moved else ():
            callbacks.owe(call, status, now=now)
    return bool(moved)


def move_or_refuse(call: CarrierCall, before: str, after: str, now: datetime, **fields: Any) -> None:
    """Raises NotNow."""
    if not move(call, before, after, now, **fields):
        raise NotNow


def complete(call: CarrierCall, now: datetime) -> bool:
    return move(call, "in-progress", "completed", now, ended_at=now, gather=None, redirect=None)


def caption(call: CarrierCall, *said: tuple[str, str]) -> None:
    """Note who said what, in order."""
    with transaction.atomic():
        fresh = CarrierCall.objects.select_for_update().get(pk=call.pk)
        fresh.captions += [{"speaker": speaker, "text": text} for speaker, text in said]
        fresh.save(update_fields=["captions"])
    call.captions = fresh.captions
