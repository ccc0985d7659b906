"""Find a Chromium for the browser tests, or get one: Debian's package, else Playwright's own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]
# Within this, what is awaited comes, however slow the machine.
PATIENCE_MS = 60_000
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str | None:
    """Path of a Chromium that can be started, or None."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or _playwrights()


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    try:
        with sync_playwright() as playwright:
            path = playwright.chromium.executable_path
    except Exception:
        return None
    return path if Path(path).exists() else None


def main() -> None:
    if chromium():
        return
    for command in _ways():
        print(f"Browser tests: {' '.join(command)}", flush=True)
        done = subprocess.run(command, check=False, capture_output=True, timeout=600)
        if done.returncode == 0 and chromium():
            return
    print("!! No Chromium here and none to be had: the browser tests will be skipped, loudly.")


def _ways() -> list[list[str]]:
    ways = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        ways = [["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"], *ways]
    return ways


if __name__ == "__main__":
    main()
