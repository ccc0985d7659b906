"""The region of the calendar on a page: a week or a month, perhaps with a run picked up."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from coach.runners import RunnerRequest
from runs import scheduling, weeks
from runs.models import ScheduledRun

PAGES = {"week": "runs/schedule.html", "month": "runs/month.html"}
YEARS = range(2000, 2101)


@dataclass(frozen=True)
class Shown:
    """A week by its Monday, or a month by its first day."""

    kind: str
    first: date

    @property
    def url(self) -> str:
        return reverse(f"schedule_{self.kind}", args=[self.first])

    @property
    def previous(self) -> "Shown":
        return month(self.first - timedelta(days=1)) if self.kind == "month" else week(self.first - timedelta(weeks=1))

    @property
    def following(self) -> "Shown":
        return month(self.first + timedelta(days=31)) if self.kind == "month" else week(self.first + timedelta(weeks=1))

    @property
    def mondays(self) -> list[date]:
        last = self.following.first - timedelta(days=1)
        monday = self.first - timedelta(days=self.first.weekday())
        return [monday + timedelta(days=days) for days in range(0, (last - monday).days + 1, 7)]

    @property
    def days(self) -> list[date]:
        return [monday + timedelta(days=ahead) for monday in self.mondays for ahead in range(7)]

    def __str__(self) -> str:
        return f"{self.first:%Y-%m}" if self.kind == "month" else self.first.isoformat()


def week(day: date) -> Shown:
    return Shown("week", day - timedelta(days=day.weekday()))


def month(day: date) -> Shown:
    return Shown("month", day.replace(day=1))


def read(text: str) -> Shown | None:
    """ "2026-03" is a month, "2026-03-02" the week of that day."""
    is_month = len(text) == len("2026-03")
    try:
        day = date.fromisoformat(f"{text}-01" if is_month else text)
    except ValueError:
        return None
    if day.year not in YEARS:
        return None
    return month(day) if is_month else week(day)


def page(
    request: RunnerRequest, shown: Shown, *, carried: ScheduledRun | None = None, status: int = 200, **said: Any
) -> HttpResponse:
    """The whole page, or for HTMX its region alone. `said` is what the last move came to."""
    now = timezone.now()
    context = {"shown": shown, "carried": carried, **said, **_laid_out(request, shown, carried, now)}
    alone = request.htmx.target == shown.kind
    return render(request, f"runs/_{shown.kind}.html" if alone else PAGES[shown.kind], context, status=status)


def picked_up(request: RunnerRequest) -> dict[str, Any]:
    """What `?move=` says: a run of the runner's own, or that one is to be chosen."""
    wanted = request.GET.get("move", "")
    try:
        pk = uuid.UUID(wanted)
    except ValueError:
        return {"choosing": wanted == "choose"}
    run = get_object_or_404(request.user.runs.select_related("schedule__goal"), pk=pk)
    run.user = request.user
    if run.is_pending:
        return {"carried": run}
    return {"refusal": f"This run is already {run.get_status_display().lower()}."}


def _laid_out(request: RunnerRequest, shown: Shown, carried: ScheduledRun | None, now: datetime) -> dict[str, Any]:
    today, plan_weeks = request.user.today(now), request.goal.schedule.weeks
    theirs = request.user.runs.filter(schedule__goal=request.goal).between(shown.days[0], shown.days[-1])
    runs = list(theirs.defer("steps", "why"))
    # Asked for once, by the days and by what a carried run may do.
    prefetch_related_objects([request.user], "pauses")
    pauses = list(request.user.pauses.all())
    verdicts = scheduling.verdicts(carried, shown.days, at=carried.start_time, now=now) if carried else {}
    laid_out = [weeks.build(monday, runs, today=today, verdicts=verdicts, pauses=pauses) for monday in shown.mondays]
    return {
        "today": today,
        "is_this_week": shown.kind == "week" and shown.days[0] <= today <= shown.days[-1],
        "has_ahead": any(run.is_pending and run.scheduled_on >= today for run in runs),
        "rows": weeks.rows(laid_out, plan_weeks=plan_weeks),
        "week": laid_out[0],
        "kinds": {run.run_type: run for run in runs}.values(),
        "bars": weeks.bars(plan_weeks, shown=shown.first),
        "cannot": [day for week in laid_out for day in week.days if _is_worth_a_word(day, carried)],
    }


def _is_worth_a_word(day: weeks.Day, carried: ScheduledRun | None) -> bool:
    """A day ahead that cannot take the run; why a day that has passed cannot, everyone knows."""
    return bool(carried and day.verdict and day.verdict.objection and not day.is_past)
