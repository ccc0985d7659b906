"""Yes or no to what the coach asked or proposed. What is neither is nobody's yes.

A verdict stands at the beginning of a clause; the first one counts, unless a later one takes it back ("sounds good, but
no").
"""

import re

from calls.dialogue.understanding import questions
from runs.training.language import anatomy, clauses, normal

_FILLERS = (
    r"(?:(?:um+|uh+|er+|hm+|oh|ah|well|so|and|ok so|right so|honestly|actually|look|then|please|sorry|"
    r"thanks|thank you|coach|hey|hi|i think|i guess|i suppose|i mean|i would say|probably|yeah well) )*"
)
_TAKES_BACK = re.compile(r"^(?:but|actually|no wait|wait|hang on|hold on|or rather|sorry|though|although|except)\b")
_QUESTION = re.compile(
    r"^(?:is|are|was|do|does|did|can|could|what|when|where|which|how|why|who|will|would|should) (?:that|"
    r"this|it|you|i|we)\b"
)
_UNSURE = re.compile(
    rf"^{_FILLERS}(?:i )?(?:do not know|(?:am |i am )?not (?:so |quite |really |entirely )?sure|no idea|"
    rf"no clue|maybe|perhaps|"
    r"it depends|depends|not decided|hard to say|who knows|unsure|possibly)\b"
)
_MEANS_YES = re.compile(
    r"\b(?:no problem|no worries|why not|i (?:think|guess|suppose|believe|hope|would say) so|probably|"
    r"not a problem|can not wait|no need to (?:move|skip|change)|no objections?|"
    r"not at all a problem|would not miss it|no way i am (?:missing|skipping|not)|^no ,? ?(?:yes|yeah|"
    r"yep) (?:that|it|sounds|do|go|fine)|do not mind if (?:i|we) do)\b"
)
_NO = re.compile(
    rf"^{_FILLERS}(?:but )?(?:(?:yes|right|ok) )?(?:no|nope|nah|nay|naw|never|negative|absolutely not|definitely not|"
    r"certainly not|of course not|obviously not|surely not|please do not|do not|rather not|"
    r"i would rather not|better not|"
    r"not (?!bad|too bad|only|sure|a problem|half bad|until)\w+|not$|none|nothing|skip|cancel|stop|wait|"
    r"hold on|hang on|pass|"
    r"forget (?:it|that)|leave it|no way|hell no|no chance|i (?:can not|could not|will not|do not|did not|"
    r"have not|am not|"
    r"would not|was not)|it (?:is|does|did|was) not|that (?:is|does|did) not|give it a miss|"
    r"out of the question|i refuse)\b"
)
_YES = re.compile(
    rf"^{_FILLERS}(?:but )?(?:yes|yeah|yea|yep|yup|yah|ya|aye|y|k|kk|sure|of course|absolutely|definitely|"
    rf"certainly|totally|"
    rf"indeed|ok|okay|okey|alright|all right|right(?! (?:side|one|leg|hand|{anatomy.BODY})\b)|correct|exactly|"
    r"perfect|great|brilliant|lovely|super|"
    r"good|fine|cool|"
    r"excellent|wonderful|deal|agreed|done|please|go ahead|go for it|go on|do it|do that|do so|make it so|"
    r"sounds? (?:good|great|fine|perfect|ok|like a plan|right|reasonable)|(?:that|it|this|which|either|both|all) "
    r"(?:is |are |would be |will be |sounds |looks |works |suits |does )?(?:all )?(?:good|great|fine|"
    r"perfect|ok|right|correct|works|suits|"
    r"lovely|better|for me|me|it|well)?(?: (?:for|by|with) me)?(?: thanks| thank you| cheers| then)?$|"
    r"works for me|fine by me|suits me|all good|all clear|"
    r"(?:i am )?(?:happy|fine|good|ok) with (?:that|it)|count me in|let us (?:do|go|make|move|say)|will do|"
    r"i (?:can|will|do|did|have|would|could|am happy)(?: (?:do|make|manage) (?:it|that|this))?$|i did(?! not)|"
    r"i (?:will|can) (?:do|make|be|go|run|manage)\b(?! not)|"
    r"i am (?:on|in|up for (?:it|this)|ready|good to go|coming|there|game|keen|set|all set|"
    r"on my way)\b(?! (?:holiday|call|"
    r"crutches|antibiotics|hospital|bed|pain|the|a|my|agony|no))|on my way|ready|you bet|looks? good|"
    r"why not|i (?:think|guess|suppose|believe|hope|would say) so|probably|"
    r"a (?:bit|little)|kind of|sort of|slightly|i did it|it (?:did|does|is|was)$|good to go|"
    r"not (?:too |half )?bad)\b"
)
# "Yes, actually no, keep it": what comes last is meant.
_CHANGES_MIND = re.compile(
    r"^(?:yes|yeah|yep|ok|okay|sure|fine)\b.{0,12}\b(?:actually|wait|hang on|hold on|"
    r"scrap that)\b.{0,12}\b(?:no|not|do not|leave|"
    r"keep|forget)\b"
)
_BARE_NO = re.compile(r"^no(?: thanks| thank you| sorry)?$")
_YES_SIGNS = ("👍", "👌", "✅", "🙂", "😀", "🙌", "💪")
_NO_SIGNS = ("👎", "❌", "🙅")


def yes_no(words: str) -> bool | None:
    """True for yes, False for no, None when neither was said, or both."""
    if any(sign in words for sign in _YES_SIGNS + _NO_SIGNS):
        return not any(sign in words for sign in _NO_SIGNS)
    text = normal.plain(words)
    if (means_yes := bool(_MEANS_YES.search(text))) or _CHANGES_MIND.search(text):
        return means_yes
    if _UNSURE.search(text) or (_QUESTION.search(text) and "?" in words) or questions.is_question(words):
        return None
    first: bool | None = None
    is_plain_yes = bool(re.match(r"^(?:yes|yeah|yep|yup)\b", text))
    for clause in clauses.of(words):
        verdict = _of(clause.text)
        if verdict is None:
            continue
        if first is None:
            first = verdict
        elif _TAKES_BACK.search(clause.text):
            return verdict
        elif first and not verdict and _BARE_NO.match(clause.text):
            # "Right, no" and "ok, no" are a no; "yes, no" is neither.
            return None if is_plain_yes else False
    return first


def _of(text: str) -> bool | None:
    """The verdict a clause begins with. "No" after a "yes" in one breath is a no."""
    if re.match(r"^(?:yes|yeah) no$|^no yes$", text):
        return None
    stripped = _TAKES_BACK.sub("", text).strip()
    for part in (text, stripped):
        if _NO.search(part):
            return False
        if _YES.search(part):
            return True
    return None
