"""How the coach hears of a run that was run: as the runner chose."""

from datetime import timedelta

import pytest

from coach import coaching

pytestmark = pytest.mark.django_db


@pytest.fixture
def done(anas, ana, clock):
    """Choose a way, and press Mark complete; returns the answer."""

    def complete(way, **choices):
        run = ana.runs.first()
        clock.move_to(run.scheduled_date_time + timedelta(hours=2))
        coaching.choose_calls(ana, {"after_runs": way, **choices}, now=run.scheduled_date_time)
        return anas.post(f"/runs/{run.pk}/complete/", follow=True)

    return complete


def test_in_a_form(done):
    assert done("form").request["PATH_INFO"].endswith("/check-in/")


def test_in_a_talk(done, ana):
    answer = done("talk")
    session = ana.conversations.get()
    assert (answer.request["PATH_INFO"], session.conversation_type) == (f"/talk/{session.pk}/", "post_run")


def test_in_a_call_and_when_it_comes_is_said(done, ana):
    answer = done("call")
    call = ana.calls.get(kind="post_run", status="planned")
    assert f"I&#x27;ll call you at {ana.local(call.due_at):%-H:%M} to hear how it was." in answer.content.decode()


def test_in_a_form_where_the_call_may_not_ring(done):
    assert done("call", quiet_from="00:00", quiet_until="23:59").request["PATH_INFO"].endswith("/check-in/")
