"""What the agent is told: who it is and what it must never do (prompt.md), and what to cover, which is read off the
built-in coach's scripts."""

import re
from pathlib import Path
from string import Template

from calls.agent.variables import NAMES
from calls.dialogue import scripts, words
from runs.training.safety import RED_FLAG_PLACES

FIRST_MESSAGE = "{{opening}}"
# Nothing of what is talked about: who listens to a voicemail is not known.
VOICEMAIL = "Hello, this is your running coach from Second Wind. I'll be in the app when it suits you. Bye for now."
KINDS = {
    "pre_run": (
        "Before a run: two or three minutes",
        "{{run}} is planned {{when}}. To remember: {{tip}}.",
    ),
    "post_run": ("After a run: three minutes", "It is about {{run}}."),
    "weekly_planning": ("Planning the week: five to ten minutes", "Last week: {{week_last}} Next week: {{week_next}}"),
    "intervention": ("Getting back on track: no blame, ever", "Some runs were missed lately."),
    "celebration": ("A milestone: short and glad", "{{milestone}}"),
    "motivation": ("An open talk: listen more than you speak", "The runner wanted to talk."),
}

_LISTEN = "Hear the answer to your opening, be glad with the runner, and say goodbye."
_HINTS = {
    "yes_no": "yes or no",
    "scale": "1 to 10",
    "severity": "0 to 10",
    "energy": "low, medium or high",
    "feel": "easy, moderate or hard",
}


def prompt() -> str:
    """The whole of it, for every kind of conversation; {{kind}} says which one it is."""
    covers = "\n".join(_covers(kind) for kind in scripts.QUESTIONS)
    places = ", ".join(sorted(place.replace("_", " ") for place in RED_FLAG_PLACES))
    text = Path(__file__).with_name("prompt.md").read_text(encoding="utf-8")
    return Template(text).substitute(places=places, covers=covers)


def _covers(kind: str) -> str:
    title, about = KINDS[kind]
    asked = [_asks(kind, name) for name in scripts.QUESTIONS[kind] if name != "opening"]
    lines = "\n".join(f"- {line}" for line in asked if line)
    then = f"After the answer to your opening, ask what applies and is still open:\n{lines}" if lines else _LISTEN
    return f'## If this is "{kind}". {title}.\n{about}\n{then}\n'


def _asks(kind: str, name: str) -> str:
    """One way of the scripts' to ask it, and what it may be answered with."""
    ways = words.ways(kind, name) if words.knows(kind, name) else []
    said = next((way for way in ways if _placeholders(way) <= set(NAMES)), "")
    hint = _HINTS.get(scripts.QUESTIONS[kind][name].expect, "")
    asked = re.sub(r"\{(\w+)\}", r"{{\1}}", said)
    return f"{asked} ({hint})" if asked and hint else asked


def _placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))
