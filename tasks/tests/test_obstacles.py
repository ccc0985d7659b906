from datetime import date, timedelta

import pytest

from runs.training.language import normal
from tasks import obstacles

TODAY = date(2026, 3, 2)


def propose(words, **given):
    return obstacles.propose(words, plain=normal.plain(words), today=TODAY, **given)


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
    proposal = propose(words)
    assert proposal.category == category
    assert words.rstrip(".") in proposal.description
    assert TODAY + timedelta(days=3) <= proposal.due_on <= TODAY + timedelta(days=7)


def test_it_is_due_before_the_run_it_would_spoil():
    proposal = propose("raining", next_run_on=TODAY + timedelta(days=3))
    assert proposal.due_on == TODAY + timedelta(days=2)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("The zip went on my jacket", "Get the kit for your runs ready"),
        ("I've done six hundred miles on these", "Get running shoes that fit"),
        ("my head torch is packed in", "Get a running light"),
        ("that burger sat like a brick", "Plan a snack before your next run"),
        ("Upstairs kept me up till four", "Plan a proper rest evening"),
        ("my insoles are worn to nothing", "Get running shoes that fit"),
        ("nothing since noon, my belly was roaring", "Plan a snack before your next run"),
        ("himself has the car on Wednesday", "Block the time for your next run"),
        ("I'm fierce jet-lagged", "Plan a proper rest evening"),
        ("down with a rotten cold", "Rest until you feel well again"),
        ("I've the plumber coming at six", "Block the time for your next run"),
        ("The stitching came apart on my tights", "Get the kit for your runs ready"),
        ("The sitter came an hour late", "Block the time for your next run"),
        ("Next week is a write-off with the audit", "Block the time for your next run"),
        ("Up at four with the puppy", "Plan a proper rest evening"),
        ("I was so dry I drank out of a hose", "Set a water reminder before runs"),
        ("had dinner with friends", "Block the time for your next run"),
        # What is certain goes before what is merely named.
        ("the kids were grand but my zip broke", "Get the kit for your runs ready"),
    ],
)
def test_a_class_of_words_makes_the_task_it_asks_for(words, title):
    assert propose(words).title == title


@pytest.mark.parametrize("words", ["", "no", "\u0645\u0631\u062d\u0628\u0627", "\U0001f3c3" * 50])
def test_what_is_none_makes_none(words):
    assert propose(words) is None
