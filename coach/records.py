"""What the desk writes down: feedback, notices, milestones, tasks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from calls.models import ConversationSession
from coach import goals, milestones
from coach.models import CoachFlag, Goal, Notice, User
from runs import plans
from runs.models import RunSession, ScheduleAdjustment, ScheduledRun
from runs.training.feasibility import Feasibility
from runs.training.history import Task
from runs.training.language import normal
from runs.training.rules import red_flag
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
    session.pain_description = told.pain_description if told.pain else ""
    session.actual_distance, session.duration = told.distance_km, told.duration_min
    session.notes = told.notes
    session.save()


TITLES = {
    "return": "What lies ahead fits you again",
    "misses": "Let's make it fit",
    "red_flag": "Please get medical help now",
    "progress": "A proposal from your coach",
}


def tell(user: User, adjustment: ScheduleAdjustment, now: datetime) -> None:
    """A word to the runner about what changed, or what the coach proposes."""
    kind = Notice.Kind.PROPOSAL if adjustment.proposed_at else Notice.Kind.ADJUSTMENT
    Notice.objects.create(
        user=user,
        kind=kind,
        title=_title(adjustment),
        text=adjustment.reason,
        adjustment=adjustment,
        created_at=now,
    )


def _title(adjustment: ScheduleAdjustment) -> str:
    if adjustment.pause_id:
        return "Your pause, and the way back"
    return TITLES.get(adjustment.rule, "Your coach adjusted your schedule")


def suspend(user: User, now: datetime, *, words: Words = GET_HELP_NOW, told: str = "") -> None:
    """No run until a doctor says so: a word to the runner, a task for today, a flag for the human coach."""
    if user.suspended_at:
        return
    user.suspended_at = now
    user.save(update_fields=["suspended_at"])
    Notice.objects.create(user=user, kind=Notice.Kind.SAFETY, title=words.title, text=words.text, created_at=now)
    goal = user.goals.filter(ended_at=None).first()
    if goal:
        keep_task(goal, red_flag.task(user.today(now)), now)
    flag(user, CoachFlag.Kind.RED_FLAG, told or words.title, now)


def could_not(user: User, said: str, because: str, now: datetime) -> None:
    """What was agreed in a talk and turned out not to be possible."""
    text = f"We agreed: {said}. {because}"
    Notice.objects.create(
        user=user, kind=Notice.Kind.AGREED, title="One thing did not work out", text=text, created_at=now
    )


def flag(user: User, kind: str, words: str, now: datetime) -> CoachFlag:
    """A human coach should look at this runner; one open flag of a kind is enough."""
    row: CoachFlag = user.flags.get_or_create(kind=kind, handled_at=None, defaults={"words": words, "raised_at": now})[
        0
    ]
    return row


def keep_task(goal: Goal, task: Task, now: datetime) -> CoachTask:
    """A task of the rules'. The same one twice does not make two; it matters more."""
    known = goal.user.tasks.active().filter(title=task.title).first()
    if known:
        known.priority, known.due_date = CoachTask.Priority.HIGH, task.due_on
        known.description = task.description
        known.save(update_fields=["priority", "due_date", "description"])
        return known
    row: CoachTask = CoachTask.objects.create(
        user=goal.user,
        goal=goal,
        title=task.title,
        description=task.description,
        category=task.category,
        priority=task.priority,
        due_date=task.due_on,
        created_at=now,
    )
    return row


def doubt(goal: Goal, verdict: Feasibility, now: datetime) -> None:
    """The race day stays, but it has come too near: the runner hears it once, with what else could be done."""
    options = "; or ".join(option.text[:1].lower() + option.text[1:] for option in verdict.options)
    Notice.objects.create(
        user=goal.user,
        kind=Notice.Kind.GOAL,
        title="Your goal, looked at again",
        text=f"{verdict.reasons[0]} You could {options}." if options else verdict.reasons[0],
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
        reason=f"You changed your goal: {what}.{anew}",
        created_at=now,
    )
    return adjustment


def celebrate(user: User, run: ScheduledRun, now: datetime, *, km: float = 0.0) -> None:
    """A distance, a number of runs, race day: each is said once. `km` is 0 while nobody told how far it was."""
    goal = run.schedule.goal
    reached = milestones.reach(
        goal,
        km=km,
        on=user.today(run.run_session.completed_date),
        runs_done=goal.total_runs_completed,
        is_race=run.run_type == ScheduledRun.RunType.RACE,
    )
    for milestone in reached:
        title, text = milestones.words(milestone, units=user.units)
        kind = Notice.Kind.MILESTONE
        Notice.objects.create(user=user, kind=kind, title=title, text=text, created_at=now)


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
    following = upcoming.scheduled_on if upcoming else None
    proposal = obstacles.propose(words, plain=normal.plain(words), today=today, next_run_on=following)
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
