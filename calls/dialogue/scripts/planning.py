"""The weekly talk: the week behind, the week ahead, which days changed."""

import re

from calls.dialogue import understanding
from calls.dialogue.scripts import hearing, pains
from calls.dialogue.scripts.question import Answers, Facts, Heard, Question
from calls.dialogue.understanding import times
from runs.training.language import normal

_SUITS = re.compile(
    r"^(?:no ,? ?)?(?:(?:it|that|this|all|everything) (?:is|looks|sounds|works) )?(?:all )?(?:sounds? |looks? |"
    r"seems )?(?:fine|good|"
    r"great|perfect|ok|lovely)(?: to me| with me| as it is| thanks)?$|\bno (?:changes?|complaints|objections?|"
    r"problems?)\b"
)
_DAY = re.compile(rf"\b(?:{'|'.join(times.DAYS)})s?\b")


def _agrees(said: str) -> Heard | None:
    if _SUITS.search(normal.plain(said)):
        return Heard({"agrees": True})
    agrees = understanding.understand(said, context="planning").will_run
    answer = understanding.yes_no(said) if agrees is None else agrees
    return None if answer is None else Heard({"agrees": answer})


def _days(said: str) -> Heard | None:
    """Whether a day is a problem; a day named without a wish is one."""
    names_a_day = times.said(normal.plain(said)).day is not None or _DAY.search(normal.plain(said))
    suits = _SUITS.search(normal.plain(said)) or hearing.leaves_it(said) or hearing.is_plain_no(said)
    if not names_a_day and (suits or understanding.yes_no(said) is False):
        return Heard({"days_changed": False})
    named = understanding.understand(said, context="planning")
    if named.obstacles:
        return Heard({"days_changed": True, "obstacles": [said]})
    return Heard({"days_changed": True}) if names_a_day or understanding.yes_no(said) else None


def _more(said: str) -> Heard | None:
    if hearing.is_plain_no(said) or understanding.says_bye(said) or hearing.leaves_it(said):
        return Heard(following="closing")
    if understanding.yes_no(said):
        return Heard(following="which_change")
    return Heard({"obstacles": [said]}) if understanding.understand(said, context="planning").obstacles else None


def _after_opening(answers: Answers, facts: Facts) -> str:
    return "which_change" if answers.get("agrees") is False else "days_changed"


def _after_days(answers: Answers, facts: Facts) -> str:
    return "which_change" if answers.get("days_changed") else "closing"


QUESTIONS = {
    "opening": Question("plan", _agrees, _after_opening),
    "days_changed": Question("days", _days, _after_days),
    "which_change": Question("more", _more, lambda answers, facts: "anything_else"),
    "anything_else": Question("more", _more, lambda answers, facts: "closing"),
    **pains.questions(),
}
