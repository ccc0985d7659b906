"""Many runners, in portions that any number of processes can share: the figures are the same."""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from runs.simulation import population, runner
from runs.simulation.figures import Broken, Figures, nothing

# Sums of a portion are added up in its order, whoever made them: not even the last digit depends on the machine.
PORTION = 10

Portion = tuple[int, int]


def portions(runners: int) -> list[Portion]:
    """First and last runner, the last not included."""
    return [(first, min(first + PORTION, runners)) for first in range(0, runners, PORTION)]


def all_lived(seed: int, runners: int, *, weeks: int, processes: int) -> Iterator[Figures]:
    """The figures of one portion after the other."""
    one: Callable[[Portion], Figures] = partial(of_portion, seed, weeks=weeks)
    if processes == 1:
        yield from map(one, portions(runners))
        return
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(one, portions(runners))


def of_portion(seed: int, portion: Portion, *, weeks: int) -> Figures:
    total = nothing(weeks)
    for number in range(*portion):
        total = total.plus(of_one(seed, number, weeks=weeks))
    return total


def of_one(seed: int, number: int, *, weeks: int) -> Figures:
    try:
        lived = runner.live(population.draw(seed, number, weeks=weeks), weeks=weeks)
    except Exception as problem:
        problem.add_note(f"This happened to runner {number} of seed {seed}.")
        raise
    broken = tuple(Broken(seed, number, str(one.on), one.event, one.fault) for one in lived.breaches)
    return Figures(1, lived.adaptive, lived.alone, lived.rules, lived.counts, broken)
