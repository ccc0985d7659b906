"""The desk's verbs, as the agent may use them: each for the runner of the talk, and for nobody else."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from calls.dialogue import words
from calls.dialogue.reconciling import ENERGIES, SIDES
from calls.models import ConversationSession
from calls.tools.given import Given, Unclear
from coach import coaching, records, spoken
from coach.models import User
from coach.records import Feedback
from runs import scheduling
from runs.models import RunSession, ScheduledRun
from runs.training.body import BODY_PARTS
from tasks.models import CoachTask

# `ok` and what to say; `agreed` is what the page shows under "What we agreed".
Answer = dict[str, Any]
Verb = Callable[[ConversationSession, Given, datetime], Answer]
SLOTS = 4
TASK_DUE = timedelta(days=5)


def get_next_run(session: ConversationSession, given: Given, now: datetime) -> Answer:
    user, run = session.user, _next(session.user, now)
    if run is None:
        return _yes("There is no run ahead in your plan.")
    told = {
        "date": run.scheduled_on.isoformat(),
        "time": f"{run.start_time:%H:%M}",
        "type": run.run_type,
        "distance_km": run.distance,
        "duration_min": run.duration_min,
    }
    return _yes(f"Your next run is {spoken.run(run, user)}, {spoken.when(run, user, now)}.", run=told)


def find_slots(session: ConversationSession, given: Given, now: datetime) -> Answer:
    run = _run_ahead(session, given, now)
    slots = [
        {
            "date": slot.on.isoformat(),
            "time": f"{slot.at:%H:%M}",
            "say": f"{spoken.day(slot.on)} at {spoken.clock(slot.at)}",
            "warnings": list(slot.warnings),
        }
        for slot in scheduling.free_slots(run, now=now)[:SLOTS]
    ]
    if not slots:
        return _yes("I find no free day in the next week. You could let this run go.", slots=[])
    days = ", or ".join(str(slot["say"]) for slot in slots[:2])
    return _yes(f"{_whose(run)} could go to {days}.", slots=slots)


def move_run(session: ConversationSession, given: Given, now: datetime) -> Answer:
    on, run = given.date("date"), _run_ahead(session, given, now)
    if on is None:
        raise Unclear("Which day should it move to?")
    at = given.time("time") or run.start_time
    coaching.move(run, on=on, at=at, now=now, accepting=given.flag("accepting") is True)
    run.refresh_from_db()
    when = f"{spoken.day(run.scheduled_on)} at {spoken.clock(run.start_time)}"
    what = spoken.run_of(run, session.user)
    return _yes(f"Done: your {what} is on {when} now.", agreed=_line(f"Your {what} moved to {when}.", "run", run))


def skip_run(session: ConversationSession, given: Given, now: datetime) -> Answer:
    run = _run_ahead(session, given, now)
    reason, accepting = given.words("reason", longest=300), given.flag("accepting") is True
    what = _whose(run)
    coaching.skip(run, reason=reason, now=now, accepting=accepting)
    run.refresh_from_db()
    if run.is_pending:
        # What got in the way had a free day to go to.
        when = f"{spoken.day(run.scheduled_on)} at {spoken.clock(run.start_time)}"
        return _yes(f"{what} has another day: {when}.", agreed=_line(f"{what} moved to {when}.", "run", run))
    return _yes(f"Done: {what} is let go.", agreed=_line(f"{what} is let go.", "run", run))


def log_check_in(session: ConversationSession, given: Given, now: datetime) -> Answer:
    run, pain = _run_to_tell_of(session, given, now), given.flag("pain")
    place, severity = given.one_of("pain_location", BODY_PARTS), given.count("pain_severity", 0, 10)
    if pain is None and (place or severity):
        # Whoever names a place means a pain.
        pain = True
    feedback = Feedback(
        difficulty=given.count("difficulty", 1, 10),
        pain=pain is True,
        pain_location=place if pain else "",
        pain_side=given.one_of("pain_side", SIDES) if pain else "",
        pain_severity=severity if pain else None,
        energy=given.one_of("energy", ENERGIES),
        distance_km=given.number("distance_km", 0.1, 200),
        duration_min=given.count("duration_min", 1, 1440),
        notes=given.words("notes", longest=1000),
        source=RunSession.Source.CALL if session.channel == "phone" else RunSession.Source.TALK,
    )
    if feedback.difficulty is None and pain is None:
        raise Unclear("How hard was it from 1 to 10, and did anything hurt?")
    told = coaching.check_in(run, feedback, now=now)
    if User.objects.filter(pk=session.user_id, suspended_at__isnull=False).exists():
        return _yes(_words(session, "red_flag"))
    if not told.is_new:
        return _yes("You have told me about that run already. You can correct it on its page.")
    why = told.adjustment.reason if told.adjustment else ""
    return _yes(f"I've written it down. {why}".strip())


def create_task(session: ConversationSession, given: Given, now: datetime) -> Answer:
    said, title = given.words("words", longest=300), given.words("title", longest=120)
    if not (said or title):
        raise Unclear("What should I put on your list?")
    task = records.file_task(session.user, said or title, now, run=session.run, session=session)
    task = task or _other_task(session, title or said[:120], said, now)
    return _yes(f"It's on your list: {task.title}.")


def complete_task(session: ConversationSession, given: Given, now: datetime) -> Answer:
    title = given.words("task", longest=120)
    active = session.user.tasks.active()
    found = list(active.filter(title__iexact=title) or active.filter(title__icontains=title)) if title else []
    if len(found) != 1:
        on_list = ", or ".join(task.title for task in (found or active.due_first())[:3])
        raise Unclear(f"Which one do you mean: {on_list}?" if on_list else "There is nothing open on your list.")
    found[0].complete(now)
    return _yes(f"Ticked off: {found[0].title}.", agreed=_line(f"Done: {found[0].title}.", "task", found[0]))


def report_red_flag(session: ConversationSession, given: Given, now: datetime) -> Answer:
    coaching.suspend(session.user, now=now, told=given.words("words", longest=500))
    return _yes(_words(session, "red_flag"))


def stop_calling(session: ConversationSession, given: Given, now: datetime) -> Answer:
    coaching.set_calls(session.user, wanted=False, now=now)
    return _yes(_words(session, "stop_calling"))


# Those that only look are answered anew each time.
LOOKS: dict[str, Verb] = {"get_next_run": get_next_run, "find_slots": find_slots}
ACTS: dict[str, Verb] = {
    "move_run": move_run,
    "skip_run": skip_run,
    "log_check_in": log_check_in,
    "create_task": create_task,
    "complete_task": complete_task,
    "report_red_flag": report_red_flag,
    "stop_calling": stop_calling,
}


def _next(user: User, now: datetime) -> ScheduledRun | None:
    ahead = user.runs.pending().of_active_goal().filter(scheduled_on__gte=user.today(now))
    found: ScheduledRun | None = ahead.select_related("schedule__goal").first()
    return found


def _run_ahead(session: ConversationSession, given: Given, now: datetime) -> ScheduledRun:
    """By its date, else the run the talk is about, else the next one."""
    user, on = session.user, given.date("run_date")
    pending = user.runs.pending().of_active_goal().select_related("schedule__goal")
    if on is not None:
        run = pending.filter(scheduled_on=on).first()
    else:
        run = pending.filter(pk=session.run_id).first() or _next(user, now)
    if run is None:
        raise Unclear("I find no run of yours on that day." if on else "There is no run ahead in your plan.")
    run.user = user
    found: ScheduledRun = run
    return found


def _run_to_tell_of(session: ConversationSession, given: Given, now: datetime) -> ScheduledRun:
    """By its date, else the run the talk is about, else the latest that is not told of; none that lies ahead."""
    user, on = session.user, given.date("run_date")
    past = user.runs.filter(scheduled_on__lte=user.today(now)).exclude(run_type=ScheduledRun.RunType.REST)
    if on is not None:
        run = past.filter(scheduled_on=on).first()
    elif session.run_id and session.conversation_type == ConversationSession.Type.POST_RUN:
        run = user.runs.filter(pk=session.run_id).first()
    else:
        untold = past.exclude(run_session__checked_in_at__isnull=False)
        run = untold.filter(status__in=[*ScheduledRun.PENDING, ScheduledRun.Status.COMPLETED]).last()
    if run is None:
        raise Unclear("I find no run of yours that this could be. Which day was it?")
    run.user = user
    found: ScheduledRun = run
    return found


def _other_task(session: ConversationSession, title: str, said: str, now: datetime) -> CoachTask:
    """One that is no obstacle we know."""
    goal = session.user.goals.filter(ended_at=None).first()
    if goal is None:
        raise Unclear("There is no plan yet to put it with.")
    goal.user = session.user
    task, _ = session.user.tasks.add_own(
        goal,
        title=title,
        now=now,
        description=f"You told me: \u201c{said}\u201d." if said else "",
        category=CoachTask.Category.SCHEDULING,
        due_date=session.user.today(now) + TASK_DUE,
        created_by_coach=True,
        created_during_conversation=session,
        related_to_run=session.run,
    )
    made: CoachTask = task
    return made


def _yes(say: str, **more: Any) -> Answer:
    return {"ok": True, "say": say, **more}


def _line(text: str, to: str, row: ScheduledRun | CoachTask) -> list[dict[str, str]]:
    return [{"text": text, "to": to, "id": str(row.pk)}]


def _whose(run: ScheduledRun) -> str:
    return spoken.whose(run, run.user)


def _words(session: ConversationSession, thing: str) -> str:
    facts = session.state.get("facts", {})
    return words.say(session.conversation_type, thing, seed=str(session.pk), facts=facts)
