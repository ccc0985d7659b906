"""What a runner asks the coach to change, in whatever kind of conversation: one request, or none. Pure.

A request is only what was asked. Whether it can be, and what it comes to, is `changing`'s to say.
"""

import re
from dataclasses import replace
from datetime import datetime

from calls.dialogue.requests import pauses, runs, weeks
from calls.dialogue.requests.pauses import is_over, is_unsure, other_length, until
from calls.dialogue.requests.request import Request
from calls.dialogue.requests.runs import length, refused
from calls.dialogue.scripts.question import Facts
from runs.training.language import clauses, normal

__all__ = ["Request", "is_over", "is_unsure", "length", "other_length", "read", "refused", "until"]
# How often and when to be called is chosen in the settings; it is no wish about runs.
_OF_CALLS = re.compile(
    r"\b(?:call|calls|calling|ring|ringing|phone|phoning) (?:me|less|more|so|too|at|in|before|"
    r"after|only)\b"
)
OF_A_RUN = ("move", "skip", "shorten")
# Questions whether they go: "Thursday", and nothing else, is a wish there.
OF_GOING = ("opening", "still_on", "why_not")


# "Would it be ok if I skip it?" asks as "can I skip it?" does.
_POLITELY = re.compile(
    r"\b(?:(?:would|is|will) it (?:be )?(?:ok|okay|alright|all right|fine|possible) (?:if (?:i|we)|to|for me to)|"
    r"(?:do|would) you mind if (?:i|we)|what if (?:i|we)(?= (?:skip|skipped|drop|dropped|cancel)))\b",
    re.IGNORECASE,
)


def read(said: str, *, kind: str, facts: Facts, now: datetime, asking: str = "") -> Request | None:
    """The change asked for. `now` is the runner's own time; `asking` names the question that these words answer."""
    said = _POLITELY.sub("can I", said)
    told, text = clauses.of(said), normal.plain(said)
    if _OF_CALLS.search(text):
        return None
    found = (
        pauses.asked(told, said, facts)
        or weeks.asked(told, kind)
        or weeks.asked_days(told)
        or weeks.asked_fewer(told)
        or runs.asked_swap(text, facts, now)
        or runs.asked_shorter(told, kind)
        or runs.asked_from_to(text, facts, now)
        or pauses.spanned(told, said, kind)
        or runs.asked_skip_of_a_day(told)
        or runs.asked_move(said, kind)
        or runs.asked_skip(told)
        or runs.told_of_a_day(told, kind, facts, now)
        or pauses.implied(told, said, kind)
        or (runs.named_a_time(said) if kind == "pre_run" and asking in OF_GOING else None)
    )
    if found is None or found.ask not in OF_A_RUN or found.run:
        return found
    found = replace(found, reason=found.reason or said)
    if absent := runs.absent(text, facts, now):
        return replace(found, absent=absent)
    return replace(found, run=runs.meant(text, facts, now, kind=kind))
