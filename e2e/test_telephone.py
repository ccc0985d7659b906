"""The telephone rings in the browser; on the way lie the real SDK, the carrier and signed webhooks."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from calls import dispatch
from calls.sandbox import carrier
from calls.sandbox.models import CarrierCall

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ana(make_runner):
    return make_runner("ana@example.com", at=timezone.now())


def the_clock_ticks():
    """What the worker does every few seconds."""
    dispatch.run(timezone.now)
    carrier.advance(timezone.now())


def ask_to_be_called(page, user):
    page.goto(f"/runs/{user.runs.first().pk}/")
    page.get_by_role("button", name="Call me now").click()
    expect(page.get_by_text("It rings in a few seconds")).to_be_visible()
    the_clock_ticks()


def test_a_call_is_answered_and_talked_through(open_as, ana):
    page = open_as(ana)
    ask_to_be_called(page, ana)
    page.get_by_role("button", name="Answer").click()
    expect(page.locator(".bubble-coach")).to_have_count(1)
    page.get_by_label("What you say").fill("Yes, I am on")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".bubble-coach")).to_have_count(2)
    page.get_by_label("What you say").fill("It is raining and I have no jacket")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="Call ended")).to_be_visible()
    page.get_by_role("link", name="What we agreed").click()
    expect(page.get_by_text("New task: Buy a waterproof running jacket.")).to_be_visible()
    expect(page.get_by_text("Runner: Yes, I am on")).to_be_visible()
    call = ana.calls.get(kind="call_me")
    assert (call.status, call.events.count()) == ("completed", 4)


def test_the_coachs_words_are_spoken_once(open_as, ana):
    page = open_as(ana)
    page.add_init_script(
        """window.said = [];
           window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
           Object.defineProperty(window, "speechSynthesis",
             { value: { speak: (words) => window.said.push(words.text), cancel() {} } });"""
    )
    ask_to_be_called(page, ana)
    page.get_by_role("button", name="Answer").click()
    expect(page.locator(".bubble-coach")).to_have_count(1)
    page.wait_for_timeout(2500)
    assert page.evaluate("window.said.length") == 1


def test_the_keypad_answers_too(open_as, ana):
    page = open_as(ana)
    ask_to_be_called(page, ana)
    page.get_by_role("button", name="Answer").click()
    page.get_by_text("Keypad").click()
    page.get_by_role("button", name="1", exact=True).click()
    expect(page.locator(".bubble-coach")).to_have_count(2)


def test_a_declined_call_is_a_missed_one(open_as, ana):
    page = open_as(ana)
    ask_to_be_called(page, ana)
    page.get_by_role("button", name="Decline").click()
    expect(page.get_by_role("heading", name="Declined")).to_be_visible()
    page.get_by_role("link", name="Close").click()
    expect(page.get_by_text("We did not get to talk")).to_be_visible()
    assert ana.calls.get(kind="call_me").status == "busy"


def test_without_javascript_the_telephone_is_a_page(open_as, ana):
    page = open_as(ana, java_script_enabled=False)
    ask_to_be_called(page, ana)
    page.goto("/telephone/")
    page.get_by_role("button", name="Answer").click()
    page.get_by_label("What you say").fill("yes")
    page.get_by_role("button", name="Send").click()
    page.get_by_label("What you say").fill("no")
    page.get_by_role("button", name="Send").click()
    assert ana.calls.get(kind="call_me").status == "completed"


@pytest.mark.parametrize("has_script", [True, False])
def test_a_call_may_go_to_voicemail(open_as, ana, has_script):
    page = open_as(ana, java_script_enabled=has_script)
    ask_to_be_called(page, ana)
    page.goto("/telephone/")
    page.get_by_role("button", name="To voicemail").click()
    expect(page.get_by_role("heading", name="Left to voicemail")).to_be_visible()
    page.get_by_role("link", name="Close").click()
    line = CarrierCall.objects.get()
    assert (line.by_machine, line.captions[0]["speaker"]) == (True, "coach")


def test_a_call_that_rings_out_says_so(open_as, ana):
    page = open_as(ana)
    ask_to_be_called(page, ana)
    expect(page.get_by_role("button", name="Answer")).to_be_visible()
    carrier.advance(timezone.now() + timedelta(seconds=60))
    expect(page.get_by_role("heading", name="You missed a call")).to_be_visible()
    expect(page.get_by_role("link", name="What we agreed")).to_have_count(0)
    page.get_by_role("link", name="Close").click()
    expect(page.get_by_text("We did not get to talk")).to_be_visible()
    page.get_by_role("button", name="Call me in half an hour").click()
    expect(page.get_by_text("I'll call you at")).to_be_visible()


@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_runner_rings_the_coach(open_as, ana, scripted):
    page = open_as(ana, java_script_enabled=scripted)
    page.goto("/settings/calls/")
    page.get_by_role("link", name="My telephone").click()
    page.get_by_role("button", name="Ring", exact=True).click()
    expect(page.locator(".bubble-coach")).to_have_count(1)
    page.get_by_label("What you say").fill("when is my next run?")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".bubble-coach")).to_have_count(2)
    page.get_by_role("button", name="Hang up").click()
    expect(page.get_by_role("heading", name="Call ended")).to_be_visible()
    page.get_by_role("link", name="What we agreed").click()
    expect(page.get_by_role("heading", name="You rang the coach")).to_be_visible()


def test_stop_in_a_text_message_ends_the_calls(open_as, ana):
    page = open_as(ana)
    page.goto("/telephone/")
    page.get_by_label("Your message").fill("stop")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Sent.")).to_be_visible()
    ana.refresh_from_db()
    assert not ana.wants_calls
