"""Where it hurts, tapped in the picture or chosen from the list, with a script and without."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from e2e.browsers import DESK, PHONE
from e2e.test_every_page import violations
from runs.forms import SPOTS
from runs.models import RunSession

pytestmark = pytest.mark.django_db(transaction=True)
DRAWN = {"light": DESK, "dark": PHONE}


@pytest.fixture
def ana(make_runner):
    return make_runner("ana@example.com", at=timezone.now())


@pytest.fixture
def hurting(open_as, ana):
    """The check-in with "Something hurts" ticked."""
    run = ana.runs.pending().first()

    def open_page(**options) -> Page:
        page = open_as(ana, **{"viewport": PHONE, **options})
        page.goto(f"/runs/{run.pk}/check-in/")
        following = page.get_by_role("button", name="Next")
        if following.is_visible():
            following.click()
        page.get_by_label("Something hurts").check()
        return page

    return open_page


def tap(page: Page, name: str) -> None:
    """In the middle of the largest room it has, as a thumb would."""
    label = page.locator(".spot").filter(has=page.get_by_text(name, exact=True))
    shapes = label.locator("use").all()
    sizes = [(shape.bounding_box() or {"width": 0})["width"] for shape in shapes]
    shapes[sizes.index(max(sizes))].click()


def told(page: Page) -> tuple[str, str]:
    return page.get_by_label("Where?").input_value(), page.get_by_label("Which side?").input_value()


def test_a_tap_fills_the_list_and_is_said_in_words(hurting):
    page = hurting()
    tap(page, "Left knee")
    assert told(page) == ("knee", "left")
    expect(page.locator("[data-said]")).to_have_text("Left knee")
    tap(page, "Right heel")
    assert told(page) == ("heel", "right")
    tap(page, "Back")
    assert told(page) == ("back", "")
    expect(page.get_by_label("Which side?")).to_be_disabled()


def test_the_list_lights_the_picture(hurting):
    page = hurting()
    page.get_by_label("Where?").select_option("Achilles")
    expect(page.locator(".spot :checked")).to_have_count(0)
    page.get_by_label("Which side?").select_option("Left")
    expect(page.get_by_role("radio", name="Left achilles")).to_be_checked()
    page.get_by_label("Which side?").select_option("Both")
    expect(page.locator(".spot.is-hurt")).to_have_count(2)
    expect(page.locator("[data-said]")).to_have_text("Achilles, both sides")
    page.get_by_label("Where?").select_option("Thigh")
    expect(page.locator(".spot.is-hurt, .spot:has(:checked)")).to_have_count(0)
    expect(page.locator("[data-said]")).to_have_text("Thigh, both sides")


def test_the_arrow_keys_walk_over_the_body(hurting):
    page = hurting()
    page.get_by_label("Something hurts").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("radio", name="Neck")).to_be_checked()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Chest")).to_be_checked()
    assert told(page) == ("chest", "")


@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_tapped_place_is_told_to_the_coach(hurting, scripted):
    page = hurting(java_script_enabled=scripted)
    tap(page, "Right ankle")
    expect(page.get_by_text("Right ankle").last).to_be_visible()
    page.get_by_label("How bad, 0 to 10?").fill("6")
    if scripted:
        for _ in range(3):
            page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello Ana")
    session = RunSession.objects.get(pain_location="ankle", pain_severity=6)
    assert session.pain_side == "right"


def test_a_bad_form_comes_back_with_the_place(hurting):
    page = hurting(viewport=DESK)
    tap(page, "Left hip")
    page.get_by_label("Minutes run").fill("9999")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".errorlist")).to_have_text("That is more than a day. Please check.")
    expect(page.get_by_role("radio", name="Left hip")).to_be_checked()
    expect(page.locator("[data-said]")).to_have_text("Left hip")
    assert told(page) == ("hip", "left")


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_every_place_has_room_for_a_thumb(hurting, viewport):
    page = hurting(viewport=viewport)
    rooms = page.evaluate(
        """() => {
          const picture = document.querySelector(".body-picture");
          picture.scrollIntoView({ block: "start" });
          document.querySelectorAll("nav").forEach((nav) => nav.remove());
          const box = picture.getBoundingClientRect(), rooms = {};
          // The two figures and the feet are looked at one by one: a part has room in one of them.
          const half = box.width / 2, floor = box.top + (box.height * 427) / 528;
          for (let y = box.top; y < box.bottom; y += 2)
            for (let x = box.left - 8; x < box.right + 8; x += 2) {
              const name = document.elementFromPoint(x, y)?.closest(".spot")?.querySelector("input").value;
              if (!name) continue;
              const view = y > floor ? "near" : x < box.left + half - 6 ? "front" : "back";
              const room = ((rooms[name] ??= {})[view] ??= { left: x, right: x, top: y, bottom: y });
              room.left = Math.min(room.left, x), room.right = Math.max(room.right, x), room.bottom = y;
            }
          return Object.fromEntries(Object.entries(rooms).map(([name, views]) => [name, Object.values(views).map(
            (r) => Math.min(r.right - r.left, r.bottom - r.top) + 2)]));
        }"""
    )
    assert set(rooms) == set(SPOTS)
    assert {name: room for name, room in rooms.items() if max(room) < 44} == {}


@pytest.mark.parametrize("scheme", DRAWN)
def test_axe_finds_no_violation_in_the_picture(hurting, scheme):
    page = hurting(viewport=DRAWN[scheme], color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    tap(page, "Left knee")
    assert violations(page) == []


def test_nothing_moves_but_what_opens(hurting):
    page = hurting()
    head = page.locator("h1").bounding_box(), page.get_by_label("Something hurts").bounding_box()
    page.get_by_label("Something hurts").uncheck()
    assert head == (page.locator("h1").bounding_box(), page.get_by_label("Something hurts").bounding_box())
    page.get_by_label("Something hurts").check()
    before = page.get_by_label("Where?").bounding_box()
    tap(page, "Neck")
    page.evaluate("scrollTo(0, 0)")
    assert page.get_by_label("Where?").bounding_box() == before


@pytest.mark.parametrize("width", [320, 640])
def test_it_fits_a_small_phone_and_a_desk_at_twice_the_size(hurting, width):
    page = hurting(viewport={"width": width, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == width
