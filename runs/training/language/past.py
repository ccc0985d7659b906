"""What is over: told of another year, of another day and looked into since, or feared and turned out to be nothing.

A clause says when it was, or hangs on one that does: "ten years back I broke my leg and couldn't walk on it".
"""

import re
from collections.abc import Sequence

from runs.training.language.clauses import Clause

_NOW = re.compile(
    r"\b(?:still|again|now|today|tonight|this (?:time|run|one|morning|week|evening|afternoon)|these days|keeps?|"
    r"lately|just (?:had|got|been)|is|are|am|hurts?|aches?|have (?:a|an|this|got|been)|can not)\b"
)
_TURNS = re.compile(r"^(?:but|yet|so|however|though|and (?:now|today|then))\b")
# A word more about when it was, nobody named: "I fainted once, at school, in assembly".
_WHEN = re.compile(
    r"^(?:(?:and|but|just|only|that was|it was|this was|all) )*(?:in|at|as|back|when|about|around|over|nearly|some|a|"
    r"an|once|"
    r"twice|one|during|last|\d+|ages|many|years?|months?|long)\b(?!.*\b(?:today|this (?:morning|run)|i (?:am|have))\b)"
)
_DATED = re.compile(
    r"\b(?:last (?:month|week|year|season|summer|winter|spring|autumn|christmas)|(?:months?|weeks?|years?|summers?|"
    r"winters?) "
    r"(?:ago|back)|back in|in (?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december)|"
    r"ages ago|once|a while (?:ago|back)|when i was|at school|at (?:uni|college)|the other (?:month|week)|before "
    r"christmas|"
    r"in the (?:past|summer|winter|spring|autumn)|over the (?:summer|winter)|(?:few|couple of) (?:months|weeks))\b"
)
_BY_A_DOCTOR = re.compile(
    r"\b(?:doctors?|gp|hospital|a and e|a&e|casualty|ecgs?|ekg|echo|scans?|mri|x ?-?rays?|tests?|bloods|cardiologist|"
    r"consultant|specialist|physio|nurse|medics?|paramedics?|surgeon|tablets|treatment|checked|checks|check ?up|"
    r"clinic)\b"
)
_WELL = re.compile(
    r"\b(?:happy|(?:all )?clear(?:ed)?|fine|ok|normal|nothing|signed (?:me )?off|ruled (?:it |everything |that )?out|"
    r"go ahead|"
    r"green light|fixed|sorted|cured|clean bill|not (?:a|my) (?:clot|heart|problem)|no (?:problem|sign|damage|break|"
    r"fracture|"
    r"clot|issues?|concerns?)|negative|(?:was|be|were) (?:just |only )?(?:a (?:pulled|strained) muscle|dehydration|"
    r"anxiety|indigestion|heartburn|a virus|low (?:iron|sugar)|reflux))\b"
)
_OVER = re.compile(
    r"\b(?:turned out|ended up being|proved to be|never (?:again|since|came back|happened)|nothing since|not since|"
    r"(?:all |well "
    r")?(?:sorted|mended|healed|cleared|settled|recovered) (?:now|up|since|long)|ancient history|been (?:fine|normal|"
    r"ok|good|"
    r"great) (?:ever )?since|fine (?:now|since|ever since)|cleared (?:by|me|up)|all (?:clear|mended|healed|sorted|"
    r"good|gone)|long (?:gone|healed|over))\b"
)
_SCHOOL = re.compile(r"\b(?:at (?:school|uni|college)|in (?:19|20)\d\d|as a (?:kid|child|boy|girl|teenager))\b")
_AT_PRESENT = re.compile(r"\b(?:still|again|today|now|keeps?|this (?:time|morning|run|week)|yesterday)\b")
_BACK = re.compile(r"\b(?:again|still|keeps? (?:\w+ing|on)|came back|is back|returned)\b")
_NEVER = re.compile(r"\b(?:never|not)\b")
# Of a run of now, not of a past illness.
_OF_THE_RUN = re.compile(
    r"\b(?:hills?|run|miles?|k|km|lap|intervals?|reps?|climb\w*|stairs|when i|whenever|every|since|halfway|warm ?up|"
    r"treadmill)\b"
)


# Speech recognition gives no full stops: a ramble is one sentence, and its end is not about its beginning.
REACH = 5


def is_over(told: Sequence[Clause], clause: Clause) -> bool:
    """Whether what this clause tells of belongs to another year, or was looked into and found harmless."""
    return clause.is_long_ago or hangs_on_past(told, clause) or was_cleared(told, clause)


def hangs_on_past(told: Sequence[Clause], clause: Clause, *, reach: int = REACH) -> bool:
    """Told of long ago by the words before or after it in the same sentence, as far back as `reach` clauses."""
    if _NOW.search(clause.text) or _TURNS.match(clause.text):
        return False
    before = _at(told, clause.at - 1)
    is_one_story = before is not None and before.sentence == clause.sentence and reach > 0
    if before and is_one_story and (before.is_long_ago or hangs_on_past(told, before, reach=reach - 1)):
        return True
    for after in _next(told, clause, 2):
        if after.sentence != clause.sentence or not _WHEN.match(after.text):
            return False
        if after.is_long_ago or _SCHOOL.search(after.text):
            return True
    return False


def was_cleared(told: Sequence[Clause], clause: Clause) -> bool:
    """ "Palpitations back in March, the ECG was fine": of another day, or seen by a doctor, and found to be well."""
    if _AT_PRESENT.search(clause.text):
        return False
    after = _next(told, clause, 4)
    if any(_BACK.search(later.text) and not _NEVER.search(later.text) for later in after):
        return False
    story = " ".join(part.text for part in (clause, *after))
    seen = _BY_A_DOCTOR.search(story) and _WELL.search(story)
    if _DATED.search(clause.text) or any(_DATED.search(part.text) for part in _sentence_before(told, clause)):
        return bool(seen or _OVER.search(story))
    return bool(seen and (_OVER.search(story) or not _OF_THE_RUN.search(clause.text)) and _is_past(story))


def _is_past(story: str) -> bool:
    return bool(re.search(r"\b(?:had|was|were|did|said|checked|ruled|cleared|turned|got|gave|went|showed)\b", story))


def _sentence_before(told: Sequence[Clause], clause: Clause) -> list[Clause]:
    before = _at(told, clause.at - 1)
    return [before] if before and before.sentence == clause.sentence and len(before.text.split()) <= 5 else []


def _at(told: Sequence[Clause], at: int) -> Clause | None:
    return next((other for other in told if other.at == at), None)


def _next(told: Sequence[Clause], clause: Clause, count: int) -> list[Clause]:
    return [other for other in told if 0 < other.at - clause.at <= count]
