"""A transcript as the runner's turns, each with what the coach had asked: an answer means what was asked."""

import re
from dataclasses import dataclass, replace

from calls.dialogue.understanding import body, in_full, times
from runs.training import crisis, safety
from runs.training.language import anatomy, clauses, normal

_SPEAKER = re.compile(
    r"(?:^|(?<=[\s.?!])(?<!, ))(coach|runner|agent|assistant|ai|user|me|athlete)\s*:\s*", re.IGNORECASE
)
_COACH = frozenset({"coach", "agent", "assistant", "ai"})

_YES = re.compile(
    r"^(?:(?:oh|well|um|so|i think|i guess|honestly|actually) )*(?:yes|yeah|yep|yup|ya|aye|yea|sure|"
    r"of course|absolutely|definitely|ok|correct|right|indeed|i (?:did|do|am|have|was|would|will|"
    r"can)(?! not)|it (?:did|does|is|was)(?! not)|we are|sounds good|please|perfect|great|go on|go for it|"
    r"(?:just |only )?a (?:\w+ )?(?:bit|little|touch|tad)|that (?:would|will|is|sounds|"
    r"suits) (?:be )?(?:\w+ )?(?:good|great|fine|perfect|lovely|ok|work|better)|slightly|some|sort of|"
    r"afraid so|unfortunately|sadly|always|that works|works for me|fine by me|let us|deal|why not)\b"
)
_NO = re.compile(
    r"^(?:(?:oh|well|so|i think|i guess|honestly|actually) )*(?:no|nope|nah|not?|none|nothing|never|negative|"
    r"not really|i (?:did|do|am|have|was|would|will|can|could) not|it (?:did|does|is|was) not|all (?:good|"
    r"clear|fine))\b(?! (?:problem|worries|bother|more like))"
)

_HARDLY = re.compile(
    r"\b(?:barely|hardly|not really|can not|could not|no way|only just|with difficulty|no(?! "
    r"(?:problem|bother|trouble|pain|issue|worries))|nope|impossible|unable|gives|hopp\w+|crawl\w*|crutch\w*|"
    r"on one leg|if i hold on|holding on to)\b"
)
_BREATHES_BADLY = re.compile(
    r"(?<!not )\b(?:bad|awful|terrible|rubbish|hard|short|struggl\w+|worse|still|not (?:\w+ )?(?:right|good|great|"
    r"back|normal))\b"
)
# "Any tightness?" "A touch, on the hill."
_SOME = re.compile(
    r"\b(?:yes|yeah|yep|aye|(?:a|an|the|one|another|tiny|wee|little|slight)(?: \w+)? (?:bit|little|touch|tad|spot|"
    r"smidge\w*|hint|trace|few|couple)|little bit|for (?:a|about|\d+|maybe) (?:\w+ )?(?:seconds?|minutes?|moment|bit)"
    r"|once|twice|briefly|sometimes|occasionally|now and (?:then|again)|on and off|the (?:first|second|last|latter|"
    r"former)(?: \w+)?|both|(?:i )?(?:think|reckon|suppose|guess|believe|must have|am told) so|apparently|must have|"
    r"maybe|slightly|some|only (?:when|on|if|at|after)|just (?:when|on|at|after|the)|when i|afraid so|nearly|almost|"
    r"one or 2|1 or 2|a couple|you could say|if i am honest|to be honest|that|still|same|as (?:always|usual|ever)|"
    r"the usual)\b"
)

