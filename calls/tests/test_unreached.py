"""Calls that nobody picked up: one more try where it makes sense, then a word with the ways out."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from calls import dispatch, notices, planning
from coach import coaching

pytestmark = pytest.mark.django_db


@pytest.fixture
def before_run(ana):
    """The planned call before Ana's first run, as it is dialled."""
    call = ana.calls.filter(kind="pre_run").earliest("due_at")
    ana.calls.filter(pk=call.pk).update(status="no_answer")
    call.refresh_from_db()
    return call


def test_one_more_try_before_the_run_begins(ana, before_run):
    now = before_run.due_at + timedelta(seconds=30)
    dispatch.unreached(before_run, "you could not pick up", now=now)
    again = ana.calls.get(subject=f"{before_run.subject}#2")
    assert (again.status, again.due_at - now) == ("planned", timedelta(minutes=6))
    assert not ana.notices.filter(kind="missed_call").exists()
    planning.refresh(ana, now=now)
    again.refresh_from_db()
    assert again.status == "planned"
    dispatch.unreached(again, "you could not pick up", now=again.due_at)
    assert ana.calls.filter(run=before_run.run).count() == 2
    assert ana.notices.filter(kind="missed_call").count() == 1


def test_no_second_try_when_the_run_is_about_to_begin_or_was_let_go(ana, before_run):
    dispatch.unreached(before_run, "busy", now=before_run.expires_at - timedelta(minutes=5))
    assert ana.notices.filter(kind="missed_call").count() == 1
    assert not ana.calls.filter(subject__endswith="#2").exists()


def test_a_second_try_goes_with_its_run(ana, before_run):
    now = before_run.due_at
    dispatch.unreached(before_run, "busy", now=now)
    coaching.skip(before_run.run, reason="Tired", now=now)
    assert ana.calls.get(subject__endswith="#2").status == "cancelled"


def test_a_call_asked_for_is_not_repeated(ana, now):
    call = coaching.call_me(ana, now=now)
    dispatch.unreached(call, "busy", now=now)
    assert not ana.calls.filter(subject__endswith="#2").exists()


def test_the_word_in_the_app_has_the_ways_out(anas, ana, before_run, clock, now):
    notices.leave_missed(before_run, "your line was busy", now=now)
    page = anas.get("/").content.decode()
    assert f"/runs/{before_run.run_id}/move/" in page
    assert f"/runs/{before_run.run_id}/skip/" in page
    assert f"/runs/{before_run.run_id}/call-me/" in page
    assert "about your run on Tue 3 March at 7:00, but your line was busy" in page


def test_later_is_in_half_an_hour_about_the_same_run(anas, bens, ana, before_run, clock):
    now = timezone.now()
    notices.leave_missed(before_run, "your line was busy", now=now)
    assert bens.post("/calls/later/", {"run": before_run.run_id}).status_code == 404
    assert anas.post("/calls/later/", {"run": before_run.run_id}).url == "/"
    later = ana.calls.get(kind="call_me")
    assert (later.due_at, later.run) == (now + timedelta(minutes=30), before_run.run)
    assert later.context == {"talk": "pre_run"}
    assert not ana.notices.open().filter(kind="missed_call").exists()
    assert anas.post("/calls/later/", {"run": "nonsense"}).status_code == 404


def test_words_do_not_pile_up_and_go_with_their_run(ana, before_run, now):
    notices.leave_missed(before_run, "your line was busy", now=now)
    notices.leave_missed(before_run, "you could not pick up", now=now)
    (word,) = ana.notices.open()
    assert "you could not pick up" in word.text
    coaching.complete(before_run.run, now=before_run.run.scheduled_date_time)
    assert not ana.notices.open().exists()


def test_a_word_about_a_run_goes_when_the_run_is_moved(ana, before_run, now):
    notices.leave_silent(before_run, "it lies in your quiet hours", now=now)
    planning.refresh(ana, now=now)
    assert ana.notices.open().count() == 1
    coaching.move(before_run.run, on=before_run.run.scheduled_on, at=time(18), now=now)
    assert not ana.notices.open().exists()


def test_a_call_about_no_run_says_nothing_of_one(ana, now):
    call = coaching.call_me(ana, now=now)
    notices.leave_missed(call, "your line was busy", now=now)
    assert ana.notices.get().text == "I wanted a word with you, but your line was busy."


def test_a_call_that_comes_too_late_is_not_talked(ana, before_run):
    assert dispatch.too_late(before_run, now=before_run.due_at) == ""
    assert dispatch.too_late(before_run, now=before_run.expires_at + timedelta(minutes=2)) == "it came too late"
    ana.calls.filter(pk=before_run.pk).update(kind="weekly_planning")
    before_run.refresh_from_db()
    night = ana.moment(ana.today(before_run.due_at), planning.wishes_of(ana).quiet_from)
    before_run.expires_at = night + timedelta(hours=3)
    assert dispatch.too_late(before_run, now=night) == "it came in your quiet hours"
    assert dispatch.too_late(coaching.call_me(ana, now=night), now=night) == ""
