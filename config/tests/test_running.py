"""Starting and stopping the whole app, as `make run` does, on data and a port of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def session_members(environment_mark):
    """Process ids on this machine that carry our mark in their environment."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if environment_mark.encode() in (entry / "environ").read_bytes():
                found.append(int(entry.name))
        except OSError:
            continue
    return found


@pytest.fixture
def started(tmp_path):
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {"PATH": path, "VAR_DIR": str(tmp_path), "PUBLIC_BASE_URL": base, "BIND": f"127.0.0.1:{port}"}
    subprocess.run([sys.executable, "manage.py", "prepare"], cwd=ROOT, env=environment, check=True)
    runner = subprocess.Popen([sys.executable, "-m", "config.running"], cwd=ROOT, env=environment)
    try:
        _wait_for(f"{base}/account/login/")
        yield runner, str(tmp_path)
    finally:
        if runner.poll() is None:
            runner.kill()
        for pid in session_members(str(tmp_path)):
            os.kill(pid, signal.SIGKILL)


def _wait_for(address):
    for _ in range(1200):
        try:
            urllib.request.urlopen(address, timeout=10)  # noqa: S310
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the app did not start")


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs /proc to look for what is left")
@pytest.mark.parametrize(
    "signals", [(signal.SIGINT,), (signal.SIGTERM,), (signal.SIGHUP,), (signal.SIGINT, signal.SIGTERM, signal.SIGINT)]
)
def test_one_signal_or_several_at_once_end_all_of_it(started, signals):
    runner, mark = started
    assert len(session_members(mark)) >= 4
    for number in signals:
        runner.send_signal(number)
    assert runner.wait(120) == 0
    assert session_members(mark) == []
