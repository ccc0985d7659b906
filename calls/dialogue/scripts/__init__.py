"""What the coach asks in each kind of conversation, what it waits for, and what comes after each answer."""

from calls.dialogue.scripts import celebration, intervention, open_talk, planning, post_run, pre_run
from calls.dialogue.scripts.choices import BODY_PART_LABELS, CHOICES, SCALES
from calls.dialogue.scripts.question import Answers, Facts, Heard, Question

__all__ = [
    "AFTER_CHANGE",
    "BODY_PART_LABELS",
    "CHOICES",
    "QUESTIONS",
    "SCALES",
    "Answers",
    "Facts",
    "Heard",
    "Question",
]

QUESTIONS: dict[str, dict[str, Question]] = {
    "pre_run": pre_run.QUESTIONS,
    "post_run": post_run.QUESTIONS,
    "weekly_planning": planning.QUESTIONS,
    "intervention": intervention.QUESTIONS,
    "celebration": celebration.QUESTIONS,
    "motivation": open_talk.QUESTIONS,
}
# What a kind of talk goes on with after a change of the plan; else with what would have followed.
AFTER_CHANGE = {"weekly_planning": "anything_else"}
