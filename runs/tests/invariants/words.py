"""What a request and an answer say: the words the invariants are told in."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

RACE_KM = {"5k": 5.0, "10k": 10.0, "half_marathon": 21.0975, "marathon": 42.195}
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HARD = {"tempo", "intervals", "hills", "race_pace", "race"}
EFFORT = {
    "recovery": [2, 3],
    "easy": [3, 4],
    "run_walk": [3, 5],
    "long": [4, 6],
    "race_pace": [5, 7],
    "tempo": [6, 7],
    "hills": [6, 8],
    "intervals": [7, 9],
    "race": [8, 10],
}
LONGEST_SHARE = {2: 0.70, 3: 0.62, 4: 0.57, 5: 0.52}
PEAK_LONG = {"marathon": (0.66, 0.86), "half_marathon": (0.69, 1.0), "10k": (0.85, 1.6), "5k": (0.9, 2.3)}
LAST_LONGEST_DAYS = {"marathon": (14, 28), "half_marathon": (7, 21), "10k": (3, 14), "5k": (3, 14)}
TAPER = {"marathon": (0.55, 0.75, 0.85)}
TAPER_OF_OTHERS = (0.65,)

Check = Callable[[dict, dict], Iterator[str]]
INVARIANTS: dict[str, Check] = {}


def invariant(name: str) -> Callable[[Check], Check]:
    def register(check: Check) -> Check:
        INVARIANTS[name] = check
        return check

    return register


def vol(week: dict) -> float:
    """The week's planned running km without the race."""
    return sum(run["distance_km"] for run in trainings(week))


def l30(request: dict, answer: dict, day: date) -> float:
    """The longest run of the 30 days before `day`, the declared one (as if run on `today`) among them; km."""
    first = day - timedelta(days=30)
    near = [week for week in answer["weeks"] if first - timedelta(days=6) <= monday(week) < day]
    planned = [run["distance_km"] for week in near for run in trainings(week) if first <= on(run) < day]
    return max([*planned, declared_longest_km(request) if first <= today(request) else 0.0])


def ref4(request: dict, answer: dict, number: int) -> float:
    """The greatest vol of the four weeks before week `number`, those before the plan at the declared weekly km."""
    before = [vol(week) for week in answer["weeks"] if number - 4 <= week["number"] < number]
    return max([*before, declared_weekly_km(request) if number <= 4 else 0.0])


def slack(limit: float) -> float:
    """What a number may miss its limit by: the larger of 0.5 km and 3 %."""
    return max(0.5, 0.03 * limit) + 1e-6


def over(value: float, limit: float) -> bool:
    return value > limit + slack(limit)


def under(value: float, limit: float) -> bool:
    return value < limit - slack(limit)


def trainings(week: dict) -> list[dict]:
    """The week's runs but the race (a rest is no run)."""
    return [run for run in runs(week) if run["type"] != "race"]


def runs(week: dict) -> list[dict]:
    return [run for run in week["runs"] if run["type"] != "rest"]


def all_runs(answer: dict) -> list[dict]:
    return sorted((run for week in answer["weeks"] for run in runs(week)), key=on)


def all_trainings(answer: dict) -> list[dict]:
    return [run for run in all_runs(answer) if run["type"] != "race"]


def on(run: dict) -> date:
    return date.fromisoformat(run["date"])


def monday(week: dict) -> date:
    return date.fromisoformat(week["starts_on"])


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def today(request: dict) -> date:
    return date.fromisoformat(request["today"])


def is_whole(request: dict, week: dict) -> bool:
    """Did none of the week's days lie before today?"""
    return monday(week) >= today(request)


def declared_weekly_km(request: dict) -> float:
    return request.get("current_weekly_km") or 0.0


def declared_longest_km(request: dict) -> float:
    """The declared longest run; without one, the longest that P4 lets the declared weekly km hold."""
    share = LONGEST_SHARE[request["weekly_frequency"]]
    return request.get("longest_recent_km") or share * declared_weekly_km(request)


def goal_km(goal: dict) -> float | None:
    return RACE_KM.get(goal.get("race") or "") or goal.get("distance_km")


def goal_on(request: dict) -> date | None:
    text = request["goal"].get("date")
    return date.fromisoformat(text) if text else None


def race_on(request: dict) -> date | None:
    """The date of the race, if there is a race and it has a date."""
    return goal_on(request) if goal_km(request["goal"]) else None


def race_week(request: dict, answer: dict) -> int | None:
    """The race week's place among the weeks, from 0."""
    day = race_on(request)
    found = [place for place, week in enumerate(answer["weeks"]) if day and monday(week) == monday_of(day)]
    return found[0] if found else None


def available(request: dict) -> list[str]:
    return request.get("available_days") or list(DAYS)


def most_runs(request: dict) -> int:
    return min(request["weekly_frequency"], len(available(request)))


def is_new(request: dict) -> bool:
    return request["fitness_level"] == "new"


def is_one_shortest_run(week: dict) -> bool:
    """P16 allows nothing shorter than 1 km and 10 min, however little was declared."""
    shortest = [run for run in trainings(week) if run["distance_km"] <= 1 or run["duration_min"] <= 11]
    return len(trainings(week)) == len(shortest) == 1


def runs_much_more_than_the_race_needs(request: dict) -> bool:
    """Does P14's least week, in that few runs, want runs beyond P6's longest?"""
    race = request["goal"].get("race")
    if race not in PEAK_LONG:
        return False
    return 0.7 * declared_weekly_km(request) > 0.8 * most_runs(request) * PEAK_LONG[race][1] * RACE_KM[race]
