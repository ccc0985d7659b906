"""How the weeks grow: kilometres a week and the long run's, from what is run now to what the goal asks."""

from collections.abc import Callable
from dataclasses import dataclass

from runs.training import limits, pace
from runs.training.request import Request
from runs.training.run_walk import Course
from runs.training.season import Week

# With nothing declared: km a run in the first week.
FIRST_RUN_KM = {"new": 2.5, "beginner": 3.5, "intermediate": 4.5, "advanced": 5.0}
# The long run's share of its week, by runs a week: to begin with, and at the peak.
FIRST_SHARE = {1: 1.0, 2: 0.55, 3: 0.45, 4: 0.38, 5: 0.33}
PEAK_SHARE = {1: 1.0, 2: 0.63, 3: 0.55, 4: 0.49, 5: 0.46}
# The longest run of the plan, km: beginner, intermediate, advanced.
PEAK_LONG_KM = {
    "5k": (6.5, 8.0, 10.0),
    "10k": (11.0, 13.0, 15.0),
    "half_marathon": (16.0, 17.5, 19.0),
    "marathon": (29.5, 31.0, 33.0),
}
# The long run's growth from one level week to the next: what a coach likes, and the limit of a single run.
GENTLE, STEEPEST = 1.12, 1.30
# Nobody runs through before these are over.
WALKING_WEEKS = 4
CUTBACK = 0.8
CUTBACK_LONG = 0.75
# Who never ran may not run a quarter longer than the week before, so a lighter week is less light.
CUTBACK_NEW = 0.86


@dataclass(frozen=True)
class Load:
    """One week: km, the long run's km, and for who never ran the stage of running and walking and how many times."""

    volume_km: float
    long_km: float
    stage: int | None = None
    runs: int | None = None


@dataclass(frozen=True)
class BuildUp:
    """`growth`: the long run's, a level week; above GENTLE the time is short."""

    loads: tuple[Load, ...]
    growth: float

    @property
    def is_steep(self) -> bool:
        return self.growth > GENTLE + 1e-6


def plan(
    request: Request, weeks: list[Week], *, runs: int, walks: int, course: Course | None, has_begun: bool = False
) -> BuildUp:
    """The gentlest growth that gets the long run where the race wants it; steeper only where the date is near.

    `runs` a week; `walks`: how often in the weeks of running and walking; `has_begun`: the first week is only a part.
    """

    def loads_at(growth: float | None) -> tuple[Load, ...]:
        ramp = _Ramp(request, runs, walks, course, growth, has_begun=has_begun)
        return tuple(ramp.taper(week) if week.taper else ramp.week(week) for week in weeks)

    if request.race_day is None:
        return BuildUp(loads_at(None), 1.0)
    if all(week.taper for week in weeks):
        return BuildUp(loads_at(1.0), 1.0)
    aim = _peak_long_km(request, runs)
    least = min(aim, limits.least_long_km(request.race_day.distance_km) * 1.02)

    def peak(growth: float) -> float:
        return max(
            (load.long_km for load, week in zip(loads_at(growth), weeks, strict=True) if not week.taper), default=0.0
        )

    if peak(GENTLE) >= least:
        growth = _least_growth(peak, aim, 1.0, GENTLE)
        # A little quicker than needed, so that the longest runs are reached more than once.
        growth = min(GENTLE, 1 + (growth - 1) * 1.15)
    else:
        growth = _least_growth(peak, least, GENTLE, STEEPEST)
        growth = max(growth, GENTLE + 0.001)
    return BuildUp(loads_at(growth), growth)


def _least_growth(peak: Callable[[float], float], aim: float, low: float, high: float) -> float:
    """By bisection; `high` when even that does not get there."""
    if peak(high) < aim:
        return high
    for _ in range(7):
        middle = (low + high) / 2
        low, high = (low, middle) if peak(middle) >= aim else (middle, high)
    return high


