from datetime import UTC, date, datetime, time, timedelta

import pytest

from coach.models import User
from runs.charts import completion, days, efforts, volume
from runs.charts.history import History
from runs.models import Pause, RunSession, ScheduledRun
from runs.training import workouts

MONDAY = date(2026, 3, 2)
TODAY = MONDAY + timedelta(days=17)  # Thursday of the third week
ANA = User(time_zone="Europe/Berlin")
ANA.clean_fields(exclude=["password", "email"])
NOW = datetime(2026, 3, 19, 12, tzinfo=UTC)


def run(day, status="completed", *, km=5.0, told=None, felt=4, minutes=None, type="easy", **fields):
    """A run `day` days after MONDAY, with its session where it was run."""
    row = ScheduledRun(
        user=ANA, scheduled_on=MONDAY + timedelta(days=day), start_time=time(7), status=status, run_type=type,
        distance=km, planned_distance=fields.pop("planned_km", km), duration_min=30, **fields,
    )  # fmt: skip
    if status == "completed":
        at = ANA.moment(row.scheduled_on, time(8))
        row.run_session = RunSession(
            scheduled_run=row, completed_date=at, actual_distance=told, difficulty_rating=felt, duration=minutes
        )
    return row


def history(*runs, pauses=(), today=TODAY, starts_on=MONDAY, suspended_on=None):
    return History(list(runs), list(pauses), today, starts_on, suspended_on)


def pause(first, last):
    return Pause(
        kind="illness",
        starts_on=MONDAY + timedelta(days=first),
        ends_on=None if last is None else MONDAY + timedelta(days=last),
    )


def state(calendar, day):
    return next(one for row in calendar.rows for one in row if one.on == MONDAY + timedelta(days=day)).state


class TestVolume:
    def test_it_sets_the_plan_as_it_was_made_against_what_was_told(self):
        week = volume.weeks(history(run(1, km=4, planned_km=6, told=4.4), run(3, "missed", km=5)))[0]
        assert (week.planned_km, week.done_km) == (11, 4.4)

    def test_it_counts_a_run_off_the_plan_as_done_only(self):
        week = volume.weeks(history(run(1), run(2, km=7, added_at=NOW)))[0]
        assert (week.planned_km, week.done_km) == (5, 12)

    def test_it_counts_a_run_done_ahead_in_the_week_it_was_run(self):
        early = run(20)
        early.run_session.completed_date = ANA.moment(MONDAY + timedelta(days=12), time(9))
        weeks = volume.weeks(history(early))
        assert [(week.planned_km, week.done_km) for week in weeks] == [(0, 0), (0, 5), (5, 0)]

    def test_it_shows_twelve_weeks_at_most_and_knows_this_one(self):
        weeks = volume.weeks(history(starts_on=MONDAY - timedelta(weeks=40)))
        assert len(weeks) == 12
        assert [week.is_now for week in weeks] == [False] * 11 + [True]

    @pytest.mark.parametrize("units", ["km", "mi"])
    def test_it_writes_the_numbers_in_the_runners_units(self, units):
        drawn = volume.draw([volume.Week(MONDAY, 20, 16.2)], units=units)
        assert (">16<" in drawn) == (units == "km")
        assert (">10<" in drawn) == (units == "mi")

    def test_it_puts_no_nought_on_a_week_that_is_over(self):
        assert ">0<" not in volume.draw([volume.Week(MONDAY, 20, 0)], units="km")
        assert ">0<" in volume.draw([volume.Week(MONDAY, 20, 0, is_now=True)], units="km")

    def test_its_loads_take_the_minutes_as_told_else_as_planned(self):
        loads = volume.loads(history(run(1, felt=4, minutes=35), run(3, felt=5), run(5, felt=None)))
        assert (loads[0].load, loads[0].minutes, loads[0].untold) == (4 * 35 + 5 * 30, 65, 1)

    @pytest.mark.parametrize("count", [1, 2, 12])
    def test_it_is_drawn_for_any_number_of_weeks(self, count):
        shown = history(run(1), today=MONDAY + timedelta(weeks=count - 1))
        for drawn in (volume.draw(volume.weeks(shown), units="km"), volume.draw_loads(volume.loads(shown))):
            assert drawn.startswith('<svg aria-hidden="true"')
            assert "nan" not in drawn


class TestCompletion:
    def test_it_counts_planned_runs_that_were_due(self):
        share = completion.of_plan(history(run(0), run(2, "missed"), run(4, "skipped"), run(7), run(9, "rest")))
        assert (share.done, share.due, share.percent) == (2, 4, 50)

    def test_it_owes_nothing_for_a_run_off_the_plan(self):
        share = completion.of_plan(history(run(0), run(1, added_at=NOW), run(2, "skipped", added_at=NOW)))
        assert (share.done, share.due) == (1, 1)

    def test_it_asks_nothing_of_a_paused_day(self):
        shown = history(run(0), run(2, "missed"), run(8, "missed"), pauses=[pause(1, 3)])
        assert completion.of_plan(shown).due == 2

    def test_it_asks_nothing_since_a_red_flag(self):
        shown = history(run(0), run(8, "missed"), suspended_on=MONDAY + timedelta(days=7))
        assert completion.of_plan(shown) == completion.Completion(1, 1)

    def test_it_leaves_alone_what_is_still_to_be_run(self):
        assert completion.of_plan(history(run(0), run(17, "scheduled"), run(18, "rescheduled"))).due == 1

    def test_lately_is_the_last_four_weeks(self):
        shown = history(run(0, "missed"), run(7), today=MONDAY + timedelta(days=28))
        assert completion.lately(shown) == completion.Completion(1, 1)
        assert completion.of_plan(shown) == completion.Completion(1, 2)

    @pytest.mark.parametrize(("done", "due", "past"), [(3, 4, True), (2, 3, False), (149, 200, False), (0, 0, False)])
    def test_three_in_four_is_the_mark(self, done, due, past):
        assert completion.Completion(done, due).is_past_the_mark is past


