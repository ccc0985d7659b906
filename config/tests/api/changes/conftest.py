"""An app whose runner has a plan already, and a stranger with another."""

import pytest

from coach.models import User
from config.tests.api.phone_app import GOAL, App


@pytest.fixture
def app():
    app = App("app@example.com")
    app.patch("me", {"name": "App", "time_zone": "Europe/Berlin"})
    app.post("goals", GOAL)
    return app


@pytest.fixture
def user(app):
    return User.objects.get(email="app@example.com")


@pytest.fixture
def runs(app):
    return app.get("schedule").json()["scheduled_runs"]


@pytest.fixture
def ben(app):
    ben = App("ben@example.com")
    ben.post("goals", GOAL)
    return ben
