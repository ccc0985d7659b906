"""P1 to P16 of docs/plan-limits.md."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby, pairwise
from math import isfinite

from runs.tests.invariants.shape import number
from runs.tests.invariants.words import (
    DAYS,
    HARD,
    LAST_LONGEST_DAYS,
    LONGEST_SHARE,
    PEAK_LONG,
    RACE_KM,
    TAPER,
    TAPER_OF_OTHERS,
    all_runs,
    all_trainings,
    available,
    declared_longest_km,
    declared_weekly_km,
    goal_km,
    invariant,
    is_new,
    is_one_shortest_run,
    is_whole,
    l30,
    monday,
    monday_of,
    most_runs,
    on,
    over,
    race_on,
    race_week,
    ref4,
    runs,
    runs_much_more_than_the_race_needs,
    slack,
    today,
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


@invariant("P4")
def p4(request: dict, answer: dict) -> Iterator[str]:
    """The longest run has at most .70/.62/.57/.52 of a week of two runs or more."""
    share = LONGEST_SHARE[request["weekly_frequency"]]
    for week in answer["weeks"]:
        longest = max((run["distance_km"] for run in trainings(week)), default=0)
        if len(trainings(week)) > 1 and over(longest, share * vol(week)):
            yield f"week {week['number']}: {longest} of {vol(week):.1f} km in one run, over {share}"


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


@invariant("P15")
def p15(request: dict, answer: dict) -> Iterator[str]:
    """Easy is slower than marathon, threshold and interval pace, in this order."""
    index, pace = answer["fitness_index"], answer["paces_s_per_km"]
    if pace and (index is None or 20 <= index <= 85):
        order = [*reversed(pace["easy"]), pace["marathon"], pace["threshold"], pace["interval"]]
        if any(slower <= faster for slower, faster in pairwise(order)):
            yield f"the paces: {order} s/km at an index of {index}"


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
