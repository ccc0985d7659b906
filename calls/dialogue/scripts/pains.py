"""What is still to be asked about a pain, in any kind of conversation."""

from calls.dialogue.scripts import hearing
from calls.dialogue.scripts.question import Answers, Facts, Question, left_open

# Told beside an answer, a pain is asked about at once, and the talk goes on where it was.
THEN = "after_pain"


def questions(then: str = THEN) -> dict[str, Question]:
    """Where it hurts and how much, then what `then` names."""

    def next_one(answers: Answers, facts: Facts) -> str:
        return open_about(answers) or then

    return {
        "pain_location": Question("body_part", hearing.pain_location, next_one, is_open=False),
        "pain_severity": Question("severity", hearing.pain_severity, next_one, is_open=False),
    }


def open_about(answers: Answers) -> str:
    """The question about a pain that is still open, or none."""
    if not answers.get("pain"):
        return ""
    if not answers.get("pain_location") and not left_open(answers, "pain_location"):
        return "pain_location"
    if answers.get("pain_severity") is None and not left_open(answers, "pain_severity"):
        return "pain_severity"
    return ""
