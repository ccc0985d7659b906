from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runs.training import pace, plan, workouts

MONDAY = date(2026, 3, 2)


@st.composite
def requests(draw):
    today = draw(st.dates(date(2025, 1, 1), date(2028, 12, 31)))
    frequency = draw(st.integers(2, 5))
    days = draw(st.sets(st.sampled_from(plan.WEEKDAYS), min_size=frequency, max_size=7))
    race = draw(st.none() | st.sampled_from(sorted(pace.RACE_KM)))
    ahead = draw(st.none() | st.integers(7, 364))
    return plan.Request(
        today=today,
        weekly_frequency=frequency,
        fitness_level=draw(st.sampled_from(["new", "beginner", "intermediate", "advanced"])),
        race=race,
        distance_km=None if race else draw(st.none() | st.floats(2, 100)),
        goal_date=None if ahead is None else today + timedelta(days=ahead),
        available_days=tuple(sorted(days)),
        long_run_day=draw(st.none() | st.sampled_from(sorted(days))),
        start_time=draw(st.times()).replace(second=0, microsecond=0),
        current_weekly_km=draw(st.none() | st.floats(0, 120)),
        longest_recent_km=draw(st.none() | st.floats(0, 40)),
        recent_race=draw(st.none() | st.builds(plan.RecentRace, st.just(10.0), st.integers(1800, 5400))),
    )


def test_a_beginner_twice_a_week_gets_the_original_example():
    made = plan.build(plan.Request(today=MONDAY, weekly_frequency=2, fitness_level="beginner"))
    assert [[run.distance_km for run in week.runs] for week in made.weeks[:4]] == [[3, 4], [4, 5], [4, 6], [5, 6]]
    assert {run.type for week in made.weeks[:4] for run in week.runs} == {"easy"}


def test_it_plans_eight_weeks_without_a_date():
    assert len(plan.build(plan.Request(today=MONDAY, weekly_frequency=3, fitness_level="advanced")).weeks) == 8


def test_it_starts_next_monday_when_this_week_has_begun_without_it():
    made = plan.build(plan.Request(today=date(2026, 3, 5), weekly_frequency=2, fitness_level="beginner"))
    assert made.weeks[0].starts_on == date(2026, 3, 9)


def test_it_ends_on_race_day_after_a_taper():
    request = plan.Request(
        today=MONDAY, weekly_frequency=3, fitness_level="intermediate", race="half_marathon",
        goal_date=date(2026, 6, 21), available_days=("tue", "thu", "sun"), current_weekly_km=15, longest_recent_km=6,
    )  # fmt: skip
    made = plan.build(request)
    assert (made.runs[-1].type, made.runs[-1].on) == ("race", date(2026, 6, 21))
    assert [week.phase for week in made.weeks[-2:]] == ["taper", "race"]
    assert 15 <= max(run.distance_km for run in made.runs if run.type == "long") <= 19


def test_someone_who_never_ran_walks_in_between_for_four_weeks():
    made = plan.build(plan.Request(today=MONDAY, weekly_frequency=3, fitness_level="new"))
    assert {run.type for week in made.weeks[:4] for run in week.runs} == {"run_walk"}
    first = made.runs[0]
    assert sum(step.minutes * step.repeat for step in first.steps if step.kind == "run") <= 10


def test_a_shorter_run_walk_has_fewer_stretches():
    whole = workouts.steps("run_walk", 4.0, week=2)
    eased = workouts.steps("run_walk", 2.8, week=2)
    assert workouts.duration_min(eased) < workouts.duration_min(whole)
    assert workouts.run_walk_km(eased) == pytest.approx(2.8, abs=0.4)


@pytest.mark.parametrize(("frequency", "days"), [(2, (1, 5)), (3, (1, 3, 6)), (4, (1, 2, 4, 6)), (5, (1, 2, 3, 5, 6))])
def test_it_has_its_own_days_when_none_are_given(frequency, days):
    request = plan.Request(today=MONDAY, weekly_frequency=frequency, fitness_level="beginner")
    assert sorted(plan.running_days(request)) == list(days)


@given(requests())
def test_it_gives_the_same_plan_for_the_same_request(request):
    assert plan.build(request) == plan.build(request)


@given(requests())
def test_it_runs_only_on_available_days_and_no_oftener_than_asked(request):
    for week in plan.build(request).weeks:
        training = [run for run in week.runs if run.type != "race"]
        assert len(training) <= request.weekly_frequency
        assert {plan.WEEKDAYS[run.on.weekday()] for run in training} <= set(request.available_days)
        assert len({run.on for run in week.runs}) == len(week.runs)


@given(requests())
def test_it_plans_nothing_behind_today_nor_behind_the_goal(request):
    for run in plan.build(request).runs:
        assert run.on >= request.today
        assert request.goal_date is None or run.on <= request.goal_date


@given(requests())
def test_it_races_once_and_rests_the_day_before(request):
    made = plan.build(request)
    races = [run for run in made.runs if run.type == "race"]
    if request.goal_date is None or request.race_km is None:
        assert races == []
    else:
        assert [race.on for race in races] == [request.goal_date]
        assert all(run.on != request.goal_date - timedelta(days=1) for run in made.runs)


@given(requests())
def test_every_run_is_a_kilometre_or_more_and_takes_time(request):
    for run in plan.build(request).runs:
        assert 1 <= run.distance_km <= 101
        assert run.duration_min > 0
        assert run.at == request.start_time
        assert run.why


@given(requests())
def test_no_week_leaps(request):
    """P1, with the tolerance that whole and half kilometres need."""
    weeks = plan.build(request).weeks
    volumes = [sum(run.distance_km for run in week.runs if run.type != "race") for week in weeks]
    for number in range(1, len(volumes)):
        before = max([*volumes[max(0, number - 4) : number], request.current_weekly_km or 0])
        if before:
            assert volumes[number] <= max(1.25 * before, before + 5) * 1.03 + 0.5 * request.weekly_frequency


@given(requests())
def test_no_two_hard_days_touch(request):
    hard = sorted(
        run.on for run in plan.build(request).runs if run.type in ("tempo", "hills", "intervals", "race_pace")
    )
    assert all((later - earlier).days > 1 for earlier, later in pairwise(hard))


def test_a_start_time_is_kept():
    made = plan.build(plan.Request(today=MONDAY, weekly_frequency=2, fitness_level="beginner", start_time=time(18, 30)))
    assert {run.at for run in made.runs} == {time(18, 30)}
