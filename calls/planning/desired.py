"""Which calls should exist for a runner: a pure function of runs, wishes, pauses and quiet hours.

Wall times are the runner's own; instants are UTC. A skipped wall time is the first valid instant after it, a repeated
one its first.
"""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, tzinfo

from coach import wall_clock

BEFORE_RUN = timedelta(minutes=15)
AFTER_RUN = timedelta(minutes=3)
AFTER_RUN_FOR = timedelta(hours=2)
HORIZON = timedelta(days=8)
EVENING_FOR = timedelta(hours=2)
# Weekly calls of one evening do not all fall due in one second.
WEEKLY_SPREAD_MIN = 20
SUNDAY, MONDAY = 6, 0
IN_QUIET_HOURS = "it lies in your quiet hours"


@dataclass(frozen=True)
class Wishes:
    """Which kinds of calls a runner wants, and when."""

    before_runs: bool = True
    after_runs: bool = False
    weekly: str = "off"
    after_misses: bool = True
    milestones: bool = True
    evening_at: time = time(18)
    morning_at: time = time(9)
    quiet_from: time = time(21)
    quiet_until: time = time(8)
    early_before_runs: bool = True

    def is_quiet(self, at: time) -> bool:
        """Whether a wall time lies in the quiet hours; over midnight too. The same time twice is no quiet hours."""
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= at < self.quiet_until
        return at >= self.quiet_from or at < self.quiet_until

    def may_ring(self, kind: str, at: time) -> bool:
        """Whether a call of this kind may ring at a wall time. A call that is asked for may always."""
        return kind == "call_me" or not self.is_quiet(at) or (kind == "pre_run" and self.early_before_runs)


@dataclass(frozen=True)
class RunAhead:
    """What planning needs to know of a run still to be run."""

    id: str
    starts_at: datetime


@dataclass(frozen=True)
class RunDone:
    """A run that was run, and not told about yet."""

    id: str
    done_at: datetime


@dataclass(frozen=True)
class Occasion:
    """Something of a moment to talk over on the evening that follows: missed runs, a milestone."""

    id: str
    seen_at: datetime


@dataclass(frozen=True)
class Situation:
    """What the wish for calls rests on. `obstacle`: why none may ring, in words. `spread_by`: whose calls these are, so
    that not all ring at once."""

    zone: tzinfo
    wishes: Wishes = field(default_factory=Wishes)
    runs: tuple[RunAhead, ...] = ()
    done: tuple[RunDone, ...] = ()
    misses: tuple[Occasion, ...] = ()
    milestones: tuple[Occasion, ...] = ()
    has_plan: bool = True
    free_of_calls: tuple[tuple[date, date | None], ...] = ()
    obstacle: str = ""
    spread_by: str = ""

    def is_paused(self, moment: datetime) -> bool:
        on = moment.astimezone(self.zone).date()
        return any(first <= on and (last is None or on <= last) for first, last in self.free_of_calls)


@dataclass(frozen=True)
class DesiredCall:
    """A call that should exist. Times are UTC. With an `obstacle` (why, in words) it does not ring: at its time a word
    in the app stands in its place."""

    kind: str
    subject: str
    run_id: str | None
    due_at: datetime
    expires_at: datetime
    obstacle: str = ""


def desired_calls(situation: Situation, *, now: datetime) -> list[DesiredCall]:
    """Every call of the next days but in a pause. What the quiet hours forbid has them for an obstacle."""
    wished = [
        *_before_runs(situation, now),
        *_after_runs(situation, now),
        *_weekly(situation, now),
        *_on_the_evening("intervention", situation.misses, situation, now, situation.wishes.after_misses),
        *_on_the_evening("celebration", situation.milestones, situation, now, situation.wishes.milestones),
    ]
    fitted = [_within_hours(replace(call, obstacle=situation.obstacle), situation) for call in wished]
    return [call for call in fitted if now < call.expires_at and not situation.is_paused(call.due_at)]


def _before_runs(situation: Situation, now: datetime) -> Iterable[DesiredCall]:
    if not situation.wishes.before_runs:
        return
    for run in situation.runs:
        if now < run.starts_at <= now + HORIZON:
            subject = f"{run.id}@{run.starts_at:%Y%m%dT%H%M}"
            yield DesiredCall("pre_run", subject, run.id, run.starts_at - BEFORE_RUN, run.starts_at)


def _after_runs(situation: Situation, now: datetime) -> Iterable[DesiredCall]:
    if not situation.wishes.after_runs:
        return
    for run in situation.done:
        due = run.done_at + AFTER_RUN
        yield DesiredCall("post_run", run.id, run.id, due, due + AFTER_RUN_FOR)


def _weekly(situation: Situation, now: datetime) -> Iterable[DesiredCall]:
    wishes = situation.wishes
    if wishes.weekly == "off" or not situation.has_plan:
        return
    weekday, at = (SUNDAY, wishes.evening_at) if wishes.weekly == "sunday_evening" else (MONDAY, wishes.morning_at)
    today = now.astimezone(situation.zone).date()
    later = timedelta(minutes=zlib.crc32(situation.spread_by.encode()) % WEEKLY_SPREAD_MIN)
    # Yesterday's evening may last past midnight.
    for ahead in range(-1, HORIZON.days + 1):
        on = today + timedelta(days=ahead)
        if on.weekday() == weekday:
            planned = on + timedelta(days=1 if weekday == SUNDAY else 0)
            due = wall_clock.moment(on, at, zone=situation.zone) + later
            yield DesiredCall("weekly_planning", f"week@{planned}", None, due, due + EVENING_FOR)


def _on_the_evening(
    kind: str, occasions: Iterable[Occasion], situation: Situation, now: datetime, is_wanted: bool
) -> Iterable[DesiredCall]:
    """In the evening, when people talk: the same day's if it is still to come. One call of an evening is enough."""
    evenings = set()
    for occasion in sorted(occasions, key=lambda one: (one.seen_at, one.id)) if is_wanted else ():
        seen, evening = occasion.seen_at.astimezone(situation.zone), situation.wishes.evening_at
        due = wall_clock.moment(seen.date(), evening, zone=situation.zone)
        if due <= occasion.seen_at:
            due = wall_clock.moment(seen.date() + timedelta(days=1), evening, zone=situation.zone)
        if due in evenings:
            continue
        evenings.add(due)
        yield DesiredCall(kind, occasion.id, None, due, due + EVENING_FOR)


def _within_hours(call: DesiredCall, situation: Situation) -> DesiredCall:
    """The call as far as it may ring: from the end of the quiet hours on, and not into them."""
    wishes = situation.wishes
    if call.kind == "pre_run" and wishes.early_before_runs:
        return call
    edges = (wishes.quiet_from, wishes.quiet_until)
    turns = wall_clock.turns(edges, after=call.due_at, before=call.expires_at, zone=situation.zone)

    def is_quiet(instant: datetime) -> bool:
        return wishes.is_quiet(instant.astimezone(situation.zone).time())

    due = next((instant for instant in (call.due_at, *turns) if not is_quiet(instant)), None)
    if due is None:
        return replace(call, obstacle=call.obstacle or IN_QUIET_HOURS)
    ends = next((instant for instant in turns if instant > due and is_quiet(instant)), call.expires_at)
    return replace(call, due_at=due, expires_at=ends)
