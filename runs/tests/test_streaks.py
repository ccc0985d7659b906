import pytest

from runs.training import streaks


@pytest.mark.parametrize(
    ("statuses", "length"),
    [
        ([], 0),
        (["completed", "completed"], 2),
        (["completed", "missed", "completed"], 1),
        (["completed", "skipped"], 0),
        (["completed", "rest", "completed", "scheduled"], 2),
        (["completed", "rescheduled", "scheduled"], 1),
    ],
)
def test_it_counts_planned_runs_done_in_a_row(statuses, length):
    assert streaks.current(statuses) == length
