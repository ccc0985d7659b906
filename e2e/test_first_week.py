"""A new runner's first week, from sign-up to a changed schedule, as a person would live it."""

import re

import pytest
from playwright.sync_api import Page, expect

from coach.models import User

pytestmark = pytest.mark.django_db(transaction=True)


def sign_up(page: Page, email: str = "new@example.com") -> None:
    page.goto("/")
    page.get_by_role("link", name="Start running").click()
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Create my account").click()


def following(page: Page, heading: str) -> None:
    """Next, until the heading of the next question stands there."""
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def onboard(page: Page, *, days: tuple[str, ...] = ("Tue", "Thu", "Sun"), scripted: bool = True) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("What's your running goal?")
    page.get_by_label("Your goal").fill("Get back into running")
    following(page, "When do you want to achieve it?")
    page.get_by_label("No specific deadline").check()
    following(page, "How many times a week can you run?")
    page.get_by_label("3 times").check()
    for day in days:
        page.get_by_label(day).check()
    page.get_by_label("Usual start").fill("07:00")
    following(page, "What's your fitness level?")
    page.get_by_label("Beginner - run occasionally").check()
    following(page, "What are your biggest obstacles?")
    page.get_by_label("Weather").check()
    page.get_by_label("Something else").fill("A new puppy")
    following(page, "Who am I coaching?")
    page.get_by_label("Your name").fill("Nora Novak")
    page.get_by_label("Call me").check()
    zone = page.get_by_label("Time zone")
    if scripted:
        expect(zone).to_have_value("Europe/Berlin")
    else:
        zone.select_option("Europe/Berlin")
    following(page, "How much do you run now?")
    following(page, "Is there anything a doctor should know first?")
    page.get_by_label("None of these").check()
    page.get_by_role("button", name="Show me the plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Get back into running")
    page.get_by_role("button", name="Start this plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello Nora")


def run_and_rate(page: Page, rating: int, *, scripted: bool = True) -> None:
    """From Today: open the next run, mark it complete, rate it."""
    page.goto("/")
    page.get_by_role("link", name="See the run").or_(page.locator(".next-run a.distance")).first.click()
    page.get_by_role("button", name="Mark complete").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How did it go?")
    page.get_by_label("How hard was it?").fill(str(rating))
    if scripted:
        for _ in range(4):
            page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello Nora")


@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_two_hard_runs_change_the_schedule_and_undo_restores_it(open_as, scripted):
    page = open_as(java_script_enabled=scripted)
    sign_up(page)
    onboard(page, scripted=scripted)
    before = [run.distance for run in User.objects.get().runs.all()]
    for _ in range(2):
        run_and_rate(page, 9, scripted=scripted)
    expect(page.get_by_text("Your coach adjusted your schedule")).to_be_visible()
    expect(page.get_by_text("You rated the last two runs 9.")).to_be_visible()
    page.get_by_role("link", name="View changes").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What changed")
    assert [run.distance for run in User.objects.get().runs.all()] != before
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Your runs are as they were.")).to_be_visible()
    assert [run.distance for run in User.objects.get().runs.all()] == before


def test_back_keeps_what_was_typed(open_as):
    page = open_as()
    sign_up(page)
    page.get_by_label("Your goal").fill("Run to the sea")
    following(page, "When do you want to achieve it?")
    page.get_by_label("Finish time you dream of").fill("quick")
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_label("Your goal")).to_have_value("Run to the sea")
    following(page, "When do you want to achieve it?")
    expect(page.get_by_label("Finish time you dream of")).to_have_value("quick")


def test_weeks_left_are_told_while_the_date_is_chosen(open_as):
    page = open_as()
    sign_up(page)
    page.get_by_label("Your goal").fill("Run")
    following(page, "When do you want to achieve it?")
    page.get_by_label("Date").fill("2020-01-01")
    page.get_by_label("Date").dispatch_event("change")
    expect(page.locator("#weeks-left")).to_have_text(re.compile("has passed"))
    page.get_by_role("button", name="Next").click()
    expect(page.locator(".errorlist")).to_have_text("That day has passed. Choose one ahead of you.")
    expect(page.get_by_label("Date")).to_have_value("2020-01-01")


def test_a_goal_can_be_spoken(open_as):
    page = open_as()
    page.add_init_script(
        """window.SpeechRecognition = class {
             start() {
               const heard = [[{ transcript: "run a marathon" }]];
               setTimeout(() => { this.onresult({ results: heard }); this.onend(); }, 20);
             }
           };"""
    )
    sign_up(page)
    page.get_by_role("button", name="Speak it").click()
    expect(page.get_by_label("Your goal")).to_have_value("run a marathon")


def test_without_speech_recognition_there_is_no_microphone(open_as):
    page = open_as()
    page.add_init_script("delete window.SpeechRecognition; delete window.webkitSpeechRecognition;")
    sign_up(page)
    expect(page.get_by_role("button", name="Speak it")).to_be_hidden()


def test_a_double_click_on_save_is_one_check_in(open_as):
    page = open_as(viewport={"width": 1280, "height": 800})
    sign_up(page)
    onboard(page)
    page.get_by_role("link", name="See the run").click()
    page.get_by_role("button", name="Mark complete").click()
    page.get_by_role("button", name="Save").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Hello|March|day|,"))
    user = User.objects.get()
    assert user.sessions.count() == 1
    assert user.sessions.get().difficulty_rating == 5
