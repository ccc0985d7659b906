"""The talk page: typed, tapped, spoken, and as a plain form."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from coach import coaching
from e2e.test_every_page import violations

pytestmark = pytest.mark.django_db(transaction=True)
HEARS = """window.SpeechRecognition = class {
    start() { setTimeout(() => { this.onresult({ results: [[{ transcript: "can we do it tomorrow instead" }]] });
                                 this.onend(); }, 30); } };"""
SPEAKS = """window.said = [];
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(window, "speechSynthesis",
      { value: { speak: (words) => window.said.push(words.text), cancel() {} } });"""


@pytest.fixture
def ana(make_runner):
    return make_runner("ana@example.com", at=timezone.now(), weekly_frequency=2)


def begin(page: Page, user) -> None:
    page.goto(f"/runs/{user.runs.pending().first().pk}/")
    page.get_by_role("button", name="Talk to coach").click()
    expect(page.locator(".bubble-coach")).to_have_count(1)


def say(page: Page, words: str) -> None:
    coachs = page.locator(".bubble-coach")
    before = coachs.count()
    page.get_by_label("Your answer").fill(words)
    page.get_by_role("button", name="Send").click()
    expect(coachs).to_have_count(before + 1)


def spoken(page: Page, times: int) -> bool:
    """Waits until so much was said aloud. The page's policy forbids to wait inside it."""
    for _ in range(50):
        if page.evaluate("window.said.length") >= times:
            break
        page.wait_for_timeout(100)
    return bool(page.evaluate("window.said.length") == times)


@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_run_is_moved_by_buttons(open_as, ana, scripted):
    page = open_as(ana, java_script_enabled=scripted)
    begin(page, ana)
    say(page, "no, I can't")
    say(page, "my meeting runs late")
    page.locator(".answers .button").first.click()
    expect(page.get_by_role("button", name="Yes")).to_be_visible()
    page.get_by_role("button", name="Yes").click()
    expect(page.get_by_role("heading", name="What we agreed")).to_be_visible()
    page.locator(".tips a").first.click()
    moved = ana.runs.get(status="rescheduled")
    expect(page).to_have_url(re.compile(f"/runs/{moved.pk}/$"))


def test_a_second_tab_and_a_reload_go_on_where_it_was(open_as, ana):
    page = open_as(ana)
    begin(page, ana)
    other = page.context.new_page()
    other.goto(page.url)
    say(page, "yes")
    other.get_by_role("button", name="Yes").click()
    expect(other.locator(".bubble-runner")).to_have_count(1)
    page.reload()
    expect(page.locator(".bubble-runner")).to_have_count(1)
    expect(page.get_by_role("button", name="No, all good")).to_be_visible()


def test_spoken_words_are_sent_and_the_answer_is_spoken(open_as, ana):
    page = open_as(ana)
    page.add_init_script(HEARS + SPEAKS)
    begin(page, ana)
    expect(page.get_by_text("some browsers send it to their maker")).to_be_visible()
    page.get_by_role("button", name="Speak", exact=True).click()
    expect(page.locator(".bubble-runner")).to_contain_text("can we do it tomorrow instead")
    assert spoken(page, 1)


def test_the_coach_is_read_aloud_when_asked_and_not_before(open_as, ana):
    page = open_as(ana)
    page.add_init_script(SPEAKS)
    begin(page, ana)
    assert page.evaluate("window.said.length") == 0
    aloud = page.get_by_role("button", name="Read the coach aloud")
    aloud.click()
    assert spoken(page, 1)
    expect(aloud).to_have_attribute("aria-pressed", "true")
    say(page, "yes")
    assert spoken(page, 2)
    expect(aloud).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_transcript_is_deleted_after_a_second_thought(open_as, ana, scripted):
    session = coaching.open_talk(ana, "motivation", channel="browser", now=timezone.now())
    for words in ("I had a bad day", "bye"):
        session = coaching.converse(session, words, turn=session.state["turn"], now=timezone.now())
    page = open_as(ana, java_script_enabled=scripted)
    page.goto(f"/talk/{session.pk}/")
    page.get_by_text("Delete the transcript").click()
    page.get_by_role("button", name="Delete what was said").click()
    expect(page.get_by_text("You deleted the transcript")).to_be_visible()
    expect(page.get_by_text("I had a bad day")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_while_it_is_open_and_when_it_is_over(open_as, ana, scheme):
    page = open_as(ana, color_scheme=scheme)
    begin(page, ana)
    assert violations(page) == []
    for words in ("yes", "I have no rain jacket"):
        say(page, words)
    assert violations(page) == []