class TestDays:
    def test_every_day_has_its_state(self):
        calendar = days.calendar(
            history(
                run(0),
                run(1, "missed"),
                run(2, "skipped"),
                run(3, "rest"),
                run(5, "completed"),
                run(17, "scheduled"),
                run(18, "rescheduled"),
                pauses=[pause(7, 9)],
            )
        )
        expected = {0: "done", 1: "missed", 2: "skipped", 3: "rest", 4: "rest", 8: "paused", 17: "ahead", 18: "moved"}
        assert {day: state(calendar, day) for day in expected} == expected

    def test_it_is_a_grid_from_monday_to_sunday(self):
        calendar = days.calendar(history(run(0)))
        assert [row[0].on.weekday() for row in calendar.rows] == list(range(7))
        assert calendar.mondays == [MONDAY, MONDAY + timedelta(weeks=1), MONDAY + timedelta(weeks=2)]

    def test_today_is_marked_once(self):
        calendar = days.calendar(history(run(0)))
        assert [day.on for row in calendar.rows for day in row if day.is_today] == [TODAY]

    def test_a_pause_hides_what_was_not_run_and_keeps_what_was(self):
        calendar = days.calendar(history(run(7), run(8, "missed"), pauses=[pause(7, None)]))
        assert [state(calendar, 7), state(calendar, 8), state(calendar, 20)] == ["done", "paused", "paused"]

    def test_a_red_flag_pauses_the_days_that_follow(self):
        calendar = days.calendar(history(run(15, "scheduled"), suspended_on=TODAY - timedelta(days=2)))
        assert [state(calendar, 14), state(calendar, 15)] == ["rest", "paused"]

    def test_a_run_done_ahead_stands_where_it_was_run(self):
        early = run(12)
        early.run_session.completed_date = ANA.moment(MONDAY + timedelta(days=10), time(9))
        calendar = days.calendar(history(early))
        assert [state(calendar, 10), state(calendar, 12)] == ["done", "rest"]

    def test_a_day_with_two_runs_shows_the_one_that_was_run(self):
        assert state(days.calendar(history(run(1, "skipped"), run(1, added_at=NOW))), 1) == "done"

    def test_a_young_plan_shows_what_is_ahead(self):
        calendar = days.calendar(history(run(100, "scheduled"), today=MONDAY))
        assert len(calendar.mondays) == 12

    def test_the_key_explains_what_is_there_and_nothing_else(self):
        assert days.calendar(history(run(0))).states == [("done", "Done"), ("rest", "Rest")]

    def test_two_months_names_never_touch(self):
        calendar = days.calendar(history(run(0), starts_on=date(2026, 2, 23)))
        assert [is_named for _, is_named in calendar.heads] == [False, True, False, False]


class TestEfforts:
    def test_a_run_is_judged_by_its_type(self):
        told = efforts.of(history(run(0, felt=4), run(1, felt=5), run(2, felt=2), run(3, felt=5, type="long")))
        assert (told.as_meant, told.harder, told.easier) == (2, 1, 1)

    def test_every_type_has_its_strip_the_gentlest_first(self):
        told = efforts.of(history(run(0, type="intervals", felt=8), run(1), run(3, type="long"), run(5, felt=3)))
        assert [strip.latest.run.run_type for strip in told.strips] == ["easy", "long", "intervals"]
        assert [len(strip.told) for strip in told.strips] == [2, 1, 1]

    def test_a_run_without_a_rating_is_left_out(self):
        assert efforts.of(history(run(0, felt=None), run(1, "missed"))).told == []

    def test_weeks_not_shown_are_left_out(self):
        assert not efforts.of(history(run(0), today=MONDAY + timedelta(weeks=12))).told

    @pytest.mark.parametrize("type", [name for name in workouts.ALL_TYPES if name != "rest"])
    def test_every_type_can_be_drawn_with_the_effort_it_is_meant_to_feel(self, type):
        picture = efforts.of(history(run(0, type=type, felt=1), run(3, type=type, felt=10))).strips[0].picture
        low, high = workouts.EXPECTED_EFFORT[type]
        assert picture.count("chart-mark") == 2
        assert f"{low}–{high}" in picture

    def test_types_are_told_apart_by_shape_as_well(self):
        told = efforts.of(history(*(run(0, type=name, felt=7) for name in ("easy", "long", "tempo", "hills", "race"))))
        shapes = {strip.picture.partition("chart-mark")[2] for strip in told.strips}
        assert len(shapes) == 5
