"""Fitness index and training paces from a recent race.

Daniels and Gilbert's equations (Oxygen Power, 1979): oxygen cost of a velocity, and the fraction of the maximum that
can be held for a time. Training paces come from current fitness, never from the goal.
"""

import math
from dataclasses import dataclass
from itertools import pairwise

KM_PER_MILE = 1.609344
MARATHON_KM = 42.195
HALF_KM = 21.0975
RACE_KM = {"5k": 5.0, "10k": 10.0, "half_marathon": HALF_KM, "marathon": MARATHON_KM}

EASY_FRACTION = (0.59, 0.74)
THRESHOLD_FRACTION = 0.88
INTERVAL_FRACTION = 0.973
# Days without a run, and the share of the index that is left.
DETRAINING = (
    (5, 1.0), (7, 0.994), (10, 0.985), (14, 0.973), (21, 0.952), (28, 0.931), (42, 0.889), (56, 0.847), (72, 0.8),
)  # fmt: skip


@dataclass(frozen=True)
class Paces:
    """Training paces, s/km. `easy` is (fastest, slowest)."""

    easy: tuple[int, int]
    marathon: int
    threshold: int
    interval: int


def oxygen_cost(metres_per_min: float) -> float:
    """ml/kg/min at a velocity."""
    return -4.60 + 0.182258 * metres_per_min + 0.000104 * metres_per_min**2


def velocity(oxygen: float) -> float:
    """m/min at an oxygen cost: the positive root of `oxygen_cost`."""
    a, b, c = 0.000104, 0.182258, -4.60 - oxygen
    return (-b + math.sqrt(b * b - 4 * a * c)) / (2 * a)


def fraction_held(minutes: float) -> float:
    """Share of the maximum that can be held for a time."""
    return 0.8 + 0.1894393 * math.exp(-0.012778 * minutes) + 0.2989558 * math.exp(-0.1932605 * minutes)


def fitness_index(*, distance_km: float, time_s: float) -> float:
    """The index a race result stands for."""
    minutes = time_s / 60
    return oxygen_cost(distance_km * 1000 / minutes) / fraction_held(minutes)


def predict_s(index: float, *, distance_km: float) -> float:
    """Race time in seconds at an index, by bisection: the index of a result falls as its time grows."""
    low, high = distance_km * 60, distance_km * 1800
    while high - low > 0.01:
        middle = (low + high) / 2
        if fitness_index(distance_km=distance_km, time_s=middle) > index:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def paces(index: float) -> Paces:
    """Training paces at an index, s/km."""
    slow, fast = (_pace_s(index * fraction) for fraction in EASY_FRACTION)
    return Paces(
        easy=(fast, slow),
        marathon=round(predict_s(index, distance_km=MARATHON_KM) / MARATHON_KM),
        threshold=_pace_s(index * THRESHOLD_FRACTION),
        interval=_pace_s(index * INTERVAL_FRACTION),
    )


def _pace_s(oxygen: float) -> int:
    return round(60_000 / velocity(oxygen))


def riegel_s(time_s: float, *, from_km: float, to_km: float) -> float:
    """A race time at another distance: Riegel's cross-check (1981)."""
    return float(time_s * (to_km / from_km) ** 1.06)


def predictions(index: float) -> dict[str, int]:
    """Seconds for each standard race."""
    return {race: round(predict_s(index, distance_km=km)) for race, km in RACE_KM.items()}


def detrained(index: float, *, days_off: int) -> float:
    """What is left of an index after days without a run."""
    if days_off <= DETRAINING[0][0]:
        return index
    for (before, share), (after, less) in pairwise(DETRAINING):
        if days_off <= after:
            return index * (share + (less - share) * (days_off - before) / (after - before))
    return index * DETRAINING[-1][1]


def clock(seconds: int) -> str:
    """ "25:00" or "1:55:00"."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
