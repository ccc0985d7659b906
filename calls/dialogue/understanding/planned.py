"""When planning: a run that one is on for ("so Thursday's on", "I'll do them all"), or one that is let go ("I can't
make Tuesday"). That certain days never suit is neither."""

import re
from dataclasses import replace

from calls.dialogue.understanding.transcript import Turn
from calls.dialogue.understanding.unasked import is_of_keeping
from runs.training.language.clauses import Clause

_AGREES = re.compile(
    r"(?:^great$)|^no objections?|\b(?:all good|sounds like a plan|(?:looks?|sounds?|seems?|feels?|works|is|(?<= )'s|"
    r"that is|am|are) (?:all )?(?:good|great|fine|perfect|ok|doable|ideal|lovely|right|manageable|brilliant|spot "
    r"on)(?! (?:but|except))|(?:that|it|this|the plan|all of it) works|works for me|happy (?:with|to)|agreed?|go "
    r"(?:with|for) (?:it|that)|let us (?:go|do|repeat|keep|stick)|i am (?:in(?=$| (?:for|on|too|so)\b)|happy|on board|"
    r"up for)|on board|yes|yeah|yep|yup|sure|ok|absolutely|perfect|deal|count me in|i can do (?:that|those|all)|no "
    r"problem|bring it on|i will do (?:it|that|all|those|them)|let us$)\b"
)
_OF_ONE_THING = re.compile(r"\b(?:day|morning|evening|week|knee|run)s? (?:is|are|was|sounds?|works?)? ?(?:fine|good)?$")
_DROPS = re.compile(
    r"^(?:(?:please|just|can you|could you|and|but|so) )*(?:cancel|scratch|drop|bin|scrap|skip|delete|remove|lose|"
    r"ditch|cut(?=.* out\b))\b.*\b(?:run|session|\w+day|altogether|it|one)(?: 's)?\b"
)
_ASKS_OTHER = frozenset({"pain", "faint", "where", "severity", "energy", "effort", "water", "food", "task"})
_A_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight|the weekend)(?!s)"
_RUN = (
    rf"(?:it|them|that|those|these|this|all|every|each|both|(?:the|this|that|my) (?!school\b)(?:\w+ )?(?:lot|three|"
    rf"four|two|week|run|runs|one|ones|session|sessions|rest|others|plan|schedule)|what (?:it|you|the plan) (?:says?|"
    rf"said)|{_A_DAY}|mine|on the day|\d+ of them)"
)
_SURELY = r"(?:surely |definitely |still |certainly |happily |all right |alright )?"
_ON = re.compile(
    rf"\b{_A_DAY}(?: (?:run|one))?(?: 's| is| stays| remains)? (?:still |definitely |very much |back )?(?:on|"
    rf"happening|no different|confirmed|a (?:definite|yes|go|goer)|locked in|as (?:it is|always|usual))(?: again)?(?: "
    rf"(?:so|then|coach|now|sir))?$|\b(?:i|we) (?:will|shall|am going to|can) {_SURELY}(?:do|run|manage|make|get|"
    rf"stick (?:to|with)) {_RUN}\b|\b{_RUN}(?: run| one)? (?:i|we) (?:will|can|shall) {_SURELY}(?:do|run|manage|make|"
    rf"be (?:at|there))\b|\bi am {_SURELY}(?:running|doing|on for|up for|out)(?: on)? {_RUN}\b|^(?:(?:and|so|but|yes|"
    rf"yeah) )*(?:i|we) will {_SURELY}be (?:out|there|running)(?: (?:on|at|for|as|all|too|so|then|\w+day)\b.*)?$|"
    rf"\b(?:running|training|runs?) (?:goes|go|carries|carry) on\b|\b(?:yes|yeah|ok|happy|fine) (?:to|with|on) (?:all|"
    rf"the lot|every\w*|both|the whole)\b|\bcount me in\b|\b(?:that|it|all of it|everything) (?:is |all )?(?:suits|"
    rf"confirmed|agreed|settled)\b|\bput me down for (?:it|all|the lot|every\w*)\b|\b(?:follow|stick to|do) (?:it|the "
    rf"plan|that|what)\b.{0, 12} (?:to the letter|as (?:it|you) says?|as told|as asked)\b|^(?:all )?(?:fine|grand|ok|"
    rf"good|sound|perfect) (?:by|with) me\b|^confirmed$|^(?:alright|grand|fine|sound|right|perfect|lovely)(?: (?:so|"
    rf"then|coach|yeah))+$|\bconfirmed(?: coach| sir)?$"
)
# A word to "is Thursday still all right?".
_STILL = re.compile(
    r"^(?:(?:oh|well|yes|yeah|of|but) )*(?:course(?: it (?:is|does|will))?|it (?:sure |still |certainly |definitely |"
    r"surely )?(?:is|does|will|suits|works|stands)|(?:sure|certainly|definitely) (?:is|does)|(?:we|i) (?:are|am|will|"
    r"do)|still (?:is|does|on|good|fine|grand)|why (?:would|should) (?:not it|it not)|as (?:ever|always|planned)|same "
    r"as ever|(?:grand|fine|perfect|good|sound|great)(?: (?:so|for me|by me|yes|yeah))?)(?: (?:be|is|does))?$"
)
_AFRAID_NOT = re.compile(
    r"^(?:(?:oh|well|no|but|so) )*(?:(?:i am )?afraid|sadly|unfortunately|sorry) (?:not|it (?:is|does|will) not|no)\b|"
    r"^(?:it (?:is|does|will) )?not (?:any ?more|really|now|this (?:week|time))$|^no longer$"
)
_OFF = re.compile(
    rf"\b(?:can|could|will|am|are) not (?:going to |able to )?(?:be able to |be )?(?:make|do|manage|run|running|there|"
    rf"able|around|free|go|face|fit in|get to|doing|available)(?: it| running| a run| out)?(?: (?:on|for|in))? (?:the "
    rf"|this |next |that |my )?(?:{_A_DAY}|week\b|day\b|then\b|hills\b|intervals\b|tempo\b|speed ?work\b|(?:long|easy|"
    rf"tempo|other|first|second|last) (?:run|one)\b)|\b(?:nothing|no (?:runs?|running))(?: at all)?(?: for me)? "
    rf"(?:next|this|that|all|the whole) week\b|\bno (?:runs?|running)(?: for me)? (?:on )?(?:{_A_DAY}|that day|then|"
    rf"for (?:\d+|a|the next))\b|\bleav(?:e|ing) out (?:the |my )?{_A_DAY}|\bleav(?:e|ing) (?:the |my )?(?:{_A_DAY}|"
    rf"that one|this one)(?: 's)?(?: run| one)? (?:out|off|altogether)\b|\bi am out (?:on|for|of) (?:{_A_DAY}|that|it|"
    rf"the|this)\b|\b{_A_DAY} (?:is|will be|'s) (?:a no(?: go)?\b|not (?:happening|on)\b|cancelled|off for me|a miss)|"
    rf"\b(?:skip(?:ping)?|miss(?:ing)?|dropp?(?:ing)?|giv(?:e|ing)|cancel\w*) (?:the |my )?{_A_DAY}(?: 's)?(?: run| "
    rf"one)?(?: a miss)?(?= (?:altogether|completely|this|please|so|then)|$)|\bcount me out\b"
)
_AS_A_RULE = re.compile(
    r"\b(?:any ?more|from now on|these days|ever|as a rule|until|before|after|wait|because of|in the)\b"
)
_A_RUN = re.compile(rf"^(?:(?:and|but|so|no|yes) )*{_RUN}(?: run| one)?$")
_ASKS = re.compile(r"^(?:(?:so|and|but) )*(?:is|are|does|do|can|could|will|would|what|when|how|why|which) (?!course)")
_OPEN = re.compile(
    r"\b(?:if|unless|whether|not sure|maybe|perhaps|might|do not know|depends|see how|try|hope\w*|probably)\b"
)


