"""What was said to the agent, told by webhook."""

import json
import time

import pytest
from django.test import Client

from calls import talking
from calls.models import ConversationSession
from calls.tests.conftest import conversation, signature
from calls.webhooks.elevenlabs import LARGEST, is_signed
from coach import coaching

VECTOR = "t=1700000000,v0=690c92e704d02e6ba1a90bd49ddd4fb14b0de37396d4dc91148a940ac89d5697"
JUNK = [
    "", "t=abc,v0=00", "t=1700000000", VECTOR.partition(",")[2], "t=,v0=", "t=²,v0=00", f"{VECTOR[:-1]}0", "\x00é,=,",
    f"t={'9' * 400},v0=00", VECTOR.replace("1700000000", "1700000001"),
]  # fmt: skip
SAID = ("Hi Ana. How did it feel?", "About a seven, and my left knee hurts, four out of ten.", "Sorry to hear it. Bye!")


@pytest.fixture
def session(ana, now, eleven):
    """Ana has run, and the agent has called her about it."""
    run = ana.runs.first()
    coaching.complete(run, now=now)
    session = talking.begin(ana, "post_run", channel="phone", run=run, now=now)
    session.give_to_agent("conv_1", now=now)
    return session


class TestSignature:
    secrets = ("wsec_other", "wsec_test")
    raw, at = b'{"type":"ping"}', 1700000010

    @pytest.mark.parametrize("header", [VECTOR, VECTOR.replace(",", ", "), f"{VECTOR},v0=00"])
    def test_ours_is_known(self, header):
        assert is_signed(self.raw, header, secrets=self.secrets, now=self.at)

    @pytest.mark.parametrize("header", [None, *JUNK])
    def test_junk_is_not_and_never_fails(self, header):
        assert not is_signed(self.raw, header, secrets=self.secrets, now=self.at)

    @pytest.mark.parametrize("off_s", [-1801, 1801])
    def test_half_an_hour_off_is_too_much_either_way(self, off_s):
        assert not is_signed(self.raw, VECTOR, secrets=self.secrets, now=1700000000 + off_s)

    def test_another_body_or_no_secret_is_not_signed(self):
        assert not is_signed(self.raw + b" ", VECTOR, secrets=self.secrets, now=self.at)
        assert not is_signed(self.raw, VECTOR, secrets=(), now=self.at)
        assert not is_signed(self.raw, VECTOR, secrets=("",), now=self.at)


@pytest.mark.parametrize("header", JUNK)
def test_a_forged_one_is_refused_before_any_query(told, settings, header, django_assert_num_queries, db):
    settings.ELEVENLABS_WEBHOOK_SECRETS = ["wsec_test"]
    with django_assert_num_queries(0):
        header = header.encode("latin-1", "replace").decode("latin-1").replace("\x00", "")
        assert told({}, header=header).status_code == 403


def test_without_secrets_nobody_is_believed(told, settings, db):
    settings.ELEVENLABS_WEBHOOK_SECRETS = []
    assert told({}, secret="").status_code == 403


def test_a_talk_is_kept_and_acted_on(told, session):
    before = session.turns.count()
    answer = told(conversation(session.reference, *SAID, collected={"energy": "low", "pain": False}))
    assert (answer.status_code, answer.content) == (200, b"")
    session.refresh_from_db()
    assert session.concluded_at
    assert session.ended_at
    assert session.turns.count() == before + 3
    assert f"Runner: {SAID[1]}" in session.transcript
    heard = session.run.run_session
    assert (heard.difficulty_rating, heard.energy_level, heard.source) == (7, "low", "call")
    # The runner's words win over "no pain" in the notes.
    assert (heard.pain_reported, heard.pain_location, heard.pain_side, heard.pain_severity) == (True, "knee", "left", 4)


def test_the_opening_is_not_kept_twice(told, session):
    opening = session.turns.get().text
    told(conversation(session.reference, opening, "A seven."))
    assert [turn.text for turn in session.turns.all()] == [opening, "A seven."]


def test_told_twice_it_counts_once(told, session):
    data = conversation(session.reference, *SAID)
    assert [told(data).status_code for _ in range(2)] == [200, 200]
    told(conversation(session.reference, "Hi", "No pain at all, a two."))
    session.refresh_from_db()
    assert session.turns.count() == 4
    assert session.run.run_session.difficulty_rating == 7
    assert session.user.tasks.filter(created_during_conversation=session).count() <= 1


def test_the_secret_before_is_good_while_it_is_being_replaced(told, session):
    assert told(conversation(session.reference, *SAID), secret="wsec_before").status_code == 200
    session.refresh_from_db()
    assert session.concluded_at


def test_told_before_we_knew_its_id_it_is_found_by_our_reference(told, session):
    ConversationSession.objects.update(agent_conversation_id="")
    told(conversation(session.reference, *SAID, conversation_id="conv_unheard_of"))
    session.refresh_from_db()
    assert session.concluded_at


