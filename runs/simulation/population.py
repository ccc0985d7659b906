"""Runners of every kind, each drawn from the seed and a number alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from runs.simulation import body, life
from runs.training import pace, plan
from runs.training.request import WEEKDAYS, RecentRace, Request

T = TypeVar("T")
FIRST_DAY = date(2026, 1, 5)
# Of a hundred runners.
LEVELS = {"new": 18, "beginner": 34, "intermediate": 34, "advanced": 14}
GOALS: dict[str, dict[str | None, int]] = {
    "new": {None: 50, "5k": 50},
    "beginner": {None: 25, "5k": 35, "10k": 30, "half_marathon": 10},
    "intermediate": {None: 20, "5k": 10, "10k": 25, "half_marathon": 30, "marathon": 15},
    "advanced": {None: 10, "5k": 10, "10k": 20, "half_marathon": 30, "marathon": 30},
}
FREQUENCIES = {"new": (2, 3), "beginner": (2, 3, 3, 4), "intermediate": (3, 3, 4, 5), "advanced": (4, 4, 5)}
# A week's km for each run in it, from and to.
KM_A_RUN = {"new": (1.0, 2.5), "beginner": (2.5, 5.5), "intermediate": (5.0, 9.0), "advanced": (8.0, 14.0)}
# Weeks from the first day to the race, from and to.
WEEKS_TO = {"5k": (8, 14), "10k": (8, 16), "half_marathon": (10, 20), "marathon": (14, 24)}
INDEX = {"new": (24, 30), "beginner": (26, 36), "intermediate": (34, 48), "advanced": (44, 62)}
# What who declares nothing is used to, min a week.
UNTRAINED_MIN = {"new": 45.0, "beginner": 70.0, "intermediate": 110.0, "advanced": 180.0}


@dataclass(frozen=True)
class Runner:
    number: int
    request: Request
    life: life.Life
    weekly_min: float
    truth: float
    talent: float
    fragility: float

    def body(self) -> body.Body:
        """As it is on the first day."""
        return body.trained(
            self.weekly_min,
            frequency=self.request.weekly_frequency,
            truth=self.truth,
            talent=self.talent,
            fragility=self.fragility,
        )


def draw(seed: int, number: int, *, weeks: int) -> Runner:
    """Runner `number` of a seed; their life is thrown for `weeks` weeks."""
    random = Random(f"{seed}/{number}")  # noqa: S311 - dice, no secret
    request = _request(random, weeks)
    km = request.current_weekly_km or 0.0
    weekly_min = km * plan.EASY_S_PER_KM[request.fitness_level] / 60 or UNTRAINED_MIN[request.fitness_level]
    return Runner(
        number,
        request,
        weekly_min=weekly_min,
        truth=min(1.6, max(0.5, random.lognormvariate(0, 0.25))),
        talent=min(1.6, max(0.6, random.lognormvariate(0, 0.2))),
        fragility=random.choice((0.5, 1.0, 1.0, 2.0)),
        # The first week may begin a week after the first day.
        life=life.lived(random, days=7 * (weeks + 1)),
    )


def _request(random: Random, weeks: int) -> Request:
    level = _pick(random, LEVELS)
    race = _pick(random, GOALS[level])
    frequency = random.choice(FREQUENCIES[level])
    today = FIRST_DAY + timedelta(days=random.randrange(364))
    days = _days(random, frequency)
    weekly_km, longest_km = _declared(random, level, frequency)
    return Request(
        today=today,
        weekly_frequency=frequency,
        fitness_level=level,
        race=race,
        goal_date=_race_day(random, race, today) if race else None,
        available_days=days,
        long_run_day=random.choice([None, *(day for day in days if day in ("sat", "sun"))]) if days else None,
        current_weekly_km=weekly_km,
        longest_recent_km=longest_km,
        recent_race=_recent_race(random, level),
        age=random.randint(18, 74),
        bmi=round(random.uniform(19, 34), 1) if random.random() < 0.5 else None,
        weeks=None if race else weeks,
        insist=True,
    )


def _pick(random: Random, shares: Mapping[T, int]) -> T:
    return random.choices(list(shares), list(shares.values()))[0]


def _days(random: Random, frequency: int) -> tuple[str, ...]:
    if random.random() < 0.4:
        return ()
    chosen = random.sample(range(7), random.randint(frequency, 7))
    return tuple(WEEKDAYS[day] for day in sorted(chosen))


def _declared(random: Random, level: str, frequency: int) -> tuple[float | None, float | None]:
    """A usual week and the longest run, km; beginners often say neither."""
    if random.random() < {"new": 0.8, "beginner": 0.4}.get(level, 0.05):
        return None, None
    weekly_km = round(frequency * random.uniform(*KM_A_RUN[level]), 1)
    longest_km = round(weekly_km * random.uniform(0.3, 0.5) + 0.8, 1) if random.random() < 0.7 else None
    return weekly_km, longest_km


def _race_day(random: Random, race: str, today: date) -> date:
    """Races are on Sundays, or on Saturdays."""
    day = today + timedelta(weeks=random.randint(*WEEKS_TO[race]))
    return day - timedelta(days=day.weekday()) + timedelta(days=random.choice((5, 6, 6)))


def _recent_race(random: Random, level: str) -> RecentRace | None:
    if level == "new" or random.random() < 0.5:
        return None
    km = random.choice((5.0, 10.0))
    return RecentRace(km, round(pace.predict_s(random.uniform(*INDEX[level]), distance_km=km)))
