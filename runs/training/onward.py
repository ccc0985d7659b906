"""What a plan would be asked from here on: with what was run in place of what was declared."""

from dataclasses import replace
from datetime import date, timedelta

from runs.training import keeping, limits
from runs.training.history import DAY, WEEK, History, monday_of
from runs.training.request import Request

WEEKS = limits.WEEKS_HELD_AGAINST
# Whoever was away so long comes back with an easy week.
AWAY_DAYS = 7


def request(history: History, *, today: date) -> Request | None:
    """From the next Monday; None when nothing is left until the goal's day."""
    asked, began = history.asked, history.began_on
    done = [run for run in history.runs if run.status == "completed"]
    if not done and (began is None or began >= today):
        return replace(asked, today=today) if _has_time(asked, today) else None
    first = today if today == monday_of(today) else monday_of(today) + WEEK
    if not _has_time(asked, first):
        return None
    recent = tuple(
        sorted((run.on, km) for run in history.runs if run.on < first and (km := keeping.stands_km(history, run)))
    )
    weekly_km = usual_week_km(_weekly(history, first))
    days_off = (today - max((run.on for run in done), default=began or today)).days
    back = first + 6 * DAY if days_off >= AWAY_DAYS else None
    return replace(
        asked,
        today=first,
        current_weekly_km=round(weekly_km, 1),
        longest_recent_km=_longest(recent, first) if weekly_km else None,
        weeks_before=max(0, (first - monday_of(began or first)).days // 7),
        weeks_trained=len({run.monday for run in done}),
        history=tuple(pair for pair in recent if pair[0] >= first - limits.LONGEST_WITHIN),
        easy_until=max(filter(None, [back, _pain_until(history)]), default=None),
        days_off=max(0, days_off),
    )


def usual_week_km(weekly: list[float]) -> float:
    """The two best of the last four, oldest first; but no leap from the last two: who was away comes back gently."""
    best = sum(sorted(weekly)[-2:]) / min(2, sum(km > 0 for km in weekly) or 1)
    lately = max(weekly[-2:])
    return min(best, max(1.3 * lately, 0.5 * max(weekly)))


def _has_time(asked: Request, first: date) -> bool:
    return asked.goal_date is None or asked.goal_date > first


def _weekly(history: History, first: date) -> list[float]:
    since = first - timedelta(weeks=WEEKS)
    weekly = [0.0] * WEEKS
    for run in history.runs:
        if since <= run.on < first and not run.is_race:
            weekly[(run.on - since).days // 7] += keeping.stands_km(history, run)
    return weekly


def _longest(recent: tuple[tuple[date, float], ...], first: date) -> float:
    return round(limits.longest_before(first, recent), 1)


def _pain_until(history: History) -> date | None:
    return history.last_pain_on + limits.EASY_AFTER_PAIN if history.last_pain_on else None
