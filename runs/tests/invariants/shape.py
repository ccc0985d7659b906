"""The shape of an answer: keys, types, dates, sums."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from runs.tests.invariants.words import (
    DAYS,
    EFFORT,
    HARD,
    available,
    goal_km,
    goal_on,
    invariant,
    is_new,
    is_whole,
    monday,
    monday_of,
    on,
    race_on,
    race_week,
    runs,
    today,
    vol,
)


def number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def flag(value: object) -> bool:
    return isinstance(value, bool)


def text(value: object) -> bool:
    return isinstance(value, str) and value != ""


def iso(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def record(value: object) -> bool:
    return isinstance(value, dict)


def pair(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(number, value)) and value[0] <= value[1]


def maybe(shape: Callable) -> Callable:
    return lambda value: value is None or shape(value)


def one_of(*words: str) -> Callable:
    return lambda value: value in words


def paces(value: object) -> bool:
    return not value or not list(misfit(value, PACES, "paces"))


PACES = {"easy": pair, "marathon": number, "threshold": number, "interval": number}
STEP = {
    "repeat": whole,
    "kind": one_of("run", "walk", "warmup", "cooldown", "work", "recovery"),
    "minutes": maybe(number),
    "distance_km": maybe(number),
    "pace_s_per_km": maybe(pair),
}
RUN = {
    "id": text,
    "date": iso,
    "time": maybe(text),
    "type": one_of(*EFFORT, "rest"),
    "hard": flag,
    "distance_km": number,
    "duration_min": number,
    "running_min": number,
    "steps": [STEP],
    "effort": maybe(pair),
    "why": text,
}
WEEK = {
    "number": whole,
    "starts_on": iso,
    "phase": one_of("base", "build", "peak", "taper", "race", "recovery"),
    "cutback": flag,
    "distance_km": number,
    "runs": [RUN],
}
ANSWER = {
    "feasibility": {
        "verdict": one_of("ok", "ambitious", "unsafe"),
        "reasons": [text],
        "options": [{"kind": text, "goal": record, "text": text}],
    },
    "fitness_index": maybe(number),
    "paces_s_per_km": paces,
    "weeks": [WEEK],
}


def misfit(value: object, shape: object, where: str) -> Iterator[str]:
    """Where `value` has not the keys or types of `shape`."""
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            yield f"{where}: {value!r} is no object"
            return
        yield from (f"{where}: no {key}" for key in shape if key not in value)
        for key in [key for key in shape if key in value]:
            yield from misfit(value[key], shape[key], f"{where}.{key}")
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield f"{where}: {value!r} is no list"
            return
        for place, item in enumerate(value):
            yield from misfit(item, shape[0], f"{where}[{place}]")
    elif not shape(value):
        yield f"{where}: {value!r}"


@invariant("shape of feasibility")
def feasibility(request: dict, answer: dict) -> Iterator[str]:
    """`unsafe` gives no weeks unless insisted on, and names a later date and a shorter distance."""
    verdict, options = answer["feasibility"]["verdict"], answer["feasibility"]["options"]
    if (verdict == "unsafe" and not request.get("insist")) == bool(answer["weeks"]):
        yield f"the plan: {len(answer['weeks'])} weeks, {verdict}"
    if verdict != "ok" and not answer["feasibility"]["reasons"]:
        yield f"the plan: {verdict} without a reason"
    if verdict != "unsafe":
        return
    asked_km, asked_on = goal_km(request["goal"]), request["goal"].get("date")
    if not (asked_km and asked_on):
        yield "the plan: unsafe without a race or a date"
        return
    if not any((option["goal"].get("date") or "") > asked_on for option in options):
        yield "the plan: no later date offered"
    if not any((goal_km(option["goal"]) or asked_km) < asked_km for option in options):
        yield "the plan: no shorter distance offered"


@invariant("shape of weeks")
def calendar(request: dict, answer: dict) -> Iterator[str]:
    """Mondays in a row from this week or the next, through the goal's week (else as many as asked, or eight)."""
    weeks, goal = answer["weeks"], goal_on(request)
    if not weeks:
        return
    first = monday(weeks[0])
    this_week, next_week = monday_of(today(request)), monday_of(today(request) + timedelta(days=6))
    if first not in (this_week, next_week):
        yield f"week 1: starts on {first} when today is {today(request)}"
    for place, week in enumerate(weeks):
        if week["number"] != place + 1:
            yield f"week {week['number']}: stands at place {place + 1}"
        if monday(week) != first + timedelta(weeks=place):
            yield f"week {week['number']}: starts on {week['starts_on']}"
    wanted = (monday_of(goal) - first).days // 7 + 1 if goal else request.get("weeks") or 8
    tail = weeks[wanted:]
    if len(weeks) < wanted or any(week["phase"] != "recovery" or not race_on(request) for week in tail):
        yield f"the plan: {len(weeks)} weeks, not {wanted}"


@invariant("shape of runs")
def bookkeeping(request: dict, answer: dict) -> Iterator[str]:
    """Ids are unique, dates lie in their week and not before today, sums, efforts and hard flags are right."""
    ids = Counter(run["id"] for week in answer["weeks"] for run in week["runs"])
    yield from (f"the plan: id {one} {times} times" for one, times in ids.items() if times > 1)
    for place, week in enumerate(answer["weeks"]):
        where = f"week {week['number']}:"
        if abs(week["distance_km"] - vol(week)) > 0.11:
            yield f"{where} {week['distance_km']} km, but the runs sum to {vol(week):.2f}"
        if (
            not runs(week)
            and is_whole(request, week)
            and place != race_week(request, answer)
            and has_a_day(request, week)
            and (week["phase"] != "recovery")
        ):
            yield f"{where} no run at all"
        for run in week["runs"]:
            yield from (f"{where} {run['id']} {fault}" for fault in run_faults(request, week, run))


def has_a_day(request: dict, week: dict) -> bool:
    """Is one of the week's days, up to the goal's, an available one? Who never ran may need all of it to rest."""
    if is_new(request):
        return False
    days = [monday(week) + timedelta(ahead) for ahead in range(7)]
    return any(DAYS[day.weekday()] in available(request) for day in days if day <= (goal_on(request) or day))


def run_faults(request: dict, week: dict, run: dict) -> Iterator[str]:
    if monday_of(on(run)) != monday(week):
        yield f"is on {run['date']}"
    if on(run) < today(request):
        yield f"is on {run['date']}, before today"
    if run["hard"] != (run["type"] in HARD):
        yield f"{run['type']} has hard {run['hard']}"
    if run["type"] == "rest":
        return
    if run["effort"] != EFFORT[run["type"]]:
        yield f"{run['type']} has an effort of {run['effort']}"
    if request.get("start_time") and run["type"] != "race" and run["time"] != request["start_time"]:
        yield f"is at {run['time']}"
    if run["running_min"] > run["duration_min"]:
        yield f"runs {run['running_min']} of {run['duration_min']} min"
    if not run["steps"]:
        yield "has no steps"
    for step in run["steps"]:
        if step["repeat"] < 1 or (step["minutes"] is None and step["distance_km"] is None):
            yield f"has a step without a length: {step}"
        if not request.get("recent_race") and step["pace_s_per_km"]:
            yield "has a pace, but there is no recent race to take it from"
