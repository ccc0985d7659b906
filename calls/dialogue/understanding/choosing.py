"""One time refused and another taken, in few words: "seven is not possible, eight is"; "nine would be better"."""

import re
from dataclasses import replace

from calls.dialogue.understanding import times
from calls.dialogue.understanding.times import Said
from calls.dialogue.understanding.transcript import Turn
from runs.training.language.clauses import Clause

_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|weds?|thurs?|fri|today|tonight"
    r"|tomorrow|day after tomorrow)"
)
_PART = r"(?:mornings?|evenings?|afternoons?|nights?|lunch ?time|midday|noon|first thing)"
_CLOCK = r"(?:(?:half|quarter|\d+) (?:past |to )?\d{1,2}|\d{1,2}(?::\d\d)?(?: ?[ap]m)?)"
_NAMED = rf"(?:{_DAY}|{_PART}|{_CLOCK})"
# Bounded: without an end, a long row of numbers could be told apart in more ways than there is time for.
_SLOT = rf"(?:(?:the|this|on|at|in|by) ){{0,3}}{_NAMED}(?:(?: (?:at|in|on|the|this)){{0,3}} {_NAMED}){{0,3}}"
_JOINS = r"^(?:(?:but|and|so|well|no|sorry|then|only|though|while|oh|ah|instead|maybe|sir|yes) )*"
_REFUSES = re.compile(
    rf"{_JOINS}{_SLOT} (?:run )?(?:(?:is|are|'s|was|does|do|will|would|looks?|can) (?:\w+ )?(?:not|never|no good|no "
    rf"use|out|impossible|hopeless|gone|full|taken|tricky|difficult|bad|too (?:early|late|tight|soon))\b|(?:(?:is|"
    rf"are) )?(?:for me |to me |with me )(?:(?:is|are) )?(?:not|no|impossible|difficult|bad)\b|not (?:possible|ok|"
    rf"good|suit\w*|work\w*|convenient|doable)|clash\w*|no good)|\b(?:can|could|will) not (?:do|make|manage|be "
    rf"(?:there|free)|come)(?: it)? {_SLOT}|{_JOINS}not {_SLOT}$|\b(?:too (?:early|late|soon))\b|\b(?:clash|conflict|"
    rf"problem)\w* (?:on|with|at) (?:the )?(?:\w+day|tues?|weds?|thurs?|fri|mon)\b"
)
_TAKES = re.compile(
    rf"{_JOINS}{_SLOT} (?:it is|(?:it |that )?(?:goes|fits))(?: (?:better|well|fine|ok|me|for me))*$|"
    rf"{_JOINS}{_SLOT}(?: (?:though|then|instead|please|maybe))?(?: (?:is|are|'s|would be|will be|would|will|does|do|"
    rf"can|could|should be|might|looks?|seems|works?|suits?|possible|ok|fine|doable|i can|i could)(?: (?:very |much |"
    rf"all |more )?(?:possible|fine|ok|good|grand|great|perfect|better|best|clear|free|doable|manageable|lovely|work|"
    rf"suit|do|me|for me|be better|easier|alright|convenient|the one))*)?(?: (?:for me|though|instead|please|then|sir|"
    rf"only|i think|if (?:possible|that is ok|you can)))*$|{_JOINS}(?:i )?(?:can|could) (?:do|make|manage|come|go)(?: "
    rf"it)? {_SLOT}(?: \w+)?$|\bi am free (?:at|on|in)? ?{_SLOT}$"
)
# A bare number at the head of a clause is an hour when hours are what is talked of.
_VERDICT = re.compile(r" (?:is|are|does|do|will|would|looks?|'s) ")
_BARE = re.compile(
    rf"({_JOINS}(?:(?:more like|about|around|say|nearer) )?)(\d{{1,2}})(?= (?:is|are|would|will|could|might|does|works|"
    rf"suits|please|instead|then|sharp|for me|if|or so|tomorrow|tonight|possible|in the)\b|$)"
)
_OF_CLOCK = re.compile(
    rf"{_JOINS}{_CLOCK} (?:is|'s|does|will|would|was|not)\b|\b(?:do|make|manage) {_CLOCK}\b|\bat {_CLOCK}"
)
_PAST = re.compile(r"\b(?:at )?(half|quarter) past\b(?! \d)")
_NOT_TODAY = re.compile(r"\b(?:instead of|rather than) (?:today|tonight|now)\b")
# "Half past five is ungodly, make it seven."
_MAKE_IT = re.compile(rf"{_JOINS}(?:please )?(?:make it|call it|say) ({_SLOT})(?: instead| please| then)*$")
_OF_A_SLOT = re.compile(rf"{_JOINS}{_SLOT} (?:is|are|'s|seems|feels|looks|would be)\b")
# "Too hot now. This evening, when it's cooler?"
_ASKED = re.compile(
    rf"(?:^|[.,!?] )(?:(?:and|so|maybe|then|or|well) )*((?:this|tomorrow) {_PART}|tonight|tomorrow|(?:{_DAY} )?after "
    rf"(?:work|dinner|lunch|tea))(?: ?,? when [^.,!?]{{1,40}}| then| so| maybe| instead)? \?"
)
_NOT_NOW = re.compile(rf"\b({_DAY}(?: {_PART})?) ,? ?(?:and |but )?not (?:today|tonight|now)\b")


