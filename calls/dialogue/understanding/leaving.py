"""A goodbye, and what was said beside it. Pure."""

import re

from runs.training.language import normal

_END = r"(?=$| ?[.,!?;]| (?:now|sorry|then|coach|thanks|thank you|ok|bye|and|but|because|i am)\b)"
_BYE = re.compile(
    r"\b(?:(?:good ?)?bye+(?:[ -]bye+)*(?: (?:for )?now)?|cheerio|ciao|farewell|(?<!a )(?<!the )good ?night|ttyl|cya|"
    rf"(?:i )?(?:have )?(?:really )?(?:got|have|need) to (?:go|dash|hang up|get off|leave|shoot off|end (?:this|the "
    rf"call))(?: now)?{_END}|(?:i )?must (?:go|dash|be off|leave){_END}|"
    rf"(?:i am |i will |let us |please |just |you can |can you |can we |could we |shall we )*(?:hang(?:ing)? up|end "
    rf"(?:this|the|our) (?:call|talk|conversation|chat)|end (?:it|this) here|stop here|finish here)"
    rf"(?: now| please)*{_END}|"
    rf"(?:(?:i will |let us |we can |we will |can we )?(?:talk|speak|chat)|catch you|see y(?:ou|a)) (?:to you |again )?"
    rf"(?:later|soon|another time|some other time|next time|around|tomorrow){_END}|see y(?:ou|a)(?= ?[.!]?$)|"
    rf"(?:this is )?(?:not a good|a bad|the wrong) time (?:to talk|for (?:this|a) (?:call|talk))(?: right now| "
    rf"now)?{_END})"
)
_STAYS = re.compile(
    r"\b(?:do|did|does|will|would|if|when|until|before|why|not|no longer)(?: i| we)? (?:really )?(?:got|have|need|"
    r"must) (?:to )?(?:go|leave|dash)\b"
)
_BESIDE = re.compile(
    r"\b(?:sorry|but|and|so|well|right|alright|anyway|listen|look|hey|coach|(?:ok )?(?:thanks|thank you|cheers)|now|"
    r"please|then|i|am|afraid|oh|um|for now|that is all|very much|have a (?:nice|good|great) (?:day|one|evening|"
    r"time))\b|[.,!?;]"
)
# Before a run these say that one will be there.
_THERE = re.compile(r"\bsee y(?:ou|a) (?:there|then|at|out)\b")


def goodbye(words: str) -> str | None:
    """What was said beside a goodbye, "" when nothing was; None when there is none."""
    text = normal.plain(words)
    if _THERE.search(text) or _STAYS.search(text) or not _BYE.search(text):
        return None
    rest = " ".join(_BYE.sub(" , ", text).split())
    return rest.strip(" ,.!?;") if _BESIDE.sub(" ", rest).strip() else ""
