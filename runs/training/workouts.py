"""The kinds of run, how hard each should feel, and its steps."""

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
        return _run_walk(distance_km, week=week)
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


def _run_walk(distance_km: float, *, week: int) -> list[Step]:
    """One minute of running more each week between two minutes of walking, 10 min of running in week 1."""
    run_min = min(8, week)
    repeats = max(2, round(10 * (1 + 0.15 * (week - 1)) / run_min))
    return [
        Step("warmup", minutes=5),
        Step("run", minutes=run_min, repeat=repeats),
        Step("walk", minutes=2, repeat=repeats),
        Step("cooldown", minutes=5),
    ]


def _at(pace_s: int | None) -> tuple[int, int] | None:
    return (pace_s - 5, pace_s + 5) if pace_s else None
