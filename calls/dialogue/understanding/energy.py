"""How much energy is left: low, medium or high."""

import re
from collections.abc import Iterable
from dataclasses import replace

from calls.dialogue.understanding.ratings import Rating
from calls.dialogue.understanding.transcript import Turn
from runs.training.language.clauses import Clause

# What tells of energy wherever it is said.
_ALWAYS = (
    (
        "low",
        r"(?:low|no|zero|little|not much|hardly any|lack of|short of|low on|out of|drained of|lacking|bad|poor) (?:on "
        r")?energy|exhausted|knackered|shattered|wiped(?: out)?|drained|running on (?:empty|fumes)|(?:nothing|not "
        r"much|little) (?:left )?in the tank(?! food)|tank (?:is |was )?(?:empty|dry)|dead on my feet|cream crackered|"
        r"pooped|bushed|zonked|cooked|spent|done in|worn out|burn(?:t|ed) out|flat as a pancake|batteries are flat|"
        r"battery (?:is |was )?(?:empty|flat|dead)|nothing left(?! to give)|gassed|sluggish|lethargic|fatigued|(?:so|"
        r"really|very|too|super|pretty|completely|totally|absolutely|dead|bit|extremely|quite|just|am|feel|feeling|"
        r"felt|still|dog|bone) tired|tired (?:now|today|out)|half asleep|run down|(?<!had )nothing in me|^wrecked|"
        r"wrecked "
        r"(?:altogether|entirely|out)|not (?:a|an) (?:drop|ounce|scrap|"
        r"bit|shred|jot) of (?:energy|strength)|(?:fell|fall|falling) asleep (?:at|on|in|standing|before|over)|"
        r"nodd(?:ed|ing) off|banjaxed|"
        r"goosed|(?:feeling|feel|felt) (?:really |very |a bit |so )?flat|(?:barely|hardly) (?:stay|keep) awake|sleep "
        r"for a (?:week|month|year)|(?:am|feel|felt|was|totally|absolutely|completely) toast|zombie|frazzled|flagging|"
        r"no (?:juice|oomph|zip|pep|spark|get up and go|gas|puff)|(?:barely|hardly) keep my eyes open|half dead|jaded|"
        r"groggy|weary|puggled|ready to drop|dog tired|shagged|dead beat|dead tired|sapped|zapped|flat today|(?:no|"
        r"zero|not much) (?:energy )?left in me|drowsy|sleepy|yawning|all in$|ready for bed|could sleep|empty tank|on "
        r"empty|fried|(?:am|feel|feeling|felt|properly|completely|totally|absolutely|just) (?:empty|wrecked|dead|"
        r"broken|shot|ruined|flat|spent)",
    ),
    (
        "high",
        r"(?:high|lots of|loads of|plenty of|tons of|full of|great|good|so much|bags of|heaps of|more) energy|"
        r"energi[sz]ed|full of (?:beans|it|life|go)|buzzing|(?:plenty|lots|loads|more|a lot|fuel|enough|something|"
        r"heaps) (?:left )?(?:in|left in) the tank|(?:raring|rearing) to go|fresh as a daisy|feel(?:ing)? fresh|felt "
        r"fresh|bouncing off|on top of the world|could (?:easily |happily )?(?:go|do|run) (?:(?:it |round )?(?:it )"
        r"?(?:all )?again|another)|pumped|fired up|invigorated|recharged|bursting with|full battery|tank (?:is |was )"
        r"?full|on a high|wide awake|firing on all cylinders|(?:feel\w*|felt|am) (?:\w+ )?(?:charged|wired|sprightly|"
        r"peppy|perky|zingy|lively|bouncy|energetic|bright)|like a spring (?:lamb|chicken)|full of the joys|"
        r"(?:plenty|loads|lots|tons) of (?:juice|gas|zip|pep|energy|beans)|take on the world|energy to (?:burn|spare)"
        r"|run through (?:a )?walls?|topped up|bags of|bundle of energy|live wire|duracell|plenty left|lots left",
    ),
    ("medium", r"(?:medium|ok|average|moderate|decent|alright|reasonable|middling|so so|normal|some|so-so|so so|"
    r"fair|fine|steady|middle|in between|not bad) energy|energy (?:is |was |'s )?(?:so-so|so so|middling|meh|ok)|"
    r"neither up nor down"),
)  # fmt: skip
# What tells of it in a clause about energy, or as the answer to a question about it.
_ABOUT = (
    ("low", r"low\w*|empty|none|poor|bad|terrible|rubbish|awful|crap|rock bottom|flat|drained|tired|gone|zero|nil|"
    r"nothing|dead|shot|lousy|dire|grim|dreadful|pathetic|wanting|sapped|weak|knackered|shattered|in the gutter|"
    r"fumes|vapou?rs|in my boots|on (?:its|it is|their|my) (?:knees|back)|on the ground|through the ground|down|not "
    r"there|"
    r"not "
    r"(?:great|good|much|a lot|brilliant|high|the "
    r"best)|dipp\w+|lacking|crash\w*|through the floor|on the floor|minimal|non ?existent"),
    ("medium", r"medium|middling|ok|average|alright|so so|moderate|normal|not (?:bad|too bad|low)|in the middle|middle|"
        r"fair|reasonable|decent|half|could be (?:better|worse)|meh|fine|steady|mid"),
    ("high", r"high|flying|great|full|plenty|lots|loads|good|excellent|fantastic|amazing|strong|brilliant|buzzing|up|"
    r"super|really good|top|through the roof|never better|tons|perfect|sky|off the (?:charts?|scale)|bouncing|topped|"
    r"soaring|limitless|endless|abundan\w+|huge|massive|overflowing"),
)  # fmt: skip
_ALWAYS_RE = tuple((level, re.compile(rf"\b(?:{words})\b")) for level, words in _ALWAYS)
_ABOUT_RE = tuple((level, re.compile(rf"\b(?:{words})\b")) for level, words in _ABOUT)
_TOPIC = re.compile(r"\b(?:energys?|energy levels?|tank|battery|batteries)\b")
_THINGS = re.compile(
    r"\b(?:(?:shoes|trainers|kit|laces|soles|socks|jacket|legs?|knees?|feet|calves|quads|ankles?|back|hips?|arms)"
    r"\b.{0,15}(?:worn out|done in|toast|dead|knackered|wrecked|shot|cooked|fried|flat|tired)|in the tank food\w*|"
    r"energy (?:gels?|bars?|drinks?)|watch|phone|headphones?|torch|earbuds?|garmin|gear|shoes?|tired (?:legs|of)|"
    r"legs? (?:are|were|was|is|felt) tired|beat (?:my|the|him|her))\b"
)
_NOT = re.compile(
    r"\b(?:would|will|could) not (?:say|call)(?: [\w']+){0,5} $|\b(?:not|never|without feeling)(?: (?!sure)\w+){0,2} $"
)


