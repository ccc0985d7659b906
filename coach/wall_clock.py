"""The runner's wall clock to UTC. Pure: the zone is an argument."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo


def moment(on: date, at: time, *, zone: tzinfo) -> datetime:
    """UTC instant of a wall time. A skipped time is the first valid instant after it; a repeated one, its first."""
    # A time read off a clock in a repeated hour may say that it is the second.
    local = datetime.combine(on, at.replace(fold=0), tzinfo=zone)
    utc = local.astimezone(UTC)
    shown = utc.astimezone(zone).replace(tzinfo=None)
    if shown == local.replace(tzinfo=None):
        return utc
    return _jump_before(utc, zone=zone)


def turns(times: Iterable[time], *, after: datetime, before: datetime, zone: tzinfo) -> list[datetime]:
    """Instants between two, less than a day apart, at which the wall clock can come to lie on the other side of one of
    the times, in order: it shows that time, twice perhaps, or it jumps. UTC."""
    first, last = after.astimezone(zone), before.astimezone(zone)
    days = {first.date(), last.date()}
    found = {
        datetime.combine(on, at.replace(fold=fold), tzinfo=zone).astimezone(UTC)
        for on in days
        for at in times
        for fold in (0, 1)
    }
    if first.utcoffset() != last.utcoffset():
        found.add(_jump_before(before, zone=zone))
    return sorted(instant for instant in found if after < instant < before)


def _jump_before(utc: datetime, *, zone: tzinfo) -> datetime:
    """The instant in the day before `utc` at which the zone's clocks last jumped.

    Inside a gap Python reads the wall time with the offset from before the jump, so the jump itself lies earlier.
    """
    before, after = utc - timedelta(days=1), utc
    offset = after.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        if middle.astimezone(zone).utcoffset() == offset:
            after = middle
        else:
            before = middle
    return after.replace(microsecond=0)
