"""Tasks in a browser: by thumb, by button, and without JavaScript."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from e2e.browsers import DESK, PHONE
from e2e.test_every_page import violations_by_day_and_by_night

pytestmark = pytest.mark.django_db(transaction=True)
TOUCH = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
SIZES = [{"width": 320, "height": 640}, PHONE, DESK]


@pytest.fixture
def ana(make_runner):
    return make_runner("ana@example.com", at=timezone.now(), obstacles=["time", "motivation"])


@pytest.fixture
def task(ana):
    now = timezone.now()
    ana.tasks.active().update(dismissed_at=now)
    added = ana.tasks.add_own(
        ana.goals.get(), title="Wash the socks", category="gear", due_date=ana.today(now) + timedelta(days=1), now=now
    )
    return added[0]


def row(page: Page, task):
    return page.locator(f"#task-{task.pk}")


def swipe(page: Page, task, by: float, down: float = 0) -> None:
    """`by` is the share of the row's width, to the right."""
    box = row(page, task).bounding_box()
    x, y = box["x"] + box["width"] * (0.15 if by > 0 else 0.85), box["y"] + box["height"] / 2
    cdp = page.context.new_cdp_session(page)

    def touch(kind: str, *at: float) -> None:
        points = [{"x": at[0], "y": at[1]}] if at else []
        cdp.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})

    touch("Start", x, y)
    for step in range(1, 9):
        touch("Move", x + box["width"] * by * step / 8, y + down * step / 8)
    touch("End")


@pytest.mark.parametrize(
    ("by", "said"), [(0.5, "Done"), (-0.4, "Due in 4 days"), (-0.75, "Dismissed")], ids=["done", "snoozed", "dismissed"]
)
def test_a_swipe_does_what_a_button_does(open_as, ana, task, by, said):
    page = open_as(ana, **TOUCH)
    page.goto("/tasks/")
    swipe(page, task, by)
    expect(row(page, task)).to_contain_text(said)


@pytest.mark.parametrize(("by", "down"), [(0.1, 0), (0.4, 150)], ids=["a short one", "a slanting one"])
def test_a_thumb_that_scrolls_changes_nothing(open_as, ana, task, by, down):
    page = open_as(ana, **TOUCH)
    page.goto("/tasks/")
    swipe(page, task, by, down)
    page.wait_for_timeout(300)
    task.refresh_from_db()
    assert (task.is_open, task.snoozed_at) == (True, None)


@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_task_is_snoozed_dismissed_and_opened_again(open_as, ana, task, scripted):
    page = open_as(ana, java_script_enabled=scripted)
    page.goto("/tasks/")
    row(page, task).get_by_role("button", name="Snooze 3 days").click()
    expect(row(page, task)).to_contain_text("Due in 4 days")
    row(page, task).get_by_role("button", name="Dismiss").click()
    if not scripted:
        expect(row(page, task)).to_have_count(0)
        page.get_by_role("link", name="Completed").click()
    expect(row(page, task)).to_contain_text("Dismissed")
    row(page, task).get_by_role("button", name="Open it again").click()
    # The answer is awaited: to walk away at once would call the request off.
    expect(row(page, task).get_by_role("button", name="Open it again")).to_have_count(0)
    page.goto("/tasks/")
    row(page, task).get_by_role("button", name="Done").click()
    expect(row(page, task).get_by_role("button", name="Done")).to_have_count(0)
    page.goto("/tasks/?show=completed")
    expect(row(page, task)).to_contain_text("Done")


def test_the_keyboard_stays_where_it_was(open_as, ana, task):
    page = open_as(ana, viewport=DESK)
    page.goto("/tasks/")
    page.get_by_role("button", name="Done: Wash the socks").press("Enter")
    expect(page.get_by_role("button", name="Open it again: Wash the socks")).to_be_focused()
    # htmx takes up what it put in a moment (20 ms) after it gave back the focus.
    expect(page.locator(".htmx-added")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Done: Wash the socks")).to_be_focused()


@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_filter_and_a_grouping_go_together(open_as, ana, task, scripted):
    page = open_as(ana, java_script_enabled=scripted)
    page.goto("/tasks/")
    page.get_by_role("link", name="All", exact=True).click()
    expect(page.get_by_role("link", name="All", exact=True)).to_have_attribute("aria-current", "page")
    page.get_by_role("link", name="Category").click()
    expect(page.get_by_role("heading", name="Gear")).to_be_visible()
    expect(page).to_have_url(f"{page.url.split('?', maxsplit=1)[0]}?show=all&by=category")
    for chosen in ("All", "Category"):
        expect(page.get_by_role("link", name=chosen, exact=True)).to_have_attribute("aria-current", "page")


@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_task_of_ones_own_is_added_and_opened(open_as, ana, task, scripted):
    page = open_as(ana, java_script_enabled=scripted)
    page.goto("/tasks/")
    page.get_by_role("link", name="Add your own").click()
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("Say what it is, in a few words.")).to_be_visible()
    page.get_by_label("What is to do?").fill("wash the socks")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("That one is on your list already.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wash the socks")
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("button", name="Open it again")).to_be_visible()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
def test_every_page_of_it_is_in_order(open_as, ana, task, size):
    page = open_as(ana, color_scheme="light", viewport=size, bypass_csp=True, reduced_motion="reduce")
    for path in ("", "?show=all&by=priority", "?show=completed", "add/", f"{task.pk}/"):
        page.goto(f"/tasks/{path}")
        assert violations_by_day_and_by_night(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], path
        small = page.locator("main button, main .button, main nav a, .task-words a").evaluate_all(
            """(all) => all.map((e) => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
                 .filter(([_, r]) => r.width && (r.height < 44 || r.width < 44)).map(([html]) => html)"""
        )
        assert small == [], path
