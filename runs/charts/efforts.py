"""How hard the runs felt, a strip for each type, beside how hard they are meant to feel."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import svg
from django.utils.safestring import SafeString

from runs.charts import drawing
from runs.charts.history import History, ran_on
from runs.models import ScheduledRun
from runs.training import workouts

WIDTH, HEIGHT, SIDE, EDGE = 360.0, 64.0, 34.0, 8.0
SHAPES = {
    "long": "M{l} {t}h{w}v{w}h-{w}z",
    "diamond": "M{x} {t}L{r} {y}L{x} {b}L{l} {y}z",
    "triangle": "M{x} {t}L{r} {b}L{l} {b}z",
    "pennant": "M{l} {t}L{r} {y}L{l} {b}z",
}
SHAPE_OF = {
    "long": "long",
    "tempo": "diamond",
    "race_pace": "diamond",
    "hills": "triangle",
    "intervals": "triangle",
    "race": "pennant",
}


@dataclass(frozen=True)
class Told:
    """A run that was rated, 1-10."""

    run: ScheduledRun
    on: date
    difficulty: int

    @property
    def meant(self) -> tuple[int, int]:
        return workouts.EXPECTED_EFFORT[self.run.run_type]

    @property
    def is_as_meant(self) -> bool:
        return self.meant[0] <= self.difficulty <= self.meant[1]

    @property
    def is_harder(self) -> bool:
        return self.difficulty > self.meant[1]


@dataclass(frozen=True)
class Strip:
    """The runs of one type."""

    told: list[Told]
    picture: SafeString

    @property
    def latest(self) -> Told:
        return self.told[-1]


@dataclass(frozen=True)
class Efforts:
    told: list[Told]
    strips: list[Strip]

    @property
    def as_meant(self) -> int:
        return sum(told.is_as_meant for told in self.told)

    @property
    def harder(self) -> int:
        return sum(told.is_harder for told in self.told)

    @property
    def easier(self) -> int:
        return len(self.told) - self.as_meant - self.harder


def of(history: History) -> Efforts:
    """The rated runs of the weeks shown, the gentlest type first."""
    first = history.mondays[0]
    told = [
        Told(run, on, run.run_session.difficulty_rating)
        for run in history.done
        if run.run_session.difficulty_rating and (on := ran_on(run)) >= first
    ]
    told.sort(key=lambda one: one.on)
    types = sorted({one.run.run_type for one in told}, key=lambda name: (workouts.EXPECTED_EFFORT[name], name))
    groups = [[one for one in told if one.run.run_type == name] for name in types]
    return Efforts(told, [Strip(group, _draw(group, first, history.today)) for group in groups])


def _draw(told: Sequence[Told], first: date, today: date) -> SafeString:
    """A mark a run, from `first` to `today`; the band is where the marks of this type belong."""
    name = told[0].run.run_type
    return drawing.drawn(
        [*_scale(told[0].meant), *_marks(told, first, today)], width=WIDTH, height=HEIGHT, name=f"type-{name}"
    )


def _scale(meant: tuple[int, int]) -> Iterable[svg.Element]:
    low, high = meant
    top, bottom = _y(high) - 4, _y(low) + 4
    yield drawing.box(SIDE, top, WIDTH - SIDE, bottom - top, "chart-band")
    for y in (_y(1), _y(10)):
        yield drawing.line(SIDE, y, WIDTH, y, "chart-grid")
    yield drawing.words(SIDE / 2 - 2, (top + bottom) / 2 + 5, f"{low}–{high}", "chart-meant")


def _marks(told: Sequence[Told], first: date, today: date) -> Iterable[svg.Element]:
    days = max(1, (today - first).days)
    for one in told:
        x = SIDE + EDGE + (one.on - first).days / days * (WIDTH - SIDE - 2 * EDGE)
        yield _mark(x, _y(one.difficulty), SHAPE_OF.get(one.run.run_type, ""))


def _mark(x: float, y: float, shape: str) -> svg.Element:
    if not shape:
        return svg.Circle(cx=round(x, 1), cy=round(y, 1), r=5.5, class_=["chart-mark"])
    size = 5.0 if shape == "long" else 6.5
    edges = {"x": x, "y": y, "l": x - size, "r": x + size, "t": y - size, "b": y + size, "w": 2 * size}
    path = SHAPES[shape].format(**{name: f"{value:.1f}" for name, value in edges.items()})
    return svg.Path(d=path, class_=["chart-mark"])  # type: ignore[arg-type]


def _y(difficulty: int) -> float:
    return HEIGHT - EDGE - (difficulty - 1) / 9 * (HEIGHT - 2 * EDGE)
