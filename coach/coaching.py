"""The desk. Every event in a runner's training life passes here: record the fact, ask the pure rules what follows,
apply it, in one transaction; calls and notices follow from it."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction

from calls import dispatch, planning, talking
from calls.dialogue import conversation as dialogue
from calls.models import Call, ConversationSession
from coach import goals, outcomes, records
from coach.models import DailyProgress, Goal, HealthScreening, Notice, User
from coach.records import Feedback
from runs import adjusting, plans, scheduling
from runs.models import Pause, RunningSchedule, RunSession, ScheduleAdjustment, ScheduledRun
from runs.training import plan, safety, streaks
from runs.training.feasibility import Feasibility
from runs.training.request import Request

# A run may be done some days early; one further ahead is a slip of the thumb.
EARLIEST_DONE = timedelta(days=7)


# The last answer of the onboarding sent twice is one goal.
DOUBLE_TAP = timedelta(seconds=30)


PROFILE = ("name", "time_zone", "units", "birth_year", "phone_number")


class Refused(Exception):
    """What was asked cannot be done; the message is for the runner. `field` names the input it is about."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class NeedsConsent(Refused):
    """It can be done if the runner says so: `warnings` is what to ask, and `accepting` what to say."""

    def __init__(self, warnings: tuple[str, ...]) -> None:
        super().__init__(" ".join(warnings), field="accepting")
        self.warnings = warnings


class Unsafe(Refused):
    """A goal that the weeks left cannot reach safely. `verdict` has the reasons and other goals."""

    def __init__(self, verdict: Feasibility) -> None:
        super().__init__(verdict.reasons[0], field="insist")
        self.verdict = verdict


@dataclass(frozen=True)
class CheckIn:
    session: RunSession
    adjustment: ScheduleAdjustment | None
    is_new: bool


def start_goal(user: User, setup: goals.Setup, *, concerns: Sequence[str], now: datetime, insist: bool = False) -> Goal:
    """A new goal and its schedule. An active goal ends; what was run stays, what was still to be run goes.

    `concerns`: what the runner answered to the questions about health; with any, the plan waits for a doctor's word.
    Raises Refused for a goal that cannot be reached safely, unless `insist`.
    """
    with transaction.atomic():
        user = _lock(user)
        just_made = user.goals.filter(ended_at=None, created_at__gt=now - DOUBLE_TAP).first()
        if just_made and goals.is_as_asked(just_made, setup):
            if concerns:
                screen(user, concerns, now=now)
            return just_made
        goal = goals.draft(user, setup, now=now)
        outlook = _accepted(goal, plans.request(goal, now=now), insist=insist)
        user.goals.filter(ended_at=None).update(ended_at=now)
        user.runs.pending().delete()
        goals.store(goal, outlook.verdict, now=now)
        plans.create(goal, outlook.plan, now=now)
        screen(user, concerns, now=now)
        planning.refresh(user, now=now)
    return goal


def change_goal(goal: Goal, changes: dict[str, Any], *, now: datetime, insist: bool = False) -> Goal:
    """Another date, time, race, days or frequency in the middle of a plan: what lies ahead is made anew from what was
    run. Raises Refused for what cannot be reached safely, unless `insist`."""
    with transaction.atomic():
        user = _lock(goal.user)
        current = Goal.objects.select_related("schedule").filter(pk=goal.pk, ended_at=None).first()
        if current is None:
            raise Refused("That goal has ended. Your plan is made for another one now.")
        goal, was_at = current, current.start_time
        goal.user = user
        changed = goals.change(goal, changes)
        if not changed:
            return goal
        asked = plans.anew(goal, changed, now=now)
        outlook = _accepted(goal, asked, insist=insist) if asked else None
        goals.keep_change(goal, outlook.verdict if outlook else None, now=now)
        plans.retime(goal, was_at=was_at, now=now)
        if outlook and plans.is_renewed_by(changed):
            plans.renew(goal, outlook.plan)
        records.note_change(goal, changed, now)
        _follow(user, goal.schedule, now)
    return goal


