"""P11 and P13 of docs/plan-limits.md: on which days there are runs, and the race on its own."""

from collections.abc import Iterator

from runs.tests.invariants.words import (
    DAYS,
    all_runs,
    all_trainings,
    available,
    goal_km,
    invariant,
    on,
    over,
    race_on,
    runs,
    trainings,
)


@invariant("P11")
def p11(request: dict, answer: dict) -> Iterator[str]:
    """No more runs than chosen, on available days, one a day, six days at most, the long run on its day."""
    for week in answer["weeks"]:
        where, days = f"week {week['number']}:", [run["date"] for run in runs(week)]
        if len(days) > request["weekly_frequency"]:
            yield f"{where} {len(days)} runs, not {request['weekly_frequency']}"
        if len(set(days)) < len(days) or len(set(days)) > 6:
            yield f"{where} {len(days)} runs on {len(set(days))} days"
        for run in trainings(week):
            name = DAYS[on(run).weekday()]
            if name not in available(request):
                yield f"{where} a run on {name}"
            if run["type"] == "long" and request.get("long_run_day") not in (None, name):
                yield f"{where} the long run on {name}, not {request['long_run_day']}"


@invariant("P13")
def p13(request: dict, answer: dict) -> Iterator[str]:
    """The race is on its date, once; only recovery follows; the day before is rest or 3 km easy at most."""
    day, races = race_on(request), [run for run in all_runs(answer) if run["type"] == "race"]
    if not answer["weeks"] or not (day or races):
        return
    if [on(run) for run in races] != [day]:
        yield f"the plan: races on {[run['date'] for run in races]}, not on {day}"
        return
    km = goal_km(request["goal"])
    if abs(races[0]["distance_km"] - km) > 0.1:
        yield f"the plan: a race of {races[0]['distance_km']} km, not {km}"
    for run in all_trainings(answer):
        if on(run) >= day and run["type"] != "recovery":
            yield f"the plan: {run['type']} on {run['date']}, after the race"
        is_short_and_easy = run["type"] in {"easy", "recovery", "run_walk"} and not over(run["distance_km"], 3)
        if (day - on(run)).days == 1 and not is_short_and_easy:
            yield f"the plan: {run['type']} of {run['distance_km']} km the day before the race"
