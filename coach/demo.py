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
            _answer_call(run, number)
            _tell(run, _fate(run, number, luck, last=len(past) - 1), luck)
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
    picked_up = number % 5 != 2
    if picked_up:
        call.conversation = talking.begin(run.user, "pre_run", channel="phone", run=run, now=call.due_at)
        coaching.converse(call.conversation, "Yes, I am on for it", turn=0, now=call.due_at + timedelta(seconds=14))
        coaching.converse(call.conversation, "No, all good", turn=1, now=call.due_at + timedelta(seconds=31))
    call.status = Call.Status.COMPLETED if picked_up else Call.Status.NO_ANSWER
    call.answered_at = call.due_at + timedelta(seconds=6) if picked_up else None
    call.duration_s = 40 + number % 7 * 4 if picked_up else 0
    call.ended_at = call.due_at + timedelta(seconds=25 + (call.duration_s or 0))
    call.reason = "" if picked_up else "you could not pick up"
    call.carrier_sid = f"CA{call.pk.hex}"
    call.save()
    told = ["initiated", "ringing", "in-progress", "completed"] if picked_up else ["initiated", "ringing", "no-answer"]
    for sequence, status in enumerate(told):
        at = call.ended_at if sequence == len(told) - 1 else call.due_at + timedelta(seconds=3 * sequence)
        call.events.create(carrier_sid=call.carrier_sid, sequence_number=sequence, status=status, received_at=at)


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
