"""What got in the way or threatens to: obstacles that are the runner's, not denied and not solved."""

import re

from calls.dialogue.understanding import going, hurting, times, wishes
from calls.dialogue.understanding.transcript import Turn
from runs.training.language.clauses import Clause
from tasks import obstacles
from tasks.obstacle_classes import FOOD
from tasks.obstacle_frames import REGRETS
from tasks.obstacles import Mention

_SOLVED = re.compile(
    r"\b(?:bought|sorted|fixed|solved|borrowed|replaced|ordered|no (?:problem|bother|issue|trouble|longer|"
    r"worries|big deal|drama)|(?:is|are|was) (?:all |finally |now |completely |thankfully |"
    r"totally |long |well )*(?:sorted|fine|good|brilliant|great|perfect|comfy|gone|over|cancelled|lovely|refreshing|"
    r"ok now)|got (?:myself |me |a |some |my |the |new )+(?!wet|cold|caught|soaked)|i am free|can (?:run|go|"
    r"make it|still)|fell through|(?:got|was|been) (?:cancelled|moved|called off)|all good|not (?:a|an|"
    r"any) (?:problem|issue|bother|longer)|did not (?:matter|bother|mind|stop|affect)|worked out|"
    r"recovered from|(?<!all )(?<!half )over (?:it|the|my|an?)|better now|completely gone|no more|plenty of|enough "
    r"(?:water|"
    r"time|food|sleep)|stopped|held off|has gone|lovely|loved|enjoyed|actually (?:nice|fun|lovely)|"
    r"refreshing|nice run|used to|brilliant|all set|packed|charged|in my bag|full)\b"
)
_STILL = re.compile(r"\b(?:but|still|not enough|again|anyway|not|no|without|forgot|never)\b")
_GOT = re.compile(r"^(?:bought|borrowed|ordered|got)\b")
_BUYABLE = frozenset({"gear", "nutrition", "hydration"})
_PUT_RIGHT = re.compile(
    r"\b(?:(?:it|that) (?:was|is) (?:fine|ok|alright|no (?:problem|bother|issue))|did not matter|(?<!only )(?<!just "
    r")(?<!barely )managed|"
    r"fitted it in|fit it in|got (?:out|it done|round)|made it|anyway|over it|nothing (?:major|serious|bad|"
    r"terrible)|i will (?:grab|have|eat|get|bring|drink|wear|take|buy)|sorted|free|can (?:run|go|make it)|"
    r"no harm|met me(?: \w+){0,4}? with (?:one|some|it|a|water|mine|his|hers)|(?:lent|handed) me|gave me (?:one|his|"
    r"hers|"
    r"some|theirs)|no longer|cancelled|fixed|bought|ordered|got (?:one|some|new|it))\b"
)
_GOES_ON = re.compile(
    r"^(?:(?:so|and|but|now|which|then) )*(?:fully|completely|totally|long|it|that|they|i|no|all|is|are|was|my|the|"
    r"sorted|can)\b"
)
# Words beside an occasion that make it one that hinders.
_CUE = re.compile(
    r"\b(?:late|overran|ran over|because|clash\w*|conflict\w*|stuck|cut (?:it )?short|squeez\w+|missed|miss|in the "
    r"way|until|can not|could not|no run|will not|not today|not tonight|too|got called|struggl\w+|hard to|difficult "
    r"to|harder|have to|had to|got to|instead|skip\w*|tricky|move|shift|swap|no time|rushed|clash\w*|let me down|"
    r"impossible|nightmare|only (?:did|got|managed)|cut it|does not work|do not work|is out|(?:could|can|shall) "
    r"(?:we|i)|meant|only had|ruined|spoil\w*|awful|horrible|killed me|suffered|slowed)\b"
)
_NO_CLASH = re.compile(r"\b(?:not|no|never) (?:a )?(?:clash\w*|conflict\w*|in the way)")
_FREE = re.compile(
    r"\b(?:free|off work|day off|any time|whenever|no (?:clash|plans|meetings)\w*|but i (?:will|can) "
    r"(?:run|still|do))\b"
)
# After a run, what an occasion did to it.
_CUT = re.compile(
    r"\b(?:late|overr[au]n\w*|ran over|clash\w*|stuck|cut (?:\w+ )?(?:short|to|down|off|in half)|squeez\w+|missed|no "
    r"time|rush\w*|only (?:had|did|got|managed)|had to (?:stop|cut|turn|go|get|be|leave|rush|dash)|called (?:away|"
    r"back|in|me)|in the way|because|interrupt\w*|have to|struggl\w+|hard to|difficult to|tricky|spoil\w*|ruined|"
    r"meant)\b"
)
# What the food did is no illness.
_MADE_SICK = re.compile(
    rf"\b(?:sick|ill|queasy|nauseous|rough) (?:from|after|off|with) (?:\w+ ){{0,2}}?{FOOD}\b|"
    r"\b(?:made|makes|making) me (?:feel )?(?:\w+ )?(?:sick|ill|nauseous|queasy)\b"
)
_GOES_ANYWAY = re.compile(
    r"\b(?:but (?:i will|i am|still|let us|up for|going)|anyway|still (?:going|up for|on|"
    r"running))\b"
)
_PAST = re.compile(r"\b(?:did|was|were|got|had|played|went|fell|hurt)\b")
# The past day at work, before a run that is on.
_IDLE = re.compile(
    r"\b(?:been|was) (?:stuck|sat|sitting|chained|cooped)(?: \w+){1,5}? all (?:day|week|morning|"
    r"afternoon)\b"
)
_DAY_OUT = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?: morning| evening| night)?s? (?:does not work|do not work|"
    r"(?:do|does) not suit|will not work|is (?:tricky|difficult|out|bad|no good|hard|tough|impossible|a problem)|are "
    r"(?:tricky|difficult|out|bad|no good|hard|impossible)|no longer works?)|\b(?:can not|can no longer) (?:do|make|"
    r"run(?: on)?|manage) (?:on )?(?:mornings|evenings|weekends|lunch ?times|mon|tues|wednes|thurs|fri|satur|sun)"
    r"days?|\b(?:mornings|evenings|weekends) (?:do not work|are (?:tricky|difficult|out|no good|impossible|hard))"
)
_OF_WEATHER = frozenset(
    {
        "Get ready for bad weather: layers and a dry route",
        "Plan a cooler time for hot days",
        "Find a warm layer for cold runs",
        "Buy a waterproof running jacket",
        "Get a running light",
    }
)
_TOO_COMMON = frozenset({"time", "late", "early", "work", "family", "school", "son", "daughter"})
_OF_SHOES = "Get running shoes that fit"
_OF_PAIN = "Rest what hurts, and see how it is tomorrow"
_SORE = re.compile(r"\b(?:sore|stiff|achy|aching|injur\w+)\b")
_TIRED = re.compile(r"\b(?:tired|exhausted|knackered|shattered|wiped|drained|worn out|fatigue\w*)\b")
_WELL_DONE = re.compile(r"^ (?:well|plenty|enough|loads|lots|fine|properly|right|great)\b")
_THEIRS = re.compile(
    r"^(?:(?:and|but|so|the|our) )*(?:daughter|son|wife|husband|kids?|baby|mum|mam|dad|brother|sister|partner|flatmate|"
    r"boyfriend|girlfriend) (?:\w+ )?(?:has|is|had|was|got|came|feels|felt)\b(?! (?:up|awake|me|us|screaming|teething))"
)
_WHOSE = re.compile(
    r"\b(?:brother|sister|wife|husband|mate|friend|partner|son|daughter|dad|mum|mam|mother|father|boss|neighbour|lad|"
    r"man|"
    r"woman|runner|girlfriend|boyfriend)s? 's\b"
)
_UNREAL = re.compile(r"\bwould (?:have|of) (?:\w+ )?(?:been|got|gone) (?:\w+ )?$")
_BUT_FOR = re.compile(
    r"\bif it (?:had not been|was not|were not) for\b|\bonly for (?:the|my)\b|\bwithout (?:the|my) new\b"
)
# Asked how they slept: what says badly.
_OF_SLEEP = re.compile(r"\b(?:sleep|slept|sleeping|night 's rest)\b")
_SLEPT_BADLY = re.compile(
    r"\b(?:terribl[ey]|shocking\w*|dreadful\w*|awful\w*|bad(?:ly)?|poor(?:ly)?|rough|rubbish|brutal|horribl[ey]|"
    r"barely|hardly|broken|not (?:a wink|well|much|great|good|enough|really|very|at all|brilliant\w*)|atrocious|[1-5] "
    r"hours|up (?:all|half|until|every)|up and down|tossed|awake|none|little|worst|in bits|restless)\b"
)
_SLEPT_WELL = re.compile(r"\b(?:enough|well|alright|ok|good)\b")
_AFTER_A_SHIFT = re.compile(r"\b(?:after|from|off) (?:\w+ ){0,2}$")
_KEPT_DRY = re.compile(r"\b(?:kept|keeps|stayed) (?:\w+ )?(?:bone )?dry\b|\bdry as a bone (?:out|in|under|all)\b")
_HAD = re.compile(r"\b(?:i|we) would (?:an?|no|the|my|only|about|maybe|some|to)\b")
_TOO_LITTLE = re.compile(
    r"\b(?:skipped|missed|not a (?:drop|bite|thing|sip)|forgot|not (?:enough|much|really)|ran out|none|barely|hardly|"
    r"too little|nope|could have)\b"
)
_ANSWERS = {
    "water": ("hydration", "Set a water reminder before runs"),
    "food": ("nutrition", "Plan a snack before your next run"),
}


