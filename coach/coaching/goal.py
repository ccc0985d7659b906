"""Goals: set, changed, gone on with."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from calls import planning
from coach import goals, records
from coach.coaching import desk, pausing
from coach.coaching.health import suspend
from coach.coaching.refusals import Refused, Unsafe
from coach.models import Goal, HealthScreening, User
from runs import plans
from runs.training import plan
from runs.training.request import Request

# The last answer of the onboarding sent twice is one goal.
DOUBLE_TAP = timedelta(seconds=30)


def start_goal(user: User, setup: goals.Setup, *, concerns: Sequence[str], now: datetime, insist: bool = False) -> Goal:
    """A new goal and its schedule. An active goal ends; what was run stays, what was still to be run goes.

    `concerns`: what the runner answered to the questions about health; with any, the plan waits for a doctor's word.
    Raises Refused for a goal that cannot be reached safely, unless `insist`.
    """
    with transaction.atomic():
        user = desk.lock(user)
        just_made = user.goals.filter(ended_at=None, created_at__gt=now - DOUBLE_TAP).first()
        if just_made and goals.is_as_asked(just_made, setup):
            if concerns:
                screen(user, concerns, now=now)
            return just_made
        goal = goals.draft(user, setup, now=now)
        outlook = _accepted(goal, plans.request(goal, now=now), insist=insist)
        user.goals.filter(ended_at=None).update(ended_at=now)
        user.runs.pending().delete()
        user.notices.open().exclude(adjustment=None).update(seen_at=now)
        goals.store(goal, outlook.verdict, now=now)
        plans.create(goal, outlook.plan, now=now)
        screen(user, concerns, now=now)
        planning.refresh(user, now=now)
    return goal


def change_goal(goal: Goal, changes: dict[str, Any], *, now: datetime, insist: bool = False) -> Goal:
    """Another date, time, race, days or frequency in the middle of a plan: what lies ahead is made anew from what was
    run. Raises Refused for what cannot be reached safely, unless `insist`."""
    with transaction.atomic():
        user = desk.lock(goal.user)
        current = Goal.objects.select_related("schedule").filter(pk=goal.pk, ended_at=None).first()
        if current is None:
            raise Refused("That goal has ended. Your plan is made for another one now.")
        goal, was_at = current, current.start_time
        goal.user = goal.schedule.goal.user = user
        changed = goals.change(goal, changes)
        if not changed:
            return goal
        asked = plans.anew(goal, changed, now=now)
        outlook = _accepted(goal, asked, insist=insist) if asked else None
        goals.keep_change(goal, outlook.verdict if outlook else None, now=now)
        plans.retime(goal, was_at=was_at, now=now)
        if outlook and plans.is_renewed_by(changed):
            pausing.withdraw_returns(user, now=now)
            plans.renew(goal, outlook.plan)
        records.note_change(goal, changed, now)
        goal.schedule.goal = goal
        desk.settle(user, goal.schedule, now=now)
    return goal


def extend(goal: Goal, *, now: datetime) -> None:
    """A plan without a date reaches eight weeks ahead again. Asked twice, it grows once."""
    with transaction.atomic():
        user = desk.lock(goal.user)
        goal = Goal.objects.select_related("schedule").get(pk=goal.pk)
        goal.user = user
        if not plans.weeks_missing(goal, today=user.today(now)):
            return
        plans.extend(goal, plan.build(plans.longer(goal, now=now)))
        # Weeks added may lie in a pause, or right after one.
        desk.settle(user, desk.schedule_of(user), now=now)


def screen(user: User, concerns: Sequence[str], *, now: datetime) -> HealthScreening:
    """What the runner answered to the questions about health. Any concern is a doctor's before it is a coach's."""
    row: HealthScreening = HealthScreening.objects.create(user=user, concerns=list(concerns), answered_at=now)
    if concerns:
        suspend(user, now=now, words=records.SEE_A_DOCTOR_FIRST)
    return row


def _accepted(goal: Goal, asked: Request, *, insist: bool) -> plans.Outlook:
    """The plan of a goal, if the coach can sign it or the runner insists."""
    outlook = plans.outlook(asked, units=goal.user.units)
    if outlook.verdict.verdict == Goal.Verdict.UNSAFE and not insist:
        raise Unsafe(outlook.verdict)
    return outlook
