import math

import pytest

from calls.dialogue import reconciling
from calls.dialogue.outcome import Outcome
from calls.dialogue.reconciling import COACH, RUNNER, Turn


def talk(*said):
    """Coach and runner in turn; the coach begins."""
    return [Turn((COACH, RUNNER)[index % 2], words) for index, words in enumerate(said)]


KNEE = talk("How did it feel?", "Good, a seven.", "Any pain?", "My left knee hurts a bit, four out of ten.")


def test_what_the_words_say_comes_first_and_notes_fill_what_they_leave_open():
    came_to = reconciling.reconcile(
        "post_run", KNEE, {"difficulty": 3, "energy": "low", "distance_km": 5.2, "duration_min": 31}
    )
    assert (came_to.difficulty, came_to.energy) == (7, "low")
    assert (came_to.distance_km, came_to.duration_min) == (5.2, 31)


@pytest.mark.parametrize("noted", [{}, {"pain": False}, {"pain": None}, {"pain": False, "red_flag": False}])
def test_pain_in_the_words_wins_over_its_absence_in_the_notes(noted):
    came_to = reconciling.reconcile("post_run", KNEE, noted)
    assert (came_to.pain, came_to.pain_location, came_to.pain_side) == (True, "knee", "left")
    assert came_to.pain_severity == 4


def test_a_red_flag_in_the_words_wins_over_its_absence_in_the_notes():
    turns = talk("How was it?", "I had chest pain and had to stop.")
    assert reconciling.reconcile("post_run", turns, {"red_flag": False, "pain": False}).red_flag


def test_a_pain_or_a_red_flag_that_only_the_agent_noted_counts_too():
    came_to = reconciling.reconcile("post_run", talk("Pain?", "Mm."), {"pain": True, "red_flag": True})
    assert (came_to.pain, came_to.red_flag) == (True, True)


def test_a_wish_not_to_be_called_is_heard_in_the_words():
    assert reconciling.reconcile("pre_run", talk("Are you on?", "Please stop calling me."), {}).stop_calling


@pytest.mark.parametrize(
    "noted",
    [
        {"difficulty": 11}, {"difficulty": 0}, {"difficulty": "7"}, {"difficulty": True}, {"difficulty": 7.5},
        {"difficulty": math.nan}, {"difficulty": [7]}, {"difficulty": None}, {"pain": "true"}, {"pain": 1},
        {"pain_location": "wing"}, {"pain_severity": -1}, {"energy": "superb"}, {"energy": 3}, {"distance_km": 0},
        {"distance_km": math.inf}, {"duration_min": 10**9}, {"notes": 5}, {"obstacles": ["rain"]}, {"wings": 2},
        {"red_flag": "yes"}, {"stop_calling": 1},
    ],
)  # fmt: skip
def test_what_is_null_of_another_type_or_out_of_range_is_never_invented(noted):
    assert reconciling.reconcile("post_run", [], noted) == Outcome(kind="post_run")


def test_a_whole_number_may_come_with_a_point():
    assert reconciling.reconcile("post_run", [], {"difficulty": 7.0}).difficulty == 7


def test_a_place_without_a_pain_is_no_pain():
    came_to = reconciling.reconcile("post_run", [], {"pain": False, "pain_location": "knee", "pain_severity": 3})
    assert (came_to.pain, came_to.pain_location, came_to.pain_severity) == (False, "", None)


def test_obstacles_are_the_runners_words_each_once():
    turns = talk(
        "Anything in the way?", "It is raining and I have no rain jacket.", "Oh.", "As I said, I have no rain jacket."
    )
    came_to = reconciling.reconcile("pre_run", turns, {"obstacles": "no rain jacket; worn out shoes"})
    assert came_to.obstacles == ["It is raining and I have no rain jacket.", "worn out shoes"]


def test_what_the_coach_says_is_not_the_runners():
    turns = [Turn(COACH, "Did your knee hurt? You had chest pain, and no shoes?"), Turn(RUNNER, "No, not at all.")]
    came_to = reconciling.reconcile("post_run", turns, {})
    assert (came_to.pain, came_to.red_flag, came_to.obstacles) == (None, False, [])


def test_a_runner_who_speaks_of_the_coach_does_not_become_the_coach():
    turns = [Turn(RUNNER, "I told my coach: my chest hurts when I run")]
    assert reconciling.reconcile("post_run", turns, {}).red_flag


def test_what_was_typed_before_and_not_spoken_of_again_still_counts():
    typed = Outcome(kind="post_run", difficulty=4, energy="low", pain=False, notes="typed")
    spoken = Outcome(kind="post_run", difficulty=7, pain=True)
    both = reconciling.complete(spoken, typed)
    assert (both.difficulty, both.pain, both.energy, both.notes) == (7, True, "low", "typed")
