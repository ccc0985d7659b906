"""What the runner said: yes or no, numbers, body parts, energy, and wishes that end a call."""

import re

# fmt: off
BODY_PARTS = (
    "foot", "toe", "heel", "achilles", "ankle", "shin", "calf", "knee", "it_band", "quad", "hamstring", "thigh",
    "groin", "hip", "glute", "back", "stomach", "side", "chest", "shoulder", "neck", "other",
)
# fmt: on

_SYNONYMS = {
    "feet": "foot",
    "toes": "toe",
    "arch": "foot",
    "sole": "foot",
    "plantar": "foot",
    "heels": "heel",
    "ankles": "ankle",
    "shins": "shin",
    "calves": "calf",
    "knees": "knee",
    "kneecap": "knee",
    "it band": "it_band",
    "iliotibial": "it_band",
    "quads": "quad",
    "quadriceps": "quad",
    "hamstrings": "hamstring",
    "hammy": "hamstring",
    "thighs": "thigh",
    "hips": "hip",
    "glutes": "glute",
    "bum": "glute",
    "buttock": "glute",
    "lower back": "back",
    "spine": "back",
    "belly": "stomach",
    "tummy": "stomach",
    "stitch": "side",
    "ribs": "side",
    "shoulders": "shoulder",
}

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: value for value, word in enumerate(_WORDS)}
_NUMBER = re.compile(r"\b(10|[0-9]|" + "|".join(_NUMBERS) + r")\b", re.IGNORECASE)

_YES = re.compile(
    r"\b(yes|yeah|yep|yup|sure|of course|absolutely|definitely|ok|okay|i am|i'm in|i'm on|let'?s go|ready|on it|i did|"
    r"a bit|a little|will do|sounds good|correct|right)\b",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\b(no|nope|nah|not|never|none|nothing|can'?t|cannot|won'?t|didn'?t|don'?t|isn'?t|skip|cancel|all good|all clear|"
    r"i'm fine|fine)\b",
    re.IGNORECASE,
)
_NEGATED_NO = re.compile(r"\b(no problem|no worries|why not|not a problem)\b", re.IGNORECASE)
_STOP_CALLING = re.compile(
    r"\b(stop|quit|don'?t|do not|never|no more)\s+(calling|call|phoning|phone|ringing|ring|calls)\b"
    r"(?!\s+(me\s+)?names)",
    re.IGNORECASE,
)
_BYE = re.compile(r"\b(bye|goodbye|that'?s (all|it)|nothing else|i'?m done|no thanks|see you)\b", re.IGNORECASE)
_LEFT_RIGHT = re.compile(r"\b(left|right|both)\b", re.IGNORECASE)
_OUT_OF_TEN = re.compile(r"\b(10|[1-9])\s*(?:/|out of)\s*(?:10|ten)\b", re.IGNORECASE)


def yes_no(words: str) -> bool | None:
    """True for yes, False for no, None when neither or both were said."""
    text = words.replace("\u2019", "'")
    if _NEGATED_NO.search(text):
        return True
    no, yes = _NO.search(text), _YES.search(text)
    if no and yes:
        return yes.start() < no.start()
    return bool(yes) if yes or no else None


def number(words: str, *, lowest: int, highest: int) -> int | None:
    """The one number within the bounds, in figures or words; None when there is none or several differ."""
    ratio = _OUT_OF_TEN.search(words)
    found = [ratio.group(1)] if ratio else _NUMBER.findall(words)
    values = {_NUMBERS.get(token.lower(), int(token) if token.isdigit() else -1) for token in found}
    within = {value for value in values if lowest <= value <= highest}
    return within.pop() if len(within) == 1 else None


def effort_in_words(words: str) -> int | None:
    """A difficulty for a plain "easy", "moderate" or "hard", else None."""
    scale = (
        (r"\b(very|really|so|super|too) easy\b|\bpiece of cake\b", 2),
        (r"\b(very|really|so|super|too) (hard|tough)\b|\bkilled me\b|\bbrutal\b", 9),
        (r"\beasy\b", 3),
        (r"\b(moderate|ok|okay|fine|medium)\b", 5),
        (r"\b(hard|tough)\b", 8),
    )
    return next((value for pattern, value in scale if re.search(pattern, words, re.IGNORECASE)), None)


def body_part(words: str) -> str | None:
    text = words.lower().replace("_", " ")
    for phrase, part in _SYNONYMS.items():
        if re.search(rf"\b{phrase}\b", text):
            return part
    names = [part for part in BODY_PARTS if re.search(rf"\b{part.replace('_', ' ')}\b", text)]
    return names[0] if names else None


def side(words: str) -> str:
    match = _LEFT_RIGHT.search(words)
    return match.group(1).lower() if match else ""


def energy(words: str) -> str | None:
    levels = (
        ("low", r"\b(low|empty|exhausted|tired|drained|wiped|knackered|none)\b"),
        ("high", r"\b(high|great|full|plenty|lots|buzzing|energi[sz]ed)\b"),
        ("medium", r"\b(medium|middling|ok|okay|average|alright|fine|so-so|good)\b"),
    )
    return next((level for level, pattern in levels if re.search(pattern, words, re.IGNORECASE)), None)


def wants_no_calls(words: str) -> bool:
    return bool(_STOP_CALLING.search(words.replace("\u2019", "'")))


def says_bye(words: str) -> bool:
    return bool(_BYE.search(words.replace("\u2019", "'")))
