"""The coach's wording: one of several ways to say a thing, the same one each time in the same conversation.

A file for each kind of conversation; `any.toml` has what is said in all of them.
"""

import tomllib
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_ANY = "any"


@cache
def book() -> dict[str, dict[str, list[str]]]:
    """Kind of conversation -> thing to say -> the ways to say it."""
    files = sorted(Path(__file__).parent.glob("*.toml"))
    return {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in files}


def ways(kind: str, thing: str) -> list[str]:
    """Every way to say `thing` in a conversation of `kind`; KeyError when there is none."""
    section = book().get(kind, {})
    return section[thing] if thing in section else book()[_ANY][thing]


def knows(kind: str, thing: str) -> bool:
    return thing in book().get(kind, {}) or thing in book()[_ANY]


def say(kind: str, thing: str, *, seed: str, facts: Mapping[str, Any]) -> str:
    """One way to say `thing`, chosen by `seed`, with the facts put in."""
    choices = ways(kind, thing)
    chosen = choices[zlib.crc32(f"{seed}:{thing}".encode()) % len(choices)]
    return chosen.format_map(facts)
