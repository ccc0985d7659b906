import pytest
from hypothesis import given
from hypothesis import strategies as st

from runs.training import pace


@pytest.mark.parametrize(
    ("km", "time_s", "index"),
    [
        (5, 20 * 60, 49.81),
        (5, 25 * 60, 38.31),
        (5, 30 * 60, 30.82),
        (10, 50 * 60, 40.01),
        (pace.HALF_KM, 2 * 3600, 36.46),
        (pace.MARATHON_KM, 4 * 3600, 37.90),
    ],
)
def test_it_gives_the_index_of_a_race(km, time_s, index):
    assert pace.fitness_index(distance_km=km, time_s=time_s) == pytest.approx(index, rel=0.0025)


@pytest.mark.parametrize(
    ("index", "five", "ten", "half", "marathon"),
    [
        (30, 30 * 60 + 41, 3829, 8477, 17389),
        (40, 24 * 60 + 6, 3001, 6654, 13777),
        (45, 21 * 60 + 49, 2713, 6014, 12496),
        (50, 19 * 60 + 56, 2480, 5491, 11440),
        (60, 17 * 60 + 3, 2122, 4689, 9802),
    ],
)
def test_it_predicts_races(index, five, ten, half, marathon):
    predicted = [
        pace.predict_s(index, distance_km=pace.RACE_KM[name]) for name in ("5k", "10k", "half_marathon", "marathon")
    ]
    assert predicted == pytest.approx([five, ten, half, marathon], rel=0.0025)


@pytest.mark.parametrize(
    ("index", "easy", "marathon", "threshold", "interval"),
    [
        (30, (440, 523), 412, 384, 355),
        (40, (351, 419), 327, 306, 282),
        (45, (319, 382), 296, 278, 256),
        (50, (294, 352), 271, 255, 235),
        (60, (253, 304), 232, 220, 203),
    ],
)
def test_it_gives_training_paces(index, easy, marathon, threshold, interval):
    paces = pace.paces(index)
    got = (*paces.easy, paces.marathon, paces.threshold, paces.interval)
    assert all(
        abs(ours - theirs) <= 1 for ours, theirs in zip(got, (*easy, marathon, threshold, interval), strict=True)
    )


@given(st.floats(20, 85))
def test_it_orders_paces_from_easy_to_interval(index):
    paces = pace.paces(index)
    assert paces.easy[1] > paces.easy[0] > paces.marathon > paces.threshold > paces.interval


@given(st.floats(20, 85), st.sampled_from(sorted(pace.RACE_KM.values())))
def test_a_predicted_race_has_the_index_it_was_predicted_from(index, km):
    assert pace.fitness_index(distance_km=km, time_s=pace.predict_s(index, distance_km=km)) == pytest.approx(
        index, abs=0.01
    )


@pytest.mark.parametrize(
    ("from_km", "time_s", "to_km", "expected_s"),
    [
        (5, 1500, 10, 3127),
        (5, 1500, pace.HALF_KM, 6900),
        (5, 1500, pace.MARATHON_KM, 14387),
        (10, 3000, pace.HALF_KM, 6619),
    ],
)
def test_riegel_agrees_with_the_known_times(from_km, time_s, to_km, expected_s):
    assert pace.riegel_s(time_s, from_km=from_km, to_km=to_km) == pytest.approx(expected_s, rel=0.0025)


@pytest.mark.parametrize(
    ("days_off", "share"), [(0, 1), (5, 1), (7, 0.994), (14, 0.973), (28, 0.931), (72, 0.8), (400, 0.8)]
)
def test_days_off_cost_fitness(days_off, share):
    assert pace.detrained(40, days_off=days_off) == pytest.approx(40 * share)


@given(st.integers(0, 100))
def test_another_day_off_never_makes_anybody_fitter(days_off):
    assert pace.detrained(40, days_off=days_off + 1) <= pace.detrained(40, days_off=days_off)


@pytest.mark.parametrize(("seconds", "text"), [(59, "0:59"), (1500, "25:00"), (6900, "1:55:00"), (13177, "3:39:37")])
def test_a_time_reads_as_runners_write_it(seconds, text):
    assert pace.clock(seconds) == text
