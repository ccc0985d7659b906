"""The runner's wall clock to UTC. Pure: the zone is an argument."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo


def moment(on: date, at: time, *, zone: tzinfo) -> datetime:
    """UTC instant of a wall time. A skipped time is the first valid instant after it; a repeated one, its first."""
    local = datetime.combine(on, at, tzinfo=zone)
    utc = local.astimezone(UTC)
    shown = utc.astimezone(zone).replace(tzinfo=None)
    if shown == local.replace(tzinfo=None):
        return utc
    return _jump_before(utc, zone=zone)


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
