from dataclasses import replace
from datetime import date, timedelta

import pytest

from runs.training import audit
from runs.training.absences import Pause
from runs.training.history import Adjustment, History, Run, Session
from runs.training.request import Request

MONDAY = date(2026, 3, 2)
TODAY = MONDAY + timedelta(weeks=4)
ASKED = Request(
    today=MONDAY,
    weekly_frequency=4,
    fitness_level="intermediate",
    race="10k",
    goal_date=MONDAY + timedelta(weeks=7, days=6),
    available_days=("tue", "thu", "sat", "sun"),
    current_weekly_km=20,
    longest_recent_km=8,
    age=40,
)
RACE_ON = ASKED.goal_date


def run(name, day, *, km=4.0, kind="easy", status="scheduled", **more):
    return Run(name, day, kind, km, km, round(6 * km), status, **more)


def week(number, *, status="scheduled"):
    monday = MONDAY + timedelta(weeks=number - 1)
    return [
        run(f"w{number}r1", monday + timedelta(1), status=status),
        run(f"w{number}r2", monday + timedelta(3), kind="tempo", km=5.0, status=status),
        run(f"w{number}r3", monday + timedelta(5), status=status),
        run(f"w{number}r4", monday + timedelta(6), kind="long", km=8.0, status=status),
    ]


def lawful():
    done = [one for number in (1, 2, 3, 4) for one in week(number, status="completed")]
    last = [run("w8r1", RACE_ON - timedelta(5)), run("race", RACE_ON, kind="race", km=10.0)]
    return History(
        asked=ASKED, runs=(*done, *week(5), *week(6), *week(7), *last), began_on=MONDAY,
        sessions=tuple(Session(one.id, one.on, 4, one.distance_km) for one in done),
    )  # fmt: skip


def changed(name, **values):
    history = lawful()
    return history.with_runs([replace(history.by_id[name], **values)])


def faults(history, *, today=TODAY):
    return audit.broken(history, today=today)


def test_it_has_nothing_against_a_lawful_schedule():
    assert faults(lawful()) == []


def day(number, weekday):
    return MONDAY + timedelta(weeks=number - 1, days=weekday)