_YES_OR_NO = re.compile(
    r"(?:\w+ , )?(?:so |and |oh no , |oh , )?(?:did|do|are|is|was|were|have|has|had|any|does|so "
    r"you)\b"
)
_CAN_NOT = re.compile(
    r"\b(?:can|could|will|would|does|do) not\b(?! (?:complain|fault|stop|wait|even feel it))|\bno way\b|"
    r"\bgives? (?:out|way)\b"
)
_AFTER_A_FALL = re.compile(
    r"(?<!did )\byou (?:slipped|fell|tripped|crashed|went over|came off|took a (?:tumble|fall))\b|"
    r"\b(?:after|since|when|from) (?:the|your|that|you) (?:\w+ )?(?:fall|fell|tumble|crash|trip|tripped)\b"
)
_SETTLED = re.compile(
    r"\bbreath\w*\b.{0,30}\b(?:settl\w+|recover\w*|normal|calm\w*|back|better|caught|eas\w+|ok)\b|"
    r"\bcaught your breath\b"
)
# What a question is about, in the order they are tried; the last question of a turn is the one answered.
_ABOUT = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "move",
            r"^(?:or |and |then |so )?(?!today 's)(?:\w+day|tomorrow|tonight)\b|\b(?:move|shift|push|resched\w+|"
            r"another (?:day|time)|swap|postpone|instead|find (?:you )?a new|suit\w*|(?:would|does|is|could|"
            r"how about|what about) (?:\w+day|tomorrow|the (?:evening|morning))(?! (?:'s|run)))\b|^when (?:to|"
            r"then|would|"
            r"shall|should)\b|^when\b.{0,3}$|what (?:day|time)\b|\bmorning or (?:evening|afternoon)\b",
        ),
        ("severity", r"\bhow (?:bad|strong|severe|painful|sore|much does it hurt|intense)\b|0 to 10|severity"),
        ("where", r"\b(?:where|which (?:part|side|leg|knee|foot|one)|what part)\b"),
        ("pain", r"\b(?:pain\w*|hurt\w*|discomfort|niggl\w+|ach\w+|sore|injur\w+|bothering|troubling)\b"),
        (
            "faint",
            r"\b(?:dizz\w+|faint\w*|breath\w*|light ?headed|pass(?:ed)? out|conscious\w*|black\w* out|collaps\w*|"
            r"numb(?:ness)?|tingl\w*|feel your|weight on|(?:stand|walk) on|palpitat\w*|your heart)\b",
        ),
        ("energy", r"\b(?:energy|tank|battery|energi[sz]ed)\b"),
        ("water", r"\b(?:water|drink\w*|hydrat\w+|fluids)\b"),
        ("food", r"\b(?:eat|ate|food|fuel\w*|breakfast)\b"),
        (
            "effort",
            r"\b(?:difficult\w*|how (?:hard|tough|easy)|effort|1 to 10|out of 10|easy , moderate|a \d|rate|number)\b",
        ),
        ("obstacle", r"\b(?:harder|in the way|in your way|obstacle\w*|stopping you|problem\w*)\b"),
        ("task", r"\b(?:did you (?:get|buy|manage|sort|set|find|book|do)|have you (?:got|bought))\b"),
        ("feel", r"\b(?:how (?:did|was|do|does|are|is)|feel)\b"),
        (
            "going",
            r"\b(?:on for it|are (?:we|you) (?:on|in|ready|up)|ready|up for|will you|going to run|still on|"
            r"can you make)\b",
        ),
        (
            "agree",
            r"\b(?:does that (?:work|suit|sound)|is that ok|agree|happy with|repeat|how does that|"
            r"sound\w* good|shall we)\b",
        ),
    )
)


# "Last time it was your knee. How is it now?"
_IT = re.compile(
    r"\b(?:any |feeling )?better\b|\bimprov\w+|\bsettled\b|\b(?:is|was|feel|felt|notice|had) (?:it|that|"
    r"any of that)\b(?! a \d)"
)
# "I could do Thursday at half six. OK?": the offer is before the question.
_TAG = re.compile(
    r"^(?:(?:is|would|does|will) (?:that|it|this|either) (?:be )?(?:ok|right|alright|work|suit|do|fine|"
    r"good|any good|better)|"
    r"ok\b|alright|right\b|shall i\b|shall we\b|deal\b|agreed\b|which\b.{0,30}(?:suits?|one|better|prefer|like)|"
    r"what (?:do you (?:think|prefer|say)|suits)|any of (?:those|these)|yes\b|good\b)"
)
_OFFERS = re.compile(
    r"\b(?:i|we) (?:can|could|will|would|might|have|have got|am going to)\b|\b(?:there is|how about|what about|"
    r"(?:free|open|space|room|slots?) (?:is|are|on))\b|^(?:\w+ )?or\b"
)
_PROPOSES = re.compile(
    r"^(?:(?:then|so|ok|well|and|or|right|alright|grand) ,? ?)*(?:shall we (?:say|make|try|go)|shall i (?:put|pencil|"
    r"book|"
    r"say)|(?:could|can|would) you (?:do|manage|make|prefer|fancy|go)|how about|what about|what if|maybe|say|fancy|"
    r"are you "
    r"free|do you want|would you like|will i (?:put|say)|will we say)\b"
)
_HURT = re.compile(rf"\b(?:pain|hurts?|hurting|niggl\w+|sore|injur\w+|your (?:left |right )?{anatomy.BODY})\b")


# "Out of ten?" right after a question about a pain is about the pain.
_OF_RUN = re.compile(r"\b(?:hard|difficult\w*|effort|run|tough|easy|session|exertion)\b")
_OF_PAIN = frozenset({"pain", "where"})
_PLACES = (
    (
        0,
        re.compile(
            r"\b(?:first|1st|former|earlier|earliest) (?:one|option|slot|of|please|is|works|suits|would)|"
            r"^(?:the )?(?:first|former|earlier)(?: one)?\b"
        ),
    ),
    (
        1,
        re.compile(
            r"\b(?:second|2nd|latter|later) (?:one|option|slot|of|please|is|works|suits|would)|"
            r"^(?:the )?(?:second|latter|later)(?: one)?\b"
        ),
    ),
    (2, re.compile(r"\b(?:third|3rd) (?:one|option|slot|please|is|works|suits)|^(?:the )?third\b")),
    (-1, re.compile(r"\bthe last (?:one|of)\b")),
)


