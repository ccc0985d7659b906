"""The schema of the API names all there is."""

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_the_schema_is_public_and_whole():
    schema = Client().get("/api/schema?format=json")
    assert schema.status_code == 200
    body = schema.json()
    assert body["openapi"].startswith("3.1")
    for path in ("/api/goals", "/api/schedule", "/api/runs/{id}/check-in", "/api/adjustments/{id}/undo", "/api/calls"):
        assert path in body["paths"]
    assert Client().get("/api/docs").status_code == 200


NAMED = (
    ("/api/runs/add", "post"),
    ("/api/runs/{id}/correct", "post"),
    ("/api/runs/{id}/shorten", "post"),
    ("/api/runs/{id}/swap", "post"),
    ("/api/adjustments/easier-week", "post"),
    ("/api/adjustments/repeat-week", "post"),
    ("/api/adjustments/{id}/undo", "post"),
    ("/api/adjustments/{id}/accept", "post"),
    ("/api/adjustments/{id}/decline", "post"),
    ("/api/pauses", "get"),
    ("/api/pauses", "post"),
    ("/api/pauses/{id}", "get"),
    ("/api/pauses/{id}/resume", "post"),
)


def test_the_schema_names_them():
    paths = Client().get("/api/schema?format=json").json()["paths"]
    missing = [(path, verb) for path, verb in NAMED if verb not in paths.get(path, {})]
    assert missing == []
    assert [(path, verb) for path, verb in NAMED if not paths[path][verb].get("description")] == []
