"""More of a week, within every limit: kilometres for the short runs first, and one run of another kind."""

from dataclasses import replace
from datetime import date, timedelta

from runs.training import keeping, limits, workouts
from runs.training.history import WEEK, History, Run
from runs.training.quality import MOST_HARD, MOST_TEMPO
from runs.training.run_walk import WALK_MIN_PER_KM
from runs.training.steps import Step

# Short runs stay so much shorter than the long one.
APART_KM = 0.5
# Of all that is added, what is hardly worth a word.
LEAST_KM = 0.2
STRIDES_WHY = "Easy, with four short strides at the end: quick and relaxed, never flat out."
NO_MORE_AFTER_PAIN = timedelta(days=14)
ONE_IN = timedelta(days=7)


def is_time(history: History, monday: date, *, today: date) -> bool:
    """Whether the week of `monday` may be made more of: one increase in seven days, none after pain, and none in a week
    that is lighter on purpose."""
    season = history.season(monday)
    lately = any(made.is_increase and made.on > today - ONE_IN for made in history.adjustments)
    hurt = history.last_pain_on and history.last_pain_on + NO_MORE_AFTER_PAIN >= today
    light = season.cutback or season.phase not in ("base", "build", "peak") or history.is_return_week(monday)
    return not lately and not hurt and not light


def week_of(history: History, monday: date, *, today: date) -> list[Run]:
    return [run for run in history.ahead(today) if run.monday == monday]


def longer(history: History, runs: list[Run], factor: float) -> list[Run]:
    """The week's runs with `factor` times their kilometres, or as much of it as the limits leave."""
    if not runs:
        return []
    total = sum(run.distance_km for run in runs)
    most = keeping.most_week_km(history, runs[0].monday)
    extra = min(total * (factor - 1), most - total)
    long = max(runs, key=lambda run: (run.is_long, run.distance_km, run.on))
    others = [run for run in runs if run is not long]
    grown = {run.id: run for run in runs}
    for run in sorted(others, key=lambda run: (run.distance_km, run.on)):
        share = extra / max(1, sum(grown[other.id] is other for other in others))
        grown[run.id] = _by(
            history, list(grown.values()), run, min(share, long.distance_km - APART_KM - run.distance_km)
        )
        extra -= grown[run.id].distance_km - run.distance_km
    grown[long.id] = _by(history, list(grown.values()), long, extra)
    return [grown[run.id] for run in runs]


def _by(history: History, week: list[Run], run: Run, extra_km: float) -> Run:
    """A little longer, as far as it may be after the longest of thirty days."""
    longest = keeping.longest_before(history.with_runs(week), run.on)
    room = limits.most_run_km(longest) - run.distance_km if longest else 0.0
    if run.type == "run_walk":
        room = min(room, _walk_room(history, run))
    extra_km = int(min(extra_km, room) * 10 + 1e-6) / 10
    return replace(run, distance_km=round(run.distance_km + extra_km, 1)) if extra_km >= 0.1 else run


def _walk_room(history: History, run: Run) -> float:
    """No session is more than a quarter longer than those of the week before; what is added is walked."""
    before = [
        other.duration_min for other in history.runs if other.monday == run.monday - WEEK and other.status != "rest"
    ]
    return (1.24 * max(before) - run.duration_min) / WALK_MIN_PER_KM if before else 0.0


def with_variation(
    history: History, runs: list[Run], kinds: tuple[str, ...], *, today: date
) -> tuple[list[Run], Run | None]:
    """One easy run becomes the first of `kinds` that fits; for a beginner, or where none does, it gets strides. The
    week, and the run that changed."""
    easy = [run for run in runs if run.type == "easy"]
    long = max(runs, key=lambda run: (run.is_long, run.distance_km, run.on), default=None)
    choice = sorted((run for run in easy if run is not long), key=lambda run: -run.distance_km)
    for kind in () if history.asked.is_beginner else kinds:
        for run in choice:
            if run.distance_km >= workouts.LEAST_KM[kind] and _fits(history, runs, run, kind, today):
                return _replaced(runs, replace(run, type=kind, why=workouts.WHY[kind]))
    # Strides want a little room after the warm-up.
    for run in choice:
        if run.distance_km >= 2 and run.why != STRIDES_WHY:
            return _replaced(runs, replace(run, why=STRIDES_WHY))
    return runs, None


def _replaced(runs: list[Run], changed: Run) -> tuple[list[Run], Run]:
    return [changed if run.id == changed.id else run for run in runs], changed


def _fits(history: History, week: list[Run], run: Run, kind: str, today: date) -> bool:
    apart = limits.hard_days_apart(history.asked.age)
    hard = [other for other in history.runs if other.is_hard and (other.is_pending or other.status == "completed")]
    this_week = [other for other in hard if other.monday == run.monday]
    return (
        keeping.may_be_hard(history, run.on, today=today)
        and all(abs((run.on - other.on).days) >= apart for other in hard)
        and len(this_week) < keeping.hard_allowed(history, len(week))
        and _is_in_budget(history, run, kind)
    )


def _is_in_budget(history: History, run: Run, kind: str) -> bool:
    """Of the whole plan's km: not too much hard, nor too much tempo."""
    plan = [other for other in history.runs if not other.is_race and other.status not in ("missed", "skipped", "rest")]
    total = sum(other.distance_km for other in plan) or 1.0
    hard = sum(other.distance_km for other in plan if other.is_hard) + run.distance_km
    same = sum(other.distance_km for other in plan if other.type == kind) + run.distance_km
    return hard <= MOST_HARD * total and (kind != "tempo" or same <= MOST_TEMPO * total)


def strides(distance_km: float, easy: tuple[int, int] | None) -> list[Step]:
    """An easy run with four short strides at its end."""
    return [
        Step("run", distance_km=round(distance_km - 0.8, 1), pace_s_per_km=easy),
        Step("work", minutes=1 / 3, repeat=4),
        Step("recovery", minutes=1, repeat=4),
        Step("cooldown", distance_km=0.2, pace_s_per_km=easy),
    ]
