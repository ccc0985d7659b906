"""From a goal to a schedule, week by week."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cached_property
from typing import Any

from runs.training import build_up, days, limits, pace, quality, run_walk, season, workouts
from runs.training.request import Request
from runs.training.sizing import Sizer, before_race
from runs.training.steps import Step, duration_min

# Without a recent race: easy running, s/km.
EASY_S_PER_KM = {"new": 480, "beginner": 450, "intermediate": 390, "advanced": 345}
# A plan so short may grow to its race without a lighter week.
SHORT_PLAN = 8
# Race pace of who has never raced, as a share of easy pace.
RACE_EFFORT = {"5k": 0.80, "10k": 0.84, "half_marathon": 0.88, "marathon": 0.95}


@dataclass(frozen=True)
class Run:
    """One planned run. `effort` is (lowest, highest) on 1-10; `running_min` leaves the walking out."""

    id: str
    on: date
    at: time
    type: str
    distance_km: float
    duration_min: int
    running_min: int
    effort: tuple[int, int]
    steps: tuple[Step, ...]
    why: str
    week: int

    @property
    def is_hard(self) -> bool:
        return self.type in workouts.HARD


@dataclass(frozen=True)
class Week:
    number: int
    starts_on: date
    phase: str
    cutback: bool
    runs: tuple[Run, ...] = ()

    @property
    def distance_km(self) -> float:
        """Without the race."""
        return round(sum(run.distance_km for run in self.runs if run.type != "race"), 1)

    def as_json(self) -> dict[str, Any]:
        """What the schedule keeps of a week beside its runs."""
        return {
            "number": self.number,
            "starts_on": self.starts_on.isoformat(),
            "phase": self.phase,
            "cutback": self.cutback,
            "distance_km": self.distance_km,
        }

    @property
    def longest_km(self) -> float:
        return max((run.distance_km for run in self.runs if run.type != "race"), default=0.0)


@dataclass(frozen=True)
class Plan:
    """`is_steep`: the long run has to grow faster than a coach likes. `has_begun`: the first week is only a part."""

    weeks: tuple[Week, ...]
    fitness_index: float | None = None
    paces: pace.Paces | None = None
    is_steep: bool = False
    has_begun: bool = False

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        return tuple(run for week in self.weeks for run in week.runs)


def build(request: Request) -> Plan:
    """The schedule to the goal's date, or a rolling eight weeks. The same request gives the same plan.

    Keeps the limits of `limits` whatever is asked; what cannot be reached within them is for `feasibility` to say.
    """
    return _Builder(request).plan()


class _Builder:
    def __init__(self, request: Request) -> None:
        self.request = request
        self.index = request.fitness_index
        self.paces = pace.paces(self.index) if self.index else None
        # A complete beginner runs by feel, whatever an old race says.
        self.step_paces = None if request.never_ran else self.paces
        self.easy_s = sum(self.step_paces.easy) / 2 if self.step_paces else EASY_S_PER_KM[request.fitness_level]
        self.days = days.choose(request)
        self.apart = days.choose(request, apart=True) if request.never_ran else self.days
        self.monday = days.first_monday(request, self.apart)
        self.has_begun = self.monday + days.AFTER[min(self.apart)] < request.today
        self.course = self._course()
        self.sizer = Sizer(request, self.easy_s, list(request.history))
        self.just_walked = False

    def plan(self) -> Plan:
        weeks, grown = self._weeks(cutbacks=True)
        if grown.is_steep and len(weeks) <= SHORT_PLAN:
            weeks, grown = self._weeks(cutbacks=False)
        sized = [self._sized(week, load) for week, load in zip(weeks, grown.loads, strict=True)]
        hard = quality.choose(self.request, sized)
        made = tuple(self._week(one, load, hard) for one, load in zip(sized, grown.loads, strict=True))
        return Plan(made, self.index, self.paces, grown.is_steep, self.has_begun)

    def _course(self) -> run_walk.Course | None:
        if not self.request.never_ran:
            return None
        declared = self.request.current_weekly_km or 0.0
        return run_walk.course(
            runs=len(self.apart),
            declared_km=declared,
            longest_km=self.request.longest_recent_km or 0.0,
            bmi=self.request.bmi,
            most_share=limits.MOST_SHARE[self.request.weekly_frequency],
        )

    def _weeks(self, *, cutbacks: bool) -> tuple[list[season.Week], build_up.BuildUp]:
        long_day = self.days[-1]
        weeks = season.weeks(self.request, first_monday=self.monday, long_day=long_day, cutbacks=cutbacks)
        grown = build_up.plan(
            self.request,
            weeks,
            runs=len(self.days),
            walks=len(self.apart),
            course=self.course,
            has_begun=self.has_begun,
        )
        return weeks, grown

    def _sized(self, week: season.Week, load: build_up.Load) -> quality.Sized:
        dates, long_on = self._dates(week, load)
        is_part = (self.has_begun and week.starts_on == self.monday) or self._ends_in(week)
        if is_part and not load.stage:
            # A week that has begun, or ends before its Sunday, holds its part of a week.
            load = replace(load, volume_km=load.volume_km * len(dates) / len(self.days))
        if load.stage and self.course:
            sessions = {on: self._session(load.stage, len(dates), on == long_on, week) for on in dates}
            sizes = {on: session.distance_km for on, session in sessions.items()}
            self.sizer.keep(sizes, longest_min=max((one.duration_min for one in sessions.values()), default=0.0))
        else:
            sizes = self.sizer.week(week, load, dates, long_on=long_on) if dates else {}
        return quality.Sized(week, sizes, long_on, is_walked=bool(load.stage))

    def _ends_in(self, week: season.Week) -> bool:
        """Whether a date without a race ends the plan before this week's Sunday."""
        on = self.request.goal_date
        return on is not None and self.request.race_day is None and on < week.starts_on + days.AFTER[6]

    def _dates(self, week: season.Week, load: build_up.Load) -> tuple[list[date], date | None]:
        """The days to run on, in order, and the long run's."""
        if load.stage and self.course:
            most = self.course.first_week_runs if load.stage == 1 else len(self.apart)
            chosen = days.fewer(self.apart, min(load.runs or most, most))
        elif self.just_walked:
            # The first week without walking keeps the rest days: the last walk was perhaps yesterday.
            chosen = days.fewer(self.apart, self.sizer.count(load.volume_km, most=len(self.apart)))
        else:
            count = self.sizer.count(load.volume_km, most=len(self.days), as_before=week.cutback)
            chosen = days.choose(self.request, count=count)
        self.just_walked = bool(load.stage)
        dates = sorted(week.starts_on + days.AFTER[day] for day in chosen)
        dates = [on for on in dates if on >= self.request.today and before_race(self.request, on)]
        if self.request.never_ran and self.request.history and not self.sizer.volumes:
            # The first days of a plan made anew: yesterday's run wants its rest day.
            dates = [on for on in dates if on >= self.sizer.next_on]
        if not week.has_long:
            most_runs = self.request.weekly_frequency - (week.phase == "race")
            return dates[-most_runs:] if most_runs else [], None
        if not dates and self.request.goal_date:
            # The last days before a date without a race.
            rested = self.sizer.next_on if self.request.never_ran else week.starts_on
            earliest = max(week.starts_on, self.request.today, rested)
            dates = days.within(self.request, earliest, self.request.goal_date)[-1:]
        long_on = week.starts_on + days.AFTER[chosen[-1]]
        return dates, long_on if long_on in dates else None

    def _session(self, stage: int, runs: int, is_long: bool, week: season.Week) -> run_walk.Session:
        assert self.course  # noqa: S101 - a stage is a course's
        return (self.course.lighter(stage, runs) if week.cutback else self.course.of(stage))[is_long]

    def _week(self, sized: quality.Sized, load: build_up.Load, hard: dict[date, str]) -> Week:
        week, race = sized.week, self.request.race_day
        runs: list[Run] = []
        for on in sorted(sized.sizes):
            if load.stage:
                runs.append(self._walked(sized, on, load.stage, len(runs)))
            else:
                runs.append(self._run(week, on, self._type(sized, on, hard), sized.sizes[on], len(runs)))
        if week.phase == "race" and race:
            runs.append(self._run(week, race.on, "race", round(race.distance_km, 1), len(runs)))
        return Week(week.number, week.starts_on, week.phase, week.cutback, tuple(runs))

    def _type(self, sized: quality.Sized, on: date, hard: dict[date, str]) -> str:
        """A long run is called so in three runs a week and more; with two they are a shorter and a longer one."""
        if on in hard:
            return hard[on]
        is_long = on == sized.long_on and (len(sized.sizes) > 2 or self.request.race_day)
        return "long" if is_long else "easy"

    def _run(self, week: season.Week, on: date, run_type: str, km: float, at: int) -> Run:
        race_pace_s = self._race_pace_s
        steps = workouts.steps(run_type, km, paces=self.step_paces, week=week.number, race_pace_s=race_pace_s)
        easy_s = self.easy_s * self._race_effort if run_type == "race" else self.easy_s
        minutes = round(duration_min(steps, pace_s_per_km=easy_s))
        return self._made(week, on, at, run_type=run_type, km=km, minutes=(minutes, minutes), steps=steps)

    def _walked(self, sized: quality.Sized, on: date, stage: int, at: int) -> Run:
        session = self._session(stage, len(sized.sizes), on == sized.long_on, sized.week)
        minutes = (round(session.duration_min), round(session.running_min))
        km = session.distance_km
        return self._made(sized.week, on, at, run_type="run_walk", km=km, minutes=minutes, steps=session.steps)

    def _made(
        self,
        week: season.Week,
        on: date,
        at: int,
        *,
        run_type: str,
        km: float,
        minutes: tuple[int, int],
        steps: Sequence[Step],
    ) -> Run:
        return Run(
            id=f"w{week.number}r{at + 1}",
            on=on,
            at=self.request.start_time,
            type=run_type,
            distance_km=km,
            duration_min=minutes[0],
            running_min=minutes[1],
            effort=workouts.EXPECTED_EFFORT[run_type],
            steps=tuple(steps),
            why=workouts.why(run_type, phase=week.phase, cutback=week.cutback),
            week=week.number,
        )

    @cached_property
    def _race_pace_s(self) -> float | None:
        """What current fitness predicts for the race, s/km: never what the goal hopes for."""
        km = self.request.race_km
        if not self.index or not self.step_paces or not km:
            return None
        known_km = min(km, pace.MARATHON_KM)
        known_s = pace.predict_s(self.index, distance_km=known_km)
        return pace.riegel_s(known_s, from_km=known_km, to_km=km) / km

    @property
    def _race_effort(self) -> float:
        return RACE_EFFORT[limits.nearest_race(self.request.race_km or 10.0)]
