import time
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.dialogue import understanding
from calls.dialogue.understanding import times, transcript
from calls.management import measuring
from runs.training.language import clauses, normal

# What DIALOGUE.md asks for. The misses of held_out have been looked at since, so a fresh set is the honest measure.
GOALS = {
    "red_flag": (0.95, 1.0),
    "pain": (0.95, 1.0),
    "pain_location": (0.95, 0.95),
    "pain_side": (0.95, 0.95),
    "pain_severity": (0.95, 0.95),
    "stop_calling": (1.0, 1.0),
}


@cache
def scores(name):
    return measuring.measure(measuring.lines(measuring.LABELLED / f"{name}.jsonl"))


@pytest.mark.parametrize("part", ["building", "held_out"])
def test_a_miss_that_does_harm_is_none(part):
    for name, (precision, recall) in GOALS.items():
        score = scores(part)[name]
        assert score.precision >= precision, (name, score.extra)
        assert score.recall >= recall, (name, score.missed)


def test_it_reaches_its_figures_where_it_was_built():
    found = scores("building")
    for name in ("difficulty", "wants_reschedule", "reschedule_to", "will_run", "obstacles", "energy"):
        assert found[name].f1 >= 0.95, name


@pytest.mark.parametrize(
    ("name", "f1"),
    [
        ("difficulty", 0.95),
        ("obstacles", 0.95),
        ("wants_reschedule", 0.95),
        ("reschedule_to", 0.95),
        ("will_run", 0.95),
        ("energy", 0.9),
    ],
)
def test_it_holds_on_what_it_has_not_seen(name, f1):
    assert scores("held_out")[name].f1 >= f1


# What others wrote who had seen neither the code nor the other lines; how it was first heard stands in the README.
OTHERS = {
    "red_flag": (0.9, 0.97),
    "pain": (0.85, 0.98),
    "wants_reschedule": (0.95, 0.93),
    "reschedule_to": (0.9, 0.88),
    "difficulty": (0.93, 0.93),
    "will_run": (0.9, 0.9),
    "stop_calling": (1.0, 0.9),
}


@pytest.mark.parametrize("name", OTHERS)
def test_it_hears_what_others_wrote(name):
    precision, recall = OTHERS[name]
    score = scores("others")[name]
    assert score.precision >= precision, score.extra
    assert score.recall >= recall, score.missed


# Half of it was first heard when it was measured for the README.
BLIND = {
    "red_flag": (0.95, 0.97),
    "pain": (0.9, 0.97),
    "will_run": (0.92, 0.88),
    "wants_reschedule": (0.9, 0.85),
    "reschedule_to": (0.85, 0.8),
    "obstacles": (0.9, 0.78),
    "stop_calling": (0.9, 0.95),
}


@pytest.mark.parametrize("name", BLIND)
def test_it_hears_what_was_written_last(name):
    precision, recall = BLIND[name]
    score = scores("blind")[name]
    assert score.precision >= precision, score.extra
    assert score.recall >= recall, score.missed


def test_the_labelled_set_is_large_and_has_every_field():
    for part in ("building", "held_out"):
        rows = list(measuring.lines(measuring.LABELLED / f"{part}.jsonl"))
        assert len(rows) >= 100
        assert {name for row in rows for name in row["expect"]} >= {*GOALS, "difficulty", "energy", "obstacles"}
        assert {row["context"] for row in rows} == set(understanding.CONTEXTS)
        assert len({row["id"] for row in rows}) == len(rows)


def test_before_a_run_and_when_planning_there_is_no_difficulty():
    for row in measuring.lines(measuring.LABELLED / "held_out.jsonl"):
        for context in ("pre_run", "planning"):
            assert understanding.understand(row["text"], context=context).difficulty is None


def test_it_costs_less_than_five_milliseconds_a_turn():
    rows = list(measuring.lines(measuring.LABELLED / "building.jsonl"))
    understanding.understand("warm", context="post_run")
    start = time.process_time()
    for row in rows:
        clauses.of.cache_clear()
        understanding.understand(row["text"], context=row["context"])
    assert (time.process_time() - start) / len(rows) < 0.005


