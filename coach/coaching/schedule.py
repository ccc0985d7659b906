"""What a person asks of the schedule: runs moved, swapped and shortened, weeks eased and repeated."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction

from coach import spoken
from coach.coaching import desk
from coach.coaching.refusals import NeedsConsent, Refused
from coach.models import User
from runs import adjusting, histories, scheduling
from runs.histories import Rows
from runs.models import RunningSchedule, ScheduleAdjustment, ScheduledRun
from runs.training import wishes
from runs.training.history import Adjustment, Change, Run, monday_of

Made = ScheduleAdjustment.MadeBy
# Two taps on one button.
DOUBLE_TAP = timedelta(seconds=30)
# Beyond it nobody trains.
LONGEST_KM = 100.0


def move(run: ScheduledRun, *, on: date, at: time, now: datetime, accepting: bool = False) -> None:
    """Put a run on another day or time. Raises Refused, with the reason, when that day cannot take it, and
    NeedsConsent when it could but for something the runner has to accept."""
    with transaction.atomic():
        user, run = desk.opened(run)
        desk.must_be_cleared(user)
        desk.must_be_pending(run)
        if (run.scheduled_on, run.start_time) == (on, at):
            return
        verdict = scheduling.verdict(run, on=on, at=at, now=now)
        if verdict.objection:
            raise Refused(verdict.objection, field="on")
        if verdict.warnings and not accepting:
            raise NeedsConsent(verdict.warnings)
        run.move_to(on, at)
        run.status = ScheduledRun.Status.RESCHEDULED
        run.save(update_fields=["scheduled_on", "start_time", "scheduled_date_time", "status"])
        desk.settle(user, run.schedule, now=now)


def swap(run: ScheduledRun, other: ScheduledRun, *, now: datetime, accepting: bool = False) -> ScheduleAdjustment:
    """Two runs change places. Raises Refused when a day cannot take the other's, NeedsConsent when it may be asked."""
    with transaction.atomic():
        user, run = desk.opened(run)
        desk.must_be_cleared(user)
        rows = histories.read(run.schedule, now=now)
        one, two = _both(rows, run, other)
        if just_now := _swapped_just_now(rows, one, two, now):
            return just_now
        calendar = scheduling.calendar(run, now=now, without=[other.pk])
        changes = _wished(lambda: wishes.swap(one.plain, two.plain, calendar=calendar))
        asks = [
            warn
            for verdict in wishes.swap_verdicts(one.plain, two.plain, calendar=calendar)
            for warn in verdict.warnings
        ]
        if asks and not accepting:
            raise NeedsConsent(tuple(dict.fromkeys(asks)))
        reason = f"You swapped {spoken.whose(one, user)} and {spoken.whose(two, user)}."
        return _made(user, rows, _wish(rows, "swap", reason, changes), now=now)


def shorten(run: ScheduledRun, *, distance_km: float, now: datetime) -> ScheduleAdjustment:
    """Less of a run."""
    with transaction.atomic():
        user, run = desk.opened(run)
        desk.must_be_cleared(user)
        desk.must_be_pending(run)
        rows = histories.read(run.schedule, now=now)
        changes = _wished(lambda: wishes.shorten(run.plain, distance_km=distance_km))
        reason = f"You shortened {spoken.whose(run, user)}."
        return _made(user, rows, _wish(rows, "shorten", reason, changes), now=now)


def ease_week(user: User, *, monday: date, now: datetime) -> ScheduleAdjustment:
    """What is left of a week, shorter and easy."""
    with transaction.atomic():
        user, rows = _opened(user, now)
        if eased := _eased_already(rows, monday_of(monday)):
            return eased
        changes = _wished(lambda: wishes.ease_week(rows.history, monday_of(monday), today=rows.today))
        first = spoken.day(max(monday_of(monday), rows.today))
        reason = f"You asked for an easier week: from {first} to Sunday a fifth shorter, and all easy."
        return _made(user, rows, _wish(rows, "easier_week", reason, changes), now=now)


def repeat_week(user: User, *, now: datetime) -> ScheduleAdjustment:
    """Next week is this week again."""
    with transaction.atomic():
        user, rows = _opened(user, now)
        changes = _wished(lambda: wishes.repeat_week(rows.history, today=rows.today))
        following = monday_of(rows.today) + timedelta(weeks=1)
        reason = f"You asked to repeat this week: the runs from {spoken.day(following)} on are as long as this week's."
        return _made(user, rows, _wish(rows, "repeat_week", reason, changes), now=now)


