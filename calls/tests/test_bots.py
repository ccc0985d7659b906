"""People who sign up to have our calls made to numbers that are not theirs."""

from datetime import timedelta

import pytest

from calls import dispatch, twilio
from calls.models import Call
from coach import coaching
from coach.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
BOTS = 12


@pytest.fixture
def dialled(settings, monkeypatch):
    """Real telephones; what Twilio was asked to dial."""
    settings.TWILIO_SANDBOX = False
    asked = []
    monkeypatch.setattr(twilio, "place", lambda *, to, reference, send_by: asked.append(to) or f"CA{len(asked):032x}")
    return asked


def test_numbers_nobody_has_shown_are_never_dialled(make_runner, dialled, client, clock, now):
    """They name a number in the app, ask for calls at once and later, and have calls before their runs."""
    for n in range(BOTS):
        bot = make_runner(f"bot{n}@example.com")
        client.force_login(bot)
        me = {"phone_number": f"+49151123456{n:02d}"}
        assert client.patch("/api/me", me, content_type="application/json").status_code == 200
        client.post("/settings/calls/test/")
        at = (now + timedelta(hours=1)).isoformat()
        client.post("/api/schedule-call", {"scheduled_time": at}, content_type="application/json")
    planned = Call.objects.filter(status=Call.Status.PLANNED).order_by("due_at")
    while call := planned.first():
        clock.move_to(call.due_at)
        dispatch.run(lambda due=call.due_at: due)
    assert dialled == []
    assert Call.objects.filter(status=Call.Status.BLOCKED).count() >= BOTS
    assert not User.objects.exclude(phone_verified_at=None).exists()


def test_a_number_shown_and_then_changed_is_not_dialled(ana, anas, dialled, now):
    ana.phone_number, ana.phone_verified_at = "+442079460958", now
    ana.save()
    anas.post("/settings/calls/test/")
    anas.patch("/api/me", {"phone_number": "+442079460959"}, content_type="application/json")
    dispatch.run(lambda: now)
    assert dialled == []


def test_an_account_whose_number_another_has_shown_since_is_not_dialled(ana, ben, dialled, now, monkeypatch):
    ana.phone_number, ana.phone_verified_at = "+442079460958", now
    ana.save()
    coaching.call_me(ana, now=now)
    monkeypatch.setattr(twilio, "verification", lambda resource, **asked: "approved")
    ben = coaching.send_code(ben, "+442079460958", now=now)
    coaching.verify_number(ben, "123456", now=now)
    dispatch.run(lambda: now)
    assert dialled == []
    coaching.call_me(ben, now=now)
    dispatch.run(lambda: now)
    assert dialled == ["+442079460958"]
