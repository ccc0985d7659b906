import re
from datetime import timedelta

import pytest
from django.utils import timezone

from coach import coaching, milestones
from coach.records import Feedback
from conftest import signed_in
from runs.models import Pause, RunSession, ScheduledRun

pytestmark = pytest.mark.django_db


def page(browser):
    answer = browser.get("/progress/")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def live(user, clock, *, weeks, felt=4, missing=()):
    """Every run of the next `weeks`, told; those numbered in `missing` got away."""
    clock.shift(timedelta(weeks=weeks))
    last = user.today(timezone.now()) - timedelta(days=1)
    for number, run in enumerate(user.runs.filter(scheduled_on__lte=last)):
        after = run.scheduled_date_time + timedelta(hours=2)
        if number in missing:
            coaching.miss(run, now=after + timedelta(days=1))
        else:
            coaching.check_in(run, Feedback(difficulty=felt, distance_km=run.distance, duration_min=30), now=after)


def table(html, caption):
    """The cells of the rows under the column named `caption`."""
    found = next(part for part in re.findall(r"<table.*?</table>", html) if f">{caption}</th>" in part)
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>.*?</tr>", found)[1:]]


def test_a_new_runner_is_invited_and_sees_what_is_ahead(anas, clock):
    html = page(anas)
    assert "Your first run starts this page" in html
    assert 'href="/schedule/"' in html
    assert "Every run you do fills a ring" in html
    assert "Next: " in html
    assert "%" not in re.sub(r"<head>.*</head>", "", html)


def test_who_has_no_goal_yet_is_led_to_the_onboarding(visitor):
    assert visitor.get("/progress/").url == "/start/"


def test_it_says_how_much_of_the_plan_was_run_against_the_mark(anas, ana, clock):
    live(ana, clock, weeks=3, missing=(2,))
    html = page(anas)
    assert "You ran 83 % of the plan in the last four weeks" in html
    assert "5 of 6 runs" in html
    assert "You are past that." in html
    assert 'class="share-mark" d="M75 0V10"' in html


def test_below_the_mark_it_blames_nobody(anas, ana, clock):
    live(ana, clock, weeks=3, missing=(0, 2, 4))
    html = page(anas)
    assert "You ran 50 % of the plan" in html
    assert "Let's make next week fit." in html
    assert "failed" not in html


def test_after_a_long_pause_nothing_was_asked(anas, ana, clock, now):
    live(ana, clock, weeks=1)
    Pause.objects.create(user=ana, kind="illness", starts_on=ana.today(now) + timedelta(days=7), created_at=now)
    clock.shift(timedelta(weeks=6))
    html = page(anas)
    assert "You ran 100 % of the plan so far" in html
    assert "Nothing was asked of you in the last four weeks." in html
    assert "Paused" in html
    assert "Last week was a quiet one" in html


def test_it_sets_the_kilometres_of_each_week_against_the_plan(anas, ana, clock):
    live(ana, clock, weeks=2)
    rows = table(page(anas), "Planned")
    assert len(rows) == 3
    assert [row[0] for row in rows] == ["Mon 2 March", "Mon 9 March", "Mon 16 March"]
    assert all(row[1] == row[2] for row in rows[:2])
    assert rows[2][2] == "0 km"


def test_a_run_off_the_plan_is_done_and_was_not_planned(anas, ana, clock, now):
    run = ana.runs.first()
    other = ScheduledRun.objects.create(
        user=ana, schedule=run.schedule, scheduled_on=run.scheduled_on, scheduled_date_time=now, distance=3,
        planned_distance=3, duration_min=20, run_type="easy", status="completed", completed_at=now, added_at=now,
    )  # fmt: skip
    RunSession.objects.create(user=ana, scheduled_run=other, completed_date=run.scheduled_date_time)
    planned = sum(ana.runs.filter(added_at=None, scheduled_on__lt="2026-03-09").values_list("distance", flat=True))
    assert table(page(anas), "Planned")[0][1:] == [f"{planned:.1f}".removesuffix(".0") + " km", "3 km"]


