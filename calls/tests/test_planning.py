from datetime import UTC, datetime, timedelta

import pytest

from calls import planning
from calls.models import Call
from coach import coaching

NOW = datetime(2026, 3, 2, 6, tzinfo=UTC)


def ahead(**delta):
    return planning.RunAhead("r1", NOW + timedelta(**delta))


def test_a_run_wants_a_call_fifteen_minutes_before_it():
    (call,) = planning.desired_calls([ahead(hours=3)], wants_calls=True, now=NOW)
    assert (call.due_at, call.expires_at) == (NOW + timedelta(hours=2, minutes=45), NOW + timedelta(hours=3))


@pytest.mark.parametrize("delta", [{"hours": -1}, {"days": 30}, {"seconds": 0}])
def test_a_run_behind_or_far_ahead_wants_none(delta):
    assert planning.desired_calls([ahead(**delta)], wants_calls=True, now=NOW) == []


def test_a_runner_who_did_not_agree_gets_none():
    assert planning.desired_calls([ahead(hours=3)], wants_calls=False, now=NOW) == []


def test_a_run_in_ten_minutes_is_called_for_at_once():
    (call,) = planning.desired_calls([ahead(minutes=10)], wants_calls=True, now=NOW)
    assert call.due_at < NOW < call.expires_at


@pytest.mark.django_db
class TestRefresh:
    def test_done_twice_changes_nothing(self, ana, now):
        before = list(ana.calls.values_list("pk", "status", "due_at"))
        planning.refresh(ana, now=now)
        assert list(ana.calls.values_list("pk", "status", "due_at")) == before
        assert before

    def test_a_skipped_run_has_no_call(self, ana, now):
        run = ana.runs.first()
        coaching.skip(run, reason="x", now=now)
        assert ana.calls.get(run=run).status == Call.Status.CANCELLED
        run.refresh_from_db()
        assert (run.pre_run_call_time, run.pre_run_call_scheduled) == (None, False)

    def test_a_call_under_way_is_left_alone(self, ana, now):
        run = ana.runs.first()
        ana.calls.filter(run=run).update(status=Call.Status.RINGING)
        coaching.skip(run, reason="x", now=now)
        assert ana.calls.get(run=run).status == Call.Status.RINGING

    def test_moved_away_and_back_it_is_one_call(self, ana, now):
        run = ana.runs.first()
        coaching.move(run, on=run.scheduled_on + timedelta(days=1), at=run.start_time, now=now)
        coaching.move(run, on=run.scheduled_on, at=run.start_time, now=now)
        assert ana.calls.filter(run=run, status=Call.Status.PLANNED).count() == 1

    def test_it_costs_the_same_for_many_runs(self, make_runner, django_assert_max_num_queries, now):
        user = make_runner("many@example.com", weekly_frequency=5)
        with django_assert_max_num_queries(7):
            planning.refresh(user, now=now)
