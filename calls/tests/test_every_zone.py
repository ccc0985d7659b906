"""Calls over every clock change of every zone, judged by clocks that are read minute by minute."""

import os
import sys
import zlib
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from calls.planning.desired import DesiredCall, Occasion, RunAhead, RunDone, Situation, Wishes, desired_calls
from calls.tests.wall_clocks import DAY_MIN, Change, Hours, WallClock, zones_by_changes
from coach import wall_clock

# One change of each shape a zone has; CHANGES=all judges every one of the seven years.
ALL = os.environ.get("CHANGES") == "all"
HALF_HOUR, HOUR, DAY = timedelta(minutes=30), timedelta(hours=1), timedelta(days=1)
BEFORE_RUN, AFTER_RUN, AFTER_RUN_FOR = timedelta(minutes=15), timedelta(minutes=3), timedelta(hours=2)
EVENING_FOR = timedelta(hours=2)
SUNDAY, MONDAY = 6, 0
WHO = "somebody"
LATER = timedelta(minutes=zlib.crc32(WHO.encode()) % 20)


class Around:
    """Three days of runs, and of everything else that is called about, around one change of a zone's clocks."""

    def __init__(self, name: str, change: Change) -> None:
        self.zone, self.change = ZoneInfo(name), change
        self.now = (change.at - 54 * HOUR).replace(minute=0)
        self.clock = WallClock(self.zone, since=self.now, days=5)
        middle = change.edges[0].date()
        self.days = [middle + n * DAY for n in (-1, 0, 1)]
        walls = [(on, time(*divmod(minutes, 60))) for on in self.days for minutes in range(0, DAY_MIN, 30)]
        self.starts = {f"{on} {at}": self.clock.first(on, at) for on, at in walls}
        self.seen = [change.at + n * HALF_HOUR for n in range(-24, 25)]
        for on, at in walls:
            assert wall_clock.moment(on, at, zone=self.zone) == self.starts[f"{on} {at}"], (name, on, at)

    def wishes(self) -> Iterator[Wishes]:
        low, high = (edge.time() for edge in self.change.edges)
        inside = (self.change.edges[0] + (self.change.edges[1] - self.change.edges[0]) / 2).time()
        hours = [
            (time(21), time(8)), (time(22), time(6, 30)), (time(12), time(14)), (time(23, 30), time(0, 30)),
            (inside, time(8)), (time(21), inside), (time(0), inside), (inside, time(12)), (low, high), (high, low),
            (low, inside), (inside, high), (inside, inside), (time(0), time(0)),
        ]  # fmt: skip
        evenings = [time(18), inside, low, high, time(23, 50)]
        for n, (quiet_from, quiet_until) in enumerate(hours):
            yield Wishes(
                after_runs=True, weekly=("sunday_evening", "monday_morning")[n % 2], evening_at=evenings[n % 5],
                morning_at=evenings[(n + 2) % 5], quiet_from=quiet_from, quiet_until=quiet_until,
                early_before_runs=False,
            )  # fmt: skip

    def situation(self, wishes: Wishes) -> Situation:
        occasions = tuple(Occasion(f"{n}", seen_at) for n, seen_at in enumerate(self.seen))
        return Situation(
            zone=self.zone, wishes=wishes, spread_by=WHO, misses=occasions, milestones=occasions,
            runs=tuple(RunAhead(key, starts_at) for key, starts_at in self.starts.items()),
            done=tuple(RunDone(f"{n}", done_at) for n, done_at in enumerate(self.seen)),
        )  # fmt: skip

    def wanted(self, wishes: Wishes, hours: Hours) -> dict[tuple[str, str], tuple[datetime, datetime]]:
        """Every call that should exist, by kind and what it is about: from when to when it may ring."""
        windows = {("pre_run", key): (starts - BEFORE_RUN, starts) for key, starts in self.starts.items()}
        evenings = set()
        for n, seen_at in enumerate(self.seen):
            due = seen_at + AFTER_RUN
            windows["post_run", f"{n}"] = (due, due + AFTER_RUN_FOR)
            evening = self._evening_after(seen_at, wishes.evening_at)
            if evening not in evenings:
                windows["intervention", f"{n}"] = windows["celebration", f"{n}"] = (evening, evening + EVENING_FOR)
            evenings.add(evening)
        windows |= self.weekly(wishes)
        return {key: fitted for key, window in windows.items() if (fitted := hours.fit(*window))}

    def weekly(self, wishes: Wishes) -> dict[tuple[str, str], tuple[datetime, datetime]]:
        is_sunday = wishes.weekly == "sunday_evening"
        weekday, at = (SUNDAY, wishes.evening_at) if is_sunday else (MONDAY, wishes.morning_at)
        due = {on: self.clock.first(on, at) + LATER for on in self.days if on.weekday() == weekday}
        return {("weekly_planning", f"week@{on + is_sunday * DAY}"): (at, at + EVENING_FOR) for on, at in due.items()}

    def _evening_after(self, seen_at: datetime, at: time) -> datetime:
        on = self.clock.shown[self.clock.minute(seen_at)].date()
        return next(due for n in (0, 1) if (due := self.clock.first(on + n * DAY, at)) > seen_at)


