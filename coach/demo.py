"""A made-up runner with eight weeks of history, lived through at the desk like any other."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from calls import talking
from calls.models import Call
from coach import coaching, goals, records
from coach.models import Goal, Notice, User
from runs.models import ScheduledRun

EMAIL, PASSWORD = "ana@example.com", "a second wind"  # printed on every demo's screen
WEEKS = 8
ZONE = ZoneInfo("Europe/Berlin")
NOTES = (
    "Felt smooth, could have gone on.",
    "Windy by the river, but good.",
    "Legs were heavy after the office.",
    "Lovely morning, nobody about.",
    "",
    "",
)


@dataclass(frozen=True)
class _Told:
    """What became of a run: a difficulty when it was run, a reason when it was skipped, neither when missed."""

    difficulty: int | None = None
    reason: str = ""


def create(now: datetime) -> User:
    """Ana, as of `now`. An older Ana goes."""
    User.objects.filter(email=EMAIL).delete()
    set_out = _monday_before(now) - timedelta(weeks=WEEKS)
    user: User = User.objects.create_user(EMAIL, PASSWORD, name="Ana Moser", time_zone=ZONE, date_joined=now)
    coaching.set_calls(user, wanted=True, now=set_out)
    user.refresh_from_db()
    goal = coaching.start_goal(user, _setup(now), concerns=(), now=set_out)
    _live(goal, until=now)
    return user


def is_fresh(now: datetime) -> bool:
    """Whether today's Ana is already here."""
    ana = User.objects.filter(email=EMAIL).first()
    return ana is not None and ana.today(ana.date_joined) == ana.today(now)


def _setup(now: datetime) -> goals.Setup:
    return goals.Setup(
        goal_text="Run the spring half marathon",
        target_race="half_marathon",
        target_date=_monday_before(now).date() + timedelta(weeks=9, days=6),
        weekly_frequency=4,
        fitness_level="intermediate",
        available_days=["tue", "thu", "sat", "sun"],
        obstacles=["weather", "evenings"],
        current_weekly_km=18,
        longest_recent_km=7,
        recent_race_km=10,
        recent_race_s=54 * 60,
    )


def _live(goal: Goal, *, until: datetime) -> None:
    """Every run of the past in its order: called, run or not, told."""
    luck = Random(11)  # noqa: S311  # the same Ana every day
    past = [
        run for run in goal.user.runs.select_related("user") if run.scheduled_date_time < until - timedelta(hours=2)
    ]
    for number, planned in enumerate(past):
        run = ScheduledRun.objects.select_related("user").get(pk=planned.pk)
        if run.is_pending:
            _celebrate(goal.user, run.scheduled_date_time - timedelta(hours=1))
            _answer_call(run, number)
            _tell(run, _fate(run, number, luck, last=len(past) - 1), luck)
    _celebrate(goal.user, until)
    _talk_about_the_next(goal.user, until - timedelta(hours=1))
    _read_old_notices(goal.user, until)
    for task in goal.user.tasks.active().filter(due_date__lt=until.date()):
        task.complete(goal.user.moment(task.due_date or until.date(), time(19)))


def _fate(run: ScheduledRun, number: int, luck: Random, *, last: int) -> _Told:
    reasons = {
        4: "It was raining and I have no rain gear",
        17: "Late meeting at work",
        last - 4: "My shoes are worn out",
    }
    if number in reasons:
        return _Told(reason=reasons[number])
    if number == 11:
        return _Told()
    if number >= last - 1:
        return _Told(difficulty=9)
    return _Told(difficulty=min(8, luck.choice((run.effort_low, run.effort_high, run.effort_high + 1))))


