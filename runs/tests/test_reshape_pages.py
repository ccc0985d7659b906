"""What a runner asks of the plan: an easier week, the same again, a shorter run, two that change places."""

from datetime import date, timedelta

import pytest

from coach import coaching
from conftest import signed_in
from runs.tests.events import in_order
from runs.tests.pages import BOOSTED, body

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
BOTH = pytest.mark.parametrize("headers", [{}, BOOSTED], ids=["page", "boosted"])


def km_of(user, monday):
    return sum(run.distance for run in user.runs.between(monday, monday + timedelta(days=6)))


@pytest.fixture
def other(ana):
    return in_order(ana)[1]


# --- a week


@BOTH
def test_a_week_is_eased_and_the_way_back_is_on_the_page(anas, ana, headers):
    answer = anas.post("/schedule/2026-03-09/easier/", headers=headers)
    row = ana.adjustments.get()
    assert answer.url == f"/adjustments/{row.pk}/"
    page = body(anas.get(answer.url))
    assert "You asked for an easier week: from Mon 9 March to Sunday" in page
    assert "by you" in page
    assert f"/adjustments/{row.pk}/undo/" in page
    assert km_of(ana, date(2026, 3, 9)) < 9


def test_any_day_of_a_week_eases_it(anas, ana):
    anas.post("/schedule/2026-03-12/easier/")
    assert km_of(ana, date(2026, 3, 9)) < 9
    assert km_of(ana, date(2026, 3, 16)) == 10


@pytest.mark.parametrize("day", ["2026-02-23", "2000-01-03", "2100-12-31"])
def test_a_week_without_runs_is_not_eased(anas, ana, day):
    answer = anas.post(f"/schedule/{day}/easier/", follow=True)
    assert answer.status_code == 200
    assert "Nothing of that week is left to run." in body(answer)
    assert not ana.adjustments.exists()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-13-01", "soon"])
def test_a_week_that_is_none_is_404(anas, day):
    assert anas.post(f"/schedule/{day}/easier/").status_code == 404


@BOTH
def test_a_week_is_repeated(anas, ana, headers):
    answer = anas.post("/schedule/repeat/", headers=headers)
    page = body(anas.get(answer.url))
    assert "You asked to repeat this week" in page
    assert km_of(ana, date(2026, 3, 9)) == km_of(ana, date(2026, 3, 2)) == 7


def test_a_week_repeated_twice_is_repeated_once(anas, ana):
    anas.post("/schedule/repeat/")
    page = body(anas.post("/schedule/repeat/", follow=True))
    assert "no harder than this one already" in page
    assert ana.adjustments.count() == 1


def test_the_week_offers_what_fits_it(anas, ana):
    this, following, past = (body(anas.get(f"/schedule/{day}/")) for day in ("2026-03-02", "2026-03-09", "2026-02-23"))
    assert "/schedule/2026-03-02/easier/" in this
    assert "/schedule/repeat/" in this
    assert "/schedule/2026-03-09/easier/" in following
    assert "/schedule/repeat/" not in following
    assert "easier/" not in past


# --- a shorter run


def test_three_quarters_are_suggested(anas, other):
    page = body(anas.get(f"/runs/{other.pk}/shorten/"))
    assert 'value="3.0"' in page
    assert "4 km easy run" in page


@BOTH
def test_a_run_is_shortened(anas, ana, other, headers):
    answer = anas.post(f"/runs/{other.pk}/shorten/", {"distance": "2.5"}, headers=headers)
    page = body(anas.get(answer.url))
    assert "You shortened Saturday&#x27;s 4 km easy run" in page
    other.refresh_from_db()
    assert other.distance == 2.5
    anas.post(f"{answer.url}undo/")
    other.refresh_from_db()
    assert other.distance == 4


def test_miles_are_miles(anas, ana, other):
    ana.units = "mi"
    ana.save()
    assert "How far instead, mi?" in body(anas.get(f"/runs/{other.pk}/shorten/"))
    anas.post(f"/runs/{other.pk}/shorten/", {"distance": "2"})
    other.refresh_from_db()
    assert other.distance == pytest.approx(3.2, abs=0.05)


@pytest.mark.parametrize(
    ("distance", "words"),
    [
        ("", "How far would fit?"), ("far", "Write it as a number"), ("nan", "Write it as a number"), ("0", "hardly"),
        ("-2", "hardly"), ("0.6", "hardly a run"), ("4", "not shorter"), ("9", "not shorter"), ("1e9", "further than"),
    ],
)  # fmt: skip
def test_what_is_no_shorter_run_is_answered_at_the_field(anas, other, distance, words):
    answer = anas.post(f"/runs/{other.pk}/shorten/", {"distance": distance})
    assert answer.status_code == 422
    assert words in body(answer)
    other.refresh_from_db()
    assert other.distance == 4


# --- two that change places


