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
