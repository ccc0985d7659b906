from datetime import timedelta

import pytest

from calls import dispatch, twilio
from calls.models import Call
from coach import coaching

pytestmark = pytest.mark.django_db


@pytest.fixture
def line(monkeypatch):
    """The door to Twilio: what was asked of it, and what it answers."""

    class Line:
        placed, answer, listed = [], "CA" + "1" * 32, []

        def place(self, *, to, reference):
            self.placed.append((to, reference))
            if isinstance(self.answer, Exception):
                raise self.answer
            return self.answer

    fake = Line()
    fake.placed = []
    monkeypatch.setattr(twilio, "place", fake.place)

    def find(*, to, since):
        assert to, "an empty number lists everybody's calls"
        return fake.listed

    monkeypatch.setattr(twilio, "find", find)
    return fake


@pytest.fixture
def due(ana):
    """The moment Ana's first call is due."""
    return ana.calls.order_by("due_at").first().due_at


def run_at(moment):
    return dispatch.run(lambda: moment)


def status(call):
    return Call.objects.get(pk=call.pk).status


def first(user):
    return user.calls.order_by("due_at").first()


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


def test_an_unknown_outcome_is_never_dialled_again(ana, due, line):
    line.answer = twilio.OutcomeUnknown("timed out")
    call = first(ana)
    for seconds in (0, 5, 30, 60, 120):
        run_at(due + timedelta(seconds=seconds))
    assert len(line.placed) == 1
    assert status(call) == "missed"


def test_an_unknown_outcome_is_found_in_the_carriers_list(ana, due, line):
    line.answer = twilio.OutcomeUnknown("timed out")
    call = first(ana)
    run_at(due)
    line.listed = [twilio.Seen("CA" + "3" * 32, "in-progress", None)]
    run_at(due + dispatch.SETTLE + timedelta(seconds=1))
    call.refresh_from_db()
    assert (call.status, call.carrier_sid) == ("placed", "CA" + "3" * 32)


def test_a_worker_lost_while_dialling_does_not_ring_twice(ana, due, line):
    call = dispatch.claim_due(due)
    assert status(call) == "dialling"
    run_at(due + dispatch.LEASE + timedelta(seconds=1))
    assert line.placed == []
    assert status(call) == "missed"


def test_a_call_whose_end_was_never_told_is_asked_for(ana, due, line, monkeypatch):
    run_at(due)
    call = first(ana)
    monkeypatch.setattr(twilio, "fetch", lambda sid: twilio.Seen(sid, "completed", 61))
    run_at(due + dispatch.STUCK_AFTER + timedelta(seconds=1))
    call.refresh_from_db()
    assert (call.status, call.duration_s) == ("completed", 61)


def test_a_real_line_needs_a_verified_number(ana, due, line, settings):
    settings.TWILIO_SANDBOX = False
    call = first(ana)
    run_at(due)
    assert status(call) == "blocked"
    assert "verified" in Call.objects.get(pk=call.pk).reason


def test_a_claim_that_grew_old_is_not_dialled(ana, due, line):
    call = dispatch.claim_due(due)
    late = due + dispatch.LEASE + timedelta(seconds=1)
    dispatch.reconcile(late)
    dispatch.dial(call, clock=lambda: late)
    assert (status(call), line.placed) == ("missed", [])


def test_a_call_the_carrier_does_not_know_does_not_block_the_runner_for_ever(ana, due, line, monkeypatch):
    run_at(due)

    def fetch(sid):
        raise twilio.NoSuchCall

    monkeypatch.setattr(twilio, "fetch", fetch)
    run_at(due + dispatch.STUCK_AFTER + timedelta(seconds=1))
    assert status(first(ana)) == "missed"


def test_a_talk_whose_end_was_never_told_is_concluded_by_the_clock(ana, due, clock, line):
    from calls import jobs, talking

    call = first(ana)
    session = talking.begin(ana, "pre_run", channel="phone", run=call.run, now=due)
    Call.objects.filter(pk=call.pk).update(status="completed", conversation=session)
    jobs.dispatch()
    session.refresh_from_db()
    assert session.concluded_at


@pytest.mark.parametrize(
    ("status", "code", "meaning"),
    [
        (429, 20429, "later"),
        (503, 20503, "later"),
        (400, 21211, "number"),
        (400, 21210, "operator"),
        (401, 20003, "operator"),
    ],
)
@pytest.mark.parametrize("kind", ["rest", "service"])
def test_both_of_the_sdks_errors_mean_the_same(status, code, meaning, kind):
    from twilio.base.exceptions import TwilioRestException, TwilioServiceException

    fault = TwilioRestException(status, "/", "no", code)
    if kind == "service":
        fault = TwilioServiceException("about:blank", "no", status, code)
    assert twilio._meaning(fault).kind == meaning


@pytest.mark.parametrize("fault", [OSError("reset"), ValueError("half an answer")])
def test_any_other_fault_is_unknown(fault):
    assert isinstance(twilio._meaning(fault), twilio.OutcomeUnknown)
