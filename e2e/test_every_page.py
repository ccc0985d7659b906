"""What must be true of every page: accessible, within the screen, light on the wire."""

import gzip
from dataclasses import replace
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from coach import coaching, demo
from e2e.browsers import DESK, PHONE
from runs.models import ScheduleAdjustment
from runs.training import snapshots
from runs.training.history import Change

pytestmark = pytest.mark.django_db(transaction=True)
MOST_SCRIPT = 60_000
PUBLIC = ("/", "/account/login/", "/account/signup/", "/account/password/reset/")


@pytest.fixture
def ana(db):
    """The demo's Ana with a pause ahead and a question to answer."""
    now = timezone.now()
    user = demo.create(now)
    away = user.runs.pending()[8].scheduled_on
    coaching.pause(user, kind="holiday", starts_on=away, ends_on=away + timedelta(days=6), now=now)
    propose(user, now)
    return user


def propose(user, now):
    """Half a kilometre more, if she likes."""
    run = user.runs.pending().filter(run_type="easy")[1]
    longer = replace(run.plain, distance_km=run.distance + 0.5)
    ScheduleAdjustment.objects.create(
        schedule=run.schedule, user=user, rule="progress", reason="Four good weeks. A little more? Shall we?",
        changes=[snapshots.change(Change(run.plain, longer))], created_at=now, proposed_at=now,
        evidence_runs=[str(one.pk) for one in user.runs.filter(status="completed")[:4]],
    )  # fmt: skip


def pages_of(user):
    """Every page a runner can open, with something on it."""
    pending, done = user.runs.pending().first(), user.runs.filter(status="completed").first()
    changes = user.adjustments.filter(changes__0__isnull=False)
    returning = changes.get(pause__in=user.pauses.all())
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
        f"/runs/{pending.pk}/shorten/",
        f"/runs/{pending.pk}/swap/",
        f"/runs/{done.pk}/correct/",
        "/runs/add/",
        "/pauses/",
        "/talk/",
        f"/talk/{call.conversation_id}/",
        "/progress/",
        "/more/",
        "/settings/",
        "/settings/calls/",
        "/telephone/",
        "/tasks/",
        "/calls/",
        f"/calls/{call.pk}/",
        "/adjustments/",
        *[f"/adjustments/{change.pk}/" for change in (user.adjustments.waiting().get(), returning, changes.last())],
        f"/adjustments/{user.adjustments.filter(changes=[]).first().pk}/",
        "/start/goal/",
        "/start/week/",
        "/account/logout/",
        "/nowhere/",
        "/account/password/change/",
    ]


def visited(page, user):
    """Where the page is: everywhere, and then where a runner is led whom a doctor should see."""
    for path in pages_of(user):
        page.goto(path, wait_until="load")
        yield path
    coaching.suspend(user, now=timezone.now())
    for path in ("/safety/", "/", f"/runs/{user.runs.pending().first().pk}/"):
        page.goto(path, wait_until="load")
        yield f"{path} while a doctor is awaited"


STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page, rules=STANDARDS):
    """What axe has against the page as it stands."""
    found = Axe().run(page, options={"runOnly": rules})
    return [f"{v['id']}: {v['nodes'][0]['html'][:140]}" for v in found.response["violations"]]


def violations_by_day_and_by_night(page):
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    # The night changes colours and nothing else.
    found += violations(page, ["color-contrast", "link-in-text-block"])
    page.emulate_media(color_scheme="light")
    return found


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_no_violation_by_day_and_by_night(open_as, ana, viewport):
    options = {"color_scheme": "light", "viewport": viewport, "bypass_csp": True, "reduced_motion": "reduce"}
    page, public = open_as(ana, **options), open_as(**options)
    found = {path: violations_by_day_and_by_night(page) for path in visited(page, ana)}
    for path in PUBLIC:
        public.goto(path, wait_until="load")
        found[path] = violations_by_day_and_by_night(public)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_every_page_fits_a_small_phone_and_a_thumb(open_as, ana):
    page = open_as(ana, viewport={"width": 320, "height": 640})
    wide, small = [], {}
    for path in visited(page, ana):
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path)
        found = page.evaluate(
            """() => [...document.querySelectorAll("main button, main .button, nav a, main select")]
                 .filter((e) => e.offsetParent && !e.closest("[hidden]"))
                 .filter((e) => { const r = e.getBoundingClientRect(); return r.width < 44 || r.height < 44; })
                 .map((e) => e.outerHTML.slice(0, 90))"""
        )
        if found:
            small[path] = found
    assert (wide, small) == ([], {})


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
