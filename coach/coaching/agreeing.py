"""What was agreed in a conversation, done: each act is one of the desk's own verbs, with the runner's yes already
given."""

import logging
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from calls.models import ConversationSession
from coach import outcomes, records
from coach.coaching import desk
from coach.coaching.goal import change_goal
from coach.coaching.pausing import pause, resume
from coach.coaching.refusals import Refused
from coach.coaching.running import skip
from coach.coaching.schedule import ease_week, move, repeat_week, shorten, swap
from coach.models import User
from runs.models import ScheduledRun

logger = logging.getLogger(__name__)
Act = dict[str, Any]


def carry_out(session: ConversationSession, acts: list[Act], *, now: datetime) -> list[dict[str, str]]:
    """Do each act; what each came to, in a sentence with what it leads to."""
    return [_line(session.user, act, now) for act in acts]


def _line(user: User, act: Act, now: datetime) -> dict[str, str]:
    said = str(act.get("said") or act["act"].replace("_", " "))
    try:
        with transaction.atomic():
            to, key = _DOERS[act["act"]](user, act, now)
    except Refused as refusal:
        # It was free when the coach offered it; the runner has to hear that it is not any more.
        records.could_not(user, said, str(refusal), now)
        return outcomes.line(f"Not possible after all: {said}. {refusal}", *_about(act))
    return outcomes.line(f"{said[:1].upper()}{said[1:]}.", to, key)


def _about(act: Act) -> tuple[str, object]:
    return ("run", act["run"]) if "run" in act else ("plan", None)


def _run(user: User, act: Act) -> ScheduledRun:
    try:
        run: ScheduledRun = user.runs.select_related("schedule__goal").get(pk=act["run"])
    except (ScheduledRun.DoesNotExist, ValidationError):
        raise Refused("That run is no longer in the plan.") from None
    return run


def _move(user: User, act: Act, now: datetime) -> tuple[str, object]:
    run = _run(user, act)
    move(run, on=date.fromisoformat(act["on"]), at=time.fromisoformat(act["at"]), now=now, accepting=True)
    return "run", run.pk


def _skip(user: User, act: Act, now: datetime) -> tuple[str, object]:
    run = _run(user, act)
    skip(run, reason=str(act.get("reason", ""))[:300], now=now, accepting=True, for_good=True)
    return "run", run.pk


def _shorten(user: User, act: Act, now: datetime) -> tuple[str, object]:
    return "adjustment", shorten(_run(user, act), distance_km=float(act["km"]), now=now).pk


def _ease_week(user: User, act: Act, now: datetime) -> tuple[str, object]:
    return "adjustment", ease_week(user, monday=date.fromisoformat(act["monday"]), now=now).pk


def _repeat_week(user: User, act: Act, now: datetime) -> tuple[str, object]:
    return "adjustment", repeat_week(user, now=now).pk


def _frequency(user: User, act: Act, now: datetime) -> tuple[str, object]:
    change_goal(desk.schedule_of(user).goal, {"weekly_frequency": int(act["runs"])}, now=now)
    return "goal", None


def _days(user: User, act: Act, now: datetime) -> tuple[str, object]:
    goal = desk.schedule_of(user).goal
    changes: dict[str, Any] = {"available_days": list(act["days"])}
    if goal.long_run_day and goal.long_run_day not in act["days"]:
        changes["long_run_day"] = ""
    change_goal(goal, changes, now=now)
    return "goal", None


def _pause(user: User, act: Act, now: datetime) -> tuple[str, object]:
    ends_on = date.fromisoformat(act["to"]) if act["to"] else None
    starts_on = date.fromisoformat(act["from"])
    pause(user, kind=act["kind"], starts_on=starts_on, ends_on=ends_on, now=now, accepting=True)
    return "pauses", None


def _resume(user: User, act: Act, now: datetime) -> tuple[str, object]:
    today = user.today(now)
    for row in user.pauses.all():
        if row.covers(today):
            resume(row, now=now)
    return "pauses", None


def _swap(user: User, act: Act, now: datetime) -> tuple[str, object]:
    return "adjustment", swap(_run(user, act), _run(user, {"run": act["other"]}), now=now, accepting=True).pk


def _task(user: User, act: Act, now: datetime) -> tuple[str, object]:
    row = user.tasks.filter(pk=act["task"]).first()
    if row is None:
        raise Refused("That task is no longer on your list.")
    change = {"done": row.complete, "later": row.snooze, "dropped": row.dismiss}[act["to"]]
    change(now)
    return "task", row.pk


_DOERS: dict[str, Callable[[User, Act, datetime], tuple[str, object]]] = {
    "move": _move, "skip": _skip, "shorten": _shorten, "ease_week": _ease_week, "repeat_week": _repeat_week,
    "frequency": _frequency, "days": _days, "pause": _pause, "resume": _resume, "swap": _swap, "task": _task,
}  # fmt: skip
