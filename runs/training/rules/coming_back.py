"""Pauses: no runs while they last, and a gentle first week after four days and more."""

from collections.abc import Iterator
from datetime import date, timedelta

from runs.training.absences import Pause
from runs.training.history import Adjustment, Change, History, Run

# Days off at most, and the share of its first week back that is left.
SHARES = ((7, 0.8), (14, 0.7), (28, 0.6))
LEAST_SHARE = 0.5
# Who was ill or hurt comes back more gently still.
GENTLER = 0.1
FIRST_WEEK = timedelta(days=6)
WORDS = {
    "illness": "for being ill",
    "injury": "for an injury",
    "holiday": "for a holiday",
    "medical": "until a doctor cleared you",
}


def judge(history: History, today: date) -> Iterator[Adjustment]:
    planned = {run_id for made in history.adjustments if _plans_a_return(made) for run_id in made.evidence}
    for absence in history.absences:
        if absence.ends_on:
            made = _made(history, absence, planned, today)
            if made.changes:
                yield made


def _plans_a_return(made: Adjustment) -> bool:
    """One that stands: undone with its pause, it plans nothing any more."""
    return made.rule == "return" and not made.is_off


def share_of(pause: Pause) -> float:
    """What is left of the first week back."""
    share = next((share for days, share in SHARES if pause.days <= days), LEAST_SHARE)
    return share if pause.kind == "holiday" else max(LEAST_SHARE, round(share - GENTLER, 2))


def _made(history: History, absence: Pause, planned: set[str], today: date) -> Adjustment:
    """Rest while it lasts, and a gentle first week back; what was made so before stays as it is."""
    away = sorted((run for run in history.runs if absence.covers(run.on)), key=lambda run: (run.on, run.id))
    changes = [Change(run, run.as_rest()) for run in away if run.is_pending and not run.is_race and run.on >= today]
    first_week = _first_week(history, absence)
    share = share_of(absence)
    for run in first_week:
        after = run.scaled(share).as_easy()
        if run.id not in planned and after != run and run.on >= today:
            changes.append(Change(run, after))
    evidence = tuple(run.id for run in [*away, *first_week])
    reason = _reason(history, absence, share, len(changes))
    return Adjustment("return", reason, today, evidence, tuple(changes), pause=absence)


def _first_week(history: History, absence: Pause) -> list[Run]:
    backs = (back for back, away in history.returns if away == absence)
    return [run for back in backs for run in history.ahead(back, until=back + FIRST_WEEK)]


def _reason(history: History, pause: Pause, share: float, count: int) -> str:
    off = f"{pause.days} day{'s' if pause.days > 1 else ''} off {WORDS.get(pause.kind, '')}".strip()
    if pause.days < 4:
        what = "that run is a rest day" if count == 1 else "those runs are rest days"
        return f"{off}: {what}. Nothing is to be made up for."
    less = round((1 - share) * 100)
    race = " The race day stays." if history.race_on else ""
    return f"{off}. Your first week back is {less} % shorter and all easy, at a gentler pace.{race}"
