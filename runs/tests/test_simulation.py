import io
import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command

from config.json_command import BadInput
from runs.simulation import body, coach, crowd, figures, life, population, report, runner
from runs.simulation.arm import Arm
from runs.training import adaptation, audit
from runs.training.history import Run

MONDAY = date(2026, 3, 2)
WEEKS = 6


def used_to(weekly_min=150.0, **more):
    return body.trained(weekly_min, frequency=3, truth=1.0, **{"talent": 1.0, "fragility": 1.0, **more})


def run(km, *, kind="easy"):
    return Run("1", MONDAY, kind, km, km, round(6 * km))


NO_PAIN, PAIN = (1.0, 0.5, 0.0), (0.0, 0.5, 0.0)


def test_a_usual_run_feels_as_its_type_should():
    assert used_to().felt(run(7.0), 1.0, luck=0) == pytest.approx(3.5, abs=0.5)
    assert used_to().felt(run(11.0, kind="long"), 1.0, luck=0) == pytest.approx(5.0, abs=0.5)


def test_a_longer_run_feels_harder_and_a_part_of_it_easier():
    felt = [used_to().felt(run(7.0), share, luck=0) for share in (0.5, 1.0, 1.5)]
    assert felt == sorted(set(felt))


def test_who_is_tired_or_less_fit_finds_a_run_harder():
    fresh, tired = used_to(), used_to()
    tired.fatigue *= 1.5
    assert tired.felt(run(7.0), 1.0, luck=0) > fresh.felt(run(7.0), 1.0, luck=0)
    assert used_to(90).felt(run(7.0), 1.0, luck=0) > fresh.felt(run(7.0), 1.0, luck=0)


def test_training_makes_fitter_in_weeks_and_tired_in_days():
    trained = used_to()
    before = trained.fitness, trained.fatigue
    for ahead in range(7):
        trained.run(MONDAY + timedelta(ahead), km=10, minutes=60, effort=4, dice=NO_PAIN)
        trained.sleep(MONDAY + timedelta(ahead))
    assert trained.fitness > before[0]
    assert trained.fatigue / before[1] > trained.fitness / before[0]


def test_a_run_far_beyond_the_longest_is_riskier():
    used = used_to()
    used.run(MONDAY, km=10, minutes=60, effort=4, dice=NO_PAIN)
    risks = [used.hazard(MONDAY + timedelta(2), km=km, minutes=60) for km in (10, 12, 25)]
    assert risks[1] == pytest.approx(1.64 * risks[0])
    assert risks[2] == pytest.approx(2.28 * risks[0])


def test_pain_heals_with_rest_and_grows_with_running():
    rests, runs_on = used_to(), used_to()
    for one in (rests, runs_on):
        one.run(MONDAY, km=5, minutes=30, effort=4, dice=PAIN)
        one.sleep(MONDAY)
    assert rests.pain > 1
    assert rests.pain_place in body.PLACES
    for ahead in range(1, 15):
        runs_on.run(MONDAY + timedelta(ahead), km=5, minutes=30, effort=4, dice=NO_PAIN)
        for one in (rests, runs_on):
            one.sleep(MONDAY + timedelta(ahead))
    assert rests.pain == 0 < runs_on.pain


def test_a_runner_is_the_same_whenever_drawn_and_another_with_another_seed():
    assert population.draw(1, 7, weeks=WEEKS) == population.draw(1, 7, weeks=WEEKS)
    assert population.draw(1, 7, weeks=WEEKS) != population.draw(2, 7, weeks=WEEKS)


def test_runners_are_of_every_kind():
    asked = [population.draw(1, number, weeks=WEEKS).request for number in range(120)]
    assert {one.fitness_level for one in asked} == {"new", "beginner", "intermediate", "advanced"}
    assert {one.weekly_frequency for one in asked} == {2, 3, 4, 5}
    assert {one.race for one in asked} == {None, "5k", "10k", "half_marathon", "marathon"}
    assert min(one.age for one in asked) < 25
    assert max(one.age for one in asked) > 60


def test_lives_have_reasons_illness_and_holidays():
    lives = [population.draw(1, number, weeks=16).life for number in range(60)]
    assert {absence.kind for one in lives for absence in one.absences} == {"illness", "holiday"}
    assert any(one.character.bias > 1 for one in lives)
    assert any(one.character.bias < -1 for one in lives)


def calm(drawn):
    """The same runner in a life where nothing happens."""
    days = tuple(
        replace(day, luck=0.0, misses=0.0, cut=0.5, hurts=NO_PAIN, answers=1.0, undoes=1.0, corrects=1.0, extra=1.0)
        for day in drawn.life.days
    )
    reliable = replace(drawn.life.character, reliability=1.0, bias=0.0)
    return replace(drawn, life=life.Life(reliable, (), days), truth=1.0, talent=1.0)


