"""What people ask the coach, by the words that answer it."""

import re

from calls.dialogue.understanding import questions
from runs.training.language import clauses, normal

_ASKS = re.compile(r"\b(?:what|when|where|which|how|who|tell me|are you|is it|do i|have i|remind me|show me)\b|\?")
_ABOUT_CALLS = re.compile(
    r"\b(?:call|calls|calling|ring|ringing|phone|phoning) (?:me|less|more|so|too|at|in|before|after|only)\b"
)
# The first that fits.
_ABOUT = tuple(
    (name, re.compile(rf"\b(?:{pattern})\b"))
    for name, pattern in (
        (
            "answer_who",
            r"are you (?:real|human|a (?:real )?(?:person|human|robot|bot|machine|computer)|an? ai)|"
            r"who (?:are|is) (?:you|this|it|that|calling|speaking)|what are you|"
            r"who am i (?:talking|speaking) (?:to|with)",
        ),
        (
            "answer_ask",
            r"(?:can|could|may) i ask (?:you )?(?:something|a question|one thing)|(?:i have|got) a question",
        ),
        (
            # The run at hand.
            "answer_this_run",
            r"how (?:far|long|much)(?: is| will)? (?:it|this|that|the run|my run|today|tonight)\b(?! take)|"
            r"(?:what|which) (?:distance|run)|how many (?:k|km|kilomet\w+|miles)|"
            r"(?:what time|when) (?:is|does|do|should|was) (?:it|i|we|the run|this)(?: run)? "
            r"(?:planned|start|begin|go|on)",
        ),
        (
            "answer_week",
            r"(?:when|what day|how (?:far|long|many \w+)) (?:is|are|will) (?:the|my|this week 's|sunday 's) "
            r"(?:long|easy|tempo|hills?|intervals?|recovery)",
        ),
        (
            "answer_pace",
            r"(?:how (?:fast|hard|slow(?:ly)?|easy)|(?:what|which) (?:pace|speed|effort))(?: \w+){0,2}? (?:do|should|"
            r"shall|must|am|can|will|is|do you want)? ?(?:i|it|me|we|this)\b|(?:do|should|shall|must|can|am) "
            r"i(?: have)?(?: to| supposed to| meant to)? (?:run|go|take it|push)(?: it)? (?:fast|hard|slow(?:ly)?|easy|"
            r"all out)",
        ),
        (
            "answer_more",
            r"(?:can|could|may|should|will|would|why) (?:\w+ ){0,3}?(?:harder|tougher|longer|more (?:runs|km|"
            r"kilomet\w+|miles|training|distance|days))|(?:harder|tougher|bigger) (?:week|plan|run|session)",
        ),
        (
            "answer_rest",
            r"(?:what|how) (?:should|shall|can|could|do|would) (?:i|you) (?:do|suggest|advise|recommend|say|think)|"
            r"what now|should i (?:run|rest|see|go|worry|ice|stop)|any (?:advice|tips?|ideas?)",
        ),
        (
            "answer_last_week",
            r"(?:what|how (?:much|far|many)(?: \w+)?|which runs) (?:did|have) i (?:do|done|run|ran)(?: \w+){0,3}? "
            r"(?:last|past) week|how (?:did|was|were|went) (?:my |the )?last week|last week (?:go|look|'s runs)|"
            r"what i (?:did|ran) last week",
        ),
        ("answer_tasks", r"tasks?|to do|on my list|(?:supposed|meant) to (?:buy|get|do)"),
        ("answer_streak", r"streak|in a row"),
        (
            "answer_doing",
            r"how (?:am i|have i been) (?:doing|getting on|going|coming on)|am i (?:doing (?:ok|well)|on track)",
        ),
        (
            "answer_goal",
            r"(?:my )?goal|race day|(?:how (?:long|far|many \w+)|when).{0,25}(?:race|half|marathon|10 k|5 k)",
        ),
        (
            "answer_week",
            r"(?:this|next|the|my) (?:\w+ )?(?:week|plan|schedule)|(?:rest of the|coming) week|"
            r"days am i running",
        ),
        (
            "answer_next_run",
            r"next (?:run|one|session|training)|(?:run|running|train) (?:today|tomorrow|tonight|next)|my run|"
            r"do i run|am i running|what (?:is|'s|comes|do i have) (?:up )?next",
        ),
    )
)
# A thing of theirs and nothing besides: "my next run", "and the week?".
_NAMED = tuple(
    (
        name,
        re.compile(rf"^(?:(?:and|so|ok|hi|hey|coach|please|what about|how about) )*(?:{pattern})(?: please)?[ ?.!]*$"),
    )
    for name, pattern in (
        ("answer_tasks", r"(?:(?:my|the|any|open) )*(?:tasks?|to ?do(?: ?list)?s?|list)"),
        ("answer_streak", r"(?:my |the )?(?:current )?streak"),
        ("answer_goal", r"(?:my |the )?(?:goal|race day|race date)"),
        (
            "answer_week",
            r"(?:(?:my|the|this|next|coming) )*(?:training )?(?:plan|schedule|week)|"
            r"(?:my )?(?:next|coming|upcoming) runs|(?:the )?(?:rest of the|whole) week",
        ),
        (
            "answer_next_run",
            r"(?:(?:my|the) )?(?:next|upcoming|coming) (?:run|session|training|workout)|(?:my )?run (?:today|tonight|"
            r"tomorrow)",
        ),
        ("answer_who", r"(?:a )?(?:robot|human|real person|person)(?= \?)"),
    )
)


def about(said: str) -> str:
    """What answers a question anywhere in these words; "" when none of ours is in it."""
    text = normal.plain(said)
    if _ABOUT_CALLS.search(text):
        return "answer_calls"
    if named := next((name for name, pattern in _NAMED if pattern.search(text)), ""):
        return named
    if not _ASKS.search(text) and "?" not in said and not questions.is_question(said):
        return ""
    return next((name for name, pattern in _ABOUT if pattern.search(text)), "")


def alone(said: str) -> str:
    """What answers these words when they ask and do nothing besides; "" for other words, or without an answer."""
    text = normal.plain(said)
    named = next((name for name, pattern in _NAMED if pattern.search(text)), "")
    return named or (about(said) if questions.is_question(said) else "")


def beside(said: str) -> str:
    """What answers a question that stands beside an answer: "yes, but how far is it?"."""
    return next((thing for clause in clauses.of(said) if (thing := alone(clause.text))), "")
