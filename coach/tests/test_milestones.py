from datetime import date, timedelta

import pytest

from coach import coaching, milestones
from coach.models import Notice
from coach.records import Feedback
from runs.models import ScheduledRun
from runs.tests.events import in_order
from runs.training import pace

pytestmark = pytest.mark.django_db
TUESDAY = date(2026, 3, 3)


@pytest.fixture
def goal(ana):
    return ana.goals.get()


@pytest.fixture
def racer(make_runner, now):
    """Twelve weeks to a half marathon, with 8 km behind her."""
    return make_runner(
        "racer@example.com", fitness_level="intermediate", weekly_frequency=4, longest_recent_km=8,
        current_weekly_km=25, target_race="half_marathon", target_date=date(2026, 5, 24),
    ).goals.get()  # fmt: skip


def titles(goal):
    return [row.title for row in goal.milestones.all()]


def reach(goal, **changes):
    told = {"km": 0.0, "on": TUESDAY, "runs_done": 0, "is_race": False, **changes}
    return [row.title for row in milestones.reach(goal, **told)]


def rows(goal):
    return goal.schedule.scheduled_runs.select_related("run_session")


def ahead(goal, **changes):
    asked = {"today": TUESDAY, "units": "km", **changes}
    return {
        one.milestone.title: one for one in milestones.ahead(goal, goal.milestones.all(), list(rows(goal)), **asked)
    }


def test_a_goal_brings_the_distances_ahead_the_longest_run_numbers_of_runs_and_race_day(racer):
    assert titles(racer) == ["Longest run yet", "First 10 km", "Half marathon", "10 runs", "25 runs", "Race day"]


def test_who_declared_no_longest_run_has_none_to_beat(goal):
    assert milestones.LONGEST not in titles(goal)


def test_a_short_plan_still_has_ten_and_twenty_five_runs(make_runner):
    cleo = make_runner("cleo@example.com", target_date=date(2026, 5, 3), target_distance=5)
    assert titles(cleo.goals.get()) == ["First 5 km", "10 runs", "25 runs", "Goal day"]


def test_a_plan_without_an_end_goes_on_to_a_hundred_runs(goal):
    assert titles(goal) == ["First 5 km", "First 10 km", "10 runs", "25 runs", "50 runs", "100 runs"]


def test_a_distance_is_reached_once(goal):
    assert reach(goal, km=5.2) == ["First 5 km"]
    assert reach(goal, km=5.2) == []
    assert goal.milestones.get(title="First 5 km").completed_date == TUESDAY


def test_a_long_run_reaches_every_distance_below_it(goal):
    assert reach(goal, km=10.0) == ["First 5 km", "First 10 km"]


@pytest.mark.parametrize("miles", [3.1, 6.2, 13.1, 26.2])
def test_a_distance_told_in_miles_with_one_decimal_is_reached(racer, miles):
    racer.target_race, racer.longest_recent_km = "marathon", None
    milestones.create(racer)
    assert reach(racer, km=miles * pace.KM_PER_MILE)


def test_it_takes_more_than_the_longest_run_to_be_the_longest_yet(racer):
    assert reach(racer, km=8.0) == []
    assert reach(racer, km=8.4) == [milestones.LONGEST]


def test_runs_are_counted(goal):
    assert reach(goal, runs_done=9) == []
    assert reach(goal, runs_done=10) == ["10 runs"]
    assert reach(goal, runs_done=51) == ["25 runs", "50 runs"]


def test_race_day_is_reached_by_the_race(racer):
    assert reach(racer, on=racer.target_date) == []
    assert reach(racer, on=racer.target_date - timedelta(days=1), is_race=True) == ["Race day"]


def test_a_date_without_a_race_is_reached_by_a_run_on_it(make_runner):
    goal = make_runner("cleo@example.com", target_date=date(2026, 5, 3), target_distance=5).goals.get()
    assert reach(goal, on=date(2026, 5, 2)) == []
    assert reach(goal, on=date(2026, 5, 3)) == ["Goal day"]


def test_one_runners_run_reaches_nothing_of_anothers(goal, ben):
    reach(goal, km=10.0, runs_done=100)
    assert not ben.goals.get().milestones.exclude(completed_date=None).exists()


def test_those_reached_stay_when_the_goal_changes_and_do_not_come_again(goal):
    reach(goal, km=5.0)
    goal.target_distance = 21.1
    milestones.create(goal)
    assert titles(goal)[:3] == ["First 5 km", "First 10 km", "Half marathon"]
    assert goal.milestones.filter(completed_date=TUESDAY).count() == 1


