"""How much is too much: the limits every plan keeps, generated or adapted. Distances in km.

The numbers were calibrated on published plans; textbook limits (ten per cent a week) reject almost all of those. The
limit on a single run is Frandsen's (2025): injuries follow a run far beyond the longest of the last thirty days.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from runs.training import pace

LONGEST_WITHIN = timedelta(days=30)
# A week is held against the greatest of so many before it.
WEEKS_HELD_AGAINST = 4
# No hard run in so many days before a race; a hard run so many days after pain at the soonest.
EASY_BEFORE_RACE = timedelta(days=3)
EASY_AFTER_PAIN = timedelta(days=14)
# The longest run's share of its week at most, by runs a week.
MOST_SHARE = {2: 0.70, 3: 0.62, 4: 0.57, 5: 0.52}


@dataclass(frozen=True)
class RaceLimits:
    """What a race asks of the long run. `least` and `most`: peak long run as a share of the race.

    `days_before`: the last longest run is between these many days before the race. `taper`: km of the last weeks as
    shares of the peak week, race week first.
    """

    least: float
    most: float
    days_before: tuple[int, int]
    taper: tuple[float, ...]


LIMITS = {
    "5k": RaceLimits(0.9, 2.3, (3, 14), (0.65,)),
    "10k": RaceLimits(0.85, 1.6, (3, 14), (0.65,)),
    "half_marathon": RaceLimits(0.69, 1.0, (7, 21), (0.65,)),
    "marathon": RaceLimits(0.66, 0.86, (14, 28), (0.55, 0.75, 0.85)),
}

# No run of training is longer.
MOST_KM = LIMITS["marathon"].most * pace.MARATHON_KM


def nearest_race(distance_km: float) -> str:
    """The standard race whose training a distance asks for."""
    for race, up_to_km in (("5k", 7.5), ("10k", 15.0), ("half_marathon", 30.0)):
        if distance_km <= up_to_km:
            return race
    return "marathon"


def of_race(distance_km: float) -> RaceLimits:
    return LIMITS[nearest_race(distance_km)]


def least_long_km(distance_km: float) -> float:
    """The long run without which a race is not prepared. Beyond the marathon it hardly grows."""
    known = [(km, LIMITS[race].least * km) for race, km in pace.RACE_KM.items()]
    return _between(distance_km, [(0.0, 0.0), *known, (100.0, 0.75 * pace.MARATHON_KM)])


def most_long_km(distance_km: float) -> float:
    """The longest run that still serves a race."""
    known = [(km, LIMITS[race].most * km) for race, km in pace.RACE_KM.items()]
    return _between(distance_km, [(0.0, known[0][1]), *known, (100.0, known[-1][1])])


def _between(distance_km: float, known: list[tuple[float, float]]) -> float:
    """What lies on the line between the two neighbouring known distances."""
    for (km, value), (next_km, next_value) in pairwise(known):
        if distance_km <= next_km:
            return value + (next_value - value) * (distance_km - km) / (next_km - km)
    return known[-1][1]


def most_week_km(reference_km: float) -> float:
    """A week after the greatest of the four before it."""
    return max(1.25 * reference_km, reference_km + 5)


def most_run_km(longest_km: float) -> float:
    """A run after the longest of the thirty days before it."""
    return min(max(1.3 * longest_km, longest_km + 1.6), longest_km + 3.2)


def hard_days_apart(age: int | None) -> int:
    """Days from one hard run to the next, at least: legs over sixty want 72 hours."""
    return 3 if age is not None and age > 60 else 2


def tolerance_km(limit_km: float) -> float:
    return max(0.5, 0.03 * limit_km)


def longest_before(day: date, runs: Iterable[tuple[date, float]]) -> float:
    """The longest of the runs in the thirty days before `day`."""
    return max((km for on, km in runs if day - LONGEST_WITHIN <= on < day), default=0.0)
