"""The kinds of run, how hard each should feel, and its steps."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from runs.training.pace import Paces

ALL_TYPES = ("easy", "recovery", "long", "tempo", "intervals", "hills", "race_pace", "race", "run_walk", "rest")
HARD = frozenset({"tempo", "intervals", "hills", "race_pace", "race"})

# Effort 1-10 a runner should report (lowest, highest).
EXPECTED_EFFORT = {
    "recovery": (2, 3),
    "easy": (3, 4),
    "run_walk": (3, 5),
    "long": (4, 6),
    "race_pace": (5, 7),
    "tempo": (6, 7),
    "hills": (6, 8),
    "intervals": (7, 9),
    "race": (8, 10),
    "rest": (1, 1),
}


# A beginner's: running and walking.
RUN_MIN_PER_KM, WALK_MIN_PER_KM = 8.0, 11.0


@dataclass(frozen=True)
class Step:
    """One part of a workout. Either `minutes` or `distance_km` says how much; pace is (fastest, slowest) s/km."""

    kind: str  # run, walk, warmup, cooldown, work, recovery
    minutes: float | None = None
    distance_km: float | None = None
    repeat: int = 1
    pace_s_per_km: tuple[int, int] | None = None

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def steps(run_type: str, distance_km: float, *, paces: Paces | None = None, week: int = 1) -> list[Step]:
    """The parts of a run of `distance_km`. `week` lengthens a beginner's running minutes."""
    easy = paces.easy if paces else None
    if run_type == "run_walk":
        return _run_walk(week=week, distance_km=distance_km)
    if run_type == "tempo" and distance_km >= 3:
        return _around(
            distance_km,
            Step(
                "work", distance_km=round(distance_km * 0.4, 1), pace_s_per_km=_at(paces.threshold if paces else None)
            ),
            easy,
        )
    if run_type == "race_pace" and distance_km >= 3:
        return _around(
            distance_km,
            Step("work", distance_km=round(distance_km * 0.5, 1), pace_s_per_km=_at(paces.marathon if paces else None)),
            easy,
        )
    if run_type in ("intervals", "hills") and distance_km >= 4:
        return _repeats(run_type, distance_km, paces)
    return [] if run_type == "rest" else [Step("run", distance_km=distance_km, pace_s_per_km=easy)]


def _around(distance_km: float, work: Step, easy: tuple[int, int] | None) -> list[Step]:
    """`work` between a warm-up and a cool-down that share the rest of the distance."""
    rest_km = distance_km - (work.distance_km or 0)
    return [
        Step("warmup", distance_km=round(rest_km * 0.6, 1), pace_s_per_km=easy),
        work,
        Step("cooldown", distance_km=round(rest_km - round(rest_km * 0.6, 1), 1), pace_s_per_km=easy),
    ]


def _repeats(run_type: str, distance_km: float, paces: Paces | None) -> list[Step]:
    easy = paces.easy if paces else None
    repeat_km, recovery_min = (0.4, 2.0) if run_type == "intervals" else (0.2, 2.0)
    repeats = max(4, min(10, int(distance_km * 0.35 / repeat_km)))
    rest_km = distance_km - repeats * repeat_km * 1.7
    pace = _at(paces.interval if paces else None) if run_type == "intervals" else None
    return [
        Step("warmup", distance_km=round(max(1.0, rest_km * 0.6), 1), pace_s_per_km=easy),
        Step("work", distance_km=repeat_km, repeat=repeats, pace_s_per_km=pace),
        Step("recovery", minutes=recovery_min, repeat=repeats),
        Step("cooldown", distance_km=round(max(0.5, rest_km * 0.4), 1), pace_s_per_km=easy),
    ]


def _run_walk(*, week: int, distance_km: float = 0) -> list[Step]:
    """Longer stretches of running each week between two minutes of walking: 10 min of running in the first week.

    With a distance, as many stretches as it takes; never fewer than two.
    """
    run_min = min(8, week)
    repeats = (10 + 2 * (week - 1)) / run_min
    if distance_km:
        around_km = 10 / WALK_MIN_PER_KM
        repeats = (distance_km - around_km) / (run_min / RUN_MIN_PER_KM + 2 / WALK_MIN_PER_KM)
    count = max(2, round(repeats))
    return [
        Step("warmup", minutes=5),
        Step("run", minutes=run_min, repeat=count),
        Step("walk", minutes=2, repeat=count),
        Step("cooldown", minutes=5),
    ]


def duration_min(steps: Iterable[Step]) -> float:
    """Minutes of steps that are all told in minutes."""
    return sum((step.minutes or 0) * step.repeat for step in steps)


def run_walk_km(steps: Iterable[Step]) -> float:
    """About how far a run/walk goes."""
    run_min = duration_min(step for step in steps if step.kind == "run")
    walk_min = duration_min(step for step in steps if step.kind != "run")
    return round(run_min / RUN_MIN_PER_KM + walk_min / WALK_MIN_PER_KM, 1)


def _at(pace_s: int | None) -> tuple[int, int] | None:
    return (pace_s - 5, pace_s + 5) if pace_s else None
