"""Making the calls that exist the ones that should. No other code creates or cancels calls."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction

from calls import limits, notices
from calls.models import Call
from calls.planning.desired import (
    HORIZON,
    IN_QUIET_HOURS,
    DesiredCall,
    Occasion,
    RunAhead,
    RunDone,
    Situation,
    Wishes,
    desired_calls,
)
from coach.models import CallPreferences, User
from runs.models import Pause, ScheduledRun

__all__ = [
    "IN_QUIET_HOURS",
    "NOT_AGREED",
    "NO_NUMBER",
    "call_again",
    "call_at",
    "call_me",
    "call_off",
    "refresh",
    "talks_after_runs",
    "wishes_of",
]

# A call asked for by a click is worth making for this long.
CALL_ME_FOR = timedelta(minutes=5)
# What happened so long ago is not called about any more.
OCCASION_FOR = timedelta(days=2)
PLANNED_KINDS = (
    Call.Kind.PRE_RUN, Call.Kind.POST_RUN, Call.Kind.PLANNING, Call.Kind.INTERVENTION, Call.Kind.CELEBRATION,
)  # fmt: skip
# A second try of a call that nobody picked up.
AGAIN = "#2"
NOT_AGREED, NO_NUMBER = "you have not agreed to calls", "there is no verified phone number"
AGAIN_IN, AGAIN_AT_LEAST = timedelta(minutes=6), timedelta(minutes=3)


def refresh(user: User, *, now: datetime) -> None:
    """Make the planned calls of a runner the desired ones. Run twice, the second changes nothing."""
    runs = user.runs.pending().of_active_goal().filter(scheduled_date_time__range=(now, now + HORIZON))
    by_id = {str(run.pk): run for run in runs}
    is_wanted = user.do_not_call_at is None and user.suspended_at is None
    desired = desired_calls(_situation(user, by_id, now), now=now) if is_wanted else []
    wanted = {(call.kind, call.subject): call for call in desired}
    planned = user.calls.filter(kind__in=PLANNED_KINDS, expires_at__gte=now)
    if user.suspended_at:
        # A call that was asked for earlier waits for nobody either.
        asked = user.calls.filter(kind=Call.Kind.CALL_ME, status=Call.Status.PLANNED)
        asked.update(status=Call.Status.CANCELLED)
    existing = {(call.kind, call.subject): call for call in planned}
    for (kind, subject), call in existing.items():
        _keep_or_cancel(call, wanted.get((kind, subject.removesuffix(AGAIN))), user)
    new = [_row(user, wish, now) for key, wish in wanted.items() if key not in existing]
    Call.objects.bulk_create(new, ignore_conflicts=True)
    _note_call_times(user, by_id, desired, now)
    notices.close_stale(user, now=now)


def wishes_of(user: User) -> Wishes:
    """What the runner chose on the page of calls, or the house's own choice."""
    row = CallPreferences.objects.filter(user=user).first() or CallPreferences(user=user)
    return Wishes(
        before_runs=row.before_runs,
        after_runs=row.after_runs == CallPreferences.AfterRuns.CALL,
        weekly=row.weekly,
        after_misses=row.after_misses,
        milestones=row.milestones,
        evening_at=row.evening_at,
        morning_at=row.morning_at,
        quiet_from=row.quiet_from,
        quiet_until=row.quiet_until,
        early_before_runs=row.early_before_runs,
    )


def talks_after_runs(user: User) -> bool:
    """Whether the runner wants to be asked in the app, as a talk, how a run went."""
    return CallPreferences.objects.filter(user=user, after_runs=CallPreferences.AfterRuns.TALK).exists()


def _situation(user: User, runs: dict[str, ScheduledRun], now: datetime) -> Situation:
    wishes, since, pauses = wishes_of(user), now - OCCASION_FOR, list(user.pauses.all())
    untold = user.sessions.filter(checked_in_at=None, scheduled_run__completed_at__gte=since)
    done = untold.select_related("scheduled_run") if wishes.after_runs else []
    misses = user.adjustments.filter(rule="misses", undone_at=None, created_at__gte=since)
    reached = user.notices.filter(kind="milestone", created_at__gte=since) if wishes.milestones else []
    return Situation(
        zone=user.time_zone,
        wishes=wishes,
        runs=tuple(RunAhead(key, run.scheduled_date_time) for key, run in runs.items() if not _is_free(run, pauses)),
        done=tuple(RunDone(str(row.scheduled_run_id), row.scheduled_run.completed_at or now) for row in done),
        misses=tuple(Occasion(str(row.pk), row.created_at) for row in misses),
        milestones=tuple(Occasion(str(row.pk), row.created_at) for row in reached),
        has_plan=bool(runs),
        free_of_calls=tuple((pause.starts_on, pause.ends_on) for pause in pauses),
        obstacle=_obstacle(user),
        spread_by=str(user.pk),
    )


def _obstacle(user: User) -> str:
    if not user.calls_agreed_at:
        return NOT_AGREED
    has_line = settings.TWILIO_SANDBOX or (user.phone_number and user.phone_verified_at)
    return "" if has_line else NO_NUMBER


def _is_free(run: ScheduledRun, pauses: list[Pause]) -> bool:
    return any(pause.covers(run.scheduled_on) for pause in pauses)


