"""Words as clauses, with or without punctuation; and for each word in one: denied? whose? when?"""

import re
from dataclasses import dataclass
from functools import lru_cache

from runs.training.language import normal
from runs.training.language.anatomy import BODY

_BE = (
    r"(?:am|is|was|were|are|have|has|had|will|would|do|does|did|can|could|might|should|just|really|also|only|"
    r"felt|feel|feels|got|get|ran|run|went|slept|think|guess|need|needed|want|wanted|forgot|skipped|started|"
    r"drank|ate|hurt|hurts|aches?|ached|never|nearly|almost|'s|gave|took|came|had|reckon|still|blacked|"
    r"passed|fainted|fell|collapsed|love|loved|missed)"
)
# A new clause begins here even when nobody paused.
_START = re.compile(
    rf"\b(?:(?:i|it|he|she|they|we|that|there|this|you) {_BE}|my (?:left |right |lower )?{BODY} (?:{_BE}|been)|"
    r"no (?:pains?|niggles?|aches?|injur\w+|issues|problems|chest|dizz\w+)|nothing (?:hurts?|hurting|to report)|"
    r"(?:my )?(?:energy|effort|difficulty|pain|rpe)(?: levels?| wise)? (?:is|was|about|around|maybe|\d)|(?:can|could|"
    r"shall|should) (?:we|i|you)|is (?:\w+day|tomorrow|there (?:any|another))|how about|what about|let us|please(?= "
    r"(?:can|could|do|move|stop|take|put|just|call|let|make|shift|skip|cancel|keep|no|remove|leave|push|postpone|not)"
    r")) ?\b"
)
# After these the sentence is not yet at its verb: "if it hurts", "I think it was".
_HOLDS_WORDS = (
    "wise if when that because what how where as like think thought say said says guess reckon hope know "
    "in on of to for with and but so or than since once while until after before which "
    "who unless worried afraid scared case whether although though where's why know believe suppose feel sure did do "
    "does was is not can could would both just maybe there then now my the a well even "
    "where lately tell told although glad happy because yes yeah no wish rather sooner prefer "
)
_HOLDS = frozenset(_HOLDS_WORDS.split())
_HOLDS_NO = frozenset(
    [
        "if",
        "but",
        "and",
        "or",
        "have",
        "has",
        "had",
        "got",
        "feel",
        "felt",
        "is",
        "was",
        "there",
        "with",
        "still",
        "say",
        "there's",
        "am",
        "are",
    ]
)
_BREAK = re.compile(
    r" ?[,;] ?| (?=(?:but|so(?= (?:i|it|we|my|that|the|this|he|she|they|no|can|could|had|just|will|is|there|"
    r"not|then|now|maybe|let|please|you|skip|move|only|nothing)\b)|because|though|although|then|except|yet|"
    r"while|however|plus|otherwise|only that|apart from|other than|aside from|besides|bar the)\b)|"
    r" (?=and (?:i|it|my|he|she|they|we|then|the|that|this|there|no|nothing|not|energy|effort|pain|did|was|"
    r"were|had|have|felt|feel|got|ran|forgot|could|can|now|still|also|maybe|really|went|am|is|do|need|"
    r"skipped|missed|overslept|just|bonked|you|please|move|make)\b)"
)
# "My shin pain is gone" is one clause.
_PART = re.compile(BODY)
_SENTENCE = re.compile(r"[.!?\n]+(?!\d)")

