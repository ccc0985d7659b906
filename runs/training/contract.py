"""Requests and plans as JSON: what `manage.py plan` and `paces` take and give, field by field.

Shapes are documented in the README. A wrong or missing field raises `Invalid`, whose words name it.
"""

import re
from collections.abc import Mapping
from datetime import date, time
from typing import Any, TypeVar

from runs.training import feasibility, pace, plan
from runs.training.request import FURTHEST, LEVELS, WEEKDAYS, RecentRace, Request

T = TypeVar("T")
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})", re.ASCII)
# Faster than any record, slower than a walk.
FASTEST_S_PER_KM, SLOWEST_S_PER_KM = 130, 900
_TOP = {
    "id", "today", "goal", "weekly_frequency", "fitness_level", "available_days", "long_run_day", "start_time",
    "current_weekly_km", "longest_recent_km", "recent_race", "age", "bmi", "weeks", "insist",
}  # fmt: skip
_GOAL = {"race", "distance_km", "date", "time", "text"}


class Invalid(ValueError):
    """A field is wrong or missing; the message is one line that begins with its name."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}")
        self.field = field


def request(data: Any) -> Request:
    """A planning request from its JSON object."""
    if not isinstance(data, Mapping):
        raise Invalid("request", "must be a JSON object")
    _only(data, _TOP)
    parsed = Request(
        today=_given(_date(data, "today"), "today"),
        **_goal(data),
        weekly_frequency=_given(_integer(data, "weekly_frequency", 2, 5), "weekly_frequency"),
        fitness_level=_given(_choice(data, "fitness_level", LEVELS), "fitness_level"),
        available_days=_days(data),
        long_run_day=_choice(data, "long_run_day", WEEKDAYS),
        start_time=_time(data),
        current_weekly_km=_number(data, "current_weekly_km", 0, 300),
        longest_recent_km=_number(data, "longest_recent_km", 0, 200),
        recent_race=_race(data),
        age=_integer(data, "age", 5, 120),
        bmi=_number(data, "bmi", 8, 100),
        weeks=_integer(data, "weeks", 1, 104),
        insist=_flag(data, "insist"),
    )
    return _consistent(parsed)


def answer(asked: Request, *, units: str = "km") -> dict[str, Any]:
    """Verdict and plan. An unsafe request that does not insist gets no weeks; words name distances in `units`."""
    made = plan.build(asked)
    verdict = feasibility.judge(asked, made, units=units)
    weeks = () if verdict.verdict == "unsafe" and not asked.insist else made.weeks
    return {
        "feasibility": judged(verdict),
        "fitness_index": None if made.fitness_index is None else round(made.fitness_index, 2),
        "paces_s_per_km": paces(made.paces),
        "weeks": [week(one) for one in weeks],
    }


def recent_race(distance_km: float, time_text: str) -> dict[str, Any]:
    """Index, paces and predictions from one race."""
    race = _given(_race({"recent_race": {"distance_km": distance_km, "time": time_text}}, prefix=""), "distance")
    index = pace.fitness_index(distance_km=race.distance_km, time_s=race.time_s)
    return {
        "fitness_index": round(index, 2),
        "paces_s_per_km": paces(pace.paces(index)),
        "predictions": {name: pace.clock(seconds) for name, seconds in pace.predictions(index).items()},
    }


def judged(verdict: feasibility.Feasibility) -> dict[str, Any]:
    options = [{"kind": one.kind, "goal": goal(one.request), "text": one.text} for one in verdict.options]
    return {"verdict": verdict.verdict, "reasons": list(verdict.reasons), "options": options}


def goal(asked: Request) -> dict[str, Any]:
    return {
        "race": asked.race,
        "distance_km": asked.distance_km,
        "date": asked.goal_date.isoformat() if asked.goal_date else None,
        "time": pace.clock(asked.goal_time_s) if asked.goal_time_s else None,
        "text": asked.goal_text or None,
    }


def paces(made: pace.Paces | None) -> dict[str, Any] | None:
    if made is None:
        return None
    return {
        "easy": list(made.easy),
        "marathon": made.marathon,
        "threshold": made.threshold,
        "interval": made.interval,
    }


def week(made: plan.Week) -> dict[str, Any]:
    return {
        "number": made.number,
        "starts_on": made.starts_on.isoformat(),
        "phase": made.phase,
        "cutback": made.cutback,
        "distance_km": made.distance_km,
        "runs": [run(one) for one in made.runs],
    }


def run(made: plan.Run) -> dict[str, Any]:
    return {
        "id": made.id,
        "date": made.on.isoformat(),
        "time": made.at.strftime("%H:%M"),
        "type": made.type,
        "hard": made.is_hard,
        "distance_km": made.distance_km,
        "duration_min": made.duration_min,
        "running_min": made.running_min,
        "steps": [step.as_json() for step in made.steps],
        "effort": list(made.effort),
        "why": made.why,
    }


def seconds(text: str) -> int | None:
    """ "25:30" or "1:55:00" to seconds; None when it is neither."""
    match = _CLOCK.fullmatch(text.strip())
    if not match or int(match[3]) > 59 or (match[1] and int(match[2]) > 59):
        return None
    return int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3])


def _consistent(asked: Request) -> Request:
    """What only several fields together can be wrong about."""
    if asked.goal_date and asked.goal_date <= asked.today:
        raise Invalid("goal.date", "must lie after today")
    if asked.goal_date and asked.goal_date > asked.today + FURTHEST:
        raise Invalid("goal.date", "must lie within two years")
    if asked.long_run_day and asked.available_days and asked.long_run_day not in asked.available_days:
        raise Invalid("long_run_day", "is not one of available_days")
    if asked.goal_time_s and asked.race_km:
        _plausible("goal.time", asked.goal_time_s, asked.race_km)
    return asked


def _goal(data: Mapping[str, Any]) -> dict[str, Any]:
    given = data.get("goal")
    if not isinstance(given, Mapping):
        raise Invalid("goal", "is missing" if "goal" not in data else "must be an object")
    _only(given, _GOAL, prefix="goal.")
    race = _choice(given, "race", tuple(pace.RACE_KM), prefix="goal.")
    distance_km = _number(given, "distance_km", 2, 100, prefix="goal.")
    if race and distance_km is not None and abs(distance_km - pace.RACE_KM[race]) > 0.2:
        raise Invalid("goal.distance_km", f"is not the distance of goal.race ({race})")
    text = given.get("text")
    if text is not None and (not isinstance(text, str) or len(text) > 500):
        raise Invalid("goal.text", "must be text of at most 500 characters")
    return {
        "race": race,
        "distance_km": None if race else distance_km,
        "goal_date": _date(given, "date", prefix="goal."),
        "goal_time_s": _seconds(given, "time", prefix="goal."),
        "goal_text": text or "",
    }


def _race(data: Mapping[str, Any], *, prefix: str = "recent_race.") -> RecentRace | None:
    given = data.get("recent_race")
    if given is None:
        return None
    if not isinstance(given, Mapping):
        raise Invalid("recent_race", "must be an object")
    _only(given, {"distance_km", "time"}, prefix=prefix)
    distance_km = _given(_number(given, "distance_km", 0.8, 200, prefix=prefix), f"{prefix}distance_km")
    time_s = _given(_seconds(given, "time", prefix=prefix), f"{prefix}time")
    _plausible(f"{prefix}time", time_s, distance_km)
    return RecentRace(distance_km, time_s)


def is_plausible(time_s: float, distance_km: float) -> bool:
    """Neither faster than any record nor slower than a walk."""
    return FASTEST_S_PER_KM <= time_s / distance_km <= SLOWEST_S_PER_KM


def _plausible(field: str, time_s: int, distance_km: float) -> None:
    if not is_plausible(time_s, distance_km):
        raise Invalid(field, "is faster or slower than people run that distance")


def _days(data: Mapping[str, Any]) -> tuple[str, ...]:
    given = data.get("available_days")
    if given is None:
        return ()
    if not isinstance(given, list | tuple) or any(day not in WEEKDAYS for day in given):
        raise Invalid("available_days", f"must be a list of {', '.join(WEEKDAYS)}")
    if len(set(given)) != len(given) or len(given) < 2:
        raise Invalid("available_days", "must name two days or more, each once")
    return tuple(given)


def _only(data: Mapping[str, Any], known: set[str], *, prefix: str = "") -> None:
    unknown = sorted(str(name) for name in data if name not in known)
    if unknown:
        raise Invalid(prefix + _one_line(unknown[0]), "is not a field of a request")


def _given(value: T | None, field: str) -> T:
    if value is None:
        raise Invalid(field, "is missing")
    return value


def _number(data: Mapping[str, Any], name: str, least: float, most: float, *, prefix: str = "") -> float | None:
    value = data.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Invalid(prefix + name, "must be a number")
    # No number at all (NaN) is in no range, and an integer of any length is compared without a float.
    if not least <= value <= most:
        raise Invalid(prefix + name, f"must be between {least:g} and {most:g}")
    return float(value)


def _integer(data: Mapping[str, Any], name: str, least: int, most: int) -> int | None:
    value = _number(data, name, least, most)
    if value is None:
        return None
    if value != int(value):
        raise Invalid(name, "must be a whole number")
    return int(value)


def _choice(data: Mapping[str, Any], name: str, choices: tuple[str, ...], *, prefix: str = "") -> str | None:
    value = data.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or value not in choices:
        raise Invalid(prefix + name, f"must be one of {', '.join(choices)}")
    return value


def _flag(data: Mapping[str, Any], name: str) -> bool:
    value = data.get(name)
    if value is not None and not isinstance(value, bool):
        raise Invalid(name, "must be true or false")
    return bool(value)


def _date(data: Mapping[str, Any], name: str, *, prefix: str = "") -> date | None:
    value = data.get(name)
    if value is None:
        return None
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            raise ValueError(value)
        on = date.fromisoformat(value)
    except (TypeError, ValueError):
        raise Invalid(prefix + name, "must be a date like 2026-06-21") from None
    if not 1900 <= on.year <= 2200:
        raise Invalid(prefix + name, "must lie between 1900 and 2200")
    return on


def _time(data: Mapping[str, Any]) -> time:
    value = data.get("start_time")
    if value is None:
        return time(7)
    if not isinstance(value, str) or not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value, re.ASCII):
        raise Invalid("start_time", "must be a time like 07:00")
    return time.fromisoformat(value)


def _seconds(data: Mapping[str, Any], name: str, *, prefix: str = "") -> int | None:
    value = data.get(name)
    if value is None:
        return None
    found = seconds(value) if isinstance(value, str) else None
    if not found:
        raise Invalid(prefix + name, "must be a time like 25:30 or 1:55:00")
    return found


def _one_line(text: str) -> str:
    """A name as a terminal may show it."""
    return "".join(sign if sign.isprintable() else "?" for sign in " ".join(text.split()))[:60] or '""'
