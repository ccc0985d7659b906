from datetime import date, timedelta

import pytest

from runs import road

MONDAY = date(2026, 3, 2)


def weeks(count, **changes):
    return [
        road.Week(MONDAY + timedelta(weeks=at), "race" if at == count - 1 else "build", at == 4, 20.0 + at, 8.0 + at)
        for at in range(count)
    ]


def test_every_week_is_a_bar_and_the_race_a_flag():
    drawn = road.draw(weeks(10), units="km", race=True)
    assert drawn.count("<rect") == 10 + 2
    assert drawn.count('class="road-flag"') == 1
    assert drawn.count("road-cutback") == 1


def test_without_a_race_there_is_no_flag():
    assert "road-flag" not in road.draw(weeks(8), units="km")


def test_the_greatest_week_and_the_longest_run_are_written_in_the_runners_units():
    assert "29 km" in road.draw(weeks(10), units="km")
    drawn = road.draw(weeks(10), units="mi")
    assert "18 mi" in drawn
    assert " km" not in drawn


def test_today_stands_on_the_road_and_nowhere_else():
    assert "Today" in road.draw(weeks(10), units="km", today=MONDAY + timedelta(days=10))
    assert "Today" not in road.draw(weeks(10), units="km", today=MONDAY - timedelta(days=30))


@pytest.mark.parametrize("count", [1, 2, 53, 105])
def test_it_is_drawn_for_any_number_of_weeks(count):
    assert road.draw(weeks(count), units="km", race=True).startswith("<svg")


def test_no_weeks_no_road():
    assert road.draw([], units="km") == ""


def test_it_is_hidden_from_a_screen_reader_which_gets_the_table():
    assert 'aria-hidden="true"' in road.draw(weeks(3), units="km")
