"""The weeks that an adjustment changed, before and after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import svg
from django.utils.safestring import SafeString

from runs.charts import drawing
from runs.models import ScheduleAdjustment, ScheduledRun
from runs.training import snapshots
from runs.training.history import Run, monday_of

WIDTH, HEIGHT, HEAD, FOOT = 360.0, 150.0, 22.0, 26.0
GROUND = HEIGHT - FOOT
# More would be too thin to read on a phone.
MOST_WEEKS = 8
# Dates under the bars: as many as fit side by side.
MOST_DATES = 4
WIDEST = 46.0


@dataclass(frozen=True)
class Week:
    """Kilometres of a week as they were and as the adjustment made them."""

    monday: date
    before_km: float
    after_km: float

    @property
    def is_changed(self) -> bool:
        return abs(self.after_km - self.before_km) > 0.05


def weeks(row: ScheduleAdjustment, runs: Iterable[ScheduledRun]) -> list[Week]:
    """The weeks from the one before the first change to the one after the last. `runs`: those of the schedule, for what
    stayed."""
    changes = [snapshots.read_change(change) for change in row.changes]
    touched = {change.run_id for change in changes}
    before = [change.before for change in changes if change.before]
    after = [change.after for change in changes if change.after]
    changed = [run.monday for run in [*before, *after]]
    if not changed:
        return []
    count = (max(changed) - min(changed)).days // 7 + 3
    mondays = [min(changed) + timedelta(weeks=number - 1) for number in range(count)]
    stayed = [run.plain for run in runs if str(run.pk) not in touched and monday_of(run.scheduled_on) in mondays]
    rows = [Week(monday, _km(monday, [*stayed, *before]), _km(monday, [*stayed, *after])) for monday in mondays]
    return [week for week in rows if week.before_km or week.after_km]


def draw(rows: Sequence[Week], *, units_per_km: float) -> SafeString:
    """Dashed as it was, filled as it is, the kilometres written on both."""
    rows = rows[:MOST_WEEKS]
    highest = max((max(week.before_km, week.after_km) for week in rows), default=0) or 1.0
    slot = WIDTH / max(4, len(rows))
    every = -(-len(rows) // MOST_DATES) or 1
    elements = [drawing.line(0, GROUND, WIDTH, GROUND, "chart-base")]
    for at, week in enumerate(rows):
        elements += _week(week, slot * at, slot, highest, units_per_km)
        if at % every == 0:
            date_words = f"{week.monday.day} {week.monday:%b}"
            elements.append(drawing.words(slot * (at + 0.5), HEIGHT - 6, date_words, "chart-axis"))
    return drawing.drawn(elements, width=WIDTH, height=HEIGHT, name="chart-of-change")


def _week(week: Week, x: float, slot: float, highest: float, units_per_km: float) -> Iterable[svg.Element]:
    width = min(WIDEST, slot * 0.66)
    left = x + (slot - width) / 2
    before, after = (km / highest * (GROUND - HEAD) for km in (week.before_km, week.after_km))
    if after:
        yield drawing.box(left, GROUND - after, width, after, "chart-new" if week.is_changed else "chart-stayed")
    if before and week.is_changed:
        yield drawing.box(left, GROUND - before, width, before, "chart-planned")
    value = f"{week.after_km * units_per_km:.1f}".removesuffix(".0")
    yield drawing.words(x + slot / 2, GROUND - max(before, after) - 6, value, "chart-value")


def _km(monday: date, runs: Iterable[Run]) -> float:
    """What is to be run, or was: not what was missed or let go."""
    lost = ("missed", "skipped", "rest")
    return sum(run.distance_km for run in runs if run.monday == monday and not run.is_race and run.status not in lost)
