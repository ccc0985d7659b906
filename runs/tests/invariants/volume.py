"""P1, P3, P5 and P14 of docs/plan-limits.md: how much a week has, from the first to the race's."""

from collections.abc import Iterator
from itertools import pairwise

from runs.tests.invariants.words import (
    TAPER,
    TAPER_OF_OTHERS,
    declared_longest_km,
    declared_weekly_km,
    invariant,
    is_new,
    is_one_shortest_run,
    is_whole,
    most_runs,
    over,
    race_week,
    ref4,
    runs_much_more_than_the_race_needs,
    trainings,
    under,
    vol,
)


@invariant("P1")
def p1(request: dict, answer: dict) -> Iterator[str]:
    """A week is at most 1.25 ref4 or ref4 + 5 km; with nothing to refer to there is no limit here."""
    for week in answer["weeks"]:
        reference = ref4(request, answer, week["number"])
        if reference and over(vol(week), max(1.25 * reference, reference + 5)):
            yield f"week {week['number']}: {vol(week):.1f} km after a greatest of {reference:.1f}"


@invariant("P3")
def p3(request: dict, answer: dict) -> Iterator[str]:
    """In over 8 weeks, no five in a row without a fall of 10-30 % (more, while tapering)."""
    if len(answer["weeks"]) <= 8:
        return
    since, before = 0, 0.0
    for week in answer["weeks"]:
        now = vol(week)
        deep = under(now, 0.7 * before) and week["phase"] not in {"taper", "race", "recovery"}
        fell = now < before - 0.05 and not over(now, 0.9 * before) and not deep
        since = 0 if fell or not now else since + 1
        before = now
        if since > 4:
            yield f"week {week['number']}: {since} weeks without a fall of 10-30 %"


@invariant("P5")
def p5(request: dict, answer: dict) -> Iterator[str]:
    """Marathon weeks fall to .85, .75, .55 of the peak; another race's week is at most .65 of it."""
    at = race_week(request, answer)
    if at is None:
        return
    shares = TAPER.get(request["goal"].get("race"), TAPER_OF_OTHERS)
    taper = [at - back for back in range(len(shares)) if at >= back and is_whole(request, answer["weeks"][at - back])]
    for place in taper:
        week, peak = answer["weeks"][place], peak_km(request, answer, first=at - len(shares) + 1, place=place)
        if peak and over(vol(week), shares[at - place] * peak) and not is_one_shortest_run(week):
            yield f"week {week['number']}: {vol(week):.1f} km, over {shares[at - place]} of {peak:.1f}"
    for before, after in pairwise(answer["weeks"][place] for place in reversed(taper)):
        if vol(after) >= vol(before) and not is_one_shortest_run(after):
            yield f"week {after['number']}: {vol(after):.1f} km after {vol(before):.1f}"


def peak_km(request: dict, answer: dict, *, first: int, place: int) -> float:
    """The greatest week before the taper; when it has no whole week, the declared km, else what came before `place`."""
    before = [vol(week) for week in answer["weeks"][: max(first, 0)] if is_whole(request, week)]
    earlier = [vol(week) for week in answer["weeks"][:place] if is_whole(request, week)]
    return max(before, default=0) or declared_weekly_km(request) or max(earlier, default=0)


@invariant("P14")
def p14(request: dict, answer: dict) -> Iterator[str]:
    """Week 1 has 0.7-1.2 of the declared weekly km; see `least_first_km` for where the least gives way."""
    declared = declared_weekly_km(request)
    if not declared or not answer["weeks"]:
        return
    full = most_runs(request)
    first = next((week for week in answer["weeks"] if is_whole(request, week) or len(trainings(week)) >= full), None)
    least = least_first_km(request, answer, first)
    # A week that began before today may be all there is of a week, or a part of one.
    if first and under(max(vol(first), vol(answer["weeks"][0])), least):
        yield f"week {first['number']}: {vol(first):.1f} km, under 0.7 of {declared} (here {least:.1f})"
    for week in answer["weeks"][:1]:
        if over(vol(week), 1.2 * declared) and not is_one_shortest_run(week):
            yield f"week {week['number']}: {vol(week):.1f} km, over 1.2 of {declared}"


def least_first_km(request: dict, answer: dict, first: dict | None) -> float:
    """0.7 of the weekly km that the declared longest run can make up; P5, P6 and P12 come before it."""
    at = race_week(request, answer)
    if (
        is_new(request)
        or runs_much_more_than_the_race_needs(request)
        or (at is not None and answer["weeks"][at] is first)
    ):
        return 0.0
    return 0.7 * min(declared_weekly_km(request), most_runs(request) * declared_longest_km(request))
