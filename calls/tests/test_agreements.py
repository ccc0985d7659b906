"""Changes asked for in a conversation: read back, confirmed, and only then agreed."""

import pytest

from calls.dialogue import conversation
from calls.tests.talks import JACKET, acts, talk


def test_several_changes_in_one_talk_are_all_repeated_at_the_end():
    reply = talk(
        "weekly_planning",
        "no",
        "move thursday's run to friday",
        "yes",
        "and I can only do two runs a week",
        "yes",
        "no",
    )
    assert [act["act"] for act in acts(reply)] == ["move", "frequency"]
    assert "Friday" in reply.says
    assert "2 runs a week" in reply.says


@pytest.mark.parametrize(
    ("answers", "act"),
    [
        (["yes, bought it"], [{"act": "task", "task": "jacket", "to": "done"}]),
        (["no", "three more days"], [{"act": "task", "task": "jacket", "to": "later"}]),
        (["not yet", "drop it"], [{"act": "task", "task": "jacket", "to": "dropped"}]),
        (["no", "leave it"], []),
        (["purple", "purple"], []),
    ],
)
def test_a_task_of_last_time_is_asked_about_once(answers, act):
    reply = talk("pre_run", "yes", "no, all good", *answers, tasks=[JACKET])
    assert (reply.over, acts(reply)) == (True, act)
    assert reply.state["answers"]["task_asked"] == "jacket"


@pytest.mark.parametrize(
    "said", ["absolutely not", "sounds good but no", "no wait", "I'm too busy", "is that ok with you?"]
)
def test_what_is_no_yes_changes_nothing(said):
    assert acts(talk("motivation", "skip thursday's run", said)) == []


@pytest.mark.parametrize("said", ["go ahead", "fine", "perfect", "that's fine", "yes please"])
def test_what_is_a_yes_is_taken(said):
    assert len(acts(talk("motivation", "skip thursday's run", said))) == 1


def test_two_wishes_in_one_breath_are_both_asked_about():
    reply = talk("motivation", "skip thursday's run", "yes, and also move the long run to saturday", "yes")
    assert [act["act"] for act in acts(reply)] == ["skip", "move"]


def test_the_same_wish_twice_is_agreed_once():
    reply = talk("weekly_planning", "make the week easier", "yes", "make the week easier", "yes")
    assert [act["act"] for act in acts(reply)] == ["ease_week"]


def test_what_is_in_the_way_is_no_yes_and_no_no():
    reply = talk("pre_run", "it's chucking it down and I've no jacket")
    assert reply.state["asking"] in ("still_on", "in_the_way")
    done = talk("pre_run", "I already ran this morning")
    assert done.over


@pytest.mark.parametrize(
    ("said", "to"),
    [
        ("bought it", "done"),
        ("ordered it, comes thursday", "done"),
        ("I got one yesterday", "done"),
        ("I'm going to friday", None),
    ],
)
def test_a_task_is_told_of_in_many_words(said, to):
    reply = talk("pre_run", "yes", "no", said, tasks=[JACKET])
    assert [act.get("to") for act in acts(reply)] == ([to] if to else [])


@pytest.mark.parametrize(
    ("kind", "answers", "act"),
    [
        ("pre_run", ["move it to friday", "yes but at eight", "yes"], {"on": "2026-11-27", "at": "08:00"}),
        ("pre_run", ["move it to friday", "no yeah that works"], {"on": "2026-11-27", "at": "07:00"}),
        ("pre_run", ["can I make it shorter", "3k", "yep"], {"act": "shorten", "km": 3.0}),
        ("weekly_planning", ["sunday at nine instead of eight please", "yes"], {"on": "2026-11-29", "at": "09:00"}),
        (
            "weekly_planning",
            ["i can only run monday wednesday and saturday from now on", "yes"],
            {"act": "days", "days": ["mon", "wed", "sat"], "only": True},
        ),
        ("weekly_planning", ["im on holiday next week", "yes"], {"from": "2026-11-30", "to": "2026-12-06"}),
        ("motivation", ["i'm away this weekend", "yes"], {"from": "2026-11-28", "to": "2026-11-29"}),
    ],
)
def test_what_was_agreed_is_what_was_said_last(kind, answers, act):
    (agreed,) = acts(talk(kind, *answers))
    assert {name: agreed[name] for name in act} == act


@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        ("motivation", ["move tomorrow's run to friday", "yes"]),
        ("motivation", ["call me less often", "yes"]),
        ("pre_run", ["skip today", "yes actually no keep it"]),
        ("motivation", ["move my thursday run to friday", "yes actually no"]),
    ],
)
def test_what_was_not_agreed_changes_nothing(kind, answers):
    assert acts(talk(kind, *answers)) == []


def test_two_negations_mean_yes():
    assert conversation.outcome(talk("pre_run", "no way I'm missing this").state).will_run