def _tell(run: ScheduledRun, told: _Told, luck: Random) -> None:
    after = run.scheduled_date_time + timedelta(minutes=run.duration_min + 12)
    if told.reason:
        coaching.skip(run, reason=told.reason, now=run.scheduled_date_time - timedelta(hours=1))
    elif told.difficulty is None:
        coaching.miss(run, now=run.scheduled_date_time + timedelta(days=1))
    else:
        feedback = records.Feedback(
            difficulty=told.difficulty,
            energy=luck.choice(("low", "medium", "medium", "high")),
            distance_km=round(run.distance * luck.uniform(0.96, 1.04), 1),
            duration_min=round(run.duration_min * luck.uniform(0.95, 1.08)),
            notes=luck.choice(NOTES),
        )
        coaching.check_in(run, feedback, now=after)


def _answer_call(run: ScheduledRun, number: int) -> None:
    """The call before the run: most answered, some not."""
    call = run.calls.filter(kind=Call.Kind.PRE_RUN).first()
    if call is None:
        return
    if number % 5 == 2:
        _ring_out(call)
    else:
        _talk_through(call, ("Yes, I am on for it", "No, all good", "Yes, done"))


def _celebrate(user: User, until: datetime) -> None:
    """What was to be celebrated meanwhile was talked over in the evening."""
    for call in user.calls.filter(status=Call.Status.PLANNED, due_at__lt=until).order_by("due_at"):
        _talk_through(call, ("Thank you, I am a little proud", "It was the long run that did it", "Bye"))


def _talk_through(call: Call, answers: tuple[str, ...]) -> None:
    """Picked up after six seconds, and an answer every quarter of a minute for as long as the coach asks."""
    at = call.answered_at = call.due_at + timedelta(seconds=6)
    call.conversation = talking.begin(call.user, str(call.kind), channel="phone", run=call.run, now=at)
    for turn, words in enumerate(answers):
        at += timedelta(seconds=15)
        coaching.converse(call.conversation, words, turn=turn, now=at)
        call.conversation.refresh_from_db()
        if call.conversation.ended_at:
            break
    else:
        coaching.hang_up(call.conversation, now=at)
    call.ended_at = at + timedelta(seconds=8)
    call.duration_s = round((call.ended_at - call.answered_at).total_seconds())
    _end(call, Call.Status.COMPLETED, ("initiated", "ringing", "in-progress", "completed"))


def _ring_out(call: Call) -> None:
    call.ended_at, call.reason = call.due_at + timedelta(seconds=27), "you could not pick up"
    _end(call, Call.Status.NO_ANSWER, ("initiated", "ringing", "no-answer"))


def _end(call: Call, status: str, told: tuple[str, ...]) -> None:
    """As the telephone company told of it."""
    call.status, call.carrier_sid = status, f"CA{call.pk.hex}"
    call.save()
    moments = [call.due_at, call.due_at + timedelta(seconds=2), call.answered_at or call.ended_at, call.ended_at]
    for sequence, (said, at) in enumerate(zip(told, moments, strict=False)):
        call.events.create(carrier_sid=call.carrier_sid, sequence_number=sequence, status=said, received_at=at)


def _talk_about_the_next(user: User, now: datetime) -> None:
    """A talk of just now, so that something is to be done."""
    upcoming = user.runs.pending().filter(scheduled_date_time__gt=now).first()
    talk = talking.begin(user, "pre_run", channel="browser", run=upcoming, now=now)
    coaching.converse(talk, "Yes, looking forward to it", turn=0, now=now)
    coaching.converse(talk, "My water bottle leaks", turn=1, now=now)


def _read_old_notices(user: User, now: datetime) -> None:
    """Only the latest adjustment still waits to be seen."""
    latest = user.notices.filter(kind=Notice.Kind.ADJUSTMENT).first()
    user.notices.exclude(pk=latest and latest.pk).update(seen_at=now)


def _monday_before(now: datetime) -> datetime:
    local = now.astimezone(ZONE)
    monday = local - timedelta(days=local.weekday())
    return monday.replace(hour=6, minute=0, second=0, microsecond=0)
