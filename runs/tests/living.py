"""A plan somebody lives with, as JSON: what happens to it goes to the coach's rules, and every answer is held against
what must be true of any."""

import json
from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from runs.tests.invariants import calendar
from runs.tests.invariants.words import HARD, goal_km, monday_of, on, slack
from runs.training import adapt_contract, adapt_reading, adaptation, contract, going_back, moves, onward, snapshots

ORDER = ("red_flag", "pain", "too_hard", "misses", "obstacle", "too_easy", "progress")
MORE = {"too_easy", "progress"}
# Runs are evidence once for each of these.
FAMILIES = ({"red_flag"}, {"pain"}, {"too_hard", *MORE}, {"misses"}, {"obstacle"})
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


class Life:
    """`state`: a request of `adapt`; `moved`: runs the runner put elsewhere. Dates in words of JSON."""

    def __init__(self, request: dict) -> None:
        answer = plain(contract.answer(contract.request(request)))
        self.state = {
            "today": request["today"],
            "goal": request["goal"],
            "profile": {name: value for name, value in request.items() if name not in ("today", "goal")},
            "runs": [{**run, "status": "scheduled"} for week in answer["weeks"] for run in week["runs"]],
            "sessions": [],
            "skips": [],
            "pauses": [],
            "adjustments": [],
            "weeks": [{**week, "runs": []} for week in answer["weeks"]],
        }
        self.moved: set[str] = set()
        # What even the planner could not keep is not held against the coach.
        self.excused = {fault.split()[0] for fault in self.faults(self.state)}
        assert self.excused <= {"P16"}, self.faults(self.state)
        self.judge()
        assert self.state["adjustments"] == []

    # --- what there is

    @property
    def today(self) -> date:
        return date.fromisoformat(self.state["today"])

    @property
    def runs(self) -> list[dict]:
        return sorted(self.state["runs"], key=lambda run: (run["date"], run["id"]))

    @property
    def pending(self) -> list[dict]:
        return [run for run in self.runs if run["status"] in calendar.PENDING]

    @property
    def is_suspended(self) -> bool:
        return calendar.Life(self.state).is_suspended

    def is_paused(self, when: date) -> bool:
        return calendar.Life(self.state).is_paused(when)

    def due(self, *, back: int = 0) -> list[dict]:
        """Runs that may be told about today: to be run, or missed a few days ago."""
        first = (self.today - back * DAY).isoformat()
        open_runs = [run for run in self.runs if run["status"] in {*calendar.PENDING, "missed"}]
        return [run for run in open_runs if first <= run["date"] <= self.state["today"] and not self.is_paused(on(run))]

    def faults(self, state: dict) -> list[str]:
        return calendar.broken({**state, "moved": sorted(self.moved)})

    # --- what happens

    def train(self, run: dict, *, difficulty: int | None, share: float | None = 1.0, late: int = 0, **more) -> None:
        """`share` of the distance, None where nobody said; `late`: days after the day it was planned for."""
        km = None if share is None else round(share * run["distance_km"], 1)
        when = min(on(run) + late * DAY, self.today)
        session = {
            "run_id": run["id"],
            "completed_on": when.isoformat(),
            "distance_km": km,
            "duration_min": None,
            "difficulty": difficulty,
            "energy": None,
            "pain": None,
            "notes": "",
        }
        self.state["skips"] = [skip for skip in self.state["skips"] if skip["run_id"] != run["id"]]
        self.state["sessions"].append({**session, **more})
        self._now(run, status="completed")

    def skip(self, run: dict, reason: str) -> None:
        self.state["skips"] = [skip for skip in self.state["skips"] if skip["run_id"] != run["id"]]
        self.state["skips"].append({"run_id": run["id"], "reason": reason})
        if run["status"] in calendar.PENDING:
            self._now(run, status="skipped")

    def rate(self, session: dict, difficulty: int) -> None:
        session["difficulty"] = difficulty

    def pass_day(self) -> bool:
        """Until tomorrow. What was not run by then is missed, but in a pause or under a red flag; was anything?"""
        self.state["today"] = (self.today + DAY).isoformat()
        missed = [run for run in self.pending if on(run) < self.today and not self.is_paused(on(run))]
        for run in missed if not self.is_suspended else ():
            self._now(run, status="missed")
        return bool(missed)

    def pause(self, first: date, last: date | None, kind: str) -> None:
        self.state["pauses"].append({"from": first.isoformat(), "to": last and last.isoformat(), "kind": kind})

    def end_pause(self, last: date) -> None:
        for pause in self.state["pauses"]:
            if pause["to"] is None:
                pause["to"] = max(last.isoformat(), pause["from"])

    def clear(self) -> None:
        """A doctor's word: what passed in the meantime is no miss."""
        for made in self.state["adjustments"]:
            if made["rule"] == "red_flag":
                made["cleared"] = True
        for run in self.pending:
            if on(run) < self.today and not self.is_paused(on(run)):
                self._now(run, status="skipped")

    def verdict(self, run: dict, when: date) -> moves.Verdict:
        _, history = adapt_reading.parsed(self.state)
        asked = history.asked
        others = tuple(
            moves.Run(other.on, other.type, other.distance_km, other.status)
            for other in history.runs
            if other.id != run["id"]
        )
        return moves.judge(
            moves.Run(on(run), run["type"], run["distance_km"], run["status"]),
            when,
            calendar=moves.Calendar(
                self.today,
                others,
                asked.weekly_frequency,
                asked.available_days,
                asked.long_run_day or "",
                asked.age,
                asked.goal_date if asked.race_km else None,
                asked.goal_date,
                asked.current_weekly_km or 0.0,
                asked.is_beginner,
            ),
        )

    def move(self, run: dict, when: date) -> None:
        self.moved.add(run["id"])
        self._now(run, date=when.isoformat(), status="rescheduled")

    def accept(self, made: dict) -> list[dict]:
        """The changes that came of a proposal."""
        _, history = adapt_reading.parsed(self.state)
        proposal = history.adjustments[self.state["adjustments"].index(made)]
        history, changes = adaptation.accept(history, proposal, today=self.today)
        made |= {
            "needs_confirmation": False,
            "changes": plain([snapshots.change(one) for one in changes]),
            "on": self.state["today"],
        }
        self.state["runs"] = plain([snapshots.run(run) for run in history.runs])
        return made["changes"]

    def undo(self, made: dict) -> None:
        """What waits for a yes is declined."""
        at = self.state["adjustments"].index(made)
        if not made["needs_confirmation"]:
            _, history = adapt_reading.parsed(self.state)
            history = history.with_runs(going_back.undo(history, history.adjustments[at], today=self.today).restored)
            again = going_back.undo(history, history.adjustments[at], today=self.today)
            assert history.with_runs(again.restored).runs == history.runs, "undo twice is nothing"
            self.state["runs"] = plain([snapshots.run(run) for run in history.runs])
        made["undone"] = True

    def aim_for(self, when: date) -> bool:
        """Another day for the goal, and a plan to it from next week on; what was run, and this week, stay."""
        state = deepcopy(self.state)
        state["goal"]["date"] = when.isoformat()
        _, history = adapt_reading.parsed(state)
        asked = onward.request(history, today=self.today)
        if asked is None or asked.today > when:
            return False
        answer = plain(contract.answer(replace(asked, insist=True)))
        first, tag = asked.today.isoformat(), len(self.state["runs"])
        kept = [run for run in state["runs"] if run["date"] < first or run["status"] not in calendar.PENDING]
        if any(run["type"] == "race" for run in kept) or (goal_km(state["goal"]) and not answer["weeks"]):
            return False
        taken = {run["date"] for run in kept if run["status"] in {*calendar.PENDING, "completed"}}
        fresh = [run for week in answer["weeks"] for run in week["runs"] if run["date"] not in taken]
        state["runs"] = kept + [{**run, "id": f"{when}-{tag}-{run['id']}", "status": "scheduled"} for run in fresh]
        state["weeks"] = [week for week in state["weeks"] if week["starts_on"] < first] + [
            {**week, "runs": []} for week in answer["weeks"]
        ]
        self.state = state
        # Another plan may have weeks of which another shape could not be had.
        self.excused |= {"P16"}
        return True

    def _now(self, run: dict, **changed) -> None:
        self.state["runs"] = [{**one, **changed} if one["id"] == run["id"] else one for one in self.state["runs"]]

    # --- what the coach says, and what must be true of it

    def judge(self, *, thoroughly: bool = True) -> list[dict]:
        """The adjustments that follow; the state is as it is after them."""
        before = plain(self.state)
        made, after = judged(before)
        assert before == plain(self.state), "a question changed what it was about"
        self.state = after
        self._holds(before, after, made)
        if thoroughly:
            self._counts_once(before, after, made)
        return made

    def _holds(self, before: dict, after: dict, made: list[dict]) -> None:
        faults = [fault for fault in self.faults(after) if fault.split()[0] not in self.excused]
        assert not faults, faults
        assert not calendar.rewritten(before, after), calendar.rewritten(before, after)
        assert races(before) == races(after), "the race was touched"
        for one in made:
            assert one["reason"].strip()
            assert one["rule"] in {*ORDER, "return"}
            assert all(task["title"] and task["due_on"] >= before["today"] for task in one["tasks"])
            self._is_no_more_than_may_be(one, after)
            self._is_not_outranked(one, after)
        self._rests_on_something_new(after)

    def _counts_once(self, before: dict, after: dict, made: list[dict]) -> None:
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
        mixed = {
            name: random.sample(before[name], len(before[name])) for name in ("sessions", "skips", "runs", "pauses")
        }
        found, there = judged({**before, **mixed})
        assert found == made, "another order"
        assert there["runs"] == after["runs"]

    def _is_no_more_than_may_be(self, one: dict, state: dict) -> None:
        """Nothing but an increase makes any run longer or harder, and an increase has its time."""
        grown = [change for change in one["changes"] if is_more(change)]
        if one["rule"] not in MORE:
            assert not grown, (one["rule"], grown)
            return
        self._is_time_for_more(one, grown, state)

    def _is_time_for_more(self, one: dict, grown: list[dict], state: dict) -> None:
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

    def _is_not_outranked(self, one: dict, state: dict) -> None:
        """A lower rule does not fire in the week of a higher one."""
        if one["rule"] not in ORDER:
            return
        higher, week = ORDER[: ORDER.index(one["rule"])], monday_of(date.fromisoformat(one["on"]))
        for other in state["adjustments"]:
            same_week = monday_of(date.fromisoformat(other["on"])) == week
            assert not (other["rule"] in higher and same_week and not other.get("undone")), (other, one)

    def _rests_on_something_new(self, state: dict) -> None:
        for family in FAMILIES:
            evidence = [run for one in state["adjustments"] if one["rule"] in family for run in one["evidence"]]
            assert len(evidence) == len(set(evidence)), (family, evidence)


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
