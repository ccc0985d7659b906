"""Red flags: what no coach may talk past. Words here only ever send a person to a doctor, never diagnose.

A miss does harm and a needless question does little, so what is in doubt counts. A sign (`signs`) is found within one
clause, where it may be denied, feared or somebody else's; some are a red flag only together with another near by.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from runs.training import crisis, signs, sounds_alike
from runs.training.language import clauses, past
from runs.training.language.clauses import Clause

RED_FLAG_PLACES = frozenset({"chest"})

# How many clauses apart two signs still belong together: "I slipped, got up, went on, and now my hand is numb".
NEAR = 3

_CAME_OFF = re.compile(r"\b(?:came off (?:the|my) bike|since (?:the|my|that) (?:fall|crash|tumble)|fell on my head)\b")
# "I can't lie flat without gasping" is no denial.
_NOT_WITHOUT = re.compile(r"\b(?:not|never|barely|hardly|impossible to|unable to)\b.{0,40}\bwithout\b[^,]*$")
# What settles at once needs no doctor; it takes the second sign away, never one that stands alone.
_SETTLED = re.compile(
    r"\b(?:fine|ok|recovered|settled|alright|normal|good|came back|got it back|passed|eased|went away|no harm|right "
    r"as rain)\b"
)
_OTHERWISE = re.compile(r"\b(?:otherwise|apart from|the rest of|everything else|but|not)\b")
_BRIEFLY = re.compile(
    r"\bfor (?:a|one) (?:second|sec|moment|bit|minute) (?:after|at|on) (?:the |that |each )?(?:\w+ )?(?:sprint|hill|"
    r"finish|"
    r"reps?|lap|climb|end|effort|interval|top)\b"
)
_SETTLES = frozenset({"at rest", "down", "numb"})
_BACK_TO_NORMAL = re.compile(
    r"\b(?:back to normal|settled|recovered|came (?:right |straight )?back|got it back|fine|sorted|good as new|"
    r"calmed (?:down|right))\b"
)
# The whole of a sign denied: "no real dizziness or"; not "no I", "not great, my" or "didn't finish".
_STRICTLY_DENIED = re.compile(
    r"\b(?:not|no|nobody|no ?one|never|without|none|nothing|neither|nor|zero|free (?:of|from)|hardly any|no longer|0|"
    r"instead of)(?: "
    r"(?:any|a|an|the|my|real|more|such|chest|pains?|aches?|dizz\w+|light ?headed\w*|faint\w*|breathless\w*|"
    r"numb(?:ness)?|tingl\w+|tight\w*|palpitations|blackouts?|collaps\w+|shortness|of|breath|or|nor|and|kind|sort|"
    r"sign|signs|hint|trace|feel|felt|feeling|have|had|having|been|get|got|getting|experience\w*|notice\w*|at all|"
    r"really|ever|actually|did|do|sudden|bad|serious|particular|episodes?|spells?|problems?|issues?|symptoms?|"
    r"trouble|with|in|from|like|even|think|believe|reckon|i|that|going to|quite|to|nearly|almost|anywhere near|close "
    r"to|single|heart|feelings|thing|stuff|weird|funny|sensations?|am|be|was|so far|today|this time|once|yet|out|"
    r"pass\w*|black\w*|down|fall\w*|fell|trips?|stitch|niggles?|injur\w+))*? ?$"
)
# "No, no, it was my chest": an answer, no denial.
_SAYS_NO = re.compile(r"\b(?:no|nah|nope) $")
_GOES_ON = re.compile(r"(?:it|i|my|that|the|we|there)\b")
_BARE_NO = re.compile(r"\b(?:no|never|not) (?:i|it|my|that)\b")
# Feared or asked about; "I'm scared, it's tight" and "if I stand on it, it gives way" are so.
_SUPPOSED = re.compile(
    r"\b(?:if(?! (?:i am (?:being |quite |really )?(?:honest|frank|truthful)|you (?:must|want|ask|like|really)|that "
    r"(?:matters|helps|makes|counts)|it (?:matters|helps)|anything|only|i have to say|truth)\b)(?! i (?:press|push|"
    r"touch|breathe|stand|put|walk|bend|move|sit|lie|climb|cough|turn|take|step|even|try)\b)|in case|unless|whether "
    r"i (?:can|could|should|would)|might(?! (?:have|be))|may(?! (?:have|be))|(?<!i )would(?! (?:say|call|not|have to|"
    r"keep|"
    r"go|come|get|feel))|avoid\w*|prevent\w*|risk\w*|fear of|i would (?:be|have(?! to)|need|want|think|love|hate|die|"
    r"worry|rather|faint|collapse|pass|drop|end|fall|"
    r"expect|see|take|know|run|stop|ask|prefer|black|keel|vomit|throw|cry)\b|(?:worr(?:y|ied)|scared|afraid|nervous|"
    r"anxious) "
    r"(?:about|of|that i (?:will|might|would)|i (?:will|might|would)))\b"
)
# "Never had chest pain like it" is no denial.
_NEVER_SO = re.compile(
    r"\b(?:never|not)\b.{0,45}\b(?:so|such|like (?:this|that|it)|this (?:bad|tight|hard|much)|as "
    r"bad)\b"
)
# Said as a mere "when" or "not": "couldn't walk after I twisted it" denies no twist.
_ANYHOW = frozenset({"injured", "at rest"})
_AS_IF = re.compile(r"\b(?:felt|feel|feeling|thought) (?:as if|like|as though) i (?:might|may|would|could|will)\b")
# "Can you stand on it?" "No."
_CAN_YOU = re.compile(
    r"\b(?:can|could|are|were|will|would|does|do|is|able) (?:you|to|it|that|your \w+)\b.{0,25}\b(?:put|"
    r"bear|stand|walk|weight|step|tread|breathe|feel (?:it|your|the)|hold)\b"
)
_I_WOULD = re.compile(r"\bi would (?:\w+ )?$")
_VERB = re.compile(r"(?:faint|collapse|pass|black|keel|drop|fall|end)\b")
_DONE_TO_ME = frozenset({"cooled"})
# "They said it was a seizure".
_THEY_SAID = re.compile(
    r"\b(?:they|he|she|\w+) (?:all |then |just )?(?:said|says|reckon\w*|think\w*|thought|told me|was sure|were sure|is "
    r"sure|tells me|swears?|swore|confirmed|suspects?|diagnosed)(?: that)? (?:it|that|this|i|me|my)\b(?: \w+){0,4} ?$"
)
# A child, or a brother, that no list of relatives names.
_YOUNG_ONE = re.compile(
    r"\b(?:the|our|his|her) (?:young|wee|small|big|old|other) (?:one|wan|fella|fellow|lad|lass|fry)\b"
)
_STILL_BREATHLESS = re.compile(r"\b(?:still|now|at rest|sitting|when you (?:sit|rest|lie))\b")


def is_red_flag(words: str = "", *, pain_location: str = "") -> bool:
    """Whether what was told asks for medical help before any more running."""
    return pain_location in RED_FLAG_PLACES or in_clauses(clauses.of(words)) or crisis.is_crisis(words)


def in_clauses(told: Iterable[Clause]) -> bool:
    """The same for words that are clauses already."""
    return _in_clauses(tuple(told))


@lru_cache(maxsize=64)
def _in_clauses(told: tuple[Clause, ...]) -> bool:
    for clause in told:
        if any(_shows(clause, name) for name in signs.ALONE) and not _is_taken_back(told, clause):
            return True
    # Each sign is looked for once, and only where its companion was found.
    where: dict[str, list[int]] = {}
    return any(
        _found(told, pair[0], where) and _found(told, pair[1], where) and _near(where, pair) for pair in signs.PAIRS
    )


def _found(told: tuple[Clause, ...], name: str, where: dict[str, list[int]]) -> list[int]:
    if name not in where:
        where[name] = [clause.at for clause in told if _shows(clause, name)]
    return where[name]


def is_asked_about(question: str) -> bool:
    """Whether a yes to this question of the coach's tells of a red flag."""
    if is_asked_whether_able(question):
        return False
    told = clauses.of(question)
    if any(signs.SIGNS["breathless"].search(clause.text) and _STILL_BREATHLESS.search(clause.text) for clause in told):
        return True
    return any(signs.SIGNS[name].search(clause.text) for clause in told for name in signs.ALONE)


