"""What a tool was given, read with care: a model of language wrote it."""

import datetime
import math
from collections.abc import Iterable
from typing import Any


class Unclear(Exception):
    """It cannot be read; the message is for the agent to say."""


class Given:
    """Arguments by name; None or "" where there is none. Raises Unclear for one that cannot be read."""

    def __init__(self, arguments: dict[str, Any]) -> None:
        self._arguments = arguments

    def words(self, name: str, *, longest: int) -> str:
        value = self._arguments.get(name)
        return value.replace("\0", "").strip()[:longest] if isinstance(value, str) else ""

    def flag(self, name: str) -> bool | None:
        value = self._arguments.get(name)
        return value if isinstance(value, bool) else None

    def date(self, name: str) -> datetime.date | None:
        on: datetime.date | None = self._read(
            name, datetime.date.fromisoformat, "Which day do you mean? Tell me the date once more."
        )
        return on

    def time(self, name: str) -> datetime.time | None:
        at = self._read(name, datetime.time.fromisoformat, "What time do you mean? Tell me the hour and the minutes.")
        return at.replace(second=0, microsecond=0, tzinfo=None) if at else None

    def one_of(self, name: str, known: Iterable[str]) -> str:
        value = self.words(name, longest=40)
        return value if value in known else ""

    def number(self, name: str, lowest: float, highest: float) -> float | None:
        value = self._arguments.get(name)
        if value is None:
            return None
        is_one = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        if not is_one or not lowest <= value <= highest:
            what = name.replace("_", " ").removesuffix(" km").removesuffix(" min")
            raise Unclear(f"For the {what} I need a number from {lowest:g} to {highest:g}.")
        return float(value)

    def count(self, name: str, lowest: int, highest: int) -> int | None:
        value = self.number(name, lowest, highest)
        return None if value is None else round(value)

    def _read(self, name: str, read: Any, question: str) -> Any:
        value = self.words(name, longest=20)
        if not value:
            return None
        try:
            return read(value)
        except ValueError:
            raise Unclear(question) from None
