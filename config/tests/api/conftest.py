"""An app whose runner wants calls, and the runs of its plan."""

import pytest

from config.tests.api.phone_app import GOAL, App


@pytest.fixture
def app():
    app = App("app@example.com")
    app.patch("me", {"name": "App", "time_zone": "Europe/Berlin", "wants_calls": True})
    return app


@pytest.fixture
def runs(app):
    assert app.post("goals", GOAL).status_code == 201
    return app.get("schedule").json()["scheduled_runs"]
