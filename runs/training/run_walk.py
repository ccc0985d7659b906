"""The first weeks of someone who never ran: running and walking in turn, told minute by minute."""

from dataclasses import dataclass, replace

from runs.training import limits
from runs.training.steps import Step

# A beginner's: running and walking.
RUN_MIN_PER_KM, WALK_MIN_PER_KM = 8.0, 11.0
# Runners over this index begin with less than half (Nielsen 2014: novices over 30 who began with 3 km or less a week
# were hurt less).
HEAVY_BMI = 30
MOST_AROUND_MIN = 12.0
# Share of the week before that makes a lighter week.
LIGHTER = (0.72, 0.885)


@dataclass(frozen=True)
class Session:
    """`repeats` x (running, walking), between two walks of `around_min`. Minutes."""

    run_min: float
    walk_min: float
    repeats: int
    around_min: float = 5.0

    @property
    def running_min(self) -> float:
        return self.run_min * self.repeats

    @property
    def duration_min(self) -> float:
        return (self.run_min + self.walk_min) * self.repeats + 2 * self.around_min

    @property
    def distance_km(self) -> float:
        walking_min = self.duration_min - self.running_min
        return round(self.running_min / RUN_MIN_PER_KM + walking_min / WALK_MIN_PER_KM, 1)

    @property
    def steps(self) -> tuple[Step, ...]:
        return (
            Step("warmup", minutes=self.around_min),
            Step("run", minutes=self.run_min, repeat=self.repeats),
            Step("walk", minutes=self.walk_min, repeat=self.repeats),
            Step("cooldown", minutes=self.around_min),
        )


# One a week, a cutback week apart. The first is everybody's ten minutes; no session is more than a quarter longer than
# the one before, and twenty minutes in one go come later still.
STAGES = (
    Session(1, 1, 9),
    Session(1, 1, 10),
    Session(2, 1.5, 6),
    Session(3, 1.5, 5),
    Session(5, 1.5, 4),
    Session(7, 2, 3),
    Session(10, 2, 3),
)
GENTLE_STAGES = (
    Session(1, 1, 3, 3.0),
    Session(1, 1, 4, 3.0),
    Session(1, 1, 5, 3.5),
    Session(1.5, 1.5, 5, 3.0),
    Session(2, 1.5, 6, 2.5),
    *STAGES[2:],
)


@dataclass(frozen=True)
class Course:
    """The sessions of the first weeks: `of(1)` is the first week's, the short ones and the long day's."""

    stages: tuple[Session, ...]
    first_week_runs: int
    most_share: float = 1.0
    # After a lighter week the same stage comes again.
    repeats: bool = False

    @property
    def weeks(self) -> int:
        """Level weeks until runs go unbroken."""
        return len(self.stages) - 1

    def of(self, stage: int) -> tuple[Session, Session]:
        at = min(stage, self.weeks)
        return self.stages[at - 1], self.stages[at]

    def lighter(self, stage: int, runs: int) -> tuple[Session, Session]:
        """A lighter week after a stage: a fall that counts, from which the next stage is no leap."""
        usual_km, following = self.volume_km(stage, runs), self.of(stage + (not self.repeats))[1]
        at = min(stage, self.weeks)
        pairs = [(self.stages[short], self.stages[long]) for long in range(at, 0, -1) for short in range(long, -1, -1)]
        for short, long in pairs:
            week_km = short.distance_km * (runs - 1) + long.distance_km
            share = week_km / usual_km
            if runs > 1 and long.distance_km > self.most_share * week_km + 0.4:
                continue
            if LIGHTER[0] <= share <= LIGHTER[1] and following.duration_min <= 1.24 * long.duration_min:
                return short, long
        return self.stages[at - 1], shortened(self.stages[at])

    def volume_km(self, stage: int, runs: int) -> float:
        short, long = self.of(stage)
        return short.distance_km * (runs - 1) + long.distance_km


def course(*, runs: int, declared_km: float, longest_km: float, bmi: float | None, most_share: float = 1.0) -> Course:
    """The gentle course for who weighs much or walks little so far; more walking for who walks a lot.

    `runs`: sessions a week; `declared_km`, `longest_km`: a usual week and the longest way now, taken for walking;
    `most_share`: the longest session's of a week.
    """
    usual = Course(STAGES, runs, most_share)
    gentle = Course(GENTLE_STAGES, runs, most_share, repeats=True)
    if bmi is not None and bmi > HEAVY_BMI:
        return replace(gentle, first_week_runs=min(2, runs))
    if longest_km and STAGES[1].distance_km > limits.most_run_km(longest_km):
        return gentle
    if not declared_km:
        return usual
    first_km, most_km = usual.volume_km(1, runs), 1.2 * declared_km + 0.4
    if first_km > most_km:
        return replace(gentle, first_week_runs=min(2, runs) if gentle.volume_km(1, runs) > most_km else runs)
    if longest_km:
        return usual
    missing_min = max(0.0, 0.75 * declared_km - first_km) / runs * WALK_MIN_PER_KM
    around_min = min(MOST_AROUND_MIN, 5 + -(-missing_min // 1) / 2)
    return replace(usual, stages=tuple(replace(stage, around_min=around_min) for stage in STAGES))


def shortened(session: Session) -> Session:
    """A lighter week's: one stretch less."""
    return replace(session, repeats=session.repeats - 1)


def of_length(distance_km: float, *, week: int) -> Session:
    """A session of `distance_km` at most, in the manner of a week or, where that has no room for two stretches, of an
    earlier one."""
    for stage in range(min(week, len(STAGES) - 1), -1, -1):
        session = STAGES[stage]
        stretch_km = session.run_min / RUN_MIN_PER_KM + session.walk_min / WALK_MIN_PER_KM
        around_km = 2 * session.around_min / WALK_MIN_PER_KM
        repeats = int((distance_km - around_km) / stretch_km + 0.05)
        if repeats >= 2:
            return replace(session, repeats=min(session.repeats, repeats))
    return replace(STAGES[0], repeats=2)
