import pytest

from runs.training import safety


@pytest.mark.parametrize(
    "words",
    [
        "I had chest pain on the hill",
        "there was a tightness in my chest",
        "my chest hurts",
        "I fainted after two kilometres",
        "i nearly passed out and then i passed out",
        "I can't bear weight on my left foot",
        "i am short of breath even when sitting",
        "I couldn't catch my breath",
        "since the fall my leg is numb",
    ],
)
def test_it_hears_a_red_flag(words):
    assert safety.is_red_flag(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "no chest pain",
        "I was out of breath on the hill",
        "my calf is sore",
        "felt great, no fainting",
        "I fell in love with this route",
    ],
)
def test_it_lets_the_ordinary_pass(words):
    assert not safety.is_red_flag(words)


def test_pain_in_the_chest_is_one_from_any_form():
    assert safety.is_red_flag(pain_location="chest")
    assert not safety.is_red_flag(pain_location="knee")
