"""A burst of calls through every kind of fault, in the test's own time. Judged by the line's ledger, never by our rows.

CALLS=2000 makes it the long one (`make chaos`).
"""

import os
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db.models import Q

from calls import dispatch, twilio
from calls.models import Call
from calls.tests.chaos.virtual_line import VirtualLine
from coach.models import CallPreferences, Notice, User

pytestmark = pytest.mark.django_db
CALLS = int(os.environ.get("CALLS", "80"))
# A Sunday, six in the evening in Berlin.
EVENING = datetime(2026, 3, 1, 17, tzinfo=UTC)
KINDS = ("429", "500 before", "500 after", "hang before", "hang after", "reset before", "reset after")
EVERYTHING = dict.fromkeys(KINDS, 0.2 / len(KINDS))
STEP_S = 4
# In the second zone the quiet hours begin within the burst.
ZONES = ("Europe/Berlin", "Europe/Moscow")
FOR = timedelta(hours=2)


@pytest.fixture
def burst(settings: Any) -> None:
    """So many runners whose weekly call is due in the same minute."""
    settings.TWILIO_SANDBOX, settings.TWILIO_CALLS_PER_SECOND = False, 30
    settings.VOICEMAIL_DETECTION = True
    users = User.objects.bulk_create(
        User(
            email=f"r{number}@example.com", name=f"R{number}", time_zone=ZONES[number % 2], calls_agreed_at=EVENING,
            phone_number=f"+49151{10000000 + number}", phone_verified_at=EVENING,
        )
        for number in range(CALLS)
    )  # fmt: skip
    Call.objects.bulk_create(
        Call(
            user=user, kind="weekly_planning", subject="week@2026-03-02", due_at=EVENING, expires_at=EVENING + FOR,
            due_on=EVENING.date(), due_time=time(18), due_zone=str(user.time_zone), created_at=EVENING,
        )
        for user in users
    )  # fmt: skip


def live_through(
    line: VirtualLine,
    monkeypatch: pytest.MonkeyPatch,
    *,
    also: Callable[[datetime], None] | None = None,
    step_s: float = STEP_S,
) -> None:
    """Rounds of two dispatchers until every row is final and the line has nothing more to say."""
    for name in ("place", "find", "fetch", "end"):
        monkeypatch.setattr(twilio, name, getattr(line, name))
    ends = line.now + FOR + timedelta(minutes=40)
    with time_machine.travel(line.now, tick=False) as traveller:
        while line.now < ends:
            for _ in range(2):
                dispatch.run(line.clock, line.wait)
            if also is not None:
                also(line.now)
            waiting = Call.objects.filter(Q(status__in=Call.LIVE) | Q(status="planned"))
            if line.is_quiet and not waiting.exists():
                return
            is_idle = line.is_quiet and not waiting.filter(Q(status__in=Call.LIVE) | Q(due_at__lte=line.now)).exists()
            line.wait(30 if is_idle else step_s)
            traveller.move_to(line.now)
            line.deliver()


def judge(line: VirtualLine) -> Counter[str]:
    """Nobody rung twice, late or in quiet hours; nobody forgotten."""
    rows = {call.reference: call for call in Call.objects.select_related("user")}
    rung = Counter(one.reference for one in line.made)
    told = set(Notice.objects.exclude(call=None).values_list("call_id", flat=True))
    again = {(call.user_id, call.subject) for call in rows.values()}
    twice = [reference for reference, times in rung.items() if times > 1]
    late = [one for one in line.made if one.made_at >= rows[one.reference].expires_at]
    at_night = [one for one in line.made if is_night(one.made_at, rows[one.reference].user)]
    unfinished = [call for call in rows.values() if call.status not in Call.FINAL]
    silent = [
        call for call in rows.values()
        if call.status not in (Call.Status.COMPLETED, Call.Status.CANCELLED)
        and call.pk not in told and (call.user_id, f"{call.subject}#2") not in again
    ]  # fmt: skip
    counts = Counter(call.status for call in rows.values())
    print(
        f"\n{len(rows)} calls wanted, {len(line.made)} made, {sum(line.faults.values())} faults "
        f"({', '.join(f'{count} {name}' for name, count in sorted(line.faults.items()))}): "
        f"{len(twice)} twice, {len(late)} late, {len(at_night)} in quiet hours, {len(silent)} forgotten; "
        + ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
    )
    assert (twice, late, at_night, unfinished, silent) == ([], [], [], [], [])
    return counts


def is_night(moment: datetime, user: User) -> bool:
    """By the operator's own window, told apart from our code."""
    return not 8 <= moment.astimezone(ZoneInfo(str(user.time_zone))).hour < 21


