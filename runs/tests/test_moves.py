from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from runs.training import moves

MONDAY = date(2026, 3, 2)
TUE, WED, THU, FRI, SAT, SUN = (MONDAY + timedelta(days=ahead) for ahead in range(1, 7))
NEXT_MONDAY = MONDAY + timedelta(weeks=1)


def run(on, kind="easy", km=5.0, status="scheduled"):
    return moves.Run(on, kind, km, status)


def judged(one, on, *others, **calendar):
    return moves.judge(one, on, calendar=calendar_of(*others, **calendar))


def calendar_of(*others, **calendar):
    return moves.Calendar(**{"today": MONDAY, "others": others, "weekly_frequency": 3, **calendar})


def test_a_free_day_takes_an_easy_run():
    assert judged(run(TUE), WED, run(SAT, "long")) == moves.Verdict()


@pytest.mark.parametrize("status", ["scheduled", "rescheduled", "completed"])
def test_a_day_takes_one_run(status):
    objection = judged(run(TUE), SAT, run(SAT, "long", status=status)).objection
    assert objection == "There is already a run on Saturday: your long run. Choose a free day."


@pytest.mark.parametrize("status", ["missed", "skipped", "rest"])
def test_a_run_that_was_let_go_leaves_its_day_free(status):
    assert judged(run(TUE), SAT, run(SAT, status=status)) == moves.Verdict()


@pytest.mark.parametrize(
    ("on", "other", "words"),
    [
        (FRI, run(THU, "tempo"), "Thursday's tempo is the day before. Two hard days in a row would be too much."),
        (WED, run(THU, "hills"), "Thursday's hills are the day after. Two hard days in a row would be too much."),
        (NEXT_MONDAY, run(SUN, "intervals", status="completed"), "Sunday's intervals are the day before."),
    ],
)
def test_two_hard_days_in_a_row_are_too_much_over_the_seam_too(on, other, words):
    assert judged(run(TUE, "tempo"), on, other).objection.startswith(words)
    assert not judged(run(TUE, "easy"), on, other).objection


def test_after_60_hard_days_lie_72_hours_apart():
    def apart(days, age):
        return judged(run(SUN, "hills"), TUE + timedelta(days=days), run(TUE, "tempo"), age=age).objection

    assert [bool(apart(days, 61)) for days in (1, 2, 3)] == [True, True, False]
    assert [bool(apart(days, 60)) for days in (1, 2, 3)] == [True, False, False]
    assert (
        apart(2, 61) == "Tuesday's tempo is two days before. After 60, hard runs want three days from one to the next."
    )


def test_a_week_keeps_a_rest_day():
    others = [run(MONDAY + timedelta(days=ahead)) for ahead in (0, 1, 2, 3, 5)]
    assert not judged(run(SUN), FRI, *others).objection
    words = judged(run(NEXT_MONDAY), FRI, *others, run(SUN, "long")).objection
    assert words == "Friday is the last rest day of that week. Keep one."


def test_the_race_stays():
    assert "stays on its day" in judged(run(SUN, "race", 10), SAT).objection
    assert judged(run(SUN, "race", 10), SUN, race_on=SUN) == moves.Verdict()


def test_after_the_race_there_is_only_recovery():
    race = run(SAT, "race", 10)
    assert "only recovery" in judged(run(TUE), SUN, race, race_on=SAT).objection
    assert not judged(run(TUE, "recovery"), SUN, race, race_on=SAT).objection


def test_the_last_days_before_the_race_stay_easy():
    race_on = SUN
    hard = {on: judged(run(TUE, "tempo"), on, run(SUN, "race", 10), race_on=race_on).objection for on in (WED, THU)}
    assert hard == {WED: "", THU: "Your race is 3 days later. The last 3 days before it stay easy."}


def test_the_day_before_the_race_is_for_rest_or_three_km():
    def on_the_eve(km):
        return judged(run(TUE, km=km), SAT, run(SUN, "race", 10), race_on=SUN).objection

    assert "the day after" in on_the_eve(3.1)
    assert not on_the_eve(3.0)


def test_run_walk_leaves_a_day_between():
    assert "Thursday's run/walk is the day before" in judged(run(TUE, "run_walk"), FRI, run(THU, "run_walk")).objection
    assert not judged(run(TUE, "run_walk"), SAT, run(THU, "run_walk")).objection


@pytest.mark.parametrize(
    ("on", "goal_on", "words"),
    [
        (MONDAY - timedelta(days=1), None, "has passed"),
        (MONDAY + timedelta(days=28), None, ""),
        (MONDAY + timedelta(days=29), None, "four weeks"),
        (date.max, None, "four weeks"),
        (date.min, None, "has passed"),
        (MONDAY + timedelta(days=60), MONDAY + timedelta(days=60), ""),
        (MONDAY + timedelta(days=61), MONDAY + timedelta(days=60), "the day you train for"),
    ],
)
def test_a_run_goes_four_weeks_ahead_or_to_the_goal(on, goal_on, words):
    objection = judged(run(TUE), on, goal_on=goal_on).objection
    assert words in objection
    assert bool(words) == bool(objection)