def test_it_says_how_hard_each_type_felt_and_was_meant_to_feel(anas, ana, clock):
    live(ana, clock, weeks=2, felt=6)
    html = page(anas)
    rows = table(html, "Meant")
    assert len(rows) == 4
    assert {row[3] for row in rows} == {"6"}
    assert "rated runs felt as hard as meant" in html
    assert 'class="type type-' in html


def test_it_says_what_a_weeks_load_was_and_that_it_decides_nothing(anas, ana, clock):
    live(ana, clock, weeks=1, felt=4)
    html = page(anas)
    assert "Last week's training load was 240" in html
    assert "it decides nothing" in html
    assert table(html, "Load")[0] == ["Mon 2 March", "240", "60"]


def test_without_ratings_it_asks_for_one_and_counts_what_is_missing(anas, ana, clock, now):
    coaching.complete(ana.runs.first(), now=now)
    html = page(anas)
    assert "it appears here beside how hard it was meant to be" in html
    assert "1 run without a rating is not in it." in html


def test_every_day_of_the_calendar_is_named_for_a_screen_reader(anas, ana, clock):
    live(ana, clock, weeks=2, missing=(1,))
    calendar = re.search(r'<table class="days">.*?</table>', page(anas)).group()
    named = re.findall(r'<span class="visually-hidden">([A-Z][a-z ]+)(?:, today)?</span> </td>', calendar)
    assert named.count("Done") == 3
    assert named.count("Missed") == 1
    assert calendar.count('aria-current="date"') == 1
    assert "Week of Mon 2 March" in calendar


def test_the_row_of_runs_is_said(anas, ana, clock):
    live(ana, clock, weeks=3, missing=(1,))
    html = page(anas)
    assert "4 planned runs in a row" in html
    assert "It is your longest row yet." in html


def test_milestones_reached_have_their_day_and_the_next_stands_first(anas, ana, clock):
    live(ana, clock, weeks=1)
    milestones.reach(ana.goals.get(), km=5.0, on=ana.today(timezone.now()), runs_done=2, is_race=False)
    html = page(anas)
    assert re.search(r"<b>First 5 km</b> <small>Mon 9 March</small>", html)
    assert html.index("Next: ") < html.index("Reached") < html.index("<b>First 5 km</b>")
    assert "8 runs to go" in html


def test_every_picture_has_a_table_behind_it_and_is_hidden_from_a_screen_reader(anas, ana, clock):
    live(ana, clock, weeks=2)
    html = page(anas)
    pictures = re.findall(r'<svg[^>]*class="chart [^>]*>', html)
    assert len(pictures) >= 3
    assert all('aria-hidden="true"' in picture for picture in pictures)
    assert html.count('class="numbers"') == 3


def test_miles_are_miles_everywhere(anas, ana, clock):
    live(ana, clock, weeks=2)
    ana.units = "mi"
    ana.save(update_fields=["units"])
    html = page(anas)
    named = re.sub(r"First \d+ km", "", html)
    assert " mi" in named
    assert not re.search(r"\d km", named)


def test_it_shows_nothing_of_anothers(bens, ana, clock):
    live(ana, clock, weeks=2)
    assert "Your first run starts this page" in page(bens)


def test_it_asks_the_same_of_the_database_for_one_run_and_for_five_hundred(
    make_runner, clock, now, django_assert_num_queries
):
    cleo = make_runner("cleo@example.com", at=now)
    run = cleo.runs.first()
    coaching.check_in(run, Feedback(difficulty=4), now=now)
    browser = signed_in(cleo)
    page(browser)
    with django_assert_num_queries(6):
        page(browser)
    _history(cleo, run, now, count=500)
    with django_assert_num_queries(6):
        assert "You ran 100 % of the plan" in page(browser)


def _history(user, like, now, *, count):
    runs = [
        ScheduledRun(
            user=user, schedule=like.schedule, scheduled_on=like.scheduled_on - timedelta(days=number + 1),
            scheduled_date_time=now - timedelta(days=number + 1), distance=5, planned_distance=5, duration_min=30,
            run_type="easy", status="completed", completed_at=now,
        )
        for number in range(count)
    ]  # fmt: skip
    ScheduledRun.objects.bulk_create(runs)
    RunSession.objects.bulk_create(
        RunSession(user=user, scheduled_run=run, completed_date=run.scheduled_date_time, difficulty_rating=4)
        for run in runs
    )
