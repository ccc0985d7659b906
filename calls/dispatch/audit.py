"""Our calls and Twilio's, held against each other both ways. What differs is past; it tells an operator that something
went wrong unseen."""

import logging
from datetime import datetime, timedelta
from typing import NamedTuple

from calls import twilio
from calls.models import Call, NearMiss

logger = logging.getLogger(__name__)

# What is younger may still be on its way into either list.
SETTLED = timedelta(hours=1)
# A call is made within its window, not at the moment it falls due.
MARGIN = timedelta(hours=12)


class Audit(NamedTuple):
    """Calls by SID: those both know, those Twilio made that we know nothing of, and ours that Twilio does not list."""

    both: frozenset[str]
    only_theirs: frozenset[str]
    only_ours: frozenset[str]


def audit(*, now: datetime, over: timedelta = timedelta(hours=24)) -> Audit:
    """Of the calls made in the time before the last hour. Raises what the SDK raises when Twilio cannot be asked."""
    until, since = now - SETTLED, now - SETTLED - over
    listed = {seen.sid: seen.made_at for seen in twilio.made(since=since - MARGIN)}
    theirs = {sid for sid, made_at in listed.items() if made_at is None or since <= made_at < until}
    rows = Call.objects.exclude(carrier_sid="").exclude(subject__startswith=Call.INBOUND)
    lately = rows.filter(due_at__gte=since - MARGIN).values_list("carrier_sid", "due_at")
    due_at = dict(lately.iterator())
    second = set(NearMiss.objects.filter(seen_at__gte=since - MARGIN).values_list("carrier_sid", flat=True))
    ours = {sid for sid, due in due_at.items() if since <= due < until}
    known = due_at.keys() | second
    found = Audit(frozenset(theirs & known), frozenset(theirs - known), frozenset(ours - listed.keys()))
    if found.only_theirs or found.only_ours:
        logger.error("audit: %s calls only at Twilio, %s only here", len(found.only_theirs), len(found.only_ours))
    return found
