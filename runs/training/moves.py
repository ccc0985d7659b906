"""Where a run may go, and what the runner is asked before it goes there. Pure: a calendar in, a verdict out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from runs.training import limits, workouts
from runs.training.absences import Pause
from runs.training.request import WEEKDAYS

# Still to be run, or run: what a day and a week carry.
STANDING = frozenset({"scheduled", "rescheduled", "completed"})
FURTHEST_MOVE = timedelta(weeks=4)
WEEKS_BEFORE = limits.WEEKS_HELD_AGAINST
EASY_BEFORE_RACE = limits.EASY_BEFORE_RACE.days
LONGEST_ON_THE_EVE_KM = 3.0
PASSED = "That time has passed. Choose a later one."
NAMES = {
    "easy": "easy run", "recovery": "recovery run", "long": "long run", "tempo": "tempo", "intervals": "intervals",
    "hills": "hills", "race_pace": "race-pace run", "race": "race", "run_walk": "run/walk", "rest": "rest",
}  # fmt: skip
PLURAL = frozenset({"intervals", "hills"})


@dataclass(frozen=True)
class Run:
    on: date
    type: str
    distance_km: float
    status: str = "scheduled"

    @property
    def is_hard(self) -> bool:
        return self.type in workouts.HARD

    @property
    def is_race(self) -> bool:
        return self.type == "race"

    @property
    def stands(self) -> bool:
        return self.status in STANDING


@dataclass(frozen=True)
class Calendar:
    """The runs beside the one that moves, from four weeks back on, and what the runner asked for."""

    today: date
    others: tuple[Run, ...]
    weekly_frequency: int
    available_days: tuple[str, ...] = ()
    long_run_day: str = ""
    age: int | None = None
    race_on: date | None = None
    goal_on: date | None = None
    current_weekly_km: float = 0.0
    is_beginner: bool = False
    pauses: tuple[Pause, ...] = ()
    easy_until: date | None = None

    def week(self, day: date) -> list[Run]:
        """What stands in the week of a day."""
        return [other for other in self.others if other.stands and _monday(other.on) == _monday(day)]

    def near(self, day: date, *, within: int) -> list[Run]:
        """What stands fewer than `within` days away, the nearest first."""
        close = [other for other in self.others if other.stands and abs((other.on - day).days) < within]
        return sorted(close, key=lambda other: abs((other.on - day).days))


@dataclass(frozen=True)
class Verdict:
    """A day that cannot take the run has an objection; one that could, if the runner says so, has warnings."""

    objection: str = ""
    warnings: tuple[str, ...] = ()


Rule = Callable[[Run, date, Calendar], str]


def judge(run: Run, on: date, *, calendar: Calendar) -> Verdict:
    """May `run` go to the day `on`? Where it is already, it may always stay."""
    for out_of_reach in (_passed, _too_far):
        if words := out_of_reach(run, on, calendar):
            return Verdict(words)
    if on == run.on:
        return Verdict()
    for rule in OBJECTIONS:
        if words := rule(run, on, calendar):
            return Verdict(words)
    return Verdict(warnings=tuple(words for rule in WARNINGS if (words := rule(run, on, calendar))))


def _passed(run: Run, on: date, calendar: Calendar) -> str:
    return PASSED if on < calendar.today else ""


def _too_far(run: Run, on: date, calendar: Calendar) -> str:
    """Measured from today: from the run's own day, move after move would carry it out of the plan."""
    if on <= calendar.today + FURTHEST_MOVE or on <= (calendar.goal_on or on.min) or _monday(on) == _monday(run.on):
        return ""
    if calendar.goal_on and calendar.goal_on > calendar.today + FURTHEST_MOVE:
        return f"That is after {_day(calendar.goal_on)}, the day you train for. Choose an earlier one."
    return "That is more than four weeks from today. Choose an earlier day."


def _in_a_pause(run: Run, on: date, calendar: Calendar) -> str:
    return "That day lies in your pause." if any(pause.covers(on) for pause in calendar.pauses) else ""


def _hard_too_soon(run: Run, on: date, calendar: Calendar) -> str:
    """After pain."""
    if not (run.is_hard and not run.is_race and calendar.easy_until and on <= calendar.easy_until):
        return ""
    return f"Until {_day(calendar.easy_until)} every run stays easy, after the pain you told me about."


def _is_the_race(run: Run, on: date, calendar: Calendar) -> str:
    return "The race stays on its day. Its start time can change." if run.is_race else ""


def _taken(run: Run, on: date, calendar: Calendar) -> str:
    other = next(iter(calendar.near(on, within=1)), None)
    return f"There is already a run on {on:%A}: your {NAMES[other.type]}. Choose a free day." if other else ""


def _after_the_race(run: Run, on: date, calendar: Calendar) -> str:
    if calendar.race_on is None or on <= calendar.race_on or run.type == "recovery":
        return ""
    return f"Your race is on {_day(calendar.race_on)}. After it there is only recovery."


