"""What a Gather makes of words and keys."""

from typing import Any


def passed_on(gather: dict[str, Any], *, speech: str, digits: str) -> dict[str, str] | None:
    """The fields for the Gather's action, empty when there was silence; None while it still listens. Keys that do not
    finish it are kept in `gather["typed"]`."""
    if speech and "speech" in gather["input"]:
        return {"SpeechResult": speech, "Confidence": "0.92"}
    if digits and "dtmf" in gather["input"]:
        return _keyed(gather, digits)
    if speech or digits:
        return None
    return _digits(gather["typed"]) if gather["typed"] else {}


def _keyed(gather: dict[str, Any], digits: str) -> dict[str, str] | None:
    for key in digits:
        if key in gather["finish_on_key"] and len(gather["finish_on_key"]) == 1:
            return _digits(gather["typed"], key) if gather["typed"] else {}
        gather["typed"] += key
        if len(gather["typed"]) == gather["num_digits"]:
            return _digits(gather["typed"])
    return None


def _digits(typed: str, finished_on: str = "") -> dict[str, str]:
    return {"Digits": typed, "FinishedOnKey": finished_on}