def is_asked_whether_able(question: str) -> bool:
    """Whether a no to this question of the coach's tells of a red flag."""
    return bool(_CAN_YOU.search(question))


def is_blow(text: str) -> bool:
    """Whether these words tell of a blow to the head, or of coming off."""
    return bool(_CAME_OFF.search(text) or signs.SIGNS["head hit"].search(text))


@lru_cache(maxsize=256)
def is_injury(clause: Clause) -> bool:
    """Whether these words alone tell of a place that hurts, whatever they call it."""
    return _shows(clause, "chest") or _shows(clause, "no weight")


def _is_taken_back(told: tuple[Clause, ...], clause: Clause) -> bool:
    """ "Everything went dark because my torch died"; "the chest pain I had last year"."""
    if past.hangs_on_past(told, clause) or past.was_cleared(told, clause) or _is_a_thrill(told, clause):
        return True
    before, after = (next((other for other in told if other.at == clause.at + step), None) for step in (-1, 1))
    if sounds_alike.is_of_a_thing(clause, before, after):
        return True
    return after is not None and after.is_long_ago and after.text.startswith(("i had", "i used", "i got", "from"))


def _is_a_thrill(told: tuple[Clause, ...], clause: Clause) -> bool:
    """ "My heart skipped a beat, so pretty": once, at something seen or heard, and with nothing else wrong."""
    around = " ".join(other.text for other in told if abs(other.at - clause.at) <= 2)
    rest = sounds_alike.without_a_thrill(clause, around)
    if rest is None or signs.SIGNS["at rest"].search(clause.text):
        return False
    return not any(_shows(rest, name) for name in signs.ALONE)


