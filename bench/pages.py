"""CPU time and queries of the pages. The floor is a page with a session, a signed-in user and a small template."""

from typing import Any

from bench.measuring import compare, show

PAGES = {
    "home": "/",
    "schedule": "/schedule/",
    "month": "/schedule/month/",
    "plan": "/schedule/plan/",
    "change of goal": "/goal/",
    "progress": "/progress/",
    "changes": "/adjustments/",
    "pauses": "/pauses/",
    "tasks": "/tasks/",
    "calls": "/calls/",
    "api runs": "/api/runs",
}
FLOOR = "/account/logout/"


def measure() -> dict[str, Any]:
    from django.test import Client
    from django.utils import timezone

    from coach import demo

    user = demo.create(timezone.now())
    browser = Client()
    browser.force_login(user)
    run = user.runs.filter(status="scheduled").first() or user.runs.get()
    change = user.adjustments.filter(rule="too_hard").first() or user.adjustments.get()
    pages = {
        **PAGES,
        "change": f"/adjustments/{change.pk}/",
        "run": f"/runs/{run.pk}/",
        "check-in": f"/runs/{run.pk}/check-in/",
    }
    visits = {name: lambda path=path: browser.get(path) for name, path in {**pages, "floor": FLOOR}.items()}
    table = compare(visits)
    show("pages, x floor", table)
    return table
