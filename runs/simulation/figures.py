"""What is counted of simulated lives, and added up. Km; `felt` is difficulty as it was, not as it was told."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from typing import Any


@dataclass(frozen=True)
class Week:
    """Sums over the runners who have a plan in that week of theirs."""

    runners: int = 0
    planned_km: float = 0.0
    done_km: float = 0.0
    due: int = 0
    done: int = 0
    felt: float = 0.0
    rated: int = 0
    in_pain: int = 0

    def plus(self, other: "Week") -> "Week":
        return Week(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Week)))

    def means(self) -> dict[str, float]:
        """Km a runner, difficulty a run, per cent of runners in pain and of runs done."""
        return {
            "planned_km": _share(self.planned_km, self.runners),
            "done_km": _share(self.done_km, self.runners),
            "difficulty": _share(self.felt, self.rated),
            "in_pain": 100 * _share(self.in_pain, self.runners),
            "completion": 100 * _share(self.done, self.due),
        }


@dataclass(frozen=True)
class Broken:
    """A limit that did not hold, and where to find it."""

    seed: int
    runner: int
    on: str
    event: str
    fault: str

    def __str__(self) -> str:
        return f"seed {self.seed}, runner {self.runner}, {self.on}, {self.event}: {self.fault}"


@dataclass(frozen=True)
class Figures:
    """Some runners' weeks in both arms; how often each rule spoke, and what else happened."""

    runners: int
    adaptive: tuple[Week, ...]
    alone: tuple[Week, ...]
    rules: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    broken: tuple[Broken, ...] = ()

    def plus(self, other: "Figures") -> "Figures":
        return Figures(
            self.runners + other.runners,
            _both(self.adaptive, other.adaptive),
            _both(self.alone, other.alone),
            _sum(self.rules, other.rules),
            _sum(self.counts, other.counts),
            (*self.broken, *other.broken),
        )

    def as_json(self) -> dict[str, Any]:
        return {
            "runners": self.runners,
            "weeks": [
                {"week": number, "runners": one.runners, "adaptive": _rounded(one), "left_alone": _rounded(other)}
                for number, (one, other) in enumerate(zip(self.adaptive, self.alone, strict=True), start=1)
            ],
            "whole": {"adaptive": _rounded(whole(self.adaptive)), "left_alone": _rounded(whole(self.alone))},
            "rules": dict(sorted(self.rules.items())),
            "counts": dict(sorted(self.counts.items())),
            "broken": [asdict(one) for one in self.broken],
        }


def nothing(weeks: int) -> Figures:
    return Figures(0, (Week(),) * weeks, (Week(),) * weeks)


def whole(weeks: Iterable[Week]) -> Week:
    """All weeks as one: means are of a runner's week."""
    total = Week()
    for week in weeks:
        total = total.plus(week)
    return total


def _both(some: tuple[Week, ...], others: tuple[Week, ...]) -> tuple[Week, ...]:
    return tuple(one.plus(other) for one, other in zip(some, others, strict=True))


def _sum(some: dict[str, int], others: dict[str, int]) -> dict[str, int]:
    return {name: some.get(name, 0) + others.get(name, 0) for name in {**some, **others}}


def _rounded(week: Week) -> dict[str, float]:
    return {name: round(value, 2) for name, value in week.means().items()}


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
