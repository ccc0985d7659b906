"""The plan gives way and comes back: pain, a red flag, a pause, a proposal, as a person meets them."""

import re
from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from coach import coaching
from coach.models import User
from e2e.test_body import tap
from e2e.test_every_page import violations
from e2e.test_first_week import onboard, sign_up
from runs.tests.events import four_good_weeks

pytestmark = pytest.mark.django_db(transaction=True)
SCRIPTED = pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without JavaScript"])


def a_month_ago() -> datetime:
    """A Monday morning: four whole weeks lie between it and this week."""
    now = timezone.now()
    monday = now.date() - timedelta(days=now.weekday(), weeks=4)
    return datetime.combine(monday, time(6), tzinfo=now.tzinfo)


@pytest.fixture
def ana(make_runner):
    return make_runner("ana@example.com", at=timezone.now())


@pytest.fixture
def proposed(make_runner):
    """What the coach proposes Eve after four good weeks."""
    return four_good_weeks(make_runner("eve@example.com", at=a_month_ago()))


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def tell_of_pain(page: Page, where: str, *, scripted: bool) -> None:
    """From Today: the next run is done, and something hurts."""
    page.locator(".next-run a.distance").click()
    page.get_by_role("button", name="Mark complete").click()
    heading(page, "How did it go?")
    if scripted:
        page.get_by_role("button", name="Next").click()
    page.get_by_label("Something hurts").check()
    tap(page, where)
    page.get_by_label("How bad, 0 to 10?").fill("5")
    if scripted:
        for _ in range(3):
            page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Save").click()


@SCRIPTED
def test_pain_brings_rest_and_undo_asks_first(open_as, scripted):
    page = open_as(java_script_enabled=scripted)
    sign_up(page)
    onboard(page, scripted=scripted)
    before = [run.snapshot() for run in User.objects.get().runs.pending()[1:]]
    tell_of_pain(page, "Left knee", scripted=scripted)
    heading(page, "Hello Nora")
    expect(page.get_by_text("Your coach adjusted your schedule")).to_be_visible()
    expect(page.get_by_role("region", name="From your coach", exact=True)).to_contain_text("left knee")
    expect(page.get_by_role("region", name="Tasks from your coach")).to_contain_text("left knee")
    page.get_by_role("link", name="View changes").click()
    heading(page, "What changed")
    expect(page.get_by_role("region", name="Run by run").get_by_text("Rest day").first).to_be_visible()
    expect(page.get_by_role("region", name="It rests on")).to_contain_text(re.compile("knee", re.IGNORECASE))
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Put the runs back all the same?")).to_be_visible()
    assert User.objects.get().runs.filter(status="rest").exists()
    page.get_by_role("button", name="Put them back").click()
    expect(page.get_by_text("Your runs are as they were.")).to_be_visible()
    assert [run.snapshot() for run in User.objects.get().runs.pending()] == before


def test_who_rather_rests_keeps_the_rest(open_as, ana):
    page = open_as(ana, bypass_csp=True)
    page.goto("/")
    tell_of_pain(page, "Right ankle", scripted=True)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Put them back")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name="Keep resting").click()
    expect(page.get_by_role("button", name="Put them back")).to_have_count(0)
    assert ana.adjustments.get(rule="pain").undone_at is None


def test_the_rest_day_is_on_today(open_as, ana):
    page = open_as(ana)
    page.goto("/")
    tell_of_pain(page, "Left knee", scripted=True)
    heading(page, "Hello Ana")
    rest = ana.runs.filter(status="rest").earliest("scheduled_on")
    page.goto(f"/runs/{rest.pk}/")
    expect(page.locator(".next-run .distance")).to_have_text("Rest")
    page.goto(f"/schedule/month/{rest.scheduled_on:%Y-%m}/")
    expect(page.locator(f"#run-{rest.pk}")).to_have_accessible_name(re.compile("rest day"))


@SCRIPTED
def test_a_red_flag_stops_everything_until_a_doctor_has_spoken(open_as, ana, scripted):
    page = open_as(ana, java_script_enabled=scripted)
    page.goto("/")
    tell_of_pain(page, "Chest", scripted=scripted)
    heading(page, "Please get medical help now")
    expect(page.get_by_text("call your local emergency number")).to_have_count(2)
    page.goto("/")
    expect(page.get_by_text("Your runs are paused until a doctor has cleared you.")).to_be_visible()
    page.get_by_role("link", name="What to do now").click()
    page.get_by_role("button", name="A doctor has cleared me").click()
    heading(page, "Hello Ana")
    expect(page.locator(".next-run a.distance")).to_be_visible()


