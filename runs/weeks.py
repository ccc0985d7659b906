"""Runs laid out as weeks, Monday to Sunday."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from runs.models import ScheduledRun


@dataclass(frozen=True)
class Day:
    on: date
    runs: list[ScheduledRun]
    is_today: bool
    is_past: bool


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
        return round(100 * self.done_km / self.planned_km) if self.planned_km else 0


def build(monday: date, runs: Iterable[ScheduledRun], *, today: date) -> Week:
    """The week of `monday`; runs of other weeks are left out."""
    dates = [monday + timedelta(days=ahead) for ahead in range(7)]
    mine = [run for run in runs if dates[0] <= run.scheduled_on <= dates[-1]]
    days = [
        Day(on, [run for run in mine if run.scheduled_on == on], is_today=on == today, is_past=on < today)
        for on in dates
    ]
    done = [run for run in mine if run.status == ScheduledRun.Status.COMPLETED]
    counted = [run for run in mine if run.status != ScheduledRun.Status.REST]
    return Week(monday, days, sum(r.distance for r in counted), sum(r.distance for r in done))
