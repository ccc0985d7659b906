"""A turn's answer: what the coach says and waits for, out of a state. Pure."""

import re
from dataclasses import dataclass
from typing import Any

from calls.dialogue import acts, scripts, summing, words
from calls.dialogue.scripts.choices import Choices

State = dict[str, Any]
# The questions that are no script's: about a change, or a task of last time.
SHARED = {
    "suspended": "yes_no", "confirm": "yes_no", "which_slot": "slot", "until": "until", "task": "yes_no",
    "task_open": "task_open",
}  # fmt: skip
_SENTENCES = re.compile(r"(?<=[.?!]) (?=\S)")


@dataclass(frozen=True)
class Reply:
    """The state after a turn, what the coach says, what it waits for, and what to offer: labels and their words."""

    state: State
    says: str
    expect: str | None
    over: bool
    choices: Choices = ()


@dataclass(frozen=True)
class Go:
    """Not an answer yet: on to a question, an offer or the closing words, after some words."""

    state: State
    following: str
    before: tuple[str, ...] = ()


def choices(state: State) -> Choices:
    """What may be answered now: labels, and the words they stand for."""
    if state["asking"] != "which_slot":
        return scripts.CHOICES.get(expected(state), ())
    return (
        *((slot["label"][0].upper() + slot["label"][1:], slot["label"]) for slot in state["pending"]["slots"]),
        ("Let it go", "let it go"),
        # "Leave it" beside "Let it go" would be a riddle.
        ("Keep it as planned", "leave it as it is"),
    )


def end(state: State, thing: str, *before: str, **answers: Any) -> Reply:
    state["answers"].update(answers)
    state = {**state, "over": True, "pending": None}
    return Reply(state, "\n".join([*before, say(state, thing)]), None, over=True)


def again(state: State, expect: str) -> Reply:
    """In other words, with the choices."""
    state = {**state, "tries": state["tries"] + 1}
    thing = f"again_{expect}"
    if words.knows(state["kind"], thing):
        return wait(state, say(state, thing))
    offered = [label for label, _ in choices(state)]
    thing = "again_choice" if len(offered) > 1 else "again_open"
    return wait(state, say(state, thing, choices=either(offered)))


def again_in_full(state: State, *before: str) -> Reply:
    """The question itself once more; a script's without the words that led up to it."""
    question = state.get("question") or say(state, "again_free")
    if state["asking"] not in SHARED:
        asking = [sentence for sentence in _SENTENCES.split(question) if sentence.endswith("?")]
        question = asking[-1] if asking else question
    return wait(state, *before, question)


def reply(state: State, *says: str) -> Reply:
    """`says` ends with a question, which is kept to be asked again."""
    return wait({**state, "question": says[-1]}, *says)


def wait(state: State, *says: str) -> Reply:
    """For an answer to the question that is open already."""
    return Reply(state, "\n".join(says), expected(state), over=False, choices=choices(state))


def expected(state: State) -> str:
    asking = state["asking"]
    return SHARED.get(asking) or scripts.QUESTIONS[state["kind"]][asking].expect


def say(state: State, thing: str, **more: str) -> str:
    facts = {
        **state["facts"],
        "that_day": acts.that_day(state["facts"]),
        **summing.facts_from(state["answers"], state["kind"]),
        **more,
    }
    return " ".join(words.say(state["kind"], thing, seed=state["seed"], facts=facts).split())


def either(labels: list[str]) -> str:
    """ "on Friday at 7:00, on Sunday at 8:00 or leave it"."""
    return " or ".join(filter(None, [", ".join(labels[:-1]), labels[-1] if labels else ""]))