def _before_the_race(run: Run, on: date, calendar: Calendar) -> str:
    away = (calendar.race_on - on).days if calendar.race_on else 0
    if run.is_hard and 0 < away <= EASY_BEFORE_RACE:
        days = f"{away} day{'s' if away > 1 else ''}"
        return f"Your race is {days} later. The last {EASY_BEFORE_RACE} days before it stay easy."
    if away == 1 and run.distance_km > LONGEST_ON_THE_EVE_KM:
        return "Your race is the day after. The day before it is for rest or a very short run."
    return ""


def _beside_hard(run: Run, on: date, calendar: Calendar) -> str:
    apart = limits.hard_days_apart(calendar.age)
    hard = [other for other in calendar.near(on, within=apart) if other.is_hard]
    if not (run.is_hard and hard):
        return ""
    if abs((hard[0].on - on).days) == 1:
        return f"{_where(hard[0], on)}. Two hard days in a row would be too much."
    return f"{_where(hard[0], on)}. After 60, hard runs want three days from one to the next."


def _beside_run_walk(run: Run, on: date, calendar: Calendar) -> str:
    """Bones and tendons that are new to running need the day between."""
    for other in calendar.near(on, within=2):
        if "run_walk" in (run.type, other.type):
            return f"{_where(other, on)}. At the start, every run wants a rest day after it."
    return ""


def _last_rest_day(run: Run, on: date, calendar: Calendar) -> str:
    taken = {other.on for other in calendar.week(on)} | {on}
    return f"{on:%A} is the last rest day of that week. Keep one." if len(taken) >= 7 else ""


def _not_a_day_of_theirs(run: Run, on: date, calendar: Calendar) -> str:
    if not calendar.available_days or WEEKDAYS[on.weekday()] in calendar.available_days:
        return ""
    return f"{on:%A} isn't one of your days."


def _one_more_that_week(run: Run, on: date, calendar: Calendar) -> str:
    count = len(calendar.week(on)) + 1
    if _monday(on) == _monday(run.on) or count <= calendar.weekly_frequency:
        return ""
    return f"That week would have {count} runs; you asked for {calendar.weekly_frequency}."


def _long_run_leaves_its_day(run: Run, on: date, calendar: Calendar) -> str:
    if run.type != "long" or calendar.long_run_day in ("", WEEKDAYS[on.weekday()]):
        return ""
    theirs = on + timedelta(days=WEEKDAYS.index(calendar.long_run_day) - on.weekday())
    return f"You asked for your long run on {theirs:%A}s."


def _week_grows_too_much(run: Run, on: date, calendar: Calendar) -> str:
    """Against the greatest of the four weeks before."""
    if _monday(on) == _monday(run.on):
        return ""
    weeks = [_km(calendar.week(on - timedelta(weeks=back))) for back in range(1, WEEKS_BEFORE + 1)]
    this = _km(calendar.week(on))
    used_to = max(*weeks, calendar.current_weekly_km) or this
    most = limits.most_week_km(used_to)
    if not used_to or this + run.distance_km <= most + limits.tolerance_km(most):
        return ""
    more = (this + run.distance_km) / used_to - 1
    return f"That week would be {more:.0%} more than you are used to. I would shorten it."


def _longer_than_used_to(run: Run, on: date, calendar: Calendar) -> str:
    """Against the longest of the thirty days before it: an earlier day may find less."""
    if on >= run.on or run.is_race:
        return ""
    longest = limits.longest_before(on, [(other.on, other.distance_km) for other in calendar.others if other.stands])
    most = limits.most_run_km(longest)
    if not longest or run.distance_km <= most + limits.tolerance_km(most):
        return ""
    return f"By {on:%A} you would not have run nearly so far. I would shorten it."


def _one_more_hard_that_week(run: Run, on: date, calendar: Calendar) -> str:
    if not run.is_hard or _monday(on) == _monday(run.on):
        return ""
    hard = [other for other in calendar.week(on) if other.is_hard]
    allowed = 1 if calendar.weekly_frequency <= 3 or calendar.is_beginner else 2
    return "That week has hard running enough." if len(hard) >= allowed else ""


OBJECTIONS: tuple[Rule, ...] = (
    _is_the_race, _in_a_pause, _taken, _after_the_race, _before_the_race, _hard_too_soon, _beside_hard,
    _beside_run_walk, _last_rest_day,
)  # fmt: skip
WARNINGS: tuple[Rule, ...] = (
    _not_a_day_of_theirs, _long_run_leaves_its_day, _one_more_that_week, _one_more_hard_that_week,
    _week_grows_too_much, _longer_than_used_to,
)  # fmt: skip


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _km(runs: list[Run]) -> float:
    return sum(run.distance_km for run in runs if not run.is_race)


def _day(on: date) -> str:
    return f"{on:%A} {on.day} {on:%B}"


def _where(other: Run, on: date) -> str:
    """ "Thursday's tempo is the day before"."""
    away = (other.on - on).days
    how = f"{'the day' if abs(away) == 1 else 'two days'} {'after' if away > 0 else 'before'}"
    return f"{other.on:%A}'s {NAMES[other.type]} {'are' if other.type in PLURAL else 'is'} {how}"
