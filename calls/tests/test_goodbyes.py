"""A goodbye ends any talk, and what only sounds like one does not."""

import pytest

from calls.dialogue import conversation, replies, scripts, understanding
from calls.tests.talks import JACKET, NOW, acts, at, talk

KINDS = sorted(scripts.QUESTIONS)
# What is said when nothing was understood.
LOST = ("again_", "unanswered", "lost", "heard")


BYES = [
    "bye", "Goodbye!", "got to go", "sorry, gotta go", "I'm hanging up now", "talk later", "let's talk another time",
    "ok thanks, I have to go now", "see you later", "speak soon, bye bye", "good night coach",
]  # fmt: skip


def everywhere():
    """Each kind of talk at each of its questions, and at those that no kind has of its own."""
    for kind, questions in scripts.QUESTIONS.items():
        yield from ((kind, asking) for asking in questions)
        yield from ((kind, asking) for asking in replies.SHARED)


@pytest.mark.parametrize(("kind", "asking"), sorted(set(everywhere())))
def test_a_goodbye_ends_any_talk_at_any_question_and_changes_nothing(kind, asking):
    pending = {
        "confirm": {"act": {"act": "skip", "run": "tempo", "reason": ""}, "run": "tempo"},
        "which_slot": {"run": "tempo", "slots": [{"label": "on Friday at 7:00", "moment": "2026-11-27T07:00"}]},
        "until": {"ask": "pause", "kind": "holiday"},
    }
    for said in BYES:
        state = {**at(kind, asking), "pending": pending.get(asking), "back": "listen"}
        reply = conversation.take(state, said, now=NOW)
        assert reply.over, said
        assert (reply.says.count("\n"), conversation.outcome(reply.state)) == (0, conversation.outcome(state))


def test_who_has_to_go_is_not_kept_with_a_task():
    for kind in KINDS:
        for said in ("got to go", "sorry, talk later", "I'm hanging up"):
            assert talk(kind, said, tasks=[JACKET]).over
    # To a plain bye, which an open talk waits for, one task may be asked about; then it is the end.
    assert talk("motivation", "bye", tasks=[JACKET]).state["asking"] == "task"
    assert talk("motivation", "bye", "bye", tasks=[JACKET]).over


def test_what_was_agreed_before_a_goodbye_is_repeated():
    reply = talk("weekly_planning", "no", "move thursday's run to friday", "yes, got to go")
    assert reply.over
    assert [act["act"] for act in acts(reply)] == ["move"]
    assert "Friday" in reply.says


@pytest.mark.parametrize(
    ("kind", "answers", "known"),
    [
        ("pre_run", ["yes, bye"], {"will_run": True}),
        ("pre_run", ["no sorry, talk later"], {"will_run": False}),
        ("post_run", ["it was really hard, got to go"], {"notes": "it was really hard"}),
        ("post_run", ["hard", "an 8, bye"], {"difficulty": 8}),
        ("intervention", ["work has been mad, have to go now"], {"obstacles": ["work has been mad"]}),
    ],
)
def test_an_answer_beside_a_goodbye_counts(kind, answers, known):
    reply = talk(kind, *answers)
    assert reply.over
    came_to = conversation.outcome(reply.state)
    assert {name: getattr(came_to, name) for name in known} == known


def test_a_wish_or_a_pain_beside_a_goodbye_is_asked_about_first():
    assert talk("pre_run", "move it to friday, bye").state["asking"] == "confirm"
    hurt = talk("motivation", "my left knee hurts, got to go")
    assert hurt.expect == "severity"
    left = conversation.take(hurt.state, "bye", now=NOW)
    assert left.over
    assert "left knee" in left.says


@pytest.mark.parametrize(
    "said",
    [
        "do I have to go?",
        "I don't have to go until nine",
        "I have to go to work",
        "I need to leave early for school",
        "I'll see you there",
        "slept a good night",
    ],
)
def test_what_only_sounds_like_a_goodbye_is_none(said):
    assert understanding.goodbye(said) is None
