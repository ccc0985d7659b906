"""By how much a run is to be moved from where it is planned: "an hour later", "push it back a day"."""

import re

_COUNTS = {"a": 1.0, "an": 1.0, "the": 1.0, "another": 1.0, "half an": 0.5, "a half": 0.5, "a couple of": 2.0,
           "couple of": 2.0, "a few": 3.0}  # fmt: skip
_MINUTES = {"h": 60, "m": 1, "d": 24 * 60, "w": 7 * 24 * 60}
_AMOUNT = (
    r"(?P<count>half an|a half|a couple of|couple of|a few|an?|the|another|\d{1,2}(?:\.5)?) "
    r"(?:full |whole |good |solid |extra |further |more )?(?P<unit>hours?|hrs?|minutes?|mins?|days?|weeks?)(?P<half> "
    r"and a half)?"
)
_RUN = r"(?:(?:it|this|that|mine|the \w+|my \w+|\w+day|today|tonight|\w+day 's|today 's)(?: \w+)? )"
_TO_LATER = (
    rf"(?:push|put|move|shift|bump|knock|shunt|slide|shove|set|hold|nudge) {_RUN}?(?:back|out|off|on|later) (?:by |"
    rf"for )?(?:about |another )?|(?:delay|postpone|defer|reschedule|push|move|shift|bump) {_RUN}?(?:by |for "
    rf")(?:about |another )?|(?:delay|postpone|defer|push|move|shift|bump|nudge|slide) {_RUN}|wait (?:for "
    rf")?(?:another )?|leave it (?:for )?|give it |(?:make (?:it|that)|call it|say) (?=(?:an?|half an|a half|"
    rf"\d{{1,2}}|a couple of|another|the) (?:full |whole |good )?(?:hour|minute|min|day)s?(?: and a half)?(?: "
    rf"(?:please|then|and|instead|or)\b|$))"
)
_TO_EARLIER = (
    rf"(?:bring|pull|move|put|shift|push|drag) {_RUN}?(?:forwards?|up|earlier|in) (?:by )?|(?:prepone|advance) {_RUN}?"
    rf"(?:by )?"
)
_LATER = re.compile(
    rf"\b(?:{_TO_LATER}){_AMOUNT}\b(?! (?:before|earlier|early|forward))|\b{_AMOUNT.replace('P<', 'P<l')} "
    rf"(?:later|back|after that|after the planned)\b(?! than (?:planned|usual) (?:when|because))"
)
_EARLIER = re.compile(
    rf"\b(?:{_TO_EARLIER}){_AMOUNT}\b|\b{_AMOUNT.replace('P<', 'P<l')} (?:earlier|sooner|forward|before that)\b"
)
_UNIT = re.compile(r"\b(?:hour|hr|min|minute|day|week)s?\b")


def by(text: str) -> int | None:
    """Minutes from the planned time, less than none for earlier; from words in plain form."""
    if not _UNIT.search(text):
        return None
    if found := _EARLIER.search(text):
        return -_minutes(found)
    found = _LATER.search(text)
    return _minutes(found) if found else None


def _minutes(found: re.Match[str]) -> int:
    count, unit = found["count"] or found["lcount"], found["unit"] or found["lunit"]
    number = _COUNTS.get(count) or float(count)
    number += 0.5 if found["half"] or found["lhalf"] else 0
    return int(number * _MINUTES[unit[0]])
