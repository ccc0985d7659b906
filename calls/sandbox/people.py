"""Who picks up when nobody sits at a telephone in the browser: made-up people, each the same every time.

SANDBOX_PEOPLE, all of it optional; who is left over by the shares has the telephone in the browser:

    {"seed": 7,
     "answers": 0.6, "busy": 0.1, "voicemail": 0.1, "never": 0.1, "fails": 0.05,    shares of all numbers
     "numbers": {"+15550000001": "busy"},                                            what one number does
     "talks": 0.9,       of those who answer; the others hang up at once
     "turns": 3,         so often they say yes, then they hang up
     "waits_s": 5,       up to so long it rings before they do it
     "thinks_s": 1,      before they say something
     "unsure": 0.1}      so often machine detection cannot tell

Some numbers of nobody do the same whatever the settings: the MAGIC ones. Telephones in the browser have +1555...
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from calls.sandbox import chance

HABITS = ("answers", "busy", "voicemail", "never", "fails")
MAGIC = {
    "+15005550011": "answers",
    "+15005550012": "busy",
    "+15005550013": "voicemail",
    "+15005550014": "never",
    "+15005550015": "fails",
}


@dataclass(frozen=True)
class People:
    seed: int = 0
    shares: Mapping[str, float] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    talks: float = 1
    turns: int = 3
    waits_s: float = 5
    thinks_s: float = 1
    unsure: float = 0

    @classmethod
    def read(cls, given: Mapping[str, Any]) -> "People":
        """Raises ValueError for a name or a habit that is unknown and for shares of more than one whole."""
        shares = {name: float(given[name]) for name in HABITS if name in given}
        known = {each.name for each in fields(cls)} - {"shares"}
        numbers = given.get("numbers", {})
        if unknown := (set(given) - known - set(shares)) | (set(numbers.values()) - set(HABITS)):
            raise ValueError(f"nobody does that: {', '.join(sorted(unknown))}")
        chance.check(shares)
        return cls(shares=shares, **{name: value for name, value in given.items() if name in known})

    def habit(self, number: str) -> str:
        """What the one with this number does when it rings; empty for the telephone in the browser."""
        known = self.numbers.get(number) or MAGIC.get(number)
        return known or chance.pick(self.shares, self.seed, "habit", number)

    def lets_ring_s(self, number: str) -> float:
        return self.waits_s * chance.chance(self.seed, "waits", number)

    def has_a_talk(self, number: str) -> bool:
        return chance.chance(self.seed, "talks", number) < self.talks

    def is_hard_to_tell(self, number: str) -> bool:
        return chance.chance(self.seed, "unsure", number) < self.unsure