_KIN = (
    r"(?:dad|daddy|father|mum|mom|mam|mummy|mother|wife|husband|hubby|partner|girlfriend|boyfriend|friends?|"
    r"brother|sister|sons?|daughters?|colleagues?|coworker|neighbou?rs?|boss|manager|budd(?:y|ies)|mates?|"
    r"pals?|dogs?|puppy|cat|grand(?:ma|mother|dad|pa|father|son|daughter)|uncle|aunt(?:ie)?|cousin|nephew|"
    r"niece|kids?|child(?:ren)?|babys?|bab(?:y|ies)|toddler|teammate|roommate|flatmate|fianc\w+|in-laws?|"
    r"training partner|running partner|twins|team|other half|little one|lad|lass|boy|girl|guy|bloke|woman|"
    r"man|lady|runner|someone|somebody|doctor|physio|gp|nan|nana|nanna|gran|granny|grandpa|pop|pa|ma|da|missus|fella|"
    r"chap|dude|stranger|marshal|pensioner|lodger|landlord|tenant|client|student|pupil|teacher|trainer|pacer|"
    r"stepson|stepdaughter|godson|youngest|eldest|oldest|middle one|better half|old man|old lady|mother-in-law|"
    r"father-in-law|hen|kitten|pup|spaniel|labrador|terrier|babysitter|nanny|best friend|bestie)"
)
_WHO = re.compile(
    rf"\b(?P<object>(?:with|for|from|by|like|than|past|to|behind|after|at|beat|of|beside) )?(?:(?P<kin>(?:my|a|an|"
    rf"the|another|some|our|his|her|one of my|this|that) (?:\w+ )?{_KIN}\b(?! i\b)|someone|somebody|kids|mum|mom|mam|"
    rf"dad|children|hubby|grandad|grandma|nan|gran|nana|wife|husband|partner|little one|the missus|our (?:kid|lad|"
    rf"lass|\w+ie)|other people|other runners|people|half the (?:club|office|class)|everyone)\b(?P<owns> 's)?|"
    rf"(?P<they>he|she|his|her|him|they(?! (?:always )?say)|their|them|everyone|everybody else)\b|(?P<me>i|my|me|us|"
    rf"mine|myself|we|our)\b)"
)
_BY_ME = re.compile(r"^(?!for )\w+ (?:me|us)$")
_NEGATORS = (
    r"(?:no|not|never|without|none|nothing|neither|nor|zero|hardly any|free of|free from|nobody|0|instead of|"
    r"rather than|no longer)"
)
# A negation that is over before the word comes, or is none.
_CLOSED = (
    r"(?:great|good|well|brilliant|fun|ideal|happy|sure|worried|bad|best|amazing|only|just|doubt|wonder|idea|"
    r"surprised|energy|fantastic|easy|hard|but|until|because|though|stop|help|lie|ignore|shake|shift|sleep|"
    r"slept|bother\w*|think|run|running|today|matter|get rid|lying|joking|kidding|appetite|time|way|like|"
    r"warning|reason|surprise|hide|deny|except|apart|exactly|rather|as such|more (?:of|like))"
)
_DENIED = re.compile(
    rf"\b(?:{_NEGATORS})\b(?! (?:such|so much|pain like|in my life))((?: (?!{_CLOSED}\b)[\w'.-]+){{0,5}}?) ?$"
)
_NO_CLOSE = re.compile(
    r"\bno(?! (?:sign|trace|hint|more|real|further|such|other|big|major|issues?|problems?|"
    r"trouble)\b)( [\w'-]+){3,} ?$"
)
_LIST = re.compile(r"\b(?:or|nor)\b")
_DENIED_AFTER = re.compile(
    r"^ ?(?:\w+ ){0,3}?(?:is |was |are |were |has |have |'s )?(?:all |completely |totally |now |pretty much |"
    r"thankfully )*(?:none\b|nil\b|nope\b|0\b|no ?$|nothing(?: ?$| at all| to (?:report|speak of|mention))|did not "
    r"(?:come|happen|return|show|appear|bother|flare)|"
    r"has not (?:come|returned|bothered)|not (?:\w+ )?(?:bother\w*|troubl\w+|caus\w+|giving me|playing up|"
    r"there|(?:a|an) (?:issue|problem|factor))|not (?:at all|any ?more|this time|today))|^[ -]free\b"
)
_IF = re.compile(
    r"\b(?:if(?! (?:i am (?:being |quite |really )?(?:honest|frank|truthful)|you (?:must|want|ask|like|really)|that "
    r"(?:matters|helps|makes|counts)|it (?:matters|helps)|anything|only|i have to say|truth)\b)(?! i (?:press|push|"
    r"touch|breathe|stand|put|walk|bend|twist|move|lift|sit|lie|climb|cough|turn|take|stretch|squat|step|straighten|"
    r"point|flex|sneeze|lean|load|even)\b)|in case|unless|what if|whether|worr(?:y|ied)(?: that| about)?|afraid|"
    r"scared|fear(?:ing)?|nervous|hop(?:e|ing)|(?:might|may)(?! have)|would(?! (?:say|rate|give|call|like|not))|"
    r"avoid\w*|prevent\w*|risk\w*|prone to|expect\w*)\b"
)
_LONG_AGO = re.compile(
    r"\b(?:(?:years?|decades?|summers|winters) (?:ago|back)|back in the (?:summer|winter|spring|autumn|fall)|(?:in|"
    r"at) (?:primary|secondary|high|junior|grade|middle|infant)s? ?school|last (?:year|winter|summer|spring|autumn|"
    r"season|christmas)|used to|as a (?:kid|child|"
    r"teenager)|when i was (?:an?|in my|at|young\w*|\d+|little|small|pregnant|training|playing|living|still)\b|in "
    r"(?:19|20)\d\d|back in (?:the day|my \w+|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|school|college|uni|(?:19|20)\d\d)|in the past|previously|(?:old|historic) (?:injury|problem))"
    r"\b"
)
_BEFORE = re.compile(
    r"\b(?:last (?:month|week(?:end)?|time|run|mon|tues|wednes|thurs|fri|satur|sun|race|one|session)(?:day)?|"
    r"(?:months?|weeks?|days?) (?:ago|back)|the other (?:day|week)|the (?:week|day|time|run|one) before|"
    r"yesterday 's|(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday) 's (?:\w+ )?(?:was|felt|"
    r"were))\b"
)
_STILL = re.compile(
    r"\b(?:since|still|again|now|today|these days|ever since|keeps?|lately|this (?:time|run|one|morning))\b"
)
_GONE = re.compile(
    r"\b(?:gone(?! (?:black|purple|blue|numb|dead|tight|stiff|again|on me|all|in|off|hard|bang|pop|to|into|from|"
    r"funny|weird|bad|wrong|red|hot|at|and|twang|soft|sore))|went away|goes away|cleared up|disappeared|vanished|no "
    r"longer|healed|(?:stopped|quit|given up|ceased|done) (?:its |it 's |all )?(?:\w+ )?(?:hurting|aching|moaning|"
    r"complaining|grumbling|niggling|bothering|nagging|throbbing|"
    r"playing up|clicking|whingeing|whining|barking|shouting|causing|giving)|distant memory|free now|all free|better "
    r"now|fine (?:now|again|today|this time|since)|ok (?:now|again|"
    r"today)|good (?:now|again)|all good|not any ?more|(?:is|are|feels?|'s) (?:all |absolutely |totally |completely |"
    r"perfectly |much |pretty )?(?:fine|ok|alright|better|good|perfect|great|healed)|back to normal|(?:do|does|did) "
    r"not (?:hurt|ache|bother)\b|settled|cleared|all clear|recovered|subsided|now (?:it is )?(?:fine|ok|good)|right "
    r"as rain|(?:\d+|hundred) percent (?:again|now|ok)|(?:good|fresh) as new|ancient history|is history|thing of the "
    r"past|behind me|long gone|tickety boo|"
    r"hunky dory|(?:is|are|feels?|'s) (?:\w+ )?(?:behaving|quiet|holding up|grand|sound|sorted|mint|brilliant|100|"
    r"like new|normal)|(?:nothing|"
    r"none|not a (?:thing|peep|twinge)|no (?:sign|trouble|bother|problems?|issues?|pain)) (?:today|now|this (?:time|"
    r"morning|week)|since|any ?more|of it))\b"
)
_NOT_GONE = re.compile(r"\b(?:not|never|nearly|almost|has not|until|if|otherwise|when|would) (?:\w+ ){0,2}$")


