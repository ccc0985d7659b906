"""Whether the runner is on for the run the call is about, or for the plan."""

import re
from dataclasses import replace

from calls.dialogue.understanding import planned, unasked, ways
from calls.dialogue.understanding.transcript import Turn
from runs.training.language.clauses import Clause

_LET_GO = re.compile(
    r"\b(?:(?:can|could) not (?:make(?! \d| half| quarter| it (?:at|by|for) \d)|do|run|go|come|today|tonight|get|fit|"
    r"manage|this)|can not$|i can not (?:sorry|i am afraid)|(?:can|could) not (?:right now|at the moment|just now)|"
    r"will not (?:be (?:running|going|able|doing|there)|run|go|make|do|today|tonight)|not (?:going to (?:run|go|make|"
    r"do|happen|be able)|running|going|today|tonight|happening|up (?:for|to) it|feeling it|able to|in the mood|this "
    r"(?:time|one|evening|morning)|now)|skip\w*|give (?:this one|it|this|today|that|that one) a miss|(?:i will|i am "
    r"going to|going to|have to|got to|gonna) (?:have to )?(?:pass|bail|sit|miss|cancel|rest)|bail(?:ing)?(?: on)?|"
    r"call(?:ing)? it off|(?:it is|it will be|that is) a no\b|a no from me|bin it|scrap it|sit this (?:one )?out|let "
    r"(?:it|this one|this|today) go|no run (?:for me|today|tonight)|(?:had )?better not|rather not|do not think i "
    r"(?:can|will|should)|staying (?:in|home|put)|(?:going|gone|off) (?:back )?to bed|taking (?:a|the) (?:rest day|"
    r"day off|night off)|count me out|give it a rest|no go\b|out for (?:today|tonight|this)|will not be (?:home|back|"
    r"there|free|finished|out)|not in time|no (?:time|running|run|chance) (?:today|tonight|this|for me)|so no running|"
    r"(?:decided|going) to skip|have to cancel|no can do|(?:is|it) a no\b|(?<!and )i am out$|no chance|no way(?! i am "
    r"(?:missing|skipping))|decided against|scratch(?:ing)? (?:it|this|that|today|tonight|the|my)|(?:giv\w+|gave) "
    r"(?:\w+ ){0,3}?(?:a miss|a swerve|a skip|a body swerve)|scrub\w* (?:it|this|that|today|the)|bin(?:ning)? (?:it|"
    r"this|that|today|the)|i do not run|sitting (?:this|it|that|today) (?:one )?out|(?:i will |i am )?pass(?:ing)? "
    r"(?:on|today|tonight|this)|^pass$|cancel(?:ling|led|ing)? (?:\w+ ){0,4}?(?:run|session|one|altogether|it|today|"
    r"tonight)|knock(?:ing)? (?:it|this|today) on the head|(?:can not|could not) face|a no from me|(?:the )?(?:sofa|"
    r"couch|bed|telly) (?:wins|won|it is|for me)|sack(?:ing)? (?:it|this) off|sacked it|jack(?:ing)? it in|swerv(?:e|"
    r"ing) (?:it|this|today)|duck(?:ing)? out|wimp(?:ing)? out|chicken(?:ing)? out|opt(?:ing)? out of (?:this|today)|"
    r"forget (?:it|today|about (?:it|today|tonight))|not a chance|ain not happening|not leaving the|(?:rest|lazy) day "
    r"(?:for me|today)|will not bother|not bothering|can not be (?:bothered|arsed)|no running|not fit to|no can do|"
    r"have to miss|got to miss|missing (?:this|today|it)|out of action|need to (?:rest|cancel|skip|miss)|cancel (?:it|"
    r"today|this|the run)|do not feel (?:like it|up to it)|have to stay|i will rest|not for me|drop (?:it|this one)|"
    r"leave it (?:today|for today|tonight)|leave the run)\b"
)
_ON = re.compile(
    r"^it is on\b|^going(?! to (?:bed|skip|miss|have|be|need|pass|cancel|rest|leave|give))(?: though| anyway| now| "
    r"out| regardless)?\b|\b(?:still|definitely|just|about) (?:going(?! to (?:skip|miss|pass|cancel|rest))|heading|"
    r"running|setting off|leaving|to (?:go|leave|head|start|set))\b|\bi am indeed\b|\b(?:still |just |now "
    r")?head(?:ing)? (?:out|off|there|down)\b|\bfree to (?:run|go)\b|\bi am (?:still )?(?:running|heading|leaving)(?! "
    r"(?:late|behind|on|short|out of|low|away|a (?:fever|temperature)))|^(?:yes |but |so |though |still |i am |just "
    r")*running(?: though| anyway| today| tonight)?$|\bgive me (?:\d+|a few|a couple|half)(?: more)? (?:minutes|mins|"
    r"secs|seconds)\b|\b(?:dying|itching|aching|keen|desperate|buzzing|gagging|chomping at the bit|champing at the "
    r"bit) (?:to (?:get|go|run|start)|for (?:it|this))|rain or shine|come hell or high water|nothing (?:is "
    r")?(?:stopping|going to stop) me|\bi will (?:still|be out|run anyway|go anyway|crack on|get going|set off|nip "
    r"out)|\bout (?:i go|we go)\b|\bup and (?:at|running)|wild horses|try (?:and )?stop(?:ping)? me|\b(?:i am "
    r"(?:on(?! (?:the (?!way|road|start|trail|track|path|move|doorstep|street|case)|a |another|call|shift|nights|days|"
    r"duty|holidays?|leave|antibiotics|crutches|fire|lates|earlies|break))|in(?=$| (?:for|on|then|coach|so|like|yes|"
    r"yeah|definitely|today|tonight|sure|too|anyway|indeed)\b)|ready|up for|good to go|coming|going(?! (?:to (?!run|"
    r"do|go|give|try|head|smash|be there|make))|back|away)|off(?! work| sick)|all set|set|there|game|raring|keen|"
    r"dressed|warming|looking forward)|can (?:run|go|make it) (?:now|today|tonight|after all)|i will (?:be there|run|"
    r"do it|go|make it|give it|definitely|head|be (?:out|running|ready))|let us (?:go|do|get|roll|have|smash)|count "
    r"me in|i am (?:doing it|up(?! (?:to|at|early|late))|kitted)|all (?:set|kitted)|kitted (?:up|out)|going now|100 "
    r"(?:percent|%)|see you (?:at|there|then|soon|out there)|i can (?:still |definitely )?make (?:it|\d+|half \d+)|"
    r"(?:is|sounds|works) (?:perfect|great|good|fine)|lac(?:ing|ed) up|(?:tying|putting on|pulling on|got|getting) "
    r"(?:on )?(?:my )?(?:shoes|laces|trainers|kit)(?: on)?|getting ready|as planned|(?:i can|so i can|still) run(?: "
    r"tonight| today| now| it)|on my way|ready|can not wait|good to go|we are (?:on|in)|out (?:of )?the door|heading "
    r"out|shoes (?:are )?on|warming up|of course|absolutely|definitely|you bet|for sure|bring it on|wild horses|all "
    r"set|raring to go|still on|wouldn't miss it|would not miss|not (?:going to )?(?:miss|skip)(?:ing)? (?:it|this)|"
    r"planning to|i am still|game on|will do|sounds good|yes|yeah|yep|yup|aye|sure|ok)\b"
)
_SKIPPING = re.compile(
    r"\b(?:skipping|cancelling|bailing|giving it a miss|letting it go|not (?:coming|running|going))\b"
)
# The one negation of two that means yes.
_WOULD_NOT_MISS = re.compile(r"\bno (?:way|chance) (?:that )?i am (?:missing|skipping|cancelling|bailing|not going)\b")
_OF_COURSE_NOT = re.compile(r"^(?:of )?course not\b|^(?:certainly|absolutely|definitely) not\b|^no way\b")
_REFUSED_LET_GO = re.compile(
    r"\b(?:not|never|no need to|will not|would not|refuse to|no way i am|tempted to|thought about|"
    r"want to)(?: \w+){0,2} $"
)
_BARE_NO = re.compile(
    r"^(?:(?:but|and|then|oh|um|well|sorry|so|hi|hello|hey|actually|honestly|sadly|unfortunately) )*(?:no|"
    r"nope|nah|no way|negative)(?: (?:sorry|thanks|thank you|today|mate|not really|i am afraid|chance|"
    r"i can not|i will not|can not|coach|not|unfortunately|for me))*$"
)
_DOUBTS = re.compile(r"\b(?:not sure|maybe|perhaps|might|do not know|depends|see how|if)\b")
_ANYWAY = re.compile(
    r"\b(?:still|anyway|definitely|regardless|(?:going|leaving|heading (?:out|off)|starting) (?:now|this (?:second|"
    r"minute)))\b"
)
# "I don't need it any more, so good to go": what came before is another matter.
_SO = re.compile(r"\bso (?:i am |we are |i )?$")
_CAN_NOT_WAIT = re.compile(r"\bcan not (?:wait|complain|believe|find)\b")
_AFRAID = re.compile(r"\b(?:i am )?afraid (?!(?:of|to|that i (?:will|might)|it (?:will|might))\b)")
_EITHER = re.compile(
    r"\b(?:if|unless)\b.{3,60}\b(?:otherwise|or else|if not)\b|\beither way\b|\b(?:i (?:can|could|will|would|do not "
    r"mind)|am able to|happy to|fine to|willing to)(?: \w+)? (?:go(?:ing)?|run(?:ning)?|do(?:ing)? it) (?:right )?now "
    r"(?:if|but)\b|\bnow or (?:later|tonight|tomorrow|this \w+)\b|\b(?:might|may) still (?:go|run|make it|do it)\b"
)
_WILL_SEE = re.compile(
    r"\b(?:we|i) (?:will|shall) see\b|\blet (?:me|us) (?:see|think)\b|\b(?:who knows|maybe|perhaps|possibly|no "
    r"promises|not sure|depends|can not promise|do not know|60 percent|50 ?/? ?50|if i can|if i (?:get|feel|manage))\b"
)
# "Is this a bad moment?" asks for no run.
_OF_THE_MOMENT = re.compile(
    r"\b(?:bad|good|right|wrong|ok|convenient) (?:time|moment)\b|\b(?:can|are|do) you (?:able to )?(?:talk|hear|have "
    r"a (?:minute|moment|second))\b|\b(?:is (?:this|that)|am i) (?:speaking|talking|\w+ there)\b|\bcaught you\b|"
    r"\b(?:busy|woke|wake|disturb\w*) ?(?:you)? ?(?:now)? ?\?"
)
_IF = re.compile(
    r"^(?:(?:and|but|so|well|only) )*(?:if|unless|provided|as long as|assuming|depending)\b(?! (?:you (?:insist|say|"
    r"want|must|like|ask)|i (?:must|have to)|it (?:is|was) (?:ok|alright|all the same)))"
)
_ASKS = re.compile(
    r"^(?:(?:so|and|but|wait|sorry|hang on) )*(?:are|is|do|did|what|when|how|where|who|can|could|would|should) (?:you|"
    r"it|this|that|there|i|the|my)\b"
)
_OFF_NOW = re.compile(
    r"(?<!not )(?<!if i am )(?<!was )\b(?:going|leaving|heading out|heading off|setting off|starting|off out) "
    r"(?:right )?(?:now|this (?:second|minute|instant))$"
)
_MERE_YES = frozenset({"yes", "yeah", "yep", "yup", "ok", "sure", "absolutely", "definitely", "of course"})
_ASKS_OTHER = frozenset(
    {"pain", "faint", "where", "severity", "energy", "effort", "water", "food", "task", "move", "feel"}
)
_OF_BODY = frozenset({"pain", "faint", "where", "severity"})
_REFUSES_ELSE = _ASKS_OTHER | {"obstacle"}


