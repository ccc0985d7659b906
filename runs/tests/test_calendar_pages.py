"""The month, the week, and a run carried across them."""

import pytest

from coach import coaching
from runs.tests.pages import body

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def ana(make_runner):
    return make_runner("ana@example.com", available_days=["tue", "fri", "sat"])


def put(client, run, on, *, shown="2026-03", headers=None, **more):
    fields = {"on": on, "at": "07:00", "shown": shown, **more}
    return client.post(f"/runs/{run.pk}/move/", fields, headers=headers or {})


def in_region(shown):
    return {**HTMX, "HX-Target": "month" if len(shown) == 7 else "week"}


def day_of(run):
    run.refresh_from_db()
    return run.scheduled_on.isoformat()


# --- the month


def test_the_month_shows_its_weeks_with_their_runs(anas):
    page = body(anas.get("/schedule/month/2026-03/"))
    assert page.count('class="month-week ') + page.count('class="month-week"') == 6
    assert page.count("data-run=") == 10
    assert "Tue 3 March: 3 km easy run, scheduled" in page
    assert "/schedule/month/2026-02/" in page
    assert "/schedule/month/2026-04/" in page


def test_without_an_address_it_is_this_month(anas):
    page = body(anas.get("/schedule/month/"))
    assert "March" in page
    assert "is-today" in page


def test_distances_are_in_the_runners_units(anas, ana):
    ana.units = "mi"
    ana.save()
    assert "1.9<small> mi</small>" in body(anas.get("/schedule/month/2026-03/"))


def test_what_became_of_a_run_is_said_in_words(anas, ana, run, now):
    first, second, third, *_ = ana.runs.order_by("scheduled_on")
    coaching.complete(first, now=now)
    coaching.skip(second, reason="rain", now=now)
    ana.runs.filter(pk=third.pk).update(status="rest")
    page = body(anas.get("/schedule/month/2026-03/"))
    for words in ("easy run, done", "easy run, skipped", "easy run, rest day", "chip-completed", "chip-skipped"):
        assert words in page


@pytest.mark.parametrize(
    "path",
    ["2026-13/", "2026-00/", "1999-12/", "9999-12/", "0001-01/", "soon/", "2026-3/", "2026-03-01/"],
)
def test_a_month_that_is_none_is_not_found(anas, path):
    assert anas.get(f"/schedule/month/{path}").status_code == 404


@pytest.mark.parametrize("path", ["2000-01/", "2100-12/", "2024-02/"])
def test_the_ends_of_the_calendar_are_pages(anas, path):
    assert anas.get(f"/schedule/month/{path}").status_code == 200


def test_a_month_has_only_the_runners_own_runs(bens, ben, anas, ana):
    ana.runs.update(distance=17.7)
    assert "17.7" in body(anas.get("/schedule/month/2026-03/"))
    assert "17.7" not in body(bens.get("/schedule/month/2026-03/"))


def test_who_is_signed_out_is_led_to_the_door(client, ana):
    assert "/account/login/" in client.get("/schedule/month/").url


@pytest.mark.parametrize("runs", [1, 10])
def test_a_month_asks_the_same_of_the_database_however_full(anas, ana, runs, django_assert_num_queries):
    kept = ana.runs.order_by("scheduled_on")[:runs].values_list("pk", flat=True)
    ana.runs.exclude(pk__in=list(kept)).delete()
    with django_assert_num_queries(5):
        anas.get("/schedule/month/2026-03/")
    with django_assert_num_queries(7):
        anas.get(f"/schedule/month/2026-03/?move={kept[0]}")


def test_looking_changes_nothing(anas, ana, run):
    before = list(ana.runs.values())
    for path in ("/schedule/month/", f"/schedule/month/2026-03/?move={run.pk}", f"/schedule/?move={run.pk}"):
        anas.get(path)
    assert list(ana.runs.values()) == before
    assert anas.post("/schedule/month/").status_code == 405


# --- picked up


@pytest.mark.parametrize(("path", "days"), [("/schedule/month/2026-03/", 20), ("/schedule/2026-03-02/", 4)])
def test_a_run_picked_up_has_a_button_on_each_day_that_can_take_it(anas, run, path, days):
    page = body(anas.get(f"{path}?move={run.pk}"))
    assert page.count("Put here</span>") == days
    assert "Where should Tuesday&#x27;s 3 km easy run go?" in page
    assert 'aria-label="Put here: Fri 6 March"' in page
    assert 'aria-label="Put here: Sat 7 March"' not in page
    assert "There is already a run on Saturday" in page


def test_any_run_can_be_chosen_first(anas, run):
    page = body(anas.get("/schedule/month/2026-03/?move=choose"))
    assert "Which run should move?" in page
    assert f'href="/schedule/month/2026-03/?move={run.pk}"' in page


def test_a_done_run_is_not_picked_up(anas, run, now):
    coaching.complete(run, now=now)
    page = body(anas.get(f"/schedule/month/2026-03/?move={run.pk}"))
    assert "This run is already done." in page
    assert "Put here" not in page


@pytest.mark.parametrize("nonsense", ["", "1", "x" * 400, "00000000"])
def test_nonsense_picks_nothing_up(anas, nonsense):
    assert "Put here" not in body(anas.get("/schedule/month/2026-03/", {"move": nonsense}))


