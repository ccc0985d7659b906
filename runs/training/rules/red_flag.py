"""A red flag from any door: no more running until a doctor has cleared the runner."""

from collections.abc import Iterator
from datetime import date

from runs.training import safety
from runs.training.history import Adjustment, History, Task

REASON = (
    "What you told me needs a doctor, not a coach. Please get medical help now; if it is happening right now, call "
    "your local emergency number. All your runs wait until a doctor has cleared you."
)


TASK = "Get medical help"


def task(today: date) -> Task:
    return Task(
        TASK,
        "What you told me should be looked at by a doctor before you run again. Then tell me that you are cleared.",
        "recovery", "high", today,
    )  # fmt: skip


def judge(history: History, today: date) -> Iterator[Adjustment]:
    evidence = [run_id for run_id, words, place in _words(history) if safety.is_red_flag(words, pain_location=place)]
    seen = history.spent_by("red_flag")
    fresh = tuple(dict.fromkeys(run_id for run_id in evidence if run_id not in seen))
    if fresh:
        yield Adjustment("red_flag", REASON, today, fresh, tasks=(task(today),))


def _words(history: History) -> Iterator[tuple[str, str, str]]:
    for session in history.told:
        yield session.run_id, session.notes, session.pain_location if session.pain else ""
    for skip in history.skips:
        yield skip.run_id, skip.reason, ""
