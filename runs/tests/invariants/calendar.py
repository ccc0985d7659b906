"""A plan somebody lives with: P1, P2, P8, P9, P11, P13, P16, P17 of docs/plan-limits.md, after whatever happened.

A life is a request of `manage.py adapt` as JSON, with the runs of its answer. What was done counts as it was done,
what was not run counts nothing. Only what lies ahead can break a limit: runs to come, outside of pauses. Where a
runner moved a run by their own wish ("moved": run ids), P11 is theirs.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations
from math import isfinite

from runs.tests.invariants.words import (
    DAYS,
    HARD,
    available,
    declared_longest_km,
    declared_weekly_km,
    goal_km,
    monday_of,
    on,
    over,
    race_on,
)

PENDING = {"scheduled", "rescheduled"}
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
# Days without hard running: before the race, after pain, back from a pause; and a pause so long has a way back.
BEFORE_RACE, AFTER_PAIN, BACK, AWAY = 3, 14, 7, 4

Check = Callable[["Life"], Iterator[str]]
CHECKS: dict[str, Check] = {}


def broken(life: dict) -> list[str]:
    """Each broken limit, as in "P8 tempo on 2026-03-04, hills on 2026-03-05". Nobody runs while a red flag stands."""
    told = Life(life)
    return [] if told.is_suspended else [f"{name} {fault}" for name, check in CHECKS.items() for fault in check(told)]


def rewritten(before: dict, after: dict) -> list[str]:
    """P17: runs of the past, and those done, that are not what they were. A run told as not run may go to a later day,
    once, by the rule about obstacles."""
    now = {run["id"]: run for run in after["runs"]}
    made = after["adjustments"][len(before["adjustments"]) :]
    moved = {run_id for one in made if one["rule"] == "obstacle" for run_id in one["evidence"]}
    past = [run for run in before["runs"] if run["date"] < before["today"] or run["status"] == "completed"]
    return [f"P17 {run['date']} {run['id']}" for run in past if now.get(run["id"]) != run and run["id"] not in moved]


class Life:
    """What a request and the runs of its answer say."""

    def __init__(self, life: dict) -> None:
        self.asked = {**life["profile"], "goal": life["goal"], "today": life["today"]}
        self.today = date.fromisoformat(life["today"])
        self.all = life["runs"]
        self.told = {session["run_id"]: session for session in life["sessions"]}
        self.pauses = [(day(pause["from"]), pause["to"] and day(pause["to"])) for pause in life["pauses"]]
        self.moved = set(life.get("moved", ()))
        self.runs = sorted((run for run in self.all if self.is_done(run) or self.is_ahead(run)), key=self.day)
        self.ahead = [run for run in self.runs if self.is_ahead(run) and run["type"] != "race"]
        self.stands = [(self.day(run), self.km(run), run) for run in self.runs]
        made = life["adjustments"]
        earlier = [change["before"] for one in made for change in one["changes"] if change["before"]]
        self.began = min([day(run["date"]) for run in [*self.all, *earlier]], default=self.today)
        self.is_suspended = any(
            one["rule"] == "red_flag" and not one.get("cleared") and not one.get("undone") for one in made
        )

    def is_done(self, run: dict) -> bool:
        return run["status"] == "completed"

    def is_ahead(self, run: dict) -> bool:
        return run["status"] in PENDING and on(run) >= self.today and not self.is_paused(on(run))

    def is_paused(self, when: date) -> bool:
        return any(first <= when and (last is None or when <= last) for first, last in self.pauses)

    def day(self, run: dict) -> date:
        """The day it was run, else that for which it is planned."""
        return day(self.told[run["id"]]["completed_on"]) if self.is_done(run) and run["id"] in self.told else on(run)

    def km(self, run: dict) -> float:
        """As told, else as planned; a race is no training."""
        if not self.is_done(run):
            return 0.0 if run["type"] == "race" else run["distance_km"]
        told = self.told.get(run["id"], {}).get("distance_km")
        return run["distance_km"] if told is None else told

    def week(self, monday: date) -> list[dict]:
        """The runs planned for a week: one done a day late, over the seam, is still a run of its own week."""
        return [run for run in self.runs if monday <= on(run) < monday + WEEK]

    def vol(self, monday: date) -> float:
        return sum(self.km(run) for run in self.week(monday) if run["type"] != "race")

    def ref4(self, monday: date) -> float:
        before = [self.vol(monday - back * WEEK) for back in range(1, 5)]
        return max(*before, declared_weekly_km(self.asked) if monday < monday_of(self.began) + 4 * WEEK else 0.0)

    def l30(self, when: date) -> float:
        first = when - timedelta(days=30)
        declared = declared_longest_km(self.asked) if first <= self.began else 0.0
        return max([declared, *(km for day, km, _ in self.stands if first <= day < when)])

    @property
    def mondays(self) -> list[date]:
        """Of the weeks in which something lies ahead."""
        return sorted({monday_of(on(run)) for run in self.ahead})

    @property
    def is_beginner(self) -> bool:
        return self.asked["fitness_level"] in {"new", "beginner"}


def day(text: str) -> date:
    return date.fromisoformat(text)


def check(name: str) -> Callable[[Check], Check]:
    def register(one: Check) -> Check:
        CHECKS[name] = one
        return one

    return register


@check("P1")
def p1(life: Life) -> Iterator[str]:
    """A week, with what was done of it, is at most 1.25 ref4 or ref4 + 5 km; with nothing to refer to there is no limit
    here."""
    for monday in life.mondays:
        reference, km = life.ref4(monday), life.vol(monday)
        if reference and over(km, max(1.25 * reference, reference + 5)):
            yield f"week of {monday}: {km:.1f} km after a greatest of {reference:.1f}"


@check("P2")
def p2(life: Life) -> Iterator[str]:
    """A run is at most min(max(1.30 L30, L30 + 1.6 km), L30 + 3.2 km); after nothing, 3 km or 30 min."""
    for run in life.ahead:
        longest, km = life.l30(on(run)), run["distance_km"]
        if not longest and over(km, 3) and run["duration_min"] > 30:
            yield f"{run['date']}: {km} km and {run['duration_min']} min as a first run"
        if longest and over(km, min(max(1.3 * longest, longest + 1.6), longest + 3.2)):
            yield f"{run['date']}: {km:.1f} km after a longest of {longest:.1f}"


@check("P8")
def p8(life: Life) -> Iterator[str]:
    """A day between hard days, over 60 years two, from what was run to what comes as well."""
    apart = 3 if (life.asked.get("age") or 0) > 60 else 2
    hard = [(when, run) for when, _, run in life.stands if run["type"] in HARD]
    for (first, before), (second, after) in combinations(hard, 2):
        is_near = (second - first).days < apart
        if is_near and any(run["type"] != "race" and life.is_ahead(run) for run in (before, after)):
            yield f"{before['type']} on {first}, {after['type']} on {second}"


@check("P9")
def p9(life: Life) -> Iterator[str]:
    """One hard session a week (two from 4 runs on, beginners apart); none in a beginner's first two weeks, the last 3
    days before the race, the 14 days after pain, the 7 days back from a pause of 4 days or more."""
    hard = [run for run in life.ahead if run["type"] in HARD]
    for monday in sorted({monday_of(on(run)) for run in hard}):
        count = sum(run["type"] in HARD for run in life.week(monday))
        if count > hard_allowed(life, monday):
            yield f"week of {monday}: {count} hard sessions"
    for run in hard:
        for why in soft_days(life, on(run)):
            yield f"{run['type']} on {run['date']}, {why}"


def hard_allowed(life: Life, monday: date) -> int:
    """By the runs the week was to have: one that was missed or skipped made it no other week."""
    of_week = [run for run in life.all if monday_of(on(run)) == monday and run["status"] != "rest"]
    return 1 if life.is_beginner or life.asked["weekly_frequency"] <= 3 or len(of_week) <= 3 else 2


def soft_days(life: Life, when: date) -> Iterator[str]:
    race = race_on(life.asked)
    if life.is_beginner and when < monday_of(life.began) + 2 * WEEK:
        yield "in a beginner's first two weeks"
    if race and 0 < (race - when).days <= BEFORE_RACE:
        yield f"{(race - when).days} days before the race"
    for session in life.told.values():
        if session["pain"] and 0 <= (when - day(session["completed_on"])).days <= AFTER_PAIN:
            yield f"{(when - day(session['completed_on'])).days} days after pain"
    for first, last in life.pauses:
        if last and (last - first).days + 1 >= AWAY and 0 < (when - last).days <= BACK:
            yield f"{(when - last).days} days after a pause to {last}"


@check("P11")
def p11(life: Life) -> Iterator[str]:
    """No more runs than chosen, on available days, one a day, six days at most, the long run on its day; but for the
    runs that the runner moved."""
    for monday in life.mondays:
        week = [run for run in life.all if monday_of(on(run)) == monday and (life.is_done(run) or life.is_ahead(run))]
        planned = [run for run in week if run["id"] not in life.moved]
        if len(planned) > life.asked["weekly_frequency"]:
            yield f"week of {monday}: {len(planned)} runs, not {life.asked['weekly_frequency']}"
        if len({run["date"] for run in week}) < len(week) or len(week) > 6:
            yield f"week of {monday}: {len(week)} runs on {len({run['date'] for run in week})} days"
    for run in [run for run in life.ahead if run["id"] not in life.moved]:
        name = DAYS[on(run).weekday()]
        if name not in available(life.asked):
            yield f"{run['date']}: a run on {name}"
        if run["type"] == "long" and life.asked.get("long_run_day") not in (None, name):
            yield f"{run['date']}: the long run on {name}, not {life.asked['long_run_day']}"


@check("P13")
def p13(life: Life) -> Iterator[str]:
    """The race is on its date, once, at its distance; only recovery follows; the day before is rest or 3 km easy at
    most."""
    when, races = race_on(life.asked), [run for run in life.all if run["type"] == "race"]
    if [on(run) for run in races] != ([when] if when else []):
        yield f"races on {[run['date'] for run in races]}, not on {when}"
        return
    if when and abs(races[0]["distance_km"] - goal_km(life.asked["goal"])) > 0.1:
        yield f"a race of {races[0]['distance_km']} km"
    for run in life.ahead if when else ():
        if on(run) >= when and run["type"] != "recovery":
            yield f"{run['type']} on {run['date']}, after the race"
        is_short_and_easy = run["type"] in {"easy", "recovery", "run_walk"} and not over(run["distance_km"], 3)
        if on(run) == when - DAY and not is_short_and_easy:
            yield f"{run['type']} of {run['distance_km']} km the day before the race"


@check("P16")
def p16(life: Life) -> Iterator[str]:
    """No run ahead under 1 km or 10 min but run/walks, no NaN, nothing negative, and the long run is the longest of
    what is left of its week. Where the runner put another beside it, that is theirs; where the week is down to the
    shortest runs there are, none can be shorter than another."""
    for run in life.ahead:
        km, minutes = run["distance_km"], run["duration_min"]
        if not all(isfinite(number) and number >= 0 for number in (km, minutes, run["running_min"])):
            yield f"{run['date']}: {km} km, {minutes} min"
        if run["type"] != "run_walk" and (km < 1 or minutes < 10):
            yield f"{run['date']}: {run['type']} of {km} km, {minutes} min"
    for monday in life.mondays:
        week = [run for run in life.ahead if monday_of(on(run)) == monday]
        longest = max((run for run in week if run["type"] == "long"), key=lambda run: run["distance_km"], default=None)
        for run in week if longest else ():
            is_rival = run is not longest and run["distance_km"] >= longest["distance_km"]
            is_theirs = run["id"] in life.moved or (run["type"] == "long" and longest["id"] in life.moved)
            if is_rival and not is_theirs and not is_shortest(run):
                yield f"{run['date']}: {run['distance_km']} km beside a long run of {longest['distance_km']}"


def is_shortest(run: dict) -> bool:
    return run["distance_km"] <= 1 or run["duration_min"] <= 11
