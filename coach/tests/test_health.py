"""Red flags: nothing is run and nobody calls until a doctor's word, whatever else is told."""

from datetime import date, time, timedelta

import pytest

from calls import talking
from calls.models import Call
from coach import coaching
from coach.models import Notice
from coach.records import Feedback
from runs.tests.events import in_order

pytestmark = pytest.mark.django_db


def test_a_red_flag_suspends_calls_and_asks_for_help(ana, now):
    run = in_order(ana)[0]
    told = Feedback(difficulty=8, pain=True, pain_location="chest", pain_severity=4)
    coaching.check_in(run, told, now=now + timedelta(days=1))
    ana.refresh_from_db()
    assert ana.suspended_at
    assert ana.notices.filter(kind=Notice.Kind.SAFETY, seen_at=None).count() == 1
    assert not ana.calls.filter(status=Call.Status.PLANNED).exists()
    with pytest.raises(coaching.Refused):
        coaching.call_me(ana, now=now)
    coaching.clear(ana, now=now + timedelta(days=2))
    assert ana.calls.filter(status=Call.Status.PLANNED).exists()


def test_a_doctor_comes_before_any_rule_and_any_other_word(ana, now):
    first = in_order(ana)[0]
    told = Feedback(difficulty=9, pain=True, pain_location="chest", distance_km=5.5)
    came = coaching.check_in(first, told, now=now + timedelta(days=1))
    assert came.adjustment.rule == "red_flag"
    assert came.adjustment.changes == []
    assert ana.notices.open().gravest_first().first().kind == Notice.Kind.SAFETY


def test_while_suspended_nothing_is_run_or_moved(ana, now):
    coaching.suspend(ana, now=now)
    run = in_order(ana)[0]
    for event in (
        lambda: coaching.complete(run, now=now),
        lambda: coaching.check_in(run, Feedback(difficulty=3), now=now),
        lambda: coaching.move(run, on=date(2026, 3, 4), at=time(7), now=now),
    ):
        with pytest.raises(coaching.Refused, match="doctor"):
            event()


def test_another_number_is_unverified_and_a_red_flag_survives_a_change_of_name(ana, now):
    coaching.change_profile(ana, {"phone_number": "+4915112345678"}, now=now)
    type(ana).objects.filter(pk=ana.pk).update(phone_verified_at=now, suspended_at=now)
    coaching.change_profile(ana, {"name": "Anna"}, now=now)
    ana.refresh_from_db()
    assert (ana.name, ana.phone_verified_at, ana.suspended_at) == ("Anna", now, now)
    coaching.change_profile(ana, {"phone_number": "+4915112345679"}, now=now)
    ana.refresh_from_db()
    assert ana.phone_verified_at is None


def test_a_red_flag_told_about_a_run_let_go_meanwhile_still_counts(ana, now):
    run = in_order(ana)[0]
    talk = talking.begin(ana, "post_run", channel="api", run=run, now=now)
    for turn, words in enumerate(["hard", "8"]):
        coaching.converse(talk, words, turn=turn, now=now)
    coaching.skip(run, reason="x", now=now)
    coaching.converse(talk, "I have chest pain", turn=2, now=now)
    ana.refresh_from_db()
    assert ana.suspended_at == now
