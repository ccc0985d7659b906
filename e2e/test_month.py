"""A run carried to another day: by mouse, by touch, by keyboard, by tap, and without JavaScript."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from e2e.browsers import DESK, PHONE

pytestmark = pytest.mark.django_db(transaction=True)
WIDE = {"viewport": DESK}
TOUCH = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
MONTH = "/schedule/month/{:%Y-%m}/"


DAYS = ["tue", "thu", "sat"]


@pytest.fixture
def ana(make_runner):
    """Twice a week on three days of hers: each week has one that is free."""
    return make_runner("ana@example.com", at=timezone.now(), available_days=DAYS)


@pytest.fixture
def run(ana):
    """The first run of a week that lies ahead."""
    return ana.runs.filter(scheduled_on__gte=_monday(ana.today(timezone.now())) + timedelta(weeks=2)).first()


def _monday(day):
    return day - timedelta(days=day.weekday())


def _week_without_runs(run):
    taken = set(run.user.runs.values_list("scheduled_on", flat=True))
    return [day for day in _week(run) if day not in taken]


def _week(run):
    return [_monday(run.scheduled_on) + timedelta(days=ahead) for ahead in range(7)]


def free(run):
    return next(day for day in _week_without_runs(run) if f"{day:%a}".lower() in DAYS)


def strange(run):
    return next(day for day in _week_without_runs(run) if f"{day:%a}".lower() not in DAYS)


def taken(run):
    return run.user.runs.exclude(pk=run.pk).get(scheduled_on__in=_week(run)).scheduled_on


def cell(page, on):
    return page.locator(f'[data-day="{on}"]')


def chip(page, run):
    return page.locator(f"#run-{run.pk}")


def into_view(page, run):
    chip(page, run).evaluate("chip => chip.scrollIntoView({ block: 'center' })")


def walk(page, by):
    for _ in range(abs(by)):
        page.keyboard.press("ArrowRight" if by > 0 else "ArrowLeft")


def centre(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page, run, on):
    into_view(page, run)
    page.mouse.move(*centre(chip(page, run)))
    page.mouse.down()
    page.mouse.move(*[at + 12 for at in centre(chip(page, run))])
    expect(page.locator(".cannot").first).to_be_attached()
    page.mouse.move(*centre(cell(page, on)), steps=5)


def is_on(page, run, on):
    expect(cell(page, on).locator(f"#run-{run.pk}")).to_be_visible()
    run.refresh_from_db()
    assert run.scheduled_on == on


@pytest.mark.parametrize("path", [MONTH, "/schedule/{}/"], ids=["month", "week"])
def test_a_run_is_dragged_with_the_mouse(open_as, ana, run, path):
    page, before, on = open_as(ana, **WIDE), run.scheduled_on, free(run)
    page.goto(path.format(run.scheduled_on))
    drag(page, run, on)
    expect(cell(page, on)).to_have_class(re.compile("is-over"))
    page.mouse.up()
    expect(page.locator("#said")).to_have_text(re.compile("^Moved to"))
    is_on(page, run, on)
    assert on != before
    assert "/runs/" not in page.url


def test_a_day_that_cannot_take_it_says_why_and_changes_nothing(open_as, ana, run):
    page, before = open_as(ana, **WIDE), run.scheduled_on
    page.goto(MONTH.format(before))
    drag(page, run, taken(run))
    expect(page.locator("#said")).to_have_text(re.compile("^Can't: There is already a run"))
    page.mouse.up()
    expect(page.locator("#said")).to_have_text(re.compile("^Can't: There is already a run"))
    expect(page.locator(".is-dragging, .ghost")).to_have_count(0)
    is_on(page, run, before)


@pytest.mark.parametrize("answer", ["Move anyway", "Leave it"])
def test_a_day_that_is_not_hers_is_asked_about(open_as, ana, run, answer):
    page, before, on = open_as(ana, **WIDE), run.scheduled_on, strange(run)
    page.goto(MONTH.format(before))
    drag(page, run, on)
    page.mouse.up()
    expect(page.locator(".question")).to_contain_text(f"{on:%A} isn't one of your days.")
    expect(page.get_by_role("button", name="Move anyway")).to_be_focused()
    page.locator(".question").get_by_text(answer).click()
    expect(page.locator(".question")).to_have_count(0)
    is_on(page, run, on if answer == "Move anyway" else before)


def test_escape_lets_go_of_a_dragged_run(open_as, ana, run):
    page = open_as(ana, **WIDE)
    page.goto(MONTH.format(run.scheduled_on))
    drag(page, run, free(run))
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(page.locator(".ghost")).to_have_count(0)
    expect(page.locator("#said")).to_have_text("Left where it was.")
    is_on(page, run, run.scheduled_on)


def test_a_click_after_escape_opens_nothing(open_as, ana, run):
    page = open_as(ana, **WIDE)
    page.goto(MONTH.format(run.scheduled_on))
    drag(page, run, run.scheduled_on)
    page.keyboard.press("Escape")
    page.mouse.move(*centre(chip(page, run)))
    page.mouse.up()
    expect(page).to_have_url(re.compile("/schedule/month/"))
    chip(page, run).click()
    expect(page).to_have_url(re.compile(f"/runs/{run.pk}/"))


def finger(page):
    cdp = page.context.new_cdp_session(page)

    def touch(kind, *at):
        points = [{"x": at[0], "y": at[1]}] if at else []
        cdp.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})

    return touch


def test_a_long_press_picks_up_and_the_page_stays_under_the_finger(open_as, ana, run):
    page, on = open_as(ana, **TOUCH), free(run)
    page.goto(MONTH.format(run.scheduled_on))
    into_view(page, run)
    touch, (x, y), (to_x, to_y), scrolled = (
        finger(page), centre(chip(page, run)), centre(cell(page, on)), page.evaluate("scrollY"),
    )  # fmt: skip
    touch("Start", x, y)
    expect(page.locator(".ghost")).to_be_visible()
    expect(page.locator(".cannot").first).to_be_attached()
    for share in (0.25, 0.5, 0.75, 1):
        touch("Move", x + (to_x - x) * share, y + (to_y - y) * share)
    assert page.evaluate("scrollY") == scrolled
    touch("End")
    expect(page.locator("#said")).to_have_text(re.compile("^Moved to"))
    is_on(page, run, on)


def test_a_finger_that_slides_at_once_picks_nothing_up(open_as, ana, run):
    page = open_as(ana, **TOUCH)
    page.goto(MONTH.format(run.scheduled_on))
    into_view(page, run)
    touch, (x, y) = finger(page), centre(chip(page, run))
    touch("Start", x, y)
    for by in (10, 30, 60, 90):
        touch("Move", x, y - by)
    page.wait_for_timeout(500)
    expect(page.locator(".ghost")).to_have_count(0)
    touch("End")
    is_on(page, run, run.scheduled_on)


def test_a_touch_the_system_takes_away_leaves_the_run(open_as, ana, run):
    page = open_as(ana, **TOUCH)
    page.goto(MONTH.format(run.scheduled_on))
    into_view(page, run)
    touch, at = finger(page), centre(chip(page, run))
    touch("Start", *at)
    expect(page.locator(".ghost")).to_be_visible()
    touch("Cancel")
    expect(page.locator(".ghost")).to_have_count(0)
    is_on(page, run, run.scheduled_on)


def test_a_long_press_alone_leaves_the_run_in_the_hand_to_be_put_down_by_tap(open_as, ana, run):
    page, on = open_as(ana, **TOUCH), free(run)
    page.goto(MONTH.format(run.scheduled_on))
    into_view(page, run)
    touch, at = finger(page), centre(chip(page, run))
    touch("Start", *at)
    expect(page.locator(".ghost")).to_be_visible()
    touch("End")
    expect(page.locator(".carried")).to_be_visible()
    cell(page, on).get_by_role("button", name="Put here").tap()
    expect(page.locator("#said")).to_have_text(re.compile("^Moved to"))
    is_on(page, run, on)


@pytest.mark.parametrize("path", [MONTH, "/schedule/{}/"], ids=["month", "week"])
def test_a_run_is_moved_with_the_keyboard(open_as, ana, run, path):
    page, on = open_as(ana, **WIDE), free(run)
    page.goto(path.format(run.scheduled_on))
    chip(page, run).focus()
    page.keyboard.press("m")
    expect(page.locator("#said")).to_have_text(re.compile(r"^Picked up .+ Use the arrow keys"))
    expect(cell(page, run.scheduled_on)).to_be_focused()
    walk(page, (on - run.scheduled_on).days)
    expect(page.locator("#said")).to_have_text(re.compile("Enter puts it here"))
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text(re.compile("^Moved to"))
    expect(chip(page, run)).to_be_focused()
    is_on(page, run, on)


def test_the_keyboard_hears_why_not_and_escape_leaves_it(open_as, ana, run):
    page, before = open_as(ana, **WIDE), run.scheduled_on
    page.goto(MONTH.format(before))
    chip(page, run).focus()
    page.keyboard.press("Space")
    expect(cell(page, before)).to_be_focused()
    walk(page, (taken(run) - before).days)
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text(re.compile("Can't: There is already a run"))
    page.keyboard.press("Escape")
    expect(page.locator("#said")).to_have_text("Left where it was.")
    expect(chip(page, run)).to_be_focused()
    is_on(page, run, before)


@pytest.mark.parametrize("path", [MONTH, "/schedule/{}/"], ids=["month", "week"])
@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_move_and_put_here(open_as, ana, run, path, scripted):
    page, on = open_as(ana, java_script_enabled=scripted), free(run)
    page.goto(path.format(run.scheduled_on))
    if path == MONTH:
        page.get_by_role("link", name="Move a run").click()
        expect(page.get_by_text("Which run should move?")).to_be_visible()
        chip(page, run).click()
    else:
        page.get_by_role("link", name=re.compile(f"Move {run.scheduled_on:%A}")).click()
    cell(page, on).get_by_role("button", name="Put here").click()
    expect(page.get_by_text(re.compile("^Moved to")).first).to_be_attached()
    is_on(page, run, on)


def test_without_javascript_a_yes_is_asked_for(open_as, ana, run):
    page, on = open_as(ana, java_script_enabled=False), strange(run)
    page.goto(f"{MONTH.format(run.scheduled_on)}?move={run.pk}")
    cell(page, on).get_by_role("button", name="Put here").click()
    page.get_by_role("button", name="Move anyway").click()
    expect(page.get_by_text("Moved to")).to_be_visible()
    is_on(page, run, on)


def test_a_page_opened_with_a_run_in_the_hand_says_so(open_as, ana, run):
    page = open_as(ana)
    page.goto(f"{MONTH.format(run.scheduled_on)}?move={run.pk}")
    expect(page.locator("#said")).to_have_text(re.compile("^Picked up"))
    expect(cell(page, run.scheduled_on)).to_be_focused()
    expect(cell(page, run.scheduled_on)).to_be_in_viewport()


def test_a_run_in_the_hand_goes_along_to_the_next_month(open_as, ana, run):
    page = open_as(ana, **WIDE)
    page.goto(f"{MONTH.format(run.scheduled_on)}?move={run.pk}")
    page.get_by_role("link", name="Next month").click()
    following = run.scheduled_on.replace(day=1) + timedelta(days=31)
    # What is asked for stands on both pages.
    expect(page).to_have_title(re.compile(f"{following:%B %Y}"))
    expect(page.get_by_text(f"Where should {run.scheduled_on:%A}'s")).to_be_visible()
    page.get_by_role("link", name="Leave it").click()
    expect(page.locator(".carried")).to_have_count(0)
