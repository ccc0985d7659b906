"""After three missed runs or more: no blame, what got in the way, and what would help."""

from dataclasses import replace

from calls.dialogue.scripts import hearing, pains
from calls.dialogue.scripts.question import Answers, Facts, Heard, Question


def _told(said: str) -> Heard | None:
    told = hearing.obstacle(said)
    return replace(told, ack="heard") if told else None


def _leaves(said: str) -> Heard | None:
    """What helps is a change, which is read as any other wish; here only that nothing shall change."""
    return Heard() if hearing.leaves_it(said) or hearing.is_plain_no(said) else None


def _after_goal(answers: Answers, facts: Facts) -> str:
    return "other_goal" if answers.get("goal_is_right") is False else "help"


QUESTIONS = {
    "opening": Question("free", _told, lambda answers, facts: "right_goal"),
    "right_goal": Question("yes_no", hearing.yes_no("goal_is_right"), _after_goal),
    "help": Question("help", _leaves, lambda answers, facts: "closing"),
    **pains.questions(),
}
