"""A runner moves to another time zone while calls are planned."""

from datetime import timedelta

import pytest

from calls import planning
from calls.models import Call
from coach import coaching
from coach.models import CallPreferences

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
ELSEWHERE = ["America/New_York", "Pacific/Honolulu", "Pacific/Kiritimati", "Australia/Lord_Howe", "Asia/Kathmandu"]


@pytest.fixture
def ana(ana, now):
    CallPreferences.objects.create(user=ana, weekly="sunday_evening", after_runs="call")
    coaching.replan(ana, now=now)
    return ana


def move(browser, user, zone):
    told = {"name": user.name, "time_zone": zone, "units": user.units, "phone_number": ""}
    assert browser.post("/settings/", told).status_code == 302
    user.refresh_from_db()


def planned(user):
    return list(user.calls.filter(status=Call.Status.PLANNED).select_related("run").order_by("due_at"))


def as_told(user):
    """When each call comes by the runner's own clock. What it is about says which run or week."""
    return {(call.kind, call.run_id or call.subject): f"{user.local(call.due_at):%a %H:%M}" for call in planned(user)}


@pytest.mark.parametrize("zone", ELSEWHERE)
def test_the_calls_keep_their_wall_times(anas, ana, zone):
    before = as_told(ana)
    move(anas, ana, zone)
    after = as_told(ana)
    # Where it is another day, another run may be within reach and one no more.
    assert len(before.keys() & after.keys()) >= 3
    assert {key: after[key] for key in before.keys() & after.keys()} == {
        key: before[key] for key in before.keys() & after.keys()
    }
    for call in planned(ana):
        assert (call.due_zone, call.due_on) == (zone, ana.local(call.due_at).date())
        assert call.due_time == ana.local(call.due_at).time()
        if call.run:
            assert call.due_at == call.run.scheduled_date_time - timedelta(minutes=15)
            assert call.run.pre_run_call_time == call.due_at


@pytest.mark.parametrize("zone", ELSEWHERE)
def test_no_call_is_planned_twice(anas, ana, zone):
    before = as_told(ana)
    for there in (zone, "Europe/Berlin"):
        move(anas, ana, there)
        # As many calls as runs and weeks they are about.
        assert len(planned(ana)) == len(as_told(ana))
        assert {call.due_zone for call in planned(ana)} == {there}
    assert as_told(ana) == before


def test_where_the_clocks_agree_the_calls_are_the_same_and_bear_the_new_zone(anas, ana):
    before = {call.pk: call.due_at for call in planned(ana)}
    move(anas, ana, "Europe/Paris")
    after = planned(ana)
    assert {call.pk: call.due_at for call in after} == before
    assert {call.due_zone for call in after} == {"Europe/Paris"}


def test_a_call_that_would_come_in_the_night_over_there_does_not_ring(anas, ana, clock, now):
    """Nine in the morning in Berlin is five in the afternoon in Tokyo, and the small hours in New York."""
    run = ana.runs.first()
    clock.move_to(run.scheduled_date_time + timedelta(hours=2))
    coaching.complete(run, now=run.scheduled_date_time + timedelta(hours=2))
    call = ana.calls.get(kind="post_run", status=Call.Status.PLANNED)
    move(anas, ana, "Asia/Tokyo")
    call.refresh_from_db()
    assert (call.status, call.due_zone) == (Call.Status.PLANNED, "Asia/Tokyo")
    move(anas, ana, "America/New_York")
    call.refresh_from_db()
    assert (call.status, call.obstacle) == (Call.Status.PLANNED, planning.IN_QUIET_HOURS)
    move(anas, ana, "Asia/Tokyo")
    call.refresh_from_db()
    assert call.obstacle == ""


@pytest.mark.parametrize("status", Call.LIVE)
def test_a_call_under_way_is_left_alone(anas, ana, status):
    call = planned(ana)[0]
    Call.objects.filter(pk=call.pk).update(status=status)
    move(anas, ana, "America/New_York")
    after = Call.objects.get(pk=call.pk)
    assert (after.status, after.due_at, after.due_zone) == (status, call.due_at, "Europe/Berlin")


def test_a_week_that_was_talked_over_is_not_called_about_again(anas, ana, clock):
    call = ana.calls.get(kind="weekly_planning", status=Call.Status.PLANNED)
    Call.objects.filter(pk=call.pk).update(status=Call.Status.COMPLETED)
    clock.move_to(call.due_at + timedelta(minutes=20))
    move(anas, ana, "America/New_York")
    assert call.subject not in {week.subject for week in planned(ana)}
    assert ana.calls.get(subject=call.subject).status == Call.Status.COMPLETED
