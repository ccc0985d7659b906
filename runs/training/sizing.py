"""From a week's kilometres to the size of each run, within every limit."""

import math
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from runs.training import limits
from runs.training.build_up import Load
from runs.training.request import Request
from runs.training.season import Week

HALF, TENTH = 0.5, 0.1
LONGER = 1.24
# No run is under ten minutes; half a minute to spare.
LEAST_MIN = 10.5
# The sizes that a week's runs are comfortable at; with less to share out, there are fewer runs.
COMFORTABLE_KM = {"new": 2.0, "beginner": 2.0, "intermediate": 3.0, "advanced": 3.0}
# A fall that counts as a lighter week, with room for whole and half kilometres.
LIGHTER = (0.72, 0.88)
# How unequal the shorter runs of a week are.
WEIGHTS = {1: (1.0,), 2: (1.0, 1.0), 3: (0.9, 1.15, 0.95), 4: (0.95, 1.15, 0.8, 1.1), 5: (1.0,) * 5}


@dataclass
class Sizer:
    """Sizes runs week after week; remembers what came before, as the limits ask. `easy_pace_s` in s/km."""

    request: Request
    easy_pace_s: float
    history: list[tuple[date, float]]
    volumes: list[float] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    longest_min: float = 0.0
    # The longest run of the thirty days before a date, this week apart.
    _behind: dict[date, float] = field(default_factory=dict)

    @property
    def least_km(self) -> float:
        return max(1.0, _up(LEAST_MIN * 60 / self.easy_pace_s))

    @property
    def unit_km(self) -> float:
        """Whole kilometres for a beginner, halves for others."""
        return 1.0 if self.request.fitness_level == "beginner" else HALF

    @property
    def next_on(self) -> date:
        """The first day after a rest day."""
        return self.history[-1][0] + timedelta(days=2) if self.history else self.request.today

    def count(self, volume_km: float, *, most: int, as_before: bool = False) -> int:
        """How many runs a week's kilometres are good for; `as_before`: as many as last week, where they can be."""
        # With a run less, a week of short runs falls by more than a lighter week should.
        if as_before and self.counts and LIGHTER[1] * self.volumes[-1] >= self.counts[-1] * self.least_km:
            return min(most, self.counts[-1])
        good = int(volume_km / COMFORTABLE_KM[self.request.fitness_level] + 0.01)
        least = 2 if volume_km >= 2 * self.least_km - 0.25 else 1
        return min(most, max(least, good))

    def week(self, week: Week, load: Load, dates: list[date], *, long_on: date | None) -> dict[date, float]:
        """Km of each date. `long_on`: the date of the long run, None where all are alike."""
        low, high = self._range(week, load)
        if long_on is None:
            # A part of a week owes nobody anything.
            low = 0.0
        sizes = self._first_guess(load, dates, long_on)
        for _ in range(3):
            before = dict(sizes)
            self._within_reach(sizes)
            self._long_is_longest(sizes, long_on)
            self._share(sizes, long_on)
            self._nudge(sizes, long_on, low, high)
            if sizes == before:
                break
        self._within_reach(sizes)
        self._long_is_longest(sizes, long_on)
        self.keep(sizes)
        return sizes

    def keep(self, sizes: dict[date, float], *, longest_min: float = 0.0) -> None:
        longest_km = max(sizes.values(), default=0.0)
        self.longest_min = longest_min or longest_km * self.easy_pace_s / 60
        self.history = [*self.history, *sorted(sizes.items())][-26:]
        self._behind.clear()
        self.counts.append(len(sizes))
        self.volumes.append(round(sum(sizes.values()), 1))

    def most_km(self, on: date, *, this_week_km: float) -> float:
        """The longest that a run on a date may be, after those before it; `this_week_km` the longest of its week."""
        if on not in self._behind:
            self._behind[on] = self._longest_before(on)
        longest = max(self._behind[on], this_week_km)
        if longest:
            most = limits.most_run_km(longest)
            return min(most, self._most_session_km) if self.request.never_ran and self.longest_min else most
        if self.request.declares_nothing:
            return max(3.0, 30 * 60 / self.easy_pace_s)
        # Whoever runs so much a week has run a good part of it at once.
        declared = self.request.current_weekly_km or 0.0
        share = limits.MOST_SHARE[self.request.weekly_frequency]
        return max(0.6 * share * declared, min(3.0, limits.most_run_km(share * declared)))

    def _longest_before(self, on: date) -> float:
        longest = limits.longest_before(on, self.history)
        # What was run is known by its day; what is declared counts as run today.
        declared = 0.0 if self.request.history else self.request.longest_recent_km or 0.0
        return max(longest, declared) if on <= self.request.today + limits.LONGEST_WITHIN else longest

    @property
    def _most_session_km(self) -> float:
        """Who never ran runs no more than a quarter longer than the week before, in minutes."""
        return LONGER * self.longest_min * 60 / self.easy_pace_s

    def _range(self, week: Week, load: Load) -> tuple[float, float]:
        """Least and most km of the week."""
        held = limits.WEEKS_HELD_AGAINST
        declared = self.request.current_weekly_km or 0.0
        reference = max([*self.volumes[-held:], *([declared] if len(self.volumes) < held else [])], default=0.0)
        low, high = 0.0, limits.most_week_km(reference) if reference else math.inf
        if not self.volumes and declared and not self.request.weeks_before and not week.taper:
            low, high = 0.72 * declared, min(high, 1.18 * declared)
        if week.cutback and self.volumes:
            low, high = LIGHTER[0] * self.volumes[-1], min(high, LIGHTER[1] * self.volumes[-1])
        if week.taper:
            peak = max(self.volumes, default=declared or load.volume_km)
            high = min(high, week.taper[0] * peak)
        return low, high

    def _first_guess(self, load: Load, dates: list[date], long_on: date | None) -> dict[date, float]:
        others = [on for on in dates if on != long_on]
        total = max(self._rounded(load.volume_km), self.least_km)
        long = self._rounded(load.long_km) if long_on else 0.0
        if long_on and not others:
            return {long_on: max(long, total)}
        weights = WEIGHTS[len(others)] if self.unit_km == HALF else (1.0,) * len(others)
        each = (total - long) / sum(weights[: len(others)])
        if long_on is None:
            each = min(each, max(self.least_km, load.long_km))
        guess = {
            on: max(self.least_km, self._rounded(each * weight)) for on, weight in zip(others, weights, strict=False)
        }
        if long_on:
            guess[long_on] = max(long, self.least_km)
        return {on: guess[on] for on in dates}

    def _within_reach(self, sizes: dict[date, float]) -> None:
        longest = 0.0
        for on in sorted(sizes):
            most = self.most_km(on, this_week_km=longest)
            if sizes[on] > most + 1e-9:
                sizes[on] = max(1.0, _down(most))
            longest = max(longest, sizes[on])

    def _long_is_longest(self, sizes: dict[date, float], long_on: date | None) -> None:
        if long_on is None:
            # Before a race no run is longer than the one before it.
            for before, after in pairwise(sorted(sizes)):
                sizes[after] = min(sizes[after], sizes[before])
            return
        long = sizes[long_on]
        for on, km in sizes.items():
            if on != long_on and km >= long:
                sizes[on] = long - HALF if long - HALF >= self.least_km else max(1.0, round(long - TENTH, 1))

    def _share(self, sizes: dict[date, float], long_on: date | None) -> None:
        """The long run is no more than its share of the week."""
        if long_on is None or len(sizes) < 2:
            return
        share = limits.MOST_SHARE[self.request.weekly_frequency]
        shortest = max(km for on, km in sizes.items() if on != long_on)
        while sizes[long_on] > share * sum(sizes.values()) + 1e-9 and sizes[long_on] - HALF > shortest:
            sizes[long_on] -= HALF

    def _nudge(self, sizes: dict[date, float], long_on: date | None, low: float, high: float) -> None:
        """Half a kilometre at a time until the week is neither too much nor too little."""
        while sum(sizes.values()) > high + 1e-9:
            on = self._to_shorten(sizes, long_on)
            if on:
                sizes[on] = max(self.least_km, sizes[on] - HALF)
            elif not self._trim(sizes, long_on):
                return
        top = sizes[long_on] if long_on else math.inf
        while sum(sizes.values()) < low - 1e-9:
            room = [on for on in sizes if on != long_on and sizes[on] + HALF < top]
            room = [on for on in room if sizes[on] + HALF <= self._most_now(on, sizes)]
            if room:
                on = min(room, key=lambda on: (sizes[on], on))
            elif long_on and self._long_may_grow(sizes, long_on):
                on, top = long_on, top + HALF
            else:
                return
            sizes[on] += HALF

    def _to_shorten(self, sizes: dict[date, float], long_on: date | None) -> date | None:
        """The longest of the others, or the long run where it would outgrow its share; None when all are at their
        least."""
        others = [on for on in sizes if on != long_on and sizes[on] > self.least_km]
        if long_on and sizes[long_on] > self.least_km:
            share = limits.MOST_SHARE[self.request.weekly_frequency]
            longest = max((km for on, km in sizes.items() if on != long_on), default=0.0)
            outgrown = len(sizes) > 1 and sizes[long_on] > share * (sum(sizes.values()) - HALF)
            if not others or (outgrown and sizes[long_on] - HALF > longest):
                return long_on
        return max(others, key=lambda on: (sizes[on], on)) if others else None

    def _trim(self, sizes: dict[date, float], long_on: date | None) -> bool:
        """Small weeks fall by hundreds of metres, and then by a run."""
        shortest = max(1.0, math.ceil(10.05 * 60 / self.easy_pace_s * 10) / 10)
        for on in sorted(sizes, key=lambda on: (on == long_on, -sizes[on])):
            # The long run stays the longest.
            room = TENTH if on == long_on else 0.0
            if sizes[on] - TENTH >= shortest + room - 1e-9:
                sizes[on] = round(sizes[on] - TENTH, 1)
                return True
        others = [on for on in sizes if on != long_on]
        if len(sizes) > 2:
            del sizes[others[0]]
        return len(sizes) > 2

    def _most_now(self, on: date, sizes: dict[date, float]) -> float:
        return self.most_km(on, this_week_km=max((km for other, km in sizes.items() if other < on), default=0.0))

    def _long_may_grow(self, sizes: dict[date, float], long_on: date) -> bool:
        km = sizes[long_on] + HALF
        share = limits.MOST_SHARE[self.request.weekly_frequency]
        race = self.request.race_day if self.request.race else None
        return (
            km <= self._most_now(long_on, sizes)
            and (len(sizes) < 2 or km <= share * (sum(sizes.values()) + HALF))
            and (race is None or km <= limits.most_long_km(race.distance_km))
        )

    def _rounded(self, km: float) -> float:
        return max(1.0, int(km / self.unit_km + 0.5) * self.unit_km)


def _up(km: float) -> float:
    return math.ceil(km / HALF - 1e-9) * HALF


def _down(km: float) -> float:
    return math.floor(km / HALF + 1e-9) * HALF


def before_race(request: Request, on: date) -> bool:
    """The day before a race is a rest day, and nothing follows it."""
    if request.race_day:
        return on < request.race_day.on - timedelta(days=1)
    return request.goal_date is None or on <= request.goal_date
