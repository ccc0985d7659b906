from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runs.training import adaptation
from runs.training.adaptation import History, Run, Session

TODAY = date(2026, 3, 16)


def run(number, days, *, km=6.0, kind="easy", status="scheduled", planned=None):
    return Run(str(number), TODAY + timedelta(days=days), kind, km, planned or km, round(km * 6), status)


def told(number, difficulty, *, kind="easy", **more):
    return Session(str(number), kind, difficulty, **more)


AHEAD = [run(3, 1), run(4, 3, km=5.0), run(5, 6, km=10.0, kind="long"), run(6, 8, kind="tempo"), run(7, 20)]


def judge(sessions, runs=AHEAD):
    return adaptation.judge(History(runs, sessions), today=TODAY)


def test_two_nines_in_a_row_ease_two_weeks():
    adjustment = judge([told(1, 9), told(2, 9)])
    after = {change.after.id: change.after for change in adjustment.changes}
    assert adjustment.rule == "too_hard"
    assert adjustment.evidence == ("1", "2")
    assert after["3"].distance_km == pytest.approx(4.2)
    assert after["5"].distance_km == pytest.approx(7.0)
    assert (after["6"].type, after["6"].distance_km) == ("easy", pytest.approx(4.2))
    assert "7" not in after


def test_it_gives_back_the_shortest_easy_run_as_rest():
    after = {change.after.id: change.after for change in judge([told(1, 9), told(2, 10)]).changes}
    assert (after["4"].status, after["4"].type, after["4"].distance_km) == ("rest", "rest", 0)


def test_it_gives_back_a_hard_run_before_an_easy_one():
    runs = [run(3, 1), run(4, 3, kind="intervals", km=9.0)]
    after = {change.after.id: change.after for change in judge([told(1, 9), told(2, 9)], runs).changes}
    assert after["4"].status == "rest"


def test_it_never_takes_the_only_run_of_the_week():
    after = {change.after.id: change.after for change in judge([told(1, 9), told(2, 9)], [run(3, 2)]).changes}
    assert after["3"].status == "scheduled"


def test_where_the_week_has_one_run_the_rest_day_comes_in_the_next():
    runs = [run(3, 2, km=5.0), run(4, 9, km=4.0), run(5, 13, km=6.0)]
    after = {change.after.id: change.after for change in judge([told(1, 9), told(2, 9)], runs).changes}
    assert [after[number].status for number in "345"] == ["scheduled", "rest", "scheduled"]


def test_it_takes_a_fifth_where_nine_was_meant():
    adjustment = judge([told(1, 9, kind="intervals"), told(2, 9, kind="intervals")])
    after = {change.after.id: change.after for change in adjustment.changes}
    assert after["5"].distance_km == pytest.approx(8.0)
    assert "20 %" in adjustment.reason


def test_it_never_goes_under_four_tenths_of_the_plan():
    after = judge([told(1, 9), told(2, 9)], [run(3, 1, km=4.2, planned=10.0)]).changes[0].after
    assert after.distance_km == pytest.approx(4.0)


def test_it_leaves_the_race_alone():
    assert judge([told(1, 9), told(2, 9)], [run(3, 5, kind="race", km=10.0)]) is None


def test_it_leaves_the_past_and_the_done_alone():
    assert (
        judge([told(1, 9), told(2, 9)], [run(3, -1), run(4, 2, status="completed"), run(5, 2, status="skipped")])
        is None
    )


@pytest.mark.parametrize("ratings", [(9,), (9, 8), (8, 9), (9, 9, 5), (None, 9)])
def test_less_than_two_nines_at_the_end_change_nothing(ratings):
    assert judge([told(number, rating) for number, rating in enumerate(ratings)]) is None


def test_an_unrated_run_in_between_does_not_break_the_row():
    assert judge([told(1, 9), told(2, None), told(3, 9)]).evidence == ("1", "3")


def test_evidence_counts_once():
    assert judge([told(1, 9, consumed=True), told(2, 9, consumed=True)]) is None
    assert judge([told(1, 9, consumed=True), told(2, 9, consumed=True), told(3, 9)]) is None
    assert judge([told(1, 9, consumed=True), told(2, 9), told(3, 9)]).evidence == ("2", "3")


def test_the_reason_says_what_was_told():
    assert "You rated the last two runs 9." in judge([told(1, 9), told(2, 9)]).reason
    assert "You rated the last two runs 9 and 10." in judge([told(1, 9), told(2, 10)]).reason


def test_pain_comes_before_too_hard_and_makes_the_next_run_rest():
    adjustment = judge([told(1, 9), told(2, 9, pain=True, pain_location="knee")])
    assert adjustment.rule == "pain"
    assert [(c.after.id, c.after.status) for c in adjustment.changes] == [("3", "rest")]
    assert "knee" in adjustment.reason


@given(
    st.lists(st.tuples(st.none() | st.integers(1, 10), st.booleans(), st.booleans()), max_size=8),
    st.lists(
        st.tuples(st.integers(0, 30), st.sampled_from(["easy", "long", "tempo", "race", "run_walk"]), st.floats(1, 40)),
        max_size=12,
        unique_by=lambda row: row[0],
    ),
)
def test_it_only_ever_makes_less_and_is_content_with_its_own_result(ratings, ahead):
    sessions = [told(n, rating, pain=pain, consumed=consumed) for n, (rating, pain, consumed) in enumerate(ratings)]
    runs = [run(100 + n, days, km=round(km, 1), kind=kind) for n, (days, kind, km) in enumerate(ahead)]
    adjustment = judge(sessions, runs)
    if adjustment is None:
        return
    for change in adjustment.changes:
        assert change.before.type != "race"
        assert change.after.distance_km <= change.before.distance_km
        assert change.after.status == "rest" or change.after.distance_km >= min(change.before.distance_km, 1.0)
    after = {change.after.id: change.after for change in adjustment.changes}
    spent = [replace(s, consumed=s.consumed or s.run_id in adjustment.evidence) for s in sessions]
    again = judge(spent, [after.get(row.id, row) for row in runs])
    assert again is None or not set(again.evidence) & set(adjustment.evidence)
