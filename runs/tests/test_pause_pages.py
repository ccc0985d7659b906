"""Pauses: begun, seen in the calendar, ended."""

from datetime import date, timedelta

import pytest

from coach import coaching
from conftest import signed_in
from runs.models import Pause
from runs.tests.pages import BOOSTED, body

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
HOLIDAY = {"kind": "holiday", "starts_on": "2026-03-03", "ends_on": "2026-03-10"}


@pytest.fixture
def paused(ana, now):
    return coaching.pause(ana, kind="holiday", starts_on=date(2026, 3, 3), ends_on=date(2026, 3, 10), now=now)


def test_the_page_says_what_a_pause_is_and_starts_today(anas):
    page = body(anas.get("/pauses/"))
    assert "no runs, no calls, nothing missed" in page
    assert 'value="2026-03-02"' in page
    assert "Until a doctor says so" not in page


def test_the_first_day_can_come_with_the_address(anas):
    assert 'value="2026-03-05"' in body(anas.get("/pauses/?from=2026-03-05"))


@pytest.mark.parametrize("junk", ["junk", "9999-12-31", "0001-01-01", "x" * 500, "2026-02-30", "<script>", "%00"])
def test_junk_in_the_address_is_no_error(anas, junk):
    answer = anas.get(f"/pauses/?from={junk}")
    assert answer.status_code == 200
    assert "<script>" not in body(answer).replace("<script ", "")


@pytest.mark.parametrize("headers", [{}, BOOSTED], ids=["page", "boosted"])
def test_a_pause_begins_and_its_runs_are_rest_days(anas, ana, headers):
    answer = anas.post("/pauses/", HOLIDAY, headers=headers)
    assert answer.url == "/pauses/"
    page = body(anas.get(answer.url))
    assert "Planned: a pause from Tue 3 March to Tue 10 March." in page
    assert "last day off Tue 10 March" in page
    away = ana.runs.filter(scheduled_on__range=("2026-03-03", "2026-03-10"))
    assert set(away.values_list("status", flat=True)) == {"rest"}


def test_sent_twice_it_is_one_pause(anas, ana):
    for _ in range(2):
        assert anas.post("/pauses/", HOLIDAY).status_code == 302
    assert ana.pauses.count() == 1
    assert ana.adjustments.count() == 1


def test_it_may_last_until_the_runner_is_back(anas, ana):
    page = body(anas.post("/pauses/", {**HOLIDAY, "ends_on": ""}, follow=True))
    assert "Tell me when you are back" in page
    assert "until you are back" in page
    assert ana.pauses.get().ends_on is None


@pytest.mark.parametrize("kind", ["illness", "injury"])
def test_who_was_ill_may_say_so_later(anas, ana, clock, kind):
    clock.move_to("2026-03-09T08:00:00Z")
    coaching.miss(ana.runs.order_by("scheduled_on").first(), now=ana.date_joined)
    sick = {"kind": kind, "starts_on": "2026-03-03", "ends_on": "2026-03-07"}
    page = body(anas.post("/pauses/", sick, follow=True))
    assert "Earlier" in page
    assert "Tue 3 March – Sat 7 March" in page
    assert set(ana.runs.filter(scheduled_on__lt="2026-03-08").values_list("status", flat=True)) == {"rest"}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"kind": ""}, "Choose one."),
        ({"kind": "party"}, "Choose one of these."),
        ({"kind": "medical"}, "Choose one of these."),
        ({"starts_on": ""}, "Choose the first day."),
        ({"starts_on": "soon"}, "Choose a day from the calendar."),
        ({"starts_on": "0001-01-01"}, "more than a year"),
        ({"starts_on": "2026-02-15"}, "more than two weeks ago"),
        ({"starts_on": "9999-12-31"}, "It ends before it begins."),
        ({"starts_on": "9999-12-31", "ends_on": "9999-12-31"}, "more than a year ahead"),
        ({"starts_on": "9999-12-31", "ends_on": ""}, "more than a year ahead"),
        ({"starts_on": "0001-01-01", "ends_on": ""}, "more than two weeks ago"),
        ({"ends_on": "2026-03-02"}, "It ends before it begins."),
        ({"ends_on": "9999-12-31"}, "more than a year"),
        ({"ends_on": "0001-01-01"}, "It ends before it begins."),
        ({"ends_on": "never"}, "Choose a day from the calendar."),
    ],
)
def test_days_that_cannot_be_are_answered_at_the_field(anas, ana, wrong, words):
    answer = anas.post("/pauses/", {**HOLIDAY, **wrong})
    assert answer.status_code == 422
    assert words in body(answer)
    assert not ana.pauses.exists()


