"""The human coach's door to runs: everything goes through the desk."""

from datetime import date, timedelta

import pytest

from coach import coaching
from runs.models import RunSession
from runs.tests.admin_forms import act, change
from runs.tests.events import in_order
from runs.tests.pages import body

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_a_coach_marks_a_run_as_done(coach, ana, run):
    assert "1 marked as done." in act(coach, "scheduledrun", "complete", run)
    run.refresh_from_db()
    assert (run.status, run.run_session.user) == ("completed", ana)
    assert ana.goals.get().current_streak == 1


def test_a_run_far_ahead_is_not_done_yet(coach, ana):
    page = act(coach, "scheduledrun", "complete", in_order(ana)[6])
    assert "more than a week away" in page
    assert "0 marked as done." in page
    assert not RunSession.objects.exists()


def test_a_coach_marks_runs_as_missed_and_the_rules_follow(coach, make_runner, clock, now):
    eve = make_runner("eve@example.com", weekly_frequency=3)
    clock.move_to(now + timedelta(days=7))
    act(coach, "scheduledrun", "miss", *in_order(eve)[:3])
    assert set(eve.runs.filter(scheduled_on__lt="2026-03-09").values_list("status", flat=True)) == {"missed"}
    assert eve.adjustments.filter(rule="misses").count() == 1


def test_a_run_ahead_is_not_missed(coach, run):
    act(coach, "scheduledrun", "miss", run)
    run.refresh_from_db()
    assert run.status == "scheduled"


def test_a_coach_lets_a_run_go_for_good(coach, ana, run):
    assert "1 let go." in act(coach, "scheduledrun", "let_go", run)
    run.refresh_from_db()
    assert run.status == "skipped"
    assert run.skip_reason


def test_a_run_done_is_not_let_go(coach, run, now):
    coaching.complete(run, now=now)
    page = act(coach, "scheduledrun", "let_go", run)
    assert "already done" in page
    assert "0 let go." in page


def test_a_coach_changes_a_runs_distance_and_it_is_kept_as_theirs(coach, ana, run):
    change(coach, "scheduledrun", run, distance="2.5")
    run.refresh_from_db()
    assert run.distance == 2.5
    row = ana.adjustments.get(rule="coach")
    assert row.get_made_by_display() == "A human coach"
    assert row.reason == "Your coach changed Tuesday's 3 km easy run."
    assert (row.changes[0]["before"]["distance_km"], row.changes[0]["after"]["distance_km"]) == (3, 2.5)


def test_a_run_that_was_changed_is_as_long_as_its_kilometres(coach, run):
    before = run.duration_min
    change(coach, "scheduledrun", run, distance="2")
    run.refresh_from_db()
    assert run.duration_min < before


def test_a_coach_moves_a_run_and_its_call_goes_along(coach, ana, run):
    change(coach, "scheduledrun", run, scheduled_on="2026-03-04", start_time="18:30:00")
    run.refresh_from_db()
    assert ana.local(run.scheduled_date_time).isoformat() == "2026-03-04T18:30:00+01:00"
    call = ana.calls.get(run=run, status="planned")
    assert call.due_at == run.scheduled_date_time - timedelta(minutes=15)


def test_a_coach_cannot_put_two_runs_on_one_day(coach, ana, run):
    page = change(coach, "scheduledrun", run, scheduled_on="2026-03-07")
    assert "already a run" in page
    assert "changed successfully" not in page
    run.refresh_from_db()
    assert run.scheduled_on == date(2026, 3, 3)


def test_a_form_saved_as_it_was_changes_nothing(coach, ana, run):
    change(coach, "scheduledrun", run)
    assert not ana.adjustments.exists()


@pytest.mark.parametrize(
    "wrong", [{"scheduled_on": day} for day in ("0001-01-01", "2026-02-01", "9999-12-31")] + [{"distance": "0"}]
)
def test_what_no_runner_could_run_is_not_planned_by_a_coach(coach, ana, run, wrong):
    page = change(coach, "scheduledrun", run, **wrong)
    assert "changed successfully" not in page
    run.refresh_from_db()
    assert (run.scheduled_on, run.distance) == (date(2026, 3, 3), 3)
    assert not ana.adjustments.exists()


@pytest.mark.parametrize("kind", ["rest", "race"])
def test_a_coach_makes_no_run_a_rest_day_or_a_race(coach, run, kind):
    assert "Please correct the error below" in change(coach, "scheduledrun", run, run_type=kind)
    run.refresh_from_db()
    assert run.run_type == "easy"


def test_only_the_time_of_a_race_is_a_coachs_to_change(coach, make_runner):
    eve = make_runner("eve@example.com", target_race="5k", target_date=date(2026, 5, 10))
    race = eve.runs.get(run_type="race")
    change(coach, "scheduledrun", race, start_time="10:30:00", scheduled_on="2026-05-09", distance="3")
    race.refresh_from_db()
    assert (race.start_time.hour, race.scheduled_on, race.distance) == (10, date(2026, 5, 10), 5)


def test_what_the_desk_refuses_is_not_said_to_be_done(coach, ana, run, now):
    form = coach.get(f"/admin/runs/scheduledrun/{run.pk}/change/").context["adminform"].form
    sent = {name: form[name].value() for name in form.fields}
    coaching.complete(run, now=now)
    page = body(coach.post(f"/admin/runs/scheduledrun/{run.pk}/change/", {**sent, "distance": "2"}, follow=True))
    run.refresh_from_db()
    assert run.distance == 3
    assert "changed successfully" not in page


def test_what_the_limits_forbid_a_coach_does_not_plan(coach, ana, run):
    """The row is kept, and the limits hold again after it."""
    change(coach, "scheduledrun", run, distance="30")
    run.refresh_from_db()
    assert run.distance < 10


def test_nonsense_is_answered_by_the_form(coach, ana, run):
    for wrong in ({"distance": "-1"}, {"distance": "999"}, {"scheduled_on": "soon"}, {"run_type": "swim"}):
        page = change(coach, "scheduledrun", run, **wrong)
        assert "Please correct the error below" in page, wrong
    assert not ana.adjustments.exists()


def test_a_run_behind_is_only_read(coach, run, now):
    coaching.complete(run, now=now)
    assert not coach.get(f"/admin/runs/scheduledrun/{run.pk}/change/").context["adminform"].form.fields
