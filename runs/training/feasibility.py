"""Whether a goal can be reached safely, said before a plan is active: ok, ambitious or unsafe, why, and what else."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby, pairwise

from runs.training import days, limits, pace, plan
from runs.training.request import FURTHEST, RaceDay, Request

RACE_NAMES = {"5k": "5K", "10k": "10K", "half_marathon": "half marathon", "marathon": "marathon"}
# The fitness index that a goal time may ask of a level that names no race.
MOST_INDEX = {"new": 35.0, "beginner": 42.0, "intermediate": 52.0, "advanced": 66.0}
# Any healthy person who trains at all may run so far.
ALWAYS_KM = 3.0
MOST_WITHOUT_A_FALL = 4
# Less than this a week cannot be shared out among runs.
LEAST_WEEKLY_KM = 2.5
ULTRA_KM = 50.0
SHORTER_KM = (pace.HALF_KM, 10.0, 5.0, ALWAYS_KM, 2.0)


@dataclass(frozen=True)
class Option:
    """Another goal, one tap away. `request` is the whole request with it."""

    kind: str  # later_date, shorter_race, realistic_time
    request: Request
    text: str


@dataclass(frozen=True)
class Feasibility:
    verdict: str  # ok, ambitious, unsafe
    reasons: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()


def judge(request: Request, made: plan.Plan | None = None, *, units: str = "km") -> Feasibility:
    """The verdict on a request; `made` is its plan where there is one already. Words name distances in `units`."""
    made = made or plan.build(request)
    words, race = _Words(request, made, units), request.race_day
    if race and _reach(request, made) == "not":
        options = (*_later(request, race, units), *_shorter(request, race, units))
        return Feasibility("unsafe", (words.out_of_reach(race),), options)
    reasons = tuple(words.ambitions())
    options = (*(_later(request, race, units) if race and made.is_steep else ()), *_realistic_time(request))
    return Feasibility("ambitious" if reasons else "ok", reasons or tuple(words.notes()), options)


def race_name(request: Request, *, units: str = "km") -> str:
    """ "half marathon" or "25.5 km"."""
    if request.race:
        return RACE_NAMES[request.race]
    return f"{_in_units(request.race_km or 0.0, units):.1f}".removesuffix(".0") + f" {units}"


def _reach(request: Request, made: plan.Plan) -> str:
    """How the plan gets the long run where the race wants it: gently, steeply or not."""
    race = request.race_day
    if race is None:
        return "gently"
    least = limits.least_long_km(race.distance_km)
    peak = _longest_km(request, made)
    if race.distance_km > ALWAYS_KM and peak + limits.tolerance_km(least) < least:
        return "not"
    return "steeply" if made.is_steep else "gently"


def _longest_km(request: Request, made: plan.Plan) -> float:
    """The longest run on the way to the race: planned, or run in the last thirty days."""
    return max((request.longest_recent_km or 0.0, *(week.longest_km for week in made.weeks)))


def _later(request: Request, race: RaceDay, units: str) -> Iterator[Option]:
    """The first date, whole weeks later, to which the long run can grow gently; by bisection."""
    most = (request.today + FURTHEST - race.on).days // 7
    if most < 1:
        return
    soonest = most
    for kind in ("gently", "steeply"):
        low, high = 0, most
        if not _reaches(request, race, high, kind):
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if _reaches(request, race, middle, kind) else (middle, high)
        soonest = high
        break
    on = race.on + timedelta(weeks=soonest)
    moved = replace(request, goal_date=on, insist=False)
    yield Option("later_date", moved, f"Keep the {race_name(request, units=units)} and move it to {_day(on)}")


def _reaches(request: Request, race: RaceDay, weeks: int, kind: str) -> bool:
    moved = replace(request, goal_date=race.on + timedelta(weeks=weeks))
    return _reach(moved, plan.build(moved)) in ("gently", kind)


def _shorter(request: Request, race: RaceDay, units: str) -> Iterator[Option]:
    """The longest standard race that the date allows, gently if there is one."""
    names = {km: race for race, km in pace.RACE_KM.items()}
    candidates = [
        replace(request, race=names.get(km), distance_km=None if km in names else km, goal_time_s=None, insist=False)
        for km in SHORTER_KM
        if km < race.distance_km - 0.1
    ]
    ways = {other: _reach(other, plan.build(other)) for other in candidates}
    fitting = [other for kind in ("gently", "steeply", "not") for other in candidates if ways[other] == kind]
    for other in fitting[:1]:
        name = f"Run {_article(race_name(other, units=units))}"
        yield Option("shorter_race", replace(other, goal_text=name), f"{name} on {_day(race.on)} instead")


def _realistic_time(request: Request) -> Iterator[Option]:
    predicted = _predicted_s(request) or _likely_s(request)
    if predicted and request.goal_time_s and request.goal_time_s < predicted:
        moved = replace(request, goal_time_s=predicted)
        yield Option("realistic_time", moved, f"Aim for {pace.clock(predicted)}")


def _likely_s(request: Request) -> int | None:
    """Without a race to go by: what the fittest of a level may hope for, to the minute."""
    if request.race_km is None or request.recent_race:
        return None
    seconds = pace.predict_s(MOST_INDEX[request.fitness_level], distance_km=request.race_km)
    return round(-(-seconds // 60) * 60)


def _predicted_s(request: Request) -> int | None:
    """The faster of two predictions of the goal's distance: by fitness index and by Riegel's formula."""
    race, km = request.recent_race, request.race_km
    if race is None or km is None or request.fitness_index is None:
        return None
    by_index = pace.predict_s(request.fitness_index, distance_km=km)
    return round(min(by_index, pace.riegel_s(race.time_s, from_km=race.distance_km, to_km=km)))


@dataclass(frozen=True)
class _Words:
    """What the coach says about a request and its plan."""

    request: Request
    made: plan.Plan
    units: str

    def out_of_reach(self, race: RaceDay) -> str:
        least = limits.least_long_km(race.distance_km)
        peak = _longest_km(self.request, self.made)
        if peak < 1:
            return f"There is no time left to train for {_article(race_name(self.request, units=self.units))}."
        return (
            f"Before {_article(race_name(self.request, units=self.units))} you want a long run of about "
            f"{_distance(least, self.units)}. From where you are now, the time until {_day(race.on)} "
            f"is enough to grow to about {_distance(peak, self.units)}, growing carefully."
        )

    def ambitions(self) -> Iterator[str]:
        if self.made.is_steep:
            yield "The time is short: your long run has to grow faster than I like. A later date would be kinder."
        yield from self._time()
        yield from self._start()
        yield from self._end()
        yield from self._week()
        if self.request.race_km and self.request.race_km > ULTRA_KM:
            yield (
                "This is far beyond a marathon, and my plan trains no further than a marathon's long runs. "
                "Talk to somebody who has run it before you go."
            )
        if not self.made.runs:
            yield "No day that you can run is left before it."

    def notes(self) -> Iterator[str]:
        """Worth a word, and nothing to worry about."""
        named = len(set(self.request.available_days))
        if 0 < named < self.request.weekly_frequency:
            yield f"You named {named} days for {self.request.weekly_frequency} runs, so I plan {named} runs a week."

    def _time(self) -> Iterator[str]:
        goal_s, km, predicted = self.request.goal_time_s, self.request.race_km, _predicted_s(self.request)
        if not goal_s or not km:
            return
        if predicted and goal_s < predicted:
            yield (
                f"Your recent race points to about {pace.clock(predicted)} for this distance. "
                f"{pace.clock(goal_s)} asks for more than that; the training paces come from what you run now."
            )
        asked = pace.fitness_index(distance_km=km, time_s=goal_s)
        if predicted is None and asked > MOST_INDEX[self.request.fitness_level]:
            yield f"{pace.clock(goal_s)} is a fast time for the level you named. A recent race would tell us more."

    def _start(self) -> Iterator[str]:
        declared = self.request.current_weekly_km or 0.0
        # A first week that had begun is only part of one.
        first = self.made.weeks[:2][-1 if self.made.has_begun else 0]
        if any(run.duration_min < 10 for run in self.made.runs if run.type != "run_walk"):
            yield "At your speed, some of the first runs take less than ten minutes."
        if not declared or self.request.weeks_before:
            return
        if declared < LEAST_WEEKLY_KM:
            yield f"{_distance(declared, self.units)} a week is hardly a start yet: these are the smallest weeks."
            return
        now, then = _distance(declared, self.units), _distance(first.distance_km, self.units)
        if first.distance_km + limits.tolerance_km(first.distance_km) < 0.7 * declared:
            if self.request.never_ran:
                yield (
                    f"A complete beginner's plan and {now} a week don't quite fit. I start with running and "
                    "walking; if you do run that much, choose the next level."
                )
            elif len(self.made.weeks) <= 2:
                yield f"There is hardly time to train before it: the first week is {then}, to arrive rested."
            else:
                yield (
                    f"You run {now} a week now. Runs that are not too long for you, as many as you asked for, make "
                    f"{then}: the first week is lighter than you are used to."
                )
        elif first.distance_km > 1.2 * declared + limits.tolerance_km(1.2 * declared):
            yield f"You run {now} a week now. Less than {then} makes no week of runs, so we start there."

    def _end(self) -> Iterator[str]:
        """The last longest run needs its days before the race."""
        race = self.request.race_day
        if race is None or self.request.weeks_before:
            return
        runs = [run for run in self.made.runs if run.type != "race"]
        longest = max((run.distance_km for run in runs), default=0.0)
        last = max((run.on for run in runs if run.distance_km == longest), default=race.on)
        least, most = limits.of_race(race.distance_km).days_before
        wanted = limits.least_long_km(race.distance_km)
        if longest + limits.tolerance_km(wanted) < wanted:
            yield (
                f"The plan's longest run is {_distance(longest, self.units)}. That is little for this race; it rests "
                "on the longer ones you have in your legs."
            )
        elif not least <= (race.on - last).days <= most:
            yield "There is no room for a last long run and the rest after it before the race."
        elif all(week.phase in ("taper", "race") for week in self.made.weeks):
            yield "There is only time to arrive rested, none to build up."

    def _week(self) -> Iterator[str]:
        if self.request.never_ran and len(days.choose(self.request, apart=True)) == 1:
            yield (
                "The first weeks want a rest day between two runs, and your days lie side by side: "
                "one run a week is all they hold. Another day would help."
            )
        if len(self.made.weeks) > plan.SHORT_PLAN and self._weeks_without_a_fall() > MOST_WITHOUT_A_FALL:
            yield "Your weeks are short yet, so they stay much alike: a lighter one has little to leave out."
        if not self.request.is_beginner and any(not hard for hard in self._building()):
            yield "Your weeks are too small yet for faster running, so this plan is easy throughout."

    def _weeks_without_a_fall(self) -> int:
        """The most weeks in a row."""
        longest = since = 1
        for before, week in pairwise(self.made.weeks):
            fell = week.phase in ("taper", "race") or 0.7 <= week.distance_km / (before.distance_km or 1) <= 0.91
            since = 0 if fell else since + 1
            longest = max(longest, since)
        return longest

    def _building(self) -> Iterator[bool]:
        """For each stretch of building weeks: whether it has a hard run."""
        for phase, weeks in groupby(self.made.weeks, key=lambda week: week.phase):
            if phase == "build":
                yield any(run.is_hard for week in weeks for run in week.runs)


def _distance(km: float, units: str) -> str:
    shown = _in_units(km, units)
    return (f"{shown:.0f}" if shown >= 10 else f"{shown:.1f}".removesuffix(".0")) + f" {units}"


def _in_units(km: float, units: str) -> float:
    return km / pace.KM_PER_MILE if units == "mi" else km


def _article(name: str) -> str:
    return name if name[0].isdigit() and " " in name else f"a {name}"


def _day(on: date) -> str:
    return f"{on:%a} {on.day} {on:%B %Y}"
