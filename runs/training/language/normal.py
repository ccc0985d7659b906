"""What was said in one plain form, so that a pattern is written once: small letters, "do not" for every "don't",
figures for numbers, and the words that speech recognition mishears put right where a body part must stand."""

import re
import unicodedata
from functools import lru_cache

from runs.training.language import anatomy, numbers

_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": " ", "\u201d": " ", '"': " "})

# Without the apostrophe too: speech recognition and thumbs leave it out.
_NOT = "do|does|did|is|was|were|are|has|have|had|would|could|should|must|need"  # can't, won't, ain't are irregular
_VERB = (
    r"(?=\s+(?:not|be|do|go|run|try|take|have|skip|see|rest|give|say|call|rate|rather|like|just|probably|"
    r"still|make|walk|need|wait|stop|join|get|never|only|move|pass|come|sooner|prefer|love|usually|normally|always|"
    r"definitely|head|leave|manage|start|crack|push|stick|suggest|opt|want|appreciate|hate|set)\b)"
)
_REWRITES = [
    (re.compile(pattern), word)
    for pattern, word in (
        (r"\s*[\u2013\u2014]\s*|\s+-+\s+|\.\.+|\u2026", " , "),
        (r"\b(?:can'?t|cannot|cant)\b", "can not"),
        (r"\b(?:won'?t)\b", "will not"),
        (r"\b(?:ain'?t)\b", "is not"),
        (rf"\b({_NOT})n'?t\b", r"\1 not"),
        (rf"\b({_NOT})nae\b", r"\1 not"),
        (r"\b(?:cannae|canna|canny(?= (?:\w+ )?(?:put|stand|walk|feel|breathe|bend|run|make|do|get)))\b", "can not"),
        (r"\b(?:dinnae|dinna|divvent)\b", "do not"),
        (r"\bwillnae\b", "will not"),
        (r"\bamn'?t\b", "am not"),
        (r"\bnowt\b", "nothing"),
        (r"\bowt\b", "anything"),
        (r"\b(?:summat|sommat|summit(?= (?:went|up|wrong|not right)))\b", "something"),
        (r"\b(?:aboot)\b", "about"),
        (r"\bdoon\b", "down"),
        (r"\bpit(?= (?:any|ony|my|ma|weight|it|the|no)\b)", "put"),
        (r"\bony\b", "any"),
        (r"\boan\b", "on"),
        (r"\boot\b", "out"),
        (r"\bheid\b", "head"),
        (r"\b(?:gie|gies|giein)\b", "give"),
        (r"\b(?:tae)\b", "to"),
        (r"\b(?:fae)\b", "from"),
        (r"\b(?:tis|'tis)\b", "it is"),
        (r"\b(?:twas|'twas)\b", "it was"),
        (r"\blemme\b", "let me"),
        (r"\b(?:gimme|gis)\b", "give me"),
        (r"\b(?:tryna)\b", "trying to"),
        (r"\b(?:finna|fixing to)\b", "going to"),
        (r"\b(?:outta)\b", "out of"),
        (r"\b(?:lotta)\b", "lot of"),
        (r"\b(?:prolly|probs)\b", "probably"),
        (r"\b(?:tmrw|tmr|2moro|2morrow|tomoro|tommorow|tomorow|tommorrow|the morra|the morn)\b", "tomorrow"),
        (r"\b(?:2nite|2night|tonite|2nyt)\b", "tonight"),
        (r"\b2day\b", "today"),
        (r"\bl8e?r\b", "later"),
        (r"\bomw\b", "on my way"),
        (r"\bidk\b", "do not know"),
        (r"\bcba\b", "can not be bothered"),
        (r"\brn\b", "right now"),
        (r"\bu\b", "you"),
        (r"\bur\b", "your"),
        (r"\br(?= (?:sore|killing|hurting|bad))", "are"),
        (r"\b(?:pls|plz)\b", "please"),
        (r"\b(?:thru)\b", "through"),
        (r"\b(?:wi|wi')(?= (?:my|a|the|ma|it)\b)", "with"),
        (r"\b(weight|light|load)-(?=bear|head)", r"\1 "),
        (r"\blet'?s\b", "let us"),
        (r"\b(i|we|you)'?d better\b", r"\1 had better"),
        (r"\b(i|you|we|they|it|that|there|he|she)'ll\b", r"\1 will"),
        (r"\b(it|that|they|you|there)ll\b", r"\1 will"),
        (
            r"\b(it|that|they|you|there)d\b(?= (?:be|have|need|suit|work|do|rather|better|like|want|make)\b)",
            r"\1 would",
        ),
        (r"\b(they|you)re\b", r"\1 are"),
        (r"\bi'?d it down\b", "i had it down"),
        (rf"\bill\b{_VERB}", "i will"),
        (rf"\bid\b{_VERB}", "i would"),
        (r"\bi'?m\b", "i am"),
        (r"\b(you|we|they)'re\b", r"\1 are"),
        (r"\b(i|you|we|they)'?ve\b", r"\1 have"),
        (
            r"\b(i|you|we|they|it|that|there|he|she)'d (?=(?:(?!need|feed|proceed|succeed|speed|exceed)[a-z]{2,}ed|"
            r"been|gone|had|done|got|lost|fallen|taken|felt|eaten|slept|drunk|already|forgotten|left|hurt)\b)",
            r"\1 had ",
        ),
        (r"\b(i|you|we|they|he|she|it|that|there)'d\b", r"\1 would"),
        (r"\b(it|that|there|what|he|she|who|where|how|here)'?s\b", r"\1 is"),
        (r"(?<=[a-z])'s (?=(?:been|come|got|gone|had|cropped|started)\b)", " has "),
        (r"(?<=[a-z])'s\b", " 's"),
        (r":(?!\d)", " "),
        (r"\brite\b", "right"),
        (rf"\bwrite(?= {anatomy.BODY}\b)", "right"),
        (r"(?<=\d)[ -]?ish\b", ""),
        (r"\b(two|three|four|five|six|seven|eight|nine|ten)[ -]?ish\b", r"\1"),
        (r"\b(\w{3,})in'(?=\s|$)", r"\1ing"),
        (r"\bgonna\b", "going to"),
        (r"\bwanna\b", "want to"),
        (r"\bgotta\b", "got to"),
        (r"(?<!\w)(?:'?cause|cos|cuz|coz|'cos)\b", "because"),
        (r"\btho\b", "though"),
        (r"\b(?:till|'til|til)\b", "until"),
        (r"\bdunno\b", "do not know"),
        (r"\b(?:okay|o\.k\.|oke)(?=\W|$)", "ok"),
        (r"\ball right\b", "alright"),
        (r"\b(?:um+|uh+|uhm+|ehm+|euh+|erm*|hm+|mm+|ah)\b,?", " "),
        (r"\b(?:(?<!let )(?<!letting )you know|i mean|kind of|sort of|kinda|sorta)\b,?", " "),
        (r"\bcoach\b,", " "),
        (r"\b(\d{1,2})[.](\d{2})\s*(?=[ap]\.?m\b)", r"\1:\2"),
        (r"\b([ap])\.m\.?(?=\W|$)", r"\1m"),
    )
]

