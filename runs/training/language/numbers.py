"""Number words in figures: "twenty five" is 25, "seven and a half" is 7.5, "ate out of ten" is 8 out of 10."""

import re

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: value for value, word in enumerate(_UNITS)} | {word: 20 + 10 * at for at, word in enumerate(_TENS)}

_TENS_AND_UNITS = re.compile(rf"\b({'|'.join(_TENS)})[ -]({'|'.join(_UNITS[1:10])})\b")
# "One" is a number only where a number must be: "this one" and "one of those days" are not.
_ONE = re.compile(
    r"(?<=\ba )one\b|(?<=\babout )one\b|(?<=\bat )one\b|(?<=\bmaybe )one\b|(?<=\bpast )one\b|"
    r"(?<=\bhalf )one\b|\bone(?= (?:out of|to ten|to 10|or two|k|km|kilomet\w+|miles?|minutes?|hours?|"
    r"o'?clock|pm|am)\b)|^\s*one\W*$"
)
_WORD = re.compile(rf"\b({'|'.join(word for word in _VALUES if word != 'one')})\b")
_HALF = re.compile(r"\b(\d+) and (?:a|one) half\b")
_POINT = re.compile(r"\b(\d+) (?:point|dot) (\d)\b")
_OUT_OF = re.compile(r"\b(\d+(?:\.\d)?)\s*(?:/|out ?t?a|out off?|over|of|on)\s*(?:a )?(10|100)\b")
_MISHEARD = {
    "for": "4",
    "fore": "4",
    "to": "2",
    "too": "2",
    "won": "1",
    "ate": "8",
    "sex": "6",
    "tree": "3",
    "sick": "6",
}
_MISHEARD_OUT_OF = re.compile(rf"\b({'|'.join(_MISHEARD)}) (?=out of (?:10|ten)\b)")
_TENTH = re.compile(r"\bout of (?:tan|tin|then|ken)\b")


def in_figures(text: str) -> str:
    text = _TENTH.sub("out of ten", text)
    text = _TENS_AND_UNITS.sub(lambda said: str(_VALUES[said[1]] + _VALUES[said[2]]), text)
    text = _WORD.sub(lambda said: str(_VALUES[said[1]]), _ONE.sub("1", text))
    text = _MISHEARD_OUT_OF.sub(lambda said: _MISHEARD[said[1]] + " ", text)
    text = _POINT.sub(r"\1.\2", _HALF.sub(r"\1.5", text))
    return _OUT_OF.sub(r"\1 out of \2", text)