def extend(goal: Goal, *, now: datetime) -> None:
    """A plan without a date reaches eight weeks ahead again. Asked twice, it grows once."""
    with transaction.atomic():
        user = _lock(goal.user)
        goal = Goal.objects.select_related("schedule").get(pk=goal.pk)
        goal.user = user
        if not plans.weeks_missing(goal, today=user.today(now)):
            return
        plans.extend(goal, plan.build(plans.longer(goal, now=now)))
        planning.refresh(user, now=now)


def screen(user: User, concerns: Sequence[str], *, now: datetime) -> HealthScreening:
    """What the runner answered to the questions about health. Any concern is a doctor's before it is a coach's."""
    row: HealthScreening = HealthScreening.objects.create(user=user, concerns=list(concerns), answered_at=now)
    if concerns:
        suspend(user, now=now, words=records.SEE_A_DOCTOR_FIRST)
    return row


def complete(run: ScheduledRun, *, now: datetime) -> RunSession:
    """The run was run. Said twice, it was run once."""
    with transaction.atomic():
        user, run = _open(run)
        if run.status == ScheduledRun.Status.COMPLETED:
            return run.run_session
        _complete(user, run, now)
        _follow(user, run.schedule, now)
        return run.run_session


def check_in(run: ScheduledRun, feedback: Feedback, *, now: datetime) -> CheckIn:
    """What the runner tells about a run. Submitted again, the first word stands and nothing new follows."""
    with transaction.atomic():
        user, run = _open(run)
        if run.status != ScheduledRun.Status.COMPLETED:
            _complete(user, run, now)
        session = run.run_session
        if session.checked_in_at:
            return CheckIn(session, session.adjustments.first(), is_new=False)
        records.record(session, feedback, now)
        km = run.distance if feedback.distance_km is None else feedback.distance_km
        records.celebrate(user, run, km, now)
        if safety.is_red_flag(f"{feedback.notes} {feedback.pain_description}", pain_location=feedback.pain_location):
            suspend(user, now=now)
        # A doctor comes before any rule.
        adjustment = None if user.suspended_at else adjusting.judge(run.schedule, today=user.today(now), now=now)
        if adjustment:
            records.tell(user, adjustment, now)
        _follow(user, run.schedule, now)
    return CheckIn(session, adjustment, is_new=True)


def miss(run: ScheduledRun, *, now: datetime) -> None:
    """The runner's day ended and the run was not run."""
    with transaction.atomic():
        user, run = _open(run)
        if not run.is_pending or run.scheduled_on >= user.today(now):
            return
        run.status = ScheduledRun.Status.MISSED
        run.save(update_fields=["status"])
        _follow(user, run.schedule, now)


def skip(run: ScheduledRun, *, reason: str, now: datetime) -> None:
    with transaction.atomic():
        user, run = _open(run)
        if run.status == ScheduledRun.Status.SKIPPED:
            return
        _must_be_pending(run)
        run.status, run.skip_reason = ScheduledRun.Status.SKIPPED, reason
        run.save(update_fields=["status", "skip_reason"])
        records.file_task(user, reason, now, run=run)
        _follow(user, run.schedule, now)


def move(run: ScheduledRun, *, on: date, at: time, now: datetime, accepting: bool = False) -> None:
    """Put a run on another day or time. Raises Refused, with the reason, when that day cannot take it, and
    NeedsConsent when it could but for something the runner has to accept."""
    with transaction.atomic():
        user, run = _open(run)
        _must_be_cleared(user)
        _must_be_pending(run)
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
        _follow(user, run.schedule, now)


def pause(user: User, *, kind: str, starts_on: date, ends_on: date | None, now: datetime) -> Pause:
    """Days without runs, misses or calls."""
    with transaction.atomic():
        user = _lock(user)
        row = Pause.objects.create(user=user, kind=kind, starts_on=starts_on, ends_on=ends_on, created_at=now)
        planning.refresh(user, now=now)
    return row


def resume(row: Pause, *, now: datetime) -> None:
    """The runner is back: the pause ends the day before today, or never was."""
    with transaction.atomic():
        user = _lock(row.user)
        yesterday = user.today(now) - timedelta(days=1)
        if row.starts_on > yesterday:
            row.delete()
        else:
            row.ends_on = yesterday
            row.save(update_fields=["ends_on"])
        planning.refresh(user, now=now)


