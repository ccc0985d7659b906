"""Adjustments as rows: judged, wished for, accepted, undone. Must run in a transaction that holds the runner."""

from dataclasses import dataclass
from datetime import datetime

from runs import histories
from runs.histories import Rows
from runs.models import Pause, RunningSchedule, RunSession, ScheduleAdjustment, ScheduledRun
from runs.training import adaptation, feasibility, going_back, onward, snapshots
from runs.training.history import Adjustment, History, Run
from runs.training.rules import red_flag

Made = ScheduleAdjustment.MadeBy


@dataclass(frozen=True)
class Entry:
    """An adjustment's row, and what else it asks for: tasks, a call."""

    row: ScheduleAdjustment
    made: Adjustment


@dataclass(frozen=True)
class Judged:
    """What was made, and what was withdrawn since nothing speaks for it any more."""

    made: list[Entry]
    withdrawn: list[ScheduleAdjustment]


def judge(schedule: RunningSchedule, *, now: datetime) -> Judged:
    """Ask the rules about a schedule and store what they say."""
    _lapse(schedule, now=now)
    rows = histories.read(schedule, now=now)
    judged = adaptation.judge(rows.history, today=rows.today)
    withdrawn = []
    for made, undone in judged.withdrawn:
        row = rows.made[rows.history.adjustments.index(made)]
        _mark_undone(row, undone, by=Made.RULE, now=now)
        withdrawn.append(row)
    _store(rows, judged.history)
    return Judged([_entry(rows, made, now=now) for made in judged.adjustments], withdrawn)


def _lapse(schedule: RunningSchedule, *, now: datetime) -> None:
    """A proposal that nobody answered goes when the first of its runs has come."""
    today = schedule.goal.user.today(now)
    for row in schedule.adjustments.waiting():
        if min((change["before"]["date"] for change in row.changes), default="") <= today.isoformat():
            lapse(row, now=now)


def lapse(row: ScheduleAdjustment, *, now: datetime) -> None:
    row.declined_at, row.undone_by = now, Made.RULE
    row.save(update_fields=["declined_at", "undone_by"])
    row.notices.open().update(seen_at=now)


def heed_red_flags(schedule: RunningSchedule, *, now: datetime) -> None:
    """What was told until a doctor's word has been heard: it suspends nobody again."""
    rows = histories.read(schedule, now=now)
    for made in red_flag.judge(rows.history, rows.today):
        _entry(rows, made, now=now)


def wish(
    schedule: RunningSchedule, made: Adjustment, *, now: datetime, by: str = Made.RUNNER, rows: Rows | None = None
) -> ScheduleAdjustment:
    """A change that a person asks for, kept beside the coach's."""
    rows = rows or histories.read(schedule, now=now)
    history, made = adaptation.apply(rows.history, made)
    _store(rows, history)
    return _entry(rows, made, now=now, by=by).row


def accept(row: ScheduleAdjustment, *, now: datetime) -> bool:
    """What of a proposal is still possible becomes true, and is what the row tells from now on; False for nothing."""
    rows = histories.read(row.schedule, now=now)
    history, changes = adaptation.accept(rows.history, rows.plain(row), today=rows.today)
    if not changes:
        return False
    _store(rows, history)
    row.changes, row.accepted_at = [snapshots.change(change) for change in changes], now
    row.save(update_fields=["changes", "accepted_at"])
    return True


def undo(row: ScheduleAdjustment, *, by: str = Made.RUNNER, now: datetime) -> None:
    """Put back the runs that are still as the adjustment left them and still ahead; note those that are not."""
    rows = histories.read(row.schedule, now=now)
    at = row.schedule.goal.user.local(now).time()
    undone = going_back.undo(rows.history, rows.plain(row), today=rows.today, at=at)
    _store(rows, rows.history.with_runs(undone.restored))
    _mark_undone(row, undone, by=by, now=now)


def reach(schedule: RunningSchedule, *, now: datetime) -> feasibility.Feasibility | None:
    """Is the goal still within reach, from what was run? None when no week is left to plan, or nothing to reach."""
    rows = histories.read(schedule, now=now)
    asked = onward.request(rows.history, today=rows.today)
    if asked is None or asked.race_day is None:
        return None
    return feasibility.judge(asked, units=schedule.goal.user.units)


def _mark_undone(row: ScheduleAdjustment, undone: going_back.Undone, *, by: str, now: datetime) -> None:
    row.undone_at, row.undone_by, row.left_alone = now, by, list(undone.left)
    row.save(update_fields=["undone_at", "undone_by", "left_alone"])
    row.notices.open().update(seen_at=now)


def _entry(rows: Rows, made: Adjustment, *, now: datetime, by: str = Made.RULE) -> Entry:
    row = ScheduleAdjustment.objects.create(
        schedule=rows.schedule,
        user_id=rows.schedule.goal.user_id,
        rule=made.rule,
        made_by=by,
        reason=made.reason,
        evidence_runs=list(made.evidence),
        changes=[snapshots.change(change) for change in made.changes],
        pause=_pause_row(rows, made),
        created_at=now,
        proposed_at=now if made.asks else None,
        frequency_before=made.frequency,
    )
    row.evidence.set(RunSession.objects.filter(scheduled_run__in=made.evidence))
    return Entry(row, made)


def _pause_row(rows: Rows, made: Adjustment) -> Pause | None:
    if made.pause is None:
        return None
    # Of several that adjoin, the last.
    pauses = Pause.objects.filter(user_id=rows.schedule.goal.user_id, ends_on=made.pause.ends_on)
    return pauses.order_by("-starts_on").first()


def _store(rows: Rows, now: History) -> None:
    """Rows become what the history says: changed, taken out, put back."""
    changed = [rows.runs[run.id] for run in now.runs if run.id in rows.runs and run != rows.history.by_id[run.id]]
    for row in changed:
        row.become(now.by_id[str(row.pk)])
    gone = [row.pk for key, row in rows.runs.items() if key not in now.by_id]
    ScheduledRun.objects.filter(pk__in=gone).delete()
    # Two that change places would meet: no two pending runs are on one day.
    moving = [row.pk for row in changed if row.scheduled_on != rows.history.by_id[str(row.pk)].on]
    ScheduledRun.objects.filter(pk__in=moving).update(status=ScheduledRun.Status.REST)
    ScheduledRun.objects.bulk_update(changed, ScheduledRun.CHANGEABLE)
    back = [_row(rows, run) for run in now.runs if run.id not in rows.runs]
    ScheduledRun.objects.bulk_create(back)


def _row(rows: Rows, run: Run) -> ScheduledRun:
    """A run that was taken out, as it was."""
    schedule = rows.schedule
    row = ScheduledRun(
        id=run.id,
        user=schedule.goal.user,
        schedule=schedule,
        week_number=max(1, (run.on - schedule.start_date).days // 7 + 1),
        planned_distance=run.planned_km,
    )
    row.become(run)
    return row