def read(turns: list[Turn], *, context: str) -> list[Mention]:
    """Each obstacle once, in the order it was told."""
    found: dict[str, Mention] = {}
    for turn in turns:
        for mention in _of_turn(turn, context):
            found.setdefault(mention.title, mention)
    return list(found.values())


def _of_turn(turn: Turn, context: str) -> list[Mention]:
    named = [(clause, mention) for clause in turn.clauses for mention in _of_clause(turn, clause, context)]
    # "Only four hours of sleep because of the baby" is told for the sleep.
    explained = {clause.sentence for clause, mention in named if not mention.weak}
    told = [mention for clause, mention in named if not mention.weak or clause.sentence not in explained]
    if turn.asked in _ANSWERS and (turn.says_no or _TOO_LITTLE.search(turn.plain)):
        category, title = _ANSWERS[turn.asked]
        told.append(Mention(category, title, "medium", 0, 0))
    if _slept_badly(turn):
        told.append(Mention("recovery", "Plan a proper rest evening", "medium", 0, 0))
    if context == "post_run" and any(mention.category == "recovery" for mention in told):
        # A shift that only tells why one was tired took no time.
        tired_by = [mention for clause, mention in named if _is_shift(clause, mention)]
        told = [mention for mention in told if mention not in tired_by]
    return told