def undo(adjustment: ScheduleAdjustment, *, now: datetime) -> ScheduleAdjustment:
    """Put back the runs of an adjustment that nobody has touched since. Undone twice, it is undone once."""
    with transaction.atomic():
        user = _lock(adjustment.user)
        adjustment = ScheduleAdjustment.objects.select_related("schedule", "user").get(pk=adjustment.pk)
        if not adjustment.changes:
            raise Refused("There is nothing to put back. Change your goal again instead.")
        if adjustment.undone_at is None:
            adjusting.undo(adjustment, today=user.today(now), now=now)
            adjustment.notices.open().update(seen_at=now)
            _follow(user, adjustment.schedule, now)
    return adjustment


def suspend(user: User, *, now: datetime, words: records.Words = records.GET_HELP_NOW) -> None:
    """A red flag: no runs and no coaching calls until the runner is cleared."""
    if user.suspended_at:
        return
    user.suspended_at = now
    user.save(update_fields=["suspended_at"])
    Notice.objects.create(user=user, kind=Notice.Kind.SAFETY, title=words.title, text=words.text, created_at=now)
    planning.refresh(user, now=now)


def clear(user: User, *, now: datetime) -> None:
    """The runner confirms that a doctor cleared them."""
    with transaction.atomic():
        user = _lock(user)
        user.suspended_at = None
        user.save(update_fields=["suspended_at"])
        user.notices.open().filter(kind=Notice.Kind.SAFETY).update(seen_at=now)
        planning.refresh(user, now=now)


def set_calls(user: User, *, wanted: bool, now: datetime) -> None:
    """Agree to be called, or not any more. A runner who asked not to be called is not dialled from this moment."""
    with transaction.atomic():
        user = _lock(user)
        if wanted and not user.wants_calls:
            user.calls_agreed_at, user.do_not_call_at = now, None
        elif not wanted and user.wants_calls:
            user.do_not_call_at = now
        user.save(update_fields=["calls_agreed_at", "do_not_call_at"])
        planning.refresh(user, now=now)


def change_profile(user: User, changes: dict[str, Any], *, now: datetime) -> User:
    """Name, units, zone, number, calls. In another zone a run at 7:00 stays at 7:00; another number is unverified."""
    with transaction.atomic():
        user = _lock(user)
        wanted = changes.get("wants_calls", user.wants_calls)
        zone, number = str(user.time_zone), user.phone_number
        fields = [name for name in PROFILE if name in changes]
        for name in fields:
            setattr(user, name, changes[name])
        if user.phone_number != number:
            user.phone_verified_at = None
        user.save(update_fields=[*fields, "phone_verified_at"])
        user.refresh_from_db()
        if str(user.time_zone) != zone:
            scheduling.rezone(user, now=now)
            planning.refresh(user, now=now)
        set_calls(user, wanted=wanted, now=now)
    changed: User = User.objects.get(pk=user.pk)
    return changed


def replan(user: User, *, now: datetime) -> None:
    """The hourly look: the calls that should exist now."""
    with transaction.atomic():
        planning.refresh(_lock(user), now=now)


def call_me(user: User, *, now: datetime, run: ScheduledRun | None = None) -> Call:
    """The runner wants to be called at once."""
    _must_be_cleared(user)
    if not dispatch.number_of(user):
        raise Refused("I have no verified phone number of yours yet. Please add one in the settings.")
    with transaction.atomic():
        return planning.call_me(_lock(user), run=run, now=now)


def converse(
    session: ConversationSession, words: str, *, turn: int, now: datetime, digits: str = ""
) -> ConversationSession:
    """One answer of the runner's in a conversation; when it is over, what was said is acted on."""
    with transaction.atomic():
        _lock(session.user)
        session = talking.take(session, words, turn=turn, digits=digits, now=now)
        if session.ended_at:
            conclude(session, now=now)
    return session


