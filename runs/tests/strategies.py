"""Planning requests, as JSON, over the whole space of what a runner may say."""

from datetime import date, timedelta

from hypothesis import assume
from hypothesis import strategies as st

RACE_KM = {"5k": 5.0, "10k": 10.0, "half_marathon": 21.0975, "marathon": 42.195}
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LEVELS = ("new", "beginner", "intermediate", "advanced")
# What a race of theirs is run in at the best.
FASTEST_S_PER_KM = {"beginner": 330, "intermediate": 260, "advanced": 200}
USUAL_WEEKLY_KM = {"beginner": (5, 40), "intermediate": (15, 80), "advanced": (30, 120)}

TODAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))
FREQUENCIES = st.integers(2, 5)


@st.composite
def requests(draw: st.DrawFn, *, insist: bool = False) -> dict:
    """Anything a form or a call may bring, declarations that contradict each other among it."""
    return {
        **draw(_outlines(insist=insist)),
        **draw(_days(least=2)),
        "current_weekly_km": draw(st.none() | _km(0, 120)),
        "longest_recent_km": draw(st.none() | _km(0, 40)),
    }


def insisted() -> st.SearchStrategy[dict]:
    """The same from runners who want a plan whatever the verdict: every answer has weeks."""
    return requests(insist=True)


@st.composite
def consistent(draw: st.DrawFn, *, insist: bool = False) -> dict:
    """Runners whose declarations fit together: a new one declares none, and the days are enough for the runs."""
    request = draw(_outlines(insist=insist))
    frequency, level = request["weekly_frequency"], request["fitness_level"]
    weekly_km = longest_km = None
    request["recent_race"] = None
    if level != "new":
        request["recent_race"] = draw(st.none() | _races(fastest=FASTEST_S_PER_KM[level]))
    if level != "new" and draw(st.booleans()):
        least, most = USUAL_WEEKLY_KM[level]
        weekly_km = draw(_km(least, min(most, 25 * frequency)))
        longest_km = draw(_km(0.8 * weekly_km / frequency, min(0.6 * weekly_km, 40)))
    days = draw(_days(least=frequency))
    if level == "new":
        # Who never ran needs a rest day between two runs.
        assume(len(days.get("available_days", DAYS)) > 3)
    return {
        **request,
        **days,
        "current_weekly_km": weekly_km,
        "longest_recent_km": longest_km,
    }


@st.composite
def _outlines(draw: st.DrawFn, *, insist: bool) -> dict:
    """A request but for the days and what the runner runs now."""
    today = draw(TODAYS)
    goal = draw(_goals(today))
    return {
        "today": today.isoformat(),
        "goal": goal,
        "weekly_frequency": draw(FREQUENCIES),
        "fitness_level": draw(st.sampled_from(LEVELS)),
        "start_time": draw(st.none() | st.times().map("{:%H:%M}".format)),
        "recent_race": draw(st.none() | _races()),
        "age": draw(st.none() | st.integers(14, 85)),
        "bmi": draw(st.none() | st.integers(150, 450).map(_tenths)),
        "weeks": None if goal["date"] else draw(st.none() | st.integers(1, 20)),
        "insist": insist,
    }


@st.composite
def _goals(draw: st.DrawFn, today: date) -> dict:
    """One of the four races, a free distance or neither, with a date 7-364 days ahead or none."""
    race = draw(st.none() | st.sampled_from(sorted(RACE_KM)))
    distance_km = None if race else draw(st.none() | _km(2, 100))
    km = RACE_KM[race] if race else distance_km
    ahead = draw(st.none() | st.integers(7, 364))
    return {
        "race": race,
        "distance_km": distance_km,
        "date": (today + timedelta(days=ahead)).isoformat() if ahead else None,
        "time": draw(st.none() | _times(km)) if km else None,
        "text": f"Run {km:g} km" if km else "Run regularly",
    }


@st.composite
def _days(draw: st.DrawFn, *, least: int) -> dict:
    """The days a runner has, or no word about them, and the day for the long run."""
    days = draw(
        st.none() | st.sets(st.sampled_from(DAYS), min_size=least).map(lambda some: sorted(some, key=DAYS.index))
    )
    long_run_day = draw(st.none() | st.sampled_from(days or DAYS))
    return {"long_run_day": long_run_day} | ({"available_days": days} if days else {})


@st.composite
def _races(draw: st.DrawFn, *, fastest: int = 200) -> dict:
    km = draw(st.sampled_from([*RACE_KM.values(), 3.0, 15.0]))
    return {"distance_km": km, "time": draw(_times(km, fastest=fastest))}


def _times(km: float, *, fastest: int = 200) -> st.SearchStrategy[str]:
    """From a very good runner's 3:20 to a walker's 9:20 per km."""
    return st.integers(fastest, 560).map(lambda pace: _clock(round(pace * km)))


def _clock(seconds: int) -> str:
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


def _km(least: float, most: float) -> st.SearchStrategy[float]:
    return st.integers(round(least * 10), round(most * 10)).map(_tenths)


def _tenths(number: int) -> float:
    return number / 10
