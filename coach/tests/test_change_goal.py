"""A change of heart in the middle of a plan."""

from datetime import date, time, timedelta
from itertools import pairwise

import pytest

from coach import coaching
from coach.records import Feedback
from coach.tests.half_marathon import HALF, change, in_race_week, live, planned
from runs import plans

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_another_date_plans_the_future_anew_and_leaves_the_past(cleo, now):
    later = now + timedelta(weeks=5, days=2)
    live(cleo, until=later.date(), now=now)
    past = list(cleo.runs.filter(scheduled_on__lt=later.date()).values())
    change(cleo, later, target_date=date(2026, 7, 5))
    assert list(cleo.runs.filter(scheduled_on__lt=later.date()).values()) == past
    assert [run.scheduled_on for run in cleo.runs.filter(run_type="race")] == [date(2026, 7, 5)]
    numbers = [week["number"] for week in cleo.goals.get().schedule.weeks]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_rest_of_this_week_stays(cleo, now):
    later = now + timedelta(weeks=3, days=2)
    live(cleo, until=later.date(), now=now)
    this_week = list(cleo.runs.between(date(2026, 3, 25), date(2026, 3, 29)).values_list("pk", "distance"))
    assert this_week
    change(cleo, later, weekly_frequency=2)
    assert list(cleo.runs.between(date(2026, 3, 25), date(2026, 3, 29)).values_list("pk", "distance")) == this_week


def test_it_goes_on_from_what_was_run_and_not_from_what_was_planned(cleo, make_runner, now):
    little = make_runner("little@example.com", **HALF)
    later = now + timedelta(weeks=6)
    live(cleo, until=later.date(), now=now)
    live(little, until=later.date(), now=now, share=0.6)
    for user in (cleo, little):
        change(user, later, target_date=date(2026, 7, 12))
    monday = date(2026, 4, 20)
    first = [
        sum(
            planned(user, monday)
            .filter(scheduled_on__lt=monday + timedelta(weeks=1))
            .values_list("distance", flat=True)
        )
        for user in (cleo, little)
    ]
    assert first[1] < 0.75 * first[0]


def test_a_plan_not_begun_is_made_as_if_it_had_been_asked_for_at_once(cleo, make_runner, now):
    other = make_runner("other@example.com", **{**HALF, "weekly_frequency": 2})
    change(cleo, now + timedelta(minutes=5), weekly_frequency=2)
    rows = [list(user.runs.values_list("scheduled_on", "distance", "run_type")) for user in (cleo, other)]
    assert rows[0] == rows[1]


def test_other_days_are_kept_to_from_then_on(cleo, now):
    later = now + timedelta(weeks=2, days=2)
    live(cleo, until=later.date(), now=now)
    change(cleo, later, available_days=["mon", "wed", "sat"], long_run_day="sat")
    days = {run.scheduled_on.weekday() for run in planned(cleo, date(2026, 3, 23)) if run.run_type != "race"}
    assert days <= {0, 2, 5}


def test_another_start_time_moves_every_run_that_kept_to_the_old_one(cleo, now):
    later = now + timedelta(weeks=2, days=2)
    live(cleo, until=later.date(), now=now)
    odd = planned(cleo, later.date()).order_by("scheduled_on").first()
    coaching.move(odd, on=odd.scheduled_on, at=time(12), now=later)
    change(cleo, later, start_time=time(18, 30))
    times = list(planned(cleo, later.date()).order_by("scheduled_on").values_list("start_time", flat=True))
    assert times[0] == time(12)
    assert set(times[1:]) == {time(18, 30)}
    assert all(
        run.user.local(run.scheduled_date_time).time() == run.start_time
        for run in planned(cleo, later.date()).select_related("user")
    )


