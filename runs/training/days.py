"""Which days of the week to run on."""

from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations

from runs.training.request import WEEKDAYS, Request

# From a week's Monday to each weekday.
AFTER = tuple(timedelta(days=ahead) for ahead in range(7))
DEFAULT_DAYS = {2: ("tue", "sat"), 3: ("tue", "thu", "sun"), 4: ("tue", "wed", "fri", "sun")}
DEFAULT_DAYS[5] = ("tue", "wed", "thu", "sat", "sun")


def choose(request: Request, *, count: int | None = None, apart: bool = False) -> tuple[int, ...]:
    """Weekdays (Monday 0) to run on, the long run's day last; the rest spread as evenly as the days allow.

    At most `count` of them; `apart`: with a rest day between any two, over the end of the week too, which may leave
    fewer.
    """
    named = request.available_days or DEFAULT_DAYS[request.weekly_frequency]
    available = tuple(sorted({WEEKDAYS.index(name) for name in named}))
    long_day = WEEKDAYS.index(request.long_run_day) if request.long_run_day else available[-1]
    return _chosen(available, long_day, min(count or request.weekly_frequency, len(available)), apart)


def fewer(chosen: tuple[int, ...], count: int) -> tuple[int, ...]:
    """The best `count` of days already chosen, the long run's with them."""
    return _chosen(tuple(sorted(chosen)), chosen[-1], min(count, len(chosen)), apart=False)


def within(request: Request, first: date, last: date) -> list[date]:
    """The available dates of a span."""
    named = request.available_days or WEEKDAYS
    span = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    return [on for on in span if WEEKDAYS[on.weekday()] in named]


@lru_cache(maxsize=4096)
def _chosen(available: tuple[int, ...], long_day: int, count: int, apart: bool) -> tuple[int, ...]:
    others = [day for day in available if day != long_day]
    for many in range(count - 1, -1, -1):
        sets = [(*rest, long_day) for rest in combinations(others, many)]
        if apart:
            sets = [days for days in sets if len(days) == 1 or min(_gaps(days)) > 1]
        if sets:
            return max(sets, key=_spread)
    return (long_day,)


def first_monday(request: Request, days: tuple[int, ...]) -> date:
    """This week when its runs still lie ahead, or most of them and the long run; else the next."""
    today = request.today.weekday()
    monday = request.today - timedelta(days=today)
    if request.goal_date and request.goal_date < monday + timedelta(weeks=1):
        return monday
    left = sum(day >= today for day in days)
    if left == len(days):
        return monday
    # A week that has begun must still hold most of what is declared.
    enough = 0.75 * len(days) if request.current_weekly_km else len(days) - 1
    if request.never_ran and request.current_weekly_km:
        enough = len(days)
    fits = left >= max(2, enough) and days[-1] >= today
    return monday if fits else monday + timedelta(weeks=1)


def _gaps(days: tuple[int, ...]) -> list[int]:
    """Days from each run to the next, around the week."""
    ordered = sorted(days)
    return [(b - a) % 7 or 7 for a, b in zip(ordered, [*ordered[1:], ordered[0]], strict=True)]


def _spread(days: tuple[int, ...]) -> tuple[int, int, int, int]:
    """How evenly the days lie, the long run's last: bigger is better. The smallest gap, the evenness of all, then
    the fewest days in a row, then rest after the long run."""
    gaps = _gaps(days)
    in_a_row = max(len(stretch) for stretch in "".join("x" if gap == 1 else " " for gap in gaps * 2).split(" "))
    after_long = gaps[sorted(days).index(days[-1])]
    return min(gaps), -sum(gap * gap for gap in gaps), -in_a_row, after_long