class _Ramp:
    """Walks the weeks in order. `growth` None: the volume leads and the long run is a share of it."""

    def __init__(
        self,
        request: Request,
        runs: int,
        walks: int,
        course: Course | None,
        growth: float | None,
        *,
        has_begun: bool,
    ) -> None:
        self.request, self.course, self.growth = request, course, growth
        self.runs, self.walks = runs, walks
        # Time is short: four weeks of running and walking, no more.
        self.stages = 0 if course is None else course.weeks if (growth or 1) <= GENTLE else WALKING_WEEKS
        self.aim = _peak_long_km(request, runs)
        self.most_share = min(limits.MOST_SHARE[request.weekly_frequency] * 0.97, 0.97)
        self.volume, self.long = _start(request, runs, self.aim, self.most_share)
        self.first_volume, self.first_long = self.volume, self.long
        self.recent = [request.current_weekly_km or 0.0]
        self.trained = request.weeks_trained
        self.level_weeks = self.trained - self.trained // 4
        self.is_first, self.has_begun = request.weeks_before == 0, has_begun

    def week(self, week: Week) -> Load:
        self.trained += 1
        if not week.cutback:
            self.level_weeks += 1
        if self.course and self.level_weeks <= self.stages:
            load = self._run_walk(self.course, week)
        elif week.cutback:
            load = self._cutback()
        else:
            load = self._grown(week)
        # After a week that had begun, the next is the first whole one.
        self.is_first, self.has_begun = self.has_begun, False
        self.recent = [*self.recent[-3:], load.volume_km]
        return load

    def taper(self, week: Week) -> Load:
        volume, long = week.taper or (1.0, 1.0)
        self.trained += 1
        if self.course and (self.trained <= WALKING_WEEKS or self.level_weeks < self.stages):
            # A race so soon is walked and run like the weeks before it, only less often.
            stage = max(1, min(self.level_weeks - 1, self.stages))
            return Load(self.volume * volume, self.long, stage, max(1, int(self.walks * volume)))
        return Load(self.volume * volume, self.long * long)

    def _run_walk(self, course: Course, week: Week) -> Load:
        stage = max(1, self.level_weeks)
        runs = course.first_week_runs if stage == 1 else self.walks
        self.volume, self.long = course.volume_km(stage, runs), course.of(stage)[1].distance_km
        self.first_volume, self.first_long = self.volume, self.long
        if week.cutback and course.repeats:
            self.level_weeks -= 1
        return Load(self.volume * (CUTBACK_NEW if week.cutback else 1), self.long, stage)

    def _cutback(self) -> Load:
        if self.request.never_ran:
            return Load(self.volume * CUTBACK_NEW, self.long * CUTBACK_NEW)
        return Load(self.volume * CUTBACK, self.long * CUTBACK_LONG)

    def _grown(self, week: Week) -> Load:
        if not self.is_first:
            if self.growth is None:
                self._grow_volume(week)
            else:
                self._grow_long(self.growth)
        return Load(self.volume, self.long)

    def _grow_volume(self, week: Week) -> None:
        """The first steps of who declared nothing are the largest: they are fractions of a small number."""
        first = {2: 1.25, 3: 1.15, 4: 1.10} if self.request.declares_nothing and not self.course else {}
        most = limits.most_week_km(max(self.recent))
        grown = max(self.volume * first.get(week.number, 1.08), self.volume + 1)
        self.volume = max(self.volume, min(grown, _ceiling_km(self.request, self.runs), most))
        share = min(FIRST_SHARE[self.runs], self.most_share)
        self.long = min(max(self.volume * share, self.long), limits.most_run_km(self.long), self.aim)

    def _grow_long(self, growth: float) -> None:
        """The long run grows and the week keeps up with it."""
        long = min(_step(self.long, growth), max(self.aim, self.long))
        progress = (long - self.first_long) / (self.aim - self.first_long) if self.aim > self.first_long else 1.0
        first_share = self.first_long / self.first_volume
        share = first_share + (PEAK_SHARE[self.runs] - first_share) * min(1.0, progress)
        wanted = max(self.volume, long / min(share, self.most_share))
        kind = max(1.12 * self.volume, self.volume + 3.0)
        most = limits.most_week_km(max(self.recent))
        volume = min(wanted, most if growth > GENTLE else min(kind, most))
        self.long = max(self.long, min(long, self.most_share * volume))
        self.volume = max(self.volume, min(volume, _most_volume_km(self.long, self.runs)))


def _start(request: Request, runs: int, aim: float, most_share: float) -> tuple[float, float]:
    """The first week: what is run now."""
    declared, longest = request.current_weekly_km or 0.0, request.longest_recent_km or 0.0
    volume = declared or max(FIRST_RUN_KM[request.fitness_level] * runs, min(longest * 1.6, 40.0))
    share = min(FIRST_SHARE[runs], most_share)
    long = min(max(volume * share, 0.75 * longest), 0.85 * aim)
    if longest:
        long = min(long, limits.most_run_km(longest))
    long = min(max(long, 1.1 * volume / runs), most_share * volume, aim)
    return min(volume, _most_volume_km(long, runs)), long


def _step(long: float, growth: float) -> float:
    """The limit of a single run is a growth of 1.30, 1.6 km more, or 3.2 km at most; gentler steps in proportion."""
    part = (growth - 1) / (STEEPEST - 1)
    return min(max(long * growth, long + 1.6 * part), long + min(3.2, 8.0 * part))


def _most_volume_km(long: float, runs: int) -> float:
    """Every other run is shorter than the long one."""
    return long + (runs - 1) * max(long * 0.93, long - 0.6)


def _peak_long_km(request: Request, runs: int) -> float:
    """What the longest run of the plan should be."""
    declared = request.current_weekly_km or 0.0
    if request.race_km is None:
        return max(30.0, min(request.longest_recent_km or 0.0, limits.MOST_KM))
    race = limits.nearest_race(request.race_km)
    standard = PEAK_LONG_KM[race][{"intermediate": 1, "advanced": 2}.get(request.fitness_level, 0)]
    wanted = standard * request.race_km / pace.RACE_KM[race]
    # Room to grow, above what is run by now.
    usual = 1.3 * declared / runs
    wanted = max(wanted, usual, limits.least_long_km(request.race_km) * 1.02)
    most = limits.most_long_km(request.race_km)
    # Only the races whose training is known ask anybody to run less than now.
    return min(wanted, most if request.race and request.race_day else max(most, min(usual, limits.MOST_KM)))


def _ceiling_km(request: Request, runs: int) -> float:
    """Weekly km to build up to when no date asks for more."""
    declared = request.current_weekly_km or 0.0
    if request.race_km:
        return max(declared, _peak_long_km(request, runs) / FIRST_SHARE[runs])
    return max(declared * 1.4, runs * 10.0)