def test_no_two_hard_days_meet_where_the_old_plan_ends_and_the_new_begins(make_runner, now):
    asked = {**HALF, "weekly_frequency": 4, "available_days": ["mon", "wed", "fri", "sat", "sun"]}
    user = make_runner("dora@example.com", **{**asked, "long_run_day": "wed", "current_weekly_km": 40})
    later = now + timedelta(weeks=6, days=1)
    live(user, until=later.date(), now=now)
    user.runs.pending().filter(scheduled_on=date(2026, 4, 19)).update(run_type="tempo")
    change(user, later, long_run_day="sat", weekly_frequency=5)
    hard = sorted(run.scheduled_on for run in user.runs.all() if run.is_hard)
    assert all((after - before).days >= 2 for before, after in pairwise(hard))


def test_calls_follow_the_new_plan(cleo, now):
    change(cleo, now + timedelta(days=1), start_time=time(18))
    call = cleo.calls.filter(status="planned", run__isnull=False).order_by("due_at").first()
    assert cleo.local(call.due_at).time() == time(17, 45)


def test_what_cannot_be_reached_safely_is_refused_unless_insisted_on(cleo, now):
    goal = cleo.goals.get()
    soon = {"target_race": "marathon", "target_date": date(2026, 4, 12)}
    before = list(cleo.runs.values_list("pk", flat=True))
    with pytest.raises(coaching.Unsafe) as refused:
        coaching.change_goal(goal, soon, now=now)
    assert {option.kind for option in refused.value.verdict.options} == {"later_date", "shorter_race"}
    assert list(cleo.runs.values_list("pk", flat=True)) == before
    coaching.change_goal(goal, soon, insist=True, now=now)
    goal.refresh_from_db()
    assert (goal.verdict, goal.insisted_at, goal.choice) == ("unsafe", now, "insisted")


def test_the_same_change_twice_is_one(cleo, now):
    later = now + timedelta(days=1)
    for _ in range(2):
        change(cleo, later, target_date=date(2026, 7, 5))
    assert cleo.adjustments.filter(rule="change_of_goal").count() == 1


def test_it_stands_in_the_history_as_the_runners_own(cleo, now):
    change(cleo, now, target_date=date(2026, 7, 5), weekly_frequency=4, available_days=["tue", "thu", "sat", "sun"])
    row = cleo.adjustments.get()
    assert row.made_by == "runner"
    assert row.reason.startswith("You changed your goal: date, runs a week and days.")


def test_milestones_follow_the_goal_and_those_reached_stay(cleo, now):
    first = cleo.goals.get().milestones.filter(title="First 10 km").get()
    first.completed_date = date(2026, 3, 1)
    first.save()
    change(cleo, now, target_race="10k")
    milestones = cleo.goals.get().milestones
    assert set(milestones.values_list("title", flat=True)) >= {"First 10 km", "Race day"}
    assert milestones.get(title="First 10 km").completed_date


def test_a_run_done_ahead_of_its_day_is_not_planned_again(cleo, now):
    later = now + timedelta(weeks=2, days=5)
    live(cleo, until=later.date(), now=now)
    ahead = cleo.runs.pending().filter(scheduled_on__gte=date(2026, 3, 23)).order_by("scheduled_on").first()
    coaching.complete(ahead, now=later)
    change(cleo, later, target_date=date(2026, 7, 5))
    assert cleo.runs.filter(scheduled_on=ahead.scheduled_on).count() == 1


def test_in_race_week_the_start_time_may_change_and_the_race_stays_one(cleo, now):
    later = in_race_week(cleo, now)
    change(cleo, later, start_time=time(18))
    race = cleo.runs.get(run_type="race")
    assert (race.scheduled_on, race.start_time) == (date(2026, 6, 21), time(18))


def test_in_race_week_other_days_change_nothing_any_more(cleo, now):
    later = in_race_week(cleo, now)
    before = list(cleo.runs.order_by("pk").values())
    change(cleo, later, available_days=["mon", "wed", "sun"])
    assert list(cleo.runs.order_by("pk").values()) == before


def test_in_the_taper_what_was_run_counts(cleo, now):
    later = now + timedelta(weeks=14, days=2)
    live(cleo, until=later.date(), now=now)
    change(cleo, later, available_days=["mon", "wed", "sat", "sun"])
    assert cleo.goals.get().verdict == "ok"
    assert cleo.runs.filter(run_type="race").count() == 1


