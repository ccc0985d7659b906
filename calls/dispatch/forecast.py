"""Whether the calls that lie ahead fit through the line in their time."""

import heapq
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from calls.dispatch import pace
from calls.models import Call

AHEAD = timedelta(hours=24)


class Forecast(NamedTuple):
    """Calls of the next day, those of them that no moment is left for, and when the first of these goes (UTC)."""

    calls: int
    unmade: int
    first_at: datetime | None


def look(now: datetime) -> Forecast:
    planned = Call.objects.filter(status=Call.Status.PLANNED, obstacle="", due_at__lt=now + AHEAD, expires_at__gt=now)
    windows = [(max(due, now), expires) for due, expires in planned.values_list("due_at", "expires_at")]
    unmade = left_over(windows, interval=pace.interval())
    return Forecast(len(windows), len(unmade), min(unmade, default=None))


def left_over(windows: Iterable[tuple[datetime, datetime]], *, interval: timedelta) -> list[datetime]:
    """When the calls expire that cannot be made: each takes the line for one interval, and of those that are due the
    one that expires first goes first. `windows`: from when and until when each may be dialled."""
    coming, waiting, unmade = sorted(windows, reverse=True), list[datetime](), list[datetime]()
    moment = coming[-1][0] if coming else None
    while moment is not None and (coming or waiting):
        if not waiting:
            moment = max(moment, coming[-1][0])
        while coming and coming[-1][0] <= moment:
            heapq.heappush(waiting, coming.pop()[1])
        expires = heapq.heappop(waiting)
        if expires <= moment:
            unmade.append(expires)
        else:
            moment += interval
    return unmade
