"""From a goal to a schedule, week by week."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from itertools import combinations
from typing import Any

from runs.training import pace, workouts

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ROLLING_WEEKS = 8
DEFAULT_DAYS = {2: ("tue", "sat"), 3: ("tue", "thu", "sun"), 4: ("tue", "wed", "fri", "sun")}
DEFAULT_DAYS[5] = ("tue", "wed", "thu", "sat", "sun")

# With nothing declared: km a run in the first week, and easy pace in s/km.
FIRST_RUN_KM = {"new": 2.5, "beginner": 3.5, "intermediate": 5.0, "advanced": 5.5}
EASY_S_PER_KM = {"new": 480, "beginner": 450, "intermediate": 390, "advanced": 345}
# The long run's share of the week, by runs a week.
LONG_SHARE = {2: 0.55, 3: 0.45, 4: 0.38, 5: 0.33}
PEAK_LONG_KM = {"5k": 8.0, "10k": 12.0, "half_marathon": 17.0, "marathon": 30.0}
# Share of the peak week in the last weeks before a race, race week last and without the race.
TAPER = {"marathon": (0.80, 0.68, 0.45), "other": (0.75, 0.5)}


@dataclass(frozen=True)
class RecentRace:
    distance_km: float
    time_s: int


@dataclass(frozen=True)
class Request:
    """What a plan is made from. Distances in km, times in s, weekdays as "mon" to "sun"."""

    today: date
    weekly_frequency: int
    fitness_level: str
    race: str | None = None
    distance_km: float | None = None
    goal_date: date | None = None
    available_days: tuple[str, ...] = ()
    long_run_day: str | None = None
    start_time: time = time(7)
    current_weekly_km: float | None = None
    longest_recent_km: float | None = None
    recent_race: RecentRace | None = None

    @property
    def race_km(self) -> float | None:
        return pace.RACE_KM[self.race] if self.race else self.distance_km

    @property
    def never_ran(self) -> bool:
        """Whoever declares ten kilometres a week can run, whatever they call themselves."""
        return self.fitness_level == "new" and (self.current_weekly_km or 0) < 10

    @property
    def is_beginner(self) -> bool:
        return self.fitness_level in ("new", "beginner")


@dataclass(frozen=True)
class Run:
    """One planned run. `effort` is (lowest, highest) on 1-10."""

    on: date
    at: time
    type: str
    distance_km: float
    duration_min: int
    effort: tuple[int, int]
    steps: tuple[workouts.Step, ...]
    why: str
    week: int


@dataclass(frozen=True)
class Week:
    number: int
    starts_on: date
    phase: str
    cutback: bool
    runs: tuple[Run, ...] = ()

    @property
    def distance_km(self) -> float:
        return round(sum(run.distance_km for run in self.runs), 1)

    def as_json(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "starts_on": self.starts_on.isoformat(),
            "phase": self.phase,
            "cutback": self.cutback,
            "distance_km": self.distance_km,
        }


@dataclass(frozen=True)
class Plan:
    weeks: tuple[Week, ...]
    fitness_index: float | None = None
    paces: pace.Paces | None = field(default=None)

    @property
    def runs(self) -> tuple[Run, ...]:
        return tuple(run for week in self.weeks for run in week.runs)


def build(request: Request) -> Plan:
    """The schedule to the goal's date, or a rolling eight weeks. The same request gives the same plan."""
    index = None
    if request.recent_race:
        index = pace.fitness_index(distance_km=request.recent_race.distance_km, time_s=request.recent_race.time_s)
    paces = pace.paces(index) if index else None
    days = running_days(request)
    first_monday = _first_monday(request, days)
    count = _week_count(request, first_monday)
    volumes = _volumes(request, count)
    weeks, longest = [], _longest_at_start(request)
    for number in range(1, count + 1):
        starts_on = first_monday + timedelta(weeks=number - 1)
        phase, cutback = _phase(request, number, count), _is_cutback(number, count, request)
        distances, longest = _distances(request, volumes[number - 1], longest, number=number)
        runs = _week_runs(request, paces, starts_on, days, distances, number=number, phase=phase, cutback=cutback)
        weeks.append(Week(number, starts_on, phase, cutback, tuple(runs)))
    return Plan(tuple(weeks), index, paces)