@given(st.text(max_size=200), st.sampled_from(understanding.CONTEXTS))
def test_whatever_is_said_it_answers_within_the_bounds(text, context):
    told = understanding.understand(text, context=context)
    assert told.difficulty is None or 1 <= told.difficulty <= 10
    assert told.pain_severity is None or 0 <= told.pain_severity <= 10
    assert told.pain or not (told.pain_location or told.pain_side)


def test_an_endless_ramble_is_read_in_time():
    start = time.process_time()
    understanding.understand("so it was hard and my knee hurt and i forgot my water " * 200, context="post_run")
    assert time.process_time() - start < 5


def test_a_task_says_why_and_is_due_within_the_week():
    (task,) = understanding.understand("it poured and I had no rain jacket", context="post_run").tasks
    assert task["title"] == "Buy a waterproof running jacket"
    assert "no rain jacket" in task["description"]
    assert (task["category"], task["due_in_days"]) == ("gear", 5)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("I can\u2019t, it\u2019s 7/10", "i can not , it is 7 out of 10"),
        ("dont wanna ill skip", "do not want to i will skip"),
        ("Twenty five minutes, seven and a half", "25 minutes , 7.5"),
        ("ate out of ten", "8 out of 10"),
        ("my left need hurts", "my left knee hurts"),
        ("this one is the one", "this one is the one"),
    ],
)  # fmt: skip
def test_what_was_said_has_one_plain_form(said, plain):
    assert normal.plain(said) == plain


def test_clauses_are_found_without_punctuation():
    told = [clause.text for clause in clauses.of("it was hard my left knee was hurting and i forgot my water")]
    assert told == ["it was hard", "my left knee was hurting", "and i forgot my water"]


def test_only_the_runners_words_count_and_each_answers_its_question():
    turns = transcript.turns("Coach: Any pain? Runner: yes, the left knee. Coach: How bad is it? Runner: a four")
    assert [(turn.asked, turn.plain) for turn in turns] == [("pain", "yes , the left knee ."), ("severity", "a 4")]


MONDAY_NOON = datetime(2026, 3, 2, 12, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("thursday evening", "2026-03-05 18:00"),
        ("half 6 tonight", "2026-03-02 18:30"),
        ("in an hour", "2026-03-02 13:00"),
        ("tomorrow morning before work", "2026-03-03 07:00"),
        ("monday at 7 am", "2026-03-09 07:00"),
        ("the day after tomorrow at noon", "2026-03-04 12:00"),
        ("some day", None),
    ],
)
def test_a_time_said_is_a_moment_of_the_runners(said, moment):
    found = times.resolve(times.said(said), now=MONDAY_NOON)
    assert (found and f"{found:%Y-%m-%d %H:%M}") == moment


@pytest.mark.parametrize(
    "words",
    [
        "half six seven eight ",
        "i can't breathe at rest when ",
        "hurts when i ",
        "friday at 7 ",
        "my left ",
        "and then ",
    ],
)
def test_a_ramble_without_an_end_is_understood_all_the_same(words):
    long, short = words * (5000 // len(words)), words * (1000 // len(words))

    def cost(text):
        start = time.process_time()
        understanding.understand(text, context="pre_run")
        return time.process_time() - start

    cost(short)
    # Five times as long is nowhere near what telling a row of words apart in every way would cost.
    assert cost(long) < 100 * max(cost(short), 0.01)


def test_an_answer_is_read_with_its_question():
    calf = "Coach: How's the {} calf?\nRunner: It has gone purple and puffy and really warm"
    numb = "Coach: Any tingling?\nRunner: {}"

    assert understanding.understand(calf.format("left"), context="post_run").red_flag
    assert understanding.understand(
        numb.format("Yeah, my left arm and the left side of my face."), context="post_run"
    ).red_flag
    assert not understanding.understand(numb.format("No, none."), context="post_run").red_flag


def test_a_yes_to_being_asked_about_it_is_heard():
    asked = "Coach: Are you thinking of hurting yourself?\nRunner: {}"

    assert understanding.understand(asked.format("Yes, sometimes."), context="post_run").red_flag
    assert not understanding.understand(asked.format("No, never."), context="post_run").red_flag
