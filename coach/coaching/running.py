"""Runs: done, told about, missed, let go."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db import transaction

from coach import milestones, records, spoken
from coach.coaching import desk
from coach.coaching.health import suspend
from coach.coaching.refusals import NeedsConsent, Refused
from coach.models import DailyProgress, User
from coach.records import Feedback
from runs import adjusting, plans
from runs.models import RunningSchedule, RunSession, ScheduleAdjustment, ScheduledRun
from runs.training import safety
from runs.training.rules import pain

# A run may be done some days early; one further ahead is a slip of the thumb.
EARLIEST_DONE = timedelta(days=7)
# A run off the plan is told within so many days.
LATEST_ADDED = timedelta(days=14)


@dataclass(frozen=True)
class CheckIn:
    """What came of telling: `adjustment` is the first of all that were made."""

    session: RunSession
    adjustments: list[ScheduleAdjustment]
    is_new: bool

    @property
    def adjustment(self) -> ScheduleAdjustment | None:
        return self.adjustments[0] if self.adjustments else None


def complete(run: ScheduledRun, *, now: datetime) -> RunSession:
    """The run was run. Said twice, it was run once."""
    with transaction.atomic():
        user, run = desk.opened(run)
        if run.status == ScheduledRun.Status.COMPLETED:
            return run.run_session
        _complete(user, run, now)
        records.celebrate(user, run, now)
        desk.settle(user, run.schedule, now=now)
        return run.run_session


def check_in(run: ScheduledRun, feedback: Feedback, *, now: datetime) -> CheckIn:
    """What the runner tells about a run. Submitted again, the first word stands and nothing new follows."""
    with transaction.atomic():
        user, run = desk.opened(run)
        if run.status != ScheduledRun.Status.COMPLETED:
            _complete(user, run, now)
        session = run.run_session
        if session.checked_in_at:
            return CheckIn(session, list(session.adjustments.all()), is_new=False)
        return _tell(user, run, session, feedback, now)


def correct(session: RunSession, feedback: Feedback, *, now: datetime) -> CheckIn:
    """The runner told something wrong. What rested on it and has not begun is withdrawn; what follows now, follows."""
    with transaction.atomic():
        user, run = desk.opened(session.scheduled_run)
        session = run.run_session
        first_told, was = session.checked_in_at, _pain_of(session)
        if feedback.pain_location == session.pain_location and not feedback.pain_description:
            # Told by voice, and not asked for in the form.
            feedback = replace(feedback, pain_description=session.pain_description)
        is_other_distance = feedback.distance_km != session.actual_distance
        records.record(session, feedback, first_told or now)
        session.corrected_at = now if first_told else None
        session.save(update_fields=["corrected_at"])
        if is_other_distance:
            _measure_anew(user, run, feedback, now)
        if _pain_of(session) != was:
            # Another pain has other consequences.
            for row in session.adjustments.filter(rule="pain", undone_at=None).select_related("schedule__goal"):
                row.schedule.goal.user = user
                adjusting.undo(row, by=ScheduleAdjustment.MadeBy.RULE, now=now)
        return _follow(user, run, session, feedback, now)


def _measure_anew(user: User, run: ScheduledRun, feedback: Feedback, now: datetime) -> None:
    """What was held back, or celebrated, for a distance that was a slip of the thumb."""
    if run.is_off_plan and feedback.distance_km is not None:
        run.distance = feedback.distance_km
        run.save(update_fields=["distance"])
    milestones.take_back(run.schedule.goal)
    limits = run.schedule.adjustments.filter(rule="return", pause=None, undone_at=None)
    for row in limits.select_related("schedule__goal").order_by("-created_at"):
        row.schedule.goal.user = user
        adjusting.undo(row, by=ScheduleAdjustment.MadeBy.RULE, now=now)


def take_back(run: ScheduledRun, *, now: datetime) -> None:
    """A run let go is to be run after all. Raises Refused when its day has passed or is taken."""
    with transaction.atomic():
        user, run = desk.opened(run)
        desk.must_be_cleared(user)
        if run.status != ScheduledRun.Status.SKIPPED:
            return
        taken = user.runs.pending().filter(scheduled_on=run.scheduled_on).exists()
        if taken or run.scheduled_date_time <= now:
            raise Refused("Its time has passed, or another run is on that day. Add it as a run off the plan instead.")
        run.status, run.skip_reason, run.is_let_go = ScheduledRun.Status.SCHEDULED, "", False
        run.save(update_fields=["status", "skip_reason", "is_let_go"])
        desk.settle(user, run.schedule, now=now)


def _pain_of(session: RunSession) -> tuple[bool, bool, bool]:
    """Whether it hurts, and how badly, as far as it makes a difference."""
    severity = session.pain_severity or 0
    return session.pain_reported, severity >= pain.BAD, severity >= pain.VERY_BAD


def add_run(
    user: User, *, on: date, feedback: Feedback, run_type: str, now: datetime, accepting: bool = False
) -> CheckIn:
    """A run off the plan, already run: it counts like any other, and owes nothing. Sent twice, it was run once. Raises
    NeedsConsent where a planned run of that day may be meant."""
    with transaction.atomic():
        user = desk.lock(user)
        desk.must_be_cleared(user)
        schedule = desk.schedule_of(user)
        _must_be_recent(on, user.today(now))
        km = feedback.distance_km or 0.0
        same = user.runs.filter(schedule=schedule, scheduled_on=on, distance=km).exclude(added_at=None).first()
        if same:
            return CheckIn(same.run_session, [], is_new=False)
        _must_be_off_plan(user, on, accepting)
        run = plans.off_plan(schedule, on=on, run_type=run_type, km=km, minutes=feedback.duration_min, now=now)
        _keep_session(user, run, now)
        return _tell(user, run, run.run_session, feedback, now)


def miss(run: ScheduledRun, *, now: datetime) -> None:
    """The runner's day ended and the run was not run."""
    with transaction.atomic():
        user, run = desk.opened(run)
        if not run.is_pending or run.scheduled_on >= user.today(now) or user.suspended_at:
            return
        run.status = ScheduledRun.Status.MISSED
        run.save(update_fields=["status"])
        desk.settle(user, run.schedule, now=now)


