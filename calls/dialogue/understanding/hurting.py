"""Whether one clause tells of a pain: of a part of the body, what is not harmless counts."""

import re
from dataclasses import replace
from functools import lru_cache

from calls.dialogue.understanding import body, complaints, idioms
from runs.training import safety
from runs.training.language import anatomy, causes
from runs.training.language.clauses import Clause

# Another run's pain; "since Tuesday" is still on.
_ANOTHER_DAY = re.compile(
    r"^(?!.*\b(?:since|still|again|now|today)\b).*\b(?:(?:was|were|had|got|felt|hurt|did|did in) .{0,40}\b(?:on|last|"
    r"in) (?:mon|tues|wednes|thurs|fri|satur|sun|january|february|march|april|may|june|july|august|september|october|"
    r"november|december)(?:day)?\b|from (?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december))"
)
_SAID = (complaints.HURTS, complaints.WITH_PART, complaints.MILD)
_ONE_MUSCLE = re.compile(r"\b(?:calf|soleus|hamstring|hammy|quad|glute|thigh|piriformis)\b")
_DOES_NOT = re.compile(r"(?: \w+){0,3} not$")
_PRONOUN = re.compile(
    r"^((?:(?:and|but|so|then|which|though|because|yeah|well|now|honestly|actually|at first|by the end) )*)(?:it|"
    r"that|they|this one|the (?:left|right|other) one|which|this)\b"
)
_ELLIPTIC = re.compile(
    r"^(?:(?:and|but|so|then|still|just|really|quite|very|only|also|always|now|even|a bit|a little|slightly|like|"
    r"proper|the same|same) )*(?:[a-z]+ing|worse\w*|sore|tight|stiff|tender|swollen|painful|creaky|grumbly|bad|"
    r"gives?|keeps?|kept|started|went|clicks?|hurts?|aches?|throbs?|burns?|like (?:a|an|someone|something))\b"
)
# "My hamstring went" is the opposite of a pain that has gone.
_WENT = re.compile(
    rf"\b{anatomy.BODY}(?: 's| is| has| have| just| suddenly)* (?:gone|went|go)(?: again| on me| pop| bang)*$"
)
_GENERAL_WORDS = "legs leg head forehead hands hand eyes eye ears ear teeth arms limbs fingers"
_GENERAL = frozenset(_GENERAL_WORDS.split())
# Right before a part these are something else: "back on my feet", "off my foot".
_ONLY_AFTER = frozenset({"gone", "went", "go", "goes", "is back", "back again", "returned"})
_NEW_SUBJECT = re.compile(
    r"\b(?:run|session|legs|effort|route|weather|hills?|it was (?:hard|tough|easy|brutal|great))\b"
)


@lru_cache(maxsize=256)
def hurts(clause: Clause, *, of: str = "") -> bool:
    """Whether these words tell of a pain of the runner's own, in this run or now; `of` is the part spoken about."""
    if safety.is_injury(clause):
        return True
    if clause.is_before or _ANOTHER_DAY.search(clause.text):
        return False
    names_part = body.part(clause.text) is not None
    clause = _resolved(clause, of)
    text = _blank(idioms.NO_SUCH.sub(" ", idioms.HEADACHE.sub(" ", clause.text)))
    gone = clause.says_gone and not still_hurts(clause) and not _WENT.search(text)
    return not gone and any(
        not (
            clause.denies(start, end)
            or clause.is_others(_end(text, end))
            or clause.supposes(start)
            or causes.is_cause(text, start, end)
        )
        for start, end in [*_signs(text, of), *(_complained_of(clause, _blank(clause.text)) if names_part else ())]
    )


def _resolved(clause: Clause, of: str) -> Clause:
    """ "And then it catches" of a hip spoken about is "my hip catches"."""
    if not of or body.part(clause.text) is not None:
        return clause
    part = f"my {of.replace('_', ' ')}"
    if _ELLIPTIC.match(clause.text):
        return replace(clause, text=f"{part} {clause.text}")
    return replace(clause, text=_PRONOUN.sub(rf"\1{part}", clause.text, count=1))


def _end(text: str, end: int) -> int:
    """Where the part that the sign is about has been named: "as if someone were stabbing my heel"."""
    return next((upto for start, upto, _ in body.places(text) if 0 <= start - end < 20), end)


