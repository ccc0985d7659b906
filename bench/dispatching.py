"""What stands between a due call and Twilio: dialling beside the bare request, claims, long tables, and the pace of two
dispatchers."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from bench.measuring import ROUNDS, against, alternate, cpu_ms, show, wall_s

CALLS, FEW, RUNNERS = 60, 1000, 200
PACE, PACED_S = 30, 6
_numbers = count()


def measure(*, future: int) -> dict[str, Any]:
    """`future`: how many calls lie ahead when an idle round is looked at. Calls are asked of a line that takes each at
    once, on SQLite."""
    from calls.models import Call

    Call.objects.filter(status="planned").update(status="cancelled")
    table = {**_dialling(), **_growth(future), **_two_dispatchers()}
    show("dispatch", table)
    return table


def _dialling() -> dict[str, Any]:
    """B1, B2: calls a second beside as many bare requests by the same client; claims beside a bare update."""
    from django.conf import settings
    from django.utils import timezone

    from calls import dispatch, twilio
    from calls.models import Call

    settings.TWILIO_CALLS_PER_SECOND = 1e6
    with _line():

        def post_only() -> float:
            return wall_s(lambda: [twilio.place(to="+15005550100", reference=str(n)) for n in range(CALLS)])

        def dial() -> float:
            _due(CALLS)
            return wall_s(lambda: [dispatch.run(timezone.now) for _ in range(CALLS // dispatch.BATCH)])

        def claim() -> float:
            _due(CALLS)
            return wall_s(lambda: [dispatch.claim_due(timezone.now()) for _ in range(CALLS)])

        def update() -> float:
            keys = list(_due(CALLS))
            planned = Call.objects.filter(status="planned")
            return wall_s(lambda: [planned.filter(pk=key).update(status="dialling") for key in keys])

        works = {"post": post_only, "dial": dial, "claim": claim, "update": update}
        times = alternate(works)
    _forget()
    return {
        "calls/s, x requests alone": _rates(times["post"], times["dial"]),
        "claims/s, x bare updates": _rates(times["update"], times["claim"]),
    }


def _rates(floor: list[float], times: list[float]) -> dict[str, Any]:
    """Of so many calls in these times, in seconds."""
    return {
        **against([CALLS / value for value in floor], [CALLS / value for value in times]),
        "a_second": round(CALLS / statistics.median(times)),
    }


def _growth(future: int) -> dict[str, Any]:
    """B3: a round that finds nothing to do, with many calls ahead beside few."""
    from django.utils import timezone

    from calls import dispatch

    def idle() -> float:
        return cpu_ms(lambda: dispatch.run(timezone.now))

    _ahead(FEW)
    few = [idle() for _ in range(ROUNDS)]
    _ahead(future)
    many = [idle() for _ in range(ROUNDS)]
    _forget()
    row = {**against(few, many), "cpu_ms": round(statistics.median(many), 2)}
    return {f"idle round, {future:,} calls ahead x {FEW:,}": row}


def _two_dispatchers() -> dict[str, Any]:
    """B4, B5: two processes at an account's pace with more to do than they may; and how late calls go out with less."""
    table = {}
    for name, calls in (
        ("more than the line takes", PACE * PACED_S * 2),
        ("half of what it takes", PACE * PACED_S // 2),
    ):
        made, due = _dispatched(calls)
        moments = sorted(at for at, _ in made)
        late_s = sorted(at - due[reference] for at, reference in made)
        fullest = max(sum(first <= at < first + 1 for at in moments) for first in moments)
        rate = (len(moments) - 1) / (moments[-1] - moments[0])
        table[f"two dispatchers, {name}"] = {
            "x_allowed_rate": round(rate / PACE, 3),
            "fullest_second": fullest,
            "late_p99_s": round(late_s[int(len(late_s) * 0.99)], 2),
        }
    return table


def _dispatched(calls: int) -> tuple[list[tuple[float, str]], dict[str, float]]:
    """What the line was asked for, and when each call was due (POSIX, s)."""
    from django.utils import timezone

    from calls.models import Call

    with _line() as line:
        environment = {
            **os.environ,
            "SANDBOX_API_BASE": f"http://127.0.0.1:{line.port}",
            "TWILIO_CALLS_PER_SECOND": str(PACE),
        }
        command = [sys.executable, "manage.py", "dispatch", "--every", "0.1"]
        dispatchers = [subprocess.Popen(command, env=environment) for _ in range(2)]  # noqa: S603
        try:
            # Both are up before the first call is due.
            begins = timezone.now() + timedelta(seconds=8)
            _due(calls, first=begins, over_s=PACED_S)
            due = {call.reference: call.due_at.timestamp() for call in Call.objects.filter(kind="celebration")}
            _wait_until(begins + timedelta(seconds=PACED_S + 1))
        finally:
            for process in dispatchers:
                process.terminate()
            for process in dispatchers:
                process.wait()
    _forget()
    return line.asked, due


def _wait_until(moment: datetime) -> None:
    import time

    from django.utils import timezone

    time.sleep(max(0.0, (moment - timezone.now()).total_seconds()))


class Line:
    port: int
    asked: list[tuple[float, str]]


@contextmanager
def _line() -> Iterator[Line]:
    """Calls go to a line of our own; `asked` is known after it."""
    from django.conf import settings

    from calls import twilio

    process = subprocess.Popen(
        [sys.executable, "-m", "bench.line"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )  # fmt: skip
    line = Line()
    line.port = int(process.stdout.readline())  # type: ignore[union-attr]
    settings.TWILIO_API_BASE = f"http://127.0.0.1:{line.port}"
    twilio._client.cache_clear()
    try:
        yield line
    finally:
        line.asked = [tuple(one) for one in json.loads(process.communicate()[0])]  # type: ignore[misc]


def _due(calls: int, *, first: datetime | None = None, over_s: float = 0) -> list[Any]:
    """So many runners with a call that is due from then on, and nothing else that is."""
    from django.utils import timezone

    from calls.models import Call
    from coach.models import CallPreferences, User

    _forget()
    now = timezone.now()
    first = first or now
    users = User.objects.bulk_create(
        User(email=f"bench{next(_numbers)}@example.com", name="B", time_zone="UTC", calls_agreed_at=now)
        for _ in range(calls)
    )
    quiet = {"quiet_from": "00:00", "quiet_until": "00:00"}
    CallPreferences.objects.bulk_create(CallPreferences(user=user, **quiet) for user in users)
    made = Call.objects.bulk_create(
        Call(
            user=user, kind="celebration", subject="bench", due_at=due, expires_at=due + timedelta(hours=2),
            due_on=due.date(), due_time=due.time(), due_zone="UTC", created_at=now,
        )
        for number, user in enumerate(users)
        for due in [first + timedelta(seconds=over_s * number / calls)]
    )  # fmt: skip
    return [call.pk for call in made]


def _ahead(calls: int) -> None:
    """So many calls in the days to come, of some hundred runners; one in ten is over."""
    from django.db import connection

    from calls.models import Call

    _due(RUNNERS)
    columns = [str(field.column) for field in Call._meta.concrete_fields]
    given = {
        "id": "lower(hex(randomblob(16)))",
        "reference": "lower(hex(randomblob(16)))",
        "subject": "'bench' || n",
        "status": "CASE n % 10 WHEN 0 THEN 'completed' ELSE 'planned' END",
        "due_at": "datetime('now', '+' || (1 + n % 10000) || ' minutes')",
        "expires_at": "datetime('now', '+' || (61 + n % 10000) || ' minutes')",
    }
    selected = ", ".join(given.get(column, column) for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < {calls // RUNNERS}) "  # noqa: S608
            f"INSERT INTO calls_call ({', '.join(columns)}) SELECT {selected} FROM many, calls_call "
            "WHERE subject = 'bench'"
        )
        cursor.execute("ANALYZE")
    Call.objects.filter(subject="bench").delete()


def _forget() -> None:
    from calls.models import Call
    from coach.models import User

    # The collector would look at each of a million rows for what hangs on it; nothing does.
    Call.objects.filter(subject__startswith="bench")._raw_delete("default")
    User.objects.filter(email__startswith="bench").delete()
