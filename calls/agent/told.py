"""A conversation as ElevenLabs tells of it, by webhook or when asked: the parts that we use, whatever else is in it."""

from dataclasses import dataclass, field
from typing import Any

from calls.dialogue.reconciling import COACH, RUNNER, Turn

SPEAKERS = {"agent": COACH, "user": RUNNER}
ENDED = ("done", "failed")
MOST_TURNS, LONGEST_TURN = 400, 4000


@dataclass(frozen=True)
class Told:
    """`call_ref` is the reference we gave, or ""; `collected` the values the agent noted, unchecked."""

    conversation_id: str = ""
    call_ref: str = ""
    status: str = ""
    turns: list[Turn] = field(default_factory=list)
    collected: dict[str, Any] = field(default_factory=dict)

    @property
    def is_over(self) -> bool:
        return self.status in ENDED


def parse(data: Any) -> Told:
    """Never fails: what has another shape than expected is left out."""
    whole = _dict(data)
    variables = _dict(_dict(whole.get("conversation_initiation_client_data")).get("dynamic_variables"))
    results = _dict(_dict(whole.get("analysis")).get("data_collection_results"))
    turns = whole.get("transcript")
    return Told(
        conversation_id=_text(whole.get("conversation_id"))[:64],
        call_ref=_text(variables.get("call_ref"))[:64],
        status=_text(whole.get("status")),
        turns=[turn for row in (turns if isinstance(turns, list) else [])[:MOST_TURNS] if (turn := _turn(row))],
        collected={name: _value(result["value"]) for name, result in results.items() if "value" in _dict(result)},
    )


def _turn(row: Any) -> Turn | None:
    """A turn without words is a tool's, or was cut off before it began."""
    speaker, words = SPEAKERS.get(_text(_dict(row).get("role"))), _text(_dict(row).get("message")).strip()
    return Turn(speaker, words[:LONGEST_TURN]) if speaker and words else None


def _value(value: Any) -> Any:
    return _text(value) if isinstance(value, str) else value


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    """PostgreSQL stores no NUL, and nobody says one."""
    return value.replace("\0", "") if isinstance(value, str) else ""
