"""What operators see of the calls, and the switch."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from calls import dispatch, twilio
from calls.models import Call, Halt
from coach import coaching

pytestmark = pytest.mark.django_db


def told(*arguments):
    out = StringIO()
    call_command("calls", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def due(make_runner):
    """A call that should be dialled now."""
    ana = make_runner("ana@example.com", at=timezone.now())
    return coaching.call_me(ana, now=timezone.now())


def test_status_counts_what_there_is(due):
    report = json.loads(told("status", "--json"))
    assert (report["due"], report["in_flight"], report["halted"]) == (1, 0, [])
    Call.objects.filter(pk=due.pk).update(status="uncertain", due_at=timezone.now() - timedelta(hours=1))
    report = json.loads(told("status", "--json"))
    assert (report["due"], report["in_flight"], report["uncertain"], report["stuck"]) == (0, 1, 1, 1)
    Call.objects.filter(pk=due.pk).update(status="completed", ended_at=timezone.now())
    assert "1 completed" in told("status")


def test_one_switch_stops_all_dialling_and_starts_it_again(due):
    told("stop", "--reason", "The bill")
    told("stop")
    assert Halt.objects.count() == 1
    assert dispatch.claim_due(timezone.now()) is None
    assert "The bill" in told("status")
    told("go")
    assert dispatch.claim_due(timezone.now()).call == due
    assert "Nothing was stopped" in told("go")


def test_a_refusal_of_the_account_halts_for_a_while(due, monkeypatch):
    def refuse(**asked):
        raise twilio.CallRefused("Authenticate", kind="operator", code=20003)

    monkeypatch.setattr("calls.twilio.place", refuse)
    now = timezone.now()
    dispatch.dial(dispatch.claim_due(now), clock=lambda: now)
    (halt,) = Halt.objects.now(now)
    assert "20003" in halt.reason
    assert not Halt.objects.now(now + timedelta(minutes=6)).exists()


def test_nonsense_is_refused():
    with pytest.raises(CommandError):
        told("dance")
