"""The human coach's door to runs: everything goes through the desk."""

from datetime import date, timedelta

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME

from coach import coaching
from runs.models import Pause, RunSession
from runs.tests.events import after, four_good_weeks, hurt, in_order, run_it, two_nines

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def body(answer):
    return answer.content.decode()


def act(coach, name, action, *rows):
    sent = {"action": action, ACTION_CHECKBOX_NAME: [row.pk for row in rows]}
    return body(coach.post(f"/admin/runs/{name}/", sent, follow=True))


def change(coach, name, row, **changes):
    """Save the form as the coach found it, but for `changes`."""
    path = f"/admin/runs/{name}/{row.pk}/change/"
    form = coach.get(path).context["adminform"].form
    bound = [form[field] for field in form.fields]
    sent = {field.html_name: field.value() for field in bound if field.value() not in (None, False)}
    return body(coach.post(path, {**sent, **changes}, follow=True))


@pytest.fixture
def coach(admin_client):
    return admin_client


@pytest.fixture
def run(ana):
    return in_order(ana)[0]


# --- runs


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


# --- what was told


def test_a_session_corrected_withdraws_what_rested_on_it(coach, ana, clock):
    row = two_nines(ana)
    second = in_order(ana)[1]
    clock.move_to(after(second))
    change(coach, "runsession", second.run_session, difficulty_rating="5")
    row.refresh_from_db()
    assert row.undone_by == "rule"
    second.run_session.refresh_from_db()
    assert (second.run_session.difficulty_rating, second.run_session.corrected_at) == (5, after(second))


def test_a_session_corrected_has_its_consequences(coach, ana, clock):
    for run in in_order(ana)[:2]:
        run_it(run, difficulty=5)
    for run in in_order(ana)[:2]:
        clock.move_to(after(in_order(ana)[1]))
        change(coach, "runsession", run.run_session, difficulty_rating="9")
    assert ana.adjustments.get().rule == "too_hard"


def test_a_pain_told_to_the_coach_is_a_pain(coach, ana, run, clock):
    run_it(run)
    clock.move_to(after(run))
    change(coach, "runsession", run.run_session, pain_reported="on", pain_location="knee", pain_severity="5")
    assert ana.adjustments.get().rule == "pain"


def test_a_session_in_pieces_is_answered_by_the_form(coach, ana, run, clock):
    run_it(run)
    for wrong in (
        {"difficulty_rating": "11"},
        {"pain_severity": "11", "pain_reported": "on"},
        {"actual_distance": "1e9"},
    ):
        page = change(coach, "runsession", run.run_session, **wrong)
        assert "Please correct the error below" in page, wrong
    run.run_session.refresh_from_db()
    assert run.run_session.difficulty_rating == 5


# --- adjustments


def test_a_coach_undoes_an_adjustment(coach, ana, clock):
    row = two_nines(ana)
    clock.move_to(row.created_at)
    assert "1 undone." in act(coach, "scheduleadjustment", "undo", row)
    row.refresh_from_db()
    assert row.undone_by == "coach"
    assert all(ana.runs.get(pk=one["run_id"]).snapshot() == one["before"] for one in row.changes)


def test_a_coach_undoes_a_pain_without_being_asked(coach, ana, clock):
    row = hurt(ana)
    clock.move_to(row.created_at)
    act(coach, "scheduleadjustment", "undo", row)
    row.refresh_from_db()
    assert row.undone_by == "coach"


def test_a_proposal_that_waits_has_nothing_to_undo(coach, ana, clock):
    row = four_good_weeks(ana)
    clock.move_to(row.created_at)
    page = act(coach, "scheduleadjustment", "undo", row)
    assert "nothing to put back" in page
    assert "0 undone." in page


def test_history_is_read_not_rewritten(coach, ana):
    row = two_nines(ana)
    path = f"/admin/runs/scheduleadjustment/{row.pk}/change/"
    assert row.reason in body(coach.get(path)).replace("&#x27;", "'")
    assert coach.post(path, {"reason": "x"}).status_code == 403
    assert coach.get("/admin/runs/scheduleadjustment/add/").status_code == 403


# --- pauses

HOLIDAY = {"kind": "holiday", "starts_on": "2026-03-03", "ends_on": "2026-03-10"}


def test_a_coach_begins_a_pause(coach, ana):
    coach.post("/admin/runs/pause/add/", {**HOLIDAY, "user": ana.pk}, follow=True)
    pause = ana.pauses.get()
    assert (pause.kind, pause.ends_on) == ("holiday", date(2026, 3, 10))
    assert ana.adjustments.get().pause == pause
    assert set(ana.runs.filter(scheduled_on__lte="2026-03-10").values_list("status", flat=True)) == {"rest"}


@pytest.mark.parametrize("button", ["_save", "_continue", "_addanother"])
def test_after_a_pause_any_button_leads_on(coach, ana, button):
    answer = coach.post("/admin/runs/pause/add/", {**HOLIDAY, "user": ana.pk, button: "x"}, follow=True)
    assert answer.status_code == 200
    assert ana.pauses.count() == 1


@pytest.mark.parametrize("button", ["_save", "_continue", "_addanother"])
def test_a_pause_that_cannot_be_is_said_and_not_begun(coach, ana, button):
    wrong = {**HOLIDAY, "user": ana.pk, "starts_on": "2026-01-05", button: "x"}
    page = body(coach.post("/admin/runs/pause/add/", wrong, follow=True))
    assert "more than two weeks ago" in page
    assert "was added successfully" not in page
    assert not Pause.objects.exists()


def test_a_coach_ends_a_pause(coach, ana, now, clock):
    pause = coaching.pause(ana, kind="holiday", starts_on=date(2026, 3, 3), ends_on=date(2026, 3, 10), now=now)
    clock.move_to(now + timedelta(days=3))
    assert "1 ended." in act(coach, "pause", "resume", pause)
    pause.refresh_from_db()
    assert pause.ends_on == date(2026, 3, 4)
    assert ana.runs.get(scheduled_on="2026-03-07").is_pending


def test_a_pauses_days_are_not_rewritten(coach, ana, now):
    pause = coaching.pause(ana, kind="holiday", starts_on=date(2026, 3, 3), ends_on=date(2026, 3, 10), now=now)
    assert coach.post(f"/admin/runs/pause/{pause.pk}/change/", HOLIDAY).status_code == 403


# --- the door


@pytest.mark.parametrize("name", ["scheduledrun", "runsession", "scheduleadjustment", "pause", "runningschedule"])
def test_a_runner_is_no_coach(anas, name):
    assert anas.get(f"/admin/runs/{name}/").url.startswith("/admin/login/")
    assert anas.post(f"/admin/runs/{name}/", {"action": "undo"}).url.startswith("/admin/login/")


@pytest.mark.parametrize("name", ["scheduledrun", "runsession"])
def test_what_the_plan_makes_is_not_added_by_hand(coach, name):
    assert coach.get(f"/admin/runs/{name}/add/").status_code == 403
