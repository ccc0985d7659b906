"""P12 of docs/plan-limits.md: the first weeks of who never ran."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from runs.tests.invariants.words import (
    all_runs,
    invariant,
    is_new,
    monday,
    monday_of,
    on,
    over,
    race_on,
    trainings,
    vol,
)


@invariant("P12")
def p12(request: dict, answer: dict) -> Iterator[str]:
    """Never ran: four weeks or more of run/walk every other day at most, little at first, lengthened slowly."""
    if is_new(request):
        for check in (walks_first, begins_with_little, rests_between, lengthens_slowly):
            yield from check(request, answer)


def walks_first(request: dict, answer: dict) -> Iterator[str]:
    race = race_on(request)
    for week in answer["weeks"][:4]:
        for run in trainings(week):
            if run["type"] != "run_walk" and not (race and on(run) > race):
                yield f"week {week['number']}: {run['type']}, not run/walk"
            if unbroken_min(run) >= 20:
                yield f"week {week['number']}: {unbroken_min(run):.0f} min without a break"


def begins_with_little(request: dict, answer: dict) -> Iterator[str]:
    for week in [week for week in answer["weeks"] if trainings(week)][:1]:
        for run in trainings(week):
            if run["running_min"] > 10:
                yield f"week {week['number']}: {run['running_min']} min of running"
        if (request.get("bmi") or 0) > 30 and over(vol(week), 3):
            yield f"week {week['number']}: {vol(week):.1f} km at a BMI of {request['bmi']}"


def rests_between(request: dict, answer: dict) -> Iterator[str]:
    walked = {
        monday(week)
        for week in answer["weeks"]
        if week["number"] <= 4 or any(run["type"] == "run_walk" for run in week["runs"])
    }
    for before, after in pairwise(all_runs(answer)):
        if (on(after) - on(before)).days < 2 and {monday_of(on(before)), monday_of(on(after))} & walked:
            yield f"the plan: no rest between {before['date']} and {after['date']}"


def lengthens_slowly(request: dict, answer: dict) -> Iterator[str]:
    weeks = [week for week in answer["weeks"] if trainings(week)]
    for before, after in pairwise(weeks):
        was, now = (max(run["duration_min"] for run in trainings(week)) for week in (before, after))
        if over(now, 1.25 * was):
            yield f"week {after['number']}: a session of {now} min after {was}"


def unbroken_min(run: dict) -> float:
    """The longest stretch of running of a run's steps; neighbours with one `repeat` over 1 are done in turn."""
    longest = stretch = 0.0
    for repeat, steps in groupby(run["steps"], key=lambda step: step["repeat"]):
        for step in list(steps) * repeat:
            stretch = stretch + step_min(run, step) if is_running(run, step) else 0.0
            longest = max(longest, stretch)
    return longest


def step_min(run: dict, step: dict) -> float:
    if step["minutes"] is not None:
        return step["minutes"]
    return step["distance_km"] * run["duration_min"] / run["distance_km"] if run["distance_km"] else 0.0


def is_running(run: dict, step: dict) -> bool:
    """A run/walk warms up, cools down and recovers at a walk."""
    return step["kind"] in {"run", "work"} or (step["kind"] != "walk" and run["type"] != "run_walk")
