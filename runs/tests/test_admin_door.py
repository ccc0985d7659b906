"""Who comes in by the human coach's door, and what nobody adds there."""

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize("name", ["scheduledrun", "runsession", "scheduleadjustment", "pause", "runningschedule"])
def test_a_runner_is_no_coach(anas, name):
    assert anas.get(f"/admin/runs/{name}/").url.startswith("/admin/login/")
    assert anas.post(f"/admin/runs/{name}/", {"action": "undo"}).url.startswith("/admin/login/")


@pytest.mark.parametrize("name", ["scheduledrun", "runsession"])
def test_what_the_plan_makes_is_not_added_by_hand(coach, name):
    assert coach.get(f"/admin/runs/{name}/add/").status_code == 403
