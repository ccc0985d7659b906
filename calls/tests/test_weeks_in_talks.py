"""Weeks planned otherwise in a conversation, pauses, and what helps who did not run."""

import pytest

from calls.dialogue import conversation
from calls.tests.talks import acts, talk


@pytest.mark.parametrize(
    ("said", "kind", "first", "last"),
    [
        (["I've got the flu", "a week"], "illness", "2026-11-24", "2026-11-30"),
        (["I've got the flu", "until monday"], "illness", "2026-11-24", "2026-11-29"),
        (["I have a fever", "I don't know yet"], "illness", "2026-11-24", None),
        (["I'm on holiday for two weeks"], "holiday", "2026-11-24", "2026-12-07"),
        (["I'm going on holiday next week for ten days"], "holiday", "2026-11-30", "2026-12-09"),
        (["I need a break", "two weeks"], "holiday", "2026-11-24", "2026-12-07"),
    ],
)
def test_a_pause(said, kind, first, last):
    reply = talk("motivation", *said, "yes")
    assert acts(reply) == [{"act": "pause", "kind": kind, "from": first, "to": last}]


@pytest.mark.parametrize(
    "said",
    [
        "my son has the flu",
        "I don't have a fever",
        "the flu is gone",
        "if I get the flu I'll tell you",
        "I had covid last year",
    ],
)
def test_what_is_no_illness_of_now_pauses_nothing(said):
    assert talk("motivation", said).state["asking"] != "until"


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("can you make it easier", {"act": "ease_week", "monday": "2026-11-23"}),
        ("I'd like an easier week next week", {"act": "ease_week", "monday": "2026-11-30"}),
        ("let's repeat this week", {"act": "repeat_week"}),
        ("I can only run twice a week from now on", {"act": "frequency", "runs": 2}),
        ("could we do 4 runs a week", {"act": "frequency", "runs": 4}),
        ("fewer runs please", {"act": "frequency", "runs": 2}),
    ],
)
def test_a_week_is_planned_otherwise(said, act):
    assert acts(talk("weekly_planning", said, "yes")) == [act]


def test_a_weekday_that_is_gone_for_good_stays_free():
    (act,) = acts(talk("weekly_planning", "no", "tuesdays don't work any more", "yes"))
    assert act == {"act": "days", "days": ["mon", "wed", "thu", "fri", "sat", "sun"], "day": "tuesday"}


def test_no_blame_and_what_helps():
    reply = talk("intervention", "work has been crazy", "yes", "fewer runs a week", "yes")
    assert acts(reply) == [{"act": "frequency", "runs": 2}]
    paused = talk("intervention", "kids were ill", "yes", "a pause", "two weeks", "yes")
    assert [act["act"] for act in acts(paused)] == ["pause"]
    left = talk("intervention", "just life", "yes", "leave it as it is")
    assert (left.over, acts(left)) == (True, [])


def test_a_goal_that_is_not_the_right_one():
    reply = talk("intervention", "I lost interest", "no")
    assert reply.over
    assert conversation.outcome(reply.state).goal_is_right is False


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("swap thursday and sunday", {"act": "swap", "run": "tempo", "other": "long"}),
        ("cancel the whole week", {"act": "pause", "kind": "holiday", "from": "2026-11-24", "to": "2026-11-29"}),
        ("can we do 2 runs instead of 3", {"act": "frequency", "runs": 2}),
        ("3 runs a week is too many", {"act": "frequency", "runs": 2}),
        (
            "no thursdays any more please",
            {"act": "days", "days": ["mon", "tue", "wed", "fri", "sat", "sun"], "day": "thursday"},
        ),
    ],
)
def test_more_that_people_ask_for(said, act):
    assert acts(talk("weekly_planning", "no", said, "yes")) == [act]


def test_the_end_of_a_pause():
    assert acts(talk("motivation", "I'm better now, can we start again", "yes", is_paused=True)) == [{"act": "resume"}]
