"""Questions and nonsense where an answer was waited for, and whatever is offered."""

import pytest

from calls.dialogue import conversation, replies, scripts, understanding
from calls.tests.talks import JACKET, NOW, acts, at, lines_of, talk

KINDS = sorted(scripts.QUESTIONS)
# What is said when nothing was understood.
LOST = ("again_", "unanswered", "lost", "heard")


NO_ANSWER = [
    "can you speak german?", "do you know my name", "why?", "are you sure about that", "what is the meaning of life",
    "could you sing something", "is this recorded?", "how old are you",
]  # fmt: skip


def offered():
    for kind, questions in scripts.QUESTIONS.items():
        for asking, question in questions.items():
            for choice in scripts.CHOICES[question.expect]:
                yield from ((kind, asking, said) for said in choice)
    for asking, expect in replies.SHARED.items():
        for choice in scripts.CHOICES[expect]:
            yield from (("motivation", asking, said) for said in choice)


@pytest.mark.parametrize(("kind", "asking", "said"), sorted(set(offered())))
def test_what_is_offered_is_understood_by_its_label_and_by_its_words(kind, asking, said):
    pending = {
        "confirm": {"act": {"act": "skip", "run": "tempo", "reason": ""}, "run": "tempo"},
        "until": {"ask": "pause", "kind": "holiday"},
    }
    state = at(kind, asking, tasks=[JACKET], is_suspended=asking == "suspended")
    state = {**state, "asking": asking, "pending": pending.get(asking), "back": "listen"}
    reply = conversation.take(state, said, now=NOW)
    assert not set(reply.says.split("\n")) & lines_of(kind, *LOST)
    assert reply.state["tries"] == 0
    assert "left_open" not in reply.state["answers"]


@pytest.mark.parametrize("kind", ["pre_run", "post_run", "weekly_planning", "intervention", "motivation"])
@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("next run", "6 km tempo"),
        ("my next run", "6 km tempo"),
        ("when is my next session?", "6 km tempo"),
        ("my tasks", "nothing at all"),
        ("and my to do list?", "nothing at all"),
        ("my plan", "three runs"),
        ("the week please", "three runs"),
        ("my goal", "half marathon"),
        ("who are you?", "AI coach"),
    ],
)
def test_what_is_asked_in_a_few_words_is_answered_in_any_talk(kind, said, told):
    opened = talk(kind)
    reply = conversation.take(opened.state, said, now=NOW)
    assert told in reply.says.split("\n")[0]
    assert reply.state["answers"] == {}
    if kind != "motivation":
        # The coach's own question stands.
        assert reply.state["asking"] == "opening"
        assert reply.says.split("\n")[-1] in opened.says


@pytest.mark.parametrize("said", NO_ANSWER)
@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        ("pre_run", []),
        ("pre_run", ["yes"]),
        ("pre_run", ["no"]),
        ("pre_run", ["can we move it to friday"]),
        ("pre_run", ["no", "work"]),
        ("post_run", []),
        ("post_run", ["hard", "7"]),
        ("post_run", ["hard", "7", "no", "high", "yes"]),
        ("weekly_planning", []),
        ("intervention", []),
        ("intervention", ["work"]),
        ("intervention", ["work", "yes"]),
        ("intervention", ["work", "yes", "a pause"]),
        ("celebration", []),
    ],
)
def test_a_question_back_is_no_answer_and_the_coachs_own_is_put_again(kind, answers, said):
    before = talk(kind, *answers)
    reply = conversation.take(before.state, said, now=NOW)
    assert (reply.state["asking"], reply.expect) == (before.state["asking"], before.expect)
    assert reply.state["answers"] == before.state["answers"]
    assert reply.says.split("\n")[0] in lines_of(kind, "unanswered")
    assert reply.says.split("\n")[-1] in before.says


@pytest.mark.parametrize(
    "said",
    ["what?", "sorry, what was that", "could you repeat that please", "pardon?", "hello? hello?", "are you there"],
)
def test_what_was_not_heard_is_said_again(said):
    before = talk("pre_run", "can we move it to friday")
    reply = conversation.take(before.state, said, now=NOW)
    assert reply.says == before.says
    assert acts(conversation.take(reply.state, "yes", now=NOW)) != []


def test_two_questions_back_leave_it_open_and_nobody_is_on_for_anything():
    reply = talk("pre_run", "can you speak german?", "do you like dogs")
    assert not reply.says.startswith(("Good", "Lovely", "Great"))
    done = conversation.take(reply.state, "no, all good", now=NOW)
    assert conversation.outcome(done.state).will_run is None
    assert not done.says.startswith(("Then we're on", "So ", "All set"))


def test_a_question_twice_agrees_to_nothing():
    assert acts(talk("motivation", "skip thursday's run", "why?", "are you sure?")) == []


@pytest.mark.parametrize("said", NO_ANSWER)
def test_a_question_is_neither_yes_nor_no(said):
    assert understanding.yes_no(said) is None