def test_runs_near_it_are_offered(anas, ana, run, other):
    page = body(anas.get(f"/runs/{run.pk}/swap/"))
    assert f'value="{other.pk}"' in page
    assert f'name="other" value="{run.pk}"' not in page
    assert "Sat 7 March, 7:00<small>4 km easy run</small>" in page


@BOTH
def test_two_runs_change_places(anas, ana, run, other, headers):
    answer = anas.post(f"/runs/{run.pk}/swap/", {"other": other.pk}, headers=headers)
    assert "You swapped Tuesday&#x27;s 3 km easy run and Saturday&#x27;s 4 km easy run." in body(anas.get(answer.url))
    run.refresh_from_db()
    other.refresh_from_db()
    assert (run.scheduled_on, other.scheduled_on) == (date(2026, 3, 7), date(2026, 3, 3))
    anas.post(f"{answer.url}undo/")
    run.refresh_from_db()
    other.refresh_from_db()
    assert (run.scheduled_on, other.scheduled_on) == (date(2026, 3, 3), date(2026, 3, 7))


def test_a_day_that_cannot_take_it_says_why(anas, ana, run, other, now):
    coaching.pause(ana, kind="holiday", starts_on=date(2026, 3, 9), ends_on=date(2026, 3, 9), now=now)
    ana.runs.filter(pk=other.pk).update(scheduled_on="2026-03-09")
    answer = anas.post(f"/runs/{run.pk}/swap/", {"other": other.pk})
    assert answer.status_code == 422
    assert "That day lies in your pause." in body(answer)
    run.refresh_from_db()
    assert run.scheduled_on == date(2026, 3, 3)


def test_a_day_that_is_not_theirs_is_asked_about_and_yes_swaps(make_runner, now):
    eve = make_runner("eve@example.com", available_days=["tue", "sat"], long_run_day="sat")
    one, two = in_order(eve)[:2]
    eve.runs.filter(pk=two.pk).update(run_type="long")
    client = signed_in(eve)
    asked = client.post(f"/runs/{one.pk}/swap/", {"other": two.pk})
    assert asked.status_code == 422
    assert "You asked for your long run on Saturdays." in body(asked)
    assert "Swap anyway" in body(asked)
    assert in_order(eve)[0] == one
    yes = client.post(f"/runs/{one.pk}/swap/", {"other": two.pk, "accepting": "yes"})
    assert yes.status_code == 302
    assert in_order(eve)[0] == two


@pytest.mark.parametrize("nonsense", ["", "x", "\x00", "00000000-0000-0000-0000-000000000000", "x" * 500])
def test_a_run_that_is_none_is_404(anas, run, nonsense):
    assert anas.post(f"/runs/{run.pk}/swap/", {"other": nonsense}).status_code == 404


def test_bens_run_is_not_swapped_with_anas(anas, run, ben):
    assert anas.post(f"/runs/{run.pk}/swap/", {"other": in_order(ben)[0].pk}).status_code == 404


def test_a_run_is_not_swapped_with_itself(anas, run):
    answer = anas.post(f"/runs/{run.pk}/swap/", {"other": run.pk})
    assert answer.status_code == 422
    assert "on the same day already" in body(answer)


def test_a_done_run_stays_where_it_was(anas, run, other, now):
    coaching.complete(other, now=now)
    answer = anas.post(f"/runs/{run.pk}/swap/", {"other": other.pk})
    assert answer.status_code == 422
    assert "already done" in body(answer)


@pytest.mark.parametrize("action", ["shorten", "swap"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_run_done_meanwhile_leads_to_its_page(anas, run, now, action, method):
    coaching.complete(run, now=now)
    answer = getattr(anas, method)(f"/runs/{run.pk}/{action}/", follow=True)
    assert "This run is already done." in body(answer)


@pytest.mark.parametrize("action", ["shorten", "swap"])
def test_while_a_doctor_is_awaited_nothing_is_reshaped(anas, ana, now, action):
    run, other, *_ = in_order(ana)
    coaching.suspend(ana, now=now)
    answer = anas.post(f"/runs/{run.pk}/{action}/", {"other": other.pk, "distance": "2"}, follow=True)
    assert "until a doctor has cleared you" in body(answer)
    assert not ana.adjustments.exists()


@pytest.mark.parametrize("path", ["/schedule/2026-03-09/easier/", "/schedule/repeat/"])
def test_while_a_doctor_is_awaited_no_week_is(anas, ana, now, path):
    coaching.suspend(ana, now=now)
    assert "until a doctor has cleared you" in body(anas.post(path, follow=True))
    assert not ana.adjustments.exists()


@pytest.mark.parametrize("path", ["/runs/{}/shorten/", "/runs/{}/swap/", "/runs/{}/"])
def test_the_pages_ask_little_of_the_database(anas, run, path, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        assert anas.get(path.format(run.pk)).status_code == 200
