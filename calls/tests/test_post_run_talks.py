"""What is told of a run that was run, and what is asked for beside it."""

import pytest

from calls.dialogue import conversation
from calls.tests.talks import acts, talk


def test_after_a_run_the_next_one_may_be_moved_in_the_same_breath():
    reply = talk(
        "post_run",
        "hard",
        "8",
        "no",
        "low",
        "yes",
        "my shoes fell apart, and can we move my tempo run to friday",
        "yes",
    )
    came_to = conversation.outcome(reply.state)
    assert acts(reply) == [{"act": "move", "run": "tempo", "on": "2026-11-27", "at": "18:00"}]
    assert (came_to.difficulty, len(came_to.obstacles), reply.over) == (8, 1, True)


@pytest.mark.parametrize(
    "said", ["it was hard because it was too hot", "we should have gone at six", "I had to move house last week"]
)
def test_a_story_of_a_run_moves_nothing(said):
    assert acts(talk("post_run", said)) == []
    assert talk("post_run", said).state["asking"] in ("difficulty", "pain")


@pytest.mark.parametrize(
    ("said", "km", "minutes"),
    [
        ("good, I ran 6 k in 40 minutes", 6.0, 40),
        ("it was fine, did 3 miles", 4.83, None),
        ("easy, took me an hour and 10 minutes", None, 70),
        ("I was supposed to run 8 k", None, None),
        ("hard, my friend ran 12 k", None, None),
        ("7 out of 10, heart rate was 150", None, None),
    ],
)
def test_how_far_and_how_long_it_was(said, km, minutes):
    came_to = conversation.outcome(talk("post_run", said).state)
    assert (came_to.distance_km, came_to.duration_min) == (km, minutes)


def test_a_bare_yes_to_is_there_anything_is_asked_what():
    assert talk("post_run", "easy", "3", "no", "high", "yes", "yes").expect == "anything"


def test_a_run_that_was_none_is_not_filled_in():
    reply = talk("post_run", "actually I didn't run I was too tired")
    assert reply.over
    assert conversation.outcome(reply.state).difficulty is None
