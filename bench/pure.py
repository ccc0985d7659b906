"""CPU of the pure floor."""

from typing import Any

from bench.measuring import cpu_ms, show


def measure() -> dict[str, Any]:
    """An 18-week plan, the rules on eight weeks of it, and one turn of a conversation."""
    from datetime import UTC, date, datetime

    from calls.dialogue import conversation, understanding
    from runs.training import feasibility, pace, plan
    from runs.training.request import RecentRace, Request

    request = Request(
        today=date(2026, 3, 2),
        weekly_frequency=5,
        fitness_level="intermediate",
        race="marathon",
        goal_date=date(2026, 7, 5),
        current_weekly_km=40,
        longest_recent_km=16,
        recent_race=RecentRace(10, 3000),
    )
    runs = len(plan.build(request).runs)
    facts = dict.fromkeys(("name", "run", "run_upper", "when", "tip", "tip_upper", "next_run"), "x")
    now = datetime(2026, 3, 2, 12, tzinfo=UTC)
    state = conversation.begin("post_run", seed="s", facts=facts).state
    said = "Coach: Any pain? Runner: my left knee, about a four, the run was a seven and I forgot my water"
    history = _lived(request)
    table = {
        "the rules' turn after a check-in": {"cpu_ms": round(cpu_ms(lambda: _judged(history)), 3)},
        f"marathon plan of 18 weeks ({runs} runs)": {"cpu_ms": round(cpu_ms(lambda: plan.build(request)), 3)},
        "its verdict": {"cpu_ms": round(cpu_ms(lambda: feasibility.judge(request)), 3)},
        "a turn of talk": {
            "cpu_ms": round(cpu_ms(lambda: conversation.take(state, "my left knee hurts a bit", now=now)), 3)
        },
        "what a runner said": {"cpu_ms": round(cpu_ms(lambda: understanding.understand(said, context="post_run")), 3)},
        "fitness index": {"cpu_ms": round(cpu_ms(lambda: pace.fitness_index(distance_km=10, time_s=3000)), 4)},
    }
    show("without Django", table)
    return table


def _lived(request: Any) -> Any:
    """Eight weeks of the plan run as planned, and two runs that were too hard."""
    from datetime import timedelta

    from runs.training import plan
    from runs.training.history import History, Run, Season, Session

    made, today = plan.build(request), request.today + timedelta(weeks=8)
    runs = tuple(
        Run(one.id, one.on, one.type, one.distance_km, one.distance_km, one.duration_min,
            "completed" if one.on < today else "scheduled", effort=one.effort)
        for one in made.runs
    )  # fmt: skip
    done = [run for run in runs if run.status == "completed"]
    told = tuple(Session(run.id, run.on, difficulty=9 if run in done[-2:] else 5) for run in done)
    seasons = {week.starts_on: Season(week.phase, week.cutback) for week in made.weeks}
    return History(request, runs, told, seasons=seasons, began_on=request.today)


def _judged(history: Any) -> Any:
    """As from the database: nothing of it is known yet."""
    from dataclasses import replace
    from datetime import timedelta

    from runs.training import adaptation

    return adaptation.judge(replace(history), today=history.asked.today + timedelta(weeks=8))
