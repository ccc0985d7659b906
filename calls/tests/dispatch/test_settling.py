"""What a lost worker, a lost answer or a lost callback left behind: nobody is rung twice for it."""

from datetime import timedelta

import pytest

from calls import dispatch, twilio
from calls.models import Call
from calls.tests.dispatch.rounds import first, run_at, status

pytestmark = pytest.mark.django_db


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
