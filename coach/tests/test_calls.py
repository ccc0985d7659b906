"""Which calls are planned: none in a pause or when they are off, at the wall clock's time, each once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from calls import talking
from calls.models import Call
from coach import coaching
from runs.tests.events import in_order

pytestmark = pytest.mark.django_db


def test_a_pause_has_no_calls_and_ends_when_the_runner_is_back(ana, now):
    pause = coaching.pause(ana, kind="holiday", starts_on=date(2026, 3, 2), ends_on=date(2026, 3, 20), now=now)
    assert not ana.calls.filter(status=Call.Status.PLANNED).exists()
    coaching.resume(pause, now=now + timedelta(days=1))
    pause.refresh_from_db()
    assert pause.ends_on == date(2026, 3, 2)
    assert ana.calls.filter(status=Call.Status.PLANNED).exists()


def test_a_pause_ended_on_its_first_day_never_was(ana, now):
    pause = coaching.pause(ana, kind="holiday", starts_on=date(2026, 3, 2), ends_on=None, now=now)
    coaching.resume(pause, now=now)
    assert not ana.pauses.exists()


def test_calls_off_cancels_what_was_planned(ana, now):
    coaching.set_calls(ana, wanted=False, now=now)
    assert set(ana.calls.values_list("status", flat=True)) == {"cancelled"}
    coaching.set_calls(ana, wanted=True, now=now)
    assert set(ana.calls.values_list("status", flat=True)) == {"planned"}


def test_a_move_to_another_zone_keeps_the_wall_clock(ana, now):
    coaching.change_profile(ana, {"time_zone": "America/New_York"}, now=now)
    run = in_order(ana)[0]
    assert run.scheduled_date_time == datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
    assert ana.calls.get(run=run, status="planned").due_at == datetime(2026, 3, 3, 11, 45, tzinfo=UTC)


def test_calling_me_twice_is_one_call(ana, now):
    run = in_order(ana)[0]
    assert coaching.call_me(ana, run=run, now=now) == coaching.call_me(ana, run=run, now=now + timedelta(seconds=3))


def test_stop_calling_me_is_obeyed(ana, now):
    talk = talking.begin(ana, "pre_run", channel="phone", run=in_order(ana)[0], now=now)
    coaching.converse(talk, "please stop calling me", turn=0, now=now)
    ana.refresh_from_db()
    assert ana.do_not_call_at == now
    assert not ana.calls.filter(status="planned").exists()
