"""Charts as SVG, styled by classes only. The page puts the numbers in a table behind each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import svg
from django.utils.safestring import SafeString, mark_safe

from coach.spoken import distance

if TYPE_CHECKING:
    from runs.models import RunSession

WIDTH, HEIGHT, FOOT = 420, 210, 28
# Dates under the bars: as many as fit side by side.
MOST_DATES = 6


@dataclass(frozen=True)
class WeekVolume:
    """Kilometres of a week."""

    monday: date
    planned_km: float
    done_km: float


def weekly_volume(weeks: Sequence[WeekVolume], *, units: str) -> SafeString:
    """Outlined bars planned, filled bars done, the kilometres written on them."""
    highest = max((max(week.planned_km, week.done_km) for week in weeks), default=1) or 1
    slot = WIDTH / max(1, len(weeks))
    width = min(44.0, slot * 0.62)
    every = -(-len(weeks) // MOST_DATES) or 1
    elements: list[svg.Element] = [_baseline()]
    for at, week in enumerate(weeks):
        x = slot * at + (slot - width) / 2
        elements += [
            _bar(x, width, week.planned_km / highest, "chart-planned"),
            _bar(x, width, week.done_km / highest, "chart-done"),
        ]
        if at % every == 0:
            elements.append(_label(x + width / 2, HEIGHT - 8, f"{week.monday.day} {week.monday:%b}", "chart-axis"))
        top = HEIGHT - FOOT - max(week.planned_km, week.done_km) / highest * (HEIGHT - FOOT - 24)
        elements.append(
            _label(x + width / 2, top - 6, distance(week.done_km, units=units).split(" ")[0], "chart-value")
        )
    return _drawn(elements)


def difficulty(sessions: "Sequence[RunSession]") -> SafeString:
    """A dot a run on 1-10, joined by a line."""
    slot = (WIDTH - 40) / max(1, len(sessions) - 1)
    points = [(20 + slot * at, _height_of(s.difficulty_rating or 0)) for at, s in enumerate(sessions)]
    elements: list[svg.Element] = [_baseline()]
    for value, word in ((1, "1"), (4, "4"), (7, "7"), (10, "10")):
        y = _height_of(value)
        elements.append(svg.Line(x1=20, x2=WIDTH, y1=y, y2=y, class_=["chart-grid"]))
        elements.append(_label(8, y + 4, word, "chart-axis"))
    if points:
        elements.append(svg.Polyline(points=[svg.Point(x, y) for x, y in points], class_=["chart-line"]))
        elements += [svg.Circle(cx=x, cy=y, r=5, class_=["chart-dot"]) for x, y in points]
    return _drawn(elements)


def _height_of(rating: int) -> float:
    return HEIGHT - FOOT - (rating - 1) / 9 * (HEIGHT - FOOT - 20)


def _bar(x: float, width: float, share: float, name: str) -> svg.Element:
    height = share * (HEIGHT - FOOT - 24)
    return svg.Rect(x=x, y=HEIGHT - FOOT - height, width=width, height=height, rx=5, class_=[name])


def _baseline() -> svg.Element:
    return svg.Line(x1=0, x2=WIDTH, y1=HEIGHT - FOOT, y2=HEIGHT - FOOT, class_=["chart-base"])


def _label(x: float, y: float, text: str, name: str) -> svg.Element:
    return svg.Text(x=x, y=y, text=text, text_anchor="middle", class_=[name])


def _drawn(elements: list[svg.Element]) -> SafeString:
    drawing = svg.SVG(viewBox=svg.ViewBoxSpec(0, 0, WIDTH, HEIGHT), class_=["chart"], elements=elements)
    # Only numbers, dates and class names of ours are in it.
    return mark_safe(drawing.as_str().replace("<svg ", '<svg aria-hidden="true" ', 1))  # noqa: S308
