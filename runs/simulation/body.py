"""A body that training makes fitter and more tired, and that sometimes hurts. A model to compare plans with, no more.

Fitness and fatigue are the two exponential answers to a training load of Banister's impulse-response model (1975); a
load is Foster's, effort times minutes (2001). The risk of pain after a run beyond the longest of thirty days is
Frandsen's (2025). All other numbers are assumptions, chosen so that a well-made plan feels as it should.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from math import exp, log2

from runs.training import limits, workouts
from runs.training.history import Run

FITNESS_DAYS, FATIGUE_DAYS = 42.0, 7.0
EASY_EFFORT = 3.5
# That an hour of running begins to hurt. Videbaek's review (2015) has 8 to 18 injuries in 1,000 hours.
HAZARD_AN_HOUR = 0.014
# How much longer than the longest of thirty days, and how many times the hazard.
SPIKES = ((1.1, 1.0), (1.3, 1.64), (2.0, 1.52), (float("inf"), 2.28))
WORST, CANNOT_RUN = 9.0, 6.5
HEALS_A_DAY = 0.45
# For so long what has healed hurts again more easily.
TENDER = timedelta(days=28)
# How long a long run, and any other, may be without feeling longer than it should: shares of the mean run.
LONG_SHARE, OTHER_SHARE = 1.35, 0.85


@dataclass
class Body:
    """`fitness` and `fatigue`: load a day, over weeks and over days. `talent`: how much less a load costs."""

    fitness: float
    fatigue: float
    frequency: int
    talent: float = 1.0
    fragility: float = 1.0
    pain: float = 0.0
    pain_place: str = ""
    healed_on: date | None = None
    load_today: float = 0.0
    done: list[tuple[date, float]] = field(default_factory=list)

    @property
    def tiredness(self) -> float:
        """0 for who trains as ever; over 0 for more than that of late."""
        return self.fatigue / max(self.fitness, 1.0) - 1

    def felt(self, run: Run, share: float, *, luck: float) -> float:
        """How hard a run feels, 1-10, when `share` of it is run: the type's effort, more for who is not fit for its
        length or tired, and luck."""
        low, high = workouts.EXPECTED_EFFORT[run.type]
        usual_min = self.fitness * self.talent * 7 / EASY_EFFORT / self.frequency
        usual_min *= LONG_SHARE if run.type in ("long", "race") else OTHER_SHARE
        stretch = log2(max(0.25, run.duration_min * share / max(usual_min, 5.0)))
        harder = 1.3 * stretch + 1.6 * self.tiredness / self.talent + 0.5 * self.pain
        return min(10.0, max(1.0, (low + high) / 2 + harder + luck))

    def run(self, on: date, *, km: float, minutes: float, effort: float, dice: tuple[float, float, float]) -> None:
        """The load of a run, and whether it hurts. `dice`: whether, how much, where."""
        whether, how_much, where = dice
        self.load_today += effort * minutes
        if self.pain:
            self.pain = min(WORST, self.pain + 1.6 * how_much * minutes / 60 * effort / EASY_EFFORT)
        elif whether < self.hazard(on, km=km, minutes=minutes):
            self.pain = 1.0 + 6.0 * how_much**2
            self.pain_place = PLACES[int(where * len(PLACES))]
        self.done.append((on, km))

    def hazard(self, on: date, *, km: float, minutes: float) -> float:
        """The chance that a run begins to hurt."""
        longest = limits.longest_before(on, self.done)
        times = next(more for beyond, more in SPIKES if km <= beyond * longest) if longest else 1.0
        tender = 2.0 if self.healed_on and on <= self.healed_on + TENDER else 1.0
        tired = exp(1.2 * min(1.5, max(0.0, self.tiredness)))
        return min(0.5, HAZARD_AN_HOUR * minutes / 60 * times * tender * tired * self.fragility)

    def sleep(self, on: date) -> None:
        """The day is over: its load sinks in, and what hurts heals a little, more on a day without a run."""
        self.fitness += (self.load_today - self.fitness) / FITNESS_DAYS
        self.fatigue += (self.load_today - self.fatigue) / FATIGUE_DAYS
        if self.pain:
            self.pain = max(0.0, self.pain - (0.3 if self.load_today else 1.0) * HEALS_A_DAY)
            self.healed_on = None if self.pain else on
        self.load_today = 0.0


PLACES = (
    "knee", "knee", "shin", "achilles", "calf", "foot", "it_band", "hip", "hamstring", "heel", "ankle", "quad", "groin",
    "back",
)  # fmt: skip


def trained(weekly_min: float, *, frequency: int, truth: float, talent: float, fragility: float) -> Body:
    """A body used to so many minutes a week, or to `truth` times as many: not everybody declares what is so."""
    load = max(6.0, weekly_min * EASY_EFFORT / 7 * truth)
    return Body(load, load, frequency, talent=talent, fragility=fragility)