@pytest.mark.usefixtures("burst")
def test_twenty_in_a_hundred_go_wrong_in_every_way(monkeypatch: pytest.MonkeyPatch) -> None:
    line = VirtualLine(seed=1, now=EVENING, shares=EVERYTHING, lag_s=30, lost=0.2)
    live_through(line, monkeypatch)
    counts = judge(line)
    assert len(line.made) >= CALLS * 0.9
    assert counts["completed"] > CALLS * 0.3


@pytest.mark.usefixtures("burst")
def test_the_line_is_away_for_ten_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    back = EVENING + timedelta(minutes=10)
    line = VirtualLine(seed=2, now=EVENING, is_away=lambda moment: moment < back)
    live_through(line, monkeypatch)
    judge(line)
    assert min(one.made_at for one in line.made) >= back
    assert len({one.reference for one in line.made}) >= CALLS


@pytest.mark.usefixtures("burst")
def test_a_clock_that_jumps_rings_nobody_twice_nor_at_night(monkeypatch: pytest.MonkeyPatch) -> None:
    line = VirtualLine(seed=3, now=EVENING, shares=EVERYTHING)
    jumps = [timedelta(hours=1), timedelta(hours=-1), timedelta(hours=1)]

    def jump(now: datetime) -> None:
        if jumps and len(line.made) > CALLS * (4 - len(jumps)) / 8:
            line.now += jumps.pop()

    live_through(line, monkeypatch, also=jump)
    judge(line)
    assert not jumps


def opt_out(user: User, now: datetime) -> None:
    User.objects.filter(pk=user.pk).update(do_not_call_at=now)


def go(user: User, now: datetime) -> None:
    user.delete()


def change_number(user: User, now: datetime) -> None:
    User.objects.filter(pk=user.pk).update(phone_number=f"+49160{str(user.phone_number)[-8:]}", phone_verified_at=None)


def want_quiet(user: User, now: datetime) -> None:
    quiet = {"quiet_from": time(0), "quiet_until": time(23, 59)}
    CallPreferences.objects.update_or_create(user=user, defaults=quiet)


@pytest.mark.usefixtures("burst")
def test_who_changes_their_mind_in_the_middle_is_not_rung_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    line, changed = VirtualLine(seed=4, now=EVENING, shares=EVERYTHING), {}
    changes = (opt_out, go, change_number, want_quiet)

    def change(now: datetime) -> None:
        user = User.objects.filter(calls__status="planned").exclude(phone_number__in=changed).order_by("?").first()
        if user is not None and len(changed) < CALLS / 4:
            changed[str(user.phone_number)] = now
            changes[len(changed) % len(changes)](user, now)

    live_through(line, monkeypatch, also=change)
    late = [one for one in line.made if one.to in changed and one.made_at > changed[one.to]]
    print(f"\n{len(line.made)} made, {len(changed)} changed their mind in the middle: {len(late)} rung after it")
    assert len(changed) >= 10
    assert late == []
    assert not [one for one in line.made if one.to.startswith("+49160")]


@pytest.mark.usefixtures("burst")
def test_calls_before_a_run_do_not_wait_behind_the_weekly_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """A twentieth of them, due all through the burst, at an account's pace of 30 calls a second."""
    line, users = VirtualLine(seed=6, now=EVENING), list(User.objects.order_by("email"))[::20]
    minute = timedelta(minutes=1)
    calls = Call.objects.bulk_create(
        Call(
            user=user, kind="pre_run", subject="run", due_at=due, expires_at=due + 15 * minute, due_on=due.date(),
            due_time=time(18), due_zone=str(user.time_zone), created_at=EVENING,
        )
        for number, user in enumerate(users)
        for due in [EVENING + timedelta(seconds=CALLS / 30 * number / len(users))]
    )  # fmt: skip
    Call.objects.filter(user__in=users, kind="weekly_planning").delete()
    live_through(line, monkeypatch, step_s=0.5)
    due_at = {call.reference: call.due_at for call in calls}
    late_s = sorted(
        (one.made_at - due_at[one.reference]).total_seconds() for one in line.made if one.reference in due_at
    )
    moments = sorted(one.made_at for one in line.made)
    second = timedelta(seconds=1)
    fullest = max(
        sum(first <= one < first + second for one in moments[at : at + 60]) for at, first in enumerate(moments)
    )
    worst = late_s[int(len(late_s) * 0.99)]
    print(f"\n{len(moments)} made, {len(late_s)} before a run: p99 {worst:.2f} s late; {fullest} in the fullest second")
    assert len(late_s) == len(users)
    assert worst <= 2
    assert fullest <= 31


@pytest.mark.usefixtures("burst")
def test_a_list_that_lags_longer_than_we_wait_does_ring_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """The judge can fail: this is why the settle time is what it is."""
    monkeypatch.setattr("calls.dispatch.dialling.SETTLE", timedelta(seconds=2))
    line = VirtualLine(seed=5, now=EVENING, shares={"500 after": 0.3}, lag_s=90, lost=0.9)
    live_through(line, monkeypatch)
    with pytest.raises(AssertionError):
        judge(line)