def _keep_or_cancel(call: Call, wish: DesiredCall | None, user: User) -> None:
    """Compare-and-set on the status: the dispatcher may be claiming the row this very moment."""
    change = {True: (Call.Status.CANCELLED, Call.Status.PLANNED), False: (Call.Status.PLANNED, Call.Status.CANCELLED)}
    before, after = change[wish is not None]
    if call.status == before:
        Call.objects.filter(pk=call.pk, status=before).update(status=after)
    is_first = not call.subject.endswith(AGAIN)
    seen = (call.due_at, call.expires_at, call.due_zone, call.obstacle)
    if wish and is_first and seen != (wish.due_at, wish.expires_at, str(user.time_zone), wish.obstacle):
        # Another evening hour, other quiet hours, another zone. What was put off by the line stays put off.
        later = max(wish.due_at, call.due_at) if call.attempts else wish.due_at
        moved = Call.objects.filter(pk=call.pk, status=Call.Status.PLANNED)
        moved.update(
            due_at=min(later, wish.expires_at),
            expires_at=wish.expires_at,
            obstacle=wish.obstacle,
            **_local(user, wish.due_at),
        )


def _note_call_times(user: User, runs: dict[str, ScheduledRun], desired: list[DesiredCall], now: datetime) -> None:
    """Each run shows when its call comes."""
    due = {call.run_id: call.due_at for call in desired if call.kind == Call.Kind.PRE_RUN and not call.obstacle}
    # A run let go, or moved out of sight, no longer has a call to show.
    ahead = user.runs.filter(pre_run_call_time__gte=now).exclude(pk__in=[key for key in due if key])
    ahead.update(pre_run_call_time=None)
    changed = [run for key, run in runs.items() if run.pre_run_call_time != due.get(key)]
    for run in changed:
        run.pre_run_call_time = due.get(str(run.pk))
    ScheduledRun.objects.bulk_update(changed, ["pre_run_call_time"])


def call_me(user: User, *, now: datetime, run: ScheduledRun | None = None) -> Call:
    """The runner asked to be called at once. While such a call is open, asking again gives the same call. Raises
    TooOften."""
    asked = user.calls.filter(kind=Call.Kind.CALL_ME, status__in=[Call.Status.PLANNED, *Call.LIVE])
    # One that was asked for at a later hour is another.
    open_call = asked.filter(due_at__lte=now + CALL_ME_FOR).first()
    if open_call:
        return open_call
    limits.may_ask(user, now=now)
    wish = DesiredCall("call_me", f"click@{now:%Y%m%dT%H%M%S}", str(run.pk) if run else None, now, now + CALL_ME_FOR)
    row = _row(user, wish, now)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return user.calls.get(kind=row.kind, subject=row.subject)
    return row


def call_at(
    user: User, moment: datetime, *, talk: str, now: datetime, run: ScheduledRun | None = None, context: object = None
) -> Call:
    """The runner asked to be called at a time of their own, for a talk of a kind. Asked twice, it is one call. Raises
    TooOften."""
    wish = DesiredCall(
        "call_me", f"asked@{moment:%Y%m%dT%H%M}", str(run.pk) if run else None, moment, moment + CALL_ME_FOR
    )
    row = _row(user, wish, now)
    row.context = {"talk": talk, **({"told": context} if context else {})}
    known = user.calls.filter(kind=row.kind, subject=row.subject).first()
    if known:
        # For another talk, or called off meanwhile: the latest word counts.
        again = Call.objects.filter(pk=known.pk, status__in=[Call.Status.PLANNED, Call.Status.CANCELLED])
        again.update(status=Call.Status.PLANNED, context=row.context, run_id=row.run_id, created_at=now)
        known.refresh_from_db()
        return known
    limits.may_ask(user, now=now)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return user.calls.get(kind=row.kind, subject=row.subject)
    return row


def call_off(call: Call) -> bool:
    """Compare-and-set: False for a call that is not planned any more."""
    return bool(Call.objects.filter(pk=call.pk, status=Call.Status.PLANNED).update(status=Call.Status.CANCELLED))


def call_again(call: Call, *, now: datetime) -> Call | None:
    """One more try of a call that nobody picked up, where it still makes sense; None where it does not."""
    due = now + AGAIN_IN
    if call.subject.endswith(AGAIN) or call.kind == Call.Kind.CALL_ME or due + AGAIN_AT_LEAST > call.expires_at:
        return None
    run_id = str(call.run_id) if call.run_id else None
    row = _row(call.user, DesiredCall(call.kind, f"{call.subject}{AGAIN}", run_id, due, call.expires_at), now)
    return Call.objects.get_or_create(
        user=row.user, kind=row.kind, subject=row.subject,
        defaults={field: getattr(row, field) for field in _COPIED},
    )[0]  # fmt: skip


_COPIED = ("run_id", "due_at", "expires_at", "due_on", "due_time", "due_zone", "created_at")


def _row(user: User, wish: DesiredCall, now: datetime) -> Call:
    return Call(
        user=user,
        kind=wish.kind,
        subject=wish.subject,
        run_id=wish.run_id,
        due_at=wish.due_at,
        expires_at=wish.expires_at,
        obstacle=wish.obstacle,
        created_at=now,
        **_local(user, wish.due_at),
    )


def _local(user: User, due_at: datetime) -> dict[str, object]:
    """The runner's own words for the instant."""
    local = user.local(due_at)
    at = local.time().replace(second=0, microsecond=0)
    return {"due_on": local.date(), "due_time": at, "due_zone": str(user.time_zone)}
