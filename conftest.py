"""What every test may ask for: Ana, who owns things, and Ben, who must not see them."""

import os
import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import hypothesis
import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from coach import coaching, goals
from coach.models import User
from config import celery_app

# No absolute limit of time in a test: machines differ, and so does what else they are doing. The same examples in every
# ordinary run; others each time when more are asked for (PLANS=20000).
hypothesis.settings.register_profile("house", deadline=None, derandomize="PLANS" not in os.environ)
hypothesis.settings.load_profile("house")

# A Monday, 7:00 in Berlin.
MONDAY = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)


NEEDS_A_DATABASE = {"db", "transactional_db", "django_db_setup", "live_server"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What asks for no database, and starts no `services` itself, is `pure`. Should it touch one all the same,
    pytest-django fails it."""
    for item in items:
        asked = getattr(item, "fixturenames", ())
        marked = item.get_closest_marker("django_db") or item.get_closest_marker("services")
        if marked is None and NEEDS_A_DATABASE.isdisjoint(asked):
            item.add_marker(pytest.mark.pure)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test may talk to this machine and to nobody else."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise RuntimeError(f"a test tried to reach {address}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True, scope="session")
def _no_queue() -> None:
    """What a test sends to the worker stays here: nobody's running app finds it in its queue."""
    # Celery reads the settings once, at the first look: before any test changes them for itself.
    assert not celery_app.conf.task_always_eager
    celery_app.conf.broker_url = "memory://"


@pytest.fixture(autouse=True, scope="session")
def _all_addresses() -> None:
    """Which addresses there are is read from the settings once: before any test changes them."""
    from django.urls import get_resolver

    assert get_resolver().url_patterns


@pytest.fixture(autouse=True)
def _quick_and_alone(settings: Any) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()
    # The names of production's files are known only after collectstatic.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def now() -> datetime:
    return MONDAY


@pytest.fixture
def clock(now: datetime) -> Iterator[Any]:
    """The wall clock stands at `now`; `clock.move_to(...)` moves it."""
    with time_machine.travel(now, tick=False) as traveller:
        yield traveller


@pytest.fixture
def make_runner(db: None, now: datetime) -> Callable[..., User]:
    """A runner with a goal: by default a beginner, twice a week, at 7:00 in Berlin."""

    def make(email: str, *, calls: bool = True, zone: str = "Europe/Berlin", at: datetime = now, **setup: Any) -> User:
        user = User.objects.create_user(email, "correct horse", name=email.partition("@")[0].title(), time_zone=zone)
        user.refresh_from_db()
        coaching.set_calls(user, wanted=calls, now=at)
        asked = {"goal_text": "Run 5 km", "weekly_frequency": 2, "fitness_level": "beginner", **setup}
        coaching.start_goal(user, goals.Setup(**asked), concerns=(), insist=True, now=at)
        user.refresh_from_db()
        return user

    return make


@pytest.fixture
def ana(make_runner: Callable[..., User]) -> User:
    return make_runner("ana@example.com")


@pytest.fixture
def ben(make_runner: Callable[..., User]) -> User:
    return make_runner("ben@example.com")


@pytest.fixture
def anas(ana: User) -> Client:
    """Ana's browser."""
    return signed_in(ana)


@pytest.fixture
def bens(ben: User) -> Client:
    return signed_in(ben)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def contract(settings: Any) -> None:
    """Every request to the telephone company is held against Twilio's own documents, where they can be had."""
    from calls.tests import twilio_contract

    if twilio_contract.can_be_had():
        settings.SANDBOX_CONTRACT = twilio_contract.check


@pytest.fixture
def company(live_server: Any, settings: Any, contract: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The telephone company, open for business on this machine; it holds every request against Twilio's documents."""
    from calls import twilio

    settings.PUBLIC_BASE_URL = live_server.url
    settings.TWILIO_API_BASE = f"{live_server.url}/sandbox/twilio"
    settings.ALLOWED_HOSTS = ["*"]
    twilio._client.cache_clear()
    monkeypatch.setattr("calls.sandbox.jobs.advance.delay_on_commit", lambda: None)
    yield
    twilio._client.cache_clear()