def change_run(run: ScheduledRun, changes: dict[str, Any], *, by: str, now: datetime) -> ScheduleAdjustment | None:
    """A human coach changes a run ahead: its day, time, kind or distance. Raises Refused for what no run may be; the
    limits hold again afterwards."""
    with transaction.atomic():
        user, run = desk.opened(run)
        desk.must_be_pending(run)
        rows = histories.read(run.schedule, now=now)
        before = rows.history.by_id[str(run.pk)]
        on, at = changes.get("scheduled_on", run.scheduled_on), changes.get("start_time", run.start_time)
        after = replace(
            before, on=on, at=at, type=changes.get("run_type", before.type),
            distance_km=changes.get("distance", before.distance_km),
        )  # fmt: skip
        if after == before:
            return None
        _must_be_a_run(run, before, after, now)
        reason = f"Your coach changed {spoken.whose(run, user)}."
        return _made(user, rows, _wish(rows, "coach", reason, (Change(before, after),)), now=now, by=by)


def _must_be_a_run(run: ScheduledRun, before: Run, after: Run, now: datetime) -> None:
    if before.is_race and after != replace(before, at=after.at):
        raise Refused("The race stays as it is. Only its start time can change.", field="run_type")
    if not before.is_race and after.type in ("race", "rest"):
        raise Refused("A run becomes neither a race nor a rest day here.", field="run_type")
    if not before.least_km - 0.05 <= after.distance_km <= LONGEST_KM:
        raise Refused(f"A run is between {before.least_km:g} and {LONGEST_KM:g} km.", field="distance")
    if (after.on, after.at) != (before.on, before.at):
        verdict = scheduling.verdict(run, on=after.on, at=after.at, now=now)
        if verdict.objection:
            raise Refused(verdict.objection, field="scheduled_on")


def _swapped_just_now(rows: Rows, one: ScheduledRun, two: ScheduledRun, now: datetime) -> ScheduleAdjustment | None:
    """A second tap does not swap them back."""
    pair = {str(one.pk), str(two.pk)}
    lately = [
        row for row in rows.made if row.rule == "swap" and not row.undone_at and row.created_at > now - DOUBLE_TAP
    ]
    return next((row for row in lately if {change["run_id"] for change in row.changes} == pair), None)


def _eased_already(rows: Rows, monday: date) -> ScheduleAdjustment | None:
    """Asked twice, a week is made easier once."""
    wished = [row for row in rows.made if row.rule == "easier_week" and not row.undone_at]
    days = {row: [date.fromisoformat(change["before"]["date"]) for change in row.changes] for row in wished}
    return next((row for row in wished if any(monday_of(day) == monday for day in days[row])), None)


def _opened(user: User, now: datetime) -> tuple[User, Rows]:
    user = desk.lock(user)
    desk.must_be_cleared(user)
    return user, histories.read(desk.schedule_of(user), now=now)


def _both(rows: Rows, run: ScheduledRun, other: ScheduledRun) -> tuple[ScheduledRun, ScheduledRun]:
    """The two as they are now."""
    one, two = rows.runs.get(str(run.pk)), rows.runs.get(str(other.pk))
    if one is None or two is None:
        raise Refused("Those two are not of the same plan.")
    desk.must_be_pending(one)
    desk.must_be_pending(two)
    return one, two


def _wished(ask: Any) -> tuple[Change, ...]:
    try:
        changes: tuple[Change, ...] = ask()
    except wishes.Impossible as no:
        raise Refused(str(no)) from None
    return changes


def _made(user: User, rows: Rows, wish: Adjustment, *, now: datetime, by: str = Made.RUNNER) -> ScheduleAdjustment:
    schedule: RunningSchedule = rows.schedule
    row = adjusting.wish(schedule, wish, rows=rows, now=now, by=by)
    desk.settle(user, schedule, now=now)
    return row


def _wish(rows: Rows, rule: str, reason: str, changes: Iterable[Change]) -> Adjustment:
    return Adjustment(rule, reason, rows.today, changes=tuple(changes))
