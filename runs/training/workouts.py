"""The kinds of run: how hard each should feel, its steps, and why it is there."""

from runs.training import run_walk
from runs.training.pace import Paces
from runs.training.steps import Step

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
# Below these a run has no room for its warm-up and its work, and is run easily.
LEAST_KM = {"tempo": 3.0, "race_pace": 3.0, "intervals": 4.0, "hills": 2.0}
# What two minutes of jogging between repeats come to.
JOG_KM = 0.25

WHY = {
    "easy": "Easy running builds the engine without wearing you down.",
    "recovery": "A gentle run that helps your legs recover.",
    "long": "The long run teaches your body to keep going.",
    "tempo": "Comfortably hard: it moves the pace you can hold.",
    "hills": "Hills make your legs strong before they have to be fast.",
    "intervals": "Short and quick with rests: it makes every other pace feel easier.",
    "race_pace": "So that your legs know race pace before race day asks for it.",
    "race": "This is what you trained for.",
    "run_walk": "Running a little and walking a little is how every runner starts.",
    "rest": "Rest is when training becomes fitness.",
}
WHY_IN = {
    ("long", "peak"): "Your longest runs come now; after them the hard part is done.",
    ("long", "taper"): "Shorter on purpose: you arrive at the race fresh.",
    ("easy", "taper"): "Short and easy: the work is done, now you gather strength.",
    ("easy", "race"): "Only to keep your legs awake before race day.",
    ("tempo", "taper"): "A short reminder of pace; the rest of the week is quiet.",
    ("race_pace", "taper"): "A short taste of race pace; the rest of the week is quiet.",
}


def why(run_type: str, *, phase: str, cutback: bool) -> str:
    """One sentence for the runner."""
    if cutback and run_type in ("easy", "long"):
        return "A lighter week on purpose: this is when your body catches up."
    return WHY_IN.get((run_type, phase), WHY[run_type])


def steps(
    run_type: str, distance_km: float, *, paces: Paces | None = None, week: int = 1, race_pace_s: float | None = None
) -> list[Step]:
    """The parts of a run of `distance_km`. `week` says how far a beginner's running and walking has come."""
    if run_type == "rest":
        return []
    if run_type == "run_walk":
        return list(run_walk.of_length(distance_km, week=week).steps)
    if run_type == "race":
        return [Step("run", distance_km=distance_km, pace_s_per_km=_at(race_pace_s))]
    if run_type in HARD and distance_km >= LEAST_KM[run_type]:
        return _hard(run_type, distance_km, paces, race_pace_s)
    return [Step("run", distance_km=distance_km, pace_s_per_km=paces.easy if paces else None)]


def _hard(run_type: str, distance_km: float, paces: Paces | None, race_pace_s: float | None) -> list[Step]:
    easy = paces.easy if paces else None
    if run_type == "tempo":
        return _sustained(distance_km, 0.4, _at(paces.threshold if paces else None), easy)
    if run_type == "race_pace":
        return _sustained(distance_km, 0.5, _at(race_pace_s or (paces.marathon if paces else None)), easy)
    if run_type == "hills":
        return _hills(distance_km, easy)
    return _intervals(distance_km, _at(paces.interval if paces else None), easy)


def _sustained(
    distance_km: float, share: float, pace: tuple[int, int] | None, easy: tuple[int, int] | None
) -> list[Step]:
    """One stretch of work, or two with a jog between them where it would be long."""
    work_km = distance_km * share
    if work_km <= 4:
        return _around(distance_km, [Step("work", distance_km=round(work_km, 1), pace_s_per_km=pace)], easy)
    halves = Step("work", distance_km=round(work_km / 2, 1), repeat=2, pace_s_per_km=pace)
    return _around(distance_km, [halves, Step("recovery", minutes=2, repeat=2)], easy)


def _intervals(distance_km: float, pace: tuple[int, int] | None, easy: tuple[int, int] | None) -> list[Step]:
    work_km = distance_km * 0.35
    repeat_km = 0.4 if work_km < 3 else 0.8 if work_km < 5 else 1.0
    repeats = max(3, int(work_km / repeat_km))
    work = Step("work", distance_km=repeat_km, repeat=repeats, pace_s_per_km=pace)
    return _around(distance_km, [work, Step("recovery", minutes=2, repeat=repeats)], easy)


def _hills(distance_km: float, easy: tuple[int, int] | None) -> list[Step]:
    """Up for 45 seconds, down at a walk."""
    repeats = max(3, min(10, int(distance_km * 0.4 / 0.25)))
    up, down = Step("work", minutes=0.75, repeat=repeats), Step("recovery", minutes=1.5, repeat=repeats)
    return _around(distance_km, [up, down], easy)


def _around(distance_km: float, work: list[Step], easy: tuple[int, int] | None) -> list[Step]:
    """`work` between a warm-up and a cool-down that share the rest of the distance."""
    left_km = distance_km - sum(step.repeat * (step.distance_km or _jogged_km(step)) for step in work)
    warm_up_km = round(max(0.5, left_km * 0.6), 1)
    cool_down_km = round(max(0.4, left_km - warm_up_km), 1)
    return [
        Step("warmup", distance_km=warm_up_km, pace_s_per_km=easy),
        *work,
        Step("cooldown", distance_km=cool_down_km, pace_s_per_km=easy),
    ]


def _jogged_km(step: Step) -> float:
    """What a step told in minutes covers, about."""
    return JOG_KM * (step.minutes or 0) / 2


def _at(pace_s: float | None) -> tuple[int, int] | None:
    return (round(pace_s) - 5, round(pace_s) + 5) if pace_s else None