# "Not great, not awful"; "neither up nor down".
_MUCH = (
    r"(?:great|good|brilliant|amazing|high|much|a lot|lots|loads|full|flying|up|fresh|bouncing|the best|buzzing|super|"
    r"strong)"
)
_LITTLE = (
    r"(?:awful|bad|terrible|low|little|empty|dead|poor|rubbish|down|the worst|drained|shattered|wrecked|tired|"
    r"nothing|none|"
    r"exhausted|weak|flat)"
)
_NEITHER = re.compile(
    rf"\b(?:not|neither|nor) (?:\w+ )?(?:{_MUCH}\b.{{0,12}}\b(?:not|nor|or) (?:\w+ )?{_LITTLE}|"
    rf"{_LITTLE}\b.{{0,12}}\b(?:not|"
    rf"nor|or) (?:\w+ )?{_MUCH})\b"
)


def read(turns: list[Turn], ratings: Iterable[Rating]) -> str | None:
    """The last that was told; a number out of ten counts as a level."""
    rated = [rating.value for rating in ratings if rating.topic == "energy" and not rating.clause.is_before]
    if any(turn.asked == "energy" and _NEITHER.search(turn.plain) for turn in turns) and not rated:
        return "medium"
    told = [level for turn in turns for clause in turn.clauses if (level := _in_clause(turn, clause))]
    if rated:
        return "low" if rated[-1] <= 3 else "medium" if rated[-1] < 7 else "high"
    return told[-1] if told else None


def _in_clause(turn: Turn, clause: Clause) -> str | None:
    if picked := _picked(turn, clause.text):
        return picked
    clause = replace(clause, text=_AFRAID.sub("", clause.text))
    if clause.is_before or clause.is_others(len(clause.text)) or clause.supposes(len(clause.text)):
        return None
    text = _THINGS.sub(" ", clause.text)
    if (level := _of(_ALWAYS_RE, text)) and not _TOPIC.search(text):
        return level
    about = turn.asked == "energy" or bool(_TOPIC.search(text)) or _goes_on(turn, clause)
    return (_of(_ABOUT_RE, text) if about else None) or level


def _picked(turn: Turn, text: str) -> str | None:
    """ "Low, medium or high?" "The middle one." """
    offered = list(dict.fromkeys(re.findall(r"\b(?:low|medium|high)\b", turn.question)))
    if turn.asked != "energy" or len(offered) < 2:
        return None
    ranked = [level for level in ("low", "medium", "high") if level in offered]
    places = (
        (_FIRST, offered[0]),
        (_LAST, offered[-1]),
        (_LOWEST, ranked[0]),
        (_HIGHEST, ranked[-1]),
        (_MIDDLE, "medium"),
    )
    return next((level for pattern, level in places if pattern.search(text)), None)


_FIRST = re.compile(r"\bthe (?:first|former|1st)\b|^first\b")
_LAST = re.compile(r"\bthe (?:last|latter|third|3rd|final)\b|^(?:last|third)\b")
_LOWEST = re.compile(r"\b(?:lowest|bottom|least)\b")
_HIGHEST = re.compile(r"\b(?:highest|top(?: one)?|most)\b")
_MIDDLE = re.compile(r"\b(?:middle|second|2nd|in between|between the)\b")
_AFRAID = re.compile(r"\b(?:i am )?afraid (?!of\b)")


def _goes_on(turn: Turn, clause: Clause) -> bool:
    """A few words right after those that named it: "energy wise I'm alright, medium"."""
    before = [other for other in turn.clauses if 0 < clause.at - other.at <= 2 and other.sentence == clause.sentence]
    return len(clause.text.split()) <= 3 and any(_TOPIC.search(other.text) for other in before)


def level(text: str) -> str | None:
    """For words in plain form that answer the question for it."""
    return _of(_ABOUT_RE, text) or _of(_ALWAYS_RE, text)


def _of(levels: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> str | None:
    return next((name for name, words in levels if _said(words, text)), None)


def _said(words: re.Pattern[str], text: str) -> bool:
    return any(found[0].startswith("not") or not _NOT.search(text[: found.start()]) for found in words.finditer(text))
