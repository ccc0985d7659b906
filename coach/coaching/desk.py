"""What the events share: one runner at a time, the rows as they are now, and what follows from any event."""

from datetime import datetime

from calls import planning
from coach import records
from coach.coaching.refusals import Refused
from coach.models import Goal, User
from runs import adjusting
from runs.models import RunningSchedule, ScheduleAdjustment, ScheduledRun
from runs.training import streaks
from runs.training.rules import misses

# After these the coach looks at the goal again: is it still within reach?
REACH_ASKED_AFTER = ("pain", "misses", "return")
# After these nobody asks for more.
GRAVE = ("red_flag", "pain", "too_hard", "misses")


def lock(user: User) -> User:
    """One event at a time for one runner: two devices at the same instant make one adjustment."""
    locked: User = User.objects.select_for_update().get(pk=user.pk)
    return locked


def opened(run: ScheduledRun) -> tuple[User, ScheduledRun]:
    """The runner, locked, and the run as it is now: the page it was clicked on may be old."""
    user = lock(run.user)
    run = ScheduledRun.objects.select_related("schedule__goal").get(pk=run.pk)
    run.user = run.schedule.goal.user = user
    return user, run


def schedule_of(user: User) -> RunningSchedule:
    """The schedule of the active goal. Raises Refused where there is none."""
    schedule = RunningSchedule.objects.select_related("goal").filter(goal__user=user, goal__ended_at=None).first()
    if schedule is None:
        raise Refused("There is no plan yet. Tell me your goal first.")
    schedule.goal.user = user
    found: RunningSchedule = schedule
    return found


def must_be_pending(run: ScheduledRun) -> None:
    if not run.is_pending:
        raise Refused(f"This run is already {run.get_status_display().lower()}.")


def must_be_cleared(user: User) -> None:
    if user.suspended_at:
        raise Refused("Your training is paused until a doctor has cleared you.")


def settle(user: User, schedule: RunningSchedule, *, now: datetime) -> list[ScheduleAdjustment]:
    """What follows from any event: the rules' word and the limits, the streak, and the calls that should exist now."""
    judged = adjusting.Judged([], []) if user.suspended_at else adjusting.judge(schedule, now=now)
    made = judged.made
    if any(entry.row.rule in GRAVE or entry.row.pause_id for entry in made):
        _lapse_proposals(schedule, now)
    for row in judged.withdrawn:
        give_back_frequency(schedule, row)
        # What it asked the runner to do is asked no more.
        user.tasks.active().filter(created_at=row.created_at, created_by_coach=True).update(dismissed_at=now)
    for entry in made:
        _follow(user, schedule, entry, now)
    _count_streak(user, schedule)
    if any(entry.row.rule in REACH_ASKED_AFTER for entry in made):
        _ask_reach(schedule.goal, now)
    planning.refresh(user, now=now)
    return [entry.row for entry in made]


def _lapse_proposals(schedule: RunningSchedule, now: datetime) -> None:
    """More is no longer on the table."""
    for row in schedule.adjustments.waiting():
        adjusting.lapse(row, now=now)


def _follow(user: User, schedule: RunningSchedule, entry: adjusting.Entry, now: datetime) -> None:
    """Tasks, flags, fewer runs a week, and a word to the runner."""
    row, tasks = entry.row, list(entry.made.tasks)
    if row.rule == "red_flag":
        records.suspend(user, now)
    if row.rule == "misses":
        if row.frequency_before:
            _set_frequency(schedule, _fewer(row.frequency_before))
        tasks += [] if user.wants_calls else [misses.task(user.today(now))]
    if entry.made.flag:
        records.flag(user, entry.made.flag, row.reason, now)
    for task in tasks:
        records.keep_task(schedule.goal, task, now)
    # A red flag has its own words; an obstacle that moved nothing is a task, and said on the page.
    if row.is_limit:
        # The limits move with every week: the latest word is enough.
        user.notices.open().filter(adjustment__rule="return", adjustment__pause=None).update(seen_at=now)
    if row.rule != "red_flag" and (row.changes or row.rule != "obstacle"):
        records.tell(user, row, now)


def give_back_frequency(schedule: RunningSchedule, row: ScheduleAdjustment) -> None:
    """The runs a week that an undone adjustment took one of, unless the runner has chosen anew since."""
    is_back = len(row.left_alone) < len(row.changes)
    if is_back and row.frequency_before and schedule.goal.weekly_frequency == _fewer(row.frequency_before):
        _set_frequency(schedule, row.frequency_before)


def _fewer(runs: int) -> int:
    return max(misses.LEAST_RUNS, runs - 1)


def _set_frequency(schedule: RunningSchedule, runs: int) -> None:
    schedule.weekly_frequency = schedule.goal.weekly_frequency = runs
    schedule.save(update_fields=["weekly_frequency"])
    schedule.goal.save(update_fields=["weekly_frequency"])


def _count_streak(user: User, schedule: RunningSchedule) -> None:
    goal = schedule.goal
    planned = user.runs.filter(schedule=schedule, added_at=None).order_by("scheduled_on")
    goal.current_streak = streaks.current(planned.values_list("status", flat=True))
    goal.longest_streak = max(goal.longest_streak, goal.current_streak)
    goal.save(update_fields=["current_streak", "longest_streak"])


def _ask_reach(goal: Goal, now: datetime) -> None:
    """The race date stays; whether it is still wise is asked again, and said once."""
    verdict = adjusting.reach(goal.schedule, now=now)
    if verdict is None or verdict.verdict == goal.verdict:
        return
    was, goal.verdict, goal.verdict_reasons = goal.verdict, verdict.verdict, list(verdict.reasons)
    goal.save(update_fields=["verdict", "verdict_reasons"])
    if verdict.verdict == Goal.Verdict.UNSAFE and was != Goal.Verdict.UNSAFE:
        records.doubt(goal, verdict, now)