def _blank(text: str) -> str:
    """Idioms out, everything else at its place."""
    return idioms.IDIOM.sub(lambda found: " " * len(found[0]), text)


def _signs(text: str, of: str) -> list[tuple[int, int]]:
    """Where something hurts: the words that say so, or the part of which nothing harmless is said."""
    named = list(body.places(text))
    is_ordinary = complaints.ORDINARY.search(text) is not None
    signs = [] if is_ordinary and not re.search(r"\b(?:pain|hurts?)\b", text) else list(complaints.HURTS.finditer(text))
    signs = [sign for sign in signs if not (sign[0].startswith("ach") and _only_legs(text))]
    if named:
        signs += [sign for sign in complaints.WITH_PART.finditer(text) if _within_reach(text, sign, named)]
    if named or of:
        signs += [sign for sign in complaints.MILD.finditer(text) if _is_more_than_muscle(text, sign, of)]
    return [sign.span() for sign in signs]


def _complained_of(clause: Clause, text: str) -> list[tuple[int, int]]:
    """The parts of which something is said that is not harmless."""
    denied = any(clause.denies(*sign.span()) for signs in _SAID for sign in signs.finditer(text))
    if denied or clause.supposes(len(text)) or complaints.ORDINARY.search(text) or complaints.ONLY_NAMED.search(text):
        return []
    return [(start, end) for start, end, name in body.places(text) if _is_complaint(text, start, end, name)]


def _is_complaint(text: str, start: int, end: int, name: str) -> bool:
    if _is_general(text[start:end]) or _DOES_NOT.match(text, end):
        return False
    about = text[max(0, start - 45) : end + 60]
    if complaints.NOT_WELL.search(about):
        return True
    if complaints.HARMLESS.search(about):
        return False
    return body.is_tendon(name) or not complaints.EFFORT_IN_MUSCLE.search(about) or _is_one_sided(text)


def _is_one_sided(text: str) -> bool:
    """One leg's muscle is no ordinary soreness."""
    return body.side(text) in ("left", "right") or _ONE_MUSCLE.search(text) is not None


def _is_general(word: str) -> bool:
    """Legs, hands and a head are spoken of for many reasons."""
    return word in _GENERAL


def _within_reach(text: str, sign: re.Match[str], named: list[tuple[int, int, str]]) -> bool:
    return any(_is_said_of(text, sign, *place) for place in named)


def _is_said_of(text: str, sign: re.Match[str], start: int, end: int, name: str) -> bool:
    if _is_effort(text, sign[0], text[start:end], name):
        return False
    is_after = -30 < sign.start() - end < 45 and not _is_general(text[start:end])
    return is_after or (0 <= start - sign.end() < 30 and sign[0] not in _ONLY_AFTER)


def _is_effort(text: str, sign: str, part: str, name: str) -> bool:
    """Screaming calves are tired ones; one screaming calf is not. "I could feel my quads" is a good run."""
    if body.is_tendon(name) and not _is_general(part):
        return False
    is_effort = complaints.EFFORT_IN_MUSCLE.fullmatch(sign) or sign.startswith(("can", "could"))
    return bool(is_effort) and not _is_one_sided(text)


def _only_legs(text: str) -> bool:
    words = {text[start:end] for start, end, _ in body.places(text)}
    return words == {"legs"}


def _is_more_than_muscle(text: str, sign: re.Match[str], of: str) -> bool:
    if complaints.ORDINARY.search(text):
        return False
    names = {name for start, end, name in body.places(text) if not _is_general(text[start:end])} or ({of} - {""})
    if any(body.is_tendon(name) for name in names):
        return True
    return sign[0] not in complaints.OF_EFFORT and bool(names or body.part(text)) and _is_one_sided(text)


def still_hurts(clause: Clause) -> bool:
    return bool(
        re.search(
            r"\b(?:still|again|keeps|a bit better|better but|playing up|acting up)\b(?<!fine "
            r"again)(?<!ok again)(?<!good again)(?<!normal again)(?<!right again)(?<!percent again)"
            r"(?<!strong again)(?<!100 again)(?<!well again)",
            clause.text,
        )
    )


def carries_on(clause: Clause) -> bool:
    """A sentence that names nothing new: "It keeps catching"; "Sore to the touch"."""
    return bool(_PRONOUN.match(clause.text) or _ELLIPTIC.match(clause.text)) and not _NEW_SUBJECT.search(clause.text)
