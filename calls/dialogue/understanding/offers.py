"""What is said to a time that the coach offered: taken, refused, or another named in its place."""

import re
from dataclasses import replace

from calls.dialogue.understanding import asking, choosing, times, unasked
from calls.dialogue.understanding.times import Said
from calls.dialogue.understanding.transcript import Turn
from runs.training.language.clauses import Clause

_ACCEPTS = re.compile(
    r"^(?:(?:oh|ah|well|right|so|alright|then|yes|yeah|ok) ?,? )*(?:grand|sound|fine|lovely|brilliant|cool|alright|"
    r"go ahead|do (?:that|it|so)|book it|works?|(?:that |it )?suits|champion|magic|no (?:bother|problem|worries)|not "
    r"a (?:bother|problem)|spot on|(?:that|it) (?:would |will )?(?:does|do|works?|suits?)|(?:i|we) (?:can|could) do "
    r"(?:that|it)|if you like|whatever|happy (?:with|to)|super|excellent|deal|done|agreed|sorted|make it so|put me "
    r"(?:in|down)|sounds|sign me up|go on|much better|way better|better|ideal|wonderful|amazing|thank|cheers|ta|now "
    r"you are talking|that is (?:the one|more like it|it)|that one|you are on|sold|bingo|stick me|lock (?:it|me) in|"
    r"i will take (?:it|that)|that i can (?:do|manage)|nice one|happy days|good stuff|count me in|consider it done|i "
    r"(?:could|can)(?= ?$| [.,!]| (?:yes|yeah|indeed|so)\b)|(?:it|that|they) (?:would|will|could|might)(?= ?$| ?[.,!]|"
    r" (?:yes|indeed|thanks|surely|for sure|be)\b)|sure|perfect|great|why not)\b(?!.*\bnot\b)"
)
# "I'd sooner get it done" is no yes to tomorrow.
_DECLINES = re.compile(
    r"\b(?:rather|sooner|prefer to|prefer it|better) (?:not\b|get it (?:done|over)|go (?:now|today|ahead)|do it "
    r"(?:now|today)|keep|stay|stick|leave it|as it)"
)
_DAY_AFTER = re.compile(r"\b(?:the )?(?:day after|following day|next day)(?! (?:tomorrow|that i))\b")
_IS_MINE = re.compile(r"^(?:i|we|there) (?:have|am|are|is)\b")
_BUSY = re.compile(
    r"\b(?:i|we) have (?:got )?(?:a|an|the|my|to|our|work|class|college|training|school|exams?|church|family|people|"
    r"visitors|plans|something|\w+ing)\b(?!.*\b(?:free|gap|window|slot|off)\b)|\b(?:i|we) (?:am|are) (?:on (?:call|"
    r"shift|nights|duty|days|lates|earlies|holiday)|at (?!home)|away|working|out|busy|booked|minding|driving|flying|"
    r"travelling|up to|stuck|tied|in (?!$|for))|(?:^|\b\w+day |tomorrow |tonight )(?:is|'s) (?:the|my|our|a|an|his|"
    r"her|our) (?!one\b|day\b|best|better|good|great|yes|deal|plan|winner|only|date|runner)\w+|\b(?:clinic|work|"
    r"meetings?|exams?|classes|training|college|school|full|booked|busy|flat out|shift|shifts) (?:all (?:day|evening|"
    r"morning|week|weekend)|then|that (?:day|evening|night))\b"
)
_PLAIN_YES = re.compile(
    r"^(?:(?:oh|well|so|ok|right) ,? ?)*(?:yes|yeah|yep|yup|aye|sure|of course|definitely|please|perfect)\b"
)


def answer(turn: Turn, asked: list[Clause]) -> Said | None:
    """The time taken of those offered, or the runner's own; `asked` are the clauses that ask for one."""
    if unasked.stays(turn) and not asked:
        return None
    if turn.offer and turn.offer.time:
        hours = tuple(replace(clause, text=choosing.hour(clause.text, turn.offer.time)) for clause in turn.clauses)
        turn = replace(turn, clauses=hours)
    if turn.offer and turn.offer.day and not asked and _DAY_AFTER.search(turn.plain):
        return replace(turn.offer, day=times.day_after(turn.offer.day))
    own = [said for clause in turn.clauses if (said := times.said(clause.text)) and not _is_taken(clause, turn)]
    skips = re.search(r"\b(?:skip|let it go|leave it|drop it|cancel|forget it|keep it|as it is)\b", turn.plain)
    picks = own and (
        not turn.says_no
        or asked
        or (
            len(own[-1:])
            and re.search(
                r"\b(?:but|how about|what about|rather|instead|make it|maybe|better|could)\b",
                turn.plain,
            )
        )
    )
    if (skips or _DECLINES.search(turn.plain)) and not asked:
        return None
    if not asked and not own and unasked.goes_now(turn):
        return None
    agrees = turn.says_yes and (not _is_busy_then(turn) or _PLAIN_YES.match(turn.plain))
    if asked or picks or turn.picks_by_place or agrees or (_ACCEPTS.match(turn.plain) and not turn.says_no):
        return _own_time(turn, own).over(turn.offer) if own else (turn.offer or Said())
    return None


def _is_taken(clause: Clause, turn: Turn) -> bool:
    """ "Saturday I've a match", "I'm on call this evening", "clinic all day": nothing is picked by that."""
    if asking.refuses_time(clause):
        return True
    after = [other.text for other in turn.clauses if other.at == clause.at + 1 and other.sentence == clause.sentence]
    return _BUSY.search(" ".join([clause.text, *(text for text in after if _IS_MINE.match(text))])) is not None


def _is_busy_then(turn: Turn) -> bool:
    """ "I am" of "I'm on call this evening" is no yes."""
    return _BUSY.search(" ".join(clause.text for clause in turn.clauses[:2])) is not None


def _own_time(turn: Turn, own: list[Said]) -> Said:
    """ "Tomorrow, quarter to seven in the morning": pieces of one time."""
    pieces = [clause.text for clause in turn.clauses if times.said(clause.text) and not _is_taken(clause, turn)]
    days = {said.day for said in own if said.day}
    clocks = {said.time for said in own if said.time}
    return times.said(" , ".join(pieces)) if len(own) > 1 and len(days) <= 1 and len(clocks) <= 1 else own[-1]
