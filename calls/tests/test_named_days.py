"""Days and hours that are named in passing: which run they mean, or that there is none."""

import pytest

from calls.dialogue import conversation, requests
from calls.tests.talks import NOW, acts, lines_of, talk


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("can we drop Wednesday", "on Wednesday"),
        ("skip Friday please", "on Friday"),
        ("could you cancel the Saturday run", "on Saturday"),
        ("can we move Wednesday to Saturday", "on Wednesday"),
        ("drop tomorrow altogether", "tomorrow"),
    ],
)
@pytest.mark.parametrize("kind", ["weekly_planning", "motivation"])
def test_a_day_without_a_run_is_said_to_have_none(kind, said, day):
    reply = talk(kind, said)
    assert f"There is no run {day}." in reply.says
    assert acts(reply) == []
    assert reply.state["asking"] not in ("confirm", "which_slot")


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("can we drop Thursday", {"act": "skip", "run": "tempo"}),
        ("cancel the Sunday run", {"act": "skip", "run": "long"}),
        ("move Thursday to Friday", {"act": "move", "run": "tempo"}),
        # What comes after the runs that are known may well have one.
        ("drop Monday", {"act": "skip"}),
    ],
)
def test_a_day_with_a_run_means_that_run(said, act):
    pending = talk("weekly_planning", said).state["pending"]["act"]
    assert {name: pending[name] for name in act} == act


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("I'm away from Thursday to Sunday", "2026-11-26", "2026-11-29"),
        ("I am away Friday through Tuesday", "2026-11-27", "2026-12-01"),
        ("I'll be away for a week from Thursday", "2026-11-26", "2026-12-02"),
        ("I'm away until Monday", "2026-11-24", "2026-11-29"),
    ],
)
def test_who_is_away_for_some_days_is_offered_a_pause_of_these(said, first, last):
    act = talk("weekly_planning", said).state["pending"]["act"]
    assert (act["act"], act["from"], act["to"]) == ("pause", first, last)


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ("I can't on Thursday and Friday", {"2026-11-26", "2026-11-27"}),
        ("I'm busy Thursday to Saturday", {"2026-11-26", "2026-11-27", "2026-11-28"}),
        ("I'm working Monday through Wednesday", {"2026-11-30", "2026-12-01", "2026-12-02"}),
        ("not free Saturday or Sunday", {"2026-11-28", "2026-11-29"}),
        ("I'm on nights Wednesday to Friday", {"2026-11-25", "2026-11-26", "2026-11-27"}),
        ("my sister's visiting so Sunday's out", {"2026-11-29"}),
    ],
)
def test_days_in_a_row_are_all_refused(said, refused):
    assert requests.refused(said, NOW) == refused


def test_every_run_on_a_refused_day_is_asked_about_once():
    reply = talk("weekly_planning", "I can't on Thursday or Sunday", "the first", "yes")
    (moved,) = acts(reply)
    assert moved["run"] == "tempo"
    assert "Sunday's 10 km long run" in reply.says
    # Where a run went in this talk, no other can.
    assert moved["on"] not in str(reply.state["pending"]["slots"])
    again = conversation.take(reply.state, "keep it", now=NOW)
    for said in ("move Tuesday to Friday", "yes"):
        again = conversation.take(again.state, said, now=NOW)
    assert again.state["asking"] == "anything_else"


def test_two_runs_do_not_go_to_one_day():
    reply = talk("weekly_planning", "move Thursday to Friday", "yes", "move Sunday to Friday")
    assert reply.says.startswith("There is a run on Friday already.")
    assert reply.state["asking"] == "which_slot"


@pytest.mark.parametrize(
    ("said", "on"), [("Friday so", "2026-11-27"), ("tomorrow", "2026-11-25"), ("ah, Saturday then", "2026-11-28")]
)
def test_a_day_and_nothing_else_is_where_the_run_goes(said, on):
    act = talk("pre_run", "my shift was extended", said).state["pending"]["act"]
    assert (act["act"], act["on"]) == ("move", on)


@pytest.mark.parametrize("said", ["yeah", "I am", "going anyway", "no", "maybe"])
def test_what_names_no_time_is_no_wish_for_one(said):
    assert talk("pre_run", "my shift was extended", said).state["asking"] != "confirm"


