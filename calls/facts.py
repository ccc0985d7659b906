"""What the coach knows when it opens a conversation: plain JSON, gathered once, from which every turn is taken."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from calls.dialogue import summing
from calls.models import ConversationSession
from coach import milestones, spoken
from coach.models import Goal, User
from runs import scheduling
from runs.models import Pause, ScheduleAdjustment, ScheduledRun
from runs.training.limits import EASY_AFTER_PAIN
from runs.training.moves import Verdict
from runs.training.rules import pain
from tasks.models import CoachTask

# So many runs ahead may be talked about; when planning, all of a week and the next.
RUNS_AHEAD, RUNS_PLANNED = 3, 8
DAYS_AHEAD, DAYS_PLANNED = 8, 13
# What was agreed an hour ago is not asked about yet, nor what was asked about today.
TASK_SETTLES = timedelta(hours=1)
TASK_ASKED_AGAIN = timedelta(hours=20)
CHANGE_REMEMBERED = timedelta(days=7)
# Characters: what is heard on the phone is short.
CHANGE_SAID_IN = 200
TASKS_NAMED = 3


def gather(user: User, kind: str, run: ScheduledRun | None, *, now: datetime) -> dict[str, Any]:
    """The facts for a conversation of `kind`, about `run` where there is one."""
    goal = user.goals.filter(ended_at=None).select_related("schedule").first()
    is_planning = kind == ConversationSession.Type.PLANNING
    ahead = _ahead(user, goal, run, now, RUNS_PLANNED if is_planning else RUNS_AHEAD)
    pauses = list(user.pauses.all())
    places = _places(ahead, user, now, DAYS_PLANNED if is_planning else DAYS_AHEAD)
    at_hand = [run] if run and run.is_pending and not _is_paused(run, pauses) else []
    later = [one for one in ahead if one.scheduled_date_time >= now and not _is_paused(one, pauses)]
    upcoming = next(iter([*at_hand, *later]), None)
    pause = _pause_before(upcoming, pauses, user.today(now))
    words = spoken.run(run, user) if run else "your run"
    tip = spoken.tip(run)
    return {
        "name": user.get_short_name(),
        "units": user.units,
        "now_local": f"{user.local(now):%A %d %B, %H:%M}",
        "run": words,
        "run_upper": words[:1].upper() + words[1:],
        "when": spoken.when(run, user, now) if run else "",
        "tip": tip,
        "tip_upper": tip[:1].upper() + tip[1:],
        "about": str(run.pk) if run and run.is_pending else "",
        "runs": [_run(one, user, places[one.pk]) for one in ahead],
        "next_run": _next_when(upcoming, pause, user, now),
        "next_run_words": _next(upcoming, pause, user, now),
        "hurt": _hurt(user, now),
        "last": _last(user, run, now),
        "change": _change(user, now),
        "is_suspended": user.suspended_at is not None,
        "is_planning": is_planning,
        "planned_monday": _planned_monday(user.today(now)).isoformat(),
        **_tasks(user, now),
        **_goal(goal, user, now),
        **(_weeks(user, goal, now) if goal else {"week_last": "", "week_next": "There is no plan yet."}),
        **(
            _milestone(goal, user) if goal and kind == ConversationSession.Type.CELEBRATION else {"did": "", "next": ""}
        ),
    }


def _ahead(user: User, goal: Goal | None, run: ScheduledRun | None, now: datetime, most: int) -> list[ScheduledRun]:
    """The run at hand first, then those that follow; none that lies in a pause."""
    if goal is None:
        return []
    rows = user.runs.pending().filter(schedule=goal.schedule, scheduled_on__gte=user.today(now))
    for pause in user.pauses.all():
        ends = {"scheduled_on__lte": pause.ends_on} if pause.ends_on else {}
        rows = rows.exclude(scheduled_on__gte=pause.starts_on, **ends)
    runs = list(rows.select_related("schedule__goal")[: most + 1])
    if run and run.is_pending:
        runs = [run, *(one for one in runs if one.pk != run.pk)]
    for one in runs:
        one.user = one.schedule.goal.user = user
    return runs[:most]


def _places(runs: list[ScheduledRun], user: User, now: datetime, days: int) -> dict[UUID, dict[date, Verdict]]:
    """What each of the next days says to each run."""
    dates = [user.today(now) + timedelta(days=ahead) for ahead in range(days + 1)]
    # Whether an hour of a day has passed is the dialogue's to see.
    return scheduling.verdicts_of(runs, dates, at=time.max, now=now)


def _run(run: ScheduledRun, user: User, places: dict[date, Verdict]) -> dict[str, Any]:
    """A run ahead, and where it may go."""
    return {
        "id": str(run.pk),
        "words": spoken.run(run, user),
        "whose": spoken.whose(run, user),
        "type": run.run_type,
        "on": run.scheduled_on.isoformat(),
        "at": f"{run.start_time:%H:%M}",
        "km": run.distance,
        "least_km": run.plain.least_km,
        "minutes": run.duration_min,
        "is_race": run.run_type == ScheduledRun.RunType.RACE,
        "days": [
            {"on": on.isoformat(), "objection": verdict.objection or "", "asks": list(verdict.warnings)}
            for on, verdict in places.items()
        ],
    }


def _is_paused(run: ScheduledRun, pauses: Iterable[Pause]) -> bool:
    return any(pause.covers(run.scheduled_on) for pause in pauses)


def _pause_before(run: ScheduledRun | None, pauses: Iterable[Pause], today: date) -> Pause | None:
    """The pause of now, or one that comes before the next run."""
    for pause in pauses:
        is_over = pause.ends_on is not None and pause.ends_on < today
        if not is_over and (run is None or pause.starts_on < run.scheduled_on):
            return pause
    return None


def _next_when(run: ScheduledRun | None, pause: Pause | None, user: User, now: datetime) -> str:
    if run is None:
        return "after your pause" if pause else "the one we plan together"
    return f"{spoken.when(run, user, now)}{', after your pause' if pause else ''}"


def _next(run: ScheduledRun | None, pause: Pause | None, user: User, now: datetime) -> str:
    if run:
        return f"{spoken.run(run, user)}, {_next_when(run, pause, user, now)}"
    if pause is None:
        return "not planned yet"
    until = f"until {spoken.day(pause.ends_on)}" if pause.ends_on else "until you tell me you're back"
    return f"the one after your pause: your runs are paused {until}"


def _hurt(user: User, now: datetime) -> str:
    """ "left knee", while the last that was told within two weeks, of a run or in a talk, is that it hurt."""
    since = now - EASY_AFTER_PAIN
    told = user.sessions.filter(checked_in_at__isnull=False, completed_date__gte=since).first()
    talked = user.conversations.filter(concluded_at__gte=since, state__answers__pain=True).first()
    told_at = told.checked_in_at if told else None
    if talked and talked.concluded_at and (told_at is None or told_at < talked.concluded_at):
        return summing.place(talked.state["answers"])
    return pain.where(told.plain(on=user.today(told.completed_date))) if told and told.pain_reported else ""


def _last(user: User, run: ScheduledRun | None, now: datetime) -> str:
    """ "on Tuesday, your 5 km easy run was a 7 of 10"; "" when nothing was told."""
    told = user.sessions.filter(checked_in_at__isnull=False).exclude(scheduled_run=run)
    session = told.select_related("scheduled_run").first()
    if session is None:
        return ""
    on = user.today(session.completed_date)
    what = f"{_day_behind(on, user.today(now))}, {spoken.run(session.scheduled_run, user)}"
    if session.difficulty_rating:
        return f"{what} was a {session.difficulty_rating} of 10"
    return f"{what} was the one you told me about"


def _day_behind(on: date, today: date) -> str:
    away = (today - on).days
    if away in (0, 1):
        return ("earlier today", "yesterday")[away]
    return f"on {on:%A}" if away < 7 else f"on {spoken.day(on)}"


def _change(user: User, now: datetime) -> str:
    """The latest change of the coach's own since the last talk, in a sentence or two."""
    last = user.conversations.filter(concluded_at__isnull=False).first()
    since = max(last.started_at, now - CHANGE_REMEMBERED) if last else now - CHANGE_REMEMBERED
    made = user.adjustments.filter(created_at__gt=since, undone_at=None, made_by=ScheduleAdjustment.MadeBy.RULE)
    row = made.filter(proposed_at=None, pause=None).exclude(changes=[]).exclude(rule="return").first()
    if row is None:
        return ""
    said = ""
    for sentence in row.reason.split(". "):
        if said and len(said) + len(sentence) > CHANGE_SAID_IN:
            break
        said = f"{said} {sentence.rstrip('.')}.".strip()
    return said


