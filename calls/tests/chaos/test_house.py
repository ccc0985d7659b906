"""Production itself, from the outside: PostgreSQL crashes, Redis is emptied and stopped, Celery's workers, both of
its clocks and the dispatcher are killed, with the calls going on. Judged by the telephone company's ledger.

CALLS=2000 makes it the long one (`make chaos`).
"""

import os
import random
import subprocess
import sys
import time

import pytest
import redis
from django.db import InterfaceError, OperationalError, connection, connections
from django.utils import timezone

from calls.tests.chaos import household, ledgers
from config import running

pytestmark = pytest.mark.services
# Real processes with their real patience: a lost worker's call is settled after a minute.
CALLS = int(os.environ.get("CALLS", "60"))
DUE_OVER_S = 25 + CALLS / 25
HUNG_AFTER_S = 600 + CALLS
# Which fault comes next is shuffled; how many there are depends on no machine's speed.
FAULTS = ("kill", "kill", "kill", "empty", "empty", "stop", "crash") * max(2, CALLS // 60)
PEOPLE = {
    "seed": 3, "answers": 0.5, "busy": 0.2, "fails": 0.1, "voicemail": 0.2, "talks": 0, "turns": 1, "waits_s": 0.2,
}  # fmt: skip
NAMES = ("worker", "another worker", "beat", "another beat", "dispatcher")


@pytest.fixture
def house(tmp_path, carrier_process, django_db_blocker):
    if connection.vendor != "postgresql":
        pytest.skip("once is enough: with PostgreSQL and Redis")
    if not household.can_be_had():
        pytest.skip("no PostgreSQL or Redis to start here")
    postgres, redis_port, web_port = household.Postgres(), household.free_port(), household.free_port()
    environment = household.environment(postgres=postgres, redis_port=redis_port, web_port=web_port, folder=tmp_path)
    alias = dict(connections.settings["default"], HOST=household.HOST, PORT=postgres.port, NAME="postgres", OPTIONS={})
    connections.settings["house"] = alias
    with open(tmp_path / "house.log", "wb") as log, django_db_blocker.unblock():
        home = household.Household(environment, log)
        try:
            home.start("redis", "redis-server", "--port", str(redis_port), "--save", "", "--appendonly", "no")
            household.wait_for(redis_port)
            prepare = [sys.executable, "manage.py", "prepare"]
            subprocess.run(prepare, env=environment, stdout=log, stderr=log, check=True)
            _, home.company = carrier_process(SANDBOX_PEOPLE=PEOPLE, SANDBOX_CALLS_PER_SECOND=0)
            environment["SANDBOX_API_BASE"] = home.company
            home.start("web", sys.executable, "-m", *running.PROCESSES[0])
            for name in NAMES:
                home.start(name, *household.shipped(name.split()[-1]))
            household.wait_for(web_port)
            home.postgres, home.redis = postgres, redis.Redis(household.HOST, redis_port)
            yield home
        finally:
            home.end()
            connections["house"].close()
            del connections["house"], connections.settings["house"]
            postgres.remove()


def is_done():
    try:
        return ledgers.done(using="house") == CALLS
    except (OperationalError, InterfaceError):
        # The database has just been away.
        connections["house"].close()
        return False


def test_a_database_a_queue_and_workers_that_come_and_go_ring_nobody_twice_and_forget_nobody(house):
    luck, counts = random.Random(5), {"killed": 0, "emptied": 0, "stopped": 0, "crashed": 0}
    faults = luck.sample(FAULTS, len(FAULTS))
    ledgers.want(CALLS, now=timezone.now(), over_s=DUE_OVER_S, using="house")
    began = time.monotonic()
    # While the faults last, and until it has come to rest by itself.
    while (faults or not is_done()) and time.monotonic() - began < HUNG_AFTER_S:
        time.sleep(1)
        house.tend()
        # They are spread over the time in which calls come due.
        is_time = (time.monotonic() - began) / DUE_OVER_S > 1 - len(faults) / len(FAULTS)
        fault = faults.pop() if faults and is_time else ""
        if fault == "kill":
            house.kill(luck.choice(NAMES))
            counts["killed"] += 1
        elif fault == "empty":
            was_there = _emptied(house.redis)
            counts["emptied"] += was_there
            faults += [] if was_there else [fault]
        elif fault == "stop":
            house.kill("redis")
            counts["stopped"] += 1
        elif fault == "crash":
            house.postgres.crash()
            house.postgres.start()
            counts["crashed"] += 1
    happened = ", ".join(
        f"{name} {count} times"
        for name, count in zip(
            ("processes killed", "Redis emptied", "Redis stopped", "PostgreSQL crashed"), counts.values(), strict=True
        )
    )
    connections["house"].close()
    # What was in dead hands may be missed, and told: most calls are made all the same.
    assert ledgers.judge(house.company, happened, using="house") >= CALLS / 2
    assert counts["killed"] + counts["stopped"] + counts["crashed"] >= len(FAULTS) / 2
    assert min(counts.values()) > 0


def _emptied(server):
    """Whether it was there to be emptied: it may just be starting."""
    try:
        return server.flushall()
    except redis.RedisError:
        return False
