"""Which calls should exist for a runner now, and making it so. No other code creates or cancels calls."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from calls.models import Call
from coach.models import User
from runs.models import ScheduledRun

BEFORE_RUN = timedelta(minutes=15)
HORIZON = timedelta(days=8)
# A call asked for by a click is worth making for this long.
CALL_ME_FOR = timedelta(minutes=5)


@dataclass(frozen=True)
class RunAhead:
    """What planning needs to know of a run."""

    id: str
    starts_at: datetime


@dataclass(frozen=True)
class DesiredCall:
    """A call that should exist. Times are UTC."""

    kind: str
    subject: str
    run_id: str | None
    due_at: datetime
    expires_at: datetime


def desired_calls(runs: Iterable[RunAhead], *, wants_calls: bool, now: datetime) -> list[DesiredCall]:
    """Pure: fifteen minutes before every run of the next days, for a runner who agreed to be called."""
    if not wants_calls:
        return []
    return [
        DesiredCall(
            "pre_run", f"{run.id}@{run.starts_at:%Y%m%dT%H%M}", run.id, run.starts_at - BEFORE_RUN, run.starts_at
        )
        for run in runs
        if now < run.starts_at <= now + HORIZON
    ]


def refresh(user: User, *, now: datetime) -> None:
    """Make the planned calls of a runner the desired ones. Run twice, the second changes nothing."""
    runs = user.runs.pending().of_active_goal().filter(scheduled_date_time__range=(now, now + HORIZON))
    by_id = {str(run.pk): run for run in runs}
    paused = [pause for pause in user.pauses.all() if pause.ends_on is None or pause.ends_on >= user.today(now)]
    ahead = [
        RunAhead(key, run.scheduled_date_time)
        for key, run in by_id.items()
        if not any(pause.covers(run.scheduled_on) for pause in paused)
    ]
    desired = desired_calls(ahead, wants_calls=user.wants_calls and user.suspended_at is None, now=now)
    wanted = {call.subject: call for call in desired}
    existing = {call.subject: call for call in user.calls.filter(kind="pre_run", expires_at__gte=now)}
    for subject, call in existing.items():
        _keep_or_cancel(call, wanted=subject in wanted)
    new = [_row(user, wish, now) for subject, wish in wanted.items() if subject not in existing]
    Call.objects.bulk_create(new, ignore_conflicts=True)
    _note_call_times(user, by_id, desired, now)


def _keep_or_cancel(call: Call, *, wanted: bool) -> None:
    """Compare-and-set on the status: the dispatcher may be claiming the row this very moment."""
    change = {True: (Call.Status.CANCELLED, Call.Status.PLANNED), False: (Call.Status.PLANNED, Call.Status.CANCELLED)}
    before, after = change[wanted]
    if call.status == before:
        Call.objects.filter(pk=call.pk, status=before).update(status=after)


def _note_call_times(user: User, runs: dict[str, ScheduledRun], desired: list[DesiredCall], now: datetime) -> None:
    """Each run shows when its call comes."""
    due = {call.run_id: call.due_at for call in desired}
    # A run let go, or moved out of sight, no longer has a call to show.
    ahead = user.runs.filter(pre_run_call_time__gte=now).exclude(pk__in=[key for key in due if key])
    ahead.update(pre_run_call_time=None)
    changed = [run for key, run in runs.items() if run.pre_run_call_time != due.get(key)]
    for run in changed:
        run.pre_run_call_time = due.get(str(run.pk))
    ScheduledRun.objects.bulk_update(changed, ["pre_run_call_time"])


def call_me(user: User, *, now: datetime, run: ScheduledRun | None = None) -> Call:
    """The runner asked to be called at once. While such a call is open, asking again gives the same call."""
    open_call = user.calls.filter(kind=Call.Kind.CALL_ME, status__in=[Call.Status.PLANNED, *Call.LIVE]).first()
    if open_call:
        return open_call
    wish = DesiredCall("call_me", f"click@{now:%Y%m%dT%H%M%S}", str(run.pk) if run else None, now, now + CALL_ME_FOR)
    row = _row(user, wish, now)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return user.calls.get(kind=row.kind, subject=row.subject)
    return row


def _row(user: User, wish: DesiredCall, now: datetime) -> Call:
    local = user.local(wish.due_at)
    return Call(
        user=user,
        kind=wish.kind,
        subject=wish.subject,
        run_id=wish.run_id,
        due_at=wish.due_at,
        expires_at=wish.expires_at,
        due_on=local.date(),
        due_time=local.time().replace(second=0, microsecond=0),
        due_zone=str(user.time_zone),
        created_at=now,
    )
