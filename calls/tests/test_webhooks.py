import re

import pytest
from django.test import Client

from calls.models import Call, CallEvent
from calls.tests.conftest import SID, reports
from coach import coaching

pytestmark = pytest.mark.django_db
PATHS = ["connect-to-agent", "call-initiated", "after-agent", "turn", "call-status", "answered-by", "message"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("how", ["none", "wrong", "account", "get"])
def test_a_forged_webhook_is_refused_before_any_query(path, how, twilio_posts, django_assert_num_queries, call):
    address = f"/api/twilio/{path}?ref={call.reference}"
    with django_assert_num_queries(0):
        if how == "get":
            assert Client().get(address).status_code == 405
            return
        if how == "none":
            answer = Client().post(address, {"CallSid": SID})
        elif how == "wrong":
            answer = twilio_posts(address, token="another")
        else:
            answer = twilio_posts(address, account="AC" + "f" * 32)
    assert answer.status_code == 403


def test_the_previous_token_is_good_while_it_is_being_replaced(settings, twilio_posts, call):
    settings.TWILIO_AUTH_TOKEN_PREVIOUS = "yesterday"
    assert twilio_posts(f"/api/twilio/call-status?ref={call.reference}", token="yesterday").status_code == 204


def test_the_coach_speaks_and_listens(twilio_posts, call):
    answer = twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
    assert answer["Content-Type"].startswith("text/xml")
    body = answer.content.decode()
    assert "<Gather" in body
    assert 'actionOnEmptyResult="true"' in body
    assert "Ana" in body
    call.refresh_from_db()
    assert call.carrier_sid == SID
    assert call.conversation.conversation_type == "pre_run"


def test_a_repeated_request_gets_the_same_answer(twilio_posts, call):
    path = f"/api/twilio/connect-to-agent?ref={call.reference}"
    assert twilio_posts(path).content == twilio_posts(path).content
    turn = f"/api/twilio/turn?ref={call.reference}&turn=0"
    one = twilio_posts(turn, SpeechResult="yes I am on")
    two = twilio_posts(turn, SpeechResult="yes I am on")
    assert one.content == two.content
    call.refresh_from_db()
    assert call.conversation.turns.count() == 3


def test_a_whole_call_ends_with_goodbye_and_a_transcript(twilio_posts, call):
    twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
    answer = twilio_posts(f"/api/twilio/turn?ref={call.reference}&turn=0", SpeechResult="Yes.")
    following = re.search(r"turn=(\d+)", answer.content.decode())[1]
    answer = twilio_posts(f"/api/twilio/turn?ref={call.reference}&turn={following}", SpeechResult="No, all good.")
    assert b"<Hangup" in answer.content
    assert reports(twilio_posts, call, (2, "in-progress"), (3, "completed")) == "completed"
    assert (call.duration_s, [line["text"] for line in call.conversation.agreed]) == (42, ["You are on for the run."])
    assert "Runner: Yes." in call.conversation.transcript


def test_keys_work_where_speech_does_not(twilio_posts, call):
    twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
    twilio_posts(f"/api/twilio/turn?ref={call.reference}&turn=0", Digits="1")
    call.refresh_from_db()
    assert call.conversation.state["answers"]["will_run"] is True


def test_hanging_up_in_the_middle_keeps_what_was_said(twilio_posts, call):
    twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
    twilio_posts(f"/api/twilio/turn?ref={call.reference}&turn=0", SpeechResult="yes")
    reports(twilio_posts, call, (3, "completed"))
    assert call.conversation.ended_at
    assert call.conversation.concluded_at


def test_an_unknown_reference_is_told_goodbye(twilio_posts):
    answer = twilio_posts("/api/twilio/connect-to-agent?ref=nobody")
    assert answer.status_code == 200
    assert b"<Hangup" in answer.content


def test_status_only_moves_forward(twilio_posts, call):
    assert reports(twilio_posts, call, (1, "ringing")) == "ringing"
    assert reports(twilio_posts, call, (0, "initiated")) == "ringing"
    assert reports(twilio_posts, call, (2, "in-progress")) == "in_progress"
    assert reports(twilio_posts, call, (1, "ringing")) == "in_progress"


def test_the_first_end_wins_and_nothing_is_told_twice(twilio_posts, call):
    assert reports(twilio_posts, call, (2, "no-answer"), (2, "no-answer"), (3, "completed")) == "no_answer"
    assert CallEvent.objects.count() == 2
    assert call.user.notices.count() == 1


@pytest.mark.parametrize(("told", "status"), [("busy", "busy"), ("no-answer", "no_answer"), ("failed", "failed")])
def test_a_call_that_did_not_reach_the_runner_leaves_a_notice(twilio_posts, call, told, status):
    assert reports(twilio_posts, call, (2, told)) == status
    assert call.reason
    assert call.user.notices.get().call == call


def test_a_call_that_was_given_up_and_rings_after_all_is_taken_up(twilio_posts, call):
    Call.objects.filter(pk=call.pk).update(status="missed", reason="the line failed")
    twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
    assert reports(twilio_posts, call, (2, "in-progress")) == "in_progress"
    assert reports(twilio_posts, call, (3, "completed")) == "completed"
    assert call.conversation.concluded_at


@pytest.mark.parametrize("status", ["planned", "uncertain", "dialling"])
def test_a_word_from_the_line_shows_that_a_call_was_made(twilio_posts, call, status):
    Call.objects.filter(pk=call.pk).update(status=status)
    assert reports(twilio_posts, call, (1, "ringing")) == "ringing"
    assert call.carrier_sid == SID


def test_a_second_call_for_one_row_is_noted_once_and_changes_nothing(twilio_posts, call):
    reports(twilio_posts, call, (2, "in-progress"))
    other = "CA" + "b" * 32
    for _ in range(2):
        answer = twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}", CallSid=other)
        assert answer.content.count(b"<") == 4
        assert b"<Hangup" in answer.content
    path = f"/api/twilio/call-status?ref={call.reference}"
    twilio_posts(path, CallSid=other, CallStatus="completed", SequenceNumber="3")
    call.refresh_from_db()
    assert (call.status, call.carrier_sid) == ("in_progress", SID)
    assert [miss.carrier_sid for miss in call.near_misses.all()] == [other]


