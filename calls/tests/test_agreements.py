"""Changes asked for in a conversation: read back, confirmed, and only then agreed."""

import pytest

from calls.dialogue import conversation
from calls.tests.talks import EASY, JACKET, NOW, TAKEN, acts, days, facts, talk


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
    ("said", "kind", "first", "last"),
    [
        (["I've got the flu", "a week"], "illness", "2026-11-24", "2026-11-30"),
        (["I've got the flu", "until monday"], "illness", "2026-11-24", "2026-11-29"),
        (["I have a fever", "I don't know yet"], "illness", "2026-11-24", None),
        (["I'm on holiday for two weeks"], "holiday", "2026-11-24", "2026-12-07"),
        (["I'm going on holiday next week for ten days"], "holiday", "2026-11-30", "2026-12-09"),
        (["I need a break", "two weeks"], "holiday", "2026-11-24", "2026-12-07"),
    ],
)
def test_a_pause(said, kind, first, last):
    reply = talk("motivation", *said, "yes")
    assert acts(reply) == [{"act": "pause", "kind": kind, "from": first, "to": last}]


@pytest.mark.parametrize(
    "said",
    [
        "my son has the flu",
        "I don't have a fever",
        "the flu is gone",
        "if I get the flu I'll tell you",
        "I had covid last year",
    ],
)
def test_what_is_no_illness_of_now_pauses_nothing(said):
    assert talk("motivation", said).state["asking"] != "until"


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


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("can you make it easier", {"act": "ease_week", "monday": "2026-11-23"}),
        ("I'd like an easier week next week", {"act": "ease_week", "monday": "2026-11-30"}),
        ("let's repeat this week", {"act": "repeat_week"}),
        ("I can only run twice a week from now on", {"act": "frequency", "runs": 2}),
        ("could we do 4 runs a week", {"act": "frequency", "runs": 4}),
        ("fewer runs please", {"act": "frequency", "runs": 2}),
    ],
)
def test_a_week_is_planned_otherwise(said, act):
    assert acts(talk("weekly_planning", said, "yes")) == [act]


def test_a_weekday_that_is_gone_for_good_stays_free():
    (act,) = acts(talk("weekly_planning", "no", "tuesdays don't work any more", "yes"))
    assert act == {"act": "days", "days": ["mon", "wed", "thu", "fri", "sat", "sun"], "day": "tuesday"}


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


def test_no_blame_and_what_helps():
    reply = talk("intervention", "work has been crazy", "yes", "fewer runs a week", "yes")
    assert acts(reply) == [{"act": "frequency", "runs": 2}]
    paused = talk("intervention", "kids were ill", "yes", "a pause", "two weeks", "yes")
    assert [act["act"] for act in acts(paused)] == ["pause"]
    left = talk("intervention", "just life", "yes", "leave it as it is")
    assert (left.over, acts(left)) == (True, [])


def test_a_goal_that_is_not_the_right_one():
    reply = talk("intervention", "I lost interest", "no")
    assert reply.over
    assert conversation.outcome(reply.state).goal_is_right is False


def test_after_a_run_the_next_one_may_be_moved_in_the_same_breath():
    reply = talk(
        "post_run",
        "hard",
        "8",
        "no",
        "low",
        "yes",
        "my shoes fell apart, and can we move my tempo run to friday",
        "yes",
    )
    came_to = conversation.outcome(reply.state)
    assert acts(reply) == [{"act": "move", "run": "tempo", "on": "2026-11-27", "at": "18:00"}]
    assert (came_to.difficulty, len(came_to.obstacles), reply.over) == (8, 1, True)


@pytest.mark.parametrize(
    "said", ["it was hard because it was too hot", "we should have gone at six", "I had to move house last week"]
)
def test_a_story_of_a_run_moves_nothing(said):
    assert acts(talk("post_run", said)) == []
    assert talk("post_run", said).state["asking"] in ("difficulty", "pain")


@pytest.mark.parametrize(
    ("said", "km", "minutes"),
    [
        ("good, I ran 6 k in 40 minutes", 6.0, 40),
        ("it was fine, did 3 miles", 4.83, None),
        ("easy, took me an hour and 10 minutes", None, 70),
        ("I was supposed to run 8 k", None, None),
        ("hard, my friend ran 12 k", None, None),
        ("7 out of 10, heart rate was 150", None, None),
    ],
)
def test_how_far_and_how_long_it_was(said, km, minutes):
    came_to = conversation.outcome(talk("post_run", said).state)
    assert (came_to.distance_km, came_to.duration_min) == (km, minutes)


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


