"""Browser tests drive the app in a real headless Chromium, against Django's own live server."""

import os
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.signals import request_started
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect

from coach.models import User
from e2e.browsers import ARGUMENTS, PATIENCE_MS, PHONE, chromium

# Playwright's loop makes Django think it is asynchronous.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
CHROMIUM = chromium()
# Playwright's own five seconds are too few for a machine that does much else: only what never comes is an error.
expect.set_options(timeout=PATIENCE_MS)
# SLOW=0.7 pytest e2e: every answer takes so many seconds longer. A test that looks before the answer came fails.
SLOW = float(os.environ.get("SLOW", "0"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "e2e" in str(item.path):
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="NO CHROMIUM on this machine and none could be installed"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ARGUMENTS}


@pytest.fixture(autouse=SLOW > 0)
def _slow_answers() -> Iterator[None]:
    def wait(**_kwargs: Any) -> None:
        time.sleep(SLOW)

    request_started.connect(wait)
    yield
    request_started.disconnect(wait)


@pytest.fixture
def house(live_server: Any, settings: Any, contract: None) -> str:
    """The app's address; the telephone company is reached at the same."""
    from calls import twilio

    settings.PUBLIC_BASE_URL = live_server.url
    settings.TWILIO_API_BASE = f"{live_server.url}/sandbox/twilio"
    twilio._client.cache_clear()
    return str(live_server.url)


@pytest.fixture
def open_as(browser: Browser, house: str) -> Iterator[Callable[..., Page]]:
    """A page signed in as a runner, or as nobody. What goes wrong in the browser fails the test."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_page(user: User | None = None, **options: Any) -> Page:
        context = browser.new_context(
            **{"viewport": PHONE, "timezone_id": "Europe/Berlin", "base_url": house, **options}
        )
        contexts.append(context)
        if user is not None:
            client = Client()
            client.force_login(user)
            context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": house}])
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if _is_wrong(message) else None)
        page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(house) else None)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def _is_wrong(message: Any) -> bool:
    """A 422, a page that is not there and a voice that is away are answers; the browser calls them errors."""
    expected = "422" in message.text or any(part in message.location["url"] for part in ("/nowhere/", "/voice/"))
    return message.type == "error" and not expected
