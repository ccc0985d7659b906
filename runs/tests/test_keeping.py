"""The limits of any plan, held again after whatever happened."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runs.tests.strategies import insisted
from runs.training import adaptation, contract, keeping, plan
from runs.training.absences import Pause
from runs.training.history import History, Run, Season, Session
from runs.training.request import Request

MONDAY = date(2026, 3, 2)
ASKED = Request(
    today=MONDAY, weekly_frequency=3, fitness_level="intermediate", current_weekly_km=20, longest_recent_km=8
)


def run(number, days, km, kind="easy", *, status="scheduled", minutes=None):
    return Run(str(number), MONDAY + timedelta(days=days), kind, km, km, minutes or round(km * 6), status)


def history(*runs, **more):
    return History(ASKED, runs, began_on=MONDAY, **more)


def held(*runs, today=MONDAY, **more):
    return {one.id: one for one in keeping.hold(history(*runs, **more), today=today)}


def of_plan(request):
    """A plan as the history of a runner who has not begun."""
    made = plan.build(request)
    runs = tuple(
        Run(
            r.id,
            r.on,
            r.type,
            r.distance_km,
            r.distance_km,
            r.duration_min,
            at=r.at,
            steps=tuple(s.as_json() for s in r.steps),
        )
        for r in made.runs
    )
    seasons = {week.starts_on: Season(week.phase, week.cutback) for week in made.weeks}
    return History(request, runs, seasons=seasons, began_on=made.weeks[0].starts_on)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(insisted())
def test_a_plan_that_nobody_disturbed_comes_out_as_it_went_in(asked):
    request = contract.request(asked)
    fresh = of_plan(request)
    judged = adaptation.judge(fresh, today=request.today)
    assert judged.adjustments == ()
    assert judged.history == fresh


def test_a_run_far_beyond_the_longest_of_thirty_days_is_brought_down():
    assert held(run(1, 2, 20.0)) == {"1": replace(run(1, 2, 20.0), distance_km=10.4, duration_min=62.4)}


def test_what_was_missed_counts_for_nothing():
    behind = [run(n, -40 + 7 * n, 12.0, status="missed") for n in range(5)]
    late = MONDAY + timedelta(days=40)
    ahead = run(9, 41, 12.0)
    (first,) = keeping.hold(History(ASKED, (*behind, ahead), began_on=MONDAY - timedelta(days=60)), today=late)
    assert first.distance_km <= 5


def test_a_week_that_grows_too_much_shares_the_cut():
    runs = [run(n, n, 9.0) for n in range(5)]
    after = held(*runs)
    assert sum(after.get(one.id, one).distance_km for one in runs) <= 25.8


def test_those_at_their_least_leave_the_cut_to_the_others():
    runs = [run(n, n, 2.2, minutes=10) for n in range(4)] + [run(9, 6, 9.0)]
    assert sum(one.distance_km for one in keeping._lessened(runs, 12.0)) == pytest.approx(12.0, abs=0.3)


@given(st.lists(st.floats(1, 40), min_size=1, max_size=6), st.floats(0, 60))
def test_lessening_ends_and_makes_nothing_longer(kms, most):
    runs = [run(n, n, round(km, 1)) for n, km in enumerate(kms)]
    after = keeping._lessened(runs, most)
    assert all(new.distance_km <= old.distance_km for old, new in zip(runs, after, strict=True))


def test_no_hard_run_for_two_weeks_after_pain():
    hurt = Session("1", MONDAY, pain=True, pain_location="knee")
    done = run(1, 0, 6.0, status="completed")
    after = held(done, run(2, 14, 6.0, "tempo"), run(3, 15, 6.0, "hills"), sessions=(hurt,), today=MONDAY)
    assert after["2"].type == "easy"
    assert "3" not in after


def test_after_a_second_report_hard_runs_wait_for_one_without_pain():
    done = [run(n, n, 5.0, status="completed") for n in (0, 9)]
    hurt = (Session("0", MONDAY, pain=True), Session("9", MONDAY + timedelta(days=9), pain=True))
    late = MONDAY + timedelta(days=25)
    ahead = run(30, 30, 5.0, "tempo")
    assert held(*done, ahead, sessions=hurt, today=late)["30"].type == "easy"
    well = run(20, 24, 5.0, status="completed")
    told = (*hurt, Session("20", MONDAY + timedelta(days=24)))
    assert held(*done, well, ahead, sessions=told, today=late) == {}


def test_hard_days_keep_their_distance_over_the_end_of_the_week():
    after = held(run(1, 6, 5.0, "tempo"), run(2, 7, 5.0, "hills"), today=MONDAY)
    assert after["2"].type == "easy"
    assert "1" not in after


def test_the_week_after_a_pause_is_easy():
    pause = Pause(MONDAY, MONDAY + timedelta(days=6))
    after = held(run(1, 9, 5.0, "tempo"), run(2, 14, 5.0, "tempo"), pauses=(pause,), today=MONDAY)
    assert after["1"].type == "easy"
    assert "2" not in after


def test_the_race_is_never_touched():
    assert held(run(1, 20, 42.2, "race"), run(2, 10, 8.0), today=MONDAY) == {}


def test_where_the_long_run_gives_way_the_others_stay_shorter():
    runs = [run(1, 1, 9.0), run(2, 3, 9.0), run(3, 6, 16.0, "long")]
    after = held(*runs)
    long = after["3"].distance_km
    assert all(after.get(one.id, one).distance_km < long for one in runs[:2])
