"""A worker is killed, or stopped past its lease, at every line of the way from the claim to the kept SID.

The worker is a process of its own; what it asked of the line stands in a file, the line's ledger.
"""

import mmap
import os
import signal
import struct
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

from calls import dispatch, twilio
from calls.models import Call, Pace
from calls.tests.chaos.workers import fork
from coach.models import Notice

pytestmark = pytest.mark.django_db(transaction=True)
WATCHED = str(Path(dispatch.__file__).parent)
DUE = datetime(2026, 3, 2, 17, tzinfo=UTC)
FOR = timedelta(minutes=15)


class Clock:
    """A time that several processes share."""

    def __init__(self, at):
        self._page = mmap.mmap(-1, 8)
        self.set(at)

    def set(self, at):
        self._page[:] = struct.pack("d", at.timestamp())

    def __call__(self):
        return datetime.fromtimestamp(struct.unpack("d", self._page[:])[0], UTC)


class Line:
    """What was asked of it is on the disk before it answers, as at a telephone company."""

    def __init__(self, ledger, clock):
        self.ledger, self.clock = ledger, clock

    def place(self, *, to, reference, send_by):
        number = len(self.made()) + 1
        # One line: the look at the clock and the request that leaves are one step here.
        sid = self._write(reference, to, number) if self.clock() <= send_by else ""
        if not sid:
            raise twilio.CallRefused("held up for too long", kind="later")
        return sid

    def _write(self, reference, to, number):
        with self.ledger.open("a") as file:
            file.write(f"{reference} {to} {self.clock().timestamp()}\n")
        return f"CA{number:032x}"

    def made(self):
        rows = [line.split() for line in self.ledger.read_text().splitlines()]
        return [(reference, to, datetime.fromtimestamp(float(at), UTC)) for reference, to, at in rows]

    def find(self, *, to, since):
        return [
            twilio.Seen(f"CA{number:032x}", "ringing", None)
            for number, (_, number_of, at) in enumerate(self.made(), 1)
            if number_of == to and at >= since
        ]


ON_THE_LINE = (Line.place.__code__,)


@pytest.fixture
def clock():
    return Clock(DUE)


@pytest.fixture
def line(tmp_path, clock, monkeypatch, settings):
    # One runner stands for many.
    settings.CALLS_A_DAY = settings.CALLS_ASKED_A_DAY = 10_000
    ledger = tmp_path / "ledger"
    ledger.touch()
    line = Line(ledger, clock)
    ended = []
    for name, fake in (("place", line.place), ("find", line.find), ("end", ended.append)):
        monkeypatch.setattr(twilio, name, fake)
    line.ended = ended
    return line


def agreed(make_runner, email):
    """A runner with no call but those of the test."""
    runner = make_runner(email, calls=False, at=DUE)
    runner.calls_agreed_at, runner.do_not_call_at = DUE, None
    runner.save()
    return runner


def wanted(runner, number):
    Pace.objects.all().delete()
    return Call.objects.create(
        user=runner, kind="weekly_planning", subject=f"step-{number}", due_at=DUE, expires_at=DUE + FOR,
        due_on=DUE.date(), due_time=DUE.time(), due_zone="UTC", created_at=DUE,
    )  # fmt: skip


def worker(at_step, how, clock):
    """A worker that dials what is due, and sends itself the signal `how` at its line number `at_step`. Returns its
    process id."""

    def work():
        steps = 0

        def watch(frame, event, arg):
            nonlocal steps
            if not frame.f_code.co_filename.startswith(WATCHED) and frame.f_code not in ON_THE_LINE:
                return None
            if event == "line":
                steps += 1
                if steps == at_step:
                    os.kill(os.getpid(), how)
            return watch

        if connection.vendor == "postgresql":
            # In production a minute (settings.py): a worker that is stopped in a transaction loses its locks.
            connection.cursor().execute("SET idle_in_transaction_session_timeout = 200")
        sys.settrace(watch)
        dispatch.run(clock)
        sys.settrace(None)

    return fork(work)


def judge(line, call, came_to):
    """Rung once at most, in time, and never forgotten."""
    made = [(reference, at) for reference, _, at in line.made() if reference == call.reference]
    call.refresh_from_db()
    assert len(made) <= 1, (call.subject, made)
    assert all(at < call.expires_at for _, at in made), call.subject
    is_told = Notice.objects.filter(call=call).exists()
    assert call.status == "placed" or (call.status == "missed" and is_told), (call.subject, call.status)
    if call.status == "placed":
        assert made, call.subject
    came_to[call.status, len(made)] += 1
    Call.objects.filter(pk=call.pk).update(status="completed")


def afterwards(clock, *, until=FOR + timedelta(minutes=2)):
    """What the other workers do about it."""
    for passed in (timedelta(0), dispatch.LEASE + timedelta(seconds=1), dispatch.LEASE * 2, until):
        clock.set(max(clock(), DUE + passed))
        dispatch.run(clock)


def test_killed_at_every_step(make_runner, line, clock):
    runner, came_to, step = agreed(make_runner, "ana@example.com"), Counter(), 0
    while True:
        step += 1
        clock.set(DUE)
        call = wanted(runner, step)
        _, status = os.waitpid(worker(step, signal.SIGKILL, clock), 0)
        if not os.WIFSIGNALED(status):
            assert os.WEXITSTATUS(status) == 0
            break
        afterwards(clock)
        judge(line, call, came_to)
    print(f"\nkilled at each of {step - 1} steps: {dict(came_to)}")
    assert step > 50
    assert came_to["placed", 1] > step / 2


@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="who stops in a transaction of SQLite's stops every other writer"
)
def test_stopped_past_the_lease_at_every_step(make_runner, line, clock):
    runner, came_to, step = agreed(make_runner, "ana@example.com"), Counter(), 0
    while True:
        step += 1
        clock.set(DUE)
        call = wanted(runner, step)
        child = worker(step, signal.SIGSTOP, clock)
        _, status = os.waitpid(child, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            assert os.WEXITSTATUS(status) == 0
            break
        try:
            afterwards(clock, until=dispatch.LEASE * 2 if step % 2 else FOR + timedelta(minutes=2))
        finally:
            os.kill(child, signal.SIGCONT)
            os.waitpid(child, 0)
        afterwards(clock)
        judge(line, call, came_to)
    print(f"\nstopped at each of {step - 1} steps: {dict(came_to)}")
    assert step > 50


def test_eight_workers_killed_at_random(make_runner, line, clock):
    """They take calls from one another's hands, and every one of them dies some times."""
    calls = [wanted(agreed(make_runner, f"r{number}@example.com"), 0) for number in range(12)]
    clock.set(DUE)
    deaths = 0
    for generation in range(6):
        workers = [worker(20 + (generation * 37 + number * 61) % 150, signal.SIGKILL, clock) for number in range(8)]
        for child in workers:
            deaths += os.WIFSIGNALED(os.waitpid(child, 0)[1])
        clock.set(clock() + timedelta(seconds=20))
    afterwards(clock)
    came_to = Counter()
    for call in calls:
        judge(line, call, came_to)
    print(f"\n{deaths} workers killed over {len(calls)} calls: {dict(came_to)}")
    assert deaths > 8