@pytest.mark.parametrize(
    ("said", "asking"),
    [
        ("can we move it to Friday", "confirm"),
        ("could I do just 3 k?", "confirm"),
        ("why not", "in_the_way"),
        ("sure, why do you ask?", "in_the_way"),
        ("is Friday ok?", "confirm"),
        ("would it be ok if I skip it", "confirm"),
        ("do you mind if I skip this one?", "confirm"),
        ("can we do it another day?", "which_slot"),
    ],
)
def test_a_wish_in_the_form_of_a_question_stays_one(said, asking):
    assert talk("pre_run", said).state["asking"] == asking


def test_an_answer_in_the_form_of_a_question_stays_one():
    assert talk("post_run", "hard", "would you say a seven?").state["answers"]["difficulty"] == 7
    to_later = talk("pre_run", "yes", "no", "no", "sure, can you remind me tomorrow?", tasks=[JACKET])
    assert [act["to"] for act in acts(to_later)] == ["later"]


NONSENSE = ["asdf", "x" * 500, "\U0001f602", "...", "qwertz uiop", "blah", "lalalalalala", "what time is it", "12345"]


@pytest.mark.parametrize("said", NONSENSE)
def test_of_what_was_not_understood_nobody_pretends(said):
    first = talk("motivation", said)
    assert first.says in lines_of("motivation", "lost")
    assert "next run" in first.says
    assert (first.over, first.expect) == (False, "talk")
    assert conversation.outcome(first.state).notes == ""
    second = conversation.take(first.state, said, now=NOW)
    assert second.says in lines_of("motivation", "lost_again")
    assert len(second.says) < len(first.says)
    assert "6 km tempo" in conversation.take(second.state, "next run", now=NOW).says


@pytest.mark.parametrize(
    "said",
    [
        "I had a long day at the office", "my dog ran away", "so so", "ok", "yes", "hello coach", "not great", "lonely",
        "it's gone", "work", "feeling anxious", "I just want to talk", "everything feels heavy", "pretty good",
        "all good", "slowly",
    ],
)  # fmt: skip
def test_what_was_told_is_not_called_nonsense(said):
    reply = talk("motivation", said)
    assert not reply.over
    assert not set(reply.says.split("\n")) & lines_of("motivation", "lost")


def test_a_row_of_keys_got_in_nobodys_way():
    assert conversation.outcome(talk("pre_run", "yes", "asdf").state).obstacles == []
    assert conversation.outcome(talk("intervention", "\U0001f602").state).obstacles == []


@pytest.mark.parametrize("said", ["how far is it?", "what distance is it", "what time does it start"])
def test_what_is_asked_of_the_run_at_hand_is_answered_of_it(said):
    reply = talk("pre_run", said)
    assert "5 km easy run, today at 7:00" in reply.says
    assert reply.state["asking"] == "opening"
    beside = talk("pre_run", f"yes, but {said}")
    assert "5 km easy run, today at 7:00" in beside.says
    assert beside.state["asking"] == "in_the_way"
    assert "6 km tempo" in talk("intervention", "how far is the run?").says


def test_who_wants_to_ask_something_may():
    reply = talk("pre_run", "can I ask you something?", "how far is it?")
    assert "5 km easy run" in reply.says


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("when is my next run?", "6 km tempo"),
        ("what does my week look like", "three runs"),
        ("how many weeks until the race", "20 weeks"),
        ("what is my streak", "4 planned runs"),
        ("what's on my list", "nothing at all"),
        ("are you a real person", "AI coach"),
    ],
)
def test_it_answers_what_people_ask(said, told):
    reply = talk("motivation", said)
    assert told in reply.says
    assert not reply.over


@pytest.mark.parametrize(
    "said", ["am I to run fast?", "how hard should I go", "what pace should I run", "do I go slow?"]
)
def test_how_to_run_is_answered_before_a_run(said):
    reply = talk("pre_run", said)
    assert "go slow" in reply.says.lower()
    assert reply.state["asking"] == "opening"


@pytest.mark.parametrize("said", ["can you give me a harder week?", "could I do more runs?", "can I have longer runs?"])
def test_who_wants_more_is_told_when_it_comes(said):
    reply = talk("weekly_planning", said)
    assert set(reply.says.split("\n")) & lines_of("weekly_planning", "answer_more")
    assert acts(reply) == []


@pytest.mark.parametrize(
    "said", ["I'd like to run four times", "could I run 4 days", "I want to run four times a week"]
)
def test_more_runs_a_week_are_offered(said):
    assert talk("weekly_planning", said).state["pending"]["act"] == {"act": "frequency", "runs": 4}


def test_what_to_do_about_a_pain_is_answered_while_rest_is_proposed():
    reply = talk("motivation", "my knee hurts, a 7", "what should I do?")
    assert set(reply.says.split("\n")) & lines_of("motivation", "answer_rest")
    assert reply.state["asking"] == "confirm"
    assert not set(talk("motivation", "what should I do?").says.split("\n")) & lines_of("motivation", "answer_rest")
