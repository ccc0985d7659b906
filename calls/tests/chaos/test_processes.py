"""Everything for real: the telephone company is a process of its own with its own ledger, the dispatchers are processes
that are killed at random, and a fifth of what goes over the wire goes wrong. Judged by the company's ledger.

CALLS=2000 makes it the long one (`make chaos`).
"""

import os
import random
import time
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import connection
from django.utils import timezone

from calls import dispatch, twilio
from calls.dispatch import claims, dialling, settling
from calls.tests.chaos import ledgers
from calls.tests.chaos.workers import fork, kill

pytestmark = pytest.mark.django_db(transaction=True)
CALLS = int(os.environ.get("CALLS", "60"))
WORKERS = 4
KILLED_EVERY = 3  # calls that came to something
HUNG_AFTER_S = 300 + CALLS
FAULTS = {
    "seed": 7, "429": 0.03, "500_before": 0.03, "500_after": 0.03, "hang_before": 0.02, "hang_after": 0.03, "hang_s": 2,
    "reset_before": 0.03, "reset_after": 0.03, "callback_drop": 0.2, "callback_duplicate": 0.1, "callback_reorder": 0.1,
    "callback_delay": 0.2, "delay_s": 1, "listing_lag_s": 1,
}  # fmt: skip
PEOPLE = {
    "seed": 3,
    "answers": 0.5,
    "busy": 0.2,
    "fails": 0.1,
    "voicemail": 0.2,
    "talks": 0,
    "turns": 1,
    "waits_s": 0.2,
}


@pytest.fixture
def company(live_server, settings, carrier_process, monkeypatch):
    """The company's process, our own webhooks, and the dispatchers' patience made short."""
    _, base = carrier_process(SANDBOX_FAULTS=FAULTS, SANDBOX_PEOPLE=PEOPLE, SANDBOX_CALLS_PER_SECOND=0)
    settings.PUBLIC_BASE_URL, settings.TWILIO_API_BASE, settings.ALLOWED_HOSTS = live_server.url, base, ["*"]
    settings.TWILIO_CALLS_PER_SECOND = 100
    short = {
        claims: ["LEASE"], dialling: ["LEASE", "LOOK_AFTER", "SETTLE", "AGAIN_IN"],
        settling: ["LEASE", "LOOK_AFTER", "LOOK_AGAIN_IN"], dispatch: ["LOOK_AFTER"],
    }  # fmt: skip
    seconds = {"LEASE": 6, "LOOK_AFTER": 8, "SETTLE": 4, "AGAIN_IN": 1, "LOOK_AGAIN_IN": 1}
    for module, names in short.items():
        for name in names:
            monkeypatch.setattr(module, name, timedelta(seconds=seconds[name]))
    monkeypatch.setattr(dialling, "SEND_WITHIN", timedelta(seconds=2))
    monkeypatch.setattr(twilio, "READ_S", 1)
    twilio._client.cache_clear()
    yield SimpleNamespace(base=base)
    twilio._client.cache_clear()


def dispatcher():
    while True:
        # What a process manager does with one that ends: it is started anew.
        try:
            dispatch.run(timezone.now)
        except Exception:
            connection.close()
        time.sleep(0.1)


def cut_connections():
    """The database drops everybody, the webhooks' connections too, as when it is restarted. How often that was."""
    if connection.vendor != "postgresql":
        return 0
    everybody = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_terminate_backend(pid) {everybody}")
    return 1


def test_killed_workers_and_a_bad_line_ring_nobody_twice_and_forget_nobody(company):
    ledgers.want(CALLS, now=timezone.now())
    luck, deaths, cuts = random.Random(11), 0, 0
    # Short calls only: what is asked is who rings, not what is said.
    workers = [fork(dispatcher) for _ in range(WORKERS)]
    deadline = time.monotonic() + HUNG_AFTER_S
    try:
        # A death for so many calls, however slow the machine: by the clock alone a slow one would lose them all.
        while (done := ledgers.done()) < CALLS and time.monotonic() < deadline:
            time.sleep(0.1)
            if done < deaths * KILLED_EVERY:
                continue
            victim = luck.randrange(WORKERS)
            deaths += kill(workers[victim])
            workers[victim] = fork(dispatcher)
            cuts += cut_connections() if luck.random() < 0.3 else 0
    finally:
        for child in workers:
            kill(child)
    happened = f"{deaths} workers killed, connections cut {cuts} times"
    # A call that was in a dead worker's hands may be missed, and told: most of them are made all the same.
    assert ledgers.judge(company.base, happened) >= CALLS - deaths
    assert deaths >= CALLS / KILLED_EVERY / 2
