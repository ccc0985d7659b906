"""P2, P4, P6, P7 and P16 of docs/plan-limits.md: how long one run is, and when the longest comes."""

from collections.abc import Iterator
from datetime import date, timedelta
from math import isfinite

from runs.tests.invariants.shape import number
from runs.tests.invariants.words import (
    DAYS,
    LAST_LONGEST_DAYS,
    LONGEST_SHARE,
    PEAK_LONG,
    RACE_KM,
    all_trainings,
    available,
    invariant,
    l30,
    monday,
    on,
    over,
    race_on,
    runs_much_more_than_the_race_needs,
    slack,
    today,
    trainings,
    under,
    vol,
)


@invariant("P2")
def p2(request: dict, answer: dict) -> Iterator[str]:
    """A run is at most min(max(1.30 L30, L30 + 1.6 km), L30 + 3.2 km), the first ever 3 km or 30 min."""
    for week in answer["weeks"]:
        for run in trainings(week):
            longest, km = l30(request, answer, on(run)), run["distance_km"]
            if not longest and over(km, 3) and run["duration_min"] > 30:
                yield f"week {week['number']}: {km} km and {run['duration_min']} min as a first run"
            if longest and over(km, min(max(1.3 * longest, longest + 1.6), longest + 3.2)):
                yield f"week {week['number']}: {km:.1f} km after a longest of {longest:.1f}"


@invariant("P4")
def p4(request: dict, answer: dict) -> Iterator[str]:
    """The longest run has at most .70/.62/.57/.52 of a week of two runs or more."""
    share = LONGEST_SHARE[request["weekly_frequency"]]
    for week in answer["weeks"]:
        longest = max((run["distance_km"] for run in trainings(week)), default=0)
        if len(trainings(week)) > 1 and over(longest, share * vol(week)):
            yield f"week {week['number']}: {longest} of {vol(week):.1f} km in one run, over {share}"


@invariant("P6")
def p6(request: dict, answer: dict) -> Iterator[str]:
    """The longest run fits the race: shorter only if `unsafe`, or `ambitious` for who has run so far lately; longer
    only where P14 leaves no way round."""
    race, day = request["goal"].get("race"), race_on(request)
    if race not in PEAK_LONG or not day or not answer["weeks"]:
        return
    low, high = (share * RACE_KM[race] for share in PEAK_LONG[race])
    peak = max((run["distance_km"] for run in all_trainings(answer) if on(run) < day), default=0)
    verdict = answer["feasibility"]["verdict"]
    has_run_it = (request.get("longest_recent_km") or 0) >= low - slack(low) and verdict == "ambitious"
    if under(peak, low) and verdict != "unsafe" and not has_run_it:
        yield f"the plan: longest run {peak} km, under {low:.1f}, yet {verdict}"
    if over(peak, high) and not runs_much_more_than_the_race_needs(request):
        yield f"the plan: longest run {peak} km, over {high:.1f}"


@invariant("P7")
def p7(request: dict, answer: dict) -> Iterator[str]:
    """The last longest run is neither too close to the race nor too early, if the plan has a day for it then."""
    race, day = request["goal"].get("race"), race_on(request)
    before = [run for run in all_trainings(answer) if day and on(run) < day]
    if race not in LAST_LONGEST_DAYS or not before or runs_much_more_than_the_race_needs(request):
        return
    latest, earliest = (day - timedelta(days=days) for days in LAST_LONGEST_DAYS[race])
    if not days_for_a_long_run(request, max(earliest, today(request), monday(answer["weeks"][0])), latest):
        return
    longest = max(run["distance_km"] for run in before)
    last = max(on(run) for run in before if run["distance_km"] > longest - 0.05)
    then = max((run["distance_km"] for run in before if earliest <= on(run) <= latest), default=0)
    if last > latest or (last < earliest and under(then, longest)):
        yield f"the plan: last longest run, {longest} km, {(day - last).days} days before the race"


def days_for_a_long_run(request: dict, first: date, last: date) -> bool:
    days = [request["long_run_day"]] if request.get("long_run_day") else available(request)
    return any(DAYS[(first + timedelta(ahead)).weekday()] in days for ahead in range((last - first).days + 1))


@invariant("P16")
def p16(request: dict, answer: dict) -> Iterator[str]:
    """No run under 1 km or 10 min but run/walks and the race, no NaN, nothing negative, the long run longest."""
    yield from (f"{where}: {value}" for where, value in numbers(answer) if not isfinite(value) or value < 0)
    for week in answer["weeks"]:
        for run in trainings(week):
            if run["type"] != "run_walk" and (run["distance_km"] < 1 or run["duration_min"] < 10):
                yield f"week {week['number']}: {run['type']} of {run['distance_km']} km, {run['duration_min']} min"
        longs = [run["distance_km"] for run in trainings(week) if run["type"] == "long"]
        others = [run["distance_km"] for run in trainings(week) if run["type"] != "long"]
        rivals = sorted(longs)[:-1] + others
        if longs and rivals and max(rivals) >= max(longs):
            yield f"week {week['number']}: a run of {max(rivals)} km beside a long run of {max(longs)}"


def numbers(value: object, where: str = "answer") -> Iterator[tuple[str, float]]:
    if number(value):
        yield where, value
    elif isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from numbers(item, f"{where}.{key}")