# Heard for a part of the body, and put right only where nothing else can stand: after "my" or a side, beside a hurt.
_MISHEARD = {
    "need": "knee", "nee": "knee", "niece": "knees", "me": "knee", "cough": "calf", "carf": "calf", "cuff": "calf",
    "half": "calf", "coffee": "calf", "chin": "shin", "sheen": "shin", "chins": "shins", "tow": "toe", "heal": "heel",
    "hill": "heel", "uncle": "ankle", "angle": "ankle", "squad": "quad", "flute": "glute", "hit": "hip", "hips": "hips",
    "tie": "thigh", "grown": "groin", "growing": "groin", "hamster": "hamstring", "fought": "foot", "bag": "back",
    "chess": "chest", "jest": "chest", "akilis": "achilles", "archilles": "achilles", "achillies": "achilles",
    "akillies": "achilles", "soldier": "shoulder", "knack": "neck",
}  # fmt: skip
_HURTS = (
    r"(?:hurt\w*|ach(?:e|es|ed|ing|y)|sore|pain\w*|niggl\w+|twing\w+|killing|throb\w*|tight\w*|stiff|tender|"
    r"swollen|playing up|gone|complaining|cramp\w*|burn\w*)"
)
_WORDS = "|".join(sorted(_MISHEARD, key=len, reverse=True))
_MIS_BEFORE = re.compile(rf"\b(my (?:left |right )?|left |right )({_WORDS})(?=(?: \w+){{0,3}}? {_HURTS}\b)")
_MIS_AFTER = re.compile(rf"\b({_HURTS} (?:\w+ ){{0,2}}(?:my |the )(?:left |right )?)({_WORDS})\b(?! \w*(?:'s|ed|is)\b)")
_MIS_WHOLE = (
    (
        re.compile(
            r"\ba[- ]?kill(?:ies|ys|is|us|ease)\b|(?<=my )a ?killers?\b|(?<=left )a ?killers?\b|(?<=right )a "
            r"?killers?\b"
        ),
        "achilles",
    ),
    (re.compile(r"\b(?:i t|eye tee|i\.t\.|it|itb)[- ]bands?\b|\bitbs?\b"), "it band"),
    (re.compile(r"\bham strings?\b"), "hamstring"),
    (re.compile(r"\b(?:the |my |me )?dogs (?:are|were) barking\b"), "my feet hurt"),
    (re.compile(r"\b(?:chess|chest|ches|jest|chased|test) (?:pane|pains?|payne|tightness|pressure)\b"), "chest pain"),
    (re.compile(r"\b(?:in|across|on|around) my (?:chess|jest|test|chased)\b"), "in my chest"),
    (re.compile(r"\bmy (?:chess|jest)(?= (?:is|was|feels?|felt|hurts?|went|got|has)\b)"), "my chest"),
    (re.compile(r"\b(?:past|pass) out(?= (?:at|on|in|for|and|cold|when|after|near|by|$)|$)"), "passed out"),
    (re.compile(r"\bfeint(ed|ing|s)?\b"), r"faint\1"),
    (re.compile(r"\b(?:any|my|the|no|put|bear|full) wait (?=(?:on|through|down)\b)"), "any weight "),
    (re.compile(r"\b(?:breth|breff|bref)\b"), "breath"),
    (re.compile(r"\b(?:hertz|herts|hurds|hurtz)\b"), "hurts"),
    (re.compile(r"(?<!window )\bpa(?:ne|yne)\b(?= (?:in|on|at|level|from|my|is|was))"), "pain"),
    (re.compile(r"\b(?:nickel|nigel|nibble|niggal|nickels)(?= in my\b)"), "niggle"),
)
# "Me knee", "ma heid": mine.
_MY = re.compile(
    rf"\b(?:(?<!hurt )(?<!killed )(?<!gave )(?<!give )(?<!giving )(?<!killing )(?<!told )(?<!let )(?<!make )(?<!made "
    rf")me|ma|mah|mi) (?=(?:(?:left|right|lower|upper|big|little|poor|bad|old|own|whole|other|inner|outer) )"
    rf"*(?!back\b(?! (?:'s|is|was|hurts?|went|has|on fire|pain)))(?!side\b|hand\b|head (?:to|for|off))"
    rf"{anatomy.BODY}\b)"
)
_SORE = re.compile(
    r"(?<=\bis )(?:saw|soar)(?=$| (?:today|again|now|and|when|on|but|as))|(?<=\bare )(?:saw|soar)\b|(?<=\bfeels )"
    r"(?:saw|soar)\b|(?<=\bwas )soar\b"
)
_SPACES = re.compile(r"\s+")


# One turn of talk is read for many things; its plain form is made once.
@lru_cache(maxsize=128)
def plain(words: str) -> str:
    """The words in plain form, punctuation kept as words of its own."""
    text = unicodedata.normalize("NFKC", words).lower().translate(_QUOTES)
    for pattern, word in _REWRITES:
        text = pattern.sub(word, text)
    text = numbers.in_figures(text)
    for pattern, word in _MIS_WHOLE:
        text = pattern.sub(word, text)
    text = _MIS_BEFORE.sub(lambda heard: heard[1] + _MISHEARD[heard[2]], _SPACES.sub(" ", text))
    text = _MIS_AFTER.sub(lambda heard: heard[1] + _MISHEARD[heard[2]], text)
    text = _MY.sub("my ", text)
    text = _SORE.sub("sore", text)
    return _SPACES.sub(" ", re.sub(r"(?<!\d)([,.;!?])|([,.;!?])(?!\d)", r" \1\2 ", text)).strip()