def test_an_unheard_of_status_is_ignored(twilio_posts, call):
    assert reports(twilio_posts, call, (2, "levitating")) == "dialling"


def test_the_fallback_needs_no_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = Client().post("/api/twilio/fallback")
    assert b"<Hangup" in answer.content


def test_a_known_number_may_ring_the_coach(twilio_posts, ana, now):
    ana.phone_number, ana.phone_verified_at = "+4915112345678", now
    ana.save()
    answer = twilio_posts("/api/twilio/call-initiated", From="+4915112345678")
    assert b"<Gather" in answer.content
    assert ana.calls.filter(carrier_sid=SID).count() == 1
    twilio_posts("/api/twilio/call-initiated", From="+4915112345678")
    assert ana.calls.filter(carrier_sid=SID).count() == 1


def test_an_unknown_number_learns_nothing(twilio_posts, ana):
    ana.phone_number = "+4915112345678"
    ana.save()
    answer = twilio_posts("/api/twilio/call-initiated", From="+4915112345678")
    assert b"<Gather" not in answer.content
    assert b"Ana" not in answer.content


@pytest.mark.parametrize("words", ["STOP", "stop", " Unsubscribe ", "QUIT"])
def test_stop_by_text_message_ends_the_calls(twilio_posts, ana, clock, words):
    ana.phone_number = "+442079460958"
    ana.save()
    assert twilio_posts("/api/twilio/message", From="+442079460958", Body=words).status_code == 200
    ana.refresh_from_db()
    assert not ana.wants_calls
    assert ana.call_consents.get().withdrawn_by == "sms"
    assert not ana.calls.filter(status="planned").exists()


@pytest.mark.parametrize(
    ("sender", "words"), [("+442079460958", "see you at the stop"), ("", "STOP"), ("+15550000", "STOP")]
)
def test_other_messages_and_other_senders_end_nothing(twilio_posts, ana, sender, words):
    ana.phone_number = "+442079460958"
    ana.save()
    twilio_posts("/api/twilio/message", From=sender, Body=words)
    ana.refresh_from_db()
    assert ana.wants_calls


def test_the_star_key_ends_the_calls(twilio_posts, ana, now):
    call = coaching.call_me(ana, now=now)
    twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}")
    answer = twilio_posts(f"/api/twilio/turn?ref={call.reference}&turn=0", Digits="*")
    assert b"<Hangup" in answer.content
    ana.refresh_from_db()
    assert not ana.wants_calls
    assert ana.call_consents.get().withdrawn_by == "key"
