from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction

from calls.models import Call
from coach import coaching, goals
from runs import scheduling
from runs.models import ScheduledRun
from runs.tests.events import in_order

pytestmark = pytest.mark.django_db
TUESDAY, FRIDAY = date(2026, 3, 3), date(2026, 3, 6)


@pytest.fixture
def cleo(make_runner):
    """Three times a week, on days she named."""
    return make_runner(
        "cleo@example.com", weekly_frequency=3, available_days=["tue", "thu", "sun"], long_run_day="sun",
        current_weekly_km=20, longest_recent_km=8,
    )  # fmt: skip


@pytest.fixture
def run(cleo):
    return cleo.runs.get(scheduled_on=TUESDAY)


def moved_to(run):
    run.refresh_from_db()
    return run.scheduled_on


def test_a_move_that_needs_a_yes_asks_for_it(run, now):
    with pytest.raises(coaching.NeedsConsent) as asked:
        coaching.move(run, on=FRIDAY, at=time(7), now=now)
    assert asked.value.warnings == ("Friday isn't one of your days.",)
    assert (str(asked.value), asked.value.field) == ("Friday isn't one of your days.", "accepting")
    assert moved_to(run) == TUESDAY


def test_a_yes_moves_it(run, now):
    coaching.move(run, on=FRIDAY, at=time(7), now=now, accepting=True)
    assert moved_to(run) == FRIDAY


def test_no_yes_moves_a_run_to_a_day_that_cannot_take_it(run, cleo, now):
    cleo.runs.filter(scheduled_on=date(2026, 3, 5)).update(run_type="tempo")
    cleo.runs.filter(pk=run.pk).update(run_type="tempo")
    with pytest.raises(coaching.Refused, match=r"Thursday's tempo is the day before\. Two hard days"):
        coaching.move(run, on=FRIDAY, at=time(7), now=now, accepting=True)
    assert moved_to(run) == TUESDAY


def test_move_after_move_does_not_carry_a_run_out_of_the_plan(run, now):
    coaching.move(run, on=TUESDAY + timedelta(days=27), at=time(7), now=now, accepting=True)
    with pytest.raises(coaching.Refused, match="four weeks from today"):
        coaching.move(run, on=TUESDAY + timedelta(days=34), at=time(7), now=now, accepting=True)


def test_another_time_of_the_same_day_asks_nothing(run, now):
    coaching.move(run, on=TUESDAY, at=time(18), now=now)
    run.refresh_from_db()
    assert run.start_time == time(18)


def test_after_60_a_hard_run_waits_72_hours(run, cleo, now):
    cleo.runs.filter(pk=run.pk).update(run_type="hills")
    cleo.runs.filter(scheduled_on=date(2026, 3, 8)).update(run_type="tempo")
    cleo.birth_year = 1960
    cleo.save()
    run.refresh_from_db()
    assert "After 60" in scheduling.verdict(run, on=FRIDAY, at=time(7), now=now).objection


def test_the_race_stays_and_the_days_before_it_are_easy(make_runner, now):
    racer = make_runner(
        "racer@example.com", target_race="10k", target_date=date(2026, 5, 10), current_weekly_km=20,
        weekly_frequency=3, longest_recent_km=8,
    )  # fmt: skip
    race = racer.runs.get(run_type="race")
    with pytest.raises(coaching.Refused, match="stays on its day"):
        coaching.move(race, on=date(2026, 5, 9), at=time(7), now=now, accepting=True)
    coaching.move(race, on=race.scheduled_on, at=time(10), now=now)
    early = racer.runs.first()
    days = [race.scheduled_on + timedelta(days=ahead) for ahead in (-1, 1)]
    found = scheduling.verdicts(early, days, at=time(7), now=now)
    assert "The day before" in found[days[0]].objection
    assert found[days[1]].objection


def test_the_race_of_an_earlier_goal_ends_nothing(run, cleo, now):
    old = cleo.goals.get().schedule
    cleo.runs.filter(scheduled_on=date(2026, 3, 5)).update(run_type="race", status="completed", completed_at=now)
    coaching.start_goal(
        cleo,
        goals.Setup(goal_text="On", weekly_frequency=3, fitness_level="beginner"),
        concerns=(),
        now=now + timedelta(minutes=1),
    )
    new = cleo.runs.exclude(schedule=old).first()
    assert not scheduling.verdict(new, on=date(2026, 3, 7), at=time(7), now=now).objection


def test_free_slots_without_a_but_come_first(run, cleo, now):
    cleo.runs.filter(scheduled_on=date(2026, 3, 8)).delete()
    slots = scheduling.free_slots(run, now=now)
    assert [(slot.on.day, slot.is_usual, bool(slot.warnings)) for slot in slots] == [
        (8, True, False), (4, False, True), (6, False, True), (7, False, True), (9, False, True),
    ]  # fmt: skip
    assert {slot.on for slot in slots}.isdisjoint(cleo.runs.values_list("scheduled_on", flat=True))


def test_any_number_of_days_is_judged_with_two_queries(run, now, django_assert_num_queries):
    run = type(run).objects.select_related("schedule__goal", "user").get(pk=run.pk)
    for count in (1, 42):
        with django_assert_num_queries(2):
            scheduling.verdicts(run, [TUESDAY + timedelta(days=ahead) for ahead in range(count)], at=time(7), now=now)


def test_what_the_days_say_to_many_runs_is_asked_for_at_once(ana, now, django_assert_num_queries):
    runs = list(ana.runs.pending().select_related("schedule__goal", "user")[:4])
    days = [TUESDAY + timedelta(days=ahead) for ahead in range(14)]
    one_by_one = {run.pk: scheduling.verdicts(run, days, at=time(7), now=now) for run in runs}
    with django_assert_num_queries(2):
        assert scheduling.verdicts_of(runs, days, at=time(7), now=now) == one_by_one
    assert len({str(verdicts) for verdicts in one_by_one.values()}) > 1


def test_moving_a_run_moves_its_call(ana, now):
    run = in_order(ana)[0]
    coaching.move(run, on=date(2026, 3, 4), at=time(18, 30), now=now)
    run.refresh_from_db()
    assert (run.status, run.scheduled_date_time) == ("rescheduled", datetime(2026, 3, 4, 17, 30, tzinfo=UTC))
    planned = Call.objects.get(run=run, status=Call.Status.PLANNED)
    assert planned.due_at == datetime(2026, 3, 4, 17, 15, tzinfo=UTC)
    assert Call.objects.filter(run=run, status=Call.Status.CANCELLED).count() == 1


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 3, 7), "already a run"),
        (date(2026, 3, 1), "has passed"),
        (date(2026, 5, 30), "four weeks"),
    ],
)
def test_a_run_does_not_go_just_anywhere(ana, now, on, words):
    with pytest.raises(coaching.Refused, match=words):
        coaching.move(in_order(ana)[0], on=on, at=time(7), now=now)


def test_a_hard_run_does_not_go_beside_another(ana, now):
    first, second, *_ = in_order(ana)
    ana.runs.filter(pk__in=[first.pk, second.pk]).update(run_type="tempo")
    first.refresh_from_db()
    with pytest.raises(coaching.Refused, match="Two hard days"):
        coaching.move(first, on=second.scheduled_on - timedelta(days=1), at=time(7), now=now)


def test_the_database_refuses_two_runs_on_one_day(ana):
    first, second, *_ = in_order(ana)
    with pytest.raises(IntegrityError), transaction.atomic():
        ScheduledRun.objects.filter(pk=second.pk).update(scheduled_on=first.scheduled_on)