def answer(turn: Turn, clause: Clause, *, is_no: bool) -> bool | None:
    """Whether this clause is a yes to the plan or a run of it, or a no; `is_no` when it is a bare one."""
    keeps = is_of_keeping(turn.question)
    if _DROPS.match(clause.text) or _lets_go(clause) or (keeps and (is_no or _refuses(clause))):
        return False
    return True if _is_on_for(clause, turn, keeps=keeps) or _agrees(turn, clause) else None


def _refuses(clause: Clause) -> bool:
    """A no to "is Thursday still all right?", where it is no bare one."""
    return _AFRAID_NOT.match(clause.text) is not None


def _is_on_for(clause: Clause, turn: Turn, *, keeps: bool) -> bool:
    """A run of the plan that will be run."""
    before = [other.text for other in turn.clauses if other.at == clause.at - 1 and _A_RUN.match(other.text)]
    if before and clause.text.startswith("i "):
        clause = replace(clause, text=f"{before[0]} {clause.text}")
    found = _ON.search(clause.text) or (_STILL.search(clause.text) if keeps and not turn.says_no else None)
    if (
        found is None
        or _OPEN.search(clause.text)
        or clause.is_before
        or _ASKS.match(clause.text)
        or _is_others(clause, found)
    ):
        return False
    return (
        not re.search(r"\bnot\b|\bno (?!different\b|matter\b|bother\b|problem\b|worries\b|question\b)", clause.text)
        or _STILL.search(clause.text) is not None
    )


def _is_others(clause: Clause, found: re.Match[str]) -> bool:
    """Who is meant stands in what was found, not in the clause before: "they got cancelled, so Thursday's on"."""
    if re.search(r"\b(?:i|we)\b", found[0]):
        return False
    own = re.split(r"\b(?:so|but)\b", clause.text[: found.end()])[-1]
    return replace(clause, text=own, others=False).is_others(len(own))


def _lets_go(clause: Clause) -> bool:
    """One run, or one week, that will not be run."""
    found = _OFF.search(clause.text)
    if found is None or _OPEN.search(clause.text) or clause.is_before or clause.is_others(found.start()):
        return False
    return not _AS_A_RULE.search(clause.text) and not re.search(
        r"\b(?:not|never) (?:want to )?$", clause.text[: found.start()]
    )


def _agrees(turn: Turn, clause: Clause) -> bool:
    if turn.asked in _ASKS_OTHER:
        return False
    found = _AGREES.search(clause.text)
    if (
        not found
        or _OPEN.search(clause.text)
        or clause.denies(found.start(), found.end())
        or clause.is_others(len(clause.text))
        or clause.is_before
    ):
        return False
    # "My knee is fine", "that day is fine": of the plan nothing is said.
    is_bare = _OF_ONE_THING.search(clause.text) and "yes" not in clause.text
    return not (is_bare and not re.search(r"\b(?:that|plan|it|week)\b", clause.text))