def test_a_run_of_a_later_week_may_move_within_it():
    later = run(TUE + timedelta(weeks=7))
    assert not judged(later, later.on + timedelta(days=2)).objection
    assert judged(later, later.on + timedelta(weeks=1)).objection


@pytest.mark.parametrize(
    ("one", "on", "others", "calendar", "warning"),
    [
        (run(TUE), FRI, (), {"available_days": ("tue", "sun")}, "Friday isn't one of your days."),
        (run(SUN, "long"), SAT, (), {"long_run_day": "sun"}, "You asked for your long run on Sundays."),
        (
            run(NEXT_MONDAY), FRI, (run(TUE), run(THU)), {"weekly_frequency": 2, "current_weekly_km": 30},
            "That week would have 3 runs; you asked for 2.",
        ),
        (
            run(NEXT_MONDAY, km=9), SAT, (run(TUE, km=10),), {},
            "That week would be 90% more than you are used to. I would shorten it.",
        ),
    ],
)  # fmt: skip
def test_what_the_runner_may_insist_on_is_asked(one, on, others, calendar, warning):
    assert judged(one, on, *others, **calendar) == moves.Verdict(warnings=(warning,))


def test_a_week_is_held_against_the_greatest_of_four_before():
    before = [run(TUE - timedelta(weeks=back), km=km, status="completed") for back, km in enumerate((8, 20, 6, 4), 1)]
    assert not judged(run(NEXT_MONDAY, km=9), SAT, *before, run(TUE, km=16)).warnings
    assert judged(run(NEXT_MONDAY, km=10), SAT, *before, run(TUE, km=16)).warnings
    assert not judged(run(NEXT_MONDAY, km=9), SAT, *before, run(TUE, km=16), run(SUN, "race", 21)).warnings


# --- whatever is allowed without a question keeps the plan sound

DAYS = st.lists(st.sampled_from(moves.WEEKDAYS), min_size=3, max_size=7, unique=True)
KINDS = st.sampled_from(["easy", "tempo", "hills", "long", "intervals", "race_pace"])


@st.composite
def plans(draw):
    """Five weeks that keep P8 and P11, and the runner they are for."""
    days = tuple(draw(DAYS))
    frequency, age = draw(st.integers(2, min(5, len(days)))), draw(st.sampled_from([None, 30, 61]))
    runs = []
    for week in range(5):
        chosen = draw(st.lists(st.sampled_from(days), min_size=1, max_size=frequency, unique=True))
        for on in sorted(MONDAY + timedelta(weeks=week, days=moves.WEEKDAYS.index(day)) for day in chosen):
            runs.append(run(on, draw(KINDS), draw(st.floats(2, 20))))
            if breaks_p8(runs, age):
                runs[-1] = replace(runs[-1], type="easy")
    return runs, moves.Calendar(MONDAY, (), frequency, days, age=age)


def breaks_p8(runs, age):
    hard = sorted(one.on for one in runs if one.is_hard)
    least = 3 if (age or 0) > 60 else 2
    return any((b - a).days < least for a, b in pairwise(hard))


def weeks_of(runs):
    return Counter(one.on - timedelta(days=one.on.weekday()) for one in runs)


@given(plans(), st.data())
def test_what_is_allowed_without_a_question_keeps_p8_and_p11(plan, data):
    runs, calendar = plan
    moved = data.draw(st.sampled_from(runs))
    on = MONDAY + timedelta(days=data.draw(st.integers(0, 28)))
    others = tuple(one for one in runs if one is not moved)
    assume(moves.judge(moved, on, calendar=replace(calendar, others=others)) == moves.Verdict())
    after = [*others, replace(moved, on=on)]
    assert not breaks_p8(after, calendar.age)
    assert len({one.on for one in after}) == len(after)
    assert max(weeks_of(after).values()) <= min(6, calendar.weekly_frequency)
    assert {moves.WEEKDAYS[one.on.weekday()] for one in after} <= set(calendar.available_days)


@given(plans(), st.data())
def test_a_run_may_always_stay_and_asking_changes_nothing(plan, data):
    runs, calendar = plan
    moved = data.draw(st.sampled_from(runs))
    calendar = replace(calendar, others=tuple(one for one in runs if one is not moved))
    assert moves.judge(moved, moved.on, calendar=calendar) == moves.Verdict()
    on = MONDAY + timedelta(days=data.draw(st.integers(-400, 400)))
    assert moves.judge(moved, on, calendar=calendar) == moves.judge(moved, on, calendar=calendar)
