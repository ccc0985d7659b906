"""Which runs are hard: tempo, intervals, hills and race pace where a coach puts them, no more than a body takes."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from runs.training import limits, workouts
from runs.training.request import Request
from runs.training.season import Week

# Shares of the whole plan's km, as whole runs: all hard ones, and tempo and intervals alone.
MOST_HARD, MOST_TEMPO, MOST_INTERVALS = 0.24, 0.095, 0.075
# Who gets hard runs first, where there is not enough for all.
PHASES_FIRST = ("build", "peak", "base", "taper", "race")
# Weeks of unbroken running before the first hard run of who never ran.
SETTLING = 2
# The day before the long run, counted from the long run before.
EVE = 6
# What comes in turn, by phase: for short races, long races, and running as such.
MENU = {
    "short": {
        "base": ("hills",),
        "build": ("hills", "intervals", "tempo"),
        "peak": ("intervals", "race_pace"),
        "taper": ("race_pace",),
    },
    "long": {
        "base": ("hills",),
        "build": ("hills", "tempo", "intervals"),
        "peak": ("race_pace", "tempo"),
        "taper": ("race_pace",),
    },
    "none": {"base": ("hills",), "build": ("hills", "tempo", "intervals")},
}


@dataclass(frozen=True)
class Sized:
    """A week with its runs' km by date."""

    week: Week
    sizes: dict[date, float]
    long_on: date | None
    is_walked: bool = False

    @property
    def volume_km(self) -> float:
        return sum(self.sizes.values())

    @property
    def others(self) -> list[date]:
        return sorted(on for on in self.sizes if on != self.long_on)


@dataclass
class _Budget:
    """What has been given out, of the whole plan's km and as the mean of each week's share."""

    total_km: float
    weeks: int
    km: dict[str, float] = field(default_factory=dict)
    shares: dict[str, float] = field(default_factory=dict)
    given: Counter[str] = field(default_factory=Counter)

    def allows(self, run_type: str, km: float, week_km: float) -> bool:
        most = {"tempo": MOST_TEMPO, "intervals": MOST_INTERVALS}.get(run_type, 1.0)
        of_type = (self.km.get(run_type, 0) + km) / self.total_km
        mean = (self.shares.get(run_type, 0) + km / week_km) / self.weeks
        of_all = (sum(self.km.values()) + km) / self.total_km
        mean_of_all = (sum(self.shares.values()) + km / week_km) / self.weeks
        return max(of_type, mean) <= most and max(of_all, mean_of_all) <= MOST_HARD

    def take(self, run_type: str, km: float, week_km: float, *, phase: str) -> None:
        self.given[phase] += 1
        self.km[run_type] = self.km.get(run_type, 0) + km
        self.shares[run_type] = self.shares.get(run_type, 0) + km / week_km


def choose(request: Request, weeks: list[Sized]) -> dict[date, str]:
    """The type of every hard run, by date. First one a week, then a second where two are allowed."""
    budget = _Budget(sum(sized.volume_km for sized in weeks) or 1.0, sum(bool(sized.sizes) for sized in weeks) or 1)
    chosen: dict[date, str] = {}
    unbroken = max((at for at, sized in enumerate(weeks) if sized.is_walked), default=-1) + 1
    settled = weeks[unbroken + SETTLING :] if unbroken else weeks
    for sized in sorted(settled, key=lambda sized: PHASES_FIRST.index(sized.week.phase)):
        if sized.long_on and _wants(request, sized.week):
            _place(request, sized, chosen, budget)
    for sized in _unserved(request, weeks, chosen):
        _place(request, sized, chosen, budget)
    for sized in settled:
        if _wants_second(request, sized, chosen):
            _place(request, sized, chosen, budget)
    return chosen


def _wants(request: Request, week: Week) -> bool:
    if week.cutback or week.phase == "race":
        return False
    if request.is_beginner:
        earliest = 9 if request.never_ran else 5
        return (
            week.phase in ("build", "peak")
            and week.number >= earliest
            and (not request.never_ran or week.number % 2 == 0)
        )
    if week.phase == "base":
        return week.number >= 3 and week.number % 2 == 1
    if week.phase == "taper":
        return bool(week.taper and week.taper[0] > 0.6)
    # Twice a week is half the week each: a hard run every other time.
    return request.weekly_frequency > 2 or week.number % 2 == 0


def _wants_second(request: Request, sized: Sized, chosen: dict[date, str]) -> bool:
    if request.is_beginner or request.weekly_frequency < 4 or sized.week.cutback:
        return False
    has_one = any(on in chosen for on in sized.sizes)
    return has_one and len(sized.sizes) >= 4 and sized.week.phase in ("build", "peak")


def _unserved(request: Request, weeks: list[Sized], chosen: dict[date, str]) -> list[Sized]:
    """One week of each stretch of building that got no hard run; the heaviest first choice."""
    if request.is_beginner:
        return []
    stretches: list[list[Sized]] = [[]]
    for sized in weeks:
        if sized.week.phase == "build":
            stretches[-1].append(sized)
        elif stretches[-1]:
            stretches.append([])
    bare = [stretch for stretch in stretches if stretch and not any(on in chosen for s in stretch for on in s.sizes)]
    return [max(stretch, key=lambda s: (bool(s.long_on), not s.week.cutback, s.volume_km)) for stretch in bare]


def _place(request: Request, sized: Sized, chosen: dict[date, str], budget: _Budget) -> None:
    """A hard run on the day that suits best, of the first kind on the menu that fits."""
    days = [on for on in sized.others if _is_free(request, on, chosen)]
    if not days:
        return
    on = max(days, key=lambda on: (*_suits(request, sized, on, days), sized.sizes[on], on))
    km = sized.sizes[on]
    has = {chosen[other] for other in sized.sizes if other in chosen}
    for run_type in _menu(request, sized.week, turn=budget.given[sized.week.phase]):
        if run_type in has:
            continue
        if km >= workouts.LEAST_KM[run_type] and budget.allows(run_type, km, sized.volume_km):
            budget.take(run_type, km, sized.volume_km, phase=sized.week.phase)
            chosen[on] = run_type
            return


def _suits(request: Request, sized: Sized, on: date, days: list[date]) -> tuple[bool, bool, int]:
    """How well a day suits a hard run: not on the eve of the long run, with room for a second one, far from it."""
    long_on = sized.long_on or on
    after = (on - long_on).days % 7
    second = any(
        abs((on - other).days) >= limits.hard_days_apart(request.age) and (other - long_on).days % 7 != EVE
        for other in days
    )
    return after != EVE, second, min(3, after, 7 - after)


def _is_free(request: Request, on: date, chosen: dict[date, str]) -> bool:
    apart = limits.hard_days_apart(request.age)
    if request.race_day and request.race_day.on - on <= limits.EASY_BEFORE_RACE:
        return False
    if request.easy_until and on <= request.easy_until:
        return False
    return all(abs((on - other).days) >= apart for other in (*chosen, *request.hard_on))


def _menu(request: Request, week: Week, *, turn: int) -> list[str]:
    """In turn within a phase; hills where nothing else fits."""
    kind = "none"
    if request.race_day:
        kind = "short" if limits.nearest_race(request.race_day.distance_km) in ("5k", "10k") else "long"
    dishes = MENU[kind].get(week.phase, ("hills",))
    if request.is_beginner:
        dishes = tuple(dish for dish in dishes if dish != "intervals") or ("hills",)
    start = turn % len(dishes)
    return list(dict.fromkeys([*dishes[start:], *dishes[:start], "hills"]))
