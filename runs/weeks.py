"""Runs laid out as weeks, Monday to Sunday."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from runs.models import Pause, ScheduledRun
from runs.training import moves


@dataclass(frozen=True)
class Day:
    """`verdict` is there while a run is picked up: may it be put here? `pause`: no training on that day."""

    on: date
    runs: list[ScheduledRun]
    is_today: bool
    is_past: bool
    verdict: moves.Verdict | None = None
    pause: Pause | None = None


@dataclass(frozen=True)
class Week:
    """Kilometres are planned ones; a run done counts with its planned distance."""

    monday: date
    days: list[Day]
    planned_km: float
    done_km: float

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def previous(self) -> date:
        return self.monday - timedelta(weeks=1)

    @property
    def following(self) -> date:
        return self.monday + timedelta(weeks=1)

    @property
    def runs(self) -> list[ScheduledRun]:
        return [run for day in self.days for run in day.runs]

    @property
    def done_share(self) -> int:
        """0-100."""
        return min(100, round(100 * self.done_km / self.planned_km)) if self.planned_km else 0


def build(
    monday: date,
    runs: Iterable[ScheduledRun],
    *,
    today: date,
    verdicts: Mapping[date, moves.Verdict] | None = None,
    pauses: Sequence[Pause] = (),
) -> Week:
    """The week of `monday`; runs of other weeks are left out."""
    dates = [monday + timedelta(days=ahead) for ahead in range(7)]
    mine = [run for run in runs if dates[0] <= run.scheduled_on <= dates[-1]]
    days = [
        Day(
            on,
            [run for run in mine if run.scheduled_on == on],
            on == today,
            on < today,
            (verdicts or {}).get(on),
            next((pause for pause in pauses if pause.covers(on)), None),
        )
        for on in dates
    ]
    done = [run for run in mine if run.status == ScheduledRun.Status.COMPLETED]
    counted = [run for run in mine if run.status != ScheduledRun.Status.REST and not run.is_off_plan]
    return Week(monday, days, sum(r.distance for r in counted), sum(r.distance for r in done))


@dataclass(frozen=True)
class Row:
    """A week of a month: its place in the plan, and its kilometres as shares of the greatest week, 0-100."""

    week: Week
    plan: Mapping[str, Any]
    planned_share: int
    done_share: int


def rows(weeks: Iterable[Week], *, plan_weeks: Iterable[Mapping[str, Any]]) -> list[Row]:
    weeks, planned = list(weeks), {week["starts_on"]: week for week in plan_weeks}
    km = [float(week["distance_km"]) for week in planned.values()]
    greatest = max([*km, *(week.planned_km for week in weeks)], default=0) or 1
    return [
        Row(
            week,
            planned.get(week.monday.isoformat(), {}),
            round(100 * week.planned_km / greatest),
            round(100 * week.done_km / greatest),
        )
        for week in weeks
    ]


def bars(plan_weeks: Iterable[Mapping[str, Any]], *, shown: date) -> list[dict[str, Any]]:
    """Every week of the plan as a bar, scaled to the highest."""
    plan_weeks = list(plan_weeks)
    highest = max((float(week["distance_km"]) for week in plan_weeks), default=1) or 1
    return [
        {
            **week,
            "monday": date.fromisoformat(week["starts_on"]),
            "height": max(6, round(48 * float(week["distance_km"]) / highest)),
            "is_shown": week["starts_on"] == shown.isoformat(),
        }
        for week in plan_weeks
    ]
