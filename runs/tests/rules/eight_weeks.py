"""One plan: eight weeks from Monday 2 March, Tuesday easy 6 km, Thursday easy 6 km, Sunday long 10 km.

Runs are called by week and day: "1tue" to "8sun". What happens to the plan, and what is left of it.
"""

from datetime import date, timedelta

from runs.tests.invariants.calendar import HARD
from runs.tests.invariants.words import monday_of, on

MONDAY = date(2026, 3, 2)
KM = {"mon": 6, "tue": 6, "wed": 6, "thu": 6, "fri": 6, "sat": 6, "sun": 10}
DAYS = tuple(KM)
KNEE = {"location": "knee", "side": "left", "severity": 3}


def life(*, days=("tue", "thu", "sun"), level="intermediate", kinds=None, weeks=8, **profile):
    """`kinds`: types by name of run or by day, where they are not easy, and long on Sundays."""
    kinds = {"sun": "long", **(kinds or {})}
    runs = [
        {
            "id": f"{week}{day}",
            "date": (MONDAY + timedelta(weeks=week - 1, days=DAYS.index(day))).isoformat(),
            "type": kinds.get(f"{week}{day}", kinds.get(day, "easy")),
            "distance_km": KM[day],
            "duration_min": KM[day] * 6,
            "status": "scheduled",
        }
        for week in range(1, weeks + 1)
        for day in days
    ]
    return {
        "today": MONDAY.isoformat(),
        "goal": {"race": None, "distance_km": None, "date": None, "time": None, "text": "Run"},
        "profile": {
            "weekly_frequency": len(days),
            "fitness_level": level,
            "available_days": list(days),
            "long_run_day": "sun",
            "current_weekly_km": sum(KM[day] for day in days),
            "longest_recent_km": 10,
            **profile,
        },
        "runs": runs,
        "sessions": [],
        "skips": [],
        "pauses": [],
        "adjustments": [],
        "weeks": [
            {"starts_on": (MONDAY + timedelta(weeks=week)).isoformat(), "phase": "build", "cutback": False}
            for week in range(weeks)
        ],
    }


def run_of(state, name):
    return next(run for run in state["runs"] if run["id"] == name)


def ran(state, name, difficulty, **more):
    """Told on its day, which is today from then on."""
    run = run_of(state, name)
    state["today"] = max(state["today"], run["date"])
    state["sessions"].append(
        {"run_id": name, "completed_on": run["date"], "difficulty": difficulty, "pain": None} | more
    )
    run["status"] = "completed"
    return state


def missed(state, *names):
    for name in names:
        run = run_of(state, name)
        run["status"] = "missed"
        state["today"] = max(state["today"], (on(run) + timedelta(days=1)).isoformat())
    return state


def rules(made):
    return [one["rule"] for one in made]


def week(state, number):
    """Runs of a week that are still to be run, by day."""
    monday = MONDAY + timedelta(weeks=number - 1)
    of_week = [run for run in state["runs"] if monday_of(on(run)) == monday]
    return {DAYS[on(run).weekday()]: run for run in of_week if run["status"] in ("scheduled", "rescheduled")}


def km(state, number):
    return sum(run["distance_km"] for run in week(state, number).values())


def hard(state, *, until):
    return [run["id"] for run in state["runs"] if run["type"] in HARD and state["today"] <= run["date"] <= until]


def day(number, name):
    return (MONDAY + timedelta(weeks=number - 1, days=DAYS.index(name))).isoformat()
