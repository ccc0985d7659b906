"""What an answer means, for questions that more than one kind of conversation asks."""

import re
from collections.abc import Callable
from typing import Any

from calls.dialogue import understanding
from calls.dialogue.scripts.question import Answers, Heard
from calls.dialogue.understanding import amounts
from runs.training.body import BODY_PARTS
from runs.training.language import normal
from tasks import obstacles

_LEAVES = re.compile(
    r"\b(?:leave|keep) (?:it|things|everything|all|that|the \w+)\b|\bas (?:it is|is|planned|they are|always)\b|"
    r"\bno changes?\b|\b(?:do not|not) (?:change|touch)\b|\b(?:neither|none)\b|\bnothing\b|\bstays?\b"
)
_WELL = re.compile(
    r"^(?:(?:no|nope|oh|yes|yeah|i|well) )*(?:am |feel |feeling |it is |all |everything is |everything )?(?:all )?"
    r"(?:fine|good|great|ok|okay|perfect|clear|well|normal|alright|knackered|tired|exhausted|shattered|brilliant|"
    r"pain free|feeling good|a bit tired|just tired)(?: thanks| thank you| really| here| today)?$"
)
_NOTHING = re.compile(
    r"\bcan not think of (?:anything|any)|\bnothing (?:really|comes to mind|else|special|in particular)\b|"
    r"\bnot that i (?:can think|know)|^no .{0,12}\b(?:fine|good|ok|great)\b(?: thanks| thank you)?$"
)
_BARE_YES = re.compile(
    r"^(?:(?:oh|um|well|actually) )*(?:yes|yeah|yep|yup|a (?:bit|little)|kind of|sort of|a few things|"
    r"something|there was|there is)(?: actually| there was| there is| a bit| a little)?$"
)
_GONE = re.compile(r"\b(?:gone|no longer|went away|disappeared|(?:does|do|did) not hurt|stopped hurting|no pain)\b")
_ORDINARY = re.compile(
    r"\b(?:tired|heavy|weary|jelly|leaden) (?:legs?|muscles?|all over)|\blegs? (?:are |is |were |feel |"
    r"felt )?(?:just |a bit |very )?(?:tired|heavy)\b"
)
_NO_PAIN = re.compile(r"\b(?:no|without(?: any)?|zero|not any|free of) (?:pain|pains|aches|niggles|discomfort)\b")
_ELSEWHERE = re.compile(r"^(?:somewhere|some place|anywhere)? ?(?:else|other|elsewhere|none of (?:these|those|them))$")
_NOT_RUN = re.compile(
    r"\bi (?:did not|never|could not) (?:actually |even |end up )?(?:run|go|running|going|do it|"
    r"make it)\b|\b(?:skipped|missed) (?:it|the run|this one|that one)\b"
)
_SLIGHTLY = re.compile(
    r"\b(?:maybe|perhaps|a bit|a little|slight\w*|only|just|except|apart from|other than|possibly)\b"
)
_DONE = re.compile(
    r"\b(?:already|just) (?:ran|run|did|done|been|went|finished|back)\b|\b(?:ran|did|"
    r"done) (?:it )?(?:already|this morning)\b|"
    r"\bhave (?:run|done it|been out) already\b"
)
_TO_TEN = re.compile(
    r"(?<![\d:.-])\b(10|\d)\b(?![:.]\d)(?! ?(?:k|km|kms|kilomet\w+|miles?|mi|minutes?|mins?|weeks?|days?)\b)"
)
_OTHER_NUMBERS = re.compile(r"\b(?:mile|km|kilometre|kilometer|minute|week|day|step)s? \d+\b|\bout of 10\b")
# "It was a 4 but now it's an 8": what is now counts.
_LATER = re.compile(r"\b(?:but now|now|later|by the end|at the end)\b(?=.*\d)")
_SEVERITY = tuple(
    (re.compile(rf"\b(?:{words})\b"), value)
    for words, value in (
        ("not (?:too |that |very |so |really )?(?:bad|strong|serious)", 2),
        ("unbearable|excruciating|agony|worst|terrible|awful|severe|very bad|really bad|so bad", 9),
        ("bad|quite bad|pretty bad|strong|a lot|serious|nasty", 7),
        ("moderate|medium|middling|so so|noticeable", 5),
        (
            "mild|slight|slightly|a bit|a little|not (?:too |that |very |so )?bad|hardly|barely|minor|small|"
            "just a niggle|niggle",
            2,
        ),
    )
)


def yes_no(key: str) -> Callable[[str], Heard | None]:
    def hear(said: str) -> Heard | None:
        answer = understanding.yes_no(said)
        return None if answer is None else Heard({key: answer})

    return hear


def on_for_it(said: str) -> Heard | None:
    """Yes or no; a place that hurts; or what is in the way, which leaves the question open."""
    if _DONE.search(normal.plain(said)):
        return Heard(following="already_done")
    understood = understanding.understand(said, context="pre_run")
    # A wish for another time is a request, which is taken up beside this; it is no answer here.
    on = understanding.going_as_told(said, context="pre_run")
    answer = understanding.yes_no(said) if on is None else on
    told = {**({} if answer is None else {"will_run": answer}), **hurting(said)}
    if not told and understood.obstacles:
        return Heard({"obstacles": [said]}, following="still_on")
    if told and understood.obstacles and not told.get("pain"):
        told["obstacles"] = [said]
    return Heard(told) if told else None


