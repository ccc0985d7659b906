"""What the desk writes down: feedback, notices, milestones, tasks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from calls.models import ConversationSession
from coach import goals
from coach.models import Goal, Notice, User
from runs import plans
from runs.models import RunSession, ScheduleAdjustment, ScheduledRun
from tasks import obstacles
from tasks.models import CoachTask


@dataclass(frozen=True)
class Words:
    """What a notice says."""

    title: str
    text: str


GET_HELP_NOW = Words(
    "Please get medical help now",
    "What you told me needs a doctor, not a coach. If it is happening right now, call your local emergency number. "
    "I have paused all your runs until a doctor has cleared you.",
)
SEE_A_DOCTOR_FIRST = Words(
    "Please see a doctor before you start",
    "You ticked something that a doctor should look at before a coach does. Your plan is made and waits for you: no "
    "run and no call until a doctor has said that you may run.",
)


@dataclass(frozen=True)
class Feedback:
    """What a runner tells about a run. None or empty where it was not said."""

    difficulty: int | None = None
    pain: bool = False
    pain_location: str = ""
    pain_side: str = ""
    pain_severity: int | None = None
    pain_description: str = ""
    energy: str = ""
    distance_km: float | None = None
    duration_min: int | None = None
    notes: str = ""
    source: str = RunSession.Source.FORM


def record(session: RunSession, told: Feedback, now: datetime) -> None:
    session.checked_in_at, session.source = now, told.source
    session.difficulty_rating, session.energy_level = told.difficulty, told.energy
    session.pain_reported = told.pain
    session.pain_location = told.pain_location if told.pain else ""
    session.pain_side = told.pain_side if told.pain else ""
    session.pain_severity = told.pain_severity if told.pain else None
    session.pain_description = told.pain_description
    session.actual_distance, session.duration = told.distance_km, told.duration_min
    session.notes = told.notes
    session.save()


def tell(user: User, adjustment: ScheduleAdjustment, now: datetime) -> None:
    Notice.objects.create(
        user=user,
        kind=Notice.Kind.ADJUSTMENT,
        title="Your coach adjusted your schedule",
        text=adjustment.reason,
        adjustment=adjustment,
        created_at=now,
    )


def note_change(goal: Goal, changed: list[str], now: datetime) -> ScheduleAdjustment:
    """The runner's own change of the goal, in the history beside the coach's."""
    names = [goals.CHANGEABLE[name] for name in changed]
    what = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    anew = " The weeks ahead are planned anew from what you ran." if plans.is_renewed_by(changed) else ""
    adjustment: ScheduleAdjustment = ScheduleAdjustment.objects.create(
        schedule=goal.schedule,
        user=goal.user,
        rule="change_of_goal",
        made_by=ScheduleAdjustment.MadeBy.RUNNER,
        reason=f"You changed your {what}.{anew}",
        created_at=now,
    )
    return adjustment


def celebrate(user: User, run: ScheduledRun, km: float, now: datetime) -> None:
    """A distance run for the first time is said once."""
    for milestone in goals.reach_milestones(run.schedule.goal, km=km, on=user.today(now)):
        Notice.objects.create(
            user=user,
            kind=Notice.Kind.MILESTONE,
            title=f"{milestone.title}: done",
            text="Your longest run on the way to this goal. Well done.",
            created_at=now,
        )


def file_task(
    user: User,
    words: str,
    now: datetime,
    *,
    run: ScheduledRun | None = None,
    session: ConversationSession | None = None,
) -> CoachTask | None:
    """An obstacle becomes a task. The same one twice does not make two; it matters more."""
    today = user.today(now)
    goal = user.goals.filter(ended_at=None).first()
    upcoming = user.runs.pending().filter(scheduled_on__gt=today).first()
    proposal = obstacles.propose(words, today=today, next_run_on=upcoming.scheduled_on if upcoming else None)
    if goal is None or proposal is None:
        return None
    details: dict[str, Any] = {"priority": CoachTask.Priority.HIGH} if _is_open(user, proposal.title) else {
        "goal": goal, "description": proposal.description, "category": proposal.category,
        "priority": proposal.priority, "due_date": proposal.due_on, "related_to_run": run,
        "created_during_conversation": session, "created_at": now,
    }  # fmt: skip
    return user.tasks.active().update_or_create(user=user, title=proposal.title, defaults=details)[0]


def _is_open(user: User, title: str) -> bool:
    return user.tasks.active().filter(title=title).exists()
