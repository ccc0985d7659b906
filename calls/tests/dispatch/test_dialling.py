"""What is dialled and when: once, at its time, and only who may still be called."""

from datetime import timedelta

import pytest

from calls import dispatch, twilio
from calls.models import Call
from calls.tests.dispatch.rounds import first, run_at, status
from coach import coaching

pytestmark = pytest.mark.django_db


def test_nothing_is_dialled_before_its_time(ana, due, line):
    assert run_at(due - timedelta(seconds=1)) == 0
    assert line.placed == []


def test_a_due_call_is_dialled_once(ana, due, line):
    call = first(ana)
    assert run_at(due) == 1
    assert run_at(due + timedelta(seconds=5)) == 0
    call.refresh_from_db()
    assert (call.status, call.carrier_sid, call.attempts) == ("placed", line.answer, 1)
    assert [reference for _, reference in line.placed] == [call.reference]


def test_a_call_past_its_time_is_missed_and_shown(ana, due, line):
    call = first(ana)
    run_at(call.expires_at)
    assert status(call) == "missed"
    assert line.placed == []
    assert ana.notices.get().call == call


def test_a_runner_who_deletes_the_account_between_claim_and_request_is_not_dialled(ana, due, line):
    claim = dispatch.claim_due(due)
    ana.delete()
    dispatch.dial(claim, clock=lambda: due, wait=lambda seconds: None)
    assert line.placed == []


def test_one_runner_gets_one_call_at_a_time(ana, due, line):
    coaching.call_me(ana, now=due)
    run_at(due)
    run_at(due)
    assert len(line.placed) == 1
    assert ana.calls.filter(due_at=due, status="planned").count() == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"do_not_call_at": "now"}, "asked not to be called"),
        ({"calls_agreed_at": None}, "not agreed"),
        ({"suspended_at": "now"}, "cleared"),
        ({"is_active": False}, "closed"),
    ],
)
def test_it_asks_again_just_before_it_dials(ana, due, line, change, words):
    for name, value in change.items():
        setattr(ana, name, due if value == "now" else value)
    ana.save()
    call = first(ana)
    run_at(due)
    call.refresh_from_db()
    assert (call.status, line.placed) == ("blocked", [])
    assert words in call.reason


def test_a_run_done_meanwhile_is_not_called_about(ana, due, line):
    call = first(ana)
    ana.runs.filter(pk=call.run_id).update(status="completed", completed_at=due)
    run_at(due)
    assert (status(call), line.placed) == ("blocked", [])


def test_the_switch_stops_all_dialling(ana, due, line, settings):
    settings.CALLS_STOPPED = True
    assert run_at(due) == 0
    assert status(first(ana)) == "planned"


def test_too_many_requests_is_tried_again_within_the_window(ana, due, line):
    line.answer = twilio.CallRefused("slow down", kind="later", code=20429)
    call = first(ana)
    run_at(due)
    assert status(call) == "planned"
    line.answer = "CA" + "2" * 32
    run_at(due + dispatch.AGAIN_IN)
    assert status(call) == "placed"


@pytest.mark.parametrize("kind", ["number", "operator"])
def test_a_plain_no_ends_the_call(ana, due, line, kind):
    line.answer = twilio.CallRefused("no", kind=kind, code=21211)
    call = first(ana)
    run_at(due)
    assert status(call) == "failed"
    assert ana.notices.count() == 1


def test_a_real_line_needs_a_verified_number(ana, due, line, settings):
    settings.TWILIO_SANDBOX = False
    call = first(ana)
    run_at(due)
    assert status(call) == "blocked"
    assert "verified" in Call.objects.get(pk=call.pk).reason


def test_a_claim_that_grew_old_is_not_dialled(ana, due, line):
    claim = dispatch.claim_due(due)
    late = due + dispatch.LEASE + timedelta(seconds=1)
    dispatch.reconcile(late)
    dispatch.dial(claim, clock=lambda: late)
    assert (status(claim.call), line.placed) == ("planned", [])
