"""Consecutive planned runs done."""

from collections.abc import Iterable

BREAKS = frozenset({"missed", "skipped"})


def current(statuses: Iterable[str]) -> int:
    """Runs done in a row up to now. `statuses` in order of day; a rest day or a run still ahead neither adds nor
    breaks."""
    count = 0
    for status in statuses:
        if status == "completed":
            count += 1
        elif status in BREAKS:
            count = 0
    return count