def feel(said: str) -> Heard:
    """The first answer is kept as a note; a rating, a pain, how far it was or what got in the way in it answers those
    questions too."""
    if _NOT_RUN.search(normal.plain(said)):
        return Heard({"notes": said}, following="not_run")
    rating = understanding.rating(said)
    told: Answers = {} if rating is None else {"difficulty": rating}
    understood, hurts = understanding.understand(said, context="post_run"), hurting(said)
    told |= {"energy": understood.energy} if understood.energy else {}
    told |= {"obstacles": [said], "harder": True} if understood.obstacles and not hurts else {}
    told |= {"pain": False} if _NO_PAIN.search(normal.plain(said)) else {}
    return Heard({"notes": said, **told, **amounts.told(said), **hurts})


def difficulty(said: str) -> Heard | None:
    rating = (
        understanding.number(said, lowest=1, highest=10)
        or understanding.rating(said)
        or understanding.effort_in_words(said)
    )
    return Heard({"difficulty": rating}) if rating else None


def pain(said: str) -> Heard | None:
    place, text = understanding.body_part(said), normal.plain(said)
    answer = understanding.yes_no(said)
    # A yes that says that it is gone, or whose it is, is no pain; nor is "I'm fine", or being tired.
    is_none = answer is False or understanding.says_gone(said) or bool(_WELL.search(text))
    if (is_none or _ORDINARY.search(text)) and place in (None, "other") and not hurting(said):
        return Heard({"pain": False})
    if told := hurting(said, asked=True):
        return Heard(told)
    if place and _SLIGHTLY.search(text) and not understanding.says_gone(said):
        return Heard({"pain": True, "pain_location": place, "pain_side": understanding.side(said)})
    if is_none:
        return Heard({"pain": False})
    return Heard({"pain": not place}) if answer else None


def hurting(said: str, *, asked: bool = False) -> Answers:
    """A pain in these words, where and how bad as far as they say; nothing when they tell of none."""
    found = understanding.pain_in(said, asked=asked)
    if found is None:
        return {}
    told: dict[str, Any] = {
        "pain_location": found.location,
        "pain_side": found.side,
        "pain_severity": found.severity,
    }
    return {"pain": True, **{name: value for name, value in told.items() if value is not None}}


def pain_location(said: str) -> Heard | None:
    place = understanding.body_part(said) or _offered_place(said)
    if place is None:
        return None
    told = pain_severity(said) if re.search(r"\d", normal.plain(said)) else None
    severity = {"pain_severity": told.answers["pain_severity"]} if told and "pain_severity" in told.answers else {}
    return Heard({"pain_location": place, "pain_side": understanding.side(said), **severity})


def _offered_place(said: str) -> str | None:
    """A button's own word, or that it is none of those: "side" alone names no place elsewhere."""
    text = normal.plain(said).strip(" .!?")
    return "other" if _ELSEWHERE.match(text) else text if text in BODY_PARTS else None


def pain_severity(said: str) -> Heard | None:
    """A number from 0 to 10, the greater of two; or a word for it. That it is gone is an answer too."""
    text = _OTHER_NUMBERS.sub(" ", normal.plain(said))
    if _GONE.search(text) and not re.search(r"\d", text):
        return Heard({"pain": False, "pain_severity": None})
    values = [int(found) for found in _TO_TEN.findall(_LATER.split(text)[-1])]
    word = next((value for pattern, value in _SEVERITY if pattern.search(text)), None)
    severity = max(values) if values else word
    side = understanding.side(said)
    beside = {"pain_side": side} if side else {}
    if severity is None:
        # "The left one": which, and still how bad.
        return Heard(beside, following="pain_severity") if side else None
    return Heard({"pain_severity": severity, **beside})


def energy(said: str) -> Heard | None:
    level = understanding.energy(said)
    if level is None and (of_ten := understanding.number(said, lowest=0, highest=10)) is not None:
        level = "low" if of_ten <= 3 else "medium" if of_ten <= 6 else "high"
    return Heard({"energy": level}) if level else None


def water(said: str) -> Heard | None:
    if "hydration" in understanding.understand(said, context="post_run").obstacles:
        return Heard({"obstacles": [said]})
    enough = understanding.yes_no(said)
    if enough is None:
        return None
    return Heard() if enough else Heard({"obstacles": ["not enough water"]})


def obstacle(said: str) -> Heard | None:
    """Words about an obstacle; a plain "no" is none, and a mere "yes" tells not what it is."""
    if is_plain_no(said) or understanding.says_enough(said) or _NOTHING.search(normal.plain(said)):
        return Heard()
    if _BARE_YES.match(normal.plain(said)) or understanding.is_gibberish(said):
        return None
    hurts = hurting(said)
    # A pain has its own questions; what hurts is no second task.
    is_only_pain = hurts and not understanding.understand(said, context="post_run").obstacles
    return Heard({**({} if is_only_pain else {"obstacles": [said]}), **amounts.told(said), **hurts})


def why_not(said: str) -> Heard | None:
    """What is in the way; or they go after all: "give me ten minutes"."""
    if understanding.understand(said, context="pre_run").will_run:
        return Heard({"will_run": True}, following="in_the_way")
    return obstacle(said)


def tells_obstacle(said: str) -> bool:
    return bool(understanding.understand(said, context="planning").obstacles)


def makes_task(told: Answers) -> bool:
    """Whether a task is made of what got in the way: the runner has to hear so."""
    return any(any(obstacles.mentions(normal.plain(words))) for words in told.get("obstacles") or ())


def is_plain_no(said: str) -> bool:
    """ "No", "nothing", "all good": there is nothing to tell. "No time" is."""
    if len(said.split()) > 6 or tells_obstacle(said):
        return False
    is_no = understanding.yes_no(said) is False and len(said.split()) <= 4
    return is_no or understanding.says_gone(said) or bool(_WELL.search(normal.plain(said)))


def leaves_it(said: str) -> bool:
    """Nothing shall change."""
    return bool(_LEAVES.search(normal.plain(said)))
