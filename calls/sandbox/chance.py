"""Chance that falls the same way every time: by a seed and what it is about, in every process."""

import hashlib
from collections.abc import Mapping


def chance(*about: object) -> float:
    """A number from 0 up to, not including, 1."""
    digest = hashlib.sha256("\0".join(map(str, about)).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


def pick(shares: Mapping[str, float], *about: object) -> str:
    """One of the names, each as often as its share says; empty for what the shares leave over."""
    left = chance(*about)
    for name, share in shares.items():
        left -= share
        if left < 0:
            return name
    return ""


def check(shares: Mapping[str, float]) -> None:
    """Raises ValueError for what cannot be shares of one whole."""
    if any(share < 0 for share in shares.values()) or sum(shares.values()) > 1 + 1e-9:
        raise ValueError(f"these are no shares of one whole: {dict(shares)}")
