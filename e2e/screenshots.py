"""Pictures of the app with the demo runner: two for the README, or with a folder as argument, all of them."""

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from e2e.browsers import ARGUMENTS, DESK, PHONE, chromium

PORT = 8931
BASE = f"http://127.0.0.1:{PORT}"
ROOT = Path(__file__).resolve().parent.parent
PATHS = {
    "today": "/",
    "schedule": "/schedule/",
    "month": "/schedule/month/",
    "moving": "/schedule/month/?move=choose",
    "plan": "/schedule/plan/",
    "change-goal": "/goal/",
    "talk": "/talk/",
    "progress": "/progress/",
    "more": "/more/",
    "settings": "/settings/",
    "tasks": "/tasks/",
    "calls": "/calls/",
    "adjustments": "/adjustments/",
    "goal": "/start/goal/",
    "week": "/start/week/",
    "level": "/start/level/",
    "sign-out": "/account/logout/",
    "lost": "/nowhere/",
}
LINKS = {
    "run": ("/schedule/", "a.run-card"),
    "adjustment": ("/adjustments/", ".list-link"),
    "call": ("/calls/", ".list-link"),
    "move": ("/", ".next-run a.distance", "text=Reschedule"),
}


@contextmanager
def app() -> Iterator[None]:
    """The app on data of its own, thrown away afterwards."""
    with tempfile.TemporaryDirectory() as var:
        environment = {**os.environ, "VAR_DIR": var, "DEMO": "1", "PUBLIC_BASE_URL": BASE, "BIND": f"127.0.0.1:{PORT}"}
        subprocess.run([sys.executable, "manage.py", "prepare", "--demo"], cwd=ROOT, env=environment, check=True)
        server = subprocess.Popen(
            ["gunicorn", "config.wsgi", "--config", "config/gunicorn.py"], cwd=ROOT, env=environment
        )
        try:
            _wait()
            yield
        finally:
            server.terminate()
            server.wait()


def _wait() -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{BASE}/account/login/", timeout=10)
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the app did not start")


def shoot(
    browser: Browser, folder: Path, *, name: str, viewport: dict[str, int], scheme: str, only: tuple[str, ...]
) -> None:
    context = browser.new_context(
        viewport=viewport, color_scheme=scheme, base_url=BASE, timezone_id="Europe/Berlin", reduced_motion="reduce",
        device_scale_factor=1,
    )  # fmt: skip
    page = context.new_page()
    if not only:
        for public in ("/", "/account/signup/", "/account/login/"):
            page.goto(public)
            page.screenshot(
                path=folder / f"{public.strip('/').replace('/', '-') or 'welcome'}-{name}.png", full_page=True
            )
    page.goto("/demo/")
    for what, path in PATHS.items():
        if not only or what in only:
            page.goto(path)
            page.screenshot(path=folder / f"{what}-{name}.png", full_page=not only)
    for what, (path, *clicks) in ({} if only else LINKS).items():
        page.goto(path)
        for click in clicks:
            page.locator(click).first.click()
            page.wait_for_load_state()
            page.wait_for_timeout(400)
        page.screenshot(path=folder / f"{what}-{name}.png", full_page=True)
    if not only:
        page.goto("/")
        page.goto(f"{page.locator('.next-run a.distance').get_attribute('href')}check-in/")
        page.screenshot(path=folder / f"check-in-{name}.png", full_page=True)
    context.close()


def main() -> None:
    everything = len(sys.argv) > 1
    folder = Path(sys.argv[1]) if everything else ROOT / "docs"
    folder.mkdir(parents=True, exist_ok=True)
    with app(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        if everything:
            for name, viewport in (("phone", PHONE), ("desk", DESK)):
                for scheme in ("light", "dark"):
                    shoot(browser, folder, name=f"{name}-{scheme}", viewport=viewport, scheme=scheme, only=())
        else:
            shoot(browser, folder, name="phone", viewport=PHONE, scheme="light", only=("today",))
            shoot(browser, folder, name="desk", viewport=DESK, scheme="dark", only=("plan",))
        browser.close()


if __name__ == "__main__":
    main()
