"""The customer's TwiML, done verb by verb until the line waits or ends."""

from datetime import datetime
from typing import Any
from urllib.parse import urljoin

from django.db import transaction

from calls.sandbox import agent, callbacks, clock, moves, twiml
from calls.sandbox.fetching import APPLICATION_ERROR, Document, fetch
from calls.sandbox.models import CarrierCall

MOST_REDIRECTS = 10


def begin(call: CarrierCall, fields: dict[str, str], now: datetime) -> None:
    """What the customer ordered to be done once the call is answered."""
    if call.twiml and not call.url:
        return follow(call, Document(call.twiml, base=""), now)
    return go_to(call, call.url, fields, now, method=call.method)


def go_to(call: CarrierCall, url: str, fields: dict[str, str], now: datetime, *, method: str) -> None:
    follow(call, fetch(call, url, fields, method=method), now)


def follow(call: CarrierCall, document: Document, now: datetime, *, start: int = 0) -> None:
    """Do what it says, from the verb with number `start` on, and what it sends the call on to."""
    for _ in range(MOST_REDIRECTS):
        sent_on = _perform(call, document, start, now)
        if sent_on is None:
            return
        url, start = urljoin(document.base, sent_on.url), 0
        document = fetch(call, url, {}, method=sent_on.method)
    moves.caption(call, ("carrier", APPLICATION_ERROR))
    _over(call, now)


def go_on(call: CarrierCall, waited: dict[str, Any], now: datetime) -> None:
    """Nothing came of what the line waited for: the next verb."""
    follow(call, Document(waited["xml"], waited["base"]), now, start=waited["next"])


def wait_again(call: CarrierCall, waiting: dict[str, Any], now: datetime) -> None:
    with transaction.atomic():
        fresh = CarrierCall.objects.select_for_update().get(pk=call.pk)
        if fresh.status == "in-progress":
            fresh.gather = waiting
            fresh.next_at = clock.next_at(fresh, now)
            fresh.save(update_fields=["gather", "next_at"])
    call.refresh_from_db()


def _perform(call: CarrierCall, document: Document, start: int, now: datetime) -> twiml.Redirect | None:
    """Do the verbs in order; returns the one that sends the call elsewhere."""
    for number, verb in enumerate(document.verbs()[start:], start + 1):
        here = {"xml": document.xml, "base": document.base, "next": number, "typed": ""}
        if isinstance(verb, twiml.Say):
            moves.caption(call, ("coach", verb.text))
        elif isinstance(verb, twiml.Gather):
            moves.caption(call, *(("coach", prompt) for prompt in verb.prompts))
            action = urljoin(document.base, verb.action)
            wait_again(call, {**vars(verb), "prompts": list(verb.prompts), "action": action, **here}, now)
            return None
        elif isinstance(verb, twiml.Stream):
            said, listens = agent.take(verb)
            moves.caption(call, said)
            if listens:
                wait_again(call, {**listens, **here}, now)
                return None
        elif isinstance(verb, twiml.Redirect):
            return verb
        else:
            break
    _over(call, now)
    return None


def _over(call: CarrierCall, now: datetime) -> None:
    moves.complete(call, now)
    callbacks.deliver(call, now)
