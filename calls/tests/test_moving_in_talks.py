"""A run moved, made shorter or let go in a conversation."""

import pytest

from calls.dialogue import conversation
from calls.tests.talks import EASY, NOW, TAKEN, acts, days, talk


@pytest.mark.parametrize(
    ("said", "on", "at"),
    [
        ("can we do it on Friday instead", "2026-11-27", "07:00"),
        ("could we move it to tomorrow evening please", "2026-11-25", "18:00"),
        ("can we make it half six tonight", "2026-11-24", "18:30"),
        ("in an hour would be better", "2026-11-24", "07:45"),
        ("move it to monday at 6 am", "2026-11-30", "06:00"),
        ("I'd rather go at noon", "2026-11-24", "12:00"),
    ],
)
def test_before_a_run_another_time_is_read_back_and_made(said, on, at):
    asked = talk("pre_run", said)
    assert (asked.expect, acts(asked)) == ("yes_no", [])
    assert "7:00" in asked.says or at.lstrip("0") in asked.says
    agreed = talk("pre_run", said, "yes please")
    assert acts(agreed) == [{"act": "move", "run": "easy", "on": on, "at": at}]
    assert agreed.over


def test_a_no_to_what_was_read_back_changes_nothing():
    reply = talk("pre_run", "can we do it on Friday instead", "no, leave it")
    assert acts(reply) == []
    assert reply.state["asking"] in ("in_the_way", "opening")


def test_another_day_in_place_of_a_yes_is_read_back_anew():
    reply = talk("pre_run", "can we do it on Friday instead", "no, make it Wednesday", "ok")
    assert acts(reply) == [{"act": "move", "run": "easy", "on": "2026-11-25", "at": "07:00"}]


def test_a_day_that_can_not_take_it_is_said_and_real_ones_are_offered():
    reply = talk("pre_run", "can we do it on Thursday instead")
    assert reply.says.startswith(TAKEN)
    labels = [label for label, _ in reply.choices]
    assert labels == ["Tomorrow at 7:00", "On Friday at 7:00", "On Monday at 7:00", "Let it go", "Keep it as planned"]


@pytest.mark.parametrize("choice", range(5))
def test_what_a_button_says_means_what_it_stands_for(choice):
    """The telephone's buttons say their labels."""
    before = ("pre_run", "can we do it on Thursday instead")
    label, words = talk(*before).choices[choice]
    said, meant = talk(*before, label), talk(*before, words)
    assert (said.state["asking"], acts(said), said.over) == (meant.state["asking"], acts(meant), meant.over)
    assert meant.state["asking"] != "which_slot"


def test_who_does_not_want_to_keep_a_run_is_not_sent_on_it():
    assert talk("pre_run", "skip today", "no, don't keep it").state["asking"] == "which_slot"


def test_what_speaks_against_a_day_is_part_of_the_question():
    reply = talk("pre_run", "can we do it on Saturday instead")
    assert "two days in a row" in reply.says
    assert reply.expect == "yes_no"


def test_a_no_leads_over_the_reason_to_slots_and_a_slot_to_a_move():
    reply = talk("pre_run", "no", "my meeting runs late", "the second one", "yes")
    assert acts(reply) == [{"act": "move", "run": "easy", "on": "2026-11-27", "at": "07:00"}]
    assert conversation.outcome(reply.state).obstacles == ["my meeting runs late"]


def test_a_slot_is_chosen_by_its_key_too():
    reply = conversation.take(talk("pre_run", "no", "work").state, "", digits="3", now=NOW)
    assert "Monday at 7:00" in reply.says


def test_let_go_is_confirmed_and_keeps_its_reason():
    reply = talk("pre_run", "no", "too tired", "let it go", "yes")
    assert acts(reply) == [{"act": "skip", "run": "easy", "reason": "too tired"}]


def test_left_where_it_is():
    reply = talk("pre_run", "no", "not feeling it", "leave it")
    assert (reply.over, acts(reply)) == (True, [])


def test_without_a_free_day_the_run_may_be_let_go():
    full = {**EASY, "days": days(objections=dict.fromkeys(range(9), TAKEN))}
    reply = talk("pre_run", "no", "work", runs=[full])
    assert reply.expect == "yes_no"
    assert "no other" in reply.says.lower()


@pytest.mark.parametrize(
    ("said", "km"),
    [("can I do just 3 k", 3.0), ("only got 20 minutes", 3.0), ("can we do half of it", 2.5), ("make it shorter", 3.5)],
)
def test_a_shorter_run(said, km):
    reply = talk("pre_run", said, "ok")
    assert acts(reply) == [{"act": "shorten", "run": "easy", "km": km}]
    assert not reply.over
    assert f"{km:g} km" in talk("pre_run", said, "ok", "no").says


def test_a_race_is_neither_moved_nor_shortened():
    race = {**EASY, "is_race": True, "type": "race"}
    assert acts(talk("pre_run", "can we move it to friday", "no", runs=[race])) == []
    assert "race" in talk("pre_run", "can I do just 3 k", runs=[race]).says


@pytest.mark.parametrize(
    ("said", "run"),
    [
        ("can we move Thursday's run to Friday", "tempo"),
        ("Thursday is a problem, can we do Friday", "tempo"),
        ("can we move the long run to saturday", "long"),
        ("shift the tempo to friday please", "tempo"),
        ("can I move today's run to friday", "easy"),
    ],
)
def test_the_run_that_is_meant_is_moved(said, run):
    (act,) = acts(talk("weekly_planning", "looks good", said, "yes"))
    assert (act["act"], act["run"]) == ("move", run)


def test_a_slot_at_another_time():
    reply = talk("pre_run", "no", "work", "the first one but at 8", "yes")
    assert acts(reply) == [{"act": "move", "run": "easy", "on": "2026-11-25", "at": "08:00"}]


def test_a_day_that_does_not_suit_is_enough_to_be_asked():
    reply = talk("weekly_planning", "looks good", "I can't on thursday")
    assert reply.expect == "slot"
    assert reply.state["pending"]["run"] == "tempo"
