"""What must be true of every page: accessible, within the screen, light on the wire."""

import gzip

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from coach import demo
from e2e.browsers import DESK, PHONE

pytestmark = pytest.mark.django_db(transaction=True)
MOST_SCRIPT = 60_000
PUBLIC = ("/", "/account/login/", "/account/signup/", "/account/password/reset/")


@pytest.fixture
def ana(db):
    return demo.create(timezone.now())


def pages_of(user):
    """Every page a runner can open, with something on it."""
    pending, done = user.runs.pending().first(), user.runs.filter(status="completed").first()
    rest = user.runs.filter(status="rest").first()
    call = user.calls.filter(status="completed").first()
    return [
        "/",
        "/schedule/",
        f"/schedule/?move={pending.pk}",
        "/schedule/month/",
        "/schedule/plan/",
        "/goal/",
        f"/schedule/month/{pending.scheduled_on:%Y-%m}/?move={pending.pk}",
        "/schedule/month/?move=choose",
        f"/runs/{pending.pk}/",
        f"/runs/{done.pk}/",
        f"/runs/{rest.pk}/",
        f"/runs/{pending.pk}/move/",
        f"/runs/{pending.pk}/skip/",
        f"/runs/{pending.pk}/check-in/",
        "/talk/",
        f"/talk/{call.conversation_id}/",
        "/progress/",
        "/more/",
        "/settings/",
        "/tasks/",
        "/calls/",
        f"/calls/{call.pk}/",
        "/adjustments/",
        f"/adjustments/{user.adjustments.get().pk}/",
        "/start/goal/",
        "/start/week/",
        "/account/logout/",
        "/nowhere/",
        "/account/password/change/",
    ]


def violations(page):
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    return [f"{v['id']}: {v['nodes'][0]['html'][:140]}" for v in found.response["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_no_violation(open_as, ana, scheme, viewport):
    page = open_as(ana, color_scheme=scheme, viewport=viewport, bypass_csp=True, reduced_motion="reduce")
    public = open_as(color_scheme=scheme, viewport=viewport, bypass_csp=True)
    found = {}
    for tab, paths in ((page, pages_of(ana)), (public, PUBLIC)):
        for path in paths:
            tab.goto(path, wait_until="load")
            if wrong := violations(tab):
                found[path] = wrong
    assert found == {}


def test_nothing_is_wider_than_a_small_phone(open_as, ana):
    page = open_as(ana, viewport={"width": 320, "height": 640})
    wide = []
    for path in pages_of(ana):
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path)
    assert wide == []


def test_targets_are_large_enough_for_a_thumb(open_as, ana):
    page = open_as(ana)
    small = {}
    for path in pages_of(ana):
        page.goto(path)
        found = page.evaluate(
            """() => [...document.querySelectorAll("main button, main .button, nav a, main select")]
                 .filter((e) => e.offsetParent && !e.closest("[hidden]"))
                 .filter((e) => { const r = e.getBoundingClientRect(); return r.width < 44 || r.height < 44; })
                 .map((e) => e.outerHTML.slice(0, 90))"""
        )
        if found:
            small[path] = found
    assert small == {}


def test_the_script_of_a_page_is_light(open_as, ana):
    page = open_as(ana)
    bodies = []
    page.on("response", lambda answer: bodies.append(answer) if answer.request.resource_type == "script" else None)
    page.goto("/", wait_until="load")
    weight = sum(len(gzip.compress(answer.body())) for answer in bodies)
    assert 0 < weight < MOST_SCRIPT


def test_nothing_moves_while_a_page_loads(open_as, ana):
    page = open_as(ana)
    page.add_init_script(
        """window.shift = 0;
           new PerformanceObserver((list) => list.getEntries().forEach((e) => (window.shift += e.value)))
             .observe({ type: "layout-shift", buffered: true });"""
    )
    for path in ("/", "/schedule/", "/schedule/month/", "/progress/"):
        page.goto(path)
        page.wait_for_timeout(300)
        assert page.evaluate("window.shift") < 0.02, path
