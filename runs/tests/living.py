"""A plan somebody lives with, as JSON: what happens to it goes to the coach's rules, and every answer is held against
what must be true of any (`judging.py`)."""

from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta

from runs.tests import judging
from runs.tests.invariants import calendar
from runs.tests.invariants.words import goal_km, on
from runs.tests.judging import judged, plain
from runs.training import adapt_reading, adaptation, contract, going_back, moves, onward, snapshots

DAY = timedelta(days=1)


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

    # --- what the coach says

    def judge(self, *, thoroughly: bool = True) -> list[dict]:
        """The adjustments that follow; the state is as it is after them."""
        before = plain(self.state)
        made, after = judged(before)
        assert before == plain(self.state), "a question changed what it was about"
        self.state = after
        faults = [fault for fault in self.faults(after) if fault.split()[0] not in self.excused]
        assert not faults, faults
        judging.holds(before, after, made)
        if thoroughly:
            judging.counts_once(before, after, made)
        return made