def _shows(clause: Clause, name: str) -> bool:
    return any(_counts(clause, name, found) for found in _each(signs.SIGNS[name], clause.text))


def _each(sign: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Those within others too: "no pain as such, just pressure in my chest"."""
    found = sign.search(text)
    while found:
        yield found
        found = sign.search(text, found.start() + 1)


def _counts(clause: Clause, name: str, found: re.Match[str]) -> bool:
    """Neither denied, feared, long ago, a joke, nor somebody else's."""
    if _settles(clause, name, found) or sounds_alike.is_something_else(clause, name, found):
        return False
    if (clause.is_long_ago and name != "breathless lately") or (
        _is_others(clause, _owner(name, found), name) and not sounds_alike.MINE.search(found[0])
    ):
        return False
    if name in _ANYHOW:
        return True
    if _is_supposed(clause.text, found) and not _AS_IF.search(clause.text):
        return False
    return not _denies(clause, found.start(), found.end())


def _is_others(clause: Clause, until: int, name: str) -> bool:
    """Somebody else's; what others did to the runner or told them that it was is the runner's."""
    if _YOUNG_ONE.search(clause.text, 0, until):
        return True
    return name not in _DONE_TO_ME and clause.is_others(until) and not _THEY_SAID.search(clause.text, 0, until)


def _is_supposed(text: str, found: re.Match[str]) -> bool:
    """ "I'd faint if I did that"; but "I'd a pain in my chest" and "I'd palpitations" is "I had"."""
    would = _I_WOULD.search(text, 0, found.start()) and _VERB.match(found[0])
    return bool(would or _SUPPOSED.search(text, 0, found.start()))


def _settles(clause: Clause, name: str, found: re.Match[str]) -> bool:
    text = clause.text
    if name == "no air" and _BRIEFLY.search(text):
        return True
    if name in _SETTLES and _SETTLED.search(text, found.end()) and not _OTHERWISE.search(text, found.end()):
        return True
    return name == "at rest" and bool(_BACK_TO_NORMAL.search(text, 0, found.start())) and not _OTHERWISE.search(text)


def _owner(name: str, found: re.Match[str]) -> int:
    """Up to where it has been said whose sign it is: a chest is named within it, a passer-by too."""
    return found.end() if name in ("chest", "injured") else found.start()


def _denies(clause: Clause, start: int, end: int) -> bool:
    """Stricter than for anything else: what is in doubt counts."""
    if _NEVER_SO.search(clause.text):
        return False
    if _SAYS_NO.search(clause.text, 0, start) and _GOES_ON.match(clause.text, start):
        return False
    found = _STRICTLY_DENIED.search(clause.text[max(0, start - 90) : start])
    if _NOT_WITHOUT.search(clause.text, 0, start):
        return False
    if found and not _BARE_NO.match(found[0]):
        return True
    return clause.denies(start, end) and not clause.denies(start, start)


def _near(where: dict[str, list[int]], pair: tuple[str, str]) -> bool:
    apart = 1 if pair in signs.CLOSE else NEAR
    return any(abs(one - other) <= apart for one in where[pair[0]] for other in where[pair[1]])
