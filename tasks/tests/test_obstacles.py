from datetime import date, timedelta

import pytest

from tasks import obstacles

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("It was raining and I don't have rain gear", "gear"),
        ("my shoes are worn out", "gear"),
        ("I forgot to eat", "nutrition"),
        ("forgot my water bottle", "hydration"),
        ("I had a late meeting", "scheduling"),
        ("I'm so sore", "recovery"),
    ],
)
def test_an_obstacle_becomes_an_action(words, category):
    proposal = obstacles.propose(words, today=TODAY)
    assert proposal.category == category
    assert words.rstrip(".") in proposal.description
    assert TODAY + timedelta(days=3) <= proposal.due_on <= TODAY + timedelta(days=7)


def test_it_is_due_before_the_run_it_would_spoil():
    proposal = obstacles.propose("raining", today=TODAY, next_run_on=TODAY + timedelta(days=3))
    assert proposal.due_on == TODAY + timedelta(days=2)


@pytest.mark.parametrize("words", ["", "no", "\u0645\u0631\u062d\u0628\u0627", "\U0001f3c3" * 50])
def test_what_is_none_makes_none(words):
    assert obstacles.propose(words, today=TODAY) is None
