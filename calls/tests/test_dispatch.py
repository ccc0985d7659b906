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

        def place(self, *, to, reference, send_by):
            self.placed.append((to, reference))
            if isinstance(self.answer, BaseException):
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


def test_an_unknown_outcome_is_dialled_again_only_when_the_list_shows_no_call(ana, due, line):
    line.answer = twilio.OutcomeUnknown("timed out")
    call = first(ana)
    for seconds in (0, 5, 30, 44):
        run_at(due + timedelta(seconds=seconds))
    assert (len(line.placed), status(call)) == (1, "uncertain")
    line.answer = "CA" + "4" * 32
    run_at(due + dispatch.SETTLE + timedelta(seconds=1))
    assert (len(line.placed), status(call)) == (2, "placed")


def test_an_unknown_outcome_is_given_up_after_some_tries_and_when_its_time_is_over(ana, due, line):
    line.answer = twilio.OutcomeUnknown("timed out")
    call = first(ana)
    for minutes in range(14):
        run_at(due + timedelta(minutes=minutes))
    assert (len(line.placed), status(call)) == (3, "missed")
    assert ana.notices.get().call == call


def test_nothing_is_dialled_again_while_the_list_cannot_be_seen(ana, due, line, monkeypatch):
    line.answer = twilio.OutcomeUnknown("timed out")
    call = first(ana)

    def away(*, to, since):
        raise ConnectionError

    monkeypatch.setattr(twilio, "find", away)
    for minutes in range(15):
        run_at(due + timedelta(minutes=minutes))
    assert (len(line.placed), status(call)) == (1, "uncertain")
    run_at(call.expires_at + timedelta(minutes=1))
    assert (len(line.placed), status(call)) == (1, "missed")


def test_an_unknown_outcome_is_found_in_the_carriers_list(ana, due, line):
    line.answer = twilio.OutcomeUnknown("timed out")
    call = first(ana)
    run_at(due)
    line.listed = [twilio.Seen("CA" + "3" * 32, "in-progress", None)]
    run_at(due + dispatch.SETTLE + timedelta(seconds=1))
    call.refresh_from_db()
    assert (call.status, call.carrier_sid) == ("placed", "CA" + "3" * 32)


def test_a_worker_lost_before_it_asked_leaves_the_call_to_another(ana, due, line):
    call = dispatch.claim_due(due).call
    assert status(call) == "dialling"
    run_at(due + dispatch.LEASE + timedelta(seconds=1))
    assert (len(line.placed), status(call)) == (1, "placed")


def test_a_worker_lost_in_the_middle_of_the_request_does_not_ring_twice(ana, due, line):
    class Lost(BaseException):
        pass

    line.answer, call = Lost(), first(ana)
    with pytest.raises(Lost):
        run_at(due)
    line.answer = "CA" + "5" * 32
    for minutes in (1, 2, 3):
        run_at(due + dispatch.LEASE + timedelta(minutes=minutes))
    assert (len(line.placed), status(call)) == (1, "missed")


def test_a_worker_that_comes_back_late_hangs_up_what_it_made(ana, due, line, monkeypatch):
    """It was held up in the request; meanwhile the call was given up."""
    ended, call = [], first(ana)
    monkeypatch.setattr(twilio, "end", ended.append)
    claim, sid = dispatch.claim_due(due), "CA" + "6" * 32

    def held_up(**asked):
        dispatch.reconcile(due + dispatch.LEASE + timedelta(seconds=1))
        return sid

    monkeypatch.setattr(twilio, "place", held_up)
    dispatch.dial(claim, clock=lambda: due)
    assert (status(call), ended) == ("missed", [sid])
    assert call.near_misses.get().hung_up_at


def test_a_call_whose_end_was_never_told_is_asked_for(ana, due, line, monkeypatch):
    run_at(due)
    call = first(ana)
    monkeypatch.setattr(twilio, "fetch", lambda sid: twilio.Seen(sid, "completed", 61))
    run_at(due + dispatch.STUCK_AFTER + timedelta(seconds=1))
    call.refresh_from_db()
    assert (call.status, call.duration_s) == ("completed", 61)


def test_without_a_word_for_a_while_twilio_is_asked_and_asked_again(ana, due, line, monkeypatch):
    asked, told = [], twilio.Seen(line.answer, "ringing", None)

    def fetch(sid):
        asked.append(sid)
        return told

    monkeypatch.setattr(twilio, "fetch", fetch)
    call = first(ana)
    run_at(due)
    run_at(due + dispatch.LOOK_AFTER)
    assert asked == []
    for _ in range(3):
        run_at(due + dispatch.LOOK_AFTER + timedelta(seconds=1))
    assert (status(call), asked) == ("placed", [line.answer])
    told = twilio.Seen(line.answer, "busy", None)
    run_at(due + dispatch.LOOK_AFTER * 2 + timedelta(seconds=2))
    assert (status(call), len(asked)) == ("busy", 2)
    # As when it is told by a callback: one more try.
    assert ana.calls.get(subject=f"{call.subject}#2").status == "planned"


def test_an_end_that_was_asked_for_is_a_machines_all_the_same(ana, due, line, monkeypatch):
    run_at(due)
    call = first(ana)
    Call.objects.filter(pk=call.pk).update(answered_by="machine_start", reason=dispatch.VOICEMAIL)
    monkeypatch.setattr(twilio, "fetch", lambda sid: twilio.Seen(sid, "completed", 9))
    run_at(due + dispatch.LOOK_AFTER + timedelta(seconds=1))
    assert status(call) == "no_answer"
    assert ana.calls.filter(subject=f"{call.subject}#2").exists()


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
