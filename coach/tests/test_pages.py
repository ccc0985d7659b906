from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from coach import coaching, demo
from coach.models import Notice
from coach.records import Feedback
from conftest import signed_in
from runs import jobs

pytestmark = pytest.mark.django_db

PAGES = (
    "/",
    "/schedule/",
    "/schedule/plan/",
    "/schedule/month/",
    "/goal/",
    "/talk/",
    "/progress/",
    "/more/",
    "/settings/",
    "/tasks/",
    "/calls/",
    "/adjustments/",
)


@pytest.fixture
def year(make_runner):
    """A runner with a long plan and the whole of it in the calendar."""
    at = timezone.now()
    return make_runner(
        "year@example.com", at=at, weekly_frequency=5, fitness_level="advanced",
        target_race="marathon", target_date=at.date() + timedelta(weeks=50),
    )  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_a_stranger_to_the_house_is_asked_to_sign_in(path):
    answer = Client().get(path)
    assert answer.status_code == 200 if path == "/" else answer.url.startswith("/account/login/")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_for_a_new_runner(anas, clock, path):
    assert anas.get(path).status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_no_page_asks_more_of_the_database_for_more_runs(make_runner, year, django_assert_max_num_queries, path):
    """B7: at most seven, session and user included."""
    signed_in(year).get(path)
    browser = signed_in(year)
    with django_assert_max_num_queries(7):
        assert browser.get(path).status_code == 200


def test_home_shows_the_next_run_and_when(anas, clock, now):
    page = anas.get("/").content.decode()
    assert "Tomorrow at 7:00" in page
    assert "Mon 2 March" in page
    clock.move_to(now + timedelta(hours=23, minutes=48))
    assert "In 12 minutes" in anas.get("/").content.decode()


def test_home_offers_to_mark_todays_run_complete(anas, ana, clock, now):
    clock.move_to(now + timedelta(days=1))
    assert f"/runs/{ana.runs.first().pk}/complete/" in anas.get("/").content.decode()


def test_home_asks_about_yesterdays_run(anas, clock, now):
    clock.move_to(now + timedelta(days=2))
    jobs.miss_passed()
    assert "Did you run it?" in anas.get("/").content.decode()


def test_home_asks_about_a_run_ticked_off_without_a_word(anas, ana, clock, now):
    clock.move_to(now + timedelta(days=1, hours=2))
    coaching.complete(ana.runs.first(), now=now + timedelta(days=1, hours=2))
    assert "Tell how it went" in anas.get("/").content.decode()


def test_home_shows_an_adjustment_until_it_is_seen(anas, ana, clock, now):
    first, second, *_ = ana.runs.all()
    coaching.check_in(first, Feedback(difficulty=9), now=now)
    coaching.check_in(second, Feedback(difficulty=9), now=now)
    page = anas.get("/").content.decode()
    assert "Your coach adjusted your schedule" in page
    assert "You rated the last two runs 9." in page
    notice = ana.notices.get()
    answer = anas.post(f"/notices/{notice.pk}/seen/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.content) == (200, b"")
    page = anas.get("/").content.decode()
    assert "Your coach adjusted" not in page
    assert "Latest schedule change" in page


def test_a_notice_of_anas_is_not_bens(bens, ana, now):
    notice = Notice.objects.create(user=ana, kind="safety", title="x", created_at=now)
    assert bens.post(f"/notices/{notice.pk}/seen/").status_code == 404


def test_a_doctors_clearance_brings_the_calls_back(anas, ana, now, clock):
    coaching.suspend(ana, now=now)
    assert "paused until a doctor" in anas.get("/").content.decode()
    assert "Mark complete" not in anas.get(f"/runs/{ana.runs.first().pk}/").content.decode()
    assert anas.post(f"/notices/{ana.notices.get().pk}/seen/").status_code == 404
    assert anas.post("/clearance/").url == "/"
    ana.refresh_from_db()
    assert ana.suspended_at is None


def test_settings_change_the_zone_and_the_units_and_leave_the_calls(anas, ana, clock):
    form = {"name": "Ana", "time_zone": "Asia/Tokyo", "units": "mi", "phone_number": ""}
    assert anas.post("/settings/", form).status_code == 302
    ana.refresh_from_db()
    assert (str(ana.time_zone), ana.units, ana.wants_calls) == ("Asia/Tokyo", "mi", True)
    assert "1.9" in anas.get("/").content.decode()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"name": ""}, "required"),
        ({"time_zone": "Mars"}, "valid choice"),
        ({"phone_number": "call me maybe"}, "country code"),
        ({"name": "x" * 10_000}, "80 characters"),
    ],
)
def test_wrong_settings_are_answered_at_the_field(anas, ana, clock, wrong, words):
    form = {"name": "Ana", "time_zone": "Asia/Tokyo", "units": "mi", "phone_number": "", **wrong}
    page = anas.post("/settings/", form)
    assert page.status_code == 422
    assert words in page.content.decode()
    ana.refresh_from_db()
    assert ana.units == "km"


def test_another_number_must_be_verified_anew(anas, ana, clock, now):
    ana.phone_number, ana.phone_verified_at = "+4915112345678", now
    ana.save()
    form = {"name": "Ana", "time_zone": "Europe/Berlin", "units": "km", "phone_number": "+4915112345679"}
    anas.post("/settings/", form)
    ana.refresh_from_db()
    assert ana.phone_verified_at is None


def test_the_demo_has_something_on_every_page():
    ana = demo.create(timezone.now())
    browser = signed_in(ana)
    for path in PAGES:
        assert browser.get(path).status_code == 200
    assert ana.sessions.count() > 20
    assert ana.adjustments.filter(rule="too_hard").count() == 1
    assert {"completed", "no_answer"} <= set(ana.calls.values_list("status", flat=True))
    assert demo.is_fresh(timezone.now())
    assert "Your coach adjusted your schedule" in browser.get("/").content.decode()


def test_the_demo_door_is_shut_unless_it_was_opened(settings):
    demo.create(timezone.now())
    assert Client().get("/demo/").status_code == 404
    settings.DEMO = True
    browser = Client()
    assert browser.get("/demo/").url == "/"
    assert "Hello Ana" in browser.get("/").content.decode()


def test_every_page_carries_a_strict_policy(anas, clock):
    policy = anas.get("/")["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


def test_a_lost_page_is_said_kindly(anas):
    answer = anas.get("/nowhere/")
    assert answer.status_code == 404
    assert b"Nothing at this address" in answer.content


def test_the_admin_lists_every_model(admin_client):
    from django.contrib import admin

    ours = [
        model
        for model in admin.site._registry
        if model._meta.app_label in ("coach", "runs", "tasks", "calls", "sandbox")
    ]
    assert len(ours) >= 16
    demo.create(timezone.now())
    for model in ours:
        path = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        assert admin_client.get(path).status_code == 200
