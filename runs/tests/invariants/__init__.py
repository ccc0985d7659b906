"""What is true of any plan, judged from the JSON of a request and of its answer alone.

`broken(request, answer)` names every invariant that does not hold. Where two invariants cannot both hold for a request,
the one that protects the runner stands and the other's docstring says when it gives way. The limits of a plan are in
`volume`, `single_runs`, `intensity`, `days` and `run_walk`; those of a plan somebody lives with in `calendar`.
"""

from runs.tests.invariants import days, intensity, run_walk, shape, single_runs, volume
from runs.tests.invariants.words import INVARIANTS

__all__ = ["broken", "days", "intensity", "run_walk", "shape", "single_runs", "volume"]


def broken(request: dict, answer: dict) -> list[str]:
    """Each broken invariant, as in "P2 week 3: 9.0 km after a longest of 6.0"; none when all hold."""
    misfits = [f"shape {fault}" for fault in shape.misfit(answer, shape.ANSWER, "answer")]
    return misfits or [f"{name} {fault}" for name, check in INVARIANTS.items() for fault in check(request, answer)]