def read(turns: list[Turn], *, context: str, moves: bool) -> bool | None:
    """None where it was not said. `moves`: another time was asked for, and a mere yes is to that."""
    if context == "post_run":
        return None
    said = [answer for turn in turns if (answer := _of_turn(turn, context, moves)) is not None]
    return said[-1] if said else None


def is_left_open(turns: list[Turn]) -> bool:
    """Another time, or now all the same: "I can go now if you like, but six would suit me better"."""
    return any(_EITHER.search(turn.plain) for turn in turns)


def refuses(turn: Turn) -> bool:
    return any(_lets_go(clause) or _BARE_NO.match(clause.text) for clause in turn.clauses)


def _of_turn(turn: Turn, context: str, moves: bool) -> bool | None:
    if turn.asked == "move" and unasked.is_of_keeping(turn.question):
        turn = replace(turn, asked="going")
    if context == "pre_run" and _SKIPPING.search(turn.question) and not moves:
        # "Are you skipping today?" "Yes."
        of_course_not = bool(_OF_COURSE_NOT.search(turn.plain))
        is_answer = turn.says_yes or turn.says_no or of_course_not
        return (of_course_not or not turn.says_yes) if is_answer else None
    if _WOULD_NOT_MISS.search(turn.plain):
        return True
    answers = [answer for clause in turn.clauses if (answer := _of_clause(turn, clause, context)) is not None]
    if True in answers and _leaves_open(turn, context):
        return None
    if False in answers and context == "pre_run":
        # "Yes I'd love to but I can't."
        last_yes = max((at for at, answer in enumerate(answers) if answer), default=-1)
        return last_yes > max(at for at, answer in enumerate(answers) if not answer) and not moves
    if moves:
        return None
    return answers[-1] if answers else None


