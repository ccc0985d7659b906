"""Which calls should exist: for runs, weeks, misses and milestones; never in quiet hours or pauses."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls import planning
from calls.models import Call
from calls.planning.desired import Occasion, RunAhead, RunDone, Situation, Wishes, desired_calls
from coach import coaching, wall_clock

# A Monday, 7:00 in Berlin.
NOW = datetime(2026, 3, 2, 6, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
# At 1:00 UTC the clocks of Berlin go back from 3:00 to 2:00.
BACK = datetime(2026, 10, 25, 1, tzinfo=UTC)


def ahead(**delta):
    return RunAhead("r1", NOW + timedelta(**delta))


def desired(*, now=NOW, zone=BERLIN, **situation):
    return desired_calls(Situation(zone=zone, **situation), now=now)


def wall(call, zone=BERLIN):
    return f"{call.due_at.astimezone(zone):%a %H:%M}"


def test_a_run_wants_a_call_fifteen_minutes_before_it():
    (call,) = desired(runs=(ahead(hours=3),))
    assert (call.due_at, call.expires_at) == (NOW + timedelta(hours=2, minutes=45), NOW + timedelta(hours=3))


@pytest.mark.parametrize("delta", [{"hours": -1}, {"days": 30}, {"seconds": 0}])
def test_a_run_behind_or_far_ahead_wants_none(delta):
    assert desired(runs=(ahead(**delta),)) == []


def test_a_run_in_ten_minutes_is_called_for_at_once():
    (call,) = desired(runs=(ahead(minutes=10),))
    assert call.due_at < NOW < call.expires_at


def test_before_runs_only_when_wanted():
    assert desired(runs=(ahead(hours=3),), wishes=Wishes(before_runs=False)) == []


def test_an_early_run_is_called_for_in_quiet_hours_only_when_that_is_agreed():
    early = RunAhead("r1", datetime(2026, 3, 3, 5, 30, tzinfo=UTC))
    assert [wall(call) for call in desired(runs=(early,))] == ["Tue 06:15"]
    (silent,) = desired(runs=(early,), wishes=Wishes(early_before_runs=False))
    assert silent.obstacle == planning.IN_QUIET_HOURS


def test_the_quiet_hours_may_end_before_the_run():
    run = RunAhead("r1", datetime(2026, 3, 3, 7, 10, tzinfo=UTC))
    (call,) = desired(runs=(run,), wishes=Wishes(early_before_runs=False, quiet_until=time(8)))
    assert wall(call) == "Tue 08:00"
    assert call.expires_at == run.starts_at


def test_after_a_run_a_few_minutes_later_where_that_is_wanted():
    done = (RunDone("r1", NOW + timedelta(hours=2)),)
    assert desired(done=done) == []
    (call,) = desired(done=done, wishes=Wishes(after_runs=True), now=NOW + timedelta(hours=2))
    assert (call.kind, call.due_at) == ("post_run", NOW + timedelta(hours=2, minutes=3))


def test_a_late_run_is_not_asked_about_in_the_night():
    done_at = datetime(2026, 3, 2, 20, 30, tzinfo=UTC)
    (call,) = desired(done=(RunDone("r1", done_at),), wishes=Wishes(after_runs=True), now=done_at)
    assert call.obstacle == planning.IN_QUIET_HOURS


@pytest.mark.parametrize(
    ("weekly", "on", "subject"),
    [("sunday_evening", "Sun 18:", "week@2026-03-09"), ("monday_morning", "Mon 09:", "week@2026-03-02")],
)
def test_the_week_is_planned_when_it_was_chosen(weekly, on, subject):
    call = desired(wishes=Wishes(weekly=weekly), spread_by="x")[0]
    assert wall(call).startswith(on)
    assert call.subject == subject


def test_weekly_calls_of_many_runners_are_spread():
    due = {desired(wishes=Wishes(weekly="sunday_evening"), spread_by=str(n))[0].due_at for n in range(60)}
    assert len(due) > 10
    assert max(due) - min(due) < timedelta(minutes=20)


@pytest.mark.parametrize(("hour", "day"), [(10, "Mon"), (17, "Tue"), (22, "Tue")])
def test_misses_and_milestones_are_talked_over_on_the_next_evening(hour, day):
    seen = datetime(2026, 3, 2, hour, 30, tzinfo=UTC)
    calls = desired(misses=(Occasion("a", seen),), milestones=(Occasion("b", seen),), now=seen)
    assert {(call.kind, wall(call)) for call in calls} == {
        ("intervention", f"{day} 18:00"),
        ("celebration", f"{day} 18:00"),
    }


def test_two_milestones_of_a_day_are_one_call():
    noon, later = NOW.replace(hour=12), NOW.replace(hour=13)
    both = (Occasion("second", later), Occasion("first", noon))
    (call,) = desired_calls(Situation(zone=BERLIN, milestones=both), now=later)
    assert (call.kind, call.subject) == ("celebration", "first")
    (call,) = desired_calls(Situation(zone=BERLIN, milestones=both[::-1]), now=later)
    assert call.subject == "first"


def test_an_evening_in_quiet_hours_has_no_ring():
    wishes = Wishes(quiet_from=time(17), quiet_until=time(9))
    assert [call.obstacle for call in desired(misses=(Occasion("a", NOW),), wishes=wishes)] == [planning.IN_QUIET_HOURS]


def test_who_may_not_be_rung_at_all_has_one_reason():
    (call,) = desired(runs=(ahead(hours=3),), obstacle=planning.NOT_AGREED)
    assert call.obstacle == planning.NOT_AGREED


def test_the_evening_that_follows_is_never_past():
    """The clock shows 2:10 for the second time: the day's first 2:30 is over."""
    seen = BACK + timedelta(minutes=10)
    wishes = Wishes(evening_at=time(2, 30), quiet_from=time(), quiet_until=time())
    (call,) = desired(misses=(Occasion("a", seen),), wishes=wishes, now=seen)
    assert wall(call) == "Mon 02:30"


