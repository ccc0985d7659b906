"""Runs, times and distances as a person says them."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from runs.training.pace import KM_PER_MILE

if TYPE_CHECKING:
    from coach.models import User
    from runs.models import ScheduledRun


TIPS = {
    "easy": "keep it slow enough to talk in sentences",
    "recovery": "slower than you think is right",
    "long": "start slower than feels necessary",
    "tempo": "comfortably hard, never flat out",
    "intervals": "keep the first repeat the calmest",
    "hills": "short steps up, and walk down if you like",
    "race_pace": "find the rhythm and leave it there",
    "race": "start behind the crowd and pass it later",
    "run_walk": "walk before you need to",
}


# How a part of a run should feel, where no pace says it; the work of a hard run by its type.
EFFORT = {
    "warmup": "easy, then a little quicker",
    "cooldown": "as easy as you like",
    "recovery": "jog or walk",
    "walk": "briskly",
    "run": "you can talk in sentences",
    "tempo": "comfortably hard: a few words at a time",
    "intervals": "hard, the last as fast as the first",
    "hills": "strong, with short steps",
    "race_pace": "as you mean to race",
}


def effort(step_kind: str, run_type: str) -> str:
    """ "you can talk in sentences"."""
    return EFFORT[run_type] if step_kind == "work" and run_type in EFFORT else EFFORT.get(step_kind, "easy")


def distance(km: float, *, units: str) -> str:
    """ "5 km" or "3.1 mi": at most one decimal."""
    value = km / KM_PER_MILE if units == "mi" else km
    return f"{value:.1f}".removesuffix(".0") + f" {units}"


def stretch(km: float, *, units: str) -> str:
    """ "400 m", "1.5 km" or "0.9 mi": what is shorter than a kilometre is told in metres, as on a track."""
    return f"{round(km * 1000, -1):.0f} m" if km < 1 else distance(km, units=units)


def pace(s_per_km: float, *, units: str) -> str:
    """ "5:30 /km" or "8:51 /mi"."""
    seconds = round(s_per_km * KM_PER_MILE if units == "mi" else s_per_km)
    return f"{seconds // 60}:{seconds % 60:02d} /{units}"


def clock(at: time) -> str:
    """ "7:00"."""
    return f"{at.hour}:{at.minute:02d}"


def day(on: date) -> str:
    """ "Thu 5 March"."""
    return f"{on:%a} {on.day} {on:%B}"


def run(run: "ScheduledRun", user: "User") -> str:
    """ "your 5 km easy run"."""
    return f"your {run_of(run, user)}"


def run_of(run: "ScheduledRun", user: "User") -> str:
    """ "5 km easy run"."""
    return f"{distance(run.distance, units=user.units)} {run.get_run_type_display().lower()}"


def whose(run: "ScheduledRun", user: "User") -> str:
    """ "Thursday's 5 km easy run"."""
    return f"{run.scheduled_on:%A}'s {run_of(run, user)}"


def tip(run: "ScheduledRun | None") -> str:
    return TIPS.get(run.run_type, TIPS["easy"]) if run else TIPS["easy"]


def when(run: "ScheduledRun", user: "User", now: datetime) -> str:
    """ "tomorrow at 8:00", "on Thu 5 March at 7:00"."""
    away = (run.scheduled_on - user.today(now)).days
    start = clock(run.start_time)
    near = {0: f"today at {start}", 1: f"tomorrow at {start}"}
    return near.get(away, f"on {day(run.scheduled_on)} at {start}")


def near(on: date, at: time, today: date) -> str:
    """A day and time ahead, as they are said: "today at 18:00", "on Friday at 7:00", "on Mon 7 December at 7:00"."""
    away = (on - today).days
    start = clock(at)
    if away in (0, 1):
        return f"{('today', 'tomorrow')[away]} at {start}"
    return f"on {on:%A} at {start}" if 1 < away < 7 else f"on {day(on)} at {start}"


def countdown(run: "ScheduledRun", user: "User", now: datetime) -> str:
    """ "in 12 minutes", "today at 18:00", "tomorrow at 8:00", "in 2 days"."""
    away = (run.scheduled_on - user.today(now)).days
    left = run.scheduled_date_time - now
    if timedelta(0) < left < timedelta(hours=1):
        minutes = max(1, round(left.total_seconds() / 60))
        return f"in {minutes} minute{'s' if minutes > 1 else ''}"
    if away < 0:
        return f"was {day(run.scheduled_on)}"
    return when(run, user, now) if away <= 1 else f"in {away} days"