def _of_clause(turn: Turn, clause: Clause, context: str) -> bool | None:
    text = clause.text
    if context == "planning":
        return planned.answer(turn, clause, is_no=_BARE_NO.match(text) is not None)
    if turn.asked in _OF_BODY and text.startswith("not "):
        return None
    if _lets_go(clause) or _is_bare_no(turn, text):
        return False
    return True if _is_on(turn, clause) else None


def _is_on(turn: Turn, clause: Clause) -> bool:
    text = clause.text
    if clause.is_others(len(text)) or clause.is_before or (clause.says_gone and turn.asked in _ASKS_OTHER):
        return False
    if _OFF_NOW.search(text):
        return True
    found = _ON.search(text) or _goes(turn, text)
    doubts = _hangs_on(turn, clause) or _ASKS.match(text) or (_DOUBTS.search(text) and not _ANYWAY.search(text))
    is_denied = found and clause.denies(found.start(), found.end()) and not _SO.search(text[: found.start()])
    if not found or doubts or is_denied:
        return False
    is_of_else = turn.asked in _ASKS_OTHER or _OF_THE_MOMENT.search(turn.question)
    return not (is_of_else and found[0] in _MERE_YES)


def _leaves_open(turn: Turn, context: str) -> bool:
    """ "Yeah, we'll see": the yes is to having heard."""
    last = next((clause for clause in reversed(turn.clauses) if _of_clause(turn, clause, context)), None)
    return (
        last is not None
        and len(last.text.split()) <= 2
        and any(clause.at >= last.at and _WILL_SEE.search(clause.text) for clause in turn.clauses)
    )


