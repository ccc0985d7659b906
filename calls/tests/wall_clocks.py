"""The wall clocks of the world, read minute by minute: an oracle that shares nothing with our own way of reckoning."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo, available_timezones

SINCE, UNTIL = datetime(2024, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)
STEP, MINUTE = timedelta(hours=12), timedelta(minutes=1)
DAY_MIN = 24 * 60


@dataclass(frozen=True)
class Change:
    """Clocks that change at `at`: the offsets before and after it."""

    at: datetime
    before: timedelta
    after: timedelta

    @property
    def shape(self) -> tuple[object, ...]:
        """What a change looks like on the wall, whatever the year: the same shape asks the same of planning."""
        wall = self.at + self.before
        return self.before, self.after, wall.weekday(), wall.time()

    @property
    def edges(self) -> tuple[datetime, datetime]:
        """Between these two wall times lies what is skipped or comes twice."""
        return tuple(sorted((self.at + offset).replace(tzinfo=None) for offset in (self.before, self.after)))


def changes(zone: ZoneInfo) -> tuple[Change, ...]:
    """Every change of a zone's clocks in the years looked at, to the minute."""
    found, at, offset = [], SINCE, SINCE.astimezone(zone).utcoffset()
    while at < UNTIL:
        later = (at + STEP).astimezone(zone).utcoffset()
        if later != offset:
            minutes = [at + n * MINUTE for n in range(int(STEP / MINUTE) + 1)]
            first = next(one for one in minutes if one.astimezone(zone).utcoffset() != offset)
            found.append(Change(first, offset, later))
        at, offset = at + STEP, later
    return tuple(found)


def zones_by_changes() -> dict[tuple[Change, ...], list[str]]:
    """Every IANA zone's name, those together whose clocks change at the same instants by the same amounts."""
    together: dict[tuple[Change, ...], list[str]] = {}
    for name in sorted(available_timezones()):
        together.setdefault(changes(ZoneInfo(name)), []).append(name)
    return together


class WallClock:
    """What a wall clock shows in every minute of some days."""

    def __init__(self, zone: ZoneInfo, *, since: datetime, days: int) -> None:
        self.since = since
        self.shown = [(since + n * MINUTE).astimezone(zone).replace(tzinfo=None, fold=0) for n in range(days * DAY_MIN)]
        self._of_day = [one.hour * 60 + one.minute for one in self.shown]
        self._latest = list(accumulate(self.shown, max))

    def first(self, on: date, at: time) -> datetime:
        """The first minute in which the clock shows this time, or has just jumped over it."""
        return self.instant(bisect_left(self._latest, datetime.combine(on, at)))

    def instant(self, minute: int) -> datetime:
        return self.since + minute * MINUTE

    def minute(self, instant: datetime) -> int:
        return int((instant - self.since) / MINUTE)

    def hours(self, quiet_from: time, quiet_until: time) -> "Hours":
        at, end = (one.hour * 60 + one.minute for one in (quiet_from, quiet_until))
        quiet = set()
        while at != end:
            quiet.add(at)
            at = (at + 1) % DAY_MIN
        return Hours(self, [minute in quiet for minute in self._of_day])


class Hours:
    """The quiet minutes of a wall clock, and the others."""

    def __init__(self, clock: WallClock, is_quiet: list[bool]) -> None:
        self._clock, self.is_quiet = clock, is_quiet
        self._next = {wanted: self._nexts(wanted) for wanted in (True, False)}

    def _nexts(self, wanted: bool) -> list[int]:
        """For every minute the first from it on that is quiet, or is not."""
        found, nexts = len(self.is_quiet), []
        for minute in reversed(range(len(self.is_quiet))):
            found = minute if self.is_quiet[minute] == wanted else found
            nexts.append(found)
        return nexts[::-1]

    def fit(self, due: datetime, ends: datetime) -> tuple[datetime, datetime] | None:
        """The first stretch of a window in which a telephone may ring."""
        begins = self._next[False][self._clock.minute(due)]
        over = min(self._clock.minute(ends), self._next[True][begins] if begins < len(self.is_quiet) else begins)
        return (self._clock.instant(begins), self._clock.instant(over)) if begins < over else None

    def ring_in(self, due: datetime, ends: datetime) -> bool:
        """Whether any minute of a window is quiet."""
        return any(self.is_quiet[self._clock.minute(due) : self._clock.minute(ends)])
