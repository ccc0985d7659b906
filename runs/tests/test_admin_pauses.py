"""The human coach's door to pauses: begun, ended, and never rewritten."""

from datetime import date, timedelta

import pytest

from coach import coaching
from runs.models import Pause
from runs.tests.admin_forms import act
from runs.tests.pages import body

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
HOLIDAY = {"kind": "holiday", "starts_on": "2026-03-03", "ends_on": "2026-03-10"}


def test_a_coach_begins_a_pause(coach, ana):
    coach.post("/admin/runs/pause/add/", {**HOLIDAY, "user": ana.pk}, follow=True)
    pause = ana.pauses.get()
    assert (pause.kind, pause.ends_on) == ("holiday", date(2026, 3, 10))
    assert ana.adjustments.get().pause == pause
    assert set(ana.runs.filter(scheduled_on__lte="2026-03-10").values_list("status", flat=True)) == {"rest"}


@pytest.mark.parametrize("button", ["_save", "_continue", "_addanother"])
def test_after_a_pause_any_button_leads_on(coach, ana, button):
    answer = coach.post("/admin/runs/pause/add/", {**HOLIDAY, "user": ana.pk, button: "x"}, follow=True)
    assert answer.status_code == 200
    assert ana.pauses.count() == 1


@pytest.mark.parametrize("button", ["_save", "_continue", "_addanother"])
def test_a_pause_that_cannot_be_is_said_and_not_begun(coach, ana, button):
    wrong = {**HOLIDAY, "user": ana.pk, "starts_on": "2026-01-05", button: "x"}
    page = body(coach.post("/admin/runs/pause/add/", wrong, follow=True))
    assert "more than two weeks ago" in page
    assert "was added successfully" not in page
    assert not Pause.objects.exists()


def test_a_coach_ends_a_pause(coach, ana, now, clock):
    pause = coaching.pause(ana, kind="holiday", starts_on=date(2026, 3, 3), ends_on=date(2026, 3, 10), now=now)
    clock.move_to(now + timedelta(days=3))
    assert "1 ended." in act(coach, "pause", "resume", pause)
    pause.refresh_from_db()
    assert pause.ends_on == date(2026, 3, 4)
    assert ana.runs.get(scheduled_on="2026-03-07").is_pending


def test_a_pauses_days_are_not_rewritten(coach, ana, now):
    pause = coaching.pause(ana, kind="holiday", starts_on=date(2026, 3, 3), ends_on=date(2026, 3, 10), now=now)
    assert coach.post(f"/admin/runs/pause/{pause.pk}/change/", HOLIDAY).status_code == 403