@pytest.mark.parametrize(
    ("asked", "said", "at"),
    [
        ("this evening instead", "eight", "20:00"),
        ("this evening instead", "make it eight thirty", "20:30"),
        ("tomorrow morning please", "more like 8", "08:00"),
        ("at six this evening please", "19:15", "19:15"),
    ],
)
def test_a_bare_hour_is_that_of_the_half_of_the_day_that_is_proposed(asked, said, at):
    reply = talk("pre_run", asked, said)
    assert reply.state["pending"]["act"]["at"] == at
    assert acts(conversation.take(reply.state, "yes", now=NOW))[0]["at"] == at


@pytest.mark.parametrize("said", ["the long run is a bit too long", "fine, except Sunday's long run is way too far"])
def test_a_run_that_is_too_long_is_offered_shorter(said):
    act = talk("weekly_planning", said).state["pending"]["act"]
    assert (act["act"], act["run"]) == ("shorten", "long")


def test_the_same_again_is_the_week_repeated():
    assert talk("weekly_planning", "same as last week please").state["pending"]["act"] == {"act": "repeat_week"}


def test_an_illness_that_got_in_the_way_and_is_over_is_no_pause():
    assert talk("intervention", "I had the flu").state["asking"] == "right_goal"
    assert talk("intervention", "I have the flu").state["asking"] == "until"
    assert talk("motivation", "I have a cold", "I'm better now").state["asking"] == "listen"


def test_a_holiday_is_a_pause_and_no_task():
    reply = talk("motivation", "I'm going on holiday on Friday for ten days", "yes", "bye")
    assert [act["act"] for act in acts(reply)] == ["pause"]
    assert not reply.state["answers"].get("obstacles")


def test_who_only_needs_some_minutes_goes():
    reply = talk("pre_run", "no", "give me ten minutes")
    assert (reply.state["asking"], reply.state["answers"]["will_run"]) == ("in_the_way", True)


@pytest.mark.parametrize(("said", "told"), [("how am I doing?", "4 planned runs"), ("what's next", "6 km tempo")])
def test_how_it_stands_and_what_comes_is_told(said, told):
    assert told in talk("motivation", said).says


def test_of_several_runs_it_is_told_which_one_the_free_days_are_for():
    assert "Thursday's 6 km tempo run" in talk("weekly_planning", "I can't on Thursday").says
    assert "5 km easy run" not in talk("pre_run", "no", "I have a meeting").says.split("\n")[-1]


@pytest.mark.parametrize(
    ("said", "run", "on"),
    [
        ("and Thursday's to Friday", "tempo", "2026-11-27"),
        ("Sunday to Saturday please", "long", "2026-11-28"),
        ("can you put the Thursday run on Wednesday", "tempo", "2026-11-25"),
    ],
)
def test_from_one_day_to_another_in_few_words(said, run, on):
    act = talk("motivation", said).state["pending"]["act"]
    assert (act["act"], act["run"], act["on"]) == ("move", run, on)


@pytest.mark.parametrize("said", ["go on then I'll go", "I'll run after all", "actually I am up for it"])
def test_who_goes_after_all_is_offered_no_more_days(said):
    reply = talk("pre_run", "no", "just don't feel like it", said)
    assert reply.state["asking"] == "in_the_way"
    assert reply.state["answers"]["will_run"] is True


@pytest.mark.parametrize("said", ["I've signed up for a 10k in June", "I want to run a marathon next year"])
def test_a_new_goal_is_led_to_its_page(said):
    reply = talk("motivation", said)
    assert "your goal's page" in reply.says
    assert "goal's page" not in talk("motivation", "I ran a marathon once").says


@pytest.mark.parametrize("said", ["what did I do last week?", "how far did I run last week", "how did last week go?"])
def test_last_week_is_told(said):
    assert "2 of 3 runs" in talk("motivation", said).says
    assert set(talk("motivation", said, seed="b").says.split("\n")) - lines_of("motivation", "unanswered")
    assert "2 of 3" not in talk("motivation", said, week_last="").says


def test_the_last_words_name_the_task_and_not_what_was_said():
    reply = talk("post_run", "fine", "5", "no", "good", "no I forgot my bottle", "the dog pulled me over")
    assert "set a water reminder before runs" in reply.says
    assert "no I forgot my bottle" not in reply.says
    assert "“the dog pulled me over”" in reply.says
