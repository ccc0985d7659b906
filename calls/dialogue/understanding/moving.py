"""More ways to ask for another time: "it will have to be Thursday", "give me until seven", "evening time I'll do"."""

import re

from calls.dialogue.understanding.asking import DAY, STAYS, WHEN
from calls.dialogue.understanding.transcript import Turn

_FILLERS = (
    r"^(?:(?:and|so|but|then|ok|yes|yeah|no|nah|nope|well|actually|maybe|on|at|by|the|this|then|sorry|ah|oh|right|"
    r"now|just|only|look|sure|fine|grand|honestly) )*"
)
_SHOULD = r"(?:will|would|might|may|shall|is going to|are going to|'s going to) (?:just |probably |only )?(?:have|need)"
_IT = r"(?:it|that|this|they|we|i|run|runs|one|ones|session|sessions|mine|today 's|tonight 's)"
_AN_EVENT = r"(?:when|once|after|as soon as|straight after|right after|the minute|until)"
# "It'll have to be when he's in the door at half five."
_HAS_TO_BE = re.compile(
    rf"\b{_IT} (?:{_SHOULD} to|has to|have to|had better|must|can only|could only|will only|would only|needs? to) "
    rf"(?:be|wait|go|happen|move|come|shift|work|slide)(?: (?:on|in|at|to|for|back|until|around|about|moved|changed|"
    rf"shifted|the|a)){{0,3}} (?:{WHEN}|{_AN_EVENT}|some other|another|a different|next week)\b"
)
_ONE_ON_A_DAY = re.compile(
    rf"\b(?:do|run|make|have|put|give me|take) (?:the |my )?{DAY}(?: 's)? (?:\w+ )?(?:run |one |session )?(?:on |for "
    rf")?{DAY}\b|\b(?:make|have|put|do) (?:the|my|that|this) (?:\w+ ){{0,2}}(?:run|one|session|intervals|tempo) (?:be "
    rf"|an? |on |for )?(?:the )?{DAY}\b|\b{DAY}s?(?: 's)?(?: (?:run|one|session))?(?: and {DAY}s?)? (?:have|has|need|"
    rf"needs|must|will have|got|will need|should|could|can|may|might)(?: got)?(?: to)? (?:become|be|turn into|move to|"
    rf"go to|change to|be moved to|be swapped to|go on) (?:an? |the )?{DAY}\b"
)
_WHAT_ELSE = re.compile(
    r"\b(?:what|which) other (?:days?|times?|slots?|options?|evenings?|mornings?)\b|\bwhen else\b|\b(?:find|get) me "
    r"(?:something|another|some other|a (?:new|different|better|later)|anything)\b(?! to)|\b(?:any ?(?:thing|where)|"
    r"something|somewhere) else (?:on|in|at|free|that week|this week|going|open)\b|\bwhat (?:else )?(?:have|can) you "
    r"(?:got|do|offer|have|give me)(?: me)? (?:instead|later|tomorrow|\w*day|in the|at)\b"
)
_ELSE_AFTER_A_NO = re.compile(
    r"\bwhat (?:else|other \w+)\b|\b(?:you )?tell me (?:when|what|which)\b|\bwhen (?:can|could|would|else)\b|\bany "
    r"(?:other|alternatives?|chance of another)\b|\bwhat (?:are|is) (?:my|the) (?:options?|alternatives?)\b"
)
# Minutes past no hour are a delay of the start, and a word to be given is no run.
_GIVE_ME_UNTIL = re.compile(
    rf"\b(?:give|leave|allow|let)(?: it| me| us)? until (?!(?:5|10|20|25|quarter|half) past(?! \d))(?:the )?(?:{WHEN}|"
    rf"\d{{1,2}}\b|then\b|i |he |she |they |my |the (?:kids|rain|sun|shift|match|baby|school))(?!.*\b(?:think|decide|"
    rf"confirm|know|tell|call|ring|phone|answer)\b)"
)
_LET_ME = re.compile(
    rf"\blet me (?:just |maybe )?(?:go|run|do|head|get|have|leave|start|try|push|take)\b.{{0,60}}?\b(?:{WHEN}|another "
    rf"(?:day|time)|next week)\b"
)
_AND_GO_LATER = re.compile(
    rf"\band (?:then )?(?:go|run|head out|do (?:it|both|two|a \w+|the \w+)|get out|try)(?: it)? (?:later|"
    rf"{WHEN})\b(?!.*\b(?:like|as) (?:always|planned|you said)\b)"
)
_ONLY_SLOT = re.compile(
    rf"\b(?:the )?(?:only|earliest|soonest|best|next|first|nearest) (?:(?:day|time|slot|window|gap|chance|bit|evening|"
    rf"morning|one)(?:s)? )?(?:\w+ ){{0,5}}?(?:is|are|'s|would be|will be) (?:probably |maybe |about |around )?(?:at |"
    rf"on )?(?:{WHEN}|\d{{1,2}}\b)|\b(?:i|we) (?:have|got|have got|see|can see)(?: got)? (?:a|an|one|my only|the "
    rf"only) (?:\w+ )?(?:window|gap|slot|opening|free (?:hour|evening|morning)|spare (?:hour|evening|"
    rf"morning))\b.{{0,25}}\b(?:{WHEN})|\bthere is (?:a|one|another) (?:\w+ )?(?:window|gap|slot|"
    rf"opening)\b.{{0,25}}\b(?:{WHEN})|\bhow (?:does|would|are you fixed for|are we for)(?: the| next| this)? "
    rf"(?:{WHEN})\b|^(?:and |but )?that is (?:when|the only (?:time|day)|my only) (?:i|we|free|that i|chance|gap|"
    rf"slot)\b"
)
_AN_HOUR = re.compile(
    r"\b(?:give|allow|need|want)(?: me| us| it)? (?:about |maybe |like |at least )?(?:an|a good|another|\d|a couple "
    r"of|a few)(?: \w+)? hours?\b(?! (?:of|to (?:eat|digest)|ago|sleep))"
)
_TOO_LATE = re.compile(
    rf"\b(?:is|would|will) (?:{WHEN})(?: be)? (?:too (?:late|early|soon)|any (?:use|good|harm|better)|at all possible|"
    rf"out of the question|a runner|an issue|a problem)\b|\bcan (?:it|this|that|we|the run) (?:not )?wait (?:until|"
    rf"for) "
)
_IT_GOES = re.compile(
    rf"{_FILLERS}{WHEN}(?: (?:then|maybe|only))? (?:it|that|this) (?:goes|works|suits|fits|can|could|would|is (?:ok|"
    rf"fine|possible|good))\b|{_FILLERS}{WHEN} goes(?: (?:better|well|fine|for me))?$|{_FILLERS}(?!today|"
    rf"tonight){WHEN} it is(?: (?:then|so))?$"
)
# "Sunday I'll do the lot", "evening time I'll definitely do", "tomorrow at ten I'm free".
_THEN_I = re.compile(
    rf"{_FILLERS}(?:{WHEN})(?: (?:at|in|on|the|around|time|times|about|instead|though|then|maybe|,|{WHEN})){{0,6}} "
    rf"(?:i|we) (?:(?:will|shall|can|could|would|am going to|promise to|might)(?! not) (?:\w+ly |for sure |surely |"
    rf"just )?(?:do|run|go|come|manage|make|get|fit|catch|be (?:free|able|there|out)|have (?:time|a go)|give)\b|(?:am|"
    rf"would be) (?:\w+ )?(?:free|available|around|better|easier|all yours|able)\b)"
)
_THINGS_OF_NOW = (
    r"shoes?|laces|coffee|cup|drink|loo|toilet|bathroom|water|gear|changed|call|phone|this|warmed|stretch\w*|"
    r"song|minutes?|mins?|bins?|door|watch|gps|finished (?:my|this)|we (?:hang|finish)|you (?:hang|let)"
)
_GO = r"(?:go|run|do it|do this|do that|head out|get out|start|set off|went|did it|ran)"
_AFTER_SOMETHING = re.compile(
    rf"\b(?:can|could|may|might|shall|let|mind|ok|alright|possible|rather|prefer|want|like|better|maybe|will|going|"
    rf"terribly|thinking)\b.{{0,25}}?\b{_GO} (?:it )?(?:only )?(?:when|once|after(?! all\b)|as soon as|straight after|"
    rf"right after) (?!.*\b(?:{_THINGS_OF_NOW})\b)"
)
_AFTER_IT_I = re.compile(
    rf"^(?:(?:and|but|so|maybe|then) )*(?:once|when|after|as soon as) (?!.*\b(?:{_THINGS_OF_NOW})\b).{{3,40}} (?:i|we) "
    r"(?:could|can|will|would)(?! not) (?:\w+ly )?(?:do|go|run|head|manage|try)\b"
)
# "Could it be nine?", "any way to do this one later?", "so Wednesdays from here on", "put the early one later".
_COULD_BE = re.compile(
    rf"\b(?:can|could|may|would|will|shall) (?:it|that|this|we|the run|you) (?:be|say|make it) (?:at |about |around |"
    rf"like )?\d{{1,2}}(?::\d\d)?(?= ?(?:$|\?|please|instead|tonight|tomorrow|then|or)\b|$)|\bany (?:way|chance|"
    rf"possibility|hope|scope|room) (?:of|to|i could|we could|for|that i|that we)(?! run\b) .{{0,40}}?\b(?:{WHEN}|"
    rf"another (?:day|time))\b|\bso (?:maybe |it is |let us say )?(?:on )?{WHEN}(?: (?:from (?:here|now) on|instead|"
    rf"for (?:me|it|that|this|mine)(?: one)?|please))+$|\b(?:put|make|have|move|start) (?:it|them|this|the (?:\w+ "
    rf"){{1,2}}?(?:run|one|session)s?) (?:a bit |a little |slightly |much )?(?:later|earlier|sooner)\b"
)
# "Any time after six works", "I'll wait an hour", "earlier that day, if you can".
_AFTER_AN_HOUR = re.compile(
    r"^(?:(?:and|but|so|well|or|then|only) )*(?:any ?time )?(?:after|from|past) (?:about |around "
    r")?\d{1,2}(?::\d\d)?(?: ?[ap]m| o ?'?clock)? (?:is|works?|would|suits?|onwards|i am|i can|i could|please|if)\b"
)
_WAITS = re.compile(
    r"\b(?:i|we) (?:will|would|am going to|have to|might|could|can) (?:rather |just |better )?(?:wait|hold off|hang "
    r"on|leave it|give it) (?:for )?(?:about |maybe )?(?:(?:an|half an|another|a couple of|a few|\d) (?:\w+ "
    r")?hours?\b|(?:it|the \w+|that|this) to (?:go|stop|pass|ease|clear|cool|die|finish|let|blow|brighten|dry)\b)"
)
_LATER_IF = re.compile(
    r"^(?:(?:so|but|and|maybe|a bit|much|slightly|an hour) )*(?:earlier|later)(?: (?:that|in the|the same) (?:day|"
    r"evening|morning|week))?(?: if (?:you can|possible|that is ok|i could|i may)| please| maybe| would (?:be "
    r"(?:better|good|great)|suit))+$"
)
_WAIT_UNTIL = re.compile(
    r"\b(?:i would|i will|i want to|can i|could i|let me|rather|better|i am going to|we could|should i|have to) "
    r"(?:rather |just |sooner )?(?:wait|hold (?:on|off)|hang on|hang fire|leave it)(?: it)? (?:until|for the|till) "
    r"(?!.*\b(?:minutes?|mins?|seconds?|secs?|kettle|watch|gps|you|satellites?)\b)"
)
_FROM_NOW = re.compile(
    r"^(?:(?:and|but|so|maybe|say|how about|what about|then|like|about) )*(?:(?:in )?(?:an|half an|a couple of|a few|"
    r"\d+) (?:hours?|minutes?) from now|in (?:an|half an|a couple of|a few|\d+) hours?(?: time)?)(?: (?:then|maybe|"
    r"please))?$"
)
_PAST = re.compile(r"\b(?:yesterday|last (?:week|time|month|night)|was|were|did|ran|went)\b")

_OF_TODAY = (
    _GIVE_ME_UNTIL,
    _AND_GO_LATER,
    _IT_GOES,
    _THEN_I,
    _AFTER_SOMETHING,
    _AFTER_IT_I,
    _AN_HOUR,
    _WAIT_UNTIL,
    _FROM_NOW,
    _AFTER_AN_HOUR,
    _WAITS,
)


def asks(text: str, context: str) -> bool:
    """Whether a clause in plain form asks for another time, or names the only one that there is."""
    if context == "post_run" or STAYS.search(text):
        return False
    patterns = (_HAS_TO_BE, _ONE_ON_A_DAY, _WHAT_ELSE, _LET_ME, _ONLY_SLOT, _TOO_LATE, _COULD_BE, _LATER_IF)
    if any(pattern.search(text) for pattern in patterns):
        return True
    if _PAST.search(text) or context != "pre_run":
        return False
    return any(pattern.search(text) for pattern in _OF_TODAY)


def wants_another(turn: Turn) -> bool:
    """ "Thursday is no good, so you tell me what else there is": a no, and what else there is."""
    return _ELSE_AFTER_A_NO.search(turn.plain) is not None
