"""Rule 5: four weeks and more went well. The next building week may be more; the coach asks first."""

from collections.abc import Iterator
from datetime import date
from statistics import fmean

from runs.training import growing, workouts
from runs.training.history import WEEK, Adjustment, Change, History, Run, Session, monday_of
from runs.training.rules.too_easy import is_cut_short, more_of

WEEKS = 4
ENOUGH = 0.8
MORE = 1.10
# The mean difficulty of hard and long runs, and of the others.
WORKED, EASY = (5, 7), (3, 5)
LEAST_RATINGS = 4
LOOK_AHEAD = 3
DEMANDING = workouts.HARD | {"long"}


def judge(history: History, today: date) -> Iterator[Adjustment]:
    end = _weeks_end(history, today)
    due = [run for run in history.runs if end - WEEKS * WEEK <= run.on < end and _was_due(history, run)]
    evidence = tuple(told for run in due if (told := history.of_run.get(run.id)) and told.difficulty)
    if not _went_well(history, due, evidence, end):
        return
    monday = _building_week(history, today)
    if monday is None:
        return
    before = growing.week_of(history, monday, today=today)
    grown = growing.longer(history, before, MORE)
    kinds = ("tempo", "hills") if _had(history, "hills") >= _had(history, "tempo") else ("hills", "tempo")
    after, varied = growing.with_variation(history.with_runs(grown), grown, kinds, today=today)
    changes = tuple(Change(old, new) for old, new in zip(before, after, strict=True) if old != new)
    if changes:
        week = f"The week of {monday.day} {monday:%B}"
        reason = f"Four good weeks: you ran {_percent(history, due)} % of the plan, and it felt right. "
        reason += f"{more_of(before, after, varied, week)}"
        ids = tuple(sorted(told.run_id for told in evidence))
        yield Adjustment("progress", reason, today, ids, changes, asks=True)


def _weeks_end(history: History, today: date) -> date:
    """The day after the last whole week: this one counts when nothing of it is left to run."""
    monday = monday_of(today)
    is_over = not any(run.is_pending and today <= run.on < monday + WEEK for run in history.runs)
    ran = any(run.status == "completed" and run.monday == monday for run in history.runs)
    return monday + WEEK if is_over and ran else monday


def _was_due(history: History, run: Run) -> bool:
    """Of this plan: what was run before it began says nothing of how it is kept."""
    if history.began_on and run.on < history.began_on:
        return False
    return not run.off_plan and run.status != "rest" and not history.is_paused(run.on)


def _went_well(history: History, due: list[Run], evidence: tuple[Session, ...], end: date) -> bool:
    """Most was run, none of it cut short, at the difficulty it was meant to have; and no rule rests on it yet."""
    if {run.monday for run in due} != {end - back * WEEK for back in range(1, WEEKS + 1)}:
        return False
    if len(evidence) < LEAST_RATINGS or any(told.run_id in history.spent for told in evidence):
        return False
    return _share(history, due) >= ENOUGH and felt_right(history, evidence)


def _share(history: History, due: list[Run]) -> float:
    done = [run for run in due if run.status == "completed"]
    told = history.of_run
    return sum(run.id not in told or not is_cut_short(run, told[run.id]) for run in done) / len(due)


def _percent(history: History, due: list[Run]) -> int:
    return round(100 * _share(history, due))


def felt_right(history: History, evidence: tuple[Session, ...]) -> bool:
    """Hard and long runs as work, the others easily."""
    demanding = [told.difficulty for told in evidence if history.by_id[told.run_id].type in DEMANDING]
    others = [told.difficulty for told in evidence if history.by_id[told.run_id].type not in DEMANDING]
    means = [(fmean(filter(None, some)), span) for some, span in ((demanding, WORKED), (others, EASY)) if some]
    return all(low <= mean <= high for mean, (low, high) in means)


def _building_week(history: History, today: date) -> date | None:
    """The next week that is not lighter on purpose; none once the taper begins."""
    for ahead in range(1, LOOK_AHEAD + 1):
        monday = monday_of(today) + ahead * WEEK
        if growing.is_time(history, monday, today=today) and growing.week_of(history, monday, today=today):
            return monday
    return None


def _had(history: History, kind: str) -> int:
    return sum(run.type == kind and run.status == "completed" for run in history.runs)