@dataclass(frozen=True)
class Turn:
    """What the runner said in one go. `asked` names what the coach wanted to know, "" when nobody asked."""

    clauses: tuple[clauses.Clause, ...]
    plain: str
    asked: str = ""
    question: str = ""

    @property
    def says_yes(self) -> bool:
        return bool(_YES.match(self.plain))

    @property
    def says_no(self) -> bool:
        return bool(_NO.match(self.plain))

    @property
    def affirms(self) -> bool:
        """A yes, or a little of it."""
        return self.says_yes or (not self.says_no and _SOME.search(self.plain) is not None)

    @property
    def asked_about_place(self) -> str | None:
        return body.part(self.question) if self.asked else None

    @property
    def offer(self) -> times.Said | None:
        """The time the coach offered; of several, the one picked by its place."""
        if self.asked != "move":
            return None
        offered = _times(self.question)
        picked = next((at for at, pattern in _PLACES if pattern.search(self.plain)), None)
        if picked is not None and len(offered) > 1:
            return offered[picked] if picked < len(offered) else None
        return times.said(self.question)

    @property
    def picks_by_place(self) -> bool:
        return (
            self.asked == "move"
            and len(_times(self.question)) > 1
            and any(pattern.search(self.plain) for _, pattern in _PLACES)
        )

    @property
    def owns_up_to_red_flag(self) -> bool:
        """A yes to "any chest pain?", a no to "can you stand on it?"."""
        if safety.is_asked_whether_able(self.question):
            can_not = _CAN_NOT.search(self.plain) and not self.says_yes
            return self.says_no or bool(can_not) or _HARDLY.search(self.plain) is not None
        if self.affirms and crisis.is_asked_about(self.question):
            return True
        if self.says_no and _SETTLED.search(self.question):
            return True
        if "breath" in self.question and _BREATHES_BADLY.search(self.plain):
            return True
        asked = self.asked in ("pain", "faint") and safety.is_asked_about(self.question)
        return asked and self.affirms and body.part(self.plain) in (None, *safety.RED_FLAG_PLACES)


def turns(text: str) -> list[Turn]:
    """The runner's turns. Text without speakers is one turn that nobody asked for."""
    parts = _SPEAKER.split(text)
    if len(parts) == 1:
        return [_turn(text, "")]
    found, question = [], ""
    if parts[0].strip():
        found.append(_turn(parts[0], ""))
    for speaker, words in zip(parts[1::2], parts[2::2], strict=True):
        if speaker.lower() in _COACH:
            question = words
        else:
            turn = _turn(words, question)
            if turn.asked == "effort" and not _OF_RUN.search(turn.question) and found and found[-1].asked in _OF_PAIN:
                turn = replace(turn, asked="severity")
            found.append(turn)
            question = ""
    return found


def told(turns: list[Turn]) -> list[clauses.Clause]:
    """All that the runner told, in order: a yes to "did you fall?" tells of a fall."""
    found: list[clauses.Clause] = []
    for turn in turns:
        asked_last = re.split(r"(?<=[?!.]) ", turn.question)[-1]
        owned = clauses.of(turn.question) if turn.says_yes and _YES_OR_NO.match(asked_last) else ()
        if _AFTER_A_FALL.search(turn.question):
            # Asked "anything else since the fall?" nobody says once more that they fell.
            owned = (*clauses.of("i fell"), *owned)
        for clause in (*owned, *in_full.read(turn.clauses, turn.question, says_no=turn.says_no)):
            found.append(replace(clause, at=len(found)))
    return found


def answer(words: str, *, asked: str = "") -> Turn:
    """What was said to a question whose subject is known."""
    return Turn(clauses.of(words), normal.plain(words), asked)


def _turn(words: str, question: str) -> Turn:
    asked = normal.plain(question)
    return Turn(clauses.of(words), normal.plain(words), _about(asked), asked)


def _times(question: str) -> list[times.Said]:
    """The times that a question names, one after the other: "Tuesday at 6:30 or Wednesday at 19:00"."""
    pieces = (times.said(piece) for piece in re.split(r"\bor\b|,|;", question))
    return [said for said in pieces if said.day or said.time]


def _about(question: str) -> str:
    """What the last sentence that asks something is about."""
    sentences = [part for part in re.split(r"(?<=[?!.]) ", question) if part.strip(" .?!")]
    if sentences and "?" not in question and _OFFERS.search(sentences[-1]) and _times(sentences[-1]):
        return "move"
    if len(sentences) > 1 and _TAG.match(sentences[-1]) and _OFFERS.search(sentences[-2]):
        return "move" if _times(question) else "agree"
    asking = [part for part in sentences if part.rstrip().endswith("?")] or sentences
    if asking and _PROPOSES.match(asking[-1]) and any(said.day or said.time for said in _times(asking[-1])):
        return "move"
    for sentence in reversed(asking):
        name = next((name for name, pattern in _ABOUT if pattern.search(sentence)), "")
        if name in ("feel", "effort", "") and (
            body.part(sentence) or (_IT.search(sentence) and _HURT.search(question))
        ):
            return "pain"
        if name:
            return name
    return ""
