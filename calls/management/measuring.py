"""How well the understanding does on labelled utterances: precision and recall per field, and what was missed.

A line is {"id", "context", "text", "expect"}; what `expect` leaves out is "not said". A difficulty of two numbers is a
range (an idiom). The sentiment counts where it is labelled. `of` names the fields that were labelled, where
not all were; a time that is labelled in part counts in that part.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from calls.dialogue import understanding

LABELLED = Path(__file__).parent.parent / "tests" / "labelled"
_NOT_SAID: dict[str, Any] = {
    "difficulty": None, "pain": False, "pain_location": None, "pain_side": None, "pain_severity": None, "energy": None,
    "obstacles": [], "wants_reschedule": False, "reschedule_to": None, "will_run": None, "red_flag": False,
    "stop_calling": False, "sentiment": None,
}  # fmt: skip


@dataclass
class Score:
    """What was right, given wrongly (or wrong), and missed (or wrong)."""

    right: int = 0
    extra: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.extra)) if self.right + len(self.extra) else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missed)) if self.right + len(self.missed) else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def measure(labelled: Iterable[dict[str, Any]]) -> dict[str, Score]:
    scores = {name: Score() for name in _NOT_SAID}
    for one in labelled:
        given = understanding.understand(one["text"], context=one["context"]).as_json()
        for name, nothing in _NOT_SAID.items():
            if name not in one.get("of", _NOT_SAID):
                continue
            expected = one["expect"].get(name, nothing)
            if name == "sentiment" and expected is None:
                continue
            _count(scores[name], _things(expected, name), _things(given[name], name), one)
    return scores


def _things(value: Any, name: str) -> list[Any]:
    """What was said of a field: nothing, one thing, or each obstacle."""
    if value is None or (value is False and name != "will_run"):
        return []
    if name == "difficulty" and isinstance(value, list):
        return [range(value[0], value[1] + 1)]
    return value if isinstance(value, list) else [value]


def _count(score: Score, expected: list[Any], given: list[Any], one: dict[str, Any]) -> None:
    for thing in given:
        if any(_fits(thing, wanted) for wanted in expected):
            score.right += 1
        else:
            score.extra.append(f"{one['id']}: {thing} was not said in {one['text']!a}")
    for wanted in expected:
        if not any(_fits(thing, wanted) for thing in given):
            score.missed.append(f"{one['id']}: {wanted} was said in {one['text']!a}")


def _fits(thing: Any, wanted: Any) -> bool:
    if isinstance(wanted, dict):
        return all(thing[part] == said for part, said in wanted.items())
    return thing in wanted if isinstance(wanted, range) else bool(thing == wanted)


def table(scores: dict[str, Score], *, misses: bool = False) -> Iterator[str]:
    yield f"{'field':<18}{'precision':>10}{'recall':>8}{'F1':>7}{'right':>7}{'extra':>7}{'missed':>8}"
    for name, score in scores.items():
        figures = f"{score.precision:>10.3f}{score.recall:>8.3f}{score.f1:>7.3f}"
        yield f"{name:<18}{figures}{score.right:>7}{len(score.extra):>7}{len(score.missed):>8}"
        if misses:
            yield from (f"    {problem}" for problem in [*score.missed, *score.extra])
