"""Who may open the pages of changes, and how."""

from datetime import date

import pytest
from django.test import Client

from coach import coaching
from conftest import signed_in
from runs.tests.events import in_order, run_it, two_nines

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
OF_A_ROW = ("/adjustments/{adjustment}/",)
ONLY_POSTED = (
    "/adjustments/{adjustment}/undo/",
    "/adjustments/{adjustment}/accept/",
    "/adjustments/{adjustment}/decline/",
    "/pauses/{pause}/resume/",
)
FORMS = ("/runs/{pending}/shorten/", "/runs/{pending}/swap/", "/runs/{done}/correct/")
OF_NO_ROW = ("/adjustments/", "/pauses/", "/runs/add/", "/safety/")
POSTED_OF_NO_ROW = ("/schedule/2026-03-09/easier/", "/schedule/repeat/", "/clearance/")
NOBODYS = "00000000-0000-0000-0000-000000000000"


@pytest.fixture
def rows(ana, now):
    """Something of Ana's for each kind of address."""
    pause = coaching.pause(ana, kind="holiday", starts_on=date(2026, 5, 4), ends_on=date(2026, 5, 4), now=now)
    adjustment = two_nines(ana)
    return {
        "adjustment": adjustment.pk,
        "pause": pause.pk,
        "pending": ana.runs.pending().first().pk,
        "done": in_order(ana)[0].pk,
    }


@pytest.mark.parametrize("path", OF_A_ROW + FORMS)
def test_anas_is_not_bens_to_see(bens, rows, path):
    assert bens.get(path.format(**rows)).status_code == 404


@pytest.mark.parametrize("path", ONLY_POSTED + FORMS)
def test_anas_is_not_bens_to_change(bens, ana, rows, path):
    before = list(ana.runs.values()), list(ana.adjustments.values()), list(ana.pauses.values())
    sent = {"distance": "2", "other": rows["done"], "difficulty": "1", "accepting": "yes"}
    assert bens.post(path.format(**rows), sent).status_code == 404
    assert before == (list(ana.runs.values()), list(ana.adjustments.values()), list(ana.pauses.values()))


@pytest.mark.parametrize("path", ONLY_POSTED + POSTED_OF_NO_ROW)
def test_nothing_changes_by_get(anas, ana, rows, path):
    before = list(ana.runs.values()), list(ana.adjustments.values())
    assert anas.get(path.format(**rows)).status_code == 405
    assert before == (list(ana.runs.values()), list(ana.adjustments.values()))


@pytest.mark.parametrize("path", [*OF_A_ROW, "/adjustments/", "/safety/"])
def test_a_page_to_read_is_not_posted_to(anas, rows, path):
    assert anas.post(path.format(**rows)).status_code == 405


@pytest.mark.parametrize("path", OF_A_ROW + FORMS + ONLY_POSTED)
def test_what_nobody_has_is_404(anas, ana, path):
    nothing = dict.fromkeys(("adjustment", "pause", "pending", "done"), NOBODYS)
    send = anas.post if path in ONLY_POSTED else anas.get
    assert send(path.format(**nothing)).status_code == 404


@pytest.mark.parametrize("path", OF_A_ROW + FORMS + OF_NO_ROW)
def test_a_stranger_to_the_house_is_asked_to_sign_in(rows, path):
    assert Client().get(path.format(**rows)).url.startswith("/account/login/")


@pytest.mark.parametrize("path", ONLY_POSTED + FORMS + POSTED_OF_NO_ROW + ("/pauses/", "/runs/add/"))
def test_nor_may_a_stranger_to_the_house_change_anything(rows, path):
    assert Client().post(path.format(**rows)).url.startswith("/account/login/")


@pytest.mark.parametrize("path", ONLY_POSTED + FORMS + POSTED_OF_NO_ROW + ("/pauses/", "/runs/add/"))
def test_another_house_cannot_post_for_ana(ana, rows, path):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ana)
    assert browser.post(path.format(**rows)).status_code == 403


@pytest.mark.parametrize("path", OF_NO_ROW)
def test_who_has_no_goal_is_led_to_the_questions(django_user_model, path):
    new = django_user_model.objects.create_user("new@example.com", "correct horse")
    assert signed_in(new).get(path).url == "/start/"


@pytest.mark.parametrize("path", OF_A_ROW + FORMS + OF_NO_ROW[:-1])
def test_a_page_opened_by_a_link_of_htmx_is_whole(anas, rows, path):
    answer = anas.get(path.format(**rows), headers={"HX-Request": "true", "HX-Boosted": "true"})
    assert answer.status_code == 200
    assert "<html" in answer.content.decode()


def test_a_goal_that_has_ended_takes_its_changes_along(anas, ana, rows, now):
    ana.goals.update(ended_at=now)
    from coach import goals

    setup = goals.Setup(goal_text="10K", weekly_frequency=2, fitness_level="beginner")
    coaching.start_goal(ana, setup, concerns=(), now=now)
    for verb in ("undo", "accept", "decline"):
        answer = anas.post(f"/adjustments/{rows['adjustment']}/{verb}/", follow=True)
        assert "for a goal that has ended" in answer.content.decode()


def test_a_session_of_a_goal_that_has_ended_may_be_told_anew(anas, ana, now):
    from coach import goals

    first = in_order(ana)[0]
    run_it(first)
    setup = goals.Setup(goal_text="10K", weekly_frequency=2, fitness_level="beginner")
    coaching.start_goal(ana, setup, concerns=(), now=now)
    assert anas.post(f"/runs/{first.pk}/correct/", {"difficulty": "9"}).status_code == 302
    first.run_session.refresh_from_db()
    assert first.run_session.difficulty_rating == 9
