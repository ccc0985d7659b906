"""From a goal that comes too soon to one that fits, and another date in the middle of the plan, as a person would."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from coach.models import User
from e2e.test_first_week import following, sign_up

pytestmark = pytest.mark.django_db(transaction=True)


def ask_for_a_marathon(page, *, weeks, scripted):
    on = timezone.now().date() + timedelta(weeks=weeks)
    page.get_by_label("Your goal").fill("My first marathon")
    page.get_by_label("Marathon", exact=True).check()
    following(page, "When do you want to achieve it?")
    page.get_by_label("Date").fill(on.isoformat())
    following(page, "How many times a week can you run?")
    page.get_by_label("3 times").check()
    for day in ("Tue", "Thu", "Sun"):
        page.get_by_label(day, exact=True).check()
    following(page, "What's your fitness level?")
    page.get_by_label("Beginner - run occasionally").check()
    following(page, "What are your biggest obstacles?")
    following(page, "Who am I coaching?")
    page.get_by_label("Your name").fill("Nora")
    if not scripted:
        page.get_by_label("Time zone").select_option("Europe/Berlin")
    following(page, "How much do you run now?")
    following(page, "Is there anything a doctor should know first?")
    page.get_by_label("None of these").check()
    page.get_by_role("button", name="Show me the plan").click()


@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_goal_too_soon_becomes_one_that_fits_and_changes_once_more(open_as, scripted):
    page = open_as(java_script_enabled=scripted)
    sign_up(page)
    ask_for_a_marathon(page, weeks=9, scripted=scripted)
    expect(page.get_by_role("heading", name="Too soon to be safe")).to_be_visible()
    page.get_by_role("button", name="Build it anyway").click()
    expect(page.get_by_text("Tick the box if you are sure.")).to_be_visible()
    page.get_by_role("button", name=re.compile("Keep the marathon and move it")).click()
    expect(page.get_by_role("heading", name="This fits")).to_be_visible()
    expect(page.locator("svg.road")).to_be_visible()
    page.get_by_role("button", name="Start this plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello Nora")
    goal = User.objects.get().goals.get()
    assert (goal.verdict, goal.choice) == ("ok", "later_date")

    page.goto("/schedule/plan/")
    page.get_by_role("link", name="Change goal, date or days").click()
    later = goal.target_date + timedelta(weeks=4)
    page.get_by_label("Date").fill(later.isoformat())
    page.get_by_role("button", name="Show me the difference").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Before and after")
    page.get_by_role("button", name="Change my plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Plan")
    expect(page.get_by_text("Done. Here is your plan.")).to_be_visible()
    assert User.objects.get().goals.get().target_date == later


def test_insisting_takes_a_tick_and_a_press(open_as):
    page = open_as()
    sign_up(page)
    ask_for_a_marathon(page, weeks=6, scripted=True)
    page.get_by_label(re.compile("I understand that this is not safe")).check()
    page.get_by_role("button", name="Build it anyway").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello Nora")
    assert User.objects.get().goals.get().insisted_at