@dataclass(frozen=True)
class Clause:
    """`text` in plain form; `sentence` and `at` count from the beginning; `others` when the one before was
    about somebody else and this one names nobody."""

    text: str
    sentence: int
    at: int
    others: bool = False
    listed: bool = False

    def denies(self, start: int, end: int) -> bool:
        """Whether the words from `start` to `end` are said not to be so."""
        before = self.text[max(0, start - 70) : start]
        if self.listed or _DENIED_AFTER.match(self.text[end : end + 40]):
            return True
        if not (found := _DENIED.search(before)):
            return False
        return not (_NO_CLOSE.match(found[0]) and not _LIST.search(found[0]))

    def is_others(self, start: int) -> bool:
        """Whether what stands at `start` is somebody else's."""
        who = None
        for found in _WHO.finditer(self.text, 0, start):
            if found["object"] and not found["owns"] and (not found["me"] or _BY_ME.search(found[0])):
                continue
            who = found
        return self.others if who is None else not who["me"]

    def supposes(self, start: int) -> bool:
        """Whether what stands at `start` is only feared, hoped or asked for."""
        return bool(_IF.search(self.text, 0, start))

    @property
    def is_long_ago(self) -> bool:
        return bool(_LONG_AGO.search(self.text)) and not _STILL.search(self.text)

    @property
    def is_before(self) -> bool:
        """Another run's, or another week's."""
        return self.is_long_ago or bool(_BEFORE.search(self.text) and not _STILL.search(self.text))

    @property
    def says_gone(self) -> bool:
        found = _GONE.search(self.text)
        return found is not None and not _NOT_GONE.search(self.text[: found.start()])


@lru_cache(maxsize=64)
def of(words: str) -> tuple[Clause, ...]:
    """The clauses of what one person said in one go."""
    found: list[Clause] = []
    for number, sentence in enumerate(_SENTENCE.split(_marked(words))):
        pieces = [piece.strip() for part in _BREAK.split(f" {sentence} ") for piece in _unpunctuated(part)]
        for piece in filter(None, pieces):
            found.append(_clause(piece, number, found))
    return tuple(found)


def _marked(words: str) -> str:
    return " . ".join(normal.plain(line) for line in words.splitlines())


def _clause(text: str, sentence: int, before: list[Clause]) -> Clause:
    last = before[-1] if before and before[-1].sentence == sentence else None
    if last is None:
        return Clause(text, sentence, len(before))
    return Clause(text, sentence, len(before), last.is_others(len(last.text)), _continues(last, text))


def _continues(last: Clause, text: str) -> bool:
    """ "No pain, dizziness or numbness": the list is denied as a whole."""
    is_list = bool(re.match(r"(?:or|nor)\b", text) or (_LIST.search(text) and len(text.split()) <= 4))
    return is_list and (last.listed or bool(_DENIED.search(f"{last.text[-70:]} ")))


def _unpunctuated(part: str) -> list[str]:
    cuts = [0]
    for found in _START.finditer(part):
        words = part[: found.start()].split()
        holds = _HOLDS_NO if found[0].startswith("no") else _HOLDS
        is_of_a_part = found[0].startswith("pain") and words and _PART.fullmatch(words[-1])
        if words and words[-1] not in holds and not is_of_a_part:
            cuts.append(found.start())
    return [part[start:end] for start, end in zip(cuts, [*cuts[1:], len(part)], strict=True)]