def _tasks(user: User, now: datetime) -> dict[str, Any]:
    """The one task to ask about, and the words for what is open."""
    rows = list(user.tasks.active().due_first())
    asked = [row for row in rows if _is_to_ask(row, now)]
    named = [row.title for row in rows[:TASKS_NAMED]]
    return {
        "tasks": [{"id": str(row.pk), "title": row.title} for row in asked[:1]],
        "task_list": ", ".join(f"“{title}”" for title in named) or "nothing at all",
    }


def _is_to_ask(row: CoachTask, now: datetime) -> bool:
    is_settled = row.created_at <= now - TASK_SETTLES
    is_asked = row.asked_at is not None and row.asked_at > now - TASK_ASKED_AGAIN
    is_put_off = row.snoozed_at is not None and row.due_date is not None and row.due_date > row.user.today(now)
    return row.created_by_coach and is_settled and not is_asked and not is_put_off


def _goal(goal: Goal | None, user: User, now: datetime) -> dict[str, Any]:
    today = user.today(now)
    if goal is None:
        return {"goal": "your first goal", "goal_when": "", "streak": "no run yet", "frequency": 0}
    left = (goal.target_date - today).days if goal.target_date else -1
    weeks = (
        f"in {left // 7} weeks" if left >= 14 else f"in {left} days" if left > 1 else "tomorrow" if left else "today"
    )
    streak = goal.current_streak
    return {
        "goal": goal.goal_text.strip().rstrip("."),
        "goal_when": f", {weeks}, on {spoken.day(goal.target_date)}" if goal.target_date and left >= 0 else "",
        "streak": f"{streak} planned run{'s' if streak > 1 else ''} in a row" if streak else "just about to begin",
        "frequency": goal.weekly_frequency,
        "available_days": list(goal.available_days),
        "is_paused": any(pause.covers(today) for pause in user.pauses.all()),
    }


