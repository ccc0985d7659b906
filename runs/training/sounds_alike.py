"""What only sounds like a sign of a red flag: a joke, a thing that broke, a film, a thrill, a fear, a bike's saddle."""

import re
from dataclasses import replace

from runs.training.language import causes
from runs.training.language.anatomy import BODY
from runs.training.language.clauses import Clause

MINE = re.compile(r"\b(?:me|my)\b")
# Said of the price, the view or a laugh, not of the body.
_JOKING = re.compile(
    r"\b(?:want to die of|when i saw|beat\w* my chest|laugh\w*|with (?:boredom|joy|shock|surprise|excitement|"
    r"happiness|relief)|of "
    r"boredom|at the "
    r"(?:price|view|cost)|from the smell|skipped a beat (?:when|at|as)|through my chest|gave me a heart "
    r"attack|nearly had a heart attack (?:when|at|seeing)|(?:view|scenery|sunrise|sunset)|leg day|heart out|from "
    r"cold|(?:be)?cause of the cold|with cold|price|bill|(?:squats|gym) (?:on|yesterday|day)|(?:did|trained|worked) "
    r"(?:\w+ ){0,2}(?:chest|pecs)|pollen|hay "
    r"?fever|through my nose|blocked nose|nose (?:is |was )?blocked|stuffy|(?:push|press|pull|sit) ?-?ups?|"
    r"bench press|death warmed up|(?:at|from|of|with) (?:crying|laughing)|dentist|"
    r"beetroots?)\b"
)
# A watch that passes out and a street that blacks out need no doctor.
_THINGS = re.compile(
    r"\b(?:watch|phone|garmin|battery|torch|lamp|street|power|screen|app|headphones?|earbuds?|music|speaker|radio|"
    r"laptop|car|engine|internet|gps|chest strap|strap|strava|tracker|signal|electric\w*|treadmill|shoes?|trainers?|"
    r"plan|schedule|traffic|bra|vest|jacket|waistband|belt bag|top is|shirt|stats|machine|printer|boiler|buggy)\b(?! "
    r"(?:me|my))"
)
_BROKE_DOWN = re.compile(r"\b(?:died|dead|dying|ran out|off|flat|failed|broke|crashed|went|cut)\b")
_OF_THINGS = frozenset({"faint", "collapse", "heart pain", "dizzy", "down", "stroke words", "stroke side", "heat"})
# "The gazebo collapsed": what is named with "the" and is no part of the body is not the runner.
_SOMETHING_ELSE = re.compile(
    rf"\b(?:the|a|an|our|that|its) (?:(?!{BODY}\b)(?!(?:finish\w*|line|end|top|hill|door|start|bottom|gate|kerb|corner|"
    r"park|track|house|bench|road|run|race|heat|sun|cold|pain|rest|and|i|my|we|then|but|or)\b)[a-z]+ ){1,2}(?:just |"
    r"has |had |nearly |all )*$"
)
# A heart that skips one beat at a sunrise or a deer.
_BEAT = re.compile(r"\bskip\w* (?:a|1|another|few|several) (?:\w+ )?beats?\b|\bskips? a beat\b")
_THRILL = re.compile(
    r"\b(?:sun ?(?:rise|set)|view|views|scenery|sight|saw|seen|seeing|deer|fox|dog|horse|bull|snake|car|van|bus|horn|"
    r"jumped out|ran out|came round the corner|pretty|beautiful\w*|gorgeous|stunning|lovely|magic\w*|medal|time|"
    r"clock|watch "
    r"said|pb|result|ballot|email|text|crowd|finish line|scared|fright|spooked|love|romantic|proposed|wow|crush|siren|"
    r"firework\w*|thunder|lightning|bang)\b"
)
# Asleep, not in a faint.
_STRANDED = re.compile(r"\b(?:asleep|slept|bed|couch|sofa|pillow|armchair|settee)\b")
_OUT_COLD = re.compile(
    r"\b(?:out cold|out like|(?:passed|crashed|conked|zonked|sparked) out|out for the count|dead "
    r"to)\b"
)
# Feared of a diagnosis: "thought I'd get heatstroke".
_THOUGHT = re.compile(
    r"\b(?:thought|sure|convinced|expected|expecting|worried)(?: that)? i (?:would|might|was going to|could|will) "
    r"(?:get|have|end up with|be|suffer|catch)\b|\b(?:signs?|symptoms?|chances?|danger|way) of\b|\bhow (?:do|can|"
    r"would) (?:i|you) (?:know|tell|spot)\b|\b(?:close to|bordering on|almost|nearly) (?:a )?$"
)
_COLD = re.compile(
    r"\b(?:cold|freez\w*|frozen|frost\w*|snow\w*|sleet|hail|baltic|breeze|gale|ice|icy|sea|swim\w*|lake|winter|minus|"
    r"wind|gloves)\b"
)
_MINE_DOWN = re.compile(r"\b(?:i|my) (?:\w+ )?(?:fainted|collapsed|passed|fell|went down|chest|heart|vision|legs?)\b")
_FICTION = re.compile(
    r"\b(?:film|movie|book|podcast|programme|documentary|advert|story|dream|nightmare|novel|article|episode|quiz)(?: "
    r"\w+)"
    r"{0,2} (?:about|of|where|with|called|on)\b"
)
_AT_THE_WHEEL = re.compile(r"\b(?:traffic(?! lights?)|driving|motorway|accelerator|christening)\b")
# A saddle numbs whoever sits on it, and the cold turns lips blue.
_UNLESS = {
    "blue lips": _COLD, "face numb": re.compile(rf"{_COLD.pattern}|\b(?:dentist|filling|spicy|chilli|anaesthetic)\b"),
    "arm gone": _COLD, "foot numb": _COLD, "legs tingle": _COLD, "no weight": _AT_THE_WHEEL,
    "eye gone": re.compile(r"\b(?:sweat|rain|sun|fly|flies|midges?|dust|grit|sand|hair|lens|fog\w*|glasses|patch)\b"),
    "fracture": re.compile(
        r"\b(?:read\w*|article|podcast|scared|fear\w*|last life|(?:19|20)\d\d|risks?|avoid\w*|prevent\w*|prone|"
        r"history|healed)\b"
    ),
    "inflamed": re.compile(r"\b(?:sun ?\w*|bath|shower|nettles?|deep heat|tan)\b"),
    "out of line": re.compile(r"\b(?:landed|came down|planted|struck|hit)\b"),
    "stroke": re.compile(
        r"\b(?:emotional|emotions?|medal|proud|happy|thank\w*|describe|explain|crowd|beautiful|angry|joy|love|tears|"
        r"crying)\b"
    ),
    "saddle numb": re.compile(r"\b(?:bike|bicycle|cycl\w+|spin\w*|turbo|peloton|traffic|in the car|driv\w+|plane|"
    r"flight|pew|"
                              r"(?:hard|bus|train|car) (?:chair|seat|bench))\b"),
}  # fmt: skip
_ASTRAY = re.compile(
    r"\b(?:got|get|am|was|were|getting) (?:\w+ )?lost\b|\b(?:wrong turn|new (?:route|area|town|city)|in (?:a )?strange|"
    r"took a detour)\b"
)
_WHERE = re.compile(r"\b(?:know|idea|clue) where (?:i|we|the hell)\b")
_NIGHTFALL = re.compile(r"\b(?:late|early|sun(?:set| went)|torch|lamp|lights?|evening|winter|night ?fall)\b")
# "Passed out a group of walkers", "knocked out a quick five k", "out cold by nine".
_OF_OTHERS_OUT = re.compile(
    r" (?:an? (?!few|couple|second|sec\b|minute|moment|bit|while|little|good)\w|every(?:one|body)|loads|half|most|"
    r"several|people|"
    r"runners|him\b|her\b|them\b|another|windows|curtains|blinds|by (?:how|the (?:view|beauty|scenery)|\d|half)|all "
    r"night|"
    r"before \d|pangs?\b)"
)
_BLURRED_BY = re.compile(
    r"^ ?(?:with|from|because of|in) (?:the |my )?(?:rain|sweat|tears|sun|wind|salt|sun ?cream|sleet|snow)\b"
)
_OF_SPEECH = frozenset({"heart", "stroke", "stroke words"})
_AFTER_DRINK = re.compile(
    r"\b(?:after|from|on|with) (?:\w+ ){0,3}?(?:pints?|beers?|wine|gin|vodka|whiske?y|guinness|cider|drinks)\b"
)
_MOURNED = re.compile(r"\b(?:funeral|died|passed away|wake|memorial|month 's mind|lost (?:a|my|our|her|his))\b")
# "Fainted? No, no, that was my cousin."
_ECHOED = 4
_NO_NO = re.compile(
    r"^(?:(?:oh|god|ah|jesus|lord|well) )*(?:no|nope|nah|never|not (?:me|i|at all|a bit|once))(?: no| nope)*$"
)
_WAS_ANOTHER = re.compile(
    r"^(?:no )*(?:that|it) was (?!(?:my (?:own )?(?:chest|heart|head|leg|knee|back|arm)|me|not|just|"
    r"only|like|so|the (?:heat|hill|run))\b)\w+|^not me\b"
)
_DIAGNOSES = frozenset({"heat", "clot", "snapped"})
_THING_BROKE = re.compile(rf"{_THINGS.pattern} (?:\w+ )?{_BROKE_DOWN.pattern} (?:\w+ )?and (?:then )?$")
_THING_BEFORE = re.compile(
    rf"{_THINGS.pattern}(?: (?!(?:i|my|me|we|and|then|so|but|when|until|while|after|before|because|for|with|in|on|"
    rf"at)\b)"
    r"[\w']+){0,8} $|"
    rf"{_THINGS.pattern}(?: (?:battery|in))* $"
)
_ON_SCREEN = re.compile(r"\bon (?:the|my) (?:screen|watch|phone|display)\b")
_CALM = re.compile(
    r"\bweights? off my\b|\b(?:put|gained?|lost|lose|shift\w*) (?:some |a bit of |the |any |more )?weight (?:on "
    r")?over\b"
)
_BECAUSE = re.compile(r"(?:because|as|when|since|cause)\b")


