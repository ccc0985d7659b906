"""Days off: ill, injured, away, or just a break; from when and for how long."""

import re
from dataclasses import replace
from typing import Any

from calls.dialogue.requests.request import DAY, TELLING, Request, standing
from calls.dialogue.scripts.question import Facts
from calls.dialogue.understanding import times
from calls.dialogue.understanding.times import Said
from runs.training.language import clauses, normal
from runs.training.language.clauses import Clause

_PAUSE = re.compile(
    r"\b(?:pause|take a break|(?:need|want|have|having|taking?) (?:a |some )(?:break|pause|time off)|"
    r"(?:week|weeks|days|fortnight|month) off|put .{0,15}on hold|time out)\b(?! (?:work|school))|"
    r"\ba pause\b|\bstop (?:the plan|training|everything) for\b"
)
_AWAY = re.compile(
    r"\b(?:on|going on|off on|have) (?:a )?(?:holiday|vacation|hols|honeymoon)\b|\b(?:going|be|am|"
    r"are) away (?:for|from|until|next|all|on|over|this|till)\b|\b(?:going|flying|off|"
    r"travelling) to \w+(?: \w+)? (?:next|for|on|from|until|this)\b|\bholiday (?:next|from|for|until|"
    r"starts)\b"
)
_ILL = re.compile(
    r"\b(?:flu|covid|corona|fever|temperature|infection|(?:stomach|tummy) (?:bug|flu)|food poisoning|"
    r"(?:am|am really|am pretty|am quite|feeling|been|got|am so|fell|really) (?:ill|sick|poorly|"
    r"unwell)|(?:a|the|bad|stinking|heavy|this|awful|nasty|horrible) cold|throwing up|vomiting|"
    r"tonsillitis|bronchitis)\b"
)
_INJURED = re.compile(
    r"\b(?:am|got|been) injured\b|\bstress fracture\b|\b(?:torn|tore|broken|broke|fractured|sprained) (?:my|a|the)\b"
)
_HAD = re.compile(r"\b(?:had|was|were|been|got) ")
_BACK = re.compile(
    r"\b(?:end|stop|cancel|finish|lift) (?:the|my) (?:pause|break)\b|\b(?:start|begin|go|run|get going) again\b|"
    r"\b(?:i am|feeling|am) (?:back|better|well again|recovered|fit again|healthy again)\b|\bunpause\b|\bresume\b|"
    r"\bready to (?:run|start|go)\b"
)
_WEEK_OFF = re.compile(
    r"\b(?:cancel|skip|drop|bin|scrap|clear) (?:the |this |my )?(?:whole |entire |rest of the |rest of this )?"
    r"(?:week|everything)\b|\b(?:cancel|skip|drop) (?:all of it|all (?:the |my |of this week 's )?runs)\b|"
    r"\bno runs? (?:at all )?this week\b"
)
_LENGTH = re.compile(
    r"\b(?:for|about|another|take|off|around|maybe|of|with)?\s?(?:(?P<count>\d{1,2}|an?|a couple of|"
    r"a few|couple of|one) )?(?P<unit>days?|weeks?|fortnight|months?)\b"
)
_STARTS = re.compile(
    r"\b(?:(?:from|starting(?: on)?|as of|begins?(?: on)?|starts?(?: on)?) (?:next )?|(?=next week))"
    rf"(next week|tomorrow|{DAY})\b"
)
_AWAY_SPAN = re.compile(rf"\b(?:be|am|are) (?:away|gone|abroad|off) (?:on )?(?:{DAY}) (?:to|through|thru) (?:{DAY})\b")
# The last day named is one of those off; with "until" it is not.
_SPAN = re.compile(rf"\b({DAY}) (?:to|through|thru) ({DAY})\b(?! (?:and|or|instead))")
_ON_A_DAY = re.compile(rf"\b(?:on|this|next|from) ({DAY}|tomorrow)\b")
_OPEN_END = re.compile(
    r"\b(?:until (?:i|further)|open|do not know|not sure|no idea|indefinitely|when i (?:am|feel)|"
    r"as long as|see how|for now|till i|whenever)\b"
)


_UNSURE = re.compile(
    r"\b(?:do not (?:really )?know|not (?:so |quite |really )?sure|no (?:idea|clue)|hard to (?:say|tell)|"
    r"can not (?:say|tell)|who knows|(?:it )?depends|what do you (?:think|suggest)|what would you|"
    r"whatever you (?:think|say))\b"
)


