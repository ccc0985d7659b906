"""What goes wrong on the line to the telephone company, how often, and the same way for the same seed.

SANDBOX_FAULTS, all of it optional:

    {"seed": 7,
     "429": 0.05, "503": 0.01, "21215": 0.01,         refused, no call made: any of Twilio's error codes by its share
     "500_before": 0.02, "500_after": 0.02,           before or after the call was made
     "hang_before": 0.01, "hang_after": 0.01, "hang_s": 15,
     "reset_before": 0.02, "reset_after": 0.02,       cut off without an answer
     "callback_drop": 0.1, "callback_duplicate": 0.1, "callback_reorder": 0.05,
     "callback_delay": 0.2, "delay_s": 30,            late by up to so much
     "listing_lag_s": 20}                             a call is in the list of calls only after that

A request has one of these faults or none; a status callback has one fate, and may be late besides.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from calls.sandbox import chance

OF_REQUESTS = (
    "429", "503", "500_before", "500_after", "hang_before", "hang_after", "reset_before", "reset_after",
)  # fmt: skip
CODE = re.compile(r"[0-9]{5}")


@dataclass(frozen=True)
class Fate:
    """What becomes of one status callback: "" as it should, "dropped", "twice", or "held" until a later one is out."""

    name: str
    delay_s: float


@dataclass(frozen=True)
class FaultPlan:
    seed: int = 0
    shares: Mapping[str, float] = field(default_factory=dict)
    hang_s: float = 15
    callback_drop: float = 0
    callback_duplicate: float = 0
    callback_reorder: float = 0
    callback_delay: float = 0
    delay_s: float = 30
    listing_lag_s: float = 0

    @classmethod
    def read(cls, given: Mapping[str, Any]) -> "FaultPlan":
        """Raises ValueError for a name that is unknown and for shares of more than one whole."""
        shares = {name: float(share) for name, share in given.items() if name in OF_REQUESTS or CODE.fullmatch(name)}
        known = {each.name for each in fields(cls)} - {"shares"}
        if unknown := set(given) - known - set(shares):
            raise ValueError(f"no such fault: {', '.join(sorted(unknown))}")
        plan = cls(shares=shares, **{name: value for name, value in given.items() if name in known})
        chance.check(plan.shares)
        chance.check(plan._fates())
        return plan

    def of_request(self, number: int) -> str:
        """The fault of the order with this running number, or empty."""
        return chance.pick(self.shares, self.seed, "request", number)

    def of_callback(self, sid: str, sequence: int, *, is_last: bool) -> Fate:
        """`is_last`: nothing comes after it that it could be held for."""
        name = chance.pick(self._fates(), self.seed, sid, sequence)
        is_late = chance.chance(self.seed, sid, sequence, "late") < self.callback_delay
        delay_s = self.delay_s * chance.chance(self.seed, sid, sequence, "by") if is_late else 0
        return Fate("" if is_last and name == "held" else name, delay_s)

    def _fates(self) -> dict[str, float]:
        return {"dropped": self.callback_drop, "twice": self.callback_duplicate, "held": self.callback_reorder}
