"""Whatever happens in the life of a plan, and in whatever order, the coach's rules keep its limits and count once.

The judge in `invariants/calendar.py` knows nothing of the rules; `judging.py` tells what holds of every answer. The
same lives in every ordinary run, others with `PLANS=500` in the environment. Where limits meet, P1 goes before a run's
place in the plan (it becomes rest), and P16 before nothing: a week down to the shortest runs there are has no longest.
"""

import os
from datetime import timedelta

from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from runs.tests.invariants.words import monday_of, on
from runs.tests.judging import is_more, is_time_for_more
from runs.tests.living import DAY, Life
from runs.tests.strategies import consistent, insisted

PLANS = os.environ.get("PLANS")
RATINGS = st.none() | st.integers(1, 10)
SHARES = st.sampled_from([None, 0.3, 0.6, 0.7, 0.9, 1.0, 1.0, 1.2, 2.0])
REASONS = st.sampled_from(
    ["It rained all day", "I had to work late", "my shoes are wet", "I have a cold", "", "no time"]
)
PAIN = st.fixed_dictionaries(
    {
        "location": st.sampled_from([None, "knee", "shin", "achilles", "back"]),
        "side": st.sampled_from([None, "left", "right", "both"]),
        "severity": st.none() | st.integers(0, 10),
    }
)


