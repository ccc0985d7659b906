"""Which calls, at what hours, and the consent to any of them."""

from datetime import time, timedelta

import pytest

from coach import coaching
from coach.models import CONSENT, CONSENT_VERSION

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
CHOSEN = {
    "wanted": "on", "before_runs": "on", "after_runs": "call", "weekly": "sunday_evening", "milestones": "on",
    "evening_at": "18:30", "morning_at": "09:00", "quiet_from": "22:00", "quiet_until": "06:30",
}  # fmt: skip


def test_what_is_chosen_is_kept_and_the_calls_follow(anas, ana):
    assert anas.post("/settings/calls/", CHOSEN).status_code == 302
    row = ana.call_preferences
    assert (row.after_runs, row.weekly, row.evening_at, row.quiet_until) == (
        "call",
        "sunday_evening",
        time(18, 30),
        time(6, 30),
    )
    assert not row.early_before_runs
    weekly = ana.calls.get(kind="weekly_planning", status="planned")
    assert f"{ana.local(weekly.due_at):%a %H}" == "Sun 18"
    page = anas.get("/settings/calls/").content.decode()
    assert 'value="18:30"' in page
    assert CONSENT[:60].replace("'", "&#x27;") in page


def test_another_hour_moves_the_call_that_is_planned(anas, ana):
    anas.post("/settings/calls/", CHOSEN)
    anas.post("/settings/calls/", {**CHOSEN, "evening_at": "20:00"})
    weekly = ana.calls.get(kind="weekly_planning", status="planned")
    assert f"{ana.local(weekly.due_at):%a %H}" == "Sun 20"


def test_consent_keeps_its_words_and_how_it_ended(anas, ana, clock, now):
    consent = ana.call_consents.get()
    assert (consent.version, consent.text) == (CONSENT_VERSION, CONSENT)
    clock.move_to(now + timedelta(hours=1))
    anas.post("/settings/calls/stop/")
    consent.refresh_from_db()
    ana.refresh_from_db()
    assert (consent.withdrawn_by, ana.wants_calls) == ("page", False)
    assert not ana.calls.filter(status="planned").exists()
    anas.post("/settings/calls/", CHOSEN)
    ana.refresh_from_db()
    assert ana.wants_calls
    assert ana.call_consents.count() == 2
    assert ana.call_consents.get(withdrawn_at=None).address == "127.0.0.1"


def test_said_in_a_talk_it_is_kept_as_said(ana, now):
    session = coaching.open_talk(ana, "motivation", channel="browser", now=now)
    coaching.converse(session, "stop calling me", turn=0, now=now)
    assert ana.call_consents.get().withdrawn_by == "spoken"


@pytest.mark.parametrize(
    "wrong",
    [
        {"evening_at": "23:00"}, {"evening_at": "nonsense"}, {"quiet_from": ""}, {"weekly": "daily"},
        {"after_runs": ""}, {"morning_at": "05:00"}, {"evening_at": "25:00"}, {"evening_at": "09:00"},
        {"morning_at": "20:00"},
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_and_nothing_is_saved(anas, ana, wrong):
    assert anas.post("/settings/calls/", {**CHOSEN, **wrong}).status_code == 422
    assert not hasattr(ana, "call_preferences")


def test_quiet_hours_that_are_none(anas, ana):
    assert anas.post("/settings/calls/", {**CHOSEN, "quiet_from": "00:00", "quiet_until": "00:00"}).status_code == 302


def test_a_test_call_rings(anas, ana):
    assert anas.post("/settings/calls/test/").status_code == 302
    assert ana.calls.filter(kind="call_me").count() == 1


def test_a_stranger_sees_no_settings(client):
    assert client.get("/settings/calls/").status_code == 302
    assert client.post("/settings/calls/stop/").status_code == 302
