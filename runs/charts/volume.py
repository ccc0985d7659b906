"""Weekly kilometres, planned against done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from coach.spoken import distance
from runs.charts import bars
from runs.charts.history import History, is_done, monday, ran_on
from runs.training import load


@dataclass(frozen=True)
class Week:
    """Kilometres: of the plan as it was made, and run. A run off the plan is only run."""

    monday: date
    planned_km: float
    done_km: float
    is_now: bool = False


def weeks(history: History) -> list[Week]:
    return [_week(history, first) for first in history.mondays]


def loads(history: History) -> list[load.Week]:
    """Difficulty times minutes of the same weeks."""
    sessions = [
        load.Session(ran_on(run), run.run_session.difficulty_rating, run.run_session.duration or run.duration_min)
        for run in history.done
    ]
    return load.weeks(sessions, history.mondays)


def draw(weeks: Sequence[Week], *, units: str) -> SafeString:
    return bars.draw([_bar(week, units) for week in weeks])


def draw_loads(weeks: Sequence[load.Week]) -> SafeString:
    """The greatest and the latest are written on; the table has the rest."""
    if not weeks:
        return SafeString("")
    said = {max(weeks, key=lambda week: week.load), weeks[-1]}
    return bars.draw(
        [
            bars.Bar(week.monday, week.load, str(week.load) if week in said else "", is_now=week is weeks[-1])
            for week in weeks
        ],
        name="load",
    )


def _week(history: History, first: date) -> Week:
    # A day off asks for nothing.
    planned = [
        run
        for run in history.runs
        if monday(run.scheduled_on) == first and not run.is_off_plan and not history.is_off(run.scheduled_on)
    ]
    done = [run for run in history.runs if is_done(run) and monday(ran_on(run)) == first]
    return Week(
        first,
        planned_km=sum(run.planned_distance for run in planned),
        done_km=sum(run.done_km for run in done),
        is_now=first == monday(history.today),
    )


def _bar(week: Week, units: str) -> bars.Bar:
    """This week says what is still to come; of weeks that are over, what was run is all that needs a number."""
    return bars.Bar(
        week.monday,
        week.done_km,
        _short(week.done_km, units) if week.done_km or week.is_now else "",
        planned=week.planned_km,
        hope=_short(week.planned_km, units) if week.is_now else "",
        is_now=week.is_now,
    )


def _short(km: float, units: str) -> str:
    """ "9.5", "18": a bar has room for no more."""
    number = distance(km, units=units).split(" ")[0]
    return f"{float(number):.0f}" if float(number) >= 10 else number