def test_it_says_how_far_each_is(racer):
    assert ahead(racer)["Half marathon"].to_go == "13.1 km further than your longest"
    assert ahead(racer)[milestones.LONGEST].to_go == "anything past 8 km"
    assert ahead(racer)["10 runs"].to_go == "10 runs to go"
    assert ahead(racer)["Race day"].to_go == "Sun 24 May"


def test_it_says_so_in_miles(racer):
    assert ahead(racer, units="mi")["Half marathon"].to_go == "8.1 mi further than your longest"


def test_who_has_run_nothing_yet_is_told_the_distance_itself(goal):
    assert ahead(goal)["First 5 km"].to_go == "5 km in one run"


def test_what_was_run_brings_it_nearer(racer, now):
    run = racer.schedule.scheduled_runs.first()
    coaching.check_in(run, Feedback(difficulty=4, distance_km=9.0), now=run.scheduled_date_time + timedelta(hours=2))
    assert ahead(racer)["10 runs"].to_go == "9 runs to go"
    assert ahead(racer)["First 10 km"].to_go == "1 km further than your longest"


def test_the_next_one_comes_first_and_what_the_plan_does_not_reach_last(goal):
    days = [one.planned_on for one in ahead(goal).values()]
    known = [day for day in days if day]
    assert known == sorted(known)
    assert days == known + [None] * (len(days) - len(known))


def test_a_run_left_behind_in_a_pause_is_not_where_the_plan_gets_there(goal):
    later = rows(goal).order_by("scheduled_on").last().scheduled_on
    assert ahead(goal, today=later)["10 runs"].planned_on is None


def test_reached_ones_come_latest_first(goal):
    reach(goal, km=5.0)
    reach(goal, km=10.0, on=TUESDAY + timedelta(weeks=3))
    assert [row.title for row in milestones.reached(goal.milestones.all())] == ["First 10 km", "First 5 km"]


def test_the_notice_says_what_was_done_and_what_is_next(racer):
    [first] = milestones.reach(racer, km=8.4, on=TUESDAY, runs_done=3, is_race=False)
    title, text = milestones.words(first, units="km")
    assert title == "Your longest run yet"
    assert text.startswith("You ran further than the 8 km you set out with. Next: ")


def test_the_notice_of_a_number_of_runs_counts_them(goal):
    [ten] = milestones.reach(goal, km=3.0, on=TUESDAY, runs_done=10, is_race=False)
    title, text = milestones.words(ten, units="km")
    assert title == "10 runs done"
    assert "10 runs of this plan are behind you" in text


def test_the_notice_is_in_the_runners_units(goal):
    [five] = milestones.reach(goal, km=5.0, on=TUESDAY, runs_done=1, is_race=False)
    _, text = milestones.words(five, units="mi")
    assert "3.1 mi in one go" in text
    assert " km," not in text


def test_after_race_day_come_easy_days(racer):
    [day] = milestones.reach(racer, km=0.0, on=racer.target_date, runs_done=1, is_race=True)
    title, text = milestones.words(day, units="km")
    assert title == "Race day: you did it"
    assert "easy days" in text


def test_a_run_of_the_plan_reaches_the_longest_one(racer):
    planned = ahead(racer)[milestones.LONGEST].planned_on
    assert rows(racer).get(scheduled_on=planned).distance > 8
    assert (
        not rows(racer)
        .filter(scheduled_on__lt=planned, distance__gt=8.05)
        .exclude(status=ScheduledRun.Status.COMPLETED)
    )


def test_a_distance_run_for_the_first_time_is_celebrated_once(ana, now):
    first, second, *_ = in_order(ana)
    coaching.check_in(first, Feedback(difficulty=5, distance_km=5.2), now=now + timedelta(days=1))
    coaching.check_in(second, Feedback(difficulty=5, distance_km=6.0), now=now + timedelta(days=5))
    milestone = ana.goals.get().milestones.get(title="First 5 km")
    assert (milestone.is_completed, milestone.completed_date) == (True, date(2026, 3, 3))
    assert ana.notices.filter(kind=Notice.Kind.MILESTONE).count() == 1


def test_no_distance_is_no_milestone(ana, now):
    coaching.check_in(in_order(ana)[6], Feedback(difficulty=5, distance_km=0.0), now=now + timedelta(days=21))
    assert not ana.goals.get().milestones.exclude(completed_date=None).exists()
