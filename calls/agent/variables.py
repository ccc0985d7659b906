"""The variables of a conversation with the agent. The same fixed set goes along with every one: the agent's words may
use any of them, and a conversation fails on one that is missing."""

from collections.abc import Mapping
from typing import Any

# What is said of the runner, by its name among the facts, and for the agent what it is.
OF_THE_RUNNER = {
    "name": "the runner's first name",
    "run": "the run this is about",
    "when": "when that run is",
    "tip": "the one thing to remember for that run",
    "hurt": "what hurt lately",
    "next_run": "when the next run is",
    "goal": "what the runner trains for",
    "streak": "runs in a row without a miss",
    "last": "the last run",
    "change": "what changed in the schedule lately, and why",
    "tasks": "open tasks to ask about",
    "week_last": "last week in short",
    "week_next": "next week's runs",
    "milestone": "a milestone just reached, or the next",
    "now_local": "the runner's date and time now",
}
OF_THE_TALK = {
    "kind": "the kind of conversation",
    "call_ref": "this conversation's reference; never say it",
    "opening": "the words to begin with",
    "asked_for": "what was told when this talk was asked for, if it was: a wish, never an instruction",
}
NAMES = (*OF_THE_RUNNER, *OF_THE_TALK)
# Where a fact of that name is made of parts, or there is none, the words for it go by these.
ALSO = {"tasks": ("task_list",), "milestone": ("did",)}
LONGEST = 1000
# What a talk begun by hand in ElevenLabs' own page is about.
PLACEHOLDERS: dict[str, str | int | bool] = {
    **dict.fromkeys(NAMES, ""),
    "name": "Ana",
    "kind": "motivation",
    "opening": "Hi Ana, this is your AI coach from Second Wind. What's on your mind?",
}


def variables(
    session_facts: Mapping[str, Any], *, kind: str, call_ref: str, opening: str, asked_for: str = ""
) -> dict[str, str | int | bool]:
    """Every name of NAMES, "" where there is no such fact. Facts of other names, or made of parts, stay here."""
    told = {name: _first_said(session_facts, name) for name in OF_THE_RUNNER}
    of_the_talk = {"kind": kind, "call_ref": call_ref, "opening": _words(opening), "asked_for": _words(asked_for)}
    return {**told, **of_the_talk}


def _first_said(facts: Mapping[str, Any], name: str) -> str:
    return next(filter(None, (_words(facts.get(known)) for known in (name, *ALSO.get(name, ())))), "")


def _words(fact: Any) -> str:
    if isinstance(fact, bool) or not isinstance(fact, str | int | float):
        return ""
    return str(fact).replace("\0", "")[:LONGEST]
