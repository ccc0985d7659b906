"""How fast calls may be asked for: one row hands out the moments, to all dispatchers together.

Twilio queues what comes faster than the account's calls per second, and a queued call rings late. This is the generic
cell rate algorithm without a burst: each moment is one interval after the one before.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F
from django.db.models.functions import Greatest

from calls.models import Pace

ONLY = 1
# Of the account's rate, so that clocks that differ a little do not overrun it.
SHARE = 0.95
# So far ahead a moment is given out: a dispatcher waits for it with the call in its hand.
AHEAD = timedelta(milliseconds=400)
# No moment lies so far ahead, unless the clock was set back.
FURTHEST = timedelta(minutes=1)
AFTER_TOO_MANY = timedelta(seconds=5)


def next_moment(now: datetime) -> datetime | None:
    """The next moment to dial at, or None while all of the near ones are taken. Needs a transaction, and holds the row
    to its end: nobody else claims meanwhile."""
    row, _ = Pace.objects.select_for_update().get_or_create(pk=ONLY, defaults={"next_at": now})
    if now + AHEAD < row.next_at <= now + FURTHEST:
        return None
    return max(row.next_at, now) if row.next_at <= now + FURTHEST else now


def take(moment: datetime) -> None:
    Pace.objects.filter(pk=ONLY).update(next_at=moment + interval())


def is_full(now: datetime) -> bool:
    """Whether a call that is due has to wait for its moment."""
    return Pace.objects.filter(pk=ONLY, next_at__gt=now + AHEAD, next_at__lte=now + FURTHEST).exists()


def push_back(now: datetime) -> None:
    """Twilio said too many requests: nobody asks again at once."""
    Pace.objects.filter(pk=ONLY).update(next_at=Greatest(F("next_at"), now + AFTER_TOO_MANY))


def interval() -> timedelta:
    return timedelta(seconds=1 / (SHARE * settings.TWILIO_CALLS_PER_SECOND))
