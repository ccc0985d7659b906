"""The limits of any plan, held again: after whatever happened, what lies ahead gives way until they are true.

Only ever makes runs shorter or easier. A plan that nobody disturbed comes out as it went in.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from runs.training import limits
from runs.training.history import DAY, WEEK, History, Run, Session, monday_of

EASY_WHEN_BACK = 6 * DAY
# Hard runs so far ahead wait for what the next runs tell.
WAITING = timedelta(days=14)
BEGINNERS_EASY = 2 * WEEK
FIRST_KM, FIRST_MIN = 3.0, 30.0
# A midweek run stays so much shorter than a long run that had to give way.
SHORTER = 0.3
# Of who never ran, from one week to the next, with the rounding of whole minutes.
LONGER_SESSION = 1.29


def hold(history: History, *, today: date) -> list[Run]:
    """The runs ahead that have to change, as they must be."""
    before = {run.id: run for run in history.ahead(today)}
    eased = _eased(history, list(before.values()), today)
    held = _Loads(history.with_runs(eased), today).hold()
    return [run for run in held if run != before[run.id]]


def longest_before(history: History, on: date) -> float:
    """The longest run in the thirty days before `on`, done or planned; what was declared counts for its month."""
    stands = ((run.on, stands_km(history, run)) for run in history.runs)
    return max(limits.longest_before(on, stands), _declared_longest(history, on))


def most_week_km(history: History, monday: date) -> float:
    """How much the week of `monday` may hold after the four before it; no limit where there is nothing to go by."""
    volumes = _volumes(history)
    return _most_week(history, volumes, monday)


def hard_allowed(history: History, runs: int) -> int:
    """Hard sessions in a week of so many runs."""
    asked = history.asked
    return 1 if asked.is_beginner or asked.weekly_frequency <= 3 or runs <= 3 else 2


def may_be_hard(history: History, on: date, *, today: date) -> bool:
    """Whether pain, a return, a race, or a beginner's first weeks leave room for a hard run on a day."""
    return not any(first <= on <= last for first, last in _easy_spans(history, today))


def _easy_spans(history: History, today: date) -> Iterator[tuple[date, date]]:
    """Days on which no run is hard."""
    if history.last_pain_on:
        yield history.last_pain_on, history.last_pain_on + limits.EASY_AFTER_PAIN
    if hurts_again(history):
        yield today, today + WAITING
    for back, _ in history.returns:
        yield back, back + EASY_WHEN_BACK
    if history.race_on:
        yield history.race_on - limits.EASY_BEFORE_RACE, history.race_on - DAY
    if history.asked.is_beginner and history.began_on:
        yield history.began_on, history.began_on + BEGINNERS_EASY - DAY


def hurts_again(history: History) -> bool:
    """Two reports within fourteen days, and no run without pain since."""
    if len(history.pains) < 2 or not _is_near(*history.pains[-2:]):
        return False
    return not any(_is_after(session, history.pains[-1]) for session in history.told)


def _is_near(one: Session, other: Session) -> bool:
    return other.on - one.on <= limits.EASY_AFTER_PAIN


def _is_after(session: Session, other: Session) -> bool:
    return not session.pain and (session.on, session.order) > (other.on, other.order)


def _eased(history: History, ahead: list[Run], today: date) -> list[Run]:
    """Hard runs on days that must be easy, too near to another, or too many in a week, become easy ones."""
    spans, apart = list(_easy_spans(history, today)), limits.hard_days_apart(history.asked.age)
    of_ahead = {run.id for run in ahead}
    hard = [run for run in history.runs if run.is_hard and run.id not in of_ahead and _stands(history, run)]
    counts: dict[date, int] = defaultdict(int)
    for run in history.runs:
        if _stands(history, run):
            counts[run.monday] += 1
    eased = []
    for run in ahead:
        if not run.is_hard:
            continue
        this_week = sum(other.monday == run.monday for other in hard)
        if (
            any(first <= run.on <= last for first, last in spans)
            or any(abs((run.on - other.on).days) < apart for other in hard)
            or this_week >= hard_allowed(history, counts[run.monday])
        ):
            eased.append(run.as_easy())
        else:
            hard.append(run)
    return eased


def _stands(history: History, run: Run) -> bool:
    return run.status == "completed" or (run.is_pending and not history.is_paused(run.on))


def stands_km(history: History, run: Run) -> float:
    """What a run counts: as it was done, or as planned while it is not known to be missed."""
    if run.status == "completed":
        return history.done_km(run)
    return run.distance_km if run.is_pending and not run.is_race and not history.is_paused(run.on) else 0.0


def _volumes(history: History) -> dict[date, float]:
    """Km by Monday, the race left out."""
    volumes: dict[date, float] = defaultdict(float)
    for run in history.runs:
        if not run.is_race:
            volumes[run.monday] += stands_km(history, run)
    return volumes


def _declared_longest(history: History, on: date) -> float:
    asked = history.asked
    if history.began_on is None or on > history.began_on + limits.LONGEST_WITHIN:
        return 0.0
    share = limits.MOST_SHARE[asked.weekly_frequency]
    return asked.longest_recent_km or share * (asked.current_weekly_km or 0.0)


def _most_week(history: History, volumes: dict[date, float], monday: date) -> float:
    before = [volumes.get(monday - back * WEEK, 0.0) for back in range(1, limits.WEEKS_HELD_AGAINST + 1)]
    began, declared = history.began_on, history.asked.current_weekly_km or 0.0
    if began and monday - limits.WEEKS_HELD_AGAINST * WEEK < monday_of(began):
        before.append(declared)
    reference = max(before)
    return limits.most_week_km(reference) if reference else float("inf")


