"""What each week of a plan is for: base, build, peak, taper, race, and the lighter weeks between."""

from dataclasses import dataclass
from datetime import date, timedelta

from runs.training import limits
from runs.training.request import ROLLING_WEEKS, RaceDay, Request

# The last longest run is at least these days before the race; a week of room is left above.
LONGEST_BEFORE = {"5k": 6, "10k": 6, "half_marathon": 14, "marathon": 20}
# Shares of the peak week and of its long run, by weeks to go to the race.
TAPER_VOLUME = {
    "5k": (0.55, 0.75),
    "10k": (0.55, 0.75),
    "half_marathon": (0.45, 0.72, 0.85),
    "marathon": (0.45, 0.66, 0.80, 0.90),
}
TAPER_LONG = {
    "5k": (0.35, 0.75),
    "10k": (0.35, 0.7),
    "half_marathon": (0.35, 0.6, 0.8),
    "marathon": (0.3, 0.42, 0.65, 0.8),
}
CUTBACK_EVERY = 4


@dataclass(frozen=True)
class Week:
    """`number` counts from the plan's first week; `taper`: km and longest run as shares of the peak week's. In the
    last days before a race all runs are alike: the week has no long one."""

    number: int
    starts_on: date
    phase: str
    cutback: bool = False
    taper: tuple[float, float] | None = None
    has_long: bool = True


def weeks(request: Request, *, first_monday: date, long_day: int, cutbacks: bool = True) -> list[Week]:
    """Every week from `first_monday` to the goal's, or as many as asked for."""
    count = _count(request, first_monday)
    race = request.race_day
    level = count - _taper_weeks(race, first_monday, long_day, count) if race else count
    before = request.weeks_before
    phases = _phases(request, before + level)
    light = _cutbacks(before + level, has_taper=level < count) if cutbacks else set()
    made = [
        Week(before + at, first_monday + timedelta(weeks=at - 1), phases[before + at - 1], before + at in light)
        for at in range(1, level + 1)
    ]
    return made + (_taper(race, first_monday, before=before, level=level, count=count) if race else [])


def _count(request: Request, first_monday: date) -> int:
    if request.goal_date is None:
        return request.weeks or ROLLING_WEEKS
    return max(1, (request.goal_date - first_monday).days // 7 + 1)


def _taper_weeks(race: RaceDay, first_monday: date, long_day: int, count: int) -> int:
    """Weeks after the one with the last longest run."""
    kind = limits.nearest_race(race.distance_km)
    for least in (LONGEST_BEFORE[kind], limits.LIMITS[kind].days_before[0]):
        for number in range(count - len(limits.LIMITS[kind].taper), 0, -1):
            longest_on = first_monday + timedelta(weeks=number - 1, days=long_day)
            if (race.on - longest_on).days >= least:
                return count - number
    return count


def _phases(request: Request, level: int) -> list[str]:
    """Of the weeks before the taper. Without a race there is nothing to peak for."""
    peak = 0 if not request.race_day or level < 4 else 1 if level < 6 else 3 if level >= 12 else 2
    rest = level - peak
    if request.race_day:
        base = -(-rest * (4 if request.is_beginner else 3) // 10) if rest > 3 else rest
        base = max(base, min(rest, 8)) if request.never_ran else base
    else:
        base = min(rest, 8 if request.never_ran else 4)
    return ["base"] * base + ["build"] * (rest - base) + ["peak"] * peak


def _cutbacks(level: int, *, has_taper: bool) -> set[int]:
    """Every fourth week from the fifth. The peak week is none: the one before it is lighter instead."""
    light = set(range(CUTBACK_EVERY + 1, level + 1, CUTBACK_EVERY))
    if has_taper and level in light:
        light = light - {level} | {level - 1}
    return light


def _taper(race: RaceDay, first_monday: date, *, before: int, level: int, count: int) -> list[Week]:
    kind = limits.nearest_race(race.distance_km)
    volumes, longs, most = TAPER_VOLUME[kind], TAPER_LONG[kind], limits.LIMITS[kind].taper
    made: list[Week] = []
    for number in range(level + 1, count + 1):
        starts_on = first_monday + timedelta(weeks=number - 1)
        # A race on a Monday ends the week before it: what counts is the days left after the week's Sunday.
        to_go = max(0, round((race.on - starts_on - timedelta(days=6)).days / 7))
        share = volumes[min(to_go, len(volumes) - 1)]
        if count - number < len(most):
            share = min(share, most[count - number] - 0.03)
        if made and made[-1].taper:
            share = min(share, made[-1].taper[0] - 0.04)
        phase = "race" if number == count else "taper"
        taper = (max(share, 0.1), longs[min(to_go, len(longs) - 1)])
        made.append(Week(before + number, starts_on, phase, taper=taper, has_long=to_go > 0))
    return made
