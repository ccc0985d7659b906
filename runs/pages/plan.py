"""The whole plan on a page."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from coach import spoken
from coach.models import Goal
from coach.runners import RunnerRequest, with_goal
from runs import road
from runs.models import ScheduledRun


@dataclass(frozen=True)
class Week(road.Week):
    number: int = 0
    runs: int = 0
    is_now: bool = False


@require_safe
@with_goal
def plan(request: RunnerRequest) -> HttpResponse:
    today = request.user.today(timezone.now())
    weeks = _weeks(request.goal, today)
    has_race = bool(request.goal.target_date and (request.goal.target_race or request.goal.target_distance))
    context = {
        "goal": request.goal,
        "today": today,
        "weeks": weeks,
        "road": road.draw(weeks, units=request.user.units, race=has_race, today=today),
        "summary": _summary(request.goal, weeks, today),
    }
    return render(request, "runs/plan.html", context)


def _weeks(goal: Goal, today: date) -> list[Week]:
    """As planned, with the runs as they are now."""
    runs: dict[date, list[ScheduledRun]] = defaultdict(list)
    rows = goal.schedule.scheduled_runs.select_related("run_session").defer("steps", "why")
    for run in rows:
        runs[run.scheduled_on - timedelta(days=run.scheduled_on.weekday())].append(run)
    return [_week(week, runs[date.fromisoformat(week["starts_on"])], today) for week in goal.schedule.weeks]


def _week(planned: dict[str, object], runs: list[ScheduledRun], today: date) -> Week:
    starts_on = date.fromisoformat(str(planned["starts_on"]))
    training = [run for run in runs if run.run_type not in ("race", "rest")]
    return Week(
        starts_on=starts_on,
        phase=str(planned["phase"]),
        cutback=bool(planned["cutback"]),
        distance_km=round(sum(run.distance for run in training), 1),
        longest_km=max((run.distance for run in training), default=0.0),
        done_km=round(sum(run.done_km for run in training), 1),
        number=int(str(planned["number"])),
        runs=len(training),
        is_now=starts_on <= today < starts_on + timedelta(weeks=1),
    )


def _summary(goal: Goal, weeks: list[Week], today: date) -> str:
    """Where the runner is, in a sentence."""
    now = next((week for week in weeks if week.is_now), None)
    if now is None:
        first = weeks[0].starts_on if weeks else today
        return f"It starts on {spoken.day(first)}." if today < first else "All its weeks are behind you."
    of = f" of {weeks[-1].number}" if goal.target_date else ""
    days = (goal.target_date - today).days if goal.target_date else -1
    left = f", {days} day{'s' if days != 1 else ''} to go" if days > 0 else ", today is the day" if days == 0 else ""
    return f"Week {now.number}{of}: {now.phase}{', a lighter one' if now.cutback else ''}{left}."
