"""The runner who is told, misses and asks here."""

from datetime import date

import pytest

TEN_WEEKS = date(2026, 5, 10)


@pytest.fixture
def ana(make_runner):
    """Three runs a week towards a 10K in ten weeks."""
    return make_runner(
        "ana@example.com",
        goal_text="Run 10 km",
        target_race="10k",
        target_date=TEN_WEEKS,
        weekly_frequency=3,
        fitness_level="intermediate",
        available_days=["tue", "thu", "sat", "sun"],
        long_run_day="sun",
        current_weekly_km=20,
        longest_recent_km=8,
    )
