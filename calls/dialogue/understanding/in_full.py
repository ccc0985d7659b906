"""An answer in full: what a pronoun or a bare place means after the question it answers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from calls.dialogue.understanding import body
from runs.training.language.clauses import Clause

_IT_IS = re.compile(r"^(?:(?:and|but|so|well|yeah|now|ah|oh) )*(?:it|its|that|this|they)\b(?! was (?:a|the|my)\b)")
# "Swollen and hot."
_HOW_IT_IS = re.compile(
    r"^(?:(?:still|all|a bit|very|really|pretty|quite|so|just|now|well|yeah|gone) )*(?:swollen|hot|red|puffy|purple|"
    r"blue|warm|hard|"
    r"tense|tight|shiny|numb|tingl\w+|twice|double|bigger|huge|massive|ballooned|splitting|pounding|banging|"
    r"throbbing)\b"
)
_ASKED_NUMB = re.compile(r"\b(?:numb(?:ness)?|tingl\w+|pins and needles)\b")
_GIVES_A_PLACE = re.compile(
    r"^(?:(?:and|yes|yeah|yep|only|just|a bit|a little|well|in|on|mostly|mainly|maybe|some|both|all) )*(?:my|the|one|"
    r"both|down"
    r"|left|right|half) (?:[\w']+ ){0,5}?(?:hands?|arms?|legs?|foot|feet|face|mouth|lips?|tongue|cheek|fingers?|toes?|"
    r"side|saddle|groin|bum)\b(?!.*\b(?:fine|ok|not|gone|good)\b)"
)


def read(told: Iterable[Clause], question: str, *, says_no: bool) -> Iterator[Clause]:
    """ "How is the calf?" "It's red and hot" is said of the calf; "any numbness?" "My right hand" of a numb hand."""
    named = [question[start:end] for start, end, _ in body.places(question)]
    is_asked_numb = _ASKED_NUMB.search(question) is not None and not says_no
    for clause in told:
        text = _of(named[-1], clause.text) if named else clause.text
        yield replace(clause, text=f"numb in {text}" if is_asked_numb and _GIVES_A_PLACE.search(text) else text)


def _of(part: str, text: str) -> str:
    if _HOW_IT_IS.match(text):
        return f"my {part} is {text}"
    return _IT_IS.sub(f"my {part}", text, count=1)