class LifeOfAPlan(RuleBasedStateMachine):
    life: Life

    @initialize(request=st.one_of(consistent(insist=True), insisted()))
    def begin(self, request):
        self.life = Life(request)

    @rule(days=st.integers(1, 7))
    def idle(self, days):
        """Days go by, and nothing is told."""
        for _ in range(days):
            if self.life.pass_day():
                self.life.judge(thoroughly=False)
        self.life.judge()

    @precondition(lambda self: not self.life.is_suspended)
    @rule(days=st.integers(3, 28), felt=st.sampled_from(["right", "right", "easy", "hard", "unrated"]))
    def train(self, days, felt):
        """Some days of doing what the plan says."""
        for _ in range(days):
            for run in self.life.due():
                low, high = run["effort"]
                difficulty = {"right": (low + high) // 2, "easy": 2, "hard": 9, "unrated": None}[felt]
                self.life.train(run, difficulty=difficulty)
                self.life.judge(thoroughly=False)
            if self.life.pass_day():
                self.life.judge(thoroughly=False)
        self.life.judge()

    @precondition(lambda self: self.life.due(back=3))
    @rule(data=st.data(), difficulty=RATINGS, share=SHARES, late=st.sampled_from([0, 0, 0, 1, 2]))
    def check_in(self, data, difficulty, share, late):
        run = data.draw(st.sampled_from(self.life.due(back=3)))
        energy = data.draw(st.sampled_from([None, "low", "high"]))
        self.life.train(run, difficulty=difficulty, share=share, late=late, energy=energy)
        self.life.judge()

    @precondition(lambda self: self.life.due(back=1))
    @rule(data=st.data(), pain=PAIN, difficulty=RATINGS)
    def hurt(self, data, pain, difficulty):
        run = data.draw(st.sampled_from(self.life.due(back=1)))
        self.life.train(run, difficulty=difficulty, pain=pain)
        self.life.judge()

    @precondition(lambda self: self.life.due() and not self.life.is_suspended)
    @rule(data=st.data(), place=st.booleans())
    def feel_a_tight_chest(self, data, place):
        run = data.draw(st.sampled_from(self.life.due()))
        told = {"pain": {"location": "chest"}} if place else {"notes": "my chest felt tight"}
        self.life.train(run, difficulty=5, **told)
        made = self.life.judge()
        assert [one["rule"] for one in made] == ["red_flag"]
        assert self.life.is_suspended
        assert any(task["due_on"] == self.life.state["today"] for task in made[0]["tasks"])

    @precondition(lambda self: self.life.is_suspended)
    @rule()
    def be_cleared(self):
        self.life.clear()
        self.life.judge()

    @precondition(lambda self: self.skippable())
    @rule(data=st.data(), reason=REASONS)
    def skip(self, data, reason):
        self.life.skip(data.draw(st.sampled_from(self.skippable())), reason)
        self.life.judge()

    def skippable(self):
        first, last = (self.life.today + days * DAY for days in (-3, 5))
        runs = [run for run in self.life.runs if first <= on(run) <= last and run["type"] != "race"]
        runs = [run for run in runs if run["status"] in {"scheduled", "rescheduled", "missed"}]
        return [run for run in runs if on(run) >= self.life.today or run["status"] == "missed"]

    @precondition(lambda self: self.movable())
    @rule(data=st.data(), ahead=st.integers(0, 28))
    def move(self, data, ahead):
        """Where a move is a question, the runner insists."""
        run = data.draw(st.sampled_from(self.movable()[:8]))
        when = self.life.today + ahead * DAY
        assume(when != on(run) and not self.life.is_paused(when))
        assume(not self.life.verdict(run, when).objection)
        self.life.move(run, when)
        self.life.judge()

    def movable(self):
        return [run for run in self.life.pending if on(run) >= self.life.today and run["type"] != "race"]

    @precondition(lambda self: not any(pause["to"] is None for pause in self.life.state["pauses"]))
    @rule(
        ahead=st.integers(-6, 20),
        length=st.none() | st.integers(1, 40),
        kind=st.sampled_from(["illness", "injury", "holiday"]),
    )
    def pause(self, ahead, length, kind):
        first = self.life.today + ahead * DAY
        last = length and first + (length - 1) * DAY
        done = [run["date"] for run in self.life.runs if run["status"] == "completed"]
        assume(first.isoformat() > max(done, default=""))
        assume(
            all(
                pause["to"] < first.isoformat() or (last and pause["from"] > last.isoformat())
                for pause in self.life.state["pauses"]
            )
        )
        self.life.pause(first, last, kind)
        self.life.judge()

    @precondition(lambda self: any(pause["to"] is None for pause in self.life.state["pauses"]))
    @rule(ahead=st.integers(-1, 3))
    def end_pause(self, ahead):
        self.life.end_pause(self.life.today + ahead * DAY)
        self.life.judge()

    @precondition(lambda self: self.recent())
    @rule(data=st.data(), difficulty=st.integers(1, 10))
    def correct_a_rating(self, data, difficulty):
        self.life.rate(data.draw(st.sampled_from(self.recent())), difficulty)
        self.life.judge()

    def recent(self):
        first = (self.life.today - 4 * DAY).isoformat()
        return [session for session in self.life.state["sessions"] if session["completed_on"] >= first]

    @precondition(lambda self: self.standing())
    @rule(data=st.data())
    def undo(self, data):
        self.life.undo(data.draw(st.sampled_from(self.standing())))
        self.life.judge()

    def standing(self):
        made = self.life.state["adjustments"][-5:]
        return [one for one in made if not one.get("undone") and one["rule"] != "red_flag"]

    @precondition(lambda self: self.proposed())
    @rule(data=st.data())
    def accept(self, data):
        made = data.draw(st.sampled_from(self.proposed()))
        before = self.life.state["runs"]
        changes = self.life.accept(made)
        grown = [change for change in changes if is_more(change)]
        if grown:
            is_time_for_more(made, grown, self.life.state)
        assert [run for run in before if run["type"] == "race"] == [
            run for run in self.life.state["runs"] if run["type"] == "race"
        ]
        self.life.judge()

    def proposed(self):
        return [one for one in self.life.state["adjustments"] if one["needs_confirmation"] and not one.get("undone")]

    @precondition(lambda self: self.life.state["goal"]["date"] and not self.life.is_suspended)
    @rule(weeks=st.integers(2, 40), days=st.integers(0, 6))
    def aim_for_another_day(self, weeks, days):
        race = [on(run) for run in self.life.runs if run["type"] == "race"]
        assume(all(when > self.life.today + timedelta(days=7) for when in race))
        assume(self.life.aim_for(monday_of(self.life.today) + timedelta(weeks=weeks, days=days)))
        self.life.judge()


LifeOfAPlan.TestCase.settings = settings(
    max_examples=int(PLANS or "16"),
    stateful_step_count=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
test_a_plan_keeps_its_limits_through_a_life = LifeOfAPlan.TestCase
