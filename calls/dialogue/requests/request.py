"""What was asked for, and where in the words it stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from calls.dialogue.understanding.times import DAYS, Said
from runs.training.language.clauses import Clause
from runs.training.pace import KM_PER_MILE

DAY = "|".join(DAYS)
# After a run what is told is told of the run; only a plain request changes what lies ahead.
TELLING = ("post_run", "celebration")
ABOUT_A_RUN = ("pre_run", *TELLING)


@dataclass(frozen=True)
class Request:
    """`ask` is move, skip, swap, shorten, ease_week, repeat_week, frequency, days, pause or resume; the rest as far as
    it was said.

    `moment` is a local one in ISO form, of a slot that was offered; `weeks_ahead` is 0 for this week, 1 for the next;
    `since` is a day's name, "tomorrow", "next week" or a date in ISO form.
    """

    ask: str
    run: str = ""
    other: str = ""
    when: Said | None = None
    is_today: bool = False
    moment: str = ""
    km: float | None = None
    minutes: int | None = None
    share: float | None = None
    weeks_ahead: int | None = None
    count: int | None = None
    day: str = ""
    only: str = ""
    kind: str = ""
    days: int | None = None
    since: str = ""
    is_open_end: bool = False
    reason: str = ""
    # The day, "today" or a weekday's name, that was named for a run and has none.
    absent: str = ""


def standing(told: Iterable[Clause], pattern: re.Pattern[str]) -> re.Match[str] | None:
    """Where it is said, and neither denied, nor somebody else's, nor of another time."""
    for clause in told:
        found = pattern.search(clause.text)
        if found and not (
            clause.denies(found.start(), found.end()) or clause.is_others(found.start()) or clause.is_before
        ):
            return found
    return None


def km_of(found: re.Match[str]) -> float:
    return float(found[1]) * (KM_PER_MILE if found[2].startswith("mi") else 1)
