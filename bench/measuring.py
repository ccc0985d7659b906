"""What the benches share: times in alternating rounds, counts of queries, and a table."""

import statistics
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

ROUNDS, REPEATS = 7, 12


def cpu_ms(work: Callable[[], Any], repeats: int = REPEATS) -> float:
    """CPU milliseconds of one go, the first left out."""
    work()
    start = time.process_time()
    for _ in range(repeats):
        work()
    return (time.process_time() - start) / repeats * 1000


def wall_s(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def alternate(works: Mapping[str, Callable[[], float]], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """What each work returns, one after the other in every round: what slows the machine down slows all of them."""
    seen: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            seen[name].append(work())
    return seen


def against(floor: Iterable[float], values: Iterable[float]) -> dict[str, Any]:
    """The median of the values as a multiple of the floor's, and the spread."""
    base, found = statistics.median(floor), sorted(values)
    return {
        "ratio": round(statistics.median(found) / base, 2),
        "spread": [round(found[0] / base, 2), round(found[-1] / base, 2)],
    }


def compare(works: Mapping[str, Callable[[], Any]]) -> dict[str, Any]:
    """CPU and queries of each beside the one named "floor"."""
    asked = {name: queries(work) for name, work in works.items()}
    times = alternate({name: lambda work=work: cpu_ms(work) for name, work in works.items()})  # type: ignore[misc]
    return {
        name: {
            **against(times["floor"], values),
            "cpu_ms": round(statistics.median(values), 2),
            "queries": asked[name],
        }
        for name, values in times.items()
    }


def queries(work: Callable[[], Any]) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    work()
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


def show(title: str, table: Mapping[str, Mapping[str, Any]]) -> None:
    """On standard error; JSON goes to standard output."""
    columns = list(dict.fromkeys(name for row in table.values() for name in row))
    print(f"\n{title:<42}" + "".join(f"{name.replace('_', ' '):>16}" for name in columns), file=sys.stderr)
    for name, row in table.items():
        print(f"{name:<42}" + "".join(f"{_shown(row.get(column, '')):>16}" for column in columns), file=sys.stderr)


def _shown(value: Any) -> str:
    return "-".join(map(str, value)) if isinstance(value, list) else str(value)
