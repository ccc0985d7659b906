"""Before a run: on for it? anything in the way? any pain?"""

from calls.dialogue.scripts import hearing, pains
from calls.dialogue.scripts.question import Answers, Facts, Question, left_open
from runs.training.rules.pain import BAD


def _after_opening(answers: Answers, facts: Facts) -> str:
    if answers.get("pain"):
        return _after_pain(answers, facts)
    if answers.get("will_run") is False:
        return "offer_slots" if answers.get("obstacles") else "why_not"
    # After a change that came to nothing it is still to be said.
    return "in_the_way" if answers.get("will_run") or left_open(answers, "opening") else "opening"


def _after_still_on(answers: Answers, facts: Facts) -> str:
    if answers.get("pain"):
        return _after_pain(answers, facts)
    return "noted" if answers.get("will_run") else "offer_slots"


def _after_in_the_way(answers: Answers, facts: Facts) -> str:
    if answers.get("pain"):
        return _after_pain(answers, facts)
    if answers.get("obstacles"):
        return "noted"
    # Nothing in the way is no word yet that they will go.
    return "ready" if answers.get("will_run") else "undecided"


def _after_why_not(answers: Answers, facts: Facts) -> str:
    return _after_pain(answers, facts) if answers.get("pain") else "offer_slots"


def _after_pain(answers: Answers, facts: Facts) -> str:
    if question := pains.open_about(answers):
        return question
    # What nobody could say how bad it is counts as bad.
    severity = answers.get("pain_severity")
    return "offer_rest" if severity is None or severity >= BAD else "hurts_mild"


QUESTIONS = {
    "opening": Question("yes_no", hearing.on_for_it, _after_opening),
    "still_on": Question("yes_no", hearing.on_for_it, _after_still_on),
    "in_the_way": Question("anything", hearing.obstacle, _after_in_the_way),
    "why_not": Question("free", hearing.why_not, _after_why_not),
    "pain_location": Question("body_part", hearing.pain_location, _after_pain, is_open=False),
    "pain_severity": Question("severity", hearing.pain_severity, _after_pain, is_open=False),
}
