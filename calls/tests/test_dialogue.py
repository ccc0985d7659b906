import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.dialogue import conversation, scripts, understanding, words
from calls.tests.talks import JACKET, NOW, facts, talk

KINDS = sorted(scripts.QUESTIONS)
FACTS = facts()


@pytest.mark.parametrize("kind", KINDS)
def test_it_opens_with_who_it_is(kind):
    for seed in "abcdefgh":
        says = conversation.begin(kind, seed=seed, facts=facts(kind)).says
        assert "AI" in says
        assert "Ana" in says


def test_everything_can_be_said_in_three_ways_or_more():
    for kind, section in words.book().items():
        for thing, ways in section.items():
            assert len(set(ways)) >= 3, (kind, thing)


def test_every_placeholder_is_a_fact():
    given = {"that_day", "because", "slots", "this_run", "change", "but", "task", "choices"}
    known = {*FACTS, "summary", "sum_up", "obstacle", "place", *given}
    for kind, section in words.book().items():
        for ways in section.values() if kind != "changes" else ():
            for way in ways:
                assert {name for _, name, _, _ in string.Formatter().parse(way) if name} <= known


def test_every_question_and_ending_has_words():
    for kind, questions in scripts.QUESTIONS.items():
        for name, question in questions.items():
            assert words.ways(kind, name)
            assert question.expect in scripts.CHOICES


def test_the_same_conversation_uses_the_same_words():
    assert talk("pre_run", "yes", seed="x").says == talk("pre_run", "yes", seed="x").says
    assert len({talk("pre_run", "yes", seed=str(n)).says for n in range(20)}) >= 3


def test_the_state_is_plain_json():
    state = talk("post_run", "hard").state
    assert json.loads(json.dumps(state)) == state


def test_before_a_run_it_asks_whether_and_what_is_in_the_way():
    reply = talk("pre_run", "yes I am", "no, all good")
    assert reply.over
    assert conversation.outcome(reply.state).will_run is True
    assert conversation.outcome(reply.state).obstacles == []


def test_before_a_run_a_no_asks_why():
    reply = talk("pre_run", "no not today", "my meeting runs late")
    came_to = conversation.outcome(reply.state)
    assert (came_to.will_run, came_to.obstacles) == (False, ["my meeting runs late"])
    assert reply.expect == "slot"


def test_pain_before_a_run_is_heard():
    came_to = conversation.outcome(talk("pre_run", "yes", "my right calf hurts a bit").state)
    assert (came_to.pain, came_to.pain_location, came_to.pain_side) == (True, "calf", "right")


def test_it_asks_about_a_pain_told_of_lately():
    known = {**FACTS, "hurt": "left knee"}
    reply = conversation.begin("pre_run", seed="a", facts=known)
    assert "knee" in conversation.take(reply.state, "yes", now=NOW).says
    post = conversation.begin("post_run", seed="b", facts=known)
    assert "left knee" in conversation.take(conversation.take(post.state, "fine", now=NOW).state, "5", now=NOW).says
    assert "left knee" in conversation.begin("motivation", seed="c", facts=known).says


def test_after_a_run_it_asks_the_six_questions():
    reply = talk("post_run", "moderate", "6", "no", "medium", "yes", "no")
    came_to = conversation.outcome(reply.state)
    assert reply.over
    assert (came_to.difficulty, came_to.pain, came_to.energy, came_to.obstacles) == (6, False, "medium", [])
    assert "difficulty 6 of 10" in reply.says


def test_a_number_in_the_first_answer_is_not_asked_again():
    assert talk("post_run", "it was about 7 out of 10").state["asking"] == "pain"


def test_what_was_not_understood_is_asked_once_more_and_then_left_open():
    reply = talk("post_run", "hard", "purple", "still purple")
    assert reply.state["asking"] == "pain"
    assert conversation.outcome(reply.state).difficulty is None


def test_silence_twice_ends():
    reply = talk("pre_run", "", "")
    assert reply.over


def test_a_red_flag_leaves_the_script_at_once():
    reply = talk("post_run", "hard", "I had chest pain")
    assert reply.over
    assert conversation.outcome(reply.state).red_flag
    assert "medical help" in reply.says


def test_chest_as_the_place_of_a_pain_is_a_red_flag():
    reply = talk("post_run", "hard", "8", "yes", "chest")
    assert conversation.outcome(reply.state).red_flag


@pytest.mark.parametrize(
    "said", ["stop calling me", "please don't call me again", "no more calls", "Don\u2019t phone me"]
)
def test_stop_calling_ends_it(said):
    reply = talk("pre_run", said)
    assert conversation.outcome(reply.state).stop_calling
    assert reply.over


