"""Red flags: what no coach may talk past. Words here only ever send a person to a doctor, never diagnose.

A miss does harm and a needless question does little, so what is in doubt counts. A sign (`signs`) is found within one
clause, where it may be denied, feared or somebody else's; some are a red flag only together with another near by.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from runs.training import crisis, signs
from runs.training.language import clauses
from runs.training.language.clauses import Clause

RED_FLAG_PLACES = frozenset({"chest"})

# How many clauses apart two signs still belong together: "I slipped, got up, went on, and now my hand is numb".
NEAR = 3

# Said of the price, the view or a laugh, not of the body.
_JOKING = re.compile(
    r"\b(?:when i saw|laugh\w*|with (?:boredom|joy|shock|surprise|excitement|happiness|relief)|of boredom|at the "
    r"(?:price|view|cost)|from the smell|skipped a beat (?:when|at|as)|(?:out of|through) my chest|gave me a heart "
    r"attack|nearly had a heart attack (?:when|at|seeing)|(?:view|scenery|sunrise|sunset)|leg day|heart out|from "
    r"cold|(?:be)?cause of the cold|with cold|price|bill|(?:squats|gym) (?:on|yesterday|day)|pollen|hay ?fever|"
    r"through my nose|blocked nose|nose (?:is |was )?blocked|stuffy|(?:push|press|pull|sit) ?-?ups?|"
    r"bench press|traffic|driving|motorway|accelerator|christening)\b"
)
# A watch that passes out and a street that blacks out need no doctor.
_THINGS = re.compile(
    r"\b(?:watch|phone|garmin|battery|torch|lamp|street|power|screen|app|headphones?|earbuds?|music|speaker|radio|"
    r"laptop|car|engine|internet|gps|chest strap|strap|strava|tracker|signal|electric\w*|treadmill|shoes?|trainers?|"
    r"plan|schedule|traffic|bra|vest|jacket|waistband|belt bag|top is|shirt|stats)\b(?! (?:me|my))"
)
_BROKE_DOWN = re.compile(r"\b(?:died|dead|dying|ran out|off|flat|failed|broke|crashed|went|cut)\b")
_OF_THINGS = frozenset({"faint", "collapse", "heart pain", "dizzy", "down"})
# What settles at once needs no doctor; it takes the second sign away, never one that stands alone.
_SETTLED = re.compile(
    r"\b(?:fine|ok|recovered|settled|alright|normal|good|came back|got it back|passed|eased|went away|no harm|right "
    r"as rain)\b"
)
_OTHERWISE = re.compile(r"\b(?:otherwise|apart from|the rest of|everything else|but|not)\b")
_SETTLES = frozenset({"at rest", "down", "numb"})
_THING_BEFORE = re.compile(
    rf"{_THINGS.pattern}(?: (?:has|had|just|then|all|completely|battery|suddenly|nearly|"
    rf"decided to|is|was|a|having|my))* $"
)
# The whole of a sign denied: "no real dizziness or"; not "no I", "not great, my" or "didn't finish".
_STRICTLY_DENIED = re.compile(
    r"\b(?:not|no|never|without|none|nothing|neither|nor|zero|free (?:of|from)|hardly any|no longer|0|instead of)(?: "
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
_MINE = re.compile(r"\b(?:me|my)\b")
_BARE_NO = re.compile(r"\b(?:no|never|not) (?:i|it|my|that)\b")
_ON_SCREEN = re.compile(r"\bon (?:the|my) (?:screen|watch|phone|display)\b")
# Feared or asked about; "I'm scared, it's tight" and "if I stand on it, it gives way" are so.
_SUPPOSED = re.compile(
    r"\b(?:if(?! (?:i am (?:being |quite |really )?(?:honest|frank|truthful)|you (?:must|want|ask|like|really)|that "
    r"(?:matters|helps|makes|counts)|it (?:matters|helps)|anything|only|i have to say|truth)\b)(?! i (?:press|push|"
    r"touch|breathe|stand|put|walk|bend|move|sit|lie|climb|cough|turn|take|step|even|try)\b)|in case|unless|whether "
    r"i (?:can|could|should|would)|might(?! (?:have|be))|may(?! (?:have|be))|would(?! (?:say|call|not|have to|keep|"
    r"go|come|get|feel))|avoid\w*|prevent\w*|risk\w*|fear of|(?:worr(?:y|ied)|scared|afraid|nervous|anxious) "
    r"(?:about|of|that i (?:will|might|would)|i (?:will|might|would)))\b"
)
# "Never had chest pain like it" is no denial.
_NEVER_SO = re.compile(
    r"\b(?:never|not)\b.{0,45}\b(?:so|such|like (?:this|that|it)|this (?:bad|tight|hard|much)|as "
    r"bad)\b"
)
_BECAUSE = re.compile(r"(?:because|as|when|since|cause)\b")
# Said as a mere "when" or "not": "couldn't walk after I twisted it" denies no twist.
_ANYHOW = frozenset({"injured", "at rest"})
_AS_IF = re.compile(r"\b(?:felt|feel|feeling|thought) (?:as if|like|as though) i (?:might|may|would|could|will)\b")
_CALM = re.compile(r"\b(?:put|gained?|lost|lose|shift\w*) (?:some |a bit of |the |any |more )?weight (?:on )?over\b")
# "Can you stand on it?" "No."
_CAN_YOU = re.compile(
    r"\b(?:can|could|are|were|will|would|does|do|is|able) (?:you|to|it|that|your \w+)\b.{0,25}\b(?:put|"
    r"bear|stand|walk|"
    r"weight|step|tread|breathe|feel (?:it|your|the)|hold)\b"
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
    seen: dict[str, int] = {}
    for clause in told:
        if any(_shows(clause, name) for name in signs.ALONE) and not _is_taken_back(told, clause):
            return True
        seen |= {name: clause.at for name in signs.TOGETHER if _shows(clause, name)}
        if any(_near(seen, pair) for pair in signs.PAIRS):
            return True
    return False


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


@lru_cache(maxsize=256)
def is_injury(clause: Clause) -> bool:
    """Whether these words alone tell of a place that hurts, whatever they call it."""
    return _shows(clause, "chest") or _shows(clause, "no weight")


def _is_taken_back(told: tuple[Clause, ...], clause: Clause) -> bool:
    """ "Everything went dark because my torch died"; "the chest pain I had last year"."""
    before = next((other for other in told if other.at == clause.at - 1), None)
    if before and before.is_long_ago and before.sentence == clause.sentence:
        return True
    after = next((other for other in told if other.at == clause.at + 1), None)
    if after is None:
        return False
    of_a_thing = _BECAUSE.match(after.text) and _THINGS.search(after.text) and _BROKE_DOWN.search(after.text)
    return bool(of_a_thing) or (after.is_long_ago and after.text.startswith(("i had", "i used", "i got", "from")))


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
    text = clause.text
    if name in _SETTLES and _SETTLED.search(text, found.end()) and not _OTHERWISE.search(text, found.end()):
        return False
    if (
        clause.is_long_ago
        or _JOKING.search(text)
        or (clause.is_others(_owner(name, found)) and not _MINE.search(found[0]))
        or _CALM.search(text)
    ):
        return False
    if name in _OF_THINGS and (_THING_BEFORE.search(text[: found.start()]) or _ON_SCREEN.search(text)):
        return False
    if name in _ANYHOW:
        return True
    if _SUPPOSED.search(text, 0, found.start()) and not _AS_IF.search(text):
        return False
    return not _denies(clause, found.start(), found.end())


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
    if found and not _BARE_NO.match(found[0]):
        return True
    return clause.denies(start, end) and not clause.denies(start, start)


def _near(seen: dict[str, int], pair: tuple[str, str]) -> bool:
    first, second = (seen.get(name) for name in pair)
    return first is not None and second is not None and abs(first - second) <= (1 if pair in signs.CLOSE else NEAR)
