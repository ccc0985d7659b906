"""Where a run may go, and which ones nobody ran."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from coach.models import User
from runs.models import Pause, ScheduledRun
from runs.training import limits, moves
from runs.training.request import WEEKDAYS

SLOT_DAYS = 7


def verdict(run: ScheduledRun, *, on: date, at: time, now: datetime) -> moves.Verdict:
    """May a run go to a local day and time? An objection, or what to ask the runner first, or neither."""
    return verdicts(run, [on], at=at, now=now)[on]


def verdicts(run: ScheduledRun, days: Iterable[date], *, at: time, now: datetime) -> dict[date, moves.Verdict]:
    """`verdict` of many days; two queries."""
    return verdicts_of([run], days, at=at, now=now)[run.pk]


def verdicts_of(
    runs: Iterable[ScheduledRun], days: Iterable[date], *, at: time, now: datetime
) -> dict[UUID, dict[date, moves.Verdict]]:
    """`verdicts` of some runs of one schedule, by their ids; two queries in all."""
    asked, runs, found = list(days), list(runs), {}
    rows = list(_around(runs[0], now=now)) if runs else []
    pauses = list(runs[0].user.pauses.all()) if runs else []
    for run in runs:
        around = _calendar(run, [row for row in rows if row.pk != run.pk], pauses, now)
        plain = _plain(run)
        places = {day: moves.judge(plain, day, calendar=around) for day in asked}
        # The ends of the calendar have an objection already: no zone could place them.
        late = [day for day, one in places.items() if not one.objection and run.user.moment(day, at) <= now]
        found[run.pk] = places | dict.fromkeys(late, moves.Verdict(moves.PASSED))
    return found


@dataclass(frozen=True)
class Slot:
    """A free local day and time; `is_usual` on the days the runner named as theirs."""

    on: date
    at: time
    is_usual: bool
    warnings: tuple[str, ...] = ()


def free_slots(run: ScheduledRun, *, now: datetime) -> list[Slot]:
    """Days of the next week on which the run may be run at its usual time, those without a but first."""
    today = run.user.today(now)
    days = [today + timedelta(days=ahead) for ahead in range(SLOT_DAYS + 1)]
    free = [
        (day, verdict.warnings)
        for day, verdict in verdicts(run, days, at=run.start_time, now=now).items()
        if day != run.scheduled_on and not verdict.objection
    ]
    chosen = run.schedule.goal.available_days
    slots = [Slot(day, run.start_time, WEEKDAYS[day.weekday()] in chosen, asks) for day, asks in free]
    return sorted(slots, key=lambda slot: (bool(slot.warnings), slot.on))


def near(run: ScheduledRun, *, now: datetime) -> list[ScheduledRun]:
    """Runs still to be run that one could change places with: those of the two weeks around it."""
    today, fortnight = run.user.today(now), timedelta(weeks=2)
    others = run.user.runs.pending().filter(schedule=run.schedule_id).exclude(run_type=ScheduledRun.RunType.RACE)
    around = others.between(max(today, run.scheduled_on - fortnight), run.scheduled_on + fortnight)
    return list(around.exclude(pk=run.pk).defer("steps", "why"))


def calendar(run: ScheduledRun, *, now: datetime, without: Iterable[UUID] = ()) -> moves.Calendar:
    """What lies around a run, itself left out, and runs that go elsewhere. Two queries."""
    rows = _around(run, now=now).exclude(pk__in=[run.pk, *without])
    return _calendar(run, list(rows), run.user.pauses.all(), now)


def _around(run: ScheduledRun, *, now: datetime) -> QuerySet[ScheduledRun]:
    """The rows a run's new place is held against, itself among them."""
    since = run.user.today(now) - timedelta(weeks=moves.WEEKS_BEFORE, days=6)
    race = Q(run_type=ScheduledRun.RunType.RACE, schedule=run.schedule)
    around = run.user.runs.filter(race | Q(scheduled_on__gte=since))
    return around.select_related("run_session").defer("steps", "why")


def _calendar(run: ScheduledRun, rows: list[ScheduledRun], pauses: Iterable[Pause], now: datetime) -> moves.Calendar:
    user, goal, today = run.user, run.schedule.goal, run.user.today(now)
    others = {row: _plain(row) for row in rows}
    races = [it.on for row, it in others.items() if it.is_race and it.stands and row.schedule_id == run.schedule_id]
    return moves.Calendar(
        today=today,
        others=tuple(others.values()),
        weekly_frequency=goal.weekly_frequency,
        available_days=tuple(goal.available_days),
        long_run_day=goal.long_run_day,
        age=user.age(now),
        race_on=max(races, default=None),
        goal_on=goal.target_date,
        current_weekly_km=_declared_km(run, today),
        is_beginner=goal.fitness_level in ("new", "beginner"),
        pauses=tuple(pause.plain for pause in pauses),
        easy_until=_easy_until(rows, user),
    )


def _easy_until(rows: Iterable[ScheduledRun], user: User) -> date | None:
    """The last day that pain of late keeps easy."""
    told = (session for row in rows if (session := getattr(row, "run_session", None)) and session.pain_reported)
    hurt_at = max((session.completed_date for session in told), default=None)
    return user.today(hurt_at) + limits.EASY_AFTER_PAIN if hurt_at else None


def _declared_km(run: ScheduledRun, today: date) -> float:
    """The week named at the start, while it still lies among those a week is held against."""
    held = run.schedule.start_date + timedelta(weeks=moves.WEEKS_BEFORE)
    return run.schedule.goal.current_weekly_km or 0.0 if today < held else 0.0


def _plain(run: ScheduledRun) -> moves.Run:
    return moves.Run(run.scheduled_on, run.run_type, run.distance, run.status)


def rezone(user: User, *, now: datetime) -> None:
    """After a move to another zone: the wall times stay, their UTC instants follow."""
    ahead = list(user.runs.pending().filter(scheduled_on__gte=user.today(now)))
    for run in ahead:
        run.user = user
        run.move_to(run.scheduled_on, run.start_time)
    ScheduledRun.objects.bulk_update(ahead, ["scheduled_date_time"])


def passed(now: datetime) -> tuple[list[ScheduledRun], list[User]]:
    """Runs not run whose day has ended in their runner's own zone; and the runners with some that fell into a pause."""
    # No zone is more than 14 hours ahead of UTC.
    latest = (now + timedelta(hours=14)).date()
    due = ScheduledRun.objects.pending().of_active_goal().filter(scheduled_on__lt=latest, user__suspended_at=None)
    rows = due.select_related("user").prefetch_related("user__pauses")
    missed: list[ScheduledRun] = []
    away: dict[Any, User] = {}
    for run in rows:
        if run.scheduled_on >= run.user.today(now):
            continue
        if any(pause.covers(run.scheduled_on) for pause in run.user.pauses.all()):
            away[run.user_id] = run.user
        else:
            missed.append(run)
    return missed, list(away.values())