def test_keys_answer_too():
    reply = conversation.begin("post_run", seed="a", facts=FACTS)
    reply = conversation.take(reply.state, "hard", now=NOW)
    reply = conversation.take(reply.state, "", digits="0", now=NOW)
    assert reply.state["answers"]["difficulty"] == 10


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("yes", True), ("yeah sure", True), ("I'm in", True), ("no problem", True), ("nope", False), ("no", False),
        ("I can't", False), ("not today", False), ("banana", None), ("", None), ("yes, no pain", True),
    ],
)  # fmt: skip
def test_it_tells_yes_from_no(said, meant):
    assert understanding.yes_no(said) is meant


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("8", 8),
        ("eight", 8),
        ("about a seven", 7),
        ("7 out of 10", 7),
        ("6/10", 6),
        ("ten", 10),
        ("between 6 and 7", None),
        ("", None),
    ],
)
def test_it_hears_a_number(said, value):
    assert understanding.number(said, lowest=1, highest=10) == value


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("my left knee", "knee"),
        ("shins", "shin"),
        ("lower back", "back"),
        ("IT band", "it_band"),
        ("it's my hammy", "hamstring"),
        ("nothing", None),
    ],
)
def test_it_hears_where(said, part):
    assert understanding.body_part(said) == part


# What people say, so that random talks get somewhere.
SAID = st.sampled_from(
    ["yes", "no", "5", "friday", "let it go", "leave it", "can we move it to tomorrow", "my left knee hurts", "a week",
     "I have the flu", "fewer runs a week", "skip it", "half of it", "bye", "tonight at 7", "drop it", "the first one"]
)  # fmt: skip


@given(
    st.sampled_from(KINDS),
    st.lists(SAID | st.text(max_size=60), max_size=25),
    st.sampled_from(
        [{}, {"tasks": [JACKET], "hurt": "left knee", "last": "on Sunday, it was a 6", "change": "Easier."}]
    ),
)
def test_whatever_is_said_it_stays_in_order(kind, answers, known):
    reply = conversation.begin(kind, seed="s", facts=facts(kind, **known))
    for said in answers:
        if reply.over:
            break
        reply = conversation.take(reply.state, said, now=NOW)
        assert reply.says
        assert reply.over == (reply.expect is None)
        assert json.loads(json.dumps(reply.state)) == reply.state
    came_to = conversation.outcome(reply.state)
    assert came_to.difficulty is None or 1 <= came_to.difficulty <= 10
    assert all(act["said"] for act in came_to.acts)


def test_obstacles_add_up():
    reply = talk("post_run", "ok", "5", "no", "high", "no", "my shoes are falling apart")
    assert conversation.outcome(reply.state).obstacles == ["not enough water", "my shoes are falling apart"]


def test_a_pain_told_instead_of_yes_or_no_is_heard():
    reply = talk("pre_run", "my left knee hurts")
    came_to = conversation.outcome(reply.state)
    assert (reply.expect, came_to.pain_location, came_to.pain_side) == ("severity", "knee", "left")
    assert "knee" in talk("pre_run", "my left knee hurts", "2").says


def test_a_place_that_is_fine_is_no_pain():
    reply = talk("pre_run", "yes, my knee is fine now, let's go")
    assert reply.state["asking"] == "in_the_way"
    assert conversation.outcome(reply.state).pain is None


def test_what_was_told_already_is_not_asked_again():
    reply = talk("post_run", "about a seven, and my left shin hurt, maybe three out of ten")
    came_to = conversation.outcome(reply.state)
    assert (came_to.difficulty, came_to.pain_location, came_to.pain_side, came_to.pain_severity) == (
        7,
        "shin",
        "left",
        3,
    )
    assert reply.state["asking"] == "energy"


def test_a_yes_that_says_that_it_is_gone_is_no_pain():
    reply = talk("post_run", "ok", "5", "it did last week but it's gone now")
    assert conversation.outcome(reply.state).pain is False


def test_somebody_elses_pain_is_not_the_runners():
    assert talk("post_run", "ok", "5", "no, but my wife's knee hurts").state["asking"] == "energy"


@pytest.mark.parametrize("kind", ["pre_run", "post_run", "weekly_planning", "intervention", "motivation"])
def test_it_remembers_the_last_session_and_what_it_changed(kind):
    says = talk(kind, last="on Sunday, your 8 km long run was a 6 of 10", change="I eased your week.").says
    assert "on Sunday, your 8 km long run was a 6 of 10" in says
    assert "I eased your week." in says


def test_a_talk_ends_however_long_somebody_talks():
    reply = conversation.begin("motivation", seed="s", facts=facts("motivation"))
    for _ in range(100):
        if not reply.over:
            reply = conversation.take(reply.state, "and another thing", now=NOW)
    assert reply.over
