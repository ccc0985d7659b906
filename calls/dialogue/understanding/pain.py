"""Pain now or in this run: that it hurts, where, on which side and how much. What is in doubt counts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from calls.dialogue.understanding import body, complaints, hurting, idioms, sides
from calls.dialogue.understanding.ratings import Rating, whole
from calls.dialogue.understanding.transcript import Turn
from runs.training import safety
from runs.training.language import causes, past
from runs.training.language.clauses import Clause

_ITSELF = re.compile(
    r"^(?:(?:and|but|then|though|now|so|which|actually|thankfully|luckily) )*(?:it|that|they|this|the pain|"
    r"all|gone|no longer|has|have|is|are|feels?|feeling|better|back|fine|completely|totally|went|cleared|"
    r"settled|disappeared|vanished|seems|by the end|since|healed|not any|(?:do|does|did) not (?:hurt|ache|bother)|"
    r"(?:that |which )?i (?:was (?:getting|having|feeling|on about)|had|have had|have been (?:having|getting)|got|"
    r"get|used to (?:get|"
    r"have)|felt|mentioned|told you about|told you of|spoke of))\b"
)
# "How is the knee?" "Meh."
_GRUMBLES = re.compile(
    r"\b(?:meh|so so|still (?:there|the same|a bit|sore|not|hurt\w*|grumbl\w*|bad|around|lingering)|(?:about |much |"
    r"just |pretty much )?the same|worse|no better|not (?:much |any |really )*(?:better|improv\w+)|not (?:\w+ )"
    r"?(?:great|good|right|brilliant|ideal|happy|fantastic|well)|could be better|up and down|hit and miss|bad|"
    r"terrible|awful|dodgy|iffy|grumbl\w*|there or thereabouts|no change|no different|sore\w*|getting there)\b"
)
# "It hurt, but in a good way"; "I can feel it, not painful though"; "asking for my sister".
_TAKES_BACK = re.compile(
    r"^(?:(?:but|and|though|just) )*(?:in a good way|the good kind|good pain|(?:all )?(?:just )?the usual|not (?:\w+ "
    r")?(?:painful|pain|sore|hurting)|nothing i would call|asking for (?:my|a|the|our)\b)"
)
_THOUGHT = re.compile(
    r"\b(?:thought|sure|convinced|feared|panicked|worried|swore|afraid|looked like|suspected|assumed|reckoned|"
    r"figured)\b"
)
_ONLY = re.compile(
    r"\b(?:it |that )?(?:was|were|is|turned out(?: (?:to be|it was|that))?|ended up being|proved to be)(?: (?:only|"
    r"just|actually|"
    r"nothing|simply|merely|my|a|the|that|it|was|all))+\b|\bturned out\b"
)
# "Blood all over my sock": what it turned out to be may hurt after all.
_A_THING = re.compile(
    r"\b(?:socks?|shoes?|trainers?|laces?|tongue of|insoles?|stones?|pebble|grit|sand|twig|stick|seam|label|tag|"
    r"strap|tape|"
    r"plaster|phone|keys|nothing|mud|ketchup|jam|beetroot|juice|dye|rain|sweat|wrinkle|crease|shorts|tights|"
    r"waistband|thorn|burr|"
    r"leaf|watch|imagination|nerves|paranoia|false alarm)\b"
)
_IS_ASKED = re.compile(
    r"^(?:any )?(?:pains?|niggles?|aches?|injur\w+|soreness|discomfort)(?: ?-? ?wise)?(?: nothing|"
    r" none| nil| 0| zero)*$"
)
_NOT_BODILY = re.compile(
    r"\b(?:wallet|pride|ego|feelings|dignity|soul|(?:just|only) (?:the|those) hills?|bank balance|brain|just tired|"
    r"only tired|legs are)\b"
)
_NONE = re.compile(
    r"\b(?:no|nope|nah|none|nothing|not|never|nil|neither|0|fine|good|ok|great|"
    r"divil|devil a|nada|zilch|sod all|sweet)\b"
)
# "The knee was fine until 5 k, then it wasn't."
_WAS_NOT = re.compile(r"\b(?:it|they|that|one) (?:was|were|is|are|did|does) not$")
_EXCEPT = re.compile(r"^(?:except|apart from|other than|aside from|besides|bar|only|just|but (?:a|just|for))\b")
_IS_SORE = re.compile(
    r"(?:\b(?:is|are|am)| 's) (?:\w+ )?(?:sore|hurting|aching|achy|painful|killing|tender|stiff|throbbing|swollen|"
    r"bruised)\b|"
    r"\b(?:hurts|aches|throbs)\b"
)
# "Only in my backside. No, I'm joking, none."
_JUST_JOKING = re.compile(
    r"\b(?:joking|kidding|messing|codding|only having you on)\b.{0,20}\b(?:none|no|nothing|"
    r"nope)\b"
)
_DOES = re.compile(r"\b(?:does|is|did|was|do|are|were|has)(?: a bit| though| too| as well| instead| a little)* ?$")


@dataclass(frozen=True)
class Pain:
    location: str | None = None
    side: str | None = None
    severity: int | None = None


def read(turns: list[Turn], ratings: Iterable[Rating]) -> Pain | None:
    """What hurts, or None. The place first told stays, and what a later answer adds is put to it."""
    turns = [turn for turn in turns if not _JUST_JOKING.search(turn.plain)]
    painful = [(turn, clause) for turn in turns for clause in turn.clauses if _hurts_here(turn, clause)]
    answered = [turn for turn in turns if _tells_by_answer(turn)]
    ratings = [rating for rating in ratings if not _is_for_a_cause(rating.clause)]
    severity = _severity(ratings)
    if severity and not painful:
        # "The knee was a one out of ten."
        rated = {rating.clause for rating in ratings if rating.topic == "pain" and body.part(rating.clause.text)}
        painful = [(turn, clause) for turn in turns for clause in turn.clauses if clause in rated]
    if not painful and not answered:
        return None
    if severity == 0 and not painful:
        return None
    where, side = _where(turns, painful, answered)
    return Pain(where, side or None, severity)


def _is_for_a_cause(clause: Clause) -> bool:
    """ "Four hundred pounds for Chest Heart and Stroke" rates no chest."""
    return any(causes.is_cause(clause.text, start, end) for start, end, _ in body.places(clause.text))


def _hurts_here(turn: Turn, clause: Clause) -> bool:
    """In its own words, or as the place given to a question about pain; and not said to be gone right after."""
    told = (
        _has_a_sore_head(turn, clause)
        or hurting.hurts(clause, of=_spoken_of(turn, clause))
        or _is_place_given(turn, clause)
        or _is_the_one(turn, clause)
    )
    if any(_dates_back(after) for after in turn.clauses if after.at == clause.at + 1):
        return False
    if past.hangs_on_past(turn.clauses, clause) or _was_cleared(turn, clause):
        return False
    if not told or safety.is_injury(clause):
        return told
    if _turned_out_otherwise(turn, clause):
        return False
    return not any(_goes(after, clause) for after in turn.clauses if 0 < after.at - clause.at <= 2)


def _was_cleared(turn: Turn, clause: Clause) -> bool:
    """An X-ray that was clear rules a break out, not the pain: "the elbow's sore but the X-ray was fine"."""
    return _IS_SORE.search(clause.text) is None and past.was_cleared(turn.clauses, clause)


def _turned_out_otherwise(turn: Turn, clause: Clause) -> bool:
    """ "Thought I'd done my calf but it was just a bunched up sock"."""
    if not (_THOUGHT.search(clause.text) or (clause.at and _THOUGHT.search(turn.clauses[clause.at - 1].text))):
        return False
    after = [later for later in turn.clauses if 0 <= later.at - clause.at <= 2]
    return any(
        _ONLY.search(later.text) and _A_THING.search(later.text) and not hurting.still_hurts(later) for later in after
    )


def _has_a_sore_head(turn: Turn, clause: Clause) -> bool:
    """A headache is an illness, but after a blow to the head an injury."""
    found = idioms.HEADACHE.search(clause.text)
    if not found or clause.denies(*found.span()) or clause.is_others(found.start()):
        return False
    near = " , ".join(other.text for other in turn.clauses if abs(other.at - clause.at) <= 4)
    return safety.is_blow(near)


def _dates_back(after: Clause) -> bool:
    """ "The chest pain / I had last year never came back"."""
    return after.is_long_ago and after.text.startswith(("i had", "i used", "i got", "from"))


def _spoken_of(turn: Turn, clause: Clause) -> str:
    """The part that the words before, or the question, were about."""
    for before in reversed(turn.clauses[max(0, clause.at - 2) : clause.at]):
        if part := body.part(before.text):
            if before.sentence == clause.sentence and before.at == clause.at - 1:
                return part
            if before.sentence >= clause.sentence - 1 and hurting.carries_on(clause):
                return part
    # Lungs that burn on a sprint are no chest that hurts.
    is_asked = turn.asked == "pain" and "lungs" not in clause.text
    return turn.asked_about_place or "" if is_asked else ""


def _is_the_one(turn: Turn, clause: Clause) -> bool:
    """ "No pain except in my foot"; "my hip doesn't hurt but my back does"."""
    before = turn.clauses[clause.at - 1] if clause.at else None
    if before is None:
        return False
    if _WAS_NOT.search(clause.text):
        earlier = " , ".join(other.text for other in turn.clauses[max(0, clause.at - 2) : clause.at])
        if complaints.HARMLESS.search(earlier) and body.part(earlier):
            return True
    if body.part(clause.text) is None:
        return False
    excepted = _EXCEPT.match(clause.text) and re.search(
        r"\b(?:no|nothing|not|fine|good|ok|pain\w*|hurts?)\b", before.text
    )
    return bool(excepted or (_DOES.search(clause.text) and complaints.HURTS.search(before.text)))


def _is_place_given(turn: Turn, clause: Clause) -> bool:
    if turn.asked not in ("pain", "where", "severity") or turn.says_no or clause.is_before:
        return False
    places = list(body.places(clause.text))
    return (
        any(not clause.denies(start, end) and not clause.is_others(end) for start, end, _ in places)
        and not clause.says_gone
    )


def _goes(after: Clause, told: Clause) -> bool:
    """The words after a pain that say it is gone, when they are about it."""
    same = body.part(after.text)
    itself = _ITSELF.match(after.text)
    rest = after.text[itself.end() :] if itself and itself[0].startswith(("i ", "that i ", "which i ")) else after.text
    about = bool(itself) and not re.search(r"\b(?:run|rest|otherwise|everything else|i)\b(?! (?:started|began))", rest)
    mentions = same is not None and same == body.part(told.text) and (same != "other" or _same_word(after, told))
    if _TAKES_BACK.match(after.text) and not hurting.hurts(after):
        return True
    if _IS_ASKED.match(told.text) and _NONE.match(after.text):
        return True
    return after.says_gone and (about or mentions) and not hurting.hurts(after)


def _same_word(one: Clause, other: Clause) -> bool:
    return bool(_words_for_parts(one) & _words_for_parts(other))


def _words_for_parts(clause: Clause) -> set[str]:
    return {clause.text[start:end] for start, end, _ in body.places(clause.text)}


def _tells_by_answer(turn: Turn) -> bool:
    """ "Any pain?" "A bit." A yes that goes on with "but it's gone" is none."""
    gone = _is_all_past(turn) or any(clause.says_gone and not hurting.still_hurts(clause) for clause in turn.clauses)
    if turn.asked == "pain" and sides.OTHER_ONE.search(turn.plain) and body.part(turn.question):
        return True
    if turn.asked == "pain" and not gone and not _NOT_BODILY.search(turn.plain):
        grumbles = _GRUMBLES.search(turn.plain) is not None
        if _yes_means_well(turn):
            return grumbles
        return turn.says_yes or grumbles or (turn.affirms and not _NONE.search(turn.plain))
    return turn.asked in ("where", "severity") and bool(turn.plain) and not turn.says_no and not gone


def _is_all_past(turn: Turn) -> bool:
    """ "I'd a knee done in 2019 but it's been perfect since"."""
    of_parts = [clause for clause in turn.clauses if body.part(clause.text)]
    is_dated = bool(of_parts) and all(clause.is_before for clause in of_parts)
    return is_dated and not any(hurting.still_hurts(clause) for clause in turn.clauses)


def _yes_means_well(turn: Turn) -> bool:
    return bool(
        re.search(r"\b(?:better|gone|pain ?free|ok|fine|healed|recovered|without|settled|improv\w+)\b", turn.question)
    )


def _where(turns: list[Turn], painful: list[tuple[Turn, Clause]], answered: list[Turn]) -> tuple[str | None, str]:
    texts = [_own(clause) for _, clause in painful]
    texts += [_near(turn, clause) for turn, clause in painful]
    texts += [_spoken_of(turn, clause).replace("_", " ") for turn, clause in painful]
    texts += [turn.plain for turn in answered] + [turn.question for turn in answered if turn.asked != "where"]
    texts += [turn.question for turn, _ in painful if turn.asked in ("pain", "severity")]
    parts = [part for text in texts if (part := body.part(text))]
    where = next((part for part in parts if part != "other"), parts[0] if parts else None)
    if where is None and any(_has_a_sore_head(turn, clause) for turn, clause in painful):
        where = "other"
    named = [side for text in texts if (side := body.side(text, of=where))]
    return where, sides.of(turns, (turn for turn, _ in painful), named)


def _own(clause: Clause) -> str:
    """The clause from the part that hurts on, without a part that is denied: "it's my ankle not my knee"."""
    text = clause.text
    if safety.is_injury(clause):
        return text
    places = [(start, end) for start, end, _ in body.places(text)]
    spans = [place for place in places if clause.denies(*place)]
    if len(spans) == len(places):
        return text
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _near(turn: Turn, clause: Clause) -> str:
    """The clauses beside it in the same sentence: "my ankle, the left one, is swollen"."""
    beside = [other for other in turn.clauses if abs(other.at - clause.at) <= 2 and not other.is_before]
    beside.sort(key=lambda other: (abs(other.at - clause.at), other.at))
    fit = [
        _own(other) for other in beside if not other.says_gone and not re.search(r"\b(?:fine|ok|good)\b", other.text)
    ]
    return " , ".join(text for text in fit if body.part(text) or len(text.split()) <= 6)


def _severity(ratings: Iterable[Rating]) -> int | None:
    given = [rating.value for rating in ratings if rating.topic == "pain" and not rating.clause.is_before]
    return whole(given[-1]) if given else None