def test_without_our_reference_it_is_found_by_their_id(told, session):
    told(conversation("", *SAID, conversation_id="conv_1"))
    session.refresh_from_db()
    assert session.concluded_at


@pytest.mark.parametrize("reference", ["", "unknown"])
def test_an_unknown_one_is_taken_and_nothing_is_kept(told, session, reference):
    assert told(conversation(reference, *SAID, conversation_id="conv_9")).status_code == 200
    session.refresh_from_db()
    assert session.concluded_at is None
    assert ConversationSession.objects.count() == 1


def test_one_that_the_agent_never_got_is_not_touched(told, session):
    ConversationSession.objects.update(agent_called_at=None)
    told(conversation(session.reference, *SAID))
    session.refresh_from_db()
    assert session.concluded_at is None


@pytest.mark.parametrize("kind", ["post_call_audio", "call_initiation_failure", "something_new", None])
def test_other_events_are_taken_and_ignored(told, session, kind):
    assert told(conversation(session.reference, *SAID), kind=kind).status_code == 200
    session.refresh_from_db()
    assert session.concluded_at is None


@pytest.mark.parametrize(
    ("raw", "status"),
    [(b"", 400), (b"{", 400), (b"\xff\xfe", 400), (b"[]", 200), (b"null", 200), (b'{"type": "ping"}', 200)],
)
def test_what_is_no_event_is_answered_and_does_not_fail(told, eleven, db, raw, status):
    assert told(raw=raw).status_code == status


@pytest.mark.parametrize("data", [None, [], "x", 5, {"transcript": "x"}, {"transcript": [None, {"role": 5}]}])
def test_odd_data_is_taken(told, eleven, db, data):
    assert told(data).status_code == 200


def test_a_body_without_end_is_too_large(told, eleven, db):
    assert told(raw=b" " * (LARGEST + 1)).status_code == 413


def test_a_transcript_larger_than_other_requests_is_taken(told, session, settings):
    data = conversation(session.reference, *SAID)
    data["metadata"]["more"] = "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
    assert told(data).status_code == 200
    session.refresh_from_db()
    assert session.concluded_at


def test_a_missing_analysis_and_silent_turns_keep_the_transcript(told, session):
    data = conversation(session.reference, *SAID)
    data["analysis"] = None
    data["transcript"].insert(1, {"role": "agent", "message": None, "tool_calls": [{}]})
    told(data)
    session.refresh_from_db()
    assert session.turns.count() == 4
    assert session.run.run_session.difficulty_rating == 7


def test_null_values_and_nul_bytes_do_no_harm(told, session):
    told(conversation(session.reference, "Hi", "A se\0ven.", collected={"difficulty": None, "notes": "wet\0 feet"}))
    session.refresh_from_db()
    assert session.concluded_at
    assert session.turns.last().text == "A seven."
    assert session.run.run_session.notes == "wet feet"


def test_a_red_flag_in_the_words_stops_everything(told, session):
    told(conversation(session.reference, "Hi", "I had chest pain and nearly fainted.", collected={"red_flag": False}))
    session.user.refresh_from_db()
    assert session.user.suspended_at
    session.refresh_from_db()
    assert session.state["answers"]["red_flag"] is True


def test_a_human_coach_reads_the_words_of_a_red_flag(told, ana, now, eleven):
    session = talking.begin(ana, "motivation", channel="browser", now=now)
    session.give_to_agent("conv_2", now=now)
    told(conversation(session.reference, "Hi", "I had chest pain today.", "Oh.", "That is all."))
    assert ana.flags.get(kind="red_flag").words == "I had chest pain today."


def test_a_talk_in_which_nothing_was_said_stays_with_the_built_in_coach(told, session):
    told(conversation(session.reference, "Hi Ana.", status="failed"))
    session.refresh_from_db()
    assert (session.concluded_at, session.ended_at) == (None, None)


def test_of_a_deleted_transcript_nothing_comes_back(told, session, now):
    coaching.close_line(session, now=now)
    coaching.delete_transcript(session, now=now)
    told(conversation(session.reference, *SAID))
    session.refresh_from_db()
    assert session.concluded_at
    assert session.turns.count() == 0


def test_only_a_post_is_listened_to(db):
    assert Client().get("/api/elevenlabs/post-call").status_code == 405


def test_the_signature_is_of_the_raw_body_and_of_now(told, session):
    raw = json.dumps({"type": "post_call_transcription", "data": conversation(session.reference, *SAID)}).encode()
    assert told(raw=raw + b" ", header=signature(raw)).status_code == 403
    assert told(raw=raw, header=signature(raw, at=time.time() - 1900)).status_code == 403
    assert told(raw=raw, header=signature(raw, at=time.time() + 1900)).status_code == 403
    session.refresh_from_db()
    assert session.concluded_at is None
