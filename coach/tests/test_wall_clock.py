from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach import wall_clock

ZONES = sorted(name for name in available_timezones() if "/" in name)


@pytest.mark.parametrize(
    ("zone", "on", "at", "utc"),
    [
        ("Europe/Berlin", date(2026, 3, 2), time(7), datetime(2026, 3, 2, 6, tzinfo=UTC)),
        # 2:30 does not exist on this day: the first time after it is 3:00.
        ("Europe/Berlin", date(2026, 3, 29), time(2, 30), datetime(2026, 3, 29, 1, tzinfo=UTC)),
        ("Europe/Berlin", date(2026, 3, 29), time(7), datetime(2026, 3, 29, 5, tzinfo=UTC)),
        # 2:30 comes twice: the first.
        ("Europe/Berlin", date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        # So too when the time was read off the clock at its second.
        ("Europe/Berlin", date(2026, 10, 25), time(2, 30, fold=1), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("Europe/Berlin", date(2026, 3, 29), time(2, 30, fold=1), datetime(2026, 3, 29, 1, tzinfo=UTC)),
        # Half an hour is skipped here.
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), datetime(2026, 10, 3, 15, 30, tzinfo=UTC)),
        # A whole day is skipped here.
        ("Pacific/Apia", date(2011, 12, 30), time(7), datetime(2011, 12, 30, 10, tzinfo=UTC)),
    ],
)
def test_it_knows_skipped_and_repeated_hours(zone, on, at, utc):
    assert wall_clock.moment(on, at, zone=ZoneInfo(zone)) == utc


@given(
    st.sampled_from(ZONES),
    st.dates(date(2024, 1, 1), date(2030, 12, 31)),
    st.times().map(lambda t: t.replace(second=0, microsecond=0)),
)
def test_it_is_the_first_instant_whose_wall_clock_is_not_before(name, on, at):
    zone = ZoneInfo(name)
    found = wall_clock.moment(on, at, zone=zone)
    wanted = datetime.combine(on, at)
    assert found.astimezone(zone).replace(tzinfo=None) >= wanted
    # An oracle of another make: no minute of the three hours before shows the wanted time or a later one.
    earlier = [found - timedelta(minutes=minutes) for minutes in range(1, 181)]
    assert all(moment.astimezone(zone).replace(tzinfo=None) < wanted for moment in earlier)


def test_a_wall_clock_turns_at_its_times_and_where_it_jumps():
    berlin, noon = ZoneInfo("Europe/Berlin"), datetime(2026, 10, 24, 12, tzinfo=UTC)
    found = wall_clock.turns([time(2, 30), time(7)], after=noon, before=noon + timedelta(hours=20), zone=berlin)
    assert [f"{instant:%H:%M}" for instant in found] == ["00:30", "01:00", "01:30", "06:00"]
    assert wall_clock.turns([time(2, 30)], after=noon, before=noon + timedelta(hours=2), zone=berlin) == []
