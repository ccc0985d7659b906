"""Numbers that rate something out of ten, and what they rate. Kilometres, minutes, clock times, ages, sleep and heart
rates are no ratings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from calls.dialogue.understanding import body
from calls.dialogue.understanding.transcript import Turn
from runs.training.language.clauses import Clause

_NUMBER = re.compile(r"(?<![\d:.])\b(\d{1,2}(?:\.\d)?)\b(?![:.]\d)(?P<ten> out of 10)?")
_SCALE = re.compile(
    r"\b(?:(?:on|from|in|using) )?(?:a |the )?(?:scale )?(?:of |from )?[01] (?:to|and|through) 10\b|\bzone \d\b"
)
# What counts things, names a clock time or an age is no rating.
_UNIT = re.compile(
    r"^ ?(?:k|km|kms|kilomet\w+|miles?|mi|m|met(?:re|er)s?|mins?|minutes?|hours?|hrs?|h|secs?|seconds?|am|pm|"
    r"o ?'?clock|bpm|beats|degrees|years?|yrs?|year|weeks?|days?|months?|times?|percent|%|kg|kilos?|pounds|"
    r"lbs|stone|steps?|reps?|laps?|beers?|glass(?:es)?|pints?|cups?|coffees?|lit(?:re|er)s?|gels?|hills?|"
    r"of (?:us|them|the|those)|people|runs?|sessions?|more|nights?|runners|pairs?|things?|ish (?:am|pm)|"
    r"in the (?:morning|evening|afternoon)|and a bit (?:k|km|miles)|pace|minute|hour|intervals?|repeats?|"
    r"sets?|bananas?|slices?|or \d+ (?:k|km|minutes|miles|hours|days|weeks|times)|kids|children|to \d+ (?:k|"
    r"km|minutes|miles|hours|days|weeks|times)|th|nd|rd|st|x \d|by \d|(?:a|per) (?:week|day))\b"
)
_BEFORE_UNIT = re.compile(
    r"\b(?:(?:i am|i'm|aged?|turned|turning|age) (?:only |nearly |almost |about )?|(?:ran|run|running|did|"
    r"done|managed|covered) (?:about |around |nearly |almost |just |over |only |like |the |my )*|(?:slept|"
    r"sleep|slept for|asleep for) (?:about |around |only |for )*|(?:up|until|by|before|after|since|past|"
    r"quarter to|half|wake|woke|home by|out by|started at|start at|from|finished at) (?:at )?(?:about |"
    r"around )?|(?:heart rate|hr|pulse|bpm|pace|zone|week|day|number|top|mile|k|km|kilomet\w+|lap|interval|"
    r"rep|size|age|under|over|minus|plus|first|last|next|past|other|another|these|those|all|every|with|bus|"
    r"only got|lost|drank|had|ate|temperature|chapter|room|seat|year|page|route|took me|took|in) (?:was |is |"
    r"of |about |around |at )*)$"
)
_CHOOSES = re.compile(
    r"\b(?:(?:go|going|went) (?:with|for)|would go|would (?:put|place|rate|score|peg) (?:it |that |this |the run "
    r")?(?:down )?(?:at|as)|(?:put|mark|have) (?:\w+ ){1,4}?down (?:as|for)|(?:put|place|rate|score|set|peg) (?:it|"
    r"that|this|the run) (?:at|as|in at)) (?:an? |about |around )?$"
)
_AT = re.compile(r"\b(?:at|at around|at about) $")
_RATES = re.compile(
    r"\b(?:an?|put it at|put that at|rate it at|in at|as|go with|go for|went with|going with|about|around|"
    r"like|maybe|probably|perhaps|say|call it|rate it|rated|rate|give it|give that|it is|it was|was|is|felt|"
    r"only|just|more|solid|strong|good|comfortable|easy|hard|proper|rpe|effort|difficulty|pain|energy|"
    r"roughly|somewhere|definitely|also|to|actually|make it|no|wait|honest|honestly|at least|nearly|almost|"
    r"still|level|levels|score|overall|guess|reckon|think|yeah|yes|well|so|or|even|very|decent|mild|weak|low|"
    r"high|medium|wise|it|that|them|severity|be|tough|steady|gentle|straight|nice|full|between|closer to|"
    r"towards|approx|approximately) $"
)
_TOPICS = {
    "pain": r"pains?|painful|hurts?|hurting|ach(?:e|es|ed|ing|y)|niggl\w*|sore(?:ness)?|severity|discomfort|twing\w*|"
    r"throb\w*|stiff\w*|tight\w*|bad is it|blister|cramps?|swollen",
    "energy": r"energy|energised|energized|tank|battery|tired\w*|fatigue",
    "effort": r"effort|difficulty|difficult|hard|harder|tough|easy|easier|run|rpe|exertion|intensity|session|workout|"
    r"felt|feel|comfortable|intense|overall|brutal|workload|rated?|scored?|pace|rough|challenging",
    "other": r"motivation|motivated|mood|sleep|slept|fun|enjoyment|excitement|excited|stress|stressed|nerves|nervous|"
    r"confidence|confident|happiness|happy|weather|food|breakfast|hydration|hunger|hungry|tempo of|recovery|"
    r"satisfaction|scenery|route|company|music|podcast|hangover|boredom|bored|wind|keenness|keen|enthusiasm",
}
_TOPIC = re.compile(r"\b(?:" + "|".join(rf"(?P<{name}>{words})" for name, words in _TOPICS.items()) + r")\b")
# "Effort about a", "energy is", "pain was maybe a": the number that follows is of that.
_LINKED = re.compile(
    r"\b(?:(?P<pain>pain|discomfort|severity|soreness)|(?P<energy>energy|battery|tank)|(?P<effort>effort|"
    r"difficulty|rpe|intensity)|(?P<other>motivation|mood|sleep|stress|weather|hydration))(?: (?:levels?|"
    r"wise|is|was|at|about|around|like|maybe|an?|of|just|only|say|probably|rating|score|in the (?:left|"
    r"right)? ?\w+|call it|felt|more|rated))* $"
)
_FOR = re.compile(
    r"^ ?(?:out of 10 )?(?:(?:for|on|in|of|in terms of|as far as|with|when it comes to|at) )?(?:the |my |"
    r"that |overall |an? )?$"
)
_ASKED = {"severity": "pain", "pain": "pain", "where": "pain", "energy": "energy", "effort": "effort", "feel": "effort"}
_PRONOUN = re.compile(
    r"^(?:and |but |so )?(?:it is|it would|that is|they are|about|maybe|probably|only|just|around|i would|like|say)\b"
)
_RUN_AGAIN = re.compile(r"\b(?:run|session|effort|difficulty|overall)\b|^(?:(?:but|and|so|then) )*(?:it|that) was\b")
# "Run nine, pain two."
_LISTED = re.compile(r"\b(?:pain|energy|mood|effort) (?:10|\d)\b")
_RUN_GIVEN = re.compile(r"(?:(?:and|the) )*run (10|\d)")
_OVERALL = re.compile(r"\b(?:overall|all in all|on average|in total|as a whole|altogether|in general)\b")
_NO_PAIN = re.compile(r"\bno pain no gain\b|\b(?:ordinary|honest|normal|usual|muscle) (?:muscle )?soreness\b")
# "Can you put that first one down as a seven?": the rating given before.
FIRST_ONE = re.compile(
    r"\b(?:put|change|make|mark|correct|switch) (?:that |the |my )?(?:first|earlier|effort|difficulty)(?: (?:one|"
    r"number|score|rating|answer))?\b"
)
_CORRECTED = re.compile(r"\b(?:no|wait|actually|make that|sorry|rather|scratch|correction|i mean)\b")


@dataclass(frozen=True)
class Rating:
    value: float
    topic: str
    clause: Clause
    overall: bool = False


def of(turns: Iterable[Turn]) -> list[Rating]:
    """Every rating the runner gave, in order."""
    return [rating for turn in turns for rating in _of_turn(turn)]


def _of_turn(turn: Turn) -> Iterator[Rating]:
    asked = _ASKED.get(turn.asked, "other" if turn.asked else "")
    topic, sentence = asked or "effort", -1
    is_list = _LISTED.search(turn.plain) is not None
    for clause in turn.clauses:
        text = _SCALE.sub(lambda found: " " * len(found[0]), "1" if asked and clause.text == "one" else clause.text)
        if is_list and (run := _RUN_GIVEN.fullmatch(text)):
            yield Rating(float(run[1]), "effort", clause)
            continue
        if sentence not in (-1, clause.sentence) and not _continues(text):
            topic = "effort" if topic in ("pain", "energy", "other") and not asked else topic
        elif (sentence not in (-1, clause.sentence) and topic == "other" and not asked) or (
            _RUN_AGAIN.search(text) and not asked
        ):
            topic = "effort"
        for value, start, end, strong in _numbers(text, bare_ok=bool(asked) or len(turn.clauses) == 1):
            named = "effort" if FIRST_ONE.search(text) else _topic_of(text, start, end)
            if named or strong or _CHOOSES.search(text[:start]) or _is_rating(text, start, end):
                overall = bool(_OVERALL.search(text))
                yield Rating(value, named or ("effort" if overall and not asked else topic), clause, overall)
        topic = _last_topic(text) or topic
        if topic == "pain" and not asked and (clause.says_gone or _denies_pain(clause)):
            topic = "effort"
        sentence = clause.sentence


def _denies_pain(clause: Clause) -> bool:
    """ "Nothing sore, I'd give it a five"."""
    named = [found for found in _TOPIC.finditer(clause.text) if found["pain"]]
    return bool(named) and (
        all(clause.denies(*found.span()) for found in named) or _NO_PAIN.search(clause.text) is not None
    )


def _continues(text: str) -> bool:
    """A new sentence that goes on about the same: "It's about a four"; "Three out of ten"."""
    return bool(_PRONOUN.match(text)) or (bool(re.match(r"^(?:an? )?\d", text)) and len(text.split()) <= 5)


def _numbers(text: str, *, bare_ok: bool) -> Iterator[tuple[float, int, int, bool]]:
    for found in _NUMBER.finditer(text):
        value = float(found[1])
        if value > 10 or (not found["ten"] and _counts_something(text, found)):
            continue
        yield value, found.start(), found.end(), bool(found["ten"]) or (bare_ok and len(text.split()) <= 3)


def _counts_something(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 40) : found.start()]
    if _CHOOSES.search(before) and not _UNIT.match(text[found.end() :]):
        return False
    if (
        re.search(r"\d $", before)
        or _UNIT.match(text[found.end() :])
        or re.match(r"^ ?(?:\d|out of \d|to go)", text[found.end() :])
    ):
        return True
    return bool(_BEFORE_UNIT.search(before)) or bool(_AT.search(before))


def _is_rating(text: str, start: int, end: int) -> bool:
    """By the words right before ("about a", "I'd say") or because nothing else stands there."""
    before = text[max(0, start - 30) : start]
    return bool(_RATES.search(before) or re.search(r"\ban? (?!group|table|total)[a-z]+ $", before)) or (
        start == 0 and len(text.split()) <= 3
    )


def _topic_of(text: str, start: int, end: int) -> str | None:
    """What the number is said of: what follows at once, else the last thing named before it, else what follows."""
    if near := _LINKED.search(text[:start]):
        return next(name for name in _TOPICS if near[name])
    after = next(_topics(text, end), None)
    if after and _FOR.match(text[end : after[0]]):
        return after[1]
    before = list(_topics(text, 0, start))
    if before:
        return before[-1][1]
    return after[1] if after else None


def _last_topic(text: str) -> str | None:
    named = list(_topics(text))
    return named[-1][1] if named else None


def _topics(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, str]]:
    """Topics and parts of the body that are named, in order. A part of the body is about pain."""
    stop = len(text) if end is None else end
    named = [(found.start(), str(found.lastgroup)) for found in _TOPIC.finditer(text, start, stop)]
    named += [(at, "pain") for at, upto, name in body.places(text) if start <= at and upto <= stop and name != "other"]
    return iter(sorted(named))


def whole(value: float) -> int:
    """Half a point more is the harder one."""
    return int(value + 0.5)
