"""Production on this machine: a PostgreSQL and a Redis of its own, and the app's processes, all of them for killing."""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from glob import glob
from pathlib import Path

import yaml
from django.conf import settings as configured

HOST = "127.0.0.1"
STARTS_WITHIN_S = 180


def postgres_tools():
    """The folder of PostgreSQL's own commands, the newest; None where there is no server to start."""
    return next(iter(sorted(glob("/usr/lib/postgresql/*/bin"), reverse=True)), None)


def can_be_had():
    return bool(postgres_tools() and shutil.which("redis-server"))


def free_port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def wait_for(port):
    deadline = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(f"nothing listens on {port}")


class Postgres:
    """A cluster of its own in a folder that goes with it."""

    def __init__(self):
        self.tools, self.port = postgres_tools(), free_port()
        # PostgreSQL refuses to be root.
        self.user = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
        self.folder = tempfile.mkdtemp(prefix="house")
        shutil.chown(self.folder, self.user)
        self._call("initdb", "--auth=trust", "--username=postgres", "--no-sync", "-D", f"{self.folder}/data")
        self.start()
        self.url = f"postgres://postgres@{HOST}:{self.port}/postgres"

    def start(self):
        options = f"-p {self.port} -h {HOST} -k {self.folder}"
        self._call("pg_ctl", "-w", "-D", f"{self.folder}/data", "-l", f"{self.folder}/log", "-o", options, "start")

    def crash(self):
        """As when the machine loses power: the next start recovers from the log."""
        self._call("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop")

    def remove(self):
        self.crash()
        shutil.rmtree(self.folder)

    def _call(self, tool, *arguments):
        command = [f"{self.tools}/{tool}", *arguments]
        user = self.user if os.getuid() == 0 else None
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
        done = subprocess.run(command, check=False, user=user, cwd=self.folder, **quiet)
        assert done.returncode == 0, done.stderr.decode()


class Household:
    """Named processes. One that has fallen is started anew by `tend`, as a process manager does."""

    def __init__(self, environment, log):
        self.environment, self.log = environment, log
        self.commands, self.running = {}, {}

    def start(self, name, *command):
        self.commands[name] = command
        self.running[name] = subprocess.Popen(
            command, cwd=configured.BASE_DIR, env=self.environment, stdout=self.log, stderr=self.log,
            stdin=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip

    def kill(self, name):
        """SIGKILL to it and to all its children."""
        process = self.running.pop(name)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def tend(self):
        for name, command in self.commands.items():
            if name not in self.running or self.running[name].poll() is not None:
                self.start(name, *command)

    def end(self):
        for name in list(self.running):
            self.kill(name)


def environment(*, postgres, redis_port, web_port, folder):
    """What a production process finds in its environment."""
    ours = ("PYTEST", "DJANGO", "TWILIO_", "ELEVENLABS_", "SANDBOX_", "DATABASE_URL", "REDIS_URL")
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(ours)},
        "VAR_DIR": str(folder),
        "SECRET_KEY": configured.SECRET_KEY,
        "DATABASE_URL": postgres.url,
        "REDIS_URL": f"redis://{HOST}:{redis_port}/0",
        "PUBLIC_BASE_URL": f"http://{HOST}:{web_port}",
        "BIND": f"{HOST}:{web_port}",
        "TWILIO_CALLS_PER_SECOND": "30",
    }


def shipped(service):
    """The command of a service of docker-compose.yml, with this Python's tools."""
    services = yaml.safe_load((Path(configured.BASE_DIR) / "docker-compose.yml").read_text())["services"]
    command = services[service]["command"]
    return [sys.executable, *command[1:]] if command[0] == "python" else [sys.executable, "-m", *command]
