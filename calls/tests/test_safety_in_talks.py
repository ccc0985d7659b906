"""Pain, red flags and a crisis in a conversation: asked about, and acted on before anything else."""

import pytest

from calls.dialogue import conversation
from calls.tests.talks import NOW, acts, talk


def test_bad_pain_before_a_run_asks_for_rest_and_a_light_one_for_care():
    bad = talk("pre_run", "yes", "my left knee hurts", "5", "yes")
    assert acts(bad) == [{"act": "skip", "run": "easy", "reason": "Pain: left knee"}]
    assert acts(talk("pre_run", "yes", "my left knee hurts", "5", "no, I'll run")) == []
    light = talk("pre_run", "yes", "my left knee hurts a bit", "2")
    assert (light.over, acts(light)) == (True, [])


def test_signs_in_two_answers_are_one_red_flag():
    reply = talk("motivation", "I fell on the ice this morning", "and now my hand is numb")
    assert (reply.over, conversation.outcome(reply.state).red_flag) == (True, True)


@pytest.mark.parametrize(
    ("kind", "before"),
    [
        ("pre_run", ["can we do it tomorrow at 6pm"]),
        ("weekly_planning", []),
        ("intervention", []),
        ("celebration", []),
        ("motivation", ["skip thursday's run"]),
    ],
)
def test_a_pain_told_beside_or_instead_of_an_answer_is_asked_about(kind, before):
    reply = talk(kind, *before, "fine but my left knee really hurts")
    came_to = conversation.outcome(reply.state)
    assert (came_to.pain, came_to.pain_location, came_to.pain_side) == (True, "knee", "left")
    while reply.expect not in ("severity", None):
        reply = conversation.take(reply.state, "yes", now=NOW)
    assert reply.expect == "severity" or kind == "pre_run"


def test_a_bad_pain_told_in_passing_rests_the_run_that_is_near():
    reply = talk("motivation", "my left knee hurts", "7", "yes")
    assert acts(reply) == [{"act": "skip", "run": "easy", "reason": "Pain: left knee"}]
    assert not reply.over
    assert acts(talk("motivation", "my left knee hurts", "2")) == []


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        ("a 3 or 4", 4),
        ("mild", 2),
        ("unbearable", 9),
        ("it was 4 but now 8", 8),
        ("not too bad", 2),
        ("started at mile 4, a 6", 6),
    ],
)
def test_how_bad_it_is_said_in_words_or_two_numbers(said, severity):
    assert conversation.outcome(talk("motivation", "my left knee hurts", said).state).pain_severity == severity


@pytest.mark.parametrize("said", ["I'm fine", "I'm good", "I'm knackered", "all good", "nothing", "absolutely not"])
def test_who_is_fine_has_no_pain(said):
    assert conversation.outcome(talk("post_run", "ok", "5", said).state).pain is False


def test_a_slight_pain_after_a_no_is_one():
    came_to = conversation.outcome(talk("post_run", "ok", "5", "not really, maybe a bit in my calf").state)
    assert (came_to.pain, came_to.pain_location) == (True, "calf")


def test_suspended_it_talks_of_nothing_but_the_doctor():
    for kind in ("pre_run", "weekly_planning", "motivation"):
        opened = talk(kind, is_suspended=True)
        assert "doctor" in opened.says or "cleared" in opened.says
        assert talk(kind, "not yet", is_suspended=True).over
        assert talk(kind, "yes", is_suspended=True).over


@pytest.mark.parametrize(
    "said",
    ["I want to kill myself", "I want to end it all", "I don't want to be here anymore", "suicidal thoughts again"],
)
def test_a_crisis_is_answered_with_people_who_help(said):
    reply = talk("motivation", said)
    assert (reply.over, conversation.outcome(reply.state).crisis) == (True, True)
    assert "988" in reply.says


@pytest.mark.parametrize(
    "said", ["that hill will kill me", "I hurt myself on the stairs", "intervals make me want to die", "dying to go"]
)
def test_an_idiom_is_no_crisis(said):
    assert not conversation.outcome(talk("motivation", said).state).crisis


def test_to_put_a_run_back_is_no_pain_in_the_back():
    reply = talk("motivation", "move thursday to wednesday", "yes", "actually put it back")
    assert not conversation.outcome(reply.state).pain


@pytest.mark.parametrize("said", ["nope knee's all good now", "it's fine now"])
def test_a_pain_of_last_time_that_is_gone_is_none(said):
    assert not conversation.outcome(talk("pre_run", "yes", said, hurt="left knee").state).pain


def test_a_pain_of_last_time_that_is_still_there_is_asked_about():
    reply = talk("pre_run", "yes", "still a bit sore", hurt="left knee")
    assert (reply.expect, conversation.outcome(reply.state).pain_location) == ("severity", "knee")