def _weeks(user: User, goal: Goal, now: datetime) -> dict[str, str]:
    """The week behind in two sentences at most, and the one ahead: from Friday on that is next week's."""
    today = user.today(now)
    monday = _planned_monday(today)
    runs = list(
        user.runs.filter(schedule=goal.schedule)
        .between(monday - timedelta(weeks=1), monday + timedelta(days=6))
        .exclude(status=ScheduledRun.Status.REST)
        .select_related("run_session")
    )
    behind = [run for run in runs if run.scheduled_on < monday]
    planned = [run for run in runs if run.scheduled_on >= max(monday, today) and run.is_pending]
    pauses = list(user.pauses.all())
    ahead = [run for run in planned if not _is_paused(run, pauses)]
    is_next = monday > today
    return {
        "week_last": _behind(behind, user, "This week" if is_next else "Last week"),
        "week_next": _coming(ahead, user, "Next week" if is_next else "This week", is_paused=len(ahead) < len(planned)),
    }


def _planned_monday(today: date) -> date:
    """The week that is talked about: from Friday on the next."""
    return today - timedelta(days=today.weekday()) + timedelta(weeks=1 if today.weekday() >= 4 else 0)


def _behind(runs: list[ScheduledRun], user: User, which: str) -> str:
    done = [run for run in runs if run.status == ScheduledRun.Status.COMPLETED]
    planned = [run for run in runs if not run.is_off_plan]
    if not planned and not done:
        return ""
    km = spoken.distance(sum(run.done_km for run in done), units=user.units)
    if not done:
        return f"{which} had other plans than running, and that's all right."
    count = f"{len(done)} of {len(planned)}" if len(done) <= len(planned) else str(len(done))
    praise = " Everything you set out to do." if len(done) >= len(planned) else ""
    return f"{which} you did {count} runs, {km} in all.{praise}"


def _coming(runs: list[ScheduledRun], user: User, which: str, *, is_paused: bool) -> str:
    if not runs:
        return f"{which} your runs are paused." if is_paused else f"{which} has no run left."
    each = ", ".join(f"{spoken.run_of(run, user)} on {run.scheduled_on:%A}" for run in runs)
    return f"{which} has {_count(len(runs))}: {each}."


def _count(runs: int) -> str:
    named = ("no run", "one run", "two runs", "three runs", "four runs", "five runs")
    return named[runs] if runs < len(named) else f"{runs} runs"


def _milestone(goal: Goal, user: User) -> dict[str, str]:
    """What was reached last, and what comes next."""
    rows: Iterable[Any] = goal.milestones.all()
    reached = milestones.reached(rows)
    if not reached:
        return {"did": "You are on your way.", "next": ""}
    title, text = milestones.words(reached[0], units=user.units)
    did, _, following = text.partition(" Next: ")
    return {"did": f"{title}! {did}", "next": f"Next: {following}" if following else ""}
