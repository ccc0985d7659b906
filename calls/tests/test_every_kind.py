"""Every kind of call, from what gives rise to it to the coach's first words on the line."""

from datetime import timedelta

import pytest
from django.utils import timezone

from calls import dispatch
from calls.models import Call
from coach import coaching
from coach.models import Notice
from coach.records import Feedback

pytestmark = pytest.mark.django_db


def before_a_run(user, now):
    return "pre_run"


def after_a_run(user, now):
    coaching.choose_calls(user, {"after_runs": "call"}, now=now)
    run = user.runs.first()
    coaching.complete(run, now=run.scheduled_date_time + timedelta(hours=2))
    return "post_run"


def to_plan_the_week(user, now):
    coaching.choose_calls(user, {"weekly": "sunday_evening"}, now=now)
    return "weekly_planning"


def after_misses(user, now):
    """Three runs passed without a word, and the nightly look at them."""
    later = now + timedelta(days=12)
    for run in user.runs.filter(scheduled_on__lt=later.date()):
        coaching.miss(run, now=later)
    return "intervention"


def at_a_milestone(user, now):
    Notice.objects.create(user=user, kind="milestone", title="Ten runs", text="Ten runs.", created_at=now)
    coaching.replan(user, now=now)
    return "celebration"


def asked_for(user, now):
    coaching.call_me(user, now=now)
    return "call_me"


RISES = (before_a_run, after_a_run, to_plan_the_week, after_misses, at_a_milestone, asked_for)


@pytest.mark.parametrize("rise", RISES)
def test_it_is_planned_dialled_at_its_time_and_opens_with_its_own_talk(ana, line, clock, twilio_posts, rise):
    kind = rise(ana, timezone.now())
    call = ana.calls.filter(kind=kind, status="planned").earliest("due_at")
    # What else is due by then has its own turn.
    ana.calls.exclude(pk=call.pk).delete()
    clock.move_to(call.due_at)
    dispatch.run(lambda: call.due_at)
    call.refresh_from_db()
    assert (call.status, call.reason, len(line)) == ("placed", "", 1)
    spoken = twilio_posts(f"/api/twilio/connect-to-agent?ref={call.reference}", CallSid=call.carrier_sid)
    assert b"<Gather" in spoken.content
    call.refresh_from_db()
    assert call.conversation.conversation_type == ("motivation" if kind == "call_me" else kind)


def test_a_run_told_meanwhile_is_not_asked_about(ana, now, line):
    after_a_run(ana, now)
    call = ana.calls.get(kind="post_run")
    coaching.check_in(call.run, Feedback(difficulty=5), now=call.due_at - timedelta(seconds=5))
    # As if the row had been claimed before the change.
    Call.objects.filter(pk=call.pk).update(status="planned")
    dispatch.run(lambda: call.due_at)
    call.refresh_from_db()
    assert (call.status, call.reason, line) == ("blocked", "there is nothing left to tell about the run", [])
    assert not ana.notices.filter(call=call).exists()
