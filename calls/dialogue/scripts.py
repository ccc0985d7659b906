"""What the coach asks in each kind of conversation, what it waits for, and what comes after each answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from calls.dialogue import understanding

Answers = dict[str, Any]

# What a door offers for each thing the coach can wait for: a label and the words it stands for.
CHOICES: dict[str, tuple[tuple[str, str], ...]] = {
    "yes_no": (("Yes", "yes"), ("No", "no")),
    "scale": tuple((str(value), str(value)) for value in range(1, 11)),
    "severity": tuple((str(value), str(value)) for value in range(11)),
    "energy": (("Low", "low"), ("Medium", "medium"), ("High", "high")),
    "body_part": tuple(
        (part.replace("_", " ").replace("it ", "IT ").capitalize() if part != "it_band" else "IT band", part)
        for part in understanding.BODY_PARTS
    ),
    "feel": (("Easy", "easy"), ("Moderate", "moderate"), ("Hard", "hard")),
    "free": (),
    "anything": (("No, all good", "no"),),
}
SCALES = ("difficulty", "pain_severity")
BODY_PART_LABELS = {value: label for label, value in CHOICES["body_part"]}


@dataclass(frozen=True)
class Question:
    """`understand` gives what an answer means, or None when it was not understood; `next` names the question, or the
    closing words, that follow."""

    expect: str
    understand: Callable[[str], Answers | None]
    next: Callable[[Answers, str], str]


def _yes_no(key: str) -> Callable[[str], Answers | None]:
    def understand(said: str) -> Answers | None:
        answer = understanding.yes_no(said)
        return None if answer is None else {key: answer}

    return understand


def _on_for_it(said: str) -> Answers | None:
    """Yes or no; and a place that hurts, which is no answer to wait for."""
    answer, place = understanding.yes_no(said), understanding.body_part(said)
    on = {} if answer is None else {"will_run": answer}
    if place and answer is not False:
        return {**on, "pain": True, "pain_location": place, "pain_side": understanding.side(said)}
    return on or None


def _feel(said: str) -> Answers:
    """The first answer is kept as a note; a number in it answers the next question too."""
    rating = understanding.number(said, lowest=1, highest=10) if "10" in said or "ten" in said.lower() else None
    return {"notes": said} if rating is None else {"notes": said, "difficulty": rating}


def _difficulty(said: str) -> Answers | None:
    rating = understanding.number(said, lowest=1, highest=10) or understanding.effort_in_words(said)
    return rating and {"difficulty": rating}  # type: ignore[return-value]


def _pain(said: str) -> Answers | None:
    place = understanding.body_part(said)
    answer = understanding.yes_no(said)
    if place and answer is not False:
        return {"pain": True, "pain_location": place, "pain_side": understanding.side(said)}
    return None if answer is None else {"pain": answer}


def _pain_location(said: str) -> Answers | None:
    place = understanding.body_part(said)
    return place and {"pain_location": place, "pain_side": understanding.side(said)}  # type: ignore[return-value]


def _pain_severity(said: str) -> Answers | None:
    severity = understanding.number(said, lowest=0, highest=10)
    return None if severity is None else {"pain_severity": severity}


def _energy(said: str) -> Answers | None:
    level = understanding.energy(said)
    return level and {"energy": level}  # type: ignore[return-value]


def _water(said: str) -> Answers | None:
    enough = understanding.yes_no(said)
    if enough is None:
        return None
    return {} if enough else {"obstacles": ["not enough water"]}


def _obstacle(said: str) -> Answers:
    """Words about an obstacle; a plain "no" is none."""
    if understanding.yes_no(said) is False and len(said.split()) <= 3:
        return {}
    place = understanding.body_part(said)
    pain = {"pain": True, "pain_location": place, "pain_side": understanding.side(said)} if place else {}
    return {"obstacles": [said], **pain}


QUESTIONS: dict[str, dict[str, Question]] = {
    "pre_run": {
        "opening": Question("yes_no", _on_for_it, lambda a, said: _after_on_for_it(a)),
        "in_the_way": Question("anything", _obstacle, lambda a, said: _after_in_the_way(a)),
        "why_not": Question("free", _obstacle, lambda a, said: "not_today"),
    },
    "post_run": {
        "opening": Question("feel", _feel, lambda a, said: "pain" if "difficulty" in a else "difficulty"),
        "difficulty": Question("scale", _difficulty, lambda a, said: "pain"),
        "pain": Question("yes_no", _pain, lambda a, said: _after_pain(a)),
        "pain_location": Question("body_part", _pain_location, lambda a, said: "pain_severity"),
        "pain_severity": Question("severity", _pain_severity, lambda a, said: "energy"),
        "energy": Question("energy", _energy, lambda a, said: "water"),
        "water": Question("yes_no", _water, lambda a, said: "harder"),
        "harder": Question("anything", _obstacle, lambda a, said: "closing"),
    },
    "motivation": {
        "opening": Question("free", lambda said: {"notes": said}, lambda a, said: _after_listening(said)),
        "listen": Question("free", lambda said: {}, lambda a, said: _after_listening(said)),
    },
}


def _after_on_for_it(answers: Answers) -> str:
    if answers.get("pain"):
        return "hurts"
    return "why_not" if answers.get("will_run") is False else "in_the_way"


def _after_in_the_way(answers: Answers) -> str:
    if answers.get("pain"):
        return "hurts"
    return "noted" if answers.get("obstacles") else "ready"


def _after_pain(answers: Answers) -> str:
    if not answers.get("pain"):
        return "energy"
    return "pain_severity" if answers.get("pain_location") else "pain_location"


def _after_listening(said: str) -> str:
    return "closing" if understanding.says_bye(said) else "listen"


def facts_from(answers: Answers) -> dict[str, str]:
    """What the closing words repeat."""
    said = []
    if answers.get("difficulty"):
        said.append(f"difficulty {answers['difficulty']} of 10")
    if answers.get("pain"):
        place = BODY_PART_LABELS.get(answers.get("pain_location", ""), "").lower()
        said.append(f"pain in your {place}" if place and place != "other" else "some pain")
    if answers.get("energy"):
        said.append(f"{answers['energy']} energy")
    said += answers.get("obstacles", [])[:1]
    place = BODY_PART_LABELS.get(answers.get("pain_location", ""), "body").lower()
    return {
        "place": place,
        "summary": ", ".join(said) or "that you ran it",
        "obstacle": (answers.get("obstacles") or [""])[0],
    }