@pytest.mark.parametrize("kind", ["pre_run", "post_run", "weekly_planning", "intervention", "motivation"])
def test_it_remembers_the_last_session_and_what_it_changed(kind):
    says = talk(kind, last="on Sunday, your 8 km long run was a 6 of 10", change="I eased your week.").says
    assert "on Sunday, your 8 km long run was a 6 of 10" in says
    assert "I eased your week." in says


def test_bad_pain_before_a_run_asks_for_rest_and_a_light_one_for_care():
    bad = talk("pre_run", "yes", "my left knee hurts", "5", "yes")
    assert acts(bad) == [{"act": "skip", "run": "easy", "reason": "Pain: left knee"}]
    assert acts(talk("pre_run", "yes", "my left knee hurts", "5", "no, I'll run")) == []
    light = talk("pre_run", "yes", "my left knee hurts a bit", "2")
    assert (light.over, acts(light)) == (True, [])


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


def test_signs_in_two_answers_are_one_red_flag():
    reply = talk("motivation", "I fell on the ice this morning", "and now my hand is numb")
    assert (reply.over, conversation.outcome(reply.state).red_flag) == (True, True)


def test_a_talk_ends_however_long_somebody_talks():
    reply = conversation.begin("motivation", seed="s", facts=facts("motivation"))
    for _ in range(100):
        if not reply.over:
            reply = conversation.take(reply.state, "and another thing", now=NOW)
    assert reply.over


@pytest.mark.parametrize(
    "said", ["absolutely not", "sounds good but no", "no wait", "I'm too busy", "is that ok with you?"]
)
def test_what_is_no_yes_changes_nothing(said):
    assert acts(talk("motivation", "skip thursday's run", said)) == []


@pytest.mark.parametrize("said", ["go ahead", "fine", "perfect", "that's fine", "yes please"])
def test_what_is_a_yes_is_taken(said):
    assert len(acts(talk("motivation", "skip thursday's run", said))) == 1


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


def test_two_wishes_in_one_breath_are_both_asked_about():
    reply = talk("motivation", "skip thursday's run", "yes, and also move the long run to saturday", "yes")
    assert [act["act"] for act in acts(reply)] == ["skip", "move"]


def test_the_same_wish_twice_is_agreed_once():
    reply = talk("weekly_planning", "make the week easier", "yes", "make the week easier", "yes")
    assert [act["act"] for act in acts(reply)] == ["ease_week"]


def test_a_slot_at_another_time():
    reply = talk("pre_run", "no", "work", "the first one but at 8", "yes")
    assert acts(reply) == [{"act": "move", "run": "easy", "on": "2026-11-25", "at": "08:00"}]


def test_a_day_that_does_not_suit_is_enough_to_be_asked():
    reply = talk("weekly_planning", "looks good", "I can't on thursday")
    assert reply.expect == "slot"
    assert reply.state["pending"]["run"] == "tempo"


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("swap thursday and sunday", {"act": "swap", "run": "tempo", "other": "long"}),
        ("cancel the whole week", {"act": "pause", "kind": "holiday", "from": "2026-11-24", "to": "2026-11-29"}),
        ("can we do 2 runs instead of 3", {"act": "frequency", "runs": 2}),
        ("3 runs a week is too many", {"act": "frequency", "runs": 2}),
        (
            "no thursdays any more please",
            {"act": "days", "days": ["mon", "tue", "wed", "fri", "sat", "sun"], "day": "thursday"},
        ),
    ],
)
def test_more_that_people_ask_for(said, act):
    assert acts(talk("weekly_planning", "no", said, "yes")) == [act]


def test_the_end_of_a_pause():
    assert acts(talk("motivation", "I'm better now, can we start again", "yes", is_paused=True)) == [{"act": "resume"}]


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


def test_to_put_a_run_back_is_no_pain_in_the_back():
    reply = talk("motivation", "move thursday to wednesday", "yes", "actually put it back")
    assert not conversation.outcome(reply.state).pain


def test_two_negations_mean_yes():
    assert conversation.outcome(talk("pre_run", "no way I'm missing this").state).will_run


@pytest.mark.parametrize("said", ["nope knee's all good now", "it's fine now"])
def test_a_pain_of_last_time_that_is_gone_is_none(said):
    assert not conversation.outcome(talk("pre_run", "yes", said, hurt="left knee").state).pain


def test_a_pain_of_last_time_that_is_still_there_is_asked_about():
    reply = talk("pre_run", "yes", "still a bit sore", hurt="left knee")
    assert (reply.expect, conversation.outcome(reply.state).pain_location) == ("severity", "knee")


def test_a_bare_yes_to_is_there_anything_is_asked_what():
    assert talk("post_run", "easy", "3", "no", "high", "yes", "yes").expect == "anything"


def test_a_run_that_was_none_is_not_filled_in():
    reply = talk("post_run", "actually I didn't run I was too tired")
    assert reply.over
    assert conversation.outcome(reply.state).difficulty is None
