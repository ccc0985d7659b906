"""The coach's wording: one of several ways to say a thing, the same one each time in the same conversation."""

import tomllib
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _book() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def ways(kind: str, thing: str) -> list[str]:
    """Every way to say `thing` in a conversation of `kind`; KeyError when there is none."""
    section = _book().get(kind, {})
    return section[thing] if thing in section else _book()["any"][thing]


def say(kind: str, thing: str, *, seed: str, facts: Mapping[str, Any]) -> str:
    """One way to say `thing`, chosen by `seed`, with the facts put in."""
    choices = ways(kind, thing)
    chosen = choices[zlib.crc32(f"{seed}:{thing}".encode()) % len(choices)]
    return chosen.format_map(facts)