def test_a_goal_whose_day_has_passed_gets_no_second_race(cleo, now):
    later = now + timedelta(weeks=17)
    live(cleo, until=later.date(), now=now)
    change(cleo, later, weekly_frequency=2)
    assert cleo.runs.filter(run_type="race").count() == 1


def test_a_race_brought_forward_to_next_monday_finds_a_calm_weekend(make_runner, now):
    user = make_runner("dora@example.com", **{**HALF, "target_race": "10k", "available_days": ["mon", "thu", "sun"]})
    later = now + timedelta(weeks=8)
    live(user, until=later.date() + timedelta(days=1), now=now)
    coaching.change_goal(user.goals.get(), {"target_date": date(2026, 5, 4)}, insist=True, now=later)
    before = user.runs.pending().between(date(2026, 5, 1), date(2026, 5, 3))
    assert not [run for run in before if run.is_hard or run.scheduled_on == date(2026, 5, 3)]


def test_who_never_ran_keeps_a_rest_day_over_the_seam(make_runner, now):
    new = {**HALF, "fitness_level": "new", "target_race": "5k", "current_weekly_km": None, "longest_recent_km": None}
    user = make_runner("dora@example.com", **new)
    later = now + timedelta(weeks=2, days=2)
    live(user, until=later.date(), now=now)
    change(user, later, available_days=["mon", "wed", "sat"])
    days = sorted(run.scheduled_on for run in user.runs.filter(run_type="run_walk"))
    assert min((after - before).days for before, after in pairwise(days)) >= 2


def test_after_pain_no_change_of_goal_brings_hard_runs_back_sooner(make_runner, now):
    user = make_runner(
        "dora@example.com", **{**HALF, "weekly_frequency": 4, "available_days": ["tue", "thu", "sat", "sun"]}
    )
    later = now + timedelta(weeks=7)
    live(user, until=later.date(), now=now)
    run = user.runs.pending().order_by("scheduled_on").first()
    sore = coaching.check_in(
        run, Feedback(difficulty=5, pain=True, pain_location="knee"), now=later + timedelta(days=1)
    )
    assert sore.adjustment.rule == "pain"
    change(user, later + timedelta(days=1), target_date=date(2026, 7, 5))
    until = (later + timedelta(days=15)).date()
    monday = later.date() + timedelta(weeks=1)
    assert not [run for run in user.runs.pending().between(monday, until) if run.is_hard]


def test_who_was_away_for_weeks_starts_with_an_easy_and_smaller_week(cleo, now):
    live(cleo, until=date(2026, 3, 30), now=now)
    cleo.runs.between(date(2026, 3, 30), date(2026, 5, 10)).update(status="missed")
    later = now + timedelta(weeks=10, days=2)
    coaching.change_goal(cleo.goals.get(), {"target_date": date(2026, 9, 20)}, now=later)
    first = cleo.runs.pending().between(date(2026, 5, 18), date(2026, 5, 24))
    assert not [run for run in first if run.is_hard]
    assert sum(run.distance for run in first) <= 16


def test_a_goal_that_ended_in_another_tab_is_said_so(cleo, now):
    goal = cleo.goals.get()
    cleo.goals.update(ended_at=now)
    with pytest.raises(coaching.Refused, match="has ended"):
        coaching.change_goal(goal, {"start_time": time(9)}, now=now)


def test_days_off_cost_the_paces_of_a_plan_made_anew(make_runner, now):
    user = make_runner("dora@example.com", **HALF, recent_race_km=10.0, recent_race_s=3000)
    live(user, until=date(2026, 3, 16), now=now)
    goal = user.goals.get()
    goal.user = user
    soon = plans.anew(goal, ["target_date"], now=now + timedelta(weeks=2))
    late = plans.anew(goal, ["target_date"], now=now + timedelta(weeks=6))
    assert late.fitness_index < soon.fitness_index
    assert (soon.easy_until, late.easy_until) == (None, late.today + timedelta(days=6))
