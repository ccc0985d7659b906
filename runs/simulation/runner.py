"""The weeks of one runner, lived twice: with the coach's rules, and with the plan left as it was made."""

from dataclasses import dataclass, field

from runs.simulation.arm import Arm
from runs.simulation.coach import Breach, Coach
from runs.simulation.figures import Week
from runs.simulation.population import Runner
from runs.training import plan
from runs.training.history import WEEK, History, Run, Season


@dataclass(frozen=True)
class Lived:
    """Both arms week by week; how often each rule spoke, what else was counted, and what the auditor found."""

    adaptive: tuple[Week, ...]
    alone: tuple[Week, ...]
    rules: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    breaches: tuple[Breach, ...] = ()


def live(runner: Runner, *, weeks: int) -> Lived:
    """The same body, the same days, the same dice, beside the plan as the rules change it and beside it as it was."""
    history, coach = started(runner), Coach()
    adaptive, alone = Arm(runner, history, coach), Arm(runner, history, None)
    for arm in (adaptive, alone):
        arm.live(weeks=weeks)
    # After the race there is no plan, and a week is nobody's.
    known = {run.monday for run in history.runs}
    mondays = [adaptive.began + at * WEEK for at in range(weeks)]
    told = [[arm.week(on) if on in known else Week() for on in mondays] for arm in (adaptive, alone)]
    return Lived(tuple(told[0]), tuple(told[1]), dict(coach.rules), dict(coach.counts), tuple(coach.breaches))


def started(runner: Runner) -> History:
    """The plan as it was made, and nothing that has happened yet."""
    made = plan.build(runner.request)
    return History(
        asked=runner.request,
        runs=tuple(_scheduled(run) for run in made.runs),
        seasons={week.starts_on: Season(week.phase, week.cutback) for week in made.weeks},
        began_on=made.weeks[0].starts_on,
    )


def _scheduled(run: plan.Run) -> Run:
    return Run(
        id=run.id,
        on=run.on,
        at=run.at,
        type=run.type,
        distance_km=run.distance_km,
        planned_km=run.distance_km,
        duration_min=run.duration_min,
        running_min=run.running_min,
        effort=run.effort,
        steps=tuple(step.as_json() for step in run.steps),
        why=run.why,
    )
