"""How the runner sounds, and what it was about."""

import re
from collections.abc import Iterable

from calls.dialogue.understanding.transcript import Turn
from runs.training import crisis
from runs.training.language.clauses import Clause

_GOOD = re.compile(
    r"\b(?:pain free|springy|easiest|straightforward|flying|great|good|brilliant|lov(?:ed|ely|ing)|love|"
    r"fantastic|amazing|awesome|enjoy\w*|happy|fun|strong|perfect|buzzing|proud|excellent|nice|wonderful|"
    r"smashed it|nailed it|crushed it|flew|best|easy|comfortable|delighted|thrilled|superb|excited|"
    r"can not wait|dying to|smooth|pleased|thanks|fresh|beautiful|breez\w+|doddle|piece of cake|super|better|"
    r"well|fab|ace|cracking|springy|easiest|straightforward|flying|pain free|full of beans|solid|chuffed|"
    r"over the moon|looking forward|not bad|energised|no complaints|raring|breathtaking|took my breath away|gorgeous|"
    r"stunning|glorious\w*|magic\w*|would not (?:swap|change|trade) (?:it|that|a (?:thing|minute|second))|weight off "
    r"my|"
    r"bliss\w*|heaven\w*|paradise|a ball|great craic|never (?:been|felt|had|run) (?:prouder|better|happier|stronger|"
    r"fresher|so (?:good|proud|happy|well))|i liked? (?:it|that|the|these|this|how)|personal best|pb|record|killed "
    r"it|smash\w*|floating|joy\w*|"
    r"grateful|blessed|what a (?:morning|run|day|view|feeling|evening|buzz)|delight\w*|relief|relieved|on cloud nine|"
    r"happy as|tops|epic|class|savage|deadly)\b"
)
_BAD = re.compile(
    r"\b(?:awful|terrible|horrible|bad|rubbish|hated|hate|grim|rough|brutal|miserable|annoy\w*|frustrat\w*|"
    r"disappoint\w*|struggl\w*|worst|suffer\w*|gutted|fed up|crap|shit\w*|depress\w*|worried|upset|angry|"
    r"exhausted|shattered|knackered|killed me|hell|nightmare|give up|gave up|pain(?! (?:is |was |at |about |level |a "
    r"|maybe |, )*\d)|hurts?|sick|ill|tough|hard|"
    r"went wrong|sad|down|stressed|dread\w*|hellish|horrendous|painful|unhappy|wiped|miss(?:ed)?|sorry|bored|boring|"
    r"slog|never want|leave me alone|told you (?:twice|before|already|\d times)|how many times|up the wall|had enough|"
    r"lose my number|stop (?:ringing|calling|phoning|bothering|hounding|pestering)|pester\w*|harass\w*|do not you dare|"
    r"take me off|done with this|finished me off|tears|crying|cried|lonely|hopeless|pointless|disaster|shocking|dire|"
    r"mortified|embarrass\w*|ashamed)\b"
)
_MOOD = re.compile(r"\b(?:mood|spirits)(?: 's| is| was| an?| at| about| maybe| ,| be| solid)* (10|\d)\b")
_HIGH, _LOW = 7, 3
_TOPICS = {
    "sleep": r"sleep|slept|tired|awake",
    "weather": r"rain\w*|wind\w*|hot|heat|snow\w*|ice|icy|weather|sunny|storm\w*",
    "shoes": r"shoes?|trainers",
    "work": r"work(?! (?:on|out))|boss|office|meeting|shift",
    "family": r"kids?|son|daughter|wife|husband|family|baby|mum|dad",
    "race": r"race|marathon|parkrun|medal",
    "food": r"eat|ate|eaten|food|breakfast|hungry|gels?",
    "water": r"water|thirsty|drink|drank|dehydrat\w+",
    "illness": r"a cold|flu|fever|ill|sick|virus|covid",
    "pace": r"pace|splits?|fast|slow",
    "hills": r"hills?|climb",
    "motivation": r"motivat\w+|bothered|lazy|mood",
    "plan": r"plan|schedule|week",
    "gear": r"jacket|watch|torch|gloves|socks|gear",
    "time": r"no time|busy|late",
}
_TOPIC = {name: re.compile(rf"\b(?:{words})\b") for name, words in _TOPICS.items()}


def sentiment(turns: Iterable[Turn]) -> str:
    turns = list(turns)
    if any(crisis.is_crisis(turn.plain) for turn in turns):
        return "negative"
    clauses = [clause for turn in turns for clause in turn.clauses]
    total = sum(_leaning(clause) for clause in clauses) + sum(_rated(turn.plain) for turn in turns)
    return "positive" if total > 0 else "negative" if total < 0 else "neutral"


def _rated(text: str) -> int:
    """ "Mood's a nine"."""
    found = _MOOD.search(text)
    return 0 if not found else 2 if int(found[1]) >= _HIGH else -2 if int(found[1]) <= _LOW else 0


def _leaning(clause: Clause) -> int:
    return sum(_signs(clause, _GOOD)) - sum(_signs(clause, _BAD))


def _signs(clause: Clause, pattern: re.Pattern[str]) -> Iterable[int]:
    for found in pattern.finditer(clause.text):
        if found[0] in ("not bad", "can not wait", "no complaints"):
            yield 1
        elif not clause.is_others(found.start()):
            yield (
                -1
                if clause.denies(found.start(), found.end()) and pattern is _GOOD
                else int(not clause.denies(found.start(), found.end()))
            )


def topics(turns: Iterable[Turn]) -> list[str]:
    text = " . ".join(turn.plain for turn in turns)
    return [name for name, pattern in _TOPIC.items() if pattern.search(text)]
