"""Whether words are a question back at the coach and nothing besides: nobody's yes, no, or reason. Pure.

Speech recognition gives no question marks, so a question is known by how it begins; with a mark, more is one.
"""

import re

from runs.training.language import clauses, normal

_FILLERS = (
    r"(?:(?:um+|uh+|oh|ah|well|so|and|but|hey|hi|hello|sorry|please|coach|ok|then|just|actually|wait|now|excuse me|"
    r"one (?:question|thing)|(?:a )?quick question|i have a question|tell me|by the way) )*"
)
_WHO = r"(?:you|i|we|they|he|she|there|it|that|this|these|those|my|your|anyone|anybody|someone|somebody)"
_DOES = r"(?:is|are|am|was|were|do|does|did|can|could|will|would|should|shall|have|has|had|might)"
_HOW = r"(?:far|fast|slow|hard|long|much|many|often|old|big|late|early|well|bad|high|warm|cold|exactly|come)"
_BEGINS = re.compile(
    rf"^{_FILLERS}(?:"
    # "What a run", "what I need is sleep" and "when it rains" tell; "what is it" asks.
    rf"what(?:$| (?!an? |i |we |he |she |they |my |the )\w+)|"
    rf"(?:when|where|who|whose|whom)(?:$| (?:{_DOES}|to|made|built)\b)|"
    rf"how(?:$| (?:{_DOES}|{_HOW}|to)\b)|which(?:$| (?!is (?:fine|good|great|ok)|suits|works)\w+)|"
    rf"why(?:$|(?! not\b) )|"
    # "Do it" and "have a rest" are no questions, "was a bit hard" is none, and "did it" is an answer.
    # Of "do you know what" the plain form leaves "do what".
    rf"(?:do|have) (?:you|i|we|they)\b|do (?:if|what|how|where|when|who|why|my(?! best)|any|about)\b|"
    rf"(?:did|does|has|had) (?:you|i|we|they|he|she|my|your|there|anyone)\b|"
    rf"(?:does|has) (?:it|that|this|the)\b|(?:is|are|am|was|were) {_WHO}\b|"
    rf"(?:can|could|will|would|should|shall|may) (?:{_WHO}|the)\b|"
    rf"(?:tell|show|remind) me (?:what|when|where|who|how|which|about|my|the)\b|"
    rf"(?:pardon|huh|eh|come again|say (?:that|it) again|repeat (?:that|it|please)|i did not (?:hear|catch|get) "
    rf"(?:that|you|it)|excuse me)\b)"
)
_BEGINS_MARKED = re.compile(rf"^{_FILLERS}(?:{_DOES}) (?:the|my|an?|any|\w+ing|\w+s)\b")
_GOES_ON = re.compile(
    rf"^(?:or|if|because|when|so that|that|and {_DOES}|and (?:what|when|how|why|where|who))\b|^{_FILLERS.rstrip('*')}+$"
)
_REPEATS = re.compile(
    rf"^{_FILLERS}(?:what(?: is that| was that| did you (?:say|ask|mean)| do you mean| was the question)?|pardon|huh|"
    r"eh|come again|say (?:that|it) again|repeat (?:that|it|please)|(?:can|could|would) you (?:please )?(?:say|repeat|"
    r"explain) (?:that|it|the question)(?: again| once more)?|i did not (?:hear|catch|get|understand) (?:that|you|it)|"
    r"i do not understand(?: (?:that|you|it|the question))?|excuse me|"
    r"(?:can|could|do) you (?:still )?hear me|are you (?:still )?(?:there|here|on the line))"
    r"(?: please| again| sorry| me| coach)*$"
)
_CALLS_OUT = re.compile(r"^(?:(?:hello|sorry|hey|coach)[ ,]*)+\?|^hello(?: ,? ?hello)+")
_FILLED = re.compile(rf"^{_FILLERS}$")


def is_question(words: str) -> bool:
    """Every clause asks, or goes on with what was asked."""
    is_marked = "?" in words
    told = [clause.text for clause in clauses.of(words) if not _FILLED.match(f"{clause.text} ")]
    begin = [bool(_BEGINS.search(text) or (is_marked and _BEGINS_MARKED.search(text))) for text in told]
    return any(begin) and all(asks or _GOES_ON.search(text) for asks, text in zip(begin, told, strict=True))


def asks_to_repeat(words: str) -> bool:
    """ "What?", "could you say that again", "hello?"."""
    if _CALLS_OUT.match(normal.plain(words)):
        return True
    told = [clause.text for clause in clauses.of(words) if not _FILLED.match(f"{clause.text} ")]
    return bool(told) and all(_REPEATS.search(text) for text in told)
