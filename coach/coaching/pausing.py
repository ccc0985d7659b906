"""Days without training, and the way back from them."""

from datetime import date, datetime, timedelta
from itertools import groupby

from django.db import transaction
from django.db.models import Q

from calls import planning
from coach import spoken
from coach.coaching import desk
from coach.coaching.refusals import NeedsConsent, Refused
from coach.models import User
from runs import adjusting
from runs.models import Pause, ScheduleAdjustment, ScheduledRun
from runs.training import workouts

# Who was ill since Monday may say so on Friday, or the week after.
EARLIEST = timedelta(days=14)
LONGEST = timedelta(days=365)


def pause(
    user: User, *, kind: str, starts_on: date, ends_on: date | None, now: datetime, accepting: bool = False
) -> Pause:
    """Days without runs, misses or calls. Raises Refused for days that cannot be, or that another pause has, and
    NeedsConsent when a race lies in them."""
    with transaction.atomic():
        user = desk.lock(user)
        same = user.pauses.filter(kind=kind, starts_on=starts_on, ends_on=ends_on).first()
        if same:
            return same
        _must_be_possible(user, starts_on, ends_on, user.today(now))
        race = user.runs.pending().filter(run_type=ScheduledRun.RunType.RACE)
        race_day = race.between(starts_on, ends_on or starts_on).first()
        if race_day and not accepting:
            raise NeedsConsent((f"Your race on {spoken.day(race_day.scheduled_on)} lies in these days.",))
        row = keep(user, kind=kind, starts_on=starts_on, ends_on=ends_on, now=now)
        settle_all(user, now=now)
    return row


def keep(user: User, *, kind: str, starts_on: date, ends_on: date | None, now: datetime) -> Pause:
    """Write the pause down; what fell into it until today was rest, not missed."""
    row: Pause = Pause.objects.create(user=user, kind=kind, starts_on=starts_on, ends_on=ends_on, created_at=now)
    _rest(user, row, before=user.today(now))
    return row


def keep_free_days(user: User, *, kind: str, since: date, now: datetime) -> None:
    """The days since then that are over and no pause yet, stretch by stretch."""
    known = list(user.pauses.all())
    days = [since + timedelta(days=ahead) for ahead in range((_last_day(user, now) - since).days + 1)]
    for is_free, stretch in groupby(days, key=lambda day: not any(pause.covers(day) for pause in known)):
        of_days = list(stretch)
        if is_free:
            row = keep(user, kind=kind, starts_on=of_days[0], ends_on=of_days[-1], now=now)
            _rest(user, row, before=of_days[-1] + timedelta(days=1))


def resume(row: Pause, *, now: datetime) -> bool:
    """The runner is back: the pause ends the day before today, or never was. What was planned for its end goes. Whether
    there was anything to come back from."""
    with transaction.atomic():
        user = desk.lock(row.user)
        row = Pause.objects.get(pk=row.pk)
        last = _last_day(user, now)
        if row.ends_on and row.ends_on <= last:
            return False
        withdraw_returns(user, now=now)
        was_away = row.starts_on <= last
        if was_away:
            row.ends_on = last
            row.save(update_fields=["ends_on"])
            _rest(user, row, before=last + timedelta(days=1))
        else:
            row.delete()
        settle_all(user, now=now)
    return was_away


def withdraw_returns(user: User, *, now: datetime) -> None:
    """What was planned for pauses that are not over: when they, or the plan, are others it is planned anew."""
    rows = user.adjustments.filter(rule="return", undone_at=None).exclude(pause=None)
    for made in rows.filter(Q(pause__ends_on=None) | Q(pause__ends_on__gte=user.today(now))).order_by("-created_at"):
        made.schedule.goal.user = user
        adjusting.undo(made, by=ScheduleAdjustment.MadeBy.RULE, now=now)


def heed(user: User, *, now: datetime) -> None:
    if user.goals.filter(ended_at=None).exists():
        adjusting.heed_red_flags(desk.schedule_of(user), now=now)


def _last_day(user: User, now: datetime) -> date:
    """Yesterday; today when a run of today would have begun by now: nobody comes back to a miss."""
    today = user.today(now)
    is_late = user.runs.pending().filter(scheduled_on=today, scheduled_date_time__lte=now).exists()
    return today if is_late else today - timedelta(days=1)


def end_passed_pauses(user: User, *, now: datetime) -> None:
    """What fell into a pause and has passed was rest."""
    with transaction.atomic():
        user = desk.lock(user)
        for row in user.pauses.all():
            _rest(user, row, before=user.today(now))


def settle_all(user: User, *, now: datetime) -> None:
    """As after any event; who has no goal has only calls."""
    if user.goals.filter(ended_at=None).exists():
        desk.settle(user, desk.schedule_of(user), now=now)
    else:
        planning.refresh(user, now=now)


def _rest(user: User, row: Pause, *, before: date) -> None:
    """Runs of the pause's days that have passed, missed or not told about."""
    unrun = user.runs.filter(Q(status__in=ScheduledRun.PENDING) | Q(status=ScheduledRun.Status.MISSED))
    last = min(before - timedelta(days=1), row.ends_on or date.max)
    passed = unrun.between(row.starts_on, last)
    # A race that was not run stays a race in the history.
    passed.filter(run_type=ScheduledRun.RunType.RACE).update(status=ScheduledRun.Status.REST)
    low, high = workouts.EXPECTED_EFFORT["rest"]
    passed.exclude(run_type=ScheduledRun.RunType.RACE).update(
        status=ScheduledRun.Status.REST, run_type=ScheduledRun.RunType.REST, distance=0, duration_min=0, steps=[],
        effort_low=low, effort_high=high, why=workouts.WHY["rest"],
    )  # fmt: skip


def _must_be_possible(user: User, starts_on: date, ends_on: date | None, today: date) -> None:
    if ends_on and ends_on < starts_on:
        raise Refused("It ends before it begins.", field="ends_on")
    if ends_on and ends_on - starts_on > LONGEST:
        raise Refused("That is more than a year. Come back with a new goal then.", field="ends_on")
    if starts_on < today - EARLIEST:
        raise Refused("That is more than two weeks ago. Choose a later first day.", field="starts_on")
    if starts_on > today + LONGEST:
        raise Refused("That is more than a year ahead.", field="starts_on")
    others = user.pauses.filter(starts_on__lte=ends_on or date.max)
    if others.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on)).exists():
        raise Refused("Some of these days are a pause already. End that one first.", field="starts_on")
