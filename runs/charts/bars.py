"""A bar a week."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import svg
from django.utils.safestring import SafeString

from runs.charts import drawing

WIDTH, HEIGHT, HEAD, FOOT = 360.0, 190.0, 24.0, 28.0
GROUND = HEIGHT - FOOT
# Dates under the bars: as many as fit side by side on a phone.
MOST_DATES = 4
WIDEST = 40.0
# A number is this high, with the air around it.
ROOM = 22.0


@dataclass(frozen=True)
class Bar:
    """`planned` is outlined behind what was done. `value` is written on what was done, `hope` on what was planned."""

    monday: date
    done: float
    value: str
    planned: float = 0.0
    hope: str = ""
    is_now: bool = False


def draw(bars: Sequence[Bar], *, name: str = "volume") -> SafeString:
    highest = max((max(bar.planned, bar.done) for bar in bars), default=0) or 1.0
    slot = WIDTH / max(6, len(bars))
    elements = [drawing.line(0, GROUND, WIDTH, GROUND, "chart-base")]
    for at, bar in enumerate(bars):
        elements += _bar(bar, slot * at, slot, highest)
    elements += _dates(bars, slot)
    return drawing.drawn(elements, width=WIDTH, height=HEIGHT, name=f"chart-of-{name}")


def _bar(bar: Bar, x: float, slot: float, highest: float) -> Iterable[svg.Element]:
    width = min(WIDEST, slot * 0.66)
    left = x + (slot - width) / 2
    planned, done = (share / highest * (GROUND - HEAD) for share in (bar.planned, bar.done))
    if planned:
        yield drawing.box(left, GROUND - planned, width, planned, "chart-planned")
    if done:
        # Wider by the line, so that no dashes frame a week that went as planned.
        yield drawing.box(left - 1, GROUND - done, width + 2, done + 1, "chart-done")
    if 0 < planned < done:
        yield drawing.line(left, GROUND - planned, left + width, GROUND - planned, "chart-overtaken")
    yield from _values(bar, x + slot / 2, planned, done)


def _values(bar: Bar, x: float, planned: float, done: float) -> Iterable[svg.Element]:
    """What was done is written inside the outline where there is room, else above it."""
    is_inside = planned - done > ROOM
    yield drawing.words(x, GROUND - (done if is_inside else max(done, planned)) - 6, bar.value, "chart-value")
    if is_inside:
        yield drawing.words(x, GROUND - planned - 6, bar.hope, "chart-hope")


def _dates(bars: Sequence[Bar], slot: float) -> Iterable[svg.Element]:
    """Counted back from this week, which is always named."""
    every = -(-len(bars) // MOST_DATES) or 1
    for at, bar in enumerate(bars):
        if (len(bars) - 1 - at) % every == 0:
            text = "Now" if bar.is_now else f"{bar.monday.day} {bar.monday:%b}"
            yield drawing.words(slot * (at + 0.5), HEIGHT - 8, text, "chart-axis")
