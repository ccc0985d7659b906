"""An independent judge of what the rules make of a plan: whether what lies ahead keeps the limits of every plan.

Written from the limits' words (docs/plan-limits.md), not from the code that keeps them; only their numbers are shared.
What is behind is a fact. A run is broken only while it can still be changed: pending, not paused, today or later.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from math import isfinite

from runs.training import limits
from runs.training.history import History, Run
from runs.training.request import WEEKDAYS

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
LEAST_KM, LEAST_MIN = 1.0, 10
# Two stretches of running and walking between two walks of five minutes.
LEAST_WALKED_MIN = 14
# The first run of who has run nothing for a month.
FIRST_KM, FIRST_MIN = 3.0, 30.0
EVE_KM = 3.0
AWAY_DAYS, EASY_WHEN_BACK = 4, 7
# A run that fell out may go to another day for so long.
MOVES_WITHIN = timedelta(hours=72)


def broken(history: History, *, today: date) -> list[str]:
    """Each broken limit, as in "P2 2026-03-08: 9.0 km after a longest of 6.0 (at most 7.8)"; none when all hold."""
    schedule = _Schedule(history, today)
    return [f"{name} {fault}" for name, check in CHECKS for fault in check(schedule)]


def past_changed(before: History, after: History, *, today: date) -> list[str]:
    """What was changed of the past, of runs done, of what was told, or of the race; nothing may be.

    A run that fell out in the last 72 hours may go to a day ahead, and an adjustment may be undone.
    """
    faults = [_retouched(run, after.by_id.get(run.id), today) for run in before.runs]
    known = before.by_id
    faults += [f"{run.id} of {run.on} is new" for run in after.runs if run.on < today and run.id not in known]
    for name in ("sessions", "skips", "pauses"):
        if getattr(before, name) != getattr(after, name):
            faults.append(f"{name} are not as they were told")
    return [f"P17 {fault}" for fault in faults if fault]


def _retouched(run: Run, now: Run | None, today: date) -> str:
    """What was wrongly done to one run."""
    if now is run or run == now or not (run.is_race or run.status == "completed" or run.on < today):
        return ""
    if now is None:
        return f"{run.id} of {run.on} ({run.type}, {run.status}) is gone"
    fell_out = run.status in ("missed", "skipped") and run.on >= today - MOVES_WITHIN and not run.is_race
    if fell_out and now.on >= today and now.status == "rescheduled":
        return ""
    changed = [field.name for field in fields(run) if getattr(run, field.name) != getattr(now, field.name)]
    return f"{run.id} of {run.on} ({run.type}, {run.status}): {', '.join(changed)} changed"


class _Schedule:
    """A history as the limits speak of it. Km by run and by week, what stands and what lies ahead."""

    def __init__(self, history: History, today: date) -> None:
        self.history, self.asked, self.today = history, history.asked, today
        self.standing = sorted((run for run in history.runs if self._stands(run)), key=lambda run: (run.on, run.id))
        self.km = {run.id: self._counted_km(run) for run in self.standing}
        self.ahead = [run for run in self.standing if run.status != "completed" and run.on >= today]
        self.ids_ahead = {run.id for run in self.ahead}
        self.began_on = history.began_on
        self.weeks: dict[date, list[Run]] = defaultdict(list)
        for run in self.standing:
            self.weeks[_monday(run.on)].append(run)
        self.mondays_ahead = sorted({_monday(run.on) for run in self.ahead})

    def _stands(self, run: Run) -> bool:
        if run.status == "completed":
            return True
        return run.status in ("scheduled", "rescheduled") and not self._is_away(run.on)

    def _is_away(self, on: date) -> bool:
        return any(one.starts_on <= on <= (one.ends_on or date.max) for one in self.history.pauses)

    def _counted_km(self, run: Run) -> float:
        told = self.history.of_run.get(run.id) if run.status == "completed" else None
        return run.distance_km if told is None or told.distance_km is None else told.distance_km

    def week_km(self, monday: date) -> float:
        return sum(self.km[run.id] for run in self.weeks.get(monday, ()) if run.type != "race")

    @property
    def declared_longest_km(self) -> float:
        share = limits.MOST_SHARE[self.asked.weekly_frequency]
        return self.asked.longest_recent_km or share * (self.asked.current_weekly_km or 0.0)

    def longest_before(self, on: date) -> float:
        """The longest of the thirty days before, done or planned; what was declared counts as run when it began."""
        first = on - limits.LONGEST_WITHIN
        near = self._lengths[bisect_left(self._days, first) : bisect_left(self._days, on)]
        if self.began_on and first <= self.began_on:
            near.append(self.declared_longest_km)
        return max(near, default=0.0)

    @cached_property
    def _days(self) -> list[date]:
        return [run.on for run in self.standing]

    @cached_property
    def _lengths(self) -> list[float]:
        """Km; a race that is still to be run makes nobody fit for its distance."""
        return [0.0 if run.type == "race" and run.status != "completed" else self.km[run.id] for run in self.standing]

    def greatest_before(self, monday: date) -> float:
        """The greatest of the four weeks before; those before the plan were as declared."""
        mondays = [monday - back * WEEK for back in range(1, limits.WEEKS_HELD_AGAINST + 1)]
        greatest = max(self.week_km(one) for one in mondays)
        if self.began_on and mondays[-1] < _monday(self.began_on):
            greatest = max(greatest, self.asked.current_weekly_km or 0.0)
        return greatest

    def hard(self) -> list[Run]:
        return [run for run in self.standing if run.is_hard]

    def is_ahead(self, run: Run) -> bool:
        return run.id in self.ids_ahead


Check = Callable[[_Schedule], Iterator[str]]


def _weeks_grow_slowly(schedule: _Schedule) -> Iterator[str]:
    """P1. What is over the limit counts as far as runs ahead could still give way."""
    for monday in schedule.mondays_ahead:
        reference = schedule.greatest_before(monday)
        if not reference:
            continue
        km, most = schedule.week_km(monday), limits.most_week_km(reference)
        runs = [run for run in schedule.weeks[monday] if schedule.is_ahead(run) and run.type != "race"]
        could_give = sum(max(0.0, run.distance_km - _least_km(run)) for run in runs)
        if min(km - most, could_give) > _slack(most):
            yield f"week of {monday}: {km:.1f} km after a greatest of {reference:.1f} (at most {most:.1f})"


def _runs_grow_slowly(schedule: _Schedule) -> Iterator[str]:
    """P2."""
    for run in schedule.ahead:
        if run.type == "race":
            continue
        longest = schedule.longest_before(run.on)
        most = limits.most_run_km(longest) if longest else max(FIRST_KM, FIRST_MIN * _km_per_min(run))
        if run.distance_km > max(most, _least_km(run)) + _slack(most):
            yield f"{run.on}: {run.distance_km:.1f} km {run.type} after a longest of {longest:.1f} (at most {most:.1f})"


def _hard_days_keep_apart(schedule: _Schedule) -> Iterator[str]:
    """P8."""
    apart = limits.hard_days_apart(schedule.asked.age)
    for one, other in pairwise(schedule.hard()):
        can_change = any(schedule.is_ahead(run) and run.type != "race" for run in (one, other))
        if can_change and (other.on - one.on).days < apart:
            yield f"{one.type} on {one.on}, {other.type} on {other.on}"


def _few_hard_runs(schedule: _Schedule) -> Iterator[str]:
    """P9: so many a week. The race is one of them."""
    for monday in schedule.mondays_ahead:
        runs = schedule.weeks[monday]
        hard = [run for run in runs if run.is_hard]
        few = schedule.asked.is_beginner or schedule.asked.weekly_frequency <= 3 or len(runs) <= 3
        can_change = any(schedule.is_ahead(run) and run.type != "race" for run in hard)
        if can_change and len(hard) > (1 if few else 2):
            yield f"week of {monday}: {len(hard)} hard of {len(runs)} runs ({', '.join(run.type for run in hard)})"


def _easy_days(schedule: _Schedule) -> Iterator[str]:
    """P9: days on which nothing is hard."""
    spans = list(_easy_spans(schedule))
    for run in schedule.ahead:
        if run.is_hard and run.type != "race":
            yield from (f"{run.on}: {run.type} {why}" for first, last, why in spans if first <= run.on <= last)


def _easy_spans(schedule: _Schedule) -> Iterator[tuple[date, date, str]]:
    """First and last day, and why."""
    for told in schedule.history.sessions:
        if told.pain:
            yield told.on, told.on + limits.EASY_AFTER_PAIN, f"within 14 days of pain on {told.on}"
    for pause in schedule.history.pauses:
        if pause.ends_on and (pause.ends_on - pause.starts_on).days + 1 >= AWAY_DAYS:
            yield pause.ends_on + DAY, pause.ends_on + EASY_WHEN_BACK * DAY, f"in the week back from {pause.kind}"
    if race_on := _race_on(schedule):
        yield race_on - limits.EASY_BEFORE_RACE, race_on - DAY, f"before the race on {race_on}"
    if schedule.asked.is_beginner and schedule.began_on:
        monday = _monday(schedule.began_on)
        yield monday, monday + 2 * WEEK - DAY, "in a beginner's first two weeks"


def _on_their_days(schedule: _Schedule) -> Iterator[str]:
    """P11. A run that the runner moved, and one beside the plan, is where they want it."""
    names = schedule.asked.available_days or WEEKDAYS
    for run in schedule.ahead:
        is_ours = run.status == "scheduled" and not run.off_plan and run.type != "race"
        if is_ours and WEEKDAYS[run.on.weekday()] not in names:
            yield f"{run.on}: a run on {run.on:%A}"


def _as_many_as_chosen(schedule: _Schedule) -> Iterator[str]:
    """P11. Two on one day are nobody's wish."""
    for monday in schedule.mondays_ahead:
        runs = [run for run in schedule.weeks[monday] if not run.off_plan]
        kept = [run for run in runs if run.status != "rescheduled"]
        counts = Counter(run.on for run in runs)
        if any(schedule.is_ahead(run) for run in kept) and len(kept) > schedule.asked.weekly_frequency:
            yield f"week of {monday}: {len(kept)} runs, {schedule.asked.weekly_frequency} were asked for"
        if len(counts) > 6:
            yield f"week of {monday}: no rest day"
        taken = {run.on for run in runs if schedule.is_ahead(run) and counts[run.on] > 1}
        yield from (f"{on}: {counts[on]} runs on one day" for on in sorted(taken))