# "Not now, not tomorrow night, tomorrow morning": what is left when all the rest is refused.
_ALL_BUT = re.compile(
    rf"(?:\bnot (?:{_DAY}(?: {_PART})?|{_PART}|now|at {_CLOCK}) ?,? ?(?:and |nor |or )?){{1,3}}(?:but )?((?:on |at |"
    rf"in )?{_DAY}(?: {_PART})?|{_PART})(?= ?(?:[.,!?]|$|that|then|please|if|is|works|and that|instead|would|i ))"
)
# "Not in the dark like you have it. Midday, if you can.", "not first thing, I beg you, after school?"
_NOT_SO = re.compile(
    rf"^(?:(?:and|but|well|just|please|only|so|no|sorry|oh) )*(?:not (?:first thing|in the (?:dark|cold|heat|rain|sun|"
    rf"dead of|middle of)|so (?:early|late)|that (?:early|late)|at that|with|before|after|when|while|{_SLOT})|"
    rf"anything but|any ?time but|never in the)\b"
)
_SOMEWHEN = re.compile(
    rf"^(?:(?:and|but|well|maybe|so|then|say|on|at|in|the|or|more like|around|about) )*(?:{_SLOT}|after (?:school|"
    rf"work|college|lunch|dinner|tea|class|training|practice))(?: (?:if|when|instead|please|then|maybe|would|is|might|"
    rf"could)\b.*|)$"
)


def hour(text: str, offered: str = "") -> str:
    """ "Nine would be better" as "at nine would be better", and "half past" as that of the hour that was offered."""
    if offered:
        text = _PAST.sub(lambda said: f"at {offered[:2]}:{15 if said[1] == 'quarter' else 30}", text)
    return _BARE.sub(r"\1at \2", text)


def _refuses(clause: Clause) -> bool:
    return bool(_REFUSES.search(clause.text) or _NOT_SO.match(clause.text)) and not clause.is_others(0)


def instead(turn: Turn) -> Said | None:
    """The time taken in place of one refused before it, in the same breath."""
    if named := _beside_a_no(turn):
        return named
    refused: Clause | None = None
    for clause in turn.clauses:
        if _refuses(clause):
            refused = clause
        elif (made := _MAKE_IT.match(clause.text)) and any(
            _OF_A_SLOT.match(other.text) for other in turn.clauses[: clause.at]
        ):
            return times.said(f"at {made[1]}")
        elif refused is not None and _NOT_SO.match(refused.text) and _SOMEWHEN.match(clause.text):
            return times.said(hour(clause.text)) or Said(loosely=True)
        elif refused is not None and clause.at - refused.at <= 3 and _TAKES.search(clause.text):
            is_hour = _OF_CLOCK.search(refused.text)
            # "Saturday is good, early doors."
            more = [other.text for other in turn.clauses if other.at == clause.at + 1 and len(other.text.split()) <= 5]
            text = " , ".join([clause.text, *(piece for piece in more if not times.said(piece).day)])
            taken = times.said(hour(text) if is_hour else text)
            if taken.time and not taken.day and is_hour:
                # "Thursday at six is too early, seven?"
                taken = replace(taken, day=times.said(_VERDICT.split(refused.text)[0]).day)
            if taken.day or taken.part or taken.time:
                return taken
    return None


def _beside_a_no(turn: Turn) -> Said | None:
    """ "Tomorrow, not tonight"; "not now, not tomorrow night, tomorrow morning"."""
    if found := _NOT_NOW.search(turn.plain) or _ALL_BUT.search(turn.plain):
        return times.said(found[1])
    if not turn.asked and (found := _ASKED.search(turn.plain)) and found.start() > 0:
        return times.said(found[1])
    named = times.said(turn.plain)
    return named if _NOT_TODAY.search(turn.plain) and named.day else None
