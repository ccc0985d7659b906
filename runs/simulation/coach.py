"""The real rules, asked after every event of a simulated runner's, and an auditor who looks at what they made of it."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from runs.training import adaptation, around, audit, going_back, moves
from runs.training.history import Adjustment, History, Run

UNDONE_WITHIN = timedelta(days=7)
# The rules are asked again about their own result after one event in so many.
TWICE_EVERY = 8
MOVED_WITHIN = timedelta(days=3)


@dataclass(frozen=True)
class Breach:
    """A limit that did not hold after an event."""

    on: date
    event: str
    fault: str


@dataclass
class Coach:
    """Keeps count of what the rules did, and of what the auditor found."""

    rules: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    breaches: list[Breach] = field(default_factory=list)

    def follow(self, before: History, event: str, *, today: date) -> History:
        """What the rules make of a history in which something has just happened."""
        judged = adaptation.judge(before, today=today)
        self.rules.update(made.rule for made in judged.adjustments)
        self.counts["events"] += 1
        self.counts["proposals"] += sum(made.asks for made in judged.adjustments)
        self.counts["withdrawn"] += len(judged.withdrawn)
        self._audit(before, judged.history, event, today)
        if self.counts["events"] % TWICE_EVERY == 0:
            self._note(_judged_again(judged.history, today), event, today)
        return judged.history

    def answer(self, history: History, *, is_yes: bool, today: date) -> History:
        """The runner's yes, or no, to the oldest proposal."""
        asked = next((made for made in history.adjustments if made.asks and not made.is_off), None)
        if asked is None:
            return history
        if not is_yes:
            self.counts["declined"] += 1
            return _instead(history, asked, replace(asked, is_off=True))
        after, changes = adaptation.accept(history, asked, today=today)
        after = _instead(after, asked, replace(asked, asks=False, changes=changes))
        self.counts["accepted"] += 1
        self._audit(history, after, "accept", today)
        return self.follow(after, "after accept", today=today)

    def undo(self, history: History, *, today: date) -> History:
        """Take back the latest adjustment of these days."""
        recent = [made for made in history.adjustments if _can_be_undone(made, today)]
        if not recent:
            return history
        undone = going_back.undo(history, recent[-1], today=today)
        after = history.with_runs(undone.restored)
        after = _instead(after, recent[-1], replace(recent[-1], is_off=True))
        self.counts["undone"] += 1
        # Put back is put back: whether the limits hold is asked once the rules have seen it.
        self._note(audit.past_changed(history, after, today=today), f"undo {recent[-1].rule}", today)
        return self.follow(after, f"undo {recent[-1].rule}", today=today)

    def _audit(self, before: History, after: History, event: str, today: date) -> None:
        faults = [*audit.past_changed(before, after, today=today), *audit.broken(after, today=today)]
        self.counts["audits"] += 1
        self._note(faults, event, today)

    def _note(self, faults: list[str], event: str, today: date) -> None:
        # What is broken stays so for weeks, with other figures: it is told once.
        known = {_place(breach.fault) for breach in self.breaches}
        self.breaches += [Breach(today, event, fault) for fault in faults if _place(fault) not in known]


def _judged_again(history: History, today: date) -> list[str]:
    """What the rules still make of their own result: nothing."""
    again = adaptation.judge(history, today=today)
    made = [f"{one.rule} once more, {len(one.changes)} runs changed" for one in again.adjustments]
    made += [f"{one.rule} of {one.on} withdrawn" for one, _ in again.withdrawn]
    return [f"TWICE {today}: {fault}" for fault in made]


def _place(fault: str) -> str:
    return fault.partition(": ")[0]


def another_day(history: History, run: Run, *, today: date) -> date | None:
    """A day of the same week to which the runner may move a run of today, be it with a warning."""
    calendar = around.calendar(history, run, today)
    last = min(run.on + MOVED_WITHIN, run.monday + timedelta(days=6))
    days = (today + timedelta(days=ahead) for ahead in range(1, (last - today).days + 1))
    return next((on for on in days if not moves.judge(around.plain(run), on, calendar=calendar).objection), None)


def _can_be_undone(made: Adjustment, today: date) -> bool:
    return bool(made.changes) and not made.is_off and not made.asks and made.on > today - UNDONE_WITHIN


def _instead(history: History, old: Adjustment, new: Adjustment) -> History:
    return replace(history, adjustments=tuple(new if made is old else made for made in history.adjustments))
