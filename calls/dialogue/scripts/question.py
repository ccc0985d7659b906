"""What a question of a script is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Answers = dict[str, Any]
Facts = dict[str, Any]


@dataclass(frozen=True)
class Heard:
    """What an answer means. `ack` names words to say before what follows, `following` what follows if it is not what
    the question has next."""

    answers: Answers = field(default_factory=dict)
    ack: str = ""
    following: str = ""


@dataclass(frozen=True)
class Question:
    """`hear` gives what an answer means, or None when it was not understood; `then` names the question, the offer or
    the closing words that follow. `is_open`: the runner may ask for a change of the plan instead, or as well."""

    expect: str
    hear: Callable[[str], Heard | None]
    then: Callable[[Answers, Facts], str]
    is_open: bool = True


def left_open(answers: Answers, question: str) -> bool:
    """Asked twice and not understood: never invented, and not asked again."""
    return question in answers.get("left_open", ())
