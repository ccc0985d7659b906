"""What the coach's rules answer to a plan somebody lives with, and what must be true of any answer."""

import json
from datetime import date, timedelta
from random import Random

from runs.tests.invariants import calendar
from runs.tests.invariants.words import HARD, monday_of, on, slack
from runs.training import adapt_contract, adapt_reading, adaptation, snapshots

ORDER = ("red_flag", "pain", "too_hard", "misses", "obstacle", "too_easy", "progress")
MORE = {"too_easy", "progress"}
# Runs are evidence once for each of these.
FAMILIES = ({"red_flag"}, {"pain"}, {"too_hard", *MORE}, {"misses"}, {"obstacle"})
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


def judged(state: dict) -> tuple[list[dict], dict]:
    """What `adapt` answers, without its view of the goal; and the request that goes on from it."""
    today, history = adapt_reading.parsed(state)
    judgement = adaptation.judge(history, today=today)
    made = plain([adapt_contract.adjustment(one) for one in judgement.adjustments])
    earlier = zip(state["adjustments"], judgement.history.adjustments, strict=False)
    kept = [{**row, "undone": True} if now.is_off else row for row, now in earlier]
    runs = sorted(judgement.history.runs, key=lambda run: (run.on, run.id))
    return made, {**state, "runs": plain([snapshots.run(run) for run in runs]), "adjustments": kept + made}


def plain(value):
    """As it comes through JSON."""
    return json.loads(json.dumps(value))


def holds(before: dict, after: dict, made: list[dict]) -> None:
    assert not calendar.rewritten(before, after), calendar.rewritten(before, after)
    assert races(before) == races(after), "the race was touched"
    for one in made:
        assert one["reason"].strip()
        assert one["rule"] in {*ORDER, "return"}
        assert all(task["title"] and task["due_on"] >= before["today"] for task in one["tasks"])
        is_no_more_than_may_be(one, after)
        is_not_outranked(one, after)
    rests_on_something_new(after)


def counts_once(before: dict, after: dict, made: list[dict]) -> None:
    """The same again finds nothing; the same twice, or in another order, finds the same."""
    more, again = judged(after)
    assert more == [], more
    assert again["runs"] == after["runs"]
    answer = plain(adapt_contract.answer(before))
    assert (answer["adjustments"], answer["runs"]) == (made, after["runs"])
    assert answer["withdrawn"] == [
        at for at, one in enumerate(before["adjustments"]) if after["adjustments"][at] != one
    ]
    twice = {**before, "sessions": before["sessions"] * 2, "skips": before["skips"] * 2}
    assert judged(twice)[0] == made, "the same event twice"
    random = Random(len(before["sessions"]))  # noqa: S311 - an order, no secret
    mixed = {name: random.sample(before[name], len(before[name])) for name in ("sessions", "skips", "runs", "pauses")}
    found, there = judged({**before, **mixed})
    assert found == made, "another order"
    assert there["runs"] == after["runs"]


def is_no_more_than_may_be(one: dict, state: dict) -> None:
    """Nothing but an increase makes any run longer or harder, and an increase has its time."""
    grown = [change for change in one["changes"] if is_more(change)]
    if one["rule"] not in MORE:
        assert not grown, (one["rule"], grown)
        return
    is_time_for_more(one, grown, state)


def is_time_for_more(one: dict, grown: list[dict], state: dict) -> None:
    others = [made for made in state["adjustments"] if made["rule"] in MORE and not is_same(made, one)]
    for other in others:
        applied = not (other.get("undone") or other["needs_confirmation"])
        assert not (applied and days(other["on"], one["on"]) < 7), ("two increases in 7 days", other, one)
    for session in state["sessions"]:
        assert not (session["pain"] and 0 <= days(session["completed_on"], one["on"]) < 14), "more after pain"
    weeks = {week["starts_on"]: week for week in state["weeks"]}
    for monday in {monday_of(on(change["after"])) for change in grown}:
        week = weeks.get(monday.isoformat())
        assert not (week and (week["cutback"] or week["phase"] in {"taper", "race", "recovery"})), week
        for pause in state["pauses"]:
            first, last = date.fromisoformat(pause["from"]), pause["to"] and date.fromisoformat(pause["to"])
            if last and (last - first).days >= 3:
                assert not (monday <= last + WEEK and last + DAY <= monday + 6 * DAY), "more in a return week"


def is_not_outranked(one: dict, state: dict) -> None:
    """A lower rule does not fire in the week of a higher one."""
    if one["rule"] not in ORDER:
        return
    higher, week = ORDER[: ORDER.index(one["rule"])], monday_of(date.fromisoformat(one["on"]))
    for other in state["adjustments"]:
        same_week = monday_of(date.fromisoformat(other["on"])) == week
        assert not (other["rule"] in higher and same_week and not other.get("undone")), (other, one)


def rests_on_something_new(state: dict) -> None:
    for family in FAMILIES:
        evidence = [run for one in state["adjustments"] if one["rule"] in family for run in one["evidence"]]
        assert len(evidence) == len(set(evidence)), (family, evidence)


def races(state: dict) -> list[dict]:
    return [{**run, "planned_distance_km": None, "status": None} for run in state["runs"] if run["type"] == "race"]


def is_more(change: dict) -> bool:
    """Longer, or hard where it was not."""
    before, after = change["before"], change["after"]
    if after is None or (before is None and after["status"] == "rest"):
        return False
    was_km, was = (before["distance_km"], before["type"]) if before else (0.0, "rest")
    return after["distance_km"] > was_km + slack(was_km) * 0.2 or (after["type"] in HARD and was not in HARD)


def is_same(one: dict, other: dict) -> bool:
    return (one["rule"], one["evidence"], one["on"]) == (other["rule"], other["evidence"], other["on"])


def days(first: str, second: str) -> int:
    return (date.fromisoformat(second) - date.fromisoformat(first)).days
