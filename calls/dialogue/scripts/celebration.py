"""A milestone: what they did, and what comes next."""

from calls.dialogue.scripts import pains
from calls.dialogue.scripts.question import Heard, Question


def _feeling(said: str) -> Heard:
    return Heard({"notes": said})


QUESTIONS = {
    "opening": Question("free", _feeling, lambda answers, facts: "closing"),
    **pains.questions(),
}
