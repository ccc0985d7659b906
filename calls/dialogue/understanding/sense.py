"""Whether anything was said at all: gibberish, a slip of the thumb and a lone sign are no sentence. Pure."""

import re

from runs.training.language import normal

# What holds a sentence together; speech recognition spells no nonsense with these.
_COMMON = re.compile(
    r"\b(?:i|my|me|we|you|your|it|this|that|he|she|they|the|an?|is|am|are|was|were|be|been|do|does|did|have|has|had|not|"
    r"no|to|of|in|on|at|for|with|and|but|or|so|because|just|really|very|too|some|more|less|feel|feeling|felt|think|want|"
    r"need|like|going|go|got|get|can|could|will|would|should|there|every\w*|nothing|something|always|never|again|all|"
    r"still|about|from|today|tomorrow|yesterday|weeks?|days?|life|runs?|running|lot|much|now|when|what|why|how|if)\b"
)
# Said alone they are told all the same.
_FEELS = re.compile(
    r"\b(?:lonely|alone|lost|empty|numb|anxious|anxiety|scared|afraid|nervous|overwhelmed|heavy|lazy|unmotivated|"
    r"hopeless|guilty|ashamed|crying|cried|heartbroken|grie\w+|funeral|died|divorce\w*|stress\w*|tears|excited|calm|"
    r"relieved|motivat\w+|demotivat\w+)\b"
)
_SENTENCE_WORDS = 3
# Small talk, and short answers to "how is the running going?".
_SMALL_TALK = re.compile(
    r"^(?:(?:so|not|pretty|quite|very|really|just|a bit|it is|is|going|all|am|feeling|ok|well|oh|yes|and) )*(?:ok|okay|"
    r"alright|so so|meh|fine|not bad|bad|slow|slowly|steady|same|as usual|as always|usual|the same|thanks|thank you|"
    r"cheers|hi|hello|hey|good (?:morning|evening|afternoon|day)|nothing much|not much|not great|getting there|"
    r"up and down)(?: (?:coach|thanks|thank you|really|there|again|i guess|i think|as (?:always|usual)))*$"
)
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LONGEST_WORD = 30


def is_gibberish(words: str) -> bool:
    """No word in it: signs alone, one letter again and again, a row of keys, or nothing that could be spoken."""
    letters = re.findall(r"[^\W\d_]+", words.lower())
    return not re.search(r"\d", words) and all(_is_no_word(word) for word in letters)


def _is_no_word(word: str) -> bool:
    if len(word) > _LONGEST_WORD or re.fullmatch(r"(.+?)\1{3,}", word):
        return True
    is_row = len(word) > 3 and any(word in row or word[::-1] in row for row in _ROWS)
    is_latin = word.isascii()
    return is_row or (is_latin and len(word) > 3 and not re.search(r"[aeiouy]", word))


def is_told(words: str) -> bool:
    """A sentence, or small talk: something that one can nod to."""
    text = re.sub(r"\s*[.,!?;]+\s*", " ", normal.plain(words)).strip()
    if is_gibberish(words) or not text:
        return False
    spoken = text.split()
    is_sentence = len(spoken) >= _SENTENCE_WORDS and bool(_COMMON.search(text))
    return is_sentence or bool(_FEELS.search(text) or _SMALL_TALK.match(text))