def running_days(request: Request) -> tuple[int, ...]:
    """Weekdays (Monday 0) to run on, the long run's day last; the rest spread as evenly as the days allow."""
    names = request.available_days or DEFAULT_DAYS[request.weekly_frequency]
    available = sorted(WEEKDAYS.index(name) for name in set(names))
    long_day = WEEKDAYS.index(request.long_run_day) if request.long_run_day else available[-1]
    others = [day for day in available if day != long_day]
    count = min(request.weekly_frequency - 1, len(others))
    best = max(combinations(others, count), key=lambda chosen: _spread((*chosen, long_day)))
    return (*best, long_day)


def _spread(days: tuple[int, ...]) -> tuple[int, int, int, int]:
    """How evenly the days lie, the long run's last: bigger is better. The smallest gap, the evenness of all, then
    the fewest days in a row, then rest after the long run."""
    ordered = sorted(days)
    gaps = [(b - a) % 7 or 7 for a, b in zip(ordered, [*ordered[1:], ordered[0]], strict=True)]
    in_a_row = max(len(stretch) for stretch in "".join("x" if gap == 1 else " " for gap in gaps * 2).split(" "))
    after_long = gaps[ordered.index(days[-1])]
    return min(gaps), -sum(gap * gap for gap in gaps), -in_a_row, after_long


def _first_monday(request: Request, days: tuple[int, ...]) -> date:
    """This week when all its runs still lie ahead, else the next."""
    monday = request.today - timedelta(days=request.today.weekday())
    return monday if min(days) >= request.today.weekday() else monday + timedelta(weeks=1)


