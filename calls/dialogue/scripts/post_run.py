"""After a run: the plan's six questions; what was told already is not asked."""

from calls.dialogue.scripts import hearing, pains
from calls.dialogue.scripts.question import Answers, Facts, Question, left_open


def _after_feel(answers: Answers, facts: Facts) -> str:
    return _after_difficulty(answers, facts) if "difficulty" in answers else "difficulty"


def _after_difficulty(answers: Answers, facts: Facts) -> str:
    return _after_pain(answers, facts) if answers.get("pain") is not None else "pain"


def _after_pain(answers: Answers, facts: Facts) -> str:
    if question := pains.open_about(answers):
        return question
    is_known = answers.get("energy") or left_open(answers, "energy")
    return "water" if is_known else "energy"


def _after_water(answers: Answers, facts: Facts) -> str:
    return "closing" if answers.get("harder") else "harder"


QUESTIONS = {
    "opening": Question("feel", hearing.feel, _after_feel),
    "difficulty": Question("scale", hearing.difficulty, _after_difficulty),
    "pain": Question("yes_no", hearing.pain, _after_pain),
    "pain_location": Question("body_part", hearing.pain_location, _after_pain, is_open=False),
    "pain_severity": Question("severity", hearing.pain_severity, _after_pain, is_open=False),
    "energy": Question("energy", hearing.energy, lambda answers, facts: "water"),
    "water": Question("yes_no", hearing.water, _after_water),
    "harder": Question("anything", hearing.obstacle, lambda answers, facts: "closing"),
}