BROKEN = {
    "P1 week of 2026-04-06": changed("w6r1", distance_km=14.5, duration_min=90).with_runs(
        [run("w6r3", day(6, 5), km=10.0)]
    ),
    "P2 2026-04-12: 14.0 km long after a longest of 8.0": changed("w6r4", distance_km=14.0),
    "P8 tempo on 2026-04-09, hills on 2026-04-10": changed("w6r3", type="hills", on=day(6, 4), status="rescheduled"),
    "P9 week of 2026-04-06: 3 hard of 4 runs": lawful().with_runs(
        [run("w6r1", day(6, 1), kind="hills"), run("w6r3", day(6, 5), kind="hills")]
    ),
    f"P9 {RACE_ON - timedelta(2)}: tempo before the race": changed("w8r1", type="tempo", on=RACE_ON - timedelta(2)),
    "P11 2026-04-08: a run on Wednesday": changed("w6r1", on=day(6, 2)),
    "P11 week of 2026-04-06: 5 runs, 4 were asked for": lawful().with_runs([run("new", day(6, 0))]),
    "P11 2026-04-11: 2 runs on one day": changed("w6r1", on=day(6, 5)),
    "P13 races on 2026-04-25, not on 2026-04-26": changed("race", on=RACE_ON - timedelta(1)),
    "P13 2026-04-26: a race of 8.0 km": changed("race", distance_km=8.0),
    "P13 2026-04-27: easy after the race": changed("w8r1", on=RACE_ON + timedelta(1)),
    "P13 2026-04-25: easy of 4.0 km the day before": changed("w8r1", on=RACE_ON - timedelta(1)),
    "P16 2026-04-07: easy of 0.90 km": changed("w6r1", distance_km=0.9),
    "P16 2026-04-07: easy of nan km": changed("w6r1", distance_km=float("nan")),
    "P16 2026-03-03: easy of 4.0 km, -1 min": changed("w1r1", duration_min=-1),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_it_names_what_is_broken(fault):
    assert any(found.startswith(fault) for found in faults(BROKEN[fault])), faults(BROKEN[fault])


def test_a_week_without_a_rest_day_is_broken():
    everyday = [run(f"moved{ahead}", day(6, ahead), km=1.0, status="rescheduled") for ahead in (0, 2, 4)]
    assert "P11 week of 2026-04-06: no rest day" in faults(lawful().with_runs(everyday))


def test_over_sixty_hard_days_want_three_days():
    history = changed("w6r4", type="hills", distance_km=4.0, on=day(6, 5)).with_runs([], without=frozenset({"w6r3"}))
    assert not any(found.startswith("P8") for found in faults(history))
    older = replace(history, asked=replace(ASKED, age=61))
    assert any(found.startswith("P8 tempo on 2026-04-09, hills on 2026-04-11") for found in faults(older))


def test_nothing_is_hard_for_two_weeks_after_pain():
    history = lawful()
    hurt = (*history.sessions[:-1], replace(history.sessions[-1], pain=True))
    found = faults(replace(history, sessions=hurt))
    assert [fault[:13] for fault in found] == ["P9 2026-04-02", "P9 2026-04-09"]


@pytest.mark.parametrize(("days", "is_broken"), [(3, False), (4, True)])
def test_nothing_is_hard_in_the_week_back_from_four_days_off(days, is_broken):
    pause = Pause(TODAY - timedelta(days), TODAY - timedelta(1), "illness")
    found = faults(replace(lawful(), pauses=(pause,)))
    assert any("tempo in the week back from illness" in fault for fault in found) == is_broken


def test_nothing_is_hard_in_a_beginners_first_two_weeks():
    beginner = replace(lawful(), asked=replace(ASKED, fitness_level="beginner"), began_on=TODAY)
    found = [fault for fault in faults(beginner) if "first two weeks" in fault]
    assert [fault[:13] for fault in found] == ["P9 2026-04-02", "P9 2026-04-09"]


def test_the_first_run_after_a_month_without_one_is_three_km_or_half_an_hour():
    runs = tuple(one for one in lawful().runs if one.on >= TODAY)
    alone = History(replace(ASKED, current_weekly_km=None, longest_recent_km=None), runs, began_on=MONDAY)
    assert not any(fault.startswith("P2 2026-03-31") for fault in faults(alone))
    longer = alone.with_runs([run("w5r1", day(5, 1), km=6.0)])
    assert any(fault.startswith("P2 2026-03-31: 6.0 km easy after a longest of 0.0") for fault in faults(longer))


def test_what_was_run_counts_and_not_what_was_planned():
    history = lawful()
    less = tuple(replace(one, distance_km=2.0) for one in history.sessions)
    found = faults(replace(history, sessions=less, began_on=MONDAY - timedelta(60)))
    assert {fault.split()[0] for fault in found} == {"P1", "P2"}


@pytest.mark.parametrize("status", ["completed", "missed", "skipped"])
def test_what_is_behind_is_a_fact(status):
    history = lawful().with_runs([run("w4r4", day(4, 6), km=30.0, kind="long", status=status)])
    assert faults(history) == []


@pytest.mark.parametrize(("kind", "is_broken"), [("run_walk", False), ("easy", True)])
def test_a_week_gives_way_as_far_as_its_shortest_runs(kind, is_broken):
    shortest = [Run(f"new{on}", day(6, on), kind, 1.3, 4.0, 14) for on in (1, 3)]
    beside = Run("beside", day(6, 0), "easy", 8.0, 8.0, 48, "completed", off_plan=True)
    history = History(replace(ASKED, current_weekly_km=3.6), (beside, *shortest), began_on=day(6, 0))
    assert any(fault.startswith("P1 ") for fault in faults(history, today=day(6, 1))) == is_broken


def test_a_paused_run_is_not_ahead():
    too_long = changed("w6r4", distance_km=20.0)
    assert any(fault.startswith("P2 2026-04-12") for fault in faults(too_long))
    paused = replace(too_long, pauses=(Pause(day(6, 6), day(6, 6), "holiday"),))
    assert not any(fault.startswith("P2 2026-04-12") for fault in faults(paused))


def test_a_run_the_runner_moved_may_stand_on_any_day():
    assert faults(changed("w6r1", on=day(6, 2), status="rescheduled")) == []


def test_what_is_told_and_what_is_ahead_may_change_and_nothing_else():
    history = lawful()
    after = history.with_runs([replace(history.by_id["w6r1"], distance_km=3.0)])
    after = replace(after, adjustments=(Adjustment("too_hard", "Less.", TODAY),))
    assert audit.past_changed(history, after, today=TODAY) == []


PAST = {
    "P17 w4r1 of 2026-03-24 (easy, completed): distance_km changed": {"id": "w4r1", "distance_km": 3.0},
    "P17 race of 2026-04-26 (race, scheduled): distance_km changed": {"id": "race", "distance_km": 9.0},
}


@pytest.mark.parametrize("fault", PAST)
def test_it_names_what_was_changed_of_the_past(fault):
    values = dict(PAST[fault])
    assert audit.past_changed(lawful(), changed(values.pop("id"), **values), today=TODAY) == [fault]


def test_a_run_done_may_not_go():
    history = lawful()
    gone = history.with_runs([], without=frozenset({"w1r1"}))
    assert audit.past_changed(history, gone, today=TODAY) == ["P17 w1r1 of 2026-03-03 (easy, completed) is gone"]


def test_nothing_is_put_into_the_past():
    history = lawful()
    found = audit.past_changed(history, history.with_runs([run("x", day(2, 2))]), today=TODAY)
    assert found == ["P17 x of 2026-03-11 is new"]


def test_what_was_told_stays_told():
    history = lawful()
    found = audit.past_changed(history, replace(history, sessions=history.sessions[1:]), today=TODAY)
    assert found == ["P17 sessions are not as they were told"]


@pytest.mark.parametrize(("weekday", "is_broken"), [(6, False), (1, True)])
def test_a_run_that_fell_out_goes_to_another_day_within_three(weekday, is_broken):
    history = lawful()
    name = {6: "w4r4", 1: "w4r1"}[weekday]
    fell_out = history.with_runs([replace(history.by_id[name], status="missed")])
    moved = fell_out.with_runs([fell_out.by_id[name].moved(TODAY)])
    assert bool(audit.past_changed(fell_out, moved, today=TODAY)) == is_broken
