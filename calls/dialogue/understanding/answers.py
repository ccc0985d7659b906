"""One answer to one question of a script: yes or no, a number, a place, a level, and the wishes that end a call."""

import re

from calls.dialogue.understanding import body, effort, pain, ratings, stopping, transcript
from calls.dialogue.understanding import energy as energies
from calls.dialogue.understanding.assent import yes_no
from runs.training.language import clauses, normal

__all__ = [
    "body_part", "effort_in_words", "energy", "number", "pain_in", "rating", "says_bye", "says_enough", "says_gone",
    "side", "wants_no_calls", "yes_no",
]  # fmt: skip

_NUMBER = re.compile(r"(?<![\d:.])\b(10|\d)\b(?![:.]\d)")
_OUT_OF_TEN = re.compile(r"\b(10|[0-9]) out of 10\b")
_HALVES = re.compile(r"\b(\d)\.5\b")
_ENOUGH = re.compile(
    r"^(?:(?:no|nope|ok|well|um|and|i think) ,? ?)*(?:nothing (?:else|more)|that is (?:all|it|everything)|that will do|"
    r"i am done|all done)(?: (?:thanks|thank you|for (?:now|today)|then|really|from me|to (?:say|tell|add)))*[ .!]*$"
)
_BYE = re.compile(r"\b(?:bye|goodbye|that is (?:all|it)|nothing else|i am done|no thanks|see you)\b")


def number(words: str, *, lowest: int, highest: int) -> int | None:
    """The one number within the bounds, in figures or words; None when there is none or several differ."""
    text = _HALVES.sub(lambda said: str(int(said[1]) + 1), normal.plain(words))
    ratio = _OUT_OF_TEN.search(text)
    values = {int(found) for found in ([ratio[1]] if ratio else _NUMBER.findall(text))}
    within = {value for value in values if lowest <= value <= highest}
    return within.pop() if len(within) == 1 else None


def rating(words: str) -> int | None:
    """The difficulty given as a number: "about a seven", "7 out of 10"; not kilometres, nor how bad a pain is."""
    return effort.rated(ratings.of([transcript.answer(words)]))


def pain_in(words: str, *, asked: bool = False) -> pain.Pain | None:
    """The pain these words tell of; `asked` when the coach had asked for one, so that a place is enough."""
    turns = [transcript.answer(words, asked="pain" if asked else "")]
    return pain.read(turns, ratings.of(turns))


def effort_in_words(words: str) -> int | None:
    """A difficulty for "easy", "brutal" and the like; a plain "ok" is the middle."""
    text = normal.plain(words)
    return effort.in_words(text) or (5 if re.search(r"\b(?:ok|fine|alright|not (?:too )?bad)\b", text) else None)


def body_part(words: str) -> str | None:
    return body.part(normal.plain(words))


def side(words: str) -> str:
    return body.side(normal.plain(words))


def energy(words: str) -> str | None:
    return energies.level(normal.plain(words))


def wants_no_calls(words: str) -> bool:
    return any(stopping.ends_calls(clause) for clause in clauses.of(words))


def says_gone(words: str) -> bool:
    return any(clause.says_gone for clause in clauses.of(words))


def says_enough(words: str) -> bool:
    """ "That's all": no more to tell, which is neither yes nor no."""
    return bool(_ENOUGH.search(normal.plain(words)))


def says_bye(words: str) -> bool:
    return bool(_BYE.search(normal.plain(words)))