@pytest.mark.parametrize(
    "days",
    [("2026-03-10", "2026-03-20"), ("2026-03-01", "2026-03-03"), ("2026-03-04", "2026-03-05"), ("2026-03-01", "")],
)
def test_two_pauses_share_no_day(anas, ana, paused, days):
    starts_on, ends_on = days
    answer = anas.post("/pauses/", {"kind": "illness", "starts_on": starts_on, "ends_on": ends_on})
    assert answer.status_code == 422
    assert "a pause already" in body(answer)
    assert ana.pauses.get() == paused


def test_nothing_typed_is_lost(anas):
    page = body(anas.post("/pauses/", {"kind": "injury", "starts_on": "2026-03-09", "ends_on": "2026-03-05"}))
    assert 'value="2026-03-09"' in page
    assert 'value="2026-03-05"' in page
    assert "checked" in page


@pytest.mark.parametrize("path", ["/schedule/", "/schedule/month/2026-03/"])
def test_the_calendar_shows_it(anas, paused, path):
    assert "Holiday" in body(anas.get(path))
    assert "is-paused" in body(anas.get(path))


def test_the_plan_says_so_on_home(anas, ana, paused):
    row = ana.adjustments.get()
    page = body(anas.get("/"))
    assert row.reason in page
    assert f"/adjustments/{row.pk}/" in page


def test_a_race_in_these_days_is_asked_about_and_yes_pauses(make_runner):
    eve = make_runner("eve@example.com", target_race="5k", target_date=date(2026, 5, 10))
    client, away = signed_in(eve), {"kind": "illness", "starts_on": "2026-05-07", "ends_on": "2026-05-12"}
    asked = client.post("/pauses/", away)
    assert asked.status_code == 422
    assert "Your race on Sun 10 May lies in these days." in body(asked)
    assert 'name="starts_on" value="2026-05-07"' in body(asked)
    assert not eve.pauses.exists()
    assert client.post("/pauses/", {**away, "accepting": "yes"}).status_code == 302
    assert eve.pauses.count() == 1


def test_its_change_is_ended_with_it_and_not_undone(anas, ana, paused):
    row = ana.adjustments.get()
    page = body(anas.get(f"/adjustments/{row.pk}/"))
    assert "It goes when you end the pause." in page
    assert "undo/" not in page
    assert "End the pause instead." in body(anas.post(f"/adjustments/{row.pk}/undo/", follow=True))


# --- the way back


@pytest.mark.parametrize("headers", [{}, BOOSTED], ids=["page", "boosted"])
def test_the_runner_is_back(anas, ana, paused, clock, headers):
    clock.move_to("2026-03-06T08:00:00Z")
    answer = anas.post(f"/pauses/{paused.pk}/resume/", headers=headers)
    assert answer.url == "/"
    assert "Good to have you back." in body(anas.get("/"))
    paused.refresh_from_db()
    assert paused.ends_on == date(2026, 3, 5)
    assert ana.runs.get(scheduled_on="2026-03-07").status == "scheduled"


def test_back_twice_is_back_once(anas, ana, paused, clock):
    clock.move_to("2026-03-06T08:00:00Z")
    anas.post(f"/pauses/{paused.pk}/resume/")
    runs = list(ana.runs.values())
    anas.post(f"/pauses/{paused.pk}/resume/")
    assert list(ana.runs.values()) == runs


def test_a_pause_that_has_not_begun_is_not_needed(anas, ana, now, clock):
    before = [run.snapshot() for run in ana.runs.all()]
    paused = coaching.pause(ana, kind="holiday", starts_on=date(2026, 3, 9), ends_on=date(2026, 3, 20), now=now)
    assert "I don't need it" in body(anas.get("/pauses/"))
    assert "Your plan is as it was." in body(anas.post(f"/pauses/{paused.pk}/resume/", follow=True))
    assert not Pause.objects.exists()
    assert [run.snapshot() for run in ana.runs.all()] == before


def test_a_pause_that_is_gone_is_404(anas, paused):
    anas.post(f"/pauses/{paused.pk}/resume/")
    assert anas.post(f"/pauses/{paused.pk}/resume/").status_code == 404


def test_bens_hands_are_off_anas_pause(bens, paused):
    assert bens.post(f"/pauses/{paused.pk}/resume/").status_code == 404
    assert "Holiday</h2>" not in body(bens.get("/pauses/"))


def test_a_pause_changes_nothing_by_get(anas, paused):
    assert anas.get(f"/pauses/{paused.pk}/resume/").status_code == 405


@pytest.mark.parametrize("more", [0, 18])
def test_pages_with_pauses_ask_the_same_of_the_database(anas, paused, more, django_assert_max_num_queries):
    for week in range(more):
        day = date(2027, 1, 4) + timedelta(weeks=week)
        paused.user.pauses.create(kind="holiday", starts_on=day, ends_on=day, created_at=paused.created_at)
    for path in ("/pauses/", "/schedule/", "/schedule/month/", "/"):
        with django_assert_max_num_queries(7):
            assert anas.get(path).status_code == 200