def _slept_badly(turn: Turn) -> bool:
    question = turn.question.rsplit(" . ", 1)[-1]
    if not _OF_SLEEP.search(question):
        return False
    says_no = turn.says_no and _SLEPT_WELL.search(question) is not None
    return says_no or (_SLEPT_BADLY.search(turn.plain) is not None and "not bad" not in turn.plain)


def _is_shift(clause: Clause, mention: Mention) -> bool:
    word = clause.text[mention.start : mention.end]
    return "shift" in word and bool(_AFTER_A_SHIFT.search(clause.text[: mention.start]))


def _of_clause(turn: Turn, clause: Clause, context: str) -> list[Mention]:
    text = _IDLE.sub(lambda found: " " * len(found[0]), clause.text)
    told = obstacles.mentions(text, is_ahead=context != "post_run")
    named = [mention for mention in told if _counts(turn, clause, mention, context)]
    if not named and context != "post_run" and _DAY_OUT.search(clause.text):
        named.append(Mention("scheduling", "Block the time for your next run", "medium", 0, 0))
    return named


def _counts(turn: Turn, clause: Clause, mention: Mention, context: str) -> bool:
    if clause.is_before or _is_solved(turn, clause, mention) or _is_none(clause, mention):
        return False
    if (
        not mention.lacks
        and clause.denies(mention.start, mention.end)
        and not clause.text[mention.start : mention.end].startswith(("no", "not"))
    ):
        return False
    if _SORE.search(clause.text[mention.start : mention.end]) and (turn.asked == "pain" or hurting.hurts(clause)):
        return False
    if mention.category == "recovery" and (_supposes(clause, mention) or _MADE_SICK.search(clause.text)):
        return False
    if mention.category != "scheduling" and clause.is_others(mention.start) and mention.title not in _OF_WEATHER:
        return False
    return not mention.weak or _is_reason(turn, clause, mention, context)


def _supposes(clause: Clause, mention: Mention) -> bool:
    """ "I'd a desperate night" is "I had"."""
    return clause.supposes(mention.start) and not _HAD.search(clause.text[: mention.start])


