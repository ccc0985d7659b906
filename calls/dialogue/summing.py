"""Small readings of an answer, and what was agreed in the words that end a conversation."""

import re
from typing import Any

from calls.dialogue.scripts.choices import BODY_PART_LABELS
from calls.dialogue.scripts.hearing import leaves_it
from calls.dialogue.scripts.question import Answers
from runs.training.language import normal
from tasks import obstacles

__all__ = ["facts_from", "leaves_it", "lets_go", "of_task", "place", "which_of"]

_LETS_GO = re.compile(
    r"\b(?:let (?:it|this one|that) go|skip|drop|cancel|forget (?:it|about it)|give it a miss|not at all)\b"
)
_LATER = re.compile(
    r"\b(?:later|(?:more|extra|few|3|three|couple of) (?:more )?days|put (?:it )?off|snooze|postpone|"
    r"remind me|next week|tomorrow|soon|give me)\b"
)
_DROPS = re.compile(
    r"\b(?:drop|dismiss|forget|delete|remove|do not need|no longer need|not needed|scrap|off the list|cancel)\b"
)
_DONE = re.compile(
    r"\b(?:done|did (?:it|that|so)|already|bought|ordered|sorted|(?:have )?got (?:it|one|them|that|myself|a \w+|some)|"
    r"finished|picked (?:it|one|them) up|took care of it|managed (?:it|that)|have it|fixed)\b"
)
_UNDONE = re.compile(r"\b(?:not|never|no|nearly|almost|going to|will|have to|need to|should|until|when|if|want to)\b")
_ORDINALS = (
    (0, re.compile(r"\b(?:first|1st|option 1|number 1|earliest|former)\b")),
    (1, re.compile(r"\b(?:second|2nd|option 2|number 2|middle)\b")),
    (2, re.compile(r"\b(?:third|3rd|option 3|number 3)\b")),
)
_LAST = re.compile(r"\b(?:last|latter|latest)\b")
# What a kind of talk comes to when nothing was agreed.
_NOTHING = {
    "post_run": "that you ran it", "weekly_planning": "the week stays as planned",
    "intervention": "everything stays as it is", "pre_run": "the run stays where it is",
}  # fmt: skip


def which_of(said: str, labels: list[str]) -> int | None:
    """The place of the label that is meant, by its own words or its place in the list."""
    text = normal.plain(said)
    for at, label in enumerate(labels):
        if normal.plain(label) in text:
            return at
    if labels and _LAST.search(text):
        return len(labels) - 1
    return next((at for at, pattern in _ORDINALS if pattern.search(text) and at < len(labels)), None)


def lets_go(said: str) -> bool:
    return bool(_LETS_GO.search(normal.plain(said)))


def of_task(said: str) -> str:
    """ "later", "dropped", "done", or "" when it is left as it is."""
    text = normal.plain(said)
    if _DROPS.search(text):
        return "dropped"
    if (done := _DONE.search(text)) and not _UNDONE.search(text[: done.start()]):
        return "done"
    return "later" if _LATER.search(text) else ""


def place(answers: Answers) -> str:
    """ "left knee", or "body" where it was not said."""
    part = BODY_PART_LABELS.get(answers.get("pain_location", ""), "body").lower().replace("it band", "IT band")
    side = answers.get("pain_side", "")
    return f"{side} {part}" if side in ("left", "right") else part


def facts_from(answers: Answers, kind: str) -> dict[str, Any]:
    """What the words of a conversation repeat."""
    said = _told(answers) if kind == "post_run" else []
    acts = [act["said"] for act in answers.get("acts", [])]
    agreed = ", ".join([*said, *acts])
    return {
        "place": place(answers),
        "summary": agreed or _NOTHING.get(kind, "nothing to change"),
        "sum_up": f"We agreed: {', '.join(acts)}. " if acts else "",
        "obstacle": f"“{(answers.get('obstacles') or [''])[0].strip().rstrip('.')}”",
    }


def _told(answers: Answers) -> list[str]:
    said = []
    if answers.get("difficulty"):
        said.append(f"difficulty {answers['difficulty']} of 10")
    if answers.get("pain"):
        where = place(answers)
        said.append(
            f"pain in your {where}" if answers.get("pain_location", "other") not in ("", "other") else "some pain"
        )
    if answers.get("energy"):
        said.append(f"{answers['energy']} energy")
    titles = list(dict.fromkeys(filter(None, map(_task_of, answers.get("obstacles", [])))))[:3]
    if titles:
        said.append(f"on your list: {' and '.join(titles)}")
    untold = [words for words in answers.get("obstacles", []) if not _task_of(words)]
    return said + [f"“{words.strip().rstrip('.')}”" for words in untold[:2]]


def _task_of(words: str) -> str:
    """ "buy a waterproof running jacket", or "" where no task is made of it."""
    found = next(obstacles.mentions(normal.plain(words)), None)
    return f"{found.title[:1].lower()}{found.title[1:]}" if found else ""