def test_a_plan_left_alone_is_run_as_it_was_made():
    drawn = calm(population.draw(1, 3, weeks=WEEKS))
    history = runner.started(drawn)
    arm = Arm(drawn, history, None)
    arm.live(weeks=WEEKS)
    last = arm.began + timedelta(weeks=WEEKS)
    was = {one.id: (one.on, one.type, one.distance_km) for one in history.runs if one.on < last}
    assert {one.id: (one.on, one.type, one.distance_km) for one in arm.history.runs if one.on < last} == was
    assert {one.status for one in arm.history.runs if one.on < last} == {"completed"}


def test_a_plan_as_made_breaks_nothing():
    for number in range(40):
        history = runner.started(population.draw(3, number, weeks=WEEKS))
        assert audit.broken(history, today=history.asked.today) == [], number


def test_both_arms_begin_alike_and_part_when_a_rule_speaks():
    lived = runner.live(population.draw(1, 1, weeks=16), weeks=16)
    assert lived.rules
    assert lived.adaptive[0].planned_km == lived.alone[0].planned_km
    assert lived.adaptive != lived.alone


def test_some_proposals_are_accepted_and_some_adjustments_undone():
    counts = crowd.of_portion(1, (0, 20), weeks=16).counts
    assert counts["accepted"] + counts["declined"] <= counts["proposals"]
    assert min(counts[name] for name in ("accepted", "undone", "moved")) > 0


def test_figures_add_up():
    one = figures.Week(1, 20.0, 10.0, 4, 2, 9.0, 2, 1)
    assert one.plus(figures.Week(1, 10.0, 10.0, 4, 4, 11.0, 2, 0)).means() == {
        "planned_km": 15.0, "done_km": 10.0, "difficulty": 5.0, "in_pain": 50.0, "completion": 75.0,
    }  # fmt: skip
    assert set(figures.Week().means().values()) == {0.0}


def test_a_portion_more_or_less_a_process_more_or_less_gives_the_same_figures():
    alone = list(crowd.all_lived(5, 23, weeks=4, processes=1))
    assert list(crowd.all_lived(5, 23, weeks=4, processes=2)) == alone
    assert [one.runners for one in alone] == [10, 10, 3]


def test_the_drawing_shows_both_arms_week_by_week():
    text = report.drawn(crowd.of_portion(1, (0, 5), weeks=3))
    assert text.count("█") > 20
    for words in ("Done km a runner", "Runners in pain", "left alone", "All weeks", "limits broken"):
        assert words in text


def test_what_is_broken_is_told_once_with_where_to_find_it(monkeypatch):
    monkeypatch.setattr(audit, "broken", lambda history, *, today: [f"P1 week of {MONDAY}: {today.day} km"])
    broken = crowd.of_one(1, 4, weeks=2).broken
    assert len(broken) == 1
    assert str(broken[0]).startswith("seed 1, runner 4, 202")
    assert "P1 week of 2026-03-02" in str(broken[0])


def simulated(*flags):
    out = io.StringIO()
    call_command("simulate", "--processes", "1", *flags, stdout=out, stderr=io.StringIO())
    return out.getvalue()


SMALL = ("--runners", "12", "--weeks", "5", "--seed", "7")


def test_the_command_draws_and_gives_the_same_twice():
    assert simulated(*SMALL) == simulated(*SMALL)
    assert "12 runners" in simulated(*SMALL)


def test_the_command_gives_json():
    told = json.loads(simulated(*SMALL, "--json"))
    assert (told["runners"], len(told["weeks"]), told["broken"]) == (12, 5, [])
    assert set(told["weeks"][0]["adaptive"]) == {"planned_km", "done_km", "difficulty", "in_pain", "completion"}


@pytest.mark.parametrize(
    "wrong", [("--runners", "0"), ("--runners", "100001"), ("--weeks", "0"), ("--weeks", "53"), ("--processes", "0")]
)
def test_the_command_names_what_it_cannot_take(wrong):
    with pytest.raises(BadInput, match=rf"^{wrong[0][2:]}: must be between") as refused:
        simulated(*wrong)
    assert refused.value.returncode == 2


def doubles(history, *, today):
    """A rule that has lost its senses: the next long run is twice as long."""
    ahead = [one for one in history.ahead(today) if one.is_long and one.distance_km < 40]
    return adaptation.Judgement(history.with_runs(replace(one, distance_km=2 * one.distance_km) for one in ahead[:1]))


def test_the_command_fails_when_a_rule_breaks_a_limit(monkeypatch):
    monkeypatch.setattr(coach.adaptation, "judge", doubles)
    with pytest.raises(CommandError, match=r"limits were broken\.\nseed 7, runner \d+, 20\d\d-.*: P\d+ ") as failed:
        simulated(*SMALL)
    assert failed.value.returncode == 1
    assert len(str(failed.value).splitlines()) <= report.MOST_BROKEN + 2


def test_a_hundred_and_fifty_runners_break_nothing_in_sixteen_weeks():
    told = json.loads(simulated("--runners", "150", "--weeks", "16", "--seed", "11", "--json"))
    assert told["broken"] == []
    whole = told["whole"]
    assert whole["adaptive"]["in_pain"] < whole["left_alone"]["in_pain"]
