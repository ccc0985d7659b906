from datetime import timedelta

import pytest

from coach import coaching
from coach.records import Feedback
from runs.models import RunSession

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

CHECK_IN = {"difficulty": "7", "energy": "high", "distance": "3.1", "minutes": "22", "notes": "Wind \U0001f32c"}


def adjusted(ana, now):
    first, second, *_ = ana.runs.order_by("scheduled_on")
    coaching.check_in(first, Feedback(difficulty=9), now=now + timedelta(days=1, hours=2))
    return coaching.check_in(second, Feedback(difficulty=9), now=now + timedelta(days=5, hours=2)).adjustment


def test_the_schedule_shows_a_week_and_its_neighbours(anas):
    page = anas.get("/schedule/").content.decode()
    assert page.count("run-card") == 2
    assert "/schedule/2026-02-23/" in page
    assert "/schedule/2026-03-09/" in page
    assert "4 km" in anas.get("/schedule/2026-03-09/").content.decode()


def test_any_day_leads_to_its_week(anas):
    assert anas.get("/schedule/2026-03-05/").url == "/schedule/2026-03-02/"


@pytest.mark.parametrize("path", ["/schedule/2026-13-45/", "/schedule/soon/", "/runs/1/"])
def test_nonsense_addresses_are_404(anas, path):
    assert anas.get(path).status_code == 404


def test_the_first_and_last_days_of_the_calendar_are_no_error(anas):
    assert anas.get("/schedule/0001-01-01/").status_code in (200, 302, 404)
    assert anas.get("/schedule/9999-12-31/").status_code in (200, 302, 404)


def test_a_run_says_what_to_run_and_how(anas, run):
    page = anas.get(f"/runs/{run.pk}/").content.decode()
    for words in ("What to run", "you can talk in sentences", "Before you go", "Why this run", "Call me now"):
        assert words in page


@pytest.mark.parametrize("action", ["", "complete/", "skip/", "move/", "check-in/", "call-me/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_anas_run_is_not_bens(bens, run, action, method):
    answer = getattr(bens, method)(f"/runs/{run.pk}/{action}")
    assert answer.status_code in (404, 405)
    assert bens.post(f"/runs/{run.pk}/complete/").status_code == 404


def test_mark_complete_leads_to_the_check_in_and_home(anas, run):
    assert anas.post(f"/runs/{run.pk}/complete/").url == f"/runs/{run.pk}/check-in/"
    assert anas.post(f"/runs/{run.pk}/check-in/", CHECK_IN).url == "/"
    session = RunSession.objects.get()
    assert (session.difficulty_rating, session.energy_level, session.actual_distance) == (7, "high", 3.1)
    assert "7" in anas.get(f"/runs/{run.pk}/").content.decode()


def test_a_second_submit_changes_nothing(anas, run):
    for difficulty in ("7", "2"):
        anas.post(f"/runs/{run.pk}/check-in/", {**CHECK_IN, "difficulty": difficulty})
    assert RunSession.objects.get().difficulty_rating == 7
    assert anas.get(f"/runs/{run.pk}/check-in/").url == f"/runs/{run.pk}/"


def test_miles_are_stored_as_kilometres(anas, ana, run):
    ana.units = "mi"
    ana.save()
    anas.post(f"/runs/{run.pk}/check-in/", {**CHECK_IN, "distance": "2"})
    assert RunSession.objects.get().actual_distance == pytest.approx(3.219, abs=0.001)


def test_pain_asks_where(anas, run):
    page = anas.post(f"/runs/{run.pk}/check-in/", {**CHECK_IN, "pain": "on"})
    assert page.status_code == 422
    assert "Where does it hurt?" in page.content.decode()
    hurts = {"pain": "on", "pain_location": "knee", "pain_side": "left", "pain_severity": "4"}
    anas.post(f"/runs/{run.pk}/check-in/", {**CHECK_IN, **hurts})
    session = RunSession.objects.get()
    assert (session.pain_location, session.pain_side, session.pain_severity) == ("knee", "left", 4)


def test_a_place_without_pain_is_not_kept(anas, run):
    anas.post(f"/runs/{run.pk}/check-in/", {**CHECK_IN, "pain_location": "knee", "pain_severity": "3"})
    assert RunSession.objects.get().pain_location == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"difficulty": ""}, {"difficulty": "11"}, {"difficulty": "0"}, {"difficulty": "hard"}, {"distance": "1e9"},
        {"distance": "-1"}, {"distance": "nan"}, {"distance": "inf"}, {"minutes": "99999999999999999999"},
        {"minutes": "-1"}, {"notes": "x" * 10_000}, {"energy": "nuclear"}, {"pain": "on", "pain_location": "soul"},
        {"pain": "on", "pain_location": "knee", "pain_severity": "11"},
    ],
)  # fmt: skip
def test_nonsense_is_answered_at_the_field_and_nothing_typed_is_lost(anas, run, wrong):
    page = anas.post(f"/runs/{run.pk}/check-in/", {**CHECK_IN, **wrong})
    assert page.status_code == 422
    body = page.content.decode()
    assert "errorlist" in body
    if "notes" not in wrong:
        assert "Wind \U0001f32c" in body
    assert not RunSession.objects.exists()


