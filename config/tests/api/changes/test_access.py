"""Whose changes these are, and that nothing changes while a doctor is awaited."""

import pytest
from django.test import Client

from config.tests.api.changes.asking import HOLIDAY, JOG, NOBODYS, errors

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_another_runners_things_are_404(app, ben, runs):
    pause = app.post("pauses", {**HOLIDAY, "starts_on": "2026-05-05", "ends_on": "2026-05-06"}).json()
    app.post(f"runs/{runs[0]['id']}/check-in", {"difficulty": 9})
    mine = app.post("adjustments/easier-week", {"monday": "2026-03-09"}).json()["id"]
    assert ben.get("pauses").json()["count"] == 0
    assert ben.get(f"pauses/{pause['id']}").status_code == 404
    assert ben.post(f"pauses/{pause['id']}/resume").status_code == 404
    for verb in ("undo", "accept", "decline"):
        assert ben.post(f"adjustments/{mine}/{verb}").status_code == 404
    for verb, body in (
        ("correct", {"difficulty": 1}),
        ("shorten", {"distance_km": 2}),
        ("swap", {"other": runs[1]["id"]}),
    ):
        assert ben.post(f"runs/{runs[0]['id']}/{verb}", body).status_code == 404


def test_a_run_is_not_swapped_with_a_strangers(app, ben, runs):
    theirs = ben.get("schedule").json()["scheduled_runs"][0]
    assert app.post(f"runs/{runs[0]['id']}/swap", {"other": theirs["id"]}).status_code == 404


@pytest.mark.parametrize(
    "path",
    ["pauses", "pauses/{}/resume", "runs/add", "runs/{}/swap", "adjustments/{}/accept", "adjustments/easier-week"],
)
def test_without_a_token_nothing_changes(path):
    assert Client().post(f"/api/{path.format(NOBODYS)}", {}).status_code == 401


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("runs/add", JOG),
        ("runs/{}/shorten", {"distance_km": 2}),
        ("adjustments/easier-week", {"monday": "2026-03-09"}),
        ("adjustments/repeat-week", {}),
    ],
)
def test_while_a_doctor_is_awaited_nothing_changes(app, user, runs, path, body):
    app.post(f"runs/{runs[0]['id']}/check-in", {"difficulty": 8, "pain": True, "pain_location": "chest"})
    refused = errors(app.post(path.format(runs[1]["id"]), body))
    assert "doctor" in str(refused)