def _week_count(request: Request, first_monday: date) -> int:
    if request.goal_date is None:
        return ROLLING_WEEKS
    return max(1, (request.goal_date - first_monday).days // 7 + 1)


def _volumes(request: Request, count: int) -> list[float]:
    """Planned km of each week: a ramp that slows, a lighter fifth week, a taper before a race."""
    start = request.current_weekly_km or FIRST_RUN_KM[request.fitness_level] * request.weekly_frequency
    start = max(start, 2.0 * request.weekly_frequency)
    ceiling = max(start, _ceiling_km(request))
    level, volumes = start, []
    for number in range(1, count + 1):
        if number > 1 and not _is_cutback(number, count, request):
            level = min(ceiling, level * _growth(number))
        volumes.append(level * 0.8 if _is_cutback(number, count, request) else level)
    taper = _taper(request)
    peak = max(volumes[: count - len(taper)], default=start)
    for back, share in enumerate(reversed(taper), start=1):
        if back <= count:
            volumes[count - back] = min(volumes[count - back], peak * share)
    return volumes


def _growth(number: int) -> float:
    """The first steps are the largest: they are fractions of a small number."""
    return {2: 1.25, 3: 1.15, 4: 1.10}.get(number, 1.08)


def _ceiling_km(request: Request) -> float:
    """Weekly km to build up to: what carries the long run that the race asks for."""
    if request.race:
        long_km = PEAK_LONG_KM[request.race]
    elif request.distance_km:
        long_km = min(request.distance_km * 1.2, 32.0)
    else:
        return (request.current_weekly_km or 0) * 1.4 or request.weekly_frequency * 10.0
    return long_km / LONG_SHARE[request.weekly_frequency]


def _is_cutback(number: int, count: int, request: Request) -> bool:
    return number % 4 == 1 and number > 1 and number <= count - len(_taper(request))


def _taper(request: Request) -> tuple[float, ...]:
    if request.goal_date is None or request.race_km is None:
        return ()
    return TAPER["marathon" if request.race_km > 30 else "other"]


def _phase(request: Request, number: int, count: int) -> str:
    taper = len(_taper(request))
    if taper and number == count:
        return "race"
    if taper and number > count - taper:
        return "taper"
    before = count - taper
    if taper and before >= 6 and number > before - 2:
        return "peak"
    return "base" if number <= max(4, before // 3) else "build"


def _longest_at_start(request: Request) -> float:
    return request.longest_recent_km or 0.0


def _distances(request: Request, volume: float, longest: float, *, number: int) -> tuple[list[float], float]:
    """Km of each run of a week, the long run last, and the longest run so far."""
    count = len(running_days(request))
    long_km = _rounded(request, volume * LONG_SHARE[max(2, count)])
    if longest:
        long_km = min(long_km, _rounded_down(request, min(max(longest * 1.3, longest + 1.6), longest + 3.2)))
    short = max(1.0, (_rounded(request, volume) - long_km) / max(1, count - 1))
    shorts = [min(long_km, _rounded(request, short)) for _ in range(count - 1)]
    return [*shorts, long_km], max(longest, long_km)


def _rounded(request: Request, km: float) -> float:
    """Whole kilometres for beginners, halves for others; never under one."""
    step = 1.0 if request.is_beginner else 0.5
    return max(1.0, int(km / step + 0.5) * step)


def _rounded_down(request: Request, km: float) -> float:
    step = 1.0 if request.is_beginner else 0.5
    return max(1.0, int(km / step) * step)


def _week_runs(
    request: Request,
    paces: pace.Paces | None,
    starts_on: date,
    days: tuple[int, ...],
    distances: list[float],
    *,
    number: int,
    phase: str,
    cutback: bool,
) -> list[Run]:
    types = _types(request, len(days), number=number, phase=phase, cutback=cutback)
    runs = []
    for day, kind, km in zip(days, types, distances, strict=True):
        on = starts_on + timedelta(days=day)
        if on >= request.today and _is_before_the_race(request, on):
            runs.append(_run(request, paces, on, kind, km, number=number))
    if phase == "race" and request.goal_date and request.race_km:
        runs.append(_run(request, paces, request.goal_date, "race", round(request.race_km, 1), number=number))
    return sorted(runs, key=lambda run: run.on)


def _is_before_the_race(request: Request, on: date) -> bool:
    """The day before a race is a rest day, and nothing follows it."""
    if request.goal_date is None or request.race_km is None:
        return request.goal_date is None or on <= request.goal_date
    return on < request.goal_date - timedelta(days=1)


def _types(request: Request, count: int, *, number: int, phase: str, cutback: bool) -> list[str]:
    """The kinds of a week's runs, long run last. Quality from the third week, in its own week's middle."""
    if request.never_ran and number <= 4:
        return ["run_walk"] * count
    if count == 2 or phase == "race":
        return ["easy"] * count
    kinds = ["easy"] * (count - 1) + ["long"]
    first = 6 if request.is_beginner else 3
    if number >= first and not cutback and phase != "taper":
        kinds[(count - 1) // 2] = "tempo" if number % 2 else "hills"
    return kinds


WHY = {
    "easy": "Easy kilometres build the engine without wearing you down.",
    "recovery": "A gentle run that helps your legs recover.",
    "long": "The long run teaches your body to keep going.",
    "tempo": "Comfortably hard: it moves the pace you can hold.",
    "hills": "Hills make you strong and keep the pace honest.",
    "intervals": "Short and quick: it makes every other pace feel easier.",
    "race_pace": "Learn how race day should feel.",
    "race": "This is what you trained for.",
    "run_walk": "Running a little and walking a little is how every runner starts.",
}


def _run(request: Request, paces: pace.Paces | None, on: date, kind: str, km: float, *, number: int) -> Run:
    steps = tuple(workouts.steps(kind, 0 if kind == "run_walk" else km, paces=paces, week=number))
    pace_s = sum(paces.easy) / 2 if paces else EASY_S_PER_KM[request.fitness_level]
    minutes = km * pace_s / 60
    if kind == "run_walk":
        minutes, km = workouts.duration_min(steps), workouts.run_walk_km(steps)
    return Run(
        on=on,
        at=request.start_time,
        type=kind,
        distance_km=km,
        duration_min=round(minutes),
        effort=workouts.EXPECTED_EFFORT[kind],
        steps=steps,
        why=WHY[kind],
        week=number,
    )