def test_every_zone_over_its_clock_changes():
    zones = zones_by_changes()
    judged = changes = 0
    for found, names in zones.items():
        for change in found if ALL else {change.shape: change for change in found}.values():
            judged, changes = judged + _judge(Around(names[0], change), names[0]), changes + 1
    in_all = sum(len(found) * len(names) for found, names in zones.items())
    different = sum(map(len, zones))
    sys.stdout.write(
        f"\n{sum(map(len, zones.values()))} zones with {in_all} changes, {different} of them different; "
        f"{changes} judged, {judged} calls\n"
    )
    assert in_all > 2000
    assert judged > 100_000


def _judge(around: Around, name: str) -> int:
    judged = 0
    for wishes in around.wishes():
        hours, about = around.clock.hours(wishes.quiet_from, wishes.quiet_until), (name, around.change, wishes)
        calls = _ringing(around.situation(wishes), around.now)
        made = {(call.kind, call.run_id if call.kind == "pre_run" else call.subject): call for call in calls}
        assert len(made) == len(calls), about
        wanted = around.wanted(wishes, hours)
        assert {kind for kind, _ in made.keys() - wanted.keys()} <= {"weekly_planning"}, about
        assert not around.weekly(wishes).keys() & (made.keys() - wanted.keys()), about
        for key, window in wanted.items():
            assert key in made, (key, *about)
            assert (made[key].due_at, made[key].expires_at) == window, (key, *about)
            assert not hours.ring_in(*window), (key, *about)
        judged += len(wanted) + _judge_weekly_as_time_passes(around, wishes, hours)
    return judged + _judge_early(around)


def _judge_weekly_as_time_passes(around: Around, wishes: Wishes, hours: Hours) -> int:
    """A week's call stands until its time is over, over midnight too, and never stands again."""
    situation = Situation(zone=around.zone, wishes=wishes, spread_by=WHO)
    windows = {key[1]: hours.fit(*window) for key, window in around.weekly(wishes).items()}
    for now in around.seen[::3]:
        made = {call.subject: (call.due_at, call.expires_at) for call in _ringing(situation, now)}
        for subject, window in windows.items():
            stands = window if window and now < window[1] else None
            assert made.get(subject) == stands, (around.zone, around.change, wishes, now, subject)
    return len(windows) * len(around.seen[::3])


def _ringing(situation: Situation, now: datetime) -> list[DesiredCall]:
    return [call for call in desired_calls(situation, now=now) if not call.obstacle]


def _judge_early(around: Around) -> int:
    """Who agreed to early calls before runs has them a quarter of an hour before, whatever the clock shows."""
    situation = around.situation(Wishes(after_misses=False, milestones=False))
    calls = desired_calls(situation, now=around.now)
    assert {call.run_id: (call.due_at, call.expires_at) for call in calls} == {
        key: (starts - BEFORE_RUN, starts) for key, starts in around.starts.items()
    }, (around.zone, around.change)
    assert len(calls) == len(around.starts)
    return len(calls)