def test_the_weeks_call_stands_past_midnight():
    wishes = Wishes(weekly="sunday_evening", evening_at=time(23, 30), quiet_from=time(), quiet_until=time())
    on_sunday, on_monday = (
        {call.subject: call for call in desired(wishes=wishes, now=datetime(2026, 3, 8, hour, 5, tzinfo=UTC))}
        for hour in (22, 23)
    )
    assert on_monday["week@2026-03-09"] == on_sunday["week@2026-03-09"]


def test_a_pause_has_no_calls():
    everything = {"runs": (ahead(hours=3),), "misses": (Occasion("a", NOW),)}
    assert desired(**everything, free_of_calls=((date(2026, 3, 2), None),)) == []
    assert desired(**everything, free_of_calls=((date(2026, 3, 3), date(2026, 3, 4)),))


TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
MOMENTS = st.integers(0, 2 * 365 * 24 * 60).map(
    lambda minutes: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"])


@given(st.tuples(TIMES, TIMES, TIMES, TIMES), ZONES, MOMENTS)
def test_no_call_but_the_agreed_early_one_ever_lies_in_quiet_hours(times, name, now):
    quiet_from, quiet_until, evening, morning = times
    zone = ZoneInfo(name)
    wishes = Wishes(
        after_runs=True, weekly="monday_morning", evening_at=evening, morning_at=morning, quiet_from=quiet_from,
        quiet_until=quiet_until, early_before_runs=False,
    )  # fmt: skip
    calls = desired(
        now=now, zone=zone, wishes=wishes, runs=tuple(RunAhead(str(n), now + timedelta(hours=7 * n)) for n in range(9)),
        done=(RunDone("d", now),), misses=(Occasion("m", now),), milestones=(Occasion("c", now),),
    )  # fmt: skip
    for call in calls:
        if call.obstacle:
            assert wishes.is_quiet(call.due_at.astimezone(zone).time())
            continue
        assert not wishes.is_quiet(call.due_at.astimezone(zone).time())
        assert now < call.expires_at
        assert call.due_at < call.expires_at
        last = call.expires_at - timedelta(seconds=1)
        assert not wishes.is_quiet(last.astimezone(zone).time())
    assert len({(call.kind, call.subject) for call in calls}) == len(calls)


@pytest.mark.parametrize(
    ("quiet_from", "quiet_until", "begins", "lasts_min"),
    [
        # Quiet until 2:30, and once more from 2:00 to 2:30 by the clock that went back.
        (time(21), time(2, 30), -30, 30),
        (time(2, 30), time(2, 45), -57, 27),
        # Two hours by the sun.
        (time(2), time(3), 60, 3),
    ],
)
def test_a_quiet_time_that_comes_twice_is_quiet_twice(quiet_from, quiet_until, begins, lasts_min):
    wishes = Wishes(after_runs=True, quiet_from=quiet_from, quiet_until=quiet_until)
    done_at = BACK - timedelta(hours=1)
    (call,) = desired(done=(RunDone("d", done_at),), wishes=wishes, now=done_at)
    assert call.due_at == BACK + timedelta(minutes=begins)
    assert call.expires_at == call.due_at + timedelta(minutes=lasts_min)


@pytest.mark.parametrize("name", ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca"])
def test_a_run_on_a_skipped_or_repeated_hour_has_one_call_before_it(name):
    zone = ZoneInfo(name)
    for on in (date(2026, 1, 1) + timedelta(days=ahead) for ahead in range(365)):
        starts = wall_clock.moment(on, time(2, 15), zone=zone)
        (call,) = desired(runs=(RunAhead("r", starts),), zone=zone, now=starts - timedelta(days=1))
        assert call.due_at == starts - timedelta(minutes=15)


@pytest.mark.django_db
class TestRefresh:
    def test_done_twice_changes_nothing(self, ana, now):
        before = list(ana.calls.values_list("pk", "status", "due_at"))
        planning.refresh(ana, now=now)
        assert list(ana.calls.values_list("pk", "status", "due_at")) == before
        assert before

    def test_a_skipped_run_has_no_call(self, ana, now):
        run = ana.runs.first()
        coaching.skip(run, reason="Tired", now=now)
        assert ana.calls.get(run=run).status == Call.Status.CANCELLED
        run.refresh_from_db()
        assert (run.pre_run_call_time, run.pre_run_call_scheduled) == (None, False)

    def test_a_call_under_way_is_left_alone(self, ana, now):
        run = ana.runs.first()
        ana.calls.filter(run=run).update(status=Call.Status.RINGING)
        coaching.skip(run, reason="Tired", now=now)
        assert ana.calls.get(run=run).status == Call.Status.RINGING

    def test_called_now_although_a_call_is_asked_for_at_a_later_hour(self, ana, now):
        later = planning.call_at(ana, now + timedelta(hours=3), talk="motivation", now=now)
        at_once = planning.call_me(ana, now=now)
        assert (at_once.due_at, later.due_at) == (now, now + timedelta(hours=3))
        assert planning.call_me(ana, now=now + timedelta(seconds=9)) == at_once

    def test_moved_away_and_back_it_is_one_call(self, ana, now):
        run = ana.runs.first()
        coaching.move(run, on=run.scheduled_on + timedelta(days=1), at=run.start_time, now=now)
        coaching.move(run, on=run.scheduled_on, at=run.start_time, now=now)
        assert ana.calls.filter(run=run, status=Call.Status.PLANNED).count() == 1

    def test_it_costs_the_same_for_many_runs(self, make_runner, django_assert_max_num_queries, now):
        user = make_runner("many@example.com", weekly_frequency=5)
        with django_assert_max_num_queries(8):
            planning.refresh(user, now=now)
