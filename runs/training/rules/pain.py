"""Rule 3: pain. Rest first, then less, then nothing hard for two weeks; a second report goes to a professional."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from runs.training import limits
from runs.training.history import DAY, WEEK, Adjustment, Change, History, Run, Session, Task, monday_of

BAD, VERY_BAD = 4, 6
LESS, MUCH_LESS = 0.7, 0.6
# Each week after the cut one.
MOST_NEXT = 1.3
# Of a run in a week that has rest days already.
MOST_LEFT = 0.9
LEAST_SHARE = 0.5
SAID_WITHIN = limits.EASY_AFTER_PAIN
# What the human coach is told.
FLAG = "pain"


def judge(history: History, today: date) -> Iterator[Adjustment]:
    heeded = history.spent_by("pain")
    fresh = [told for told in history.pains if told.run_id not in heeded and told.on >= today - SAID_WITHIN]
    if not fresh:
        return
    worst = max(fresh, key=lambda told: (told.pain_severity or 0, told.on))
    again = _is_second(history, fresh)
    changes, rests, factor = _changes(history, today, worst, hurt_on=fresh[-1].on, again=again)
    evidence = tuple(told.run_id for told in fresh)
    following = monday_of(today) + WEEK
    is_shorter = any(change.before and change.before.monday == following for change in changes)
    reason = _reason(worst, rests, factor, again=again, is_shorter=is_shorter)
    yield Adjustment(
        "pain", reason, today, evidence, changes, tasks=_tasks(worst, again, today), flag=FLAG if again else ""
    )


PLURALS = {"foot": "feet", "calf": "calves", "achilles": "achilles"}
# No ice and no stretching for these.
REST_ONLY = frozenset({"", "other", "stomach", "neck", "chest"})


def where(told: Session) -> str:
    """ "left knee", "knees"; "body" where nobody said."""
    if told.pain_location in ("", "other"):
        return "body"
    place = "IT band" if told.pain_location == "it_band" else told.pain_location
    if told.pain_side == "both":
        return PLURALS.get(place, f"{place}s")
    return f"{told.pain_side} {place}" if told.pain_side in ("left", "right") else place


def _is_second(history: History, fresh: list[Session]) -> bool:
    """Another report in the fourteen days before."""
    last = fresh[-1]
    return any(told is not last and last.on - told.on <= SAID_WITHIN for told in history.pains)


def _changes(
    history: History, today: date, worst: Session, *, hurt_on: date, again: bool
) -> tuple[tuple[Change, ...], int, float]:
    """Every run that changes, how many become rest, and what is left of the following week."""
    ahead, following = history.ahead(today), monday_of(today) + WEEK
    severity = worst.pain_severity or 0
    factor = MUCH_LESS if severity >= VERY_BAD else LESS
    rests = _rests(ahead, 2 if severity >= BAD else 1, following)
    shares = _shares(ahead, rests, following, factor)
    changes = []
    for run in ahead:
        after = run.as_rest() if run in rests else _less(run, shares.get(run.monday, 1.0), again)
        if run.on <= hurt_on + limits.EASY_AFTER_PAIN and run not in rests:
            after = after.as_easy()
        if after != run:
            changes.append(Change(run, after))
    return tuple(changes), len(rests), factor


def _rests(ahead: list[Run], more: int, following: date) -> list[Run]:
    """The next run, and what lies within one or two days of it; where nothing does, further runs of a week that has
    begun. The following week is made shorter anyway."""
    if not ahead:
        return []
    first = ahead[0]
    rests = [run for run in ahead if run.on <= first.on + more * DAY]
    this_week = [run for run in ahead if run.monday == first.monday and run not in rests]
    return rests + this_week[: max(0, 1 + more - len(rests))] if first.monday < following else rests


def _shares(ahead: list[Run], rests: list[Run], following: date, factor: float) -> dict[date, float]:
    """What is left of each week's runs. The following one comes to `factor` of itself, its rest days counted in; each
    after it is at most 1.3 times the one before, until the old kilometres are reached."""
    weeks: dict[date, list[Run]] = defaultdict(list)
    for run in ahead:
        weeks[run.monday].append(run)
    planned = {monday: sum(run.distance_km for run in runs) for monday, runs in weeks.items()}
    left = sum(run.distance_km for run in weeks.get(following, []) if run not in rests)
    share = min(MOST_LEFT, factor * planned.get(following, 0.0) / left) if left else factor
    shares = {following: max(factor, share)}
    km = shares[following] * left or factor * planned.get(following, 0.0)
    for monday in sorted(monday for monday in weeks if monday > following):
        km *= MOST_NEXT
        if not km or km >= planned[monday]:
            break
        shares[monday] = km / planned[monday]
    return shares


def _less(run: Run, share: float, again: bool) -> Run:
    """Pain told twice does not cut twice without end."""
    least = min(run.distance_km, LEAST_SHARE * run.planned_km) if again else 0.0
    return run.resized(max(run.distance_km * share, least)) if share < 1 else run


def _reason(worst: Session, rests: int, factor: float, *, again: bool, is_shorter: bool) -> str:
    how_bad = f", {worst.pain_severity} of 10" if worst.pain_severity is not None else ""
    rest = {0: "", 1: "Your next run is a rest day. "}.get(rests, f"Your next {rests} runs are rest days. ")
    reason = f"You told me about pain in your {where(worst)}{how_bad}. {rest}"
    reason += f"Next week is {round((1 - factor) * 100)} % shorter. " if is_shorter else ""
    reason += "Nothing is hard for two weeks."
    if again:
        reason += " It is the second time in two weeks: please let a professional look at it. Hard runs wait until a "
        reason += "run without pain."
    return reason


def _tasks(worst: Session, again: bool, today: date) -> tuple[Task, ...]:
    place = where(worst)
    name, said = (f"your {place}",) * 2 if place != "body" else ("what hurts", "something")
    told = f"You told me on {worst.on:%A} that {said} hurts."
    urgent = "high" if (worst.pain_severity or 0) >= BAD else "medium"
    if worst.pain_location in REST_ONLY:
        tasks = [Task(f"Rest {name}, and see how it is tomorrow", told, "recovery", urgent, today + DAY)]
    else:
        tasks = [
            Task(
                f"Cool {name} for ten minutes",
                f"{told} Ice in a cloth, twice a day, calms it.",
                "recovery", urgent, today,
            ),
            Task(
                f"Stretch around {name}, gently",
                f"{told} Only as far as it does not hurt; stop when it does.",
                "recovery", "medium", today + DAY,
            ),
        ]  # fmt: skip
    if again:
        why = f"{told} It is the second report in two weeks, and I am no doctor."
        title = f"See a physiotherapist or doctor about {name}"
        tasks.insert(0, Task(title, why, "recovery", "high", today + 2 * DAY))
    return tuple(tasks)