def hang_up(session: ConversationSession, *, now: datetime) -> None:
    """The line closed in the middle: what was said until then counts."""
    with transaction.atomic():
        _lock(session.user)
        session = ConversationSession.objects.select_for_update().get(pk=session.pk)
        if session.ended_at is None:
            session.ended_at = now
            session.save(update_fields=["ended_at"])
        conclude(session, now=now)


def conclude(session: ConversationSession, *, now: datetime) -> None:
    """Act on what a conversation came to, once."""
    if not ConversationSession.objects.filter(pk=session.pk, concluded_at=None).update(concluded_at=now):
        return
    user, came_to = session.user, dialogue.outcome(session.state)
    if session.run and came_to.kind == "post_run" and (came_to.difficulty or came_to.pain is not None):
        # Refused when the run was let go meanwhile: then there is nothing to tell about.
        with contextlib.suppress(Refused):
            check_in(session.run, outcomes.feedback(session, came_to), now=now)
    if came_to.red_flag:
        suspend(user, now=now)
    if came_to.stop_calling:
        set_calls(user, wanted=False, now=now)
    for words in [*came_to.obstacles, *outcomes.hurts(came_to)]:
        records.file_task(user, words, now, run=session.run, session=session)
    session.agreed = outcomes.agreed(session, came_to)
    ConversationSession.objects.filter(pk=session.pk).update(agreed=session.agreed)


# --- what the events share


def _lock(user: User) -> User:
    """One event at a time for one runner: two devices at the same instant make one adjustment."""
    locked: User = User.objects.select_for_update().get(pk=user.pk)
    return locked


def _open(run: ScheduledRun) -> tuple[User, ScheduledRun]:
    """The runner, locked, and the run as it is now: the page it was clicked on may be old."""
    user = _lock(run.user)
    run = ScheduledRun.objects.select_related("schedule__goal").get(pk=run.pk)
    run.user = user
    return user, run


def _accepted(goal: Goal, asked: Request, *, insist: bool) -> plans.Outlook:
    """The plan of a goal, if the coach can sign it or the runner insists."""
    outlook = plans.outlook(asked, units=goal.user.units)
    if outlook.verdict.verdict == Goal.Verdict.UNSAFE and not insist:
        raise Unsafe(outlook.verdict)
    return outlook


def _must_be_pending(run: ScheduledRun) -> None:
    if not run.is_pending:
        raise Refused(f"This run is already {run.get_status_display().lower()}.")


def _must_be_cleared(user: User) -> None:
    if user.suspended_at:
        raise Refused("Your training is paused until a doctor has cleared you.")


def _complete(user: User, run: ScheduledRun, now: datetime) -> None:
    _must_be_cleared(user)
    if run.status not in (*ScheduledRun.PENDING, ScheduledRun.Status.MISSED):
        raise Refused(f"This run is already {run.get_status_display().lower()}.")
    if run.scheduled_on > user.today(now) + EARLIEST_DONE:
        raise Refused("This run is more than a week away. Move it first if you ran it already.")
    run.status, run.completed_at = ScheduledRun.Status.COMPLETED, now
    run.save(update_fields=["status", "completed_at"])
    run.run_session = RunSession.objects.create(user=user, scheduled_run=run, completed_date=_run_at(run, now))
    DailyProgress.objects.update_or_create(
        goal=run.schedule.goal, date=user.today(run.run_session.completed_date),
        defaults={"is_completed": True, "completed_at": now},
    )  # fmt: skip


def _run_at(run: ScheduledRun, now: datetime) -> datetime:
    """When it was run: at its time if that has passed, else just now."""
    return min(now, run.scheduled_date_time + timedelta(minutes=run.duration_min))


def _follow(user: User, schedule: RunningSchedule, now: datetime) -> None:
    """What follows from any event: the streak, and the calls that should exist now."""
    goal = schedule.goal
    statuses = user.runs.filter(schedule=schedule).order_by("scheduled_on").values_list("status", flat=True)
    goal.current_streak = streaks.current(statuses)
    goal.longest_streak = max(goal.longest_streak, goal.current_streak)
    goal.save(update_fields=["current_streak", "longest_streak"])
    planning.refresh(user, now=now)
