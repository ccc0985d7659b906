import pytest

from coach import coaching

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_shows_every_week_of_the_plan(anas):
    page = anas.get("/schedule/plan/").content.decode()
    assert all(f"Week {number}" in page for number in range(1, 9))
    assert "lighter on purpose" in page
    assert "Week 1: base." in page


def test_it_counts_what_was_run(anas, run, now):
    coaching.complete(run, now=now)
    assert "3 km done" in anas.get("/schedule/plan/").content.decode()


def test_it_asks_the_same_of_the_database_however_long(anas, django_assert_num_queries):
    with django_assert_num_queries(4):
        anas.get("/schedule/plan/")


def test_it_says_that_a_goal_was_insisted_on(make_runner, client, now):
    user = make_runner("cleo@example.com", target_race="marathon", target_date=now.date().replace(month=4))
    client.force_login(user)
    assert "more time" in client.get("/schedule/plan/").content.decode()


def test_it_is_in_miles_for_who_thinks_in_miles(anas, ana, now):
    coaching.change_profile(ana, {"units": "mi"}, now=now)
    page = anas.get("/schedule/plan/").content.decode()
    assert "4.3 mi" in page
    assert " km</b>" not in page
    assert " km</text>" not in page


def test_strangers_have_their_own(bens, ana):
    ana.goals.update(goal_text="Ana's secret goal")
    assert "secret" not in bens.get("/schedule/plan/").content.decode()


def test_it_wants_somebody_signed_in(client):
    assert client.get("/schedule/plan/").url.startswith("/account/login/")