def skip(
    run: ScheduledRun, *, reason: str, now: datetime, accepting: bool = False, for_good: bool = False
) -> list[ScheduleAdjustment]:
    """Let a run go, and say why: what got in the way becomes a task, and the run may find another day, unless it is
    `for_good`. A missed run may be explained too. Raises NeedsConsent for the race."""
    with transaction.atomic():
        user, run = desk.opened(run)
        if run.status == ScheduledRun.Status.SKIPPED:
            return []
        desk.must_be_cleared(user)
        is_missed = run.status == ScheduledRun.Status.MISSED
        if not is_missed:
            desk.must_be_pending(run)
        if run.run_type == ScheduledRun.RunType.RACE and not accepting:
            raise NeedsConsent(("This is the race you train for.",))
        if any(pause.covers(run.scheduled_on) for pause in user.pauses.all()):
            raise Refused("That day lies in your pause: there is nothing to let go.")
        run.status = run.status if is_missed else ScheduledRun.Status.SKIPPED
        run.skip_reason, run.is_let_go = reason, for_good
        run.save(update_fields=["status", "skip_reason", "is_let_go"])
        made = desk.settle(user, run.schedule, now=now)
        if not any(row.rule in ("obstacle", "red_flag") for row in made):
            # A graver rule has the word this week; the obstacle is a task all the same.
            records.file_task(user, reason, now, run=run)
        return made


def _tell(user: User, run: ScheduledRun, session: RunSession, feedback: Feedback, now: datetime) -> CheckIn:
    records.record(session, feedback, now)
    return _follow(user, run, session, feedback, now)


def _follow(user: User, run: ScheduledRun, session: RunSession, feedback: Feedback, now: datetime) -> CheckIn:
    """Milestones, the rules' word, and a red flag whatever the rules say: told again it is no less grave."""
    km = run.distance if feedback.distance_km is None else feedback.distance_km
    records.celebrate(user, run, now, km=km)
    made = desk.settle(user, _schedule_for(user, run), now=now)
    if safety.is_red_flag(f"{feedback.notes} {feedback.pain_description}", pain_location=feedback.pain_location):
        suspend(user, now=now, told=feedback.notes)
    return CheckIn(session, made, is_new=True)


def _schedule_for(user: User, run: ScheduledRun) -> RunningSchedule:
    """What is told of an ended goal's run counts for the plan that is followed now."""
    is_over = run.schedule.goal.ended_at and user.goals.filter(ended_at=None).exists()
    return desk.schedule_of(user) if is_over else run.schedule


def _complete(user: User, run: ScheduledRun, now: datetime) -> None:
    desk.must_be_cleared(user)
    if run.status not in (*ScheduledRun.PENDING, ScheduledRun.Status.MISSED, ScheduledRun.Status.SKIPPED):
        raise Refused(f"This run is already {run.get_status_display().lower()}.")
    if run.scheduled_on > user.today(now) + EARLIEST_DONE:
        raise Refused("This run is more than a week away. Move it first if you ran it already.")
    run.status, run.completed_at = ScheduledRun.Status.COMPLETED, now
    run.save(update_fields=["status", "completed_at"])
    _keep_session(user, run, now)


def _keep_session(user: User, run: ScheduledRun, now: datetime) -> None:
    run.run_session = RunSession.objects.create(user=user, scheduled_run=run, completed_date=_run_at(run, now))
    DailyProgress.objects.update_or_create(
        goal=run.schedule.goal, date=user.today(run.run_session.completed_date),
        defaults={"is_completed": True, "completed_at": now},
    )  # fmt: skip


def _run_at(run: ScheduledRun, now: datetime) -> datetime:
    """When it was run: at its time if that has passed, else just now."""
    return min(now, run.scheduled_date_time + timedelta(minutes=run.duration_min))


def _must_be_recent(on: date, today: date) -> None:
    if on > today:
        raise Refused("That day is still to come. Tell me when you ran it.", field="on")
    if on < today - LATEST_ADDED:
        raise Refused("That is more than two weeks ago. It no longer changes what lies ahead.", field="on")


def _must_be_off_plan(user: User, on: date, accepting: bool) -> None:
    planned = user.runs.pending().filter(scheduled_on=on, schedule__goal__ended_at=None).first()
    if planned and not accepting:
        what = spoken.whose(planned, user)
        raise NeedsConsent((f"{what[:1].upper()}{what[1:]} is still open. If this was it, mark that one complete.",))
