"""The figures drawn: bars week by week, adaptive beside the plan left alone, and what became of it all in a table."""

from collections.abc import Iterator

from runs.simulation.figures import Figures, Week, whole

WIDTH = 24
EIGHTHS = " ▏▎▍▌▋▊▉"
MEASURES = (
    ("planned_km", "Planned km a runner"),
    ("done_km", "Done km a runner"),
    ("difficulty", "Difficulty of a run, 1-10, as it felt"),
    ("in_pain", "Runners in pain, %"),
    ("completion", "Runs done of those due, %"),
)
COUNTS = (
    ("proposals", "proposals made"),
    ("accepted", "of them accepted"),
    ("declined", "of them declined"),
    ("undone", "adjustments undone"),
    ("withdrawn", "adjustments withdrawn"),
    ("moved", "runs moved by the runner"),
    ("events", "events judged"),
    ("audits", "audits of all invariants"),
)
MOST_BROKEN = 8


def drawn(figures: Figures) -> str:
    """Everything, as text."""
    blocks = [_bars(figures, name, title) for name, title in MEASURES]
    return "\n\n".join("\n".join(block) for block in (*blocks, _summary(figures), _spoken(figures)))


def broken(figures: Figures) -> list[str]:
    """A few lines on what did not hold; none when everything did."""
    found = [str(one) for one in figures.broken[:MOST_BROKEN]]
    more = len(figures.broken) - len(found)
    return [*found, f"and {more} more"] if more else found


def _bars(figures: Figures, name: str, title: str) -> Iterator[str]:
    yield f"{title:<{WIDTH + 16}}(left: adaptive, right: left alone)"
    pairs = [
        (one.means()[name], other.means()[name]) for one, other in zip(figures.adaptive, figures.alone, strict=True)
    ]
    most = max((value for pair in pairs for value in pair), default=0.0)
    for number, (one, other) in enumerate(pairs, start=1):
        yield f"{number:>4} {_bar(one, most)} {one:>5.1f}   {_bar(other, most)} {other:>5.1f}"


def _bar(value: float, most: float) -> str:
    """A bar as long as a value, to an eighth of a sign."""
    eighths = round(value / most * WIDTH * 8) if most else 0
    full, rest = divmod(eighths, 8)
    return ("█" * full + EIGHTHS[rest].strip()).ljust(WIDTH)


def _summary(figures: Figures) -> Iterator[str]:
    one, other = whole(figures.adaptive), whole(figures.alone)
    yield f"{'All weeks':<40}{'adaptive':>10}{'left alone':>12}{'change':>9}"
    for name, title in MEASURES:
        yield _row(title, one.means()[name], other.means()[name])
    yield _row("Planned, and not done, km a runner", *(_gap(week) for week in (one, other)))


def _gap(week: Week) -> float:
    means = week.means()
    return means["planned_km"] - means["done_km"]


def _row(title: str, one: float, other: float) -> str:
    change = f"{100 * (one / other - 1):+.0f} %" if other else ""
    return f"{title:<40}{one:>10.1f}{other:>12.1f}{change:>9}"


def _spoken(figures: Figures) -> Iterator[str]:
    """How often each rule spoke, and what else happened."""
    yield f"{figures.runners} runners. Adjustments by rule:"
    for rule, count in sorted(figures.rules.items(), key=lambda pair: -pair[1]):
        yield f"{count:>9,}  {rule.replace('_', ' ')}"
    yield "And:"
    for name, title in COUNTS:
        yield f"{figures.counts.get(name, 0):>9,}  {title}"
    yield f"{len(figures.broken):>9,}  limits broken"
