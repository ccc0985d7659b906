"""Emergencies beside those of the training guide, and words of a crisis."""

import pytest

from runs.training import safety
from runs.training.crisis import is_crisis


@pytest.mark.parametrize(
    "said",
    [
        "my left calf is swollen and hot", "slurred speech after the run", "I lost the sight in one eye for a minute",
        "I can't feel anything between my legs", "my pee was the colour of cola", "my achilles snapped",
        "my lips and throat are swelling", "chestpain", "my heart races at rest", "stabbing pain when I breathe in",
        "Brustschmerzen", "me duele el pecho", "my whole left leg went numb and I drag my foot",
        "I can't bend it or put weight on it",
    ],
)  # fmt: skip
def test_an_emergency_asks_for_help(said):
    assert safety.is_red_flag(said)


@pytest.mark.parametrize(
    "said",
    [
        "my calves are hot and tired", "the hill killed me", "had a red bull", "my knee is stiff in the morning",
        "a very faint path over the moor", "sore chest from push-ups",
        "it broke my heart to stop", "no chest pain at all",
        "my friend's calf is swollen and hot", "I needed a pee",
    ],
)  # fmt: skip
def test_what_only_sounds_like_one_does_not(said):
    assert not safety.is_red_flag(said)


@pytest.mark.parametrize("said", ["I want to kill myself", "thinking about ending it", "I'd be better off dead"])
def test_a_crisis_is_heard(said):
    assert is_crisis(said)
    assert safety.is_red_flag(said)


@pytest.mark.parametrize("said", ["I don't want to kill myself on that hill", "my brother wants to die", "dying to go"])
def test_a_crisis_is_not_invented(said):
    assert not is_crisis(said)