def asked(told: tuple[Clause, ...], said: str, facts: Facts) -> Request | None:
    """A pause in so many words, the end of one, or a whole week let go."""
    if facts.get("is_paused") and standing(told, _BACK):
        return Request("resume")
    if standing(told, _WEEK_OFF):
        return Request("pause", kind=_kind_of_pause(told), when=Said(day="monday"))
    return _pause(_kind_of_pause(told), said) if standing(told, _PAUSE) else None


def spanned(told: tuple[Clause, ...], said: str, kind: str) -> Request | None:
    """Away for a time that is told: "from Thursday to Sunday", "for a week"."""
    if kind in TELLING or not (standing(told, _AWAY) or standing(told, _AWAY_SPAN)):
        return None
    away = _away(said)
    return away if away.days or away.when or away.is_open_end else None


def implied(told: tuple[Clause, ...], said: str, kind: str) -> Request | None:
    """Ill, injured or away: what a pause is for."""
    if kind in TELLING:
        return None
    if standing(told, _AWAY):
        return _away(said)
    if any(clause.says_gone or clause.supposes(len(clause.text)) for clause in told):
        return None
    for pattern, what in ((_ILL, "illness"), (_INJURED, "injury")):
        found = standing(told, pattern)
        # What got in the way is told as past; of now it says "have".
        if found and not (kind == "intervention" and _HAD.search(found.string[: found.start() + 4])):
            return _pause(what, said)
    return None


def _away(said: str) -> Request:
    """From the day that is named on; next week and the weekend are as long as they are."""
    request, text = _pause("holiday", said), normal.plain(said)
    starts = _ON_A_DAY.search(text)
    if starts and not request.since and request.when is None:
        request = replace(request, since=starts[1])
    if request.days or request.when or request.is_open_end:
        return request
    if "weekend" in text:
        return replace(request, since="saturday", days=2)
    return replace(request, days=7) if request.since == "next week" else request


def _kind_of_pause(told: tuple[Clause, ...]) -> str:
    if standing(told, _ILL):
        return "illness"
    return "injury" if standing(told, _INJURED) else "holiday"


def _pause(kind: str, said: str) -> Request:
    return until(Request("pause", kind=kind), said)


def until(request: Request, said: str) -> Request:
    """The same pause with its length or end, as far as these words tell it."""
    text = normal.plain(said)
    if span := _SPAN.search(text):
        between = times.DAYS.index(span[2]) - times.DAYS.index(span[1])
        return replace(request, since=span[1], days=between % 7 + 1)
    when = times.said(text)
    starts = _STARTS.search(text)
    request = replace(request, since=starts[1]) if starts else request
    ends = re.search(rf"\b(?:until|till|to|through|back (?:on|by)) (?:the |next )?(?:{DAY})\b", text)
    if ends:
        return replace(request, when=when)
    length = next((found for found in _LENGTH.finditer(text) if _is_length(found)), None)
    if _OPEN_END.search(text) and not (length and is_unsure(said)):
        return replace(request, is_open_end=True)
    return replace(request, days=_days(length)) if length else request


def is_over(said: str) -> bool:
    """ "I'm better now": what the pause would have been for has passed."""
    plain = clauses.of(said)
    return standing(plain, _BACK) is not None or any(clause.says_gone for clause in plain)


def is_unsure(said: str) -> bool:
    """ "I don't know yet", "no idea": nobody's choice of an open end."""
    return bool(_UNSURE.search(normal.plain(said)))


def other_length(act: dict[str, Any], said: str) -> Request | None:
    """The pause that was read back, with another length or end, when one is named in place of a yes."""
    same = Request("pause", kind=act["kind"], since=act["from"])
    other = until(same, said)
    when = times.said(normal.plain(said))
    if not (other.days or other.when or other.is_open_end) and when.day:
        other = replace(other, when=when)
    return other if other != same and not is_unsure(said) else None


def _is_length(found: re.Match[str]) -> bool:
    return bool(found["count"]) or found["unit"] == "fortnight"


def _days(length: re.Match[str]) -> int:
    counts = {"a": 1, "an": 1, "one": 1, "a couple of": 2, "couple of": 2, "a few": 3}
    count = counts.get(length["count"] or "a") or int(length["count"])
    units = {"day": 1, "week": 7, "fortnight": 14, "month": 30}
    return count * units[length["unit"].removesuffix("s")]