def _hangs_on(turn: Turn, clause: Clause) -> bool:
    """ "If the rain stops, I'll go"."""
    return any(
        other.at == clause.at - 1 and other.sentence == clause.sentence and _IF.match(other.text)
        for other in turn.clauses
    )


def _goes(turn: Turn, text: str) -> re.Match[str] | None:
    """A bare "I am" is to what was asked, and to nothing else."""
    found = ways.GOES.search(text)
    is_of_else = found is not None and turn.asked in _ASKS_OTHER and ways.is_echo(found[0])
    return None if is_of_else else found


def _is_bare_no(turn: Turn, text: str) -> bool:
    """A "no" to the run; not one to a pain, nor an "ah no" to what was no question."""
    is_answer = not turn.question or ("?" in turn.question and not _OF_THE_MOMENT.search(turn.question))
    return bool(_BARE_NO.match(text)) and is_answer and turn.asked not in _REFUSES_ELSE and not unasked.stays(turn)


def _lets_go(clause: Clause) -> bool:
    # "I'm afraid it's a no" fears nothing.
    clause = replace(clause, text=_AFRAID.sub("", clause.text))
    if not clause.is_before and (ways.TOLD_TO_REST.search(clause.text) or ways.NO_RUN.match(clause.text)):
        return True
    return any(
        _is_let_go(clause, found) for pattern in (_LET_GO, ways.LETS_GO) if (found := pattern.search(clause.text))
    )


def _is_let_go(clause: Clause, found: re.Match[str]) -> bool:
    if (
        clause.is_others(found.start())
        or clause.is_before
        or _CAN_NOT_WAIT.search(found[0] + clause.text[found.end() :])
    ):
        return False
    return not (_REFUSED_LET_GO.search(clause.text[: found.start()]) or clause.supposes(found.start()))