def test_a_stale_page_is_told_the_run_is_done(anas, run, now):
    coaching.complete(run, now=now)
    answer = anas.post(f"/runs/{run.pk}/skip/", {"reason": "rain"}, follow=True)
    assert "already done" in answer.content.decode()
    answer = anas.post(f"/runs/{run.pk}/move/", {"on": "2026-03-04", "at": "07:00"})
    assert answer.status_code == 422
    assert "already done" in answer.content.decode()


def test_skip_wants_a_reason_finds_another_day_and_makes_a_task(anas, ana, run):
    assert anas.post(f"/runs/{run.pk}/skip/", {"reason": ""}).status_code == 422
    anas.post(f"/runs/{run.pk}/skip/", {"reason": "Late meeting"})
    run.refresh_from_db()
    assert (run.status, run.skip_reason) == ("rescheduled", "Late meeting")
    task = ana.tasks.get()
    assert task.due_date < run.scheduled_on


def test_move_offers_free_days_only(anas, run):
    page = anas.get(f"/runs/{run.pk}/move/").content.decode()
    assert 'value="2026-03-04"' in page
    # The other run of the week, and the run's own day.
    assert 'name="on" value="2026-03-07"' not in page
    assert 'type="hidden" name="on" value="2026-03-03"' not in page
    assert anas.post(f"/runs/{run.pk}/move/", {"on": "2026-03-04", "at": "18:30"}).status_code == 302
    run.refresh_from_db()
    assert (str(run.scheduled_on), str(run.start_time)) == ("2026-03-04", "18:30:00")


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ({"on": "2026-03-07", "at": "07:00"}, "already a run"),
        ({"on": "2020-01-01", "at": "07:00"}, "has passed"),
        ({"on": "", "at": ""}, "Choose a day"),
        ({"on": "9999-12-31", "at": "07:00"}, "four weeks"),
        ({"on": "0001-01-01", "at": "07:00"}, "has passed"),
        ({"on": "tomorrow", "at": "late"}, "calendar"),
    ],
)
def test_a_move_that_cannot_be_is_answered_at_the_field(anas, run, to, words):
    page = anas.post(f"/runs/{run.pk}/move/", to)
    assert page.status_code == 422
    assert words in page.content.decode()


def test_call_me_now_plans_one_call(anas, ana, run):
    anas.post(f"/runs/{run.pk}/call-me/")
    anas.post(f"/runs/{run.pk}/call-me/")
    assert ana.calls.filter(kind="call_me").count() == 1


def test_an_adjustment_shows_before_after_and_evidence(anas, ana, now):
    row = adjusted(ana, now)
    page = anas.get(f"/adjustments/{row.pk}/").content.decode()
    for words in ("What changed", "Rest day", "It rests on", "Undo"):
        assert words in page
    assert row.reason in anas.get("/adjustments/").content.decode()


def test_undo_restores_and_says_so(anas, ana, now):
    row = adjusted(ana, now)
    answer = anas.post(f"/adjustments/{row.pk}/undo/", follow=True)
    assert "as they were" in answer.content.decode()
    for change in row.changes:
        assert ana.runs.get(pk=change["run_id"]).snapshot() == change["before"]
    assert anas.post(f"/adjustments/{row.pk}/undo/").status_code == 302


def test_anas_adjustment_is_not_bens(bens, ana, now):
    row = adjusted(ana, now)
    assert bens.get(f"/adjustments/{row.pk}/").status_code == 404
    assert bens.post(f"/adjustments/{row.pk}/undo/").status_code == 404


@pytest.mark.parametrize("action", ["complete", "call-me"])
def test_nothing_changes_by_get(anas, run, action):
    assert anas.get(f"/runs/{run.pk}/{action}/").status_code == 405


def test_a_run_page_asks_little_of_the_database(anas, run, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        anas.get(f"/runs/{run.pk}/")


def test_a_run_done_early_counts_at_once(anas, run, now):
    anas.post(f"/runs/{run.pk}/check-in/", CHECK_IN)
    assert RunSession.objects.get().completed_date == now
    assert (
        "You ran" in anas.get("/progress/").content.decode() or "on its way" in anas.get("/progress/").content.decode()
    )


def test_missed_runs_are_found_by_the_clock(ana, run, clock, now):
    from runs import jobs

    clock.move_to(now + timedelta(days=2))
    jobs.miss_passed()
    run.refresh_from_db()
    assert run.status == "missed"
