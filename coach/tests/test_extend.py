"""A plan without a date goes on as weeks pass."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from coach import coaching
from coach.records import Feedback
from runs import jobs, plans
from runs.models import ScheduledRun

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def mondays(user):
    return [week["starts_on"] for week in user.goals.get(ended_at=None).schedule.weeks]


def km_of(user, monday):
    runs = user.runs.between(monday, monday + timedelta(days=6))
    return sum(runs.values_list("distance", flat=True))


def test_it_reaches_eight_weeks_ahead_again_after_a_week(ana, now, clock):
    assert len(mondays(ana)) == 8
    clock.move_to(now + timedelta(weeks=1))
    jobs.extend_plans()
    assert mondays(ana)[-1] == "2026-04-27"
    assert ana.runs.filter(scheduled_on__gte="2026-04-27").count() == 2


def test_the_job_run_twice_extends_once(ana, now, clock):
    clock.move_to(now + timedelta(weeks=2))
    jobs.extend_plans()
    once = list(ana.runs.values_list("pk", flat=True))
    jobs.extend_plans()
    assert list(ana.runs.values_list("pk", flat=True)) == once
    assert len(set(mondays(ana))) == len(mondays(ana)) == 10


def test_nothing_is_added_before_a_week_has_passed(ana, now, clock):
    clock.move_to(now + timedelta(days=6))
    jobs.extend_plans()
    assert len(mondays(ana)) == 8


def test_weeks_missed_by_a_sleeping_worker_are_made_up_for(ana, now, clock):
    clock.move_to(now + timedelta(weeks=11))
    jobs.extend_plans()
    expected = [(date(2026, 3, 2) + timedelta(weeks=at)).isoformat() for at in range(19)]
    assert mondays(ana) == expected


def test_a_plan_with_a_date_ends_on_it(make_runner, now, clock):
    user = make_runner("cleo@example.com", target_race="10k", target_date=date(2026, 5, 3))
    weeks = mondays(user)
    clock.move_to(now + timedelta(weeks=4))
    jobs.extend_plans()
    assert mondays(user) == weeks


def test_new_weeks_follow_the_kilometres_before_them(ana, now, clock):
    """P1 over the seam between what was planned and what is added, for half a year."""
    for week in range(1, 27):
        later = now + timedelta(weeks=week)
        for run in ana.runs.pending().filter(scheduled_on__lt=later.date()).order_by("scheduled_on"):
            row = ScheduledRun.objects.select_related("user").get(pk=run.pk)
            coaching.check_in(row, Feedback(difficulty=5), now=run.scheduled_date_time + timedelta(hours=1))
        clock.move_to(later)
        jobs.extend_plans()
    starts = [date.fromisoformat(on) for on in mondays(ana)]
    kms = [km_of(ana, on) for on in starts]
    for at in range(1, len(kms)):
        before = max(kms[max(0, at - 4) : at])
        assert kms[at] <= max(1.25 * before, before + 5) + 0.5
    falls = [at for at in range(1, len(kms)) if kms[at] <= 0.9 * kms[at - 1]]
    assert max(later - earlier for earlier, later in pairwise(falls)) <= 5


def test_who_was_away_comes_back_to_less(ana, now, clock):
    for run in ana.runs.filter(scheduled_on__lt="2026-03-16").order_by("scheduled_on"):
        row = ScheduledRun.objects.select_related("user").get(pk=run.pk)
        coaching.check_in(row, Feedback(difficulty=5), now=run.scheduled_date_time + timedelta(hours=1))
    ana.runs.filter(scheduled_on__range=("2026-03-16", "2026-04-26")).update(status="missed")
    clock.move_to(now + timedelta(weeks=8))
    jobs.extend_plans()
    assert km_of(ana, date(2026, 4, 27)) <= 8


def test_one_goals_trouble_is_not_everybodys(ana, ben, now, clock):
    schedule = ana.goals.get().schedule
    schedule.weeks = [{"starts_on": "rubbish"}]
    schedule.save()
    clock.move_to(now + timedelta(weeks=1))
    jobs.extend_plans()
    assert len(mondays(ben)) == 9


def test_weeks_added_far_ahead_do_not_pay_for_this_weeks_rest(make_runner, now):
    user = make_runner("cleo@example.com", recent_race_km=10.0, recent_race_s=3000, fitness_level="intermediate")
    goal = user.goals.get()
    goal.user = user
    asked = plans.longer(goal, now=now + timedelta(weeks=3))
    assert asked.weeks == 3
    assert asked.days_off == 0
    assert asked.easy_until is None
