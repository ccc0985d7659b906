"""Requests and plans as JSON: what `manage.py plan` and `paces` take and give, field by field.

Shapes are documented in the README. A wrong or missing field raises `Invalid`, whose words name it.
"""

from collections.abc import Mapping
from typing import Any

from runs.training import feasibility, fields, pace, plan
from runs.training.request import FURTHEST, LEVELS, WEEKDAYS, RecentRace, Request

# Faster than any record, slower than a walk.
FASTEST_S_PER_KM, SLOWEST_S_PER_KM = 130, 900
_TOP = {
    "id", "today", "goal", "weekly_frequency", "fitness_level", "available_days", "long_run_day", "start_time",
    "current_weekly_km", "longest_recent_km", "recent_race", "age", "bmi", "weeks", "insist",
}  # fmt: skip
_GOAL = {"race", "distance_km", "date", "time", "text"}


def request(data: Any) -> Request:
    """A planning request from its JSON object."""
    if not isinstance(data, Mapping):
        raise fields.Invalid("request", "must be a JSON object")
    fields.only(data, _TOP)
    parsed = Request(
        today=fields.given(fields.day(data, "today"), "today"),
        **_goal(data),
        weekly_frequency=fields.given(fields.integer(data, "weekly_frequency", 2, 5), "weekly_frequency"),
        fitness_level=fields.given(fields.choice(data, "fitness_level", LEVELS), "fitness_level"),
        available_days=_days(data),
        long_run_day=fields.choice(data, "long_run_day", WEEKDAYS),
        start_time=fields.clock_time(data),
        current_weekly_km=fields.number(data, "current_weekly_km", 0, 300),
        longest_recent_km=fields.number(data, "longest_recent_km", 0, 200),
        recent_race=_race(data),
        age=fields.integer(data, "age", 5, 120),
        bmi=fields.number(data, "bmi", 8, 100),
        weeks=fields.integer(data, "weeks", 1, 104),
        insist=fields.flag(data, "insist"),
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
    race = fields.given(_race({"recent_race": {"distance_km": distance_km, "time": time_text}}, prefix=""), "distance")
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


def _consistent(asked: Request) -> Request:
    """What only several fields together can be wrong about."""
    if asked.goal_date and asked.goal_date <= asked.today:
        raise fields.Invalid("goal.date", "must lie after today")
    if asked.goal_date and asked.goal_date > asked.today + FURTHEST:
        raise fields.Invalid("goal.date", "must lie within two years")
    if asked.long_run_day and asked.available_days and asked.long_run_day not in asked.available_days:
        raise fields.Invalid("long_run_day", "is not one of available_days")
    if asked.goal_time_s and asked.race_km:
        _plausible("goal.time", asked.goal_time_s, asked.race_km)
    return asked


def _goal(data: Mapping[str, Any]) -> dict[str, Any]:
    given = data.get("goal")
    if not isinstance(given, Mapping):
        raise fields.Invalid("goal", "is missing" if "goal" not in data else "must be an object")
    fields.only(given, _GOAL, prefix="goal.")
    race = fields.choice(given, "race", tuple(pace.RACE_KM), prefix="goal.")
    distance_km = fields.number(given, "distance_km", 2, 100, prefix="goal.")
    if race and distance_km is not None and abs(distance_km - pace.RACE_KM[race]) > 0.2:
        raise fields.Invalid("goal.distance_km", f"is not the distance of goal.race ({race})")
    text = given.get("text")
    if text is not None and (not isinstance(text, str) or len(text) > 500):
        raise fields.Invalid("goal.text", "must be text of at most 500 characters")
    return {
        "race": race,
        "distance_km": None if race else distance_km,
        "goal_date": fields.day(given, "date", prefix="goal."),
        "goal_time_s": fields.duration_s(given, "time", prefix="goal."),
        "goal_text": text or "",
    }


def _race(data: Mapping[str, Any], *, prefix: str = "recent_race.") -> RecentRace | None:
    given = data.get("recent_race")
    if given is None:
        return None
    if not isinstance(given, Mapping):
        raise fields.Invalid("recent_race", "must be an object")
    fields.only(given, {"distance_km", "time"}, prefix=prefix)
    distance_km = fields.given(fields.number(given, "distance_km", 0.8, 200, prefix=prefix), f"{prefix}distance_km")
    time_s = fields.given(fields.duration_s(given, "time", prefix=prefix), f"{prefix}time")
    _plausible(f"{prefix}time", time_s, distance_km)
    return RecentRace(distance_km, time_s)


def is_plausible(time_s: float, distance_km: float) -> bool:
    """Neither faster than any record nor slower than a walk."""
    return FASTEST_S_PER_KM <= time_s / distance_km <= SLOWEST_S_PER_KM


def _plausible(field: str, time_s: int, distance_km: float) -> None:
    if not is_plausible(time_s, distance_km):
        raise fields.Invalid(field, "is faster or slower than people run that distance")


def _days(data: Mapping[str, Any]) -> tuple[str, ...]:
    given = data.get("available_days")
    if given is None:
        return ()
    if not isinstance(given, list | tuple) or any(day not in WEEKDAYS for day in given):
        raise fields.Invalid("available_days", f"must be a list of {', '.join(WEEKDAYS)}")
    if len(set(given)) != len(given) or len(given) < 2:
        raise fields.Invalid("available_days", "must name two days or more, each once")
    return tuple(given)