@pytest.mark.parametrize("path", ["/schedule/month/2026-03/", "/schedule/2026-03-02/"])
def test_anas_run_is_not_picked_up_by_ben(bens, run, path):
    assert bens.get(f"{path}?move={run.pk}").status_code == 404
    assert bens.get(f"/runs/{run.pk}/move/days/?from=2026-03-02&to=2026-03-08").status_code == 404
    assert put(bens, run, "2026-03-06").status_code == 404


def test_days_say_what_they_can_take(anas, run, django_assert_num_queries):
    with django_assert_num_queries(6):
        days = anas.get(f"/runs/{run.pk}/move/days/?from=2026-03-01&to=2026-03-07").json()
    assert len(days) == 7
    assert days["2026-03-06"] == {"objection": "", "warnings": []}
    assert days["2026-03-05"] == {"objection": "", "warnings": ["Thursday isn't one of your days."]}
    assert "already a run" in days["2026-03-07"]["objection"]
    assert "has passed" in days["2026-03-01"]["objection"]


@pytest.mark.parametrize(
    "span", ["", "?from=soon&to=later", "?from=2026-03-08&to=2026-03-02", "?from=0001-01-01&to=9999-12-31"]
)
def test_days_without_an_end_are_refused(anas, run, span):
    assert anas.get(f"/runs/{run.pk}/move/days/{span}").status_code == 400


def test_the_ends_of_time_are_only_days_that_cannot(anas, run):
    for day in ("0001-01-01", "9999-12-31"):
        days = anas.get(f"/runs/{run.pk}/move/days/?from={day}&to={day}").json()
        assert days[day]["objection"]


# --- put down


@pytest.mark.parametrize("shown", ["2026-03", "2026-03-02"])
def test_putting_it_down_answers_htmx_with_the_calendar_alone(anas, run, shown):
    answer = put(anas, run, "2026-03-06", shown=shown, headers=in_region(shown))
    assert answer.status_code == 200
    assert day_of(run) == "2026-03-06"
    assert 'data-say="Moved to Fri 6 March."' in body(answer)
    assert "<html" not in body(answer)
    assert answer["HX-Replace-Url"] == f"/schedule/{'month/' if len(shown) == 7 else ''}{shown}/"


@pytest.mark.parametrize("shown", ["2026-03", "2026-03-02"])
def test_without_javascript_it_leads_back_to_the_calendar(anas, run, shown):
    answer = anas.get(put(anas, run, "2026-03-06", shown=shown).url)
    assert day_of(run) == "2026-03-06"
    assert "Moved to Fri 6 March." in body(answer)
    assert f'data-calendar="{shown}"' in body(answer)


@pytest.mark.parametrize("headers", [{}, in_region("2026-03")], ids=["page", "htmx"])
def test_a_day_that_cannot_take_it_says_so_in_place(anas, run, headers):
    answer = put(anas, run, "2026-03-07", headers=headers)
    assert answer.status_code == 422
    assert "Sat 7 March:" in body(answer)
    assert "There is already a run on Saturday" in body(answer)
    assert ("<html" in body(answer)) is not bool(headers)
    assert day_of(run) == "2026-03-03"


@pytest.mark.parametrize("shown", ["2026-03", "2026-03-02", ""])
def test_a_day_that_is_not_theirs_is_asked_about_and_yes_moves_it(anas, run, shown):
    asked = put(anas, run, "2026-03-05", shown=shown, headers=in_region(shown) if shown else {})
    assert asked.status_code == 422
    assert "Thursday isn&#x27;t one of your days." in body(asked)
    assert "Move anyway" in body(asked)
    assert day_of(run) == "2026-03-03"
    assert put(anas, run, "2026-03-05", shown=shown, accepting="yes").status_code == 302
    assert day_of(run) == "2026-03-05"


@pytest.mark.parametrize(
    "wrong", [{"on": "soon"}, {"on": ""}, {"at": "late"}, {"on": "9999-12-31"}, {"on": "0001-01-01"}]
)
@pytest.mark.parametrize("shown", ["2026-03", "2026-03-02"])
def test_nonsense_is_answered_where_the_runner_is(anas, run, wrong, shown):
    answer = put(anas, run, **{"on": "2026-03-06", **wrong, "shown": shown, "headers": in_region(shown)})
    assert answer.status_code == 422
    assert "message-error" in body(answer)


@pytest.mark.parametrize("shown", ["2026-13", "9999-12", "x" * 300, "2026-3-2", "\0"])
def test_a_calendar_that_is_none_leads_to_the_run(anas, run, shown):
    assert put(anas, run, "2026-03-06", shown=shown).url == f"/runs/{run.pk}/"


def test_a_run_done_meanwhile_stays(anas, run, now):
    coaching.complete(run, now=now)
    answer = put(anas, run, "2026-03-06", headers=in_region("2026-03"))
    assert answer.status_code == 422
    assert "already done" in body(answer)


def test_while_a_doctor_is_awaited_nothing_is_picked_up(anas, ana, run, now):
    coaching.suspend(ana, now=now)
    assert "data-run=" not in body(anas.get("/schedule/month/2026-03/"))
    assert "doctor" in body(put(anas, run, "2026-03-06", headers=in_region("2026-03")))
