"""A schedule's rows as the history that the rules look at."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from coach.models import User
from runs import plans
from runs.models import Pause, RunningSchedule, RunSession, ScheduleAdjustment, ScheduledRun
from runs.training import limits
from runs.training.history import Adjustment, History, Season, Skip

# What was run under an earlier goal still counts for so long.
EARLIER = limits.LONGEST_WITHIN + timedelta(days=7)


@dataclass(frozen=True)
class Rows:
    """A history and the rows it was read from; `made` stand in the order of `history.adjustments`."""

    history: History
    schedule: RunningSchedule
    runs: dict[str, ScheduledRun]
    made: list[ScheduleAdjustment]
    today: date

    def plain(self, row: ScheduleAdjustment) -> Adjustment:
        """An adjustment as it was read."""
        at = next(at for at, one in enumerate(self.made) if one.pk == row.pk)
        return self.history.adjustments[at]


def read(schedule: RunningSchedule, *, now: datetime) -> Rows:
    """Four queries, however long the plan."""
    goal = schedule.goal
    user, today = goal.user, goal.user.today(now)
    rows = [*_runs(schedule), *_earlier_runs(schedule, today)]
    for row in rows:
        row.user = user
    sessions = [told for row in rows if (told := getattr(row, "run_session", None)) and _counts(told)]
    made = list(_adjustments(user, schedule, now))
    history = History(
        asked=plans.request(goal, now=now),
        runs=tuple(row.plain for row in rows),
        sessions=tuple(told.plain(on=user.today(told.completed_date)) for told in sessions),
        skips=tuple(Skip(str(row.pk), row.skip_reason) for row in rows if row.skip_reason and not row.is_let_go),
        pauses=tuple(pause.plain for pause in Pause.objects.filter(user=user)),
        adjustments=tuple(_plain(row, user, schedule) for row in made),
        seasons=_seasons(schedule.weeks),
        began_on=schedule.start_date,
    )
    return Rows(history, schedule, {str(row.pk): row for row in rows}, made, today)


def _runs(schedule: RunningSchedule) -> list[ScheduledRun]:
    return list(schedule.scheduled_runs.select_related("run_session"))


def _earlier_runs(schedule: RunningSchedule, today: date) -> list[ScheduledRun]:
    """Done under an earlier goal, while this one is young."""
    if today > schedule.start_date + EARLIER:
        return []
    rows = ScheduledRun.objects.filter(user_id=schedule.goal.user_id, status=ScheduledRun.Status.COMPLETED)
    recent = rows.exclude(schedule=schedule).filter(scheduled_on__gte=schedule.start_date - EARLIER)
    return list(recent.select_related("run_session"))


def _counts(told: RunSession) -> bool:
    """Told about, or at least how far it was."""
    return told.checked_in_at is not None or told.actual_distance is not None


def _adjustments(user: User, schedule: RunningSchedule, now: datetime) -> QuerySet[ScheduleAdjustment]:
    """This schedule's, and those of an earlier goal that its young weeks must not repeat."""
    lately = Q(created_at__gte=now - timedelta(days=EARLIER.days + limits.EASY_AFTER_PAIN.days))
    return user.adjustments.filter(Q(schedule=schedule) | lately).select_related("pause").order_by("created_at")


def _plain(row: ScheduleAdjustment, user: User, schedule: RunningSchedule) -> Adjustment:
    made = row.plain(on=user.today(row.accepted_at or row.created_at), is_cleared=user.suspended_at is None)
    # What it changed in another plan is behind.
    return made if row.schedule_id == schedule.pk else replace(made, changes=())


def _seasons(weeks: list[dict[str, Any]]) -> dict[date, Season]:
    return {date.fromisoformat(week["starts_on"]): Season(week["phase"], bool(week["cutback"])) for week in weeks}
