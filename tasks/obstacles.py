"""Words in, obstacles out, and the task that keeps an obstacle from spoiling another run. Pure.

An obstacle is a word that says so by itself ("drenched"), a thing that is lacking ("no jacket", "forgot my bottle"), or
a thing in trouble ("my shoes are falling apart"). A mere occasion ("meeting", "kids") is one where the words are
known to be a reason; `Mention.weak` tells the caller so.

Words are looked for in their plain form, that of `runs.training.language.normal.plain`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tasks.obstacle_classes import AHEAD, CLASSES, DENIES, DUTY_AT, SNACK, TIME, USUAL, title
from tasks.obstacle_frames import FRAMES, JAM, MEAL
from tasks.obstacle_words import BETWEEN, KINDS, LACKS, Kind


@dataclass(frozen=True)
class Proposal:
    """A task to offer. `due_on` is a local date."""

    title: str
    description: str
    category: str
    priority: str
    due_on: date


@dataclass(frozen=True)
class Mention:
    """An obstacle where it stands in the text. `lacks`: a "no" is part of the words themselves."""

    category: str
    title: str
    priority: str
    start: int
    end: int
    lacks: bool = False
    weak: bool = False


def _compiled(kind: Kind) -> list[tuple[re.Pattern[str], bool, bool]]:
    """The patterns of a kind, each with whether it lacks something and whether it is weak."""
    made = []
    if kind.says:
        made.append((rf"\b(?:{kind.says})\b", False, False))
    if kind.thing:
        made.append((rf"\b{LACKS}{BETWEEN} (?:{kind.thing})\b", True, False))
    if kind.thing and kind.trouble:
        made.append((rf"\b(?:{kind.thing})(?: [\w']+){{0,4}}? {kind.trouble}\b", False, False))
    if kind.occasion:
        made.append((rf"\b(?:{kind.occasion})\b", False, True))
    return [(re.compile(pattern), lacks, weak) for pattern, lacks, weak in made]


_PATTERNS = tuple((kind, _compiled(kind)) for kind in KINDS)
# Lacking it was no matter.
_NOT_NEEDED = re.compile(
    r"^(?:did|do|does|was|is|have|had)? ?(?:not|n't|no|never) (?:really )?(?:need(?:ed)?|matter|mind|"
    r"bother\w*|miss)\b"
)


def mentions(plain: str, *, is_ahead: bool = True) -> Iterator[Mention]:
    """Every obstacle named in words in plain form, the certain ones of all kinds before the weak ones; `is_ahead`: told
    before the run that it may hinder."""
    weak = []
    for mention in _named(plain):
        if mention.weak:
            weak.append(mention)
        else:
            yield mention
    for category, usual, pattern in CLASSES:
        if found := pattern.search(plain):
            yield _of_class(category, title(category, usual, found[0]), found)
    for category, pattern in FRAMES:
        if found := pattern.search(plain):
            yield _of_class(category, title(category, USUAL[category], found[0]), found)
    if is_ahead and (found := DUTY_AT.search(plain) or AHEAD.search(plain)):
        yield _of_class("scheduling", TIME, found)
    yield from weak
    if found := MEAL.search(plain):
        yield replace(_of_class("nutrition", SNACK, found), weak=True)
    if found := JAM.search(plain):
        yield replace(_of_class("scheduling", TIME, found), weak=True)


def _of_class(category: str, what: str, found: re.Match[str]) -> Mention:
    return Mention(category, what, "medium", *found.span(), lacks=bool(DENIES.search(found[0])))


def _named(plain: str) -> Iterator[Mention]:
    for kind, patterns in _PATTERNS:
        for pattern, lacks, is_weak in patterns:
            for found in pattern.finditer(plain):
                if not (lacks and _NOT_NEEDED.match(found[0])):
                    yield Mention(kind.category, kind.title, kind.priority, *found.span(), lacks=lacks, weak=is_weak)


def propose(words: str, *, plain: str, today: date, next_run_on: date | None = None) -> Proposal | None:
    """The task for an obstacle told in words, due in 3-7 days and before the next run when that is sooner."""
    found = next(mentions(plain), None)
    return _proposal(found, words, today, next_run_on) if found else None


def keep_free(words: str, *, today: date, next_run_on: date | None = None) -> Proposal:
    """The task for a reason that is none of the known ones: it took the time of a run."""
    unknown = Mention("scheduling", "Keep the time of your next run free", "medium", 0, len(words))
    return _proposal(unknown, words, today, next_run_on)


def description(words: str) -> str:
    """Why a task is there: what the runner said."""
    return f"You told me: \u201c{words.strip().rstrip('.')[:200]}\u201d."


def _proposal(obstacle: Mention, words: str, today: date, next_run_on: date | None) -> Proposal:
    due = today + timedelta(days=DUE_IN_DAYS)
    if next_run_on and today < next_run_on <= due:
        # Before the run that it would spoil again.
        due = next_run_on - timedelta(days=1)
    return Proposal(obstacle.title, description(words), obstacle.category, obstacle.priority, due)


DUE_IN_DAYS = 5
