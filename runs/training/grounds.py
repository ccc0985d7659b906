"""Whether what was told still says what an adjustment rests on: a rating may be corrected, a run done after all."""

from collections.abc import Callable

from runs.training.history import Adjustment, History, Run, Session
from runs.training.rules import misses, progress, too_easy, too_hard

Ground = Callable[[History, list[Session], list[Run]], bool]


def hold(made: Adjustment, history: History) -> bool:
    told = [history.of_run[run_id] for run_id in made.evidence if run_id in history.of_run]
    runs = [history.by_id[run_id] for run_id in made.evidence if run_id in history.by_id]
    ground = _held_back if made.rule == "return" and made.pause is None else GROUNDS.get(made.rule)
    return ground is None or ground(history, told, runs)


def _too_hard(history: History, told: list[Session], runs: list[Run]) -> bool:
    return all((session.difficulty or 10) > too_hard.ABOVE for session in told)


def _too_easy(history: History, told: list[Session], runs: list[Run]) -> bool:
    return all(too_easy.is_evidence(history, session) for session in told)


def _progress(history: History, told: list[Session], runs: list[Run]) -> bool:
    return not told or progress.felt_right(history, tuple(session for session in told if session.difficulty))


def _pain(history: History, told: list[Session], runs: list[Run]) -> bool:
    return not told or any(session.pain for session in told)


def _misses(history: History, told: list[Session], runs: list[Run]) -> bool:
    """What turned out to have been an illness was no miss."""
    missed = (run for run in runs if run.status == "missed" and not history.is_paused(run.on))
    return not runs or len(list(missed)) >= misses.MANY


def _held_back(history: History, told: list[Session], runs: list[Run]) -> bool:
    return all(run.status != "completed" for run in runs)


GROUNDS: dict[str, Ground] = {
    "too_hard": _too_hard,
    "too_easy": _too_easy,
    "progress": _progress,
    "pain": _pain,
    "misses": _misses,
}