class _Loads:
    """Runs and weeks brought under P1 and P2, the earliest first: each counts for those after it."""

    def __init__(self, history: History, today: date) -> None:
        self.history, self.today = history, today
        self.ahead = history.ahead(today)
        of_ahead = {run.id for run in self.ahead}
        behind = [run for run in history.runs if run.id not in of_ahead]
        km = [(run.on, stands_km(history, run)) for run in behind]
        self.stands = [(on, one) for on, one in km if one]
        self.longest_min: dict[date, float] = defaultdict(float)
        for run in behind:
            self._note_minutes(run)
        self.volumes: dict[date, float] = defaultdict(float)
        for run, (_, one) in zip(behind, km, strict=True):
            if not run.is_race:
                self.volumes[run.monday] += one

    def hold(self) -> list[Run]:
        weeks: dict[date, list[Run]] = defaultdict(list)
        for run in self.ahead:
            weeks[run.monday].append(run)
        return [run for monday in sorted(weeks) for run in self._week(monday, weeks[monday])]

    def _week(self, monday: date, runs: list[Run]) -> list[Run]:
        # What lies further back says nothing any more; nor do later weeks ask for it.
        self.stands = [(on, km) for on, km in self.stands if on >= monday - limits.LONGEST_WITHIN]
        planned, runs = runs, self._within_reach(runs)
        most = _most_week(self.history, self.volumes, monday) - self.volumes[monday]
        tolerated = most + limits.tolerance_km(most + self.volumes[monday])
        if sum(run.distance_km for run in runs) > tolerated:
            runs = _fewer(_lessened(runs, max(most, 0.0)), tolerated)
        runs = _short_of_long(planned, runs)
        for run in runs:
            self._note_minutes(run)
        self.stands += [(run.on, run.distance_km) for run in runs]
        self.volumes[monday] += sum(run.distance_km for run in runs)
        return runs

    def _within_reach(self, runs: list[Run]) -> list[Run]:
        held: list[Run] = []
        for run in runs:
            most, tolerance = self._most_km(run, held)
            is_over = run.distance_km > most + tolerance
            if run.type == "run_walk" and run.distance_km > (session_km := self._most_session_km(run)):
                most, is_over = min(most, session_km), True
            held.append(run.resized(_down(most)) if is_over else run)
        return held

    def _note_minutes(self, run: Run) -> None:
        if stands_km(self.history, run):
            self.longest_min[run.monday] = max(self.longest_min[run.monday], run.duration_min)

    def _most_session_km(self, run: Run) -> float:
        """Who never ran runs and walks no more than a quarter longer than in the last week that had a session."""
        before = [self.longest_min[monday] for monday in sorted(self.longest_min) if monday < run.monday]
        last = next((minutes for minutes in reversed(before) if minutes), 0.0)
        pace_min = run.duration_min / run.distance_km if run.distance_km else 0.0
        return LONGER_SESSION * last / pace_min if last and pace_min else float("inf")

    def _most_km(self, run: Run, held: list[Run]) -> tuple[float, float]:
        """How far the run may be, and what is no more than rounding."""
        this_week = [(other.on, other.distance_km) for other in held]
        longest = limits.longest_before(run.on, [*self.stands, *this_week])
        longest = max(longest, _declared_longest(self.history, run.on))
        if longest:
            most = limits.most_run_km(longest)
            return most, limits.tolerance_km(most)
        pace_min = run.duration_min / run.distance_km if run.distance_km else 0.0
        most = max(FIRST_KM, FIRST_MIN / pace_min) if pace_min else FIRST_KM
        return most, 0.01 * most


def _short_of_long(before: list[Run], held: list[Run]) -> list[Run]:
    """Where the long run had to give way, now or earlier, the others stay shorter than it."""
    pairs = zip(held, before, strict=True)
    long = next((run for run, was in pairs if run.is_long and (run != was or run.distance_km < run.planned_km)), None)
    if long is None:
        return held
    most = max(long.distance_km - SHORTER, min(run.least_km for run in held))
    return [run if run is long or run.distance_km < long.distance_km else run.resized(most) for run in held]


def _lessened(runs: Iterable[Run], most_km: float) -> list[Run]:
    """All by the same share; what some cannot give, being at their least, the others do."""
    runs = list(runs)
    given = {run.id: run for run in runs}
    # Each round brings at least one more to its least.
    for _ in runs:
        free = [run for run in given.values() if run.distance_km > run.least_km + 0.05]
        left_km = most_km - sum(run.distance_km for run in given.values()) + sum(run.distance_km for run in free)
        share = max(0.0, left_km) / sum(run.distance_km for run in free) if free else 1.0
        if share >= 1:
            break
        given |= {run.id: run.resized(_down(run.distance_km * share)) for run in free}
    return [given[run.id] for run in runs]


def _fewer(runs: list[Run], most_km: float) -> list[Run]:
    """Where the shortest runs there are come to too much, the shortest of them goes; one stays."""
    while sum(run.distance_km for run in runs) > most_km:
        others = [run for run in runs if run.is_pending and not run.is_long]
        if len([run for run in runs if run.is_pending]) < 2 or not others:
            break
        gone = min(others, key=lambda run: run.distance_km)
        runs = [run.as_rest() if run is gone else run for run in runs]
    return runs


def _down(km: float) -> float:
    return int(km * 10 + 1e-6) / 10
