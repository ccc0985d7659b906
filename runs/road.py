"""The road to race day: every week of a plan in one picture. The page puts the numbers in a table behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import svg
from django.utils.safestring import SafeString, mark_safe

from coach.spoken import distance
from runs.training import plan

WIDTH, HEIGHT, TOP, FOOT = 640.0, 250.0, 34.0, 40.0
GROUND = HEIGHT - FOOT
NAMES = {"base": "Base", "build": "Build", "peak": "Peak", "taper": "Taper", "race": "Race", "recovery": "Rest"}
# A band narrower than this has no room for its name.
LEAST_BAND = 44.0
# On a phone the words are larger beside the bars.
WIDE_BAND = 92.0


@dataclass(frozen=True)
class Week:
    """Kilometres: the week's, its longest run's, and what was run of it."""

    starts_on: date
    phase: str
    cutback: bool
    distance_km: float
    longest_km: float
    done_km: float = 0.0


def of_plan(weeks: Iterable[plan.Week]) -> list[Week]:
    return [Week(week.starts_on, week.phase, week.cutback, week.distance_km, week.longest_km) for week in weeks]


def draw(weeks: Sequence[Week], *, units: str, race: bool = False, today: date | None = None) -> SafeString:
    """Bars for the kilometres, a line for the long run, bands for the phases, a flag for the race."""
    if not weeks:
        return SafeString("")
    slot = (WIDTH - 28) / len(weeks)
    highest = max(max(week.distance_km, week.done_km) for week in weeks) or 1.0
    elements: list[svg.Element] = [*_bands(weeks, slot), *_bars(weeks, slot, highest)]
    elements += _long_runs(weeks, slot, highest)
    elements += _labels(weeks, slot, highest, units)
    if today:
        elements += _today(weeks, slot, today)
    if race:
        elements += _flag(slot * len(weeks))
    drawing = svg.SVG(viewBox=svg.ViewBoxSpec(0, 0, int(WIDTH), int(HEIGHT)), class_=["road"], elements=elements)
    # Only numbers, names of phases and class names of ours are in it.
    return mark_safe(drawing.as_str().replace("<svg ", '<svg aria-hidden="true" ', 1))  # noqa: S308


def _height(km: float, highest: float) -> float:
    return km / highest * (GROUND - TOP)


def _bars(weeks: Sequence[Week], slot: float, highest: float) -> Iterable[svg.Element]:
    width = max(2.0, slot * 0.72)
    for at, week in enumerate(weeks):
        x = slot * at + (slot - width) / 2
        names = [f"road-{week.phase}", "road-cutback"] if week.cutback else [f"road-{week.phase}"]
        for km, classes in ((week.distance_km, names), (week.done_km, ["road-done"])):
            height = _height(km, highest)
            if km:
                rounded = min(4.0, width / 3)
                yield svg.Rect(x=x, y=GROUND - height, width=width, height=height, rx=rounded, class_=classes)


def _long_runs(weeks: Sequence[Week], slot: float, highest: float) -> Iterable[svg.Element]:
    points = [
        svg.Point(slot * (at + 0.5), GROUND - _height(week.longest_km, highest))
        for at, week in enumerate(weeks)
        if week.longest_km
    ]
    yield svg.Polyline(points=points, class_=["road-long"])
    if len(weeks) <= 30:
        yield from (svg.Circle(cx=point.x, cy=point.y, r=3.5, class_=["road-long-dot"]) for point in points)


def _labels(weeks: Sequence[Week], slot: float, highest: float, units: str) -> Iterable[svg.Element]:
    """The greatest week and the longest run, where they are."""
    peak = max(range(len(weeks)), key=lambda at: weeks[at].distance_km)
    top = GROUND - _height(weeks[peak].distance_km, highest)
    yield _text(_inside(slot * (peak + 0.5)), top - 8, distance(weeks[peak].distance_km, units=units), "road-value")
    longest = max(range(len(weeks)), key=lambda at: (weeks[at].longest_km, -at))
    if weeks[longest].longest_km and slot * len(weeks) > 200:
        y = GROUND - _height(weeks[longest].longest_km, highest)
        x = _inside(slot * (longest + 0.5))
        yield _text(x, y - 9, distance(weeks[longest].longest_km, units=units), "road-long-value")


def _bands(weeks: Sequence[Week], slot: float) -> Iterable[svg.Element]:
    at = 0
    for phase, group in groupby(weeks, key=lambda week: week.phase):
        count = len(list(group))
        x, width = slot * at + 1, slot * count - 2
        yield svg.Rect(x=x, y=GROUND + 6, width=width, height=5, rx=2.5, class_=[f"road-{phase}"])
        if width >= LEAST_BAND or (phase == "race" and width >= 30):
            narrow = ["road-phase-narrow"] if width < WIDE_BAND else []
            yield _text(x + width / 2, GROUND + 30, NAMES[phase], "road-phase", *narrow)
        at += count


def _today(weeks: Sequence[Week], slot: float, today: date) -> Iterable[svg.Element]:
    x = slot * ((today - weeks[0].starts_on).days + 0.5) / 7
    if 0 <= x <= slot * len(weeks):
        yield svg.Line(x1=x, x2=x, y1=TOP - 14, y2=GROUND + 2, class_=["road-today"])
        yield _text(_inside(x), TOP - 20, "Today", "road-today-word")


def _flag(x: float) -> Iterable[svg.Element]:
    pole = f"M{x + 6:.1f} {GROUND}V{TOP}"
    cloth = f"M{x + 6:.1f} {TOP}h16l-4 6 4 6h-16"
    yield svg.Path(d=pole, class_=["road-pole"])  # type: ignore[arg-type]
    yield svg.Path(d=cloth, class_=["road-flag"])  # type: ignore[arg-type]


def _inside(x: float) -> float:
    return min(max(x, 40.0), WIDTH - 56)


def _text(x: float, y: float, words: str, *names: str) -> svg.Element:
    return svg.Text(x=round(x, 1), y=round(y, 1), text=words, text_anchor="middle", class_=[*names])
