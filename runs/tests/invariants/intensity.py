"""P8, P9, P10 and P15 of docs/plan-limits.md: how much is hard, how far apart, and at what pace."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from runs.tests.invariants.words import (
    HARD,
    all_runs,
    invariant,
    on,
    over,
    race_on,
    runs,
    trainings,
    vol,
)


@invariant("P8")
def p8(request: dict, answer: dict) -> Iterator[str]:
    """A day between hard days, over 60 years two."""
    apart = 3 if (request.get("age") or 0) > 60 else 2
    for before, after in pairwise(run for run in all_runs(answer) if run["type"] in HARD):
        if (on(after) - on(before)).days < apart:
            yield f"the plan: {before['type']} on {before['date']}, {after['type']} on {after['date']}"


@invariant("P9")
def p9(request: dict, answer: dict) -> Iterator[str]:
    """One hard session a week (two from 4 runs on, beginners apart), none in the last 3 days before a race."""
    race, beginner = race_on(request), request["fitness_level"] in {"new", "beginner"}
    for week in answer["weeks"]:
        hard = [run for run in runs(week) if run["type"] in HARD]
        allowed = 1 if beginner or request["weekly_frequency"] <= 3 or len(runs(week)) <= 3 else 2
        if len(hard) > allowed:
            yield f"week {week['number']}: {len(hard)} hard sessions in {len(runs(week))} runs"
        for run in hard:
            if run["type"] == "race":
                continue
            if beginner and week["number"] <= 2:
                yield f"week {week['number']}: {run['type']} in a beginner's first two weeks"
            if race and 0 < (race - on(run)).days <= 3:
                yield f"week {week['number']}: {run['type']} {(race - on(run)).days} days before the race"


@invariant("P10")
def p10(request: dict, answer: dict) -> Iterator[str]:
    """75 % of the km are easy, tempo at most 10 %, intervals 8 %, and each build block has quality work."""
    for name, types, most in (("hard", HARD, 0.25), ("tempo", {"tempo"}, 0.10), ("intervals", {"intervals"}, 0.08)):
        total, part, mean = shares_of(answer, types)
        if over(part, most * total):
            yield f"the plan: {part:.1f} of {total:.1f} km are {name}"
        if mean > 1.03 * most + 1e-9:
            yield f"the plan: {mean:.3f} of a week, in the mean, is {name}"
    if request["fitness_level"] in {"intermediate", "advanced"}:
        for block in build_blocks(answer["weeks"]):
            if not any(run["type"] in HARD - {"race"} for week in block for run in runs(week)):
                yield f"week {block[0]['number']}: {len(block)} build weeks without quality work"


def shares_of(answer: dict, types: set[str]) -> tuple[float, float, float]:
    """All km, those in runs of `types`, and the mean over the weeks of their share."""
    weeks = [week for week in answer["weeks"] if vol(week)]
    parts = [sum(run["distance_km"] for run in trainings(week) if run["type"] in types) for week in weeks]
    shares = [part / vol(week) for part, week in zip(parts, weeks, strict=True)]
    return sum(map(vol, weeks)), sum(parts), sum(shares) / len(shares) if shares else 0.0


def build_blocks(weeks: list[dict]) -> list[list[dict]]:
    """The build weeks of each stretch of them; a cutback of another phase does not end one."""
    stretches = groupby(weeks, key=lambda week: week["phase"] == "build" or week["cutback"])
    blocks = [[week for week in stretch if week["phase"] == "build"] for building, stretch in stretches if building]
    return [block for block in blocks if not all(week["cutback"] for week in block)]


@invariant("P15")
def p15(request: dict, answer: dict) -> Iterator[str]:
    """Easy is slower than marathon, threshold and interval pace, in this order."""
    index, pace = answer["fitness_index"], answer["paces_s_per_km"]
    if pace and (index is None or 20 <= index <= 85):
        order = [*reversed(pace["easy"]), pace["marathon"], pace["threshold"], pace["interval"]]
        if any(slower <= faster for slower, faster in pairwise(order)):
            yield f"the paces: {order} s/km at an index of {index}"
