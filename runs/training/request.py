"""What a plan is asked for."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cached_property

from runs.training import pace

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LEVELS = ("new", "beginner", "intermediate", "advanced")
ROLLING_WEEKS = 8
# How far ahead a goal may lie.
FURTHEST = timedelta(weeks=104)


@dataclass(frozen=True)
class RecentRace:
    distance_km: float
    time_s: int


@dataclass(frozen=True)
class RaceDay:
    distance_km: float
    on: date


@dataclass(frozen=True)
class Request:
    """What a plan is made from. Distances in km, times in s, weekdays as "mon" to "sun".

    `weeks`: how many to plan when there is no date. When a plan is made anew, what is declared is what was run:
    `weeks_before` of the plan lie behind the runner, in `weeks_trained` of them they ran; `history` is the km of each
    run of the last thirty days, `hard_on` the hard days among them, `easy_until` the day to which pain or exhaustion
    wants easy runs, `days_off` how long the runner has not run.
    """

    today: date
    weekly_frequency: int
    fitness_level: str
    race: str | None = None
    distance_km: float | None = None
    goal_date: date | None = None
    goal_time_s: int | None = None
    goal_text: str = ""
    available_days: tuple[str, ...] = ()
    long_run_day: str | None = None
    start_time: time = time(7)
    current_weekly_km: float | None = None
    longest_recent_km: float | None = None
    recent_race: RecentRace | None = None
    age: int | None = None
    bmi: float | None = None
    weeks: int | None = None
    insist: bool = False
    weeks_before: int = 0
    weeks_trained: int = 0
    hard_on: tuple[date, ...] = ()
    history: tuple[tuple[date, float], ...] = ()
    easy_until: date | None = None
    days_off: int = 0

    @property
    def race_km(self) -> float | None:
        return pace.RACE_KM[self.race] if self.race else self.distance_km

    @cached_property
    def race_day(self) -> RaceDay | None:
        """A distance on a day; without a day the plan rolls on."""
        if self.goal_date is None or self.race_km is None:
            return None
        return RaceDay(self.race_km, self.goal_date)

    @property
    def never_ran(self) -> bool:
        """What a complete beginner declares is taken for walking: the first weeks run and walk."""
        return self.fitness_level == "new"

    @property
    def is_beginner(self) -> bool:
        return self.fitness_level in ("new", "beginner")

    @property
    def declares_nothing(self) -> bool:
        return not self.current_weekly_km and not self.longest_recent_km

    @property
    def fitness_index(self) -> float | None:
        if self.recent_race is None:
            return None
        index = pace.fitness_index(distance_km=self.recent_race.distance_km, time_s=self.recent_race.time_s)
        return pace.detrained(index, days_off=self.days_off)