def _is_none(clause: Clause, mention: Mention) -> bool:
    """ "Ate well", "I'd have been drowned without it", "daughter has a bug"."""
    before, after = clause.text[: mention.start], clause.text[mention.end :]
    is_enough = _WELL_DONE.match(after) and not re.search(r"\b(?:not|never|hardly|barely)\b", clause.text)
    if mention.category in ("nutrition", "hydration") and is_enough:
        return True
    if mention.category == "hydration" and _KEPT_DRY.search(clause.text):
        return True
    until_it = clause.text[: mention.end]
    is_theirs = mention.category != "scheduling" and bool(_THEIRS.match(clause.text) or _WHOSE.search(until_it))
    return is_theirs or bool(_UNREAL.search(before) or _BUT_FOR.search(clause.text))


def _is_solved(turn: Turn, clause: Clause, mention: Mention) -> bool:
    """By the same clause ("bought that torch") or the one after it ("that's sorted now")."""
    after = next((other for other in turn.clauses if other.at == clause.at + 1), None)
    return _solves_itself(clause, mention) or bool(after and _GOES_ON.match(after.text) and _puts_right(after))


def _solves_itself(clause: Clause, mention: Mention) -> bool:
    found = _SOLVED.search(clause.text)
    if not found or mention.start <= found.start() < mention.end or clause.denies(found.start(), found.end()):
        return False
    if _GOT.match(found[0]) and mention.category not in _BUYABLE:
        return False
    return mention.lacks or not _STILL.search(clause.text[: mention.start])


def _puts_right(clause: Clause) -> bool:
    found = _PUT_RIGHT.search(clause.text)
    return found is not None and not clause.denies(found.start(), found.end())


def _is_reason(turn: Turn, clause: Clause, mention: Mention, context: str) -> bool:
    """Whether an occasion or a feeling got in the way here."""
    word = clause.text[mention.start : mention.end]
    if mention.title == _OF_SHOES:
        return re.search(r"\b(?<!no )(?<!not )(?:blister|rub)", turn.plain) is not None
    if mention.title in _OF_WEATHER:
        return mention.category == "gear" and going.refuses(turn)
    if mention.category == "recovery":
        return mention.title != _OF_PAIN and _hinders(turn, clause, context, word)
    if mention.category == "nutrition":
        return _is_regretted(turn, clause)
    if turn.asked == "obstacle" or mention.category != "scheduling" or word in _TOO_COMMON:
        return turn.asked == "obstacle" and mention.category == "scheduling"
    return (
        _cut(turn, clause) or _moves(turn, context) if context == "post_run" else _is_on(turn, clause, mention, context)
    )


def _is_regretted(turn: Turn, clause: Clause) -> bool:
    """ "Had a burger an hour before, bad idea"."""
    return any(REGRETS.search(other.text) for other in turn.clauses if 0 <= other.at - clause.at <= 2)


def _cut(turn: Turn, clause: Clause) -> bool:
    beside = [other for other in turn.clauses if abs(other.at - clause.at) <= 1 and other.sentence == clause.sentence]
    return any(_CUT.search(other.text) for other in beside)


def _is_on(turn: Turn, clause: Clause, mention: Mention, context: str) -> bool:
    """An occasion ahead: it makes the runner refuse or move, or it is on a day of the plan."""
    if clause.is_others(mention.start) and _PAST.search(clause.text):
        return False
    if _CUE.search(_NO_CLASH.sub(" ", turn.plain)) or going.refuses(turn):
        return True
    is_on_a_day = context == "planning" and times.said(clause.text).day is not None
    return not _FREE.search(turn.plain) and (is_on_a_day or _moves(turn, context))


def _moves(turn: Turn, context: str) -> bool:
    return wishes.another_time([turn], context=context) is not None


def _hinders(turn: Turn, clause: Clause, context: str, word: str) -> bool:
    """Tired before a run, or as what made it harder; after a run it is only what a run does."""
    if word in ("cold", "rest", "sleep", "slept", "sick") or hurting.hurts(clause):
        return False
    if context != "post_run":
        if _GOES_ANYWAY.search(turn.plain):
            return False
        return bool(_TIRED.search(word)) or word in ("ill", "illness", "injured", "injury")
    return turn.asked == "obstacle" or word in ("ill", "illness")
