"""What life does to a plan: reasons not to run, illness, holidays, forgetting, and what people tell of a run."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

REASONS = (
    "It was pouring with rain", "The wind was terrible", "I had a late meeting at work", "The kids were ill",
    "I overslept", "I was too tired", "My legs were sore", "My shoes fell apart", "It was too dark", "It was too hot",
    "I had not eaten and was hungry", "A friend came up to visit", "I was travelling for work", "I had a bad cold",
    "I just did not want to", "No time today", "It was freezing", "I forgot my water bottle", "",
)  # fmt: skip
ILLNESS_A_DAY, HOLIDAY_A_DAY = 1 / 140, 1 / 150
ILLNESS_DAYS, HOLIDAY_DAYS = (2, 12), (3, 16)


@dataclass(frozen=True)
class Character:
    """Shares are chances. `bias`: added to every difficulty that is told; `hides_pain`: up to so bad, nobody hears."""

    reliability: float
    tells_why: float
    moves: float
    rates: float
    bias: float
    hides_pain: float
    accepts: float
    undoes: float
    tells_of_absence: float


@dataclass(frozen=True)
class Absence:
    """Days without running, from and to counted from the first day. `is_told`: the coach hears of it."""

    first: int
    last: int
    kind: str
    is_told: bool

    def covers(self, day: int) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Dice:
    """One day's, thrown before anybody runs: whatever the plan, the day is the same. 0-1; `luck` is about 0."""

    luck: float
    misses: float
    why: float
    words: float
    late: float
    cut: float
    rates: float
    hurts: tuple[float, float, float]
    answers: float
    undoes: float
    corrects: float
    extra: float


@dataclass(frozen=True)
class Life:
    character: Character
    absences: tuple[Absence, ...]
    days: tuple[Dice, ...]

    def absence(self, day: int) -> Absence | None:
        return next((absence for absence in self.absences if absence.covers(day)), None)


def lived(random: Random, *, days: int) -> Life:
    return Life(_character(random), tuple(_absences(random, days)), tuple(_dice(random) for _ in range(days)))


def _character(random: Random) -> Character:
    bias = random.choices((0.0, -1.6, 1.6), (70, 15, 15))[0] + random.gauss(0, 0.3)
    return Character(
        reliability=1 - 0.3 * random.random() ** 2,
        tells_why=random.choice((0.2, 0.6, 0.9)),
        moves=random.choice((0.0, 0.1, 0.3)),
        rates=random.choice((0.7, 0.95, 1.0)),
        bias=bias,
        hides_pain=random.choice((0.0, 0.0, 2.0, 4.0)),
        accepts=random.choice((0.5, 0.8, 1.0)),
        undoes=random.choice((0.0, 0.01, 0.03)),
        tells_of_absence=random.choice((0.5, 0.9, 1.0)),
    )


def _absences(random: Random, days: int) -> Iterator[Absence]:
    day = 0
    while day < days:
        for kind, chance, (least, most) in (
            ("illness", ILLNESS_A_DAY, ILLNESS_DAYS),
            ("holiday", HOLIDAY_A_DAY, HOLIDAY_DAYS),
        ):
            if random.random() < chance:
                last = day + random.randint(least, most) - 1
                yield Absence(day, last, kind, random.random() < 0.85)
                # Some days of running lie between two absences.
                day = last + 5
                break
        day += 1


def _dice(random: Random) -> Dice:
    luck = random.gauss(0, 0.6) + (1.8 if random.random() < 0.06 else 0.0)
    throw = random.random
    return Dice(
        luck=luck,
        misses=throw(),
        why=throw(),
        words=throw(),
        late=throw(),
        cut=throw(),
        rates=throw(),
        hurts=(throw(), throw(), throw()),
        answers=throw(),
        undoes=throw(),
        corrects=throw(),
        extra=throw(),
    )
