"""What was told in a conversation is kept like what was told in a form, once."""

from datetime import timedelta

import pytest

from calls import talking
from coach import coaching
from runs.models import RunSession
from runs.tests.events import in_order

pytestmark = pytest.mark.django_db


def test_a_talk_after_a_run_fills_the_session_like_the_form(ana, now):
    run = in_order(ana)[0]
    coaching.complete(run, now=now + timedelta(days=1))
    run.refresh_from_db()
    talk = talking.begin(ana, "post_run", channel="browser", run=run, now=now)
    answers = ["Quite hard", "8", "yes my left knee", "3", "low", "yes", "it was dark and I have no light"]
    for turn, words in enumerate(answers):
        talk = coaching.converse(talk, words, turn=turn, now=now + timedelta(minutes=turn))
    session = RunSession.objects.get(scheduled_run=run)
    assert talk.ended_at
    assert (session.difficulty_rating, session.energy_level, session.source) == (8, "low", "talk")
    assert (session.pain_location, session.pain_side, session.pain_severity) == ("knee", "left", 3)
    assert ana.tasks.get(category="gear").title == "Get a running light"
    assert {task.title for task in ana.tasks.filter(category="recovery")} == {
        "Cool your left knee for ten minutes",
        "Stretch around your left knee, gently",
    }
    talk.refresh_from_db()
    assert "Difficulty 8 of 10." in [line["text"] for line in talk.agreed]


def test_a_conversation_is_acted_on_once(ana, now):
    run = in_order(ana)[0]
    talk = talking.begin(ana, "pre_run", channel="browser", run=run, now=now)
    for turn, words in enumerate(["yes", "it is raining"]):
        coaching.converse(talk, words, turn=turn, now=now)
    coaching.converse(talk, "it is raining", turn=1, now=now)
    coaching.hang_up(talk, now=now)
    assert ana.tasks.count() == 1
    assert talk.turns.count() == 5


def test_pain_before_a_run_becomes_a_task_and_is_repeated(ana, now):
    talk = talking.begin(ana, "pre_run", channel="browser", run=in_order(ana)[0], now=now)
    coaching.converse(talk, "yes", turn=0, now=now)
    coaching.converse(talk, "my left knee hurts and it rains", turn=1, now=now)
    talk = coaching.converse(talk, "2", turn=2, now=now)
    talk.refresh_from_db()
    assert "knee" in talk.state["says"]
    assert {task.category for task in ana.tasks.all()} == {"recovery", "gear"} or ana.tasks.get().category == "recovery"
    assert any("Pain" in line["text"] for line in talk.agreed)
