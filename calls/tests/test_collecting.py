"""What was said to the agent, fetched where no webhook came."""

from datetime import timedelta

import pytest

from calls import collecting, elevenlabs, jobs, talking
from calls.models import ConversationSession
from calls.tests.conftest import conversation
from coach import coaching

SAID = ("How did it feel?", "A seven, nothing hurts.")


@pytest.fixture
def session(ana, now, eleven):
    run = ana.runs.first()
    coaching.complete(run, now=now)
    session = talking.begin(ana, "post_run", channel="phone", run=run, now=now)
    session.give_to_agent("conv_1", now=now)
    coaching.close_line(session, now=now)
    return session


@pytest.fixture
def after(session, now):
    """One round so many seconds after the end of the talk."""

    def look(seconds):
        collecting.run(lambda: now + timedelta(seconds=seconds))
        session.refresh_from_db()
        return session

    return look


def fetched(eleven):
    return sum(path.startswith("/v1/convai/conversations/") for _, path, _ in eleven.asked)


def test_it_is_fetched_and_acted_on_once(after, eleven, session):
    eleven.conversations["conv_1"] = conversation(session.reference, *SAID, collected={"energy": "high"})
    after(21)
    assert session.concluded_at
    assert (session.run.run_session.difficulty_rating, session.run.run_session.energy_level) == (7, "high")
    after(61)
    assert fetched(eleven) == 1


def test_it_is_asked_for_at_twenty_and_sixty_seconds_three_and_ten_minutes_and_an_hour(after, eleven, session):
    eleven.conversations["conv_1"] = conversation(session.reference, status="processing")
    asked = []
    for seconds in (5, 19, 20, 40, 60, 80, 179, 180, 400, 600, 601, 3599):
        after(seconds)
        asked.append(fetched(eleven))
    assert asked == [0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4]
    assert session.concluded_at is None
    after(3600)
    assert fetched(eleven) == 5
    # Then it is concluded with what there is.
    assert session.concluded_at


def test_a_lost_id_is_found_by_our_reference(after, eleven, session):
    ConversationSession.objects.update(agent_conversation_id="")
    eleven.conversations["conv_7"] = conversation(session.reference, *SAID, conversation_id="conv_7")
    assert after(21).concluded_at


def test_an_id_that_leads_to_another_runners_talk_is_not_believed(after, eleven, session):
    eleven.conversations["conv_1"] = conversation("somebody-elses", *SAID)
    assert after(21).concluded_at is None


@pytest.mark.parametrize("fault", [(500, "<html>"), (404, {"detail": "no"}), (429, {"detail": "busy"})])
def test_a_fault_is_waited_out_and_then_given_up(after, eleven, session, fault):
    eleven.fails["conv_1"] = fault
    assert after(21).concluded_at is None
    assert after(3600).concluded_at
    assert session.turns.count() == 1


def test_a_talk_in_the_browser_in_which_nothing_was_said_goes_back_to_the_typed_coach(after, eleven, ana, now):
    talk = talking.begin(ana, "motivation", channel="browser", now=now)
    talk.give_to_agent("conv_2", now=now)
    eleven.conversations["conv_2"] = conversation(talk.reference, "Hi Ana", conversation_id="conv_2", status="failed")
    after(21)
    talk.refresh_from_db()
    assert (talk.agent_called_at, talk.ended_at, talk.concluded_at) == (None, None, None)


def test_one_talks_trouble_is_not_every_talks(after, eleven, session, monkeypatch):
    now = session.started_at
    other = talking.begin(session.user, "motivation", channel="browser", now=now)
    other.give_to_agent("conv_2", now=now)
    for talk, key in ((session, "conv_1"), (other, "conv_2")):
        eleven.conversations[key] = conversation(talk.reference, *SAID, conversation_id=key)
    conclude = coaching.conclude_voice
    monkeypatch.setattr(
        coaching, "conclude_voice", lambda it, *a, **k: 1 / 0 if it.pk == other.pk else conclude(it, *a, **k)
    )
    assert after(21).concluded_at


def test_without_a_key_nothing_is_asked(after, settings, session, django_assert_num_queries):
    settings.ELEVENLABS_API_KEY = ""
    with django_assert_num_queries(0):
        collecting.run(lambda: None)


def test_they_forget_a_conversation_when_asked(eleven, session):
    eleven.conversations["conv_1"] = conversation(session.reference, *SAID)
    jobs.forget_conversation(str(session.pk))
    assert eleven.conversations == {}
    # What they no longer know is forgotten already.
    jobs.forget_conversation(str(session.pk))


def test_forgetting_finds_a_conversation_whose_id_was_lost(eleven, session):
    ConversationSession.objects.update(agent_conversation_id="")
    eleven.conversations["conv_7"] = conversation(session.reference, *SAID, conversation_id="conv_7")
    jobs.forget_conversation(str(session.pk))
    assert eleven.conversations == {}


def test_a_fault_while_forgetting_is_told_so_that_the_job_comes_again(eleven, session):
    eleven.fails["conv_1"] = (500, {})
    with pytest.raises(elevenlabs.VoiceUnavailable):
        collecting.forget(session)
    assert elevenlabs.VoiceUnavailable in jobs.forget_conversation.autoretry_for
