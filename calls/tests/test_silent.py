"""Where a call may not ring, a silent word stands in its place, and the call's page says why."""

from datetime import time, timedelta

import pytest

from calls import dispatch, planning
from calls.models import Call
from coach import coaching

pytestmark = pytest.mark.django_db


def never_asked(user, now):
    user.calls_agreed_at = user.do_not_call_at = None
    user.save()
    planning.refresh(user, now=now)


def at_its_time(user):
    call = user.calls.filter(kind="pre_run", status="planned").earliest("due_at")
    dispatch.run(lambda: call.due_at)
    call.refresh_from_db()
    return call


def test_who_has_not_agreed_finds_the_word_in_the_app(anas, ana, now, clock, line):
    never_asked(ana, now)
    call = at_its_time(ana)
    assert (call.status, line) == ("blocked", [])
    notice = ana.notices.get(kind="silent")
    assert (notice.title, notice.text) == ("Your run is at 7:00", "I did not call: you have not agreed to calls.")
    clock.move_to(call.due_at)
    assert "Your run is at 7:00" in anas.get("/").content.decode()
    assert "You have not agreed to calls." in anas.get(f"/calls/{call.pk}/").content.decode()
    assert ana.runs.get(pk=call.run_id).pre_run_call_time is None


def test_the_words_do_not_pile_up(ana, now, line):
    never_asked(ana, now)
    at_its_time(ana)
    at_its_time(ana)
    assert ana.calls.filter(status="blocked").count() == 2
    assert ana.notices.open().filter(kind="silent").count() == 1


def test_who_agrees_after_all_is_called(ana, now, line):
    never_asked(ana, now)
    coaching.set_calls(ana, wanted=True, now=now)
    assert at_its_time(ana).status == "placed"
    assert not ana.notices.filter(kind="silent").exists()


def test_a_run_in_the_quiet_hours_has_a_silent_word(ana, now, line):
    coaching.choose_calls(ana, {"early_before_runs": False}, now=now)
    call = at_its_time(ana)
    assert (call.status, call.reason, line) == ("blocked", planning.IN_QUIET_HOURS, [])
    coaching.choose_calls(ana, {"quiet_until": time(6)}, now=now)
    assert at_its_time(ana).status == "placed"


def test_enough_calls_for_one_day_leave_a_silent_word(ana, now, line, settings):
    settings.CALLS_A_DAY = 0
    call = at_its_time(ana)
    assert (call.status, ana.notices.get().kind) == ("blocked", "silent")


@pytest.mark.usefixtures("clock", "line")
def test_without_a_verified_number_the_page_says_so(anas, ana, now, settings):
    settings.TWILIO_SANDBOX = False
    planning.refresh(ana, now=now)
    assert "there is no verified phone number" in anas.get("/calls/").content.decode()
    assert at_its_time(ana).reason == planning.NO_NUMBER


def test_who_said_stop_or_is_suspended_hears_nothing_in_place_of_it(ana, now, line):
    call = ana.calls.earliest("due_at")
    coaching.set_calls(ana, wanted=False, now=now)
    assert not ana.calls.filter(status="planned").exists()
    coaching.set_calls(ana, wanted=True, now=now)
    coaching.suspend(ana, now=now, told="chest pain")
    dispatch.run(lambda: call.due_at + timedelta(seconds=1))
    assert not ana.notices.filter(kind="silent").exists()
    assert not Call.objects.filter(status="planned").exists()
