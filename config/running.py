"""What `make run` starts: web, worker and beat. One signal ends all three; so does the end of any one of them."""

import os
import signal
import subprocess
import sys
import time
from types import FrameType

CELERY = ("celery", "--quiet", "-A", "config")
QUIET = ("--without-gossip", "--without-mingle", "--without-heartbeat")
PROCESSES = (
    ("gunicorn", "config.wsgi", "--config", "config/gunicorn.py"),
    (*CELERY, "worker", "--loglevel=warning", "--pool=threads", "--concurrency=4", *QUIET),
    (*CELERY, "beat", "--loglevel=warning", "--pidfile=", "--schedule=/dev/null"),
)
PATIENCE_S = 10
POLL_S = 0.1


class Household:
    """The processes of one run."""

    def __init__(self) -> None:
        self.is_asked_to_stop = False
        self.processes: list[subprocess.Popen[bytes]] = []

    def run(self) -> int:
        """Until a signal or the end of a process; returns the exit status: 0 when it was asked to stop."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            # The handler only takes note: two signals at one instant must not meet in the middle of anything.
            signal.signal(number, self._take_note)
        # Sessions of their own: a Ctrl-C in the terminal reaches us alone, and each of them gets one SIGTERM.
        self.processes = [subprocess.Popen(command, start_new_session=True) for command in PROCESSES]
        while not self.is_asked_to_stop and all(process.poll() is None for process in self.processes):
            time.sleep(POLL_S)
        return self._stop()

    def _take_note(self, number: int, frame: FrameType | None) -> None:
        self.is_asked_to_stop = True

    def _stop(self) -> int:
        fallen = [process.returncode for process in self.processes if process.poll() is not None]
        for process in self.processes:
            self._signal(process, signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE_S
        for process in self.processes:
            try:
                process.wait(max(POLL_S, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                self._signal(process, signal.SIGKILL)
                process.wait()
        return 0 if self.is_asked_to_stop else (fallen[0] or 1)

    def _signal(self, process: "subprocess.Popen[bytes]", number: int) -> None:
        """SIGTERM to the process, which ends its own children in order; SIGKILL to all of its session."""
        if process.poll() is None:
            if number == signal.SIGKILL:
                os.killpg(process.pid, number)
            else:
                process.send_signal(number)


if __name__ == "__main__":
    sys.exit(Household().run())
