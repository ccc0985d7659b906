"""Rule 4: something got in the way. The run goes to a free day of the next three, and the obstacle becomes a task."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, timedelta

from runs.training import around, moves
from runs.training.history import DAY, Adjustment, Change, History, Run, Skip, Task
from runs.training.language import normal
from tasks import obstacles

WITHIN = timedelta(hours=72)
# Who is ill, sore or worn out rests; the run is not made up for.
RESTS = frozenset({"recovery"})


def judge(history: History, today: date) -> Iterator[Adjustment]:
    fresh = [(history.by_id[skip.run_id], skip) for skip in _fresh(history, today)]
    for run, skip in sorted(fresh, key=lambda pair: (pair[0].on, pair[0].id)):
        made = _made(history, run, skip, today)
        # The next one finds the day taken.
        history = history.with_runs(change.after for change in made.changes if change.after)
        yield made


def _fresh(history: History, today: date) -> list[Skip]:
    """Told of a run not run, within the days it could still go to."""
    return [
        skip
        for skip in {skip.run_id: skip for skip in history.skips if skip.reason.strip()}.values()
        if (run := history.by_id.get(skip.run_id))
        and run.status in ("skipped", "missed")
        and run.id not in history.spent_by("obstacle")
        and not run.is_race
        and run.on >= today - WITHIN
    ]


def _made(history: History, run: Run, skip: Skip, today: date) -> Adjustment:
    plain = normal.plain(skip.reason)
    known = obstacles.propose(skip.reason, plain=plain, today=today)
    on = None if known and known.category in RESTS else _day_for(history, run, today)
    following = on or next((other.on for other in history.ahead(today + DAY)), None)
    offered = obstacles.propose(skip.reason, plain=plain, today=today, next_run_on=following) or obstacles.keep_free(
        skip.reason, today=today, next_run_on=following
    )
    what = moves.NAMES[run.type]
    if on:
        reason = f"You told me: \u201c{_said(skip)}\u201d. I moved {run.on:%A}'s {what} to {on:%A}."
    elif known and known.category in RESTS:
        reason = f"You told me: \u201c{_said(skip)}\u201d. I let {run.on:%A}'s {what} go, so that you recover."
    else:
        reason = f"You told me: \u201c{_said(skip)}\u201d. No day near is free, so I let {run.on:%A}'s {what} go."
    changes = (Change(run, run.moved(on)),) if on else ()
    return Adjustment("obstacle", reason, today, (run.id,), changes, tasks=(Task(**asdict(offered)),))


def _said(skip: Skip) -> str:
    return " ".join(skip.reason.split()).rstrip(".")[:120]


def _day_for(history: History, run: Run, today: date) -> date | None:
    """The first day within 72 hours that needs no leave. From tomorrow, so that the task has a day."""
    calendar = around.calendar(history, run, today)
    days = [run.on + ahead * DAY for ahead in range(1, WITHIN.days + 1)]
    for on in days:
        if on <= today:
            continue
        verdict = moves.judge(around.plain(run), on, calendar=calendar)
        if not verdict.objection and not verdict.warnings:
            return on
    return None