@SCRIPTED
def test_a_pause_is_in_the_calendar_and_ends_when_the_runner_is_back(open_as, ana, scripted):
    page, today = open_as(ana, java_script_enabled=scripted), ana.today(timezone.now())
    page.goto("/schedule/")
    page.get_by_text("This week doesn't fit?").click()
    page.get_by_role("region", name="Week").get_by_role("link", name="Take a pause").click()
    page.get_by_label("Holiday").check()
    page.get_by_label("First day off").fill((today - timedelta(days=3)).isoformat())
    page.get_by_label("Last day off").fill((today + timedelta(days=9)).isoformat())
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_text("your streak waits for you")).to_be_visible()
    page.goto(f"/schedule/month/{today:%Y-%m}/")
    expect(page.locator(f'[data-day="{today}"]')).to_have_class(re.compile("is-paused"))
    page.goto("/pauses/")
    page.get_by_role("button", name="I'm back").click()
    expect(page.get_by_text("Good to have you back.")).to_be_visible()
    page.goto(f"/schedule/month/{today:%Y-%m}/")
    expect(page.locator(f'[data-day="{today}"]')).not_to_have_class(re.compile("is-paused"))


@SCRIPTED
def test_a_proposal_is_accepted_from_today(open_as, proposed, scripted):
    page, change = open_as(proposed.user, java_script_enabled=scripted), proposed.changes[0]
    page.goto("/")
    expect(page.get_by_role("region", name="From your coach", exact=True)).to_contain_text("Four good weeks")
    page.get_by_role("link", name="See what it would change").click()
    heading(page, "A proposal")
    page.go_back()
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_text("It's in your schedule.")).to_be_visible()
    expect(page.get_by_role("region", name="Undo")).to_be_visible()
    run = proposed.user.runs.get(pk=change["run_id"])
    assert run.distance == change["after"]["distance_km"]


def test_not_now_is_taken_for_an_answer(open_as, proposed):
    page = open_as(proposed.user)
    page.goto("/")
    page.get_by_role("button", name="Not now").click()
    expect(page.get_by_text("Your plan stays as it is.")).to_be_visible()
    expect(page.get_by_role("button", name="Accept")).to_have_count(0)


@SCRIPTED
def test_two_runs_change_places(open_as, ana, scripted):
    page = open_as(ana, java_script_enabled=scripted)
    one, other = ana.runs.pending()[:2]
    page.goto(f"/runs/{one.pk}/")
    page.get_by_text("Shorten it, or swap it").click()
    page.get_by_role("link", name="Swap").click()
    page.get_by_role("region", name="Runs near it").get_by_role("button").first.click()
    yes = page.get_by_role("button", name="Swap anyway").or_(page.get_by_role("heading", name="What changed"))
    expect(yes).to_be_visible()
    if page.get_by_role("button", name="Swap anyway").is_visible():
        page.get_by_role("button", name="Swap anyway").click()
    heading(page, "What changed")
    expect(page.get_by_text("You swapped")).to_be_visible()
    assert ana.runs.get(pk=one.pk).scheduled_on == other.scheduled_on
    assert ana.runs.get(pk=other.pk).scheduled_on == one.scheduled_on


def test_a_double_click_on_pause_is_one_pause(open_as, ana):
    page = open_as(ana)
    page.goto("/pauses/")
    page.get_by_label("Illness").check()
    page.get_by_role("button", name="Pause").dblclick()
    expect(page.get_by_text("Tell me when you are back")).to_be_visible()
    assert ana.pauses.count() == 1


def test_an_undo_in_two_tabs_is_one(open_as, ana):
    now = timezone.now()
    row = coaching.ease_week(ana, monday=ana.runs.pending()[2].scheduled_on, now=now)
    one, two = open_as(ana), open_as(ana)
    for page in (one, two):
        page.goto(f"/adjustments/{row.pk}/")
    for page in (one, two):
        page.get_by_role("button", name="Undo").click()
        expect(page.get_by_text("Your runs are as they were.")).to_be_visible()
    assert ana.adjustments.count() == 1
