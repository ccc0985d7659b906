"""`make bench`: CPU time and queries of the pages, against a floor, in alternating rounds.

The floor is a page with a session, a signed-in user and a small template. Ratios say what a page costs beside it;
absolute times depend on the machine and are only printed.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

ROUNDS, REPEATS = 7, 12
PAGES = {
    "home": "/",
    "schedule": "/schedule/",
    "month": "/schedule/month/",
    "plan": "/schedule/plan/",
    "change of goal": "/goal/",
    "progress": "/progress/",
    "tasks": "/tasks/",
    "calls": "/calls/",
    "api runs": "/api/runs",
}
FLOOR = "/account/logout/"


def main() -> None:
    with tempfile.TemporaryDirectory() as var:
        os.environ.update(VAR_DIR=var, DJANGO_SETTINGS_MODULE="config.settings", ALLOWED_HOSTS="testserver")
        import django

        django.setup()
        results = _measure()
    json.dump(results, sys.stdout, indent=2)
    print()


def _measure() -> dict[str, Any]:
    from django.core.management import call_command
    from django.test import Client
    from django.utils import timezone

    from coach import demo

    call_command("migrate", verbosity=0)
    user = demo.create(timezone.now())
    browser = Client()
    browser.force_login(user)
    run = user.runs.filter(status="scheduled").first() or user.runs.get()
    pages = {**PAGES, "run": f"/runs/{run.pk}/", "check-in": f"/runs/{run.pk}/check-in/"}
    times: dict[str, list[float]] = {name: [] for name in (*pages, "floor")}
    queries = {name: _queries(browser, path) for name, path in pages.items()}
    for _ in range(ROUNDS):
        for name, path in (*pages.items(), ("floor", FLOOR)):
            times[name].append(_cpu_ms(lambda path=path: browser.get(path)))  # type: ignore[misc]
    floor = statistics.median(times.pop("floor"))
    table = {
        name: {
            "ratio": round(statistics.median(values) / floor, 2),
            "spread": [round(min(values) / floor, 2), round(max(values) / floor, 2)],
            "cpu_ms": round(statistics.median(values), 2),
            "queries": queries[name],
        }
        for name, values in times.items()
    }
    table.update(_pure())
    _show(table, floor)
    return {"floor_cpu_ms": round(floor, 2), "pages": table}


def _pure() -> dict[str, Any]:
    """CPU of the pure floor: an 18-week plan, and one turn of a conversation."""
    from datetime import date

    from calls.dialogue import conversation
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
    state = conversation.begin("post_run", seed="s", facts=facts).state
    return {
        f"marathon plan of 18 weeks ({runs} runs)": {"cpu_ms": round(_cpu_ms(lambda: plan.build(request)), 3)},
        "its verdict": {"cpu_ms": round(_cpu_ms(lambda: feasibility.judge(request)), 3)},
        "a turn of talk": {"cpu_ms": round(_cpu_ms(lambda: conversation.take(state, "my left knee hurts a bit")), 3)},
        "fitness index": {"cpu_ms": round(_cpu_ms(lambda: pace.fitness_index(distance_km=10, time_s=3000)), 4)},
    }


def _cpu_ms(work: Callable[[], Any]) -> float:
    work()
    start = time.process_time()
    for _ in range(REPEATS):
        work()
    return (time.process_time() - start) / REPEATS * 1000


def _queries(browser: Any, path: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser.get(path)
    with CaptureQueriesContext(connection) as captured:
        browser.get(path)
    return len(captured)


def _show(table: dict[str, Any], floor: float) -> None:
    print(f"{'':<26}{'x floor':>9}{'spread':>16}{'CPU ms':>9}{'queries':>9}    floor {floor:.2f} ms", file=sys.stderr)
    for name, row in table.items():
        spread = "-".join(str(value) for value in row["spread"]) if "spread" in row else ""
        print(
            f"{name:<26}{row.get('ratio', ''):>9}{spread:>16}{row['cpu_ms']:>9}{row.get('queries', ''):>9}",
            file=sys.stderr,
        )


if __name__ == "__main__":
    main()