def is_something_else(clause: Clause, name: str, found: re.Match[str]) -> bool:
    """Whether the sign found is said of no body, or of nothing that happened."""
    text, start = clause.text, found.start()
    before = text[:start]
    return bool(
        _JOKING.search(text)
        or _CALM.search(text)
        or _FICTION.search(before)
        or causes.is_cause(text, start, found.end())
        or (name in _DIAGNOSES and _THOUGHT.search(before))
        or (_THING_BROKE.search(before) and not MINE.search(found[0]))
        or (name == "collapse" and _SOMETHING_ELSE.search(before))
        or (name == "faint" and _OF_OTHERS_OUT.match(text, found.end()))
        or (name == "faint" and _BLURRED_BY.match(text[found.end() :]))
        or (name in _OF_SPEECH and _AFTER_DRINK.search(text))
        or (name in _UNLESS and _UNLESS[name].search(text))
        or (name in _OF_THINGS and (_THING_BEFORE.search(before) or _ON_SCREEN.search(text)))
    )


def is_of_a_thing(clause: Clause, before: Clause | None, after: Clause | None) -> bool:
    """ "My phone died, everything went black"; "everything went dark because my torch died"; asleep, "out cold"."""
    if before and before.sentence == clause.sentence:
        if _broke(before) and not _MINE_DOWN.search(clause.text):
            return True
        if _STRANDED.search(before.text) and _OUT_COLD.search(clause.text):
            return True
    if after is not None and _BECAUSE.match(after.text) and (_broke(after) or _NIGHTFALL.search(after.text)):
        return True
    if before and _MOURNED.search(before.text) and len(clause.text.split()) <= _ECHOED:
        return True
    if _WHERE.search(clause.text) and (_ASTRAY.search(clause.text) or (before and _ASTRAY.search(before.text))):
        return True
    return after is not None and _is_only_echoed(clause, after)


def _is_only_echoed(clause: Clause, after: Clause) -> bool:
    """The coach's own word, or one nobody said, put as a question and answered with a no."""
    if (
        after.sentence == clause.sentence
        or len(clause.text.split()) > _ECHOED
        or re.search(r"\b(?:i|my)\b", clause.text)
    ):
        return False
    return bool(_NO_NO.match(after.text) or _WAS_ANOTHER.match(after.text))


def _broke(clause: Clause) -> bool:
    return bool(_THINGS.search(clause.text) and _BROKE_DOWN.search(clause.text))


def without_a_thrill(clause: Clause, around: str) -> Clause | None:
    """The clause less a beat that was skipped once at something seen or heard; None when there is no such thing."""
    if not (_BEAT.search(clause.text) and _THRILL.search(around)):
        return None
    return replace(clause, text=_BEAT.sub(" ", clause.text))
