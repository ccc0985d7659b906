"""A talk at any time: a question, a worry, a wish, or just a talk."""

import re

from calls.dialogue import understanding
from calls.dialogue.scripts import asked, hearing, pains
from calls.dialogue.scripts.question import Answers, Facts, Heard, Question
from calls.dialogue.understanding import questions
from runs.training.language import normal

_ENDS = re.compile(
    r"^(?:no|nope|nothing|nah|stop|(?:ok|okay|great|good|fine|no|lovely)? ?,? ?(?:thanks|thank you|"
    r"cheers)(?: coach)?|that will do|"
    r"nothing (?:more|else)|i am good|all good)$"
)
_IS_WELL = re.compile(
    r"^(?:(?:yes|yeah|oh|it is|i am|all|everything is|going) )*(?:good|fine|great)(?: thanks| thank you)?[ .!]*$"
)
_SHORT = (
    ("hello", re.compile(r"^(?:hi|hello|hey|good (?:morning|afternoon|evening))(?: (?:there|coach|again))*[ .,!]*$")),
    ("go_on", re.compile(r"^(?:yes|yeah|yep|sure|please|there is)(?: please| there is)?[ .!]*$")),
)
_NEW_GOAL = re.compile(
    r"\b(?:i (?:would (?:like|love)|want|am (?:thinking of|hoping|planning|going)) (?:to )?(?:run|do|train for|try|"
    r"doing|running|training for)|signed up|entered|registered|booked|got a place)(?: \w+){0,4}? "
    r"(?:marathon|half|10 ?k|5 ?k|ultra|race|triathlon|parkrun)\b"
)
# No run is at hand here.
_IN_OPEN_TALK = {"answer_this_run": "answer_next_run"}
_FEELINGS = {"negative": "heard_low", "positive": "heard_glad"}


def _listened(said: str) -> Heard:
    if told := hearing.hurting(said):
        return Heard({**told, "notes": said})
    if understanding.says_bye(said) or _ENDS.match(normal.plain(said)):
        return Heard(following="closing")
    if answer := asked.about(said) or _greeted(said):
        return Heard(ack=_IN_OPEN_TALK.get(answer, answer))
    ack = _nod(said)
    if ack == "lost":
        return Heard(ack=ack)
    return Heard({"notes": said, **({"obstacles": [said]} if ack == "heard_obstacle" else {})}, ack=ack)


def _opened(said: str) -> Heard:
    """At the first question "all good" is how it is going, and no goodbye."""
    is_well = _IS_WELL.match(normal.plain(said))
    return Heard({"notes": said}, ack="heard_glad") if is_well else _listened(said)


def _greeted(said: str) -> str:
    text = normal.plain(said)
    return next((ack for ack, pattern in _SHORT if pattern.match(text)), "")


def _nod(said: str) -> str:
    """What to say to something told; "lost" when there is nothing to nod to, or a question that has no answer here."""
    understood = understanding.understand(said, context="planning")
    if understood.obstacles:
        return "heard_obstacle"
    if questions.is_question(said):
        return "lost"
    if _NEW_GOAL.search(normal.plain(said)):
        return "new_goal"
    if understood.sentiment in _FEELINGS:
        return _FEELINGS[understood.sentiment]
    if understanding.says_gone(said):
        return "heard_glad"
    is_answer = understanding.yes_no(said) is not None or understood.topics or understanding.body_part(said)
    return "heard" if is_answer or understanding.is_told(said) else "lost"


def _after(answers: Answers, facts: Facts) -> str:
    return "listen"


QUESTIONS = {
    "opening": Question("talk", _opened, _after),
    "listen": Question("talk", _listened, _after),
    **pains.questions(),
}