def _race_stands(schedule: _Schedule) -> Iterator[str]:
    """P13."""
    day = schedule.asked.race_day
    if day is None or day.on < schedule.today:
        return
    races = [run for run in schedule.history.runs if run.type == "race"]
    if [run.on for run in races] != [day.on]:
        yield f"races on {', '.join(str(run.on) for run in races) or 'no day'}, not on {day.on}"
    elif abs(races[0].distance_km - day.distance_km) > 0.1:
        yield f"{day.on}: a race of {races[0].distance_km} km, not {day.distance_km}"
    for run in schedule.ahead:
        if run.type == "race":
            continue
        if run.on >= day.on and run.type != "recovery":
            yield f"{run.on}: {run.type} after the race"
        if run.on == day.on - DAY and (run.is_hard or run.distance_km > EVE_KM + _slack(EVE_KM)):
            yield f"{run.on}: {run.type} of {run.distance_km:.1f} km the day before the race"


def _numbers_are_sound(schedule: _Schedule) -> Iterator[str]:
    """P16. Short sessions of running and walking are meant."""
    for run in schedule.history.runs:
        values = (run.distance_km, run.planned_km, run.duration_min, run.running_min)
        if not all(isfinite(value) and value >= 0 for value in values):
            yield f"{run.on}: {run.type} of {run.distance_km} km, {run.duration_min} min"
    for run in schedule.ahead:
        too_short = run.distance_km < LEAST_KM or run.duration_min < LEAST_MIN
        if too_short and run.type not in ("run_walk", "race"):
            yield f"{run.on}: {run.type} of {run.distance_km:.2f} km, {run.duration_min} min"
        if run.type == "rest":
            yield f"{run.on}: a rest that is {run.status}"


CHECKS: tuple[tuple[str, Check], ...] = (
    ("P1", _weeks_grow_slowly),
    ("P2", _runs_grow_slowly),
    ("P8", _hard_days_keep_apart),
    ("P9", _few_hard_runs),
    ("P9", _easy_days),
    ("P11", _on_their_days),
    ("P11", _as_many_as_chosen),
    ("P13", _race_stands),
    ("P16", _numbers_are_sound),
)


def _race_on(schedule: _Schedule) -> date | None:
    return max((run.on for run in schedule.history.runs if run.type == "race"), default=None)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _km_per_min(run: Run) -> float:
    return run.distance_km / run.duration_min if run.duration_min else 0.0


def _least_km(run: Run) -> float:
    """No run is shorter, whatever the other limits would want: 1 km, and what ten minutes come to."""
    return max(LEAST_KM, (LEAST_WALKED_MIN if run.type == "run_walk" else LEAST_MIN) * _km_per_min(run))


def _slack(limit_km: float) -> float:
    return limits.tolerance_km(limit_km) + 1e-6
