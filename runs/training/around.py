"""What lies around a run of a history, as `moves` asks it."""

from datetime import date, timedelta

from runs.training import limits, moves
from runs.training.history import History, Run


def calendar(history: History, run: Run, today: date) -> moves.Calendar:
    asked = history.asked
    return moves.Calendar(
        today=today,
        others=tuple(plain(other) for other in history.runs if other.id != run.id),
        weekly_frequency=asked.weekly_frequency,
        available_days=asked.available_days,
        long_run_day=asked.long_run_day or "",
        age=asked.age,
        race_on=history.race_on,
        goal_on=asked.goal_date,
        current_weekly_km=_declared_km(history, today),
        is_beginner=asked.is_beginner,
        pauses=history.pauses,
        easy_until=history.last_pain_on + limits.EASY_AFTER_PAIN if history.last_pain_on else None,
    )


def plain(run: Run) -> moves.Run:
    return moves.Run(run.on, run.type, run.distance_km, run.status)


def _declared_km(history: History, today: date) -> float:
    """The week named at the start, while it still lies among those a week is held against."""
    if history.began_on and today >= history.began_on + timedelta(weeks=limits.WEEKS_HELD_AGAINST):
        return 0.0
    return history.asked.current_weekly_km or 0.0
