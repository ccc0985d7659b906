"""What the pictures share."""

from collections.abc import Iterable

import svg
from django.utils.safestring import SafeString, mark_safe


def drawn(elements: Iterable[svg.Element], *, width: float, height: float, name: str) -> SafeString:
    """A picture that a screen reader passes over: the table behind it says the same."""
    box = svg.ViewBoxSpec(0, 0, int(width), int(height))
    drawing = svg.SVG(viewBox=box, class_=["chart", name], elements=list(elements))
    # Only numbers, dates and class names of ours are in it.
    return mark_safe(drawing.as_str().replace("<svg ", '<svg aria-hidden="true" ', 1))  # noqa: S308


def words(x: float, y: float, text: str, *names: str) -> svg.Element:
    return svg.Text(x=round(x, 1), y=round(y, 1), text=text, text_anchor="middle", class_=[*names])


def line(x1: float, y1: float, x2: float, y2: float, *names: str) -> svg.Element:
    ends = [round(end, 1) for end in (x1, y1, x2, y2)]
    return svg.Line(x1=ends[0], y1=ends[1], x2=ends[2], y2=ends[3], class_=[*names])


def box(x: float, y: float, width: float, height: float, *names: str, corner: float = 4) -> svg.Element:
    rounded = min(corner, width / 2, height / 2)
    sides = [round(side, 1) for side in (x, y, width, height)]
    return svg.Rect(x=sides[0], y=sides[1], width=sides[2], height=sides[3], rx=round(rounded, 1), class_=[*names])
