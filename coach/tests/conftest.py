import pytest
from django.test import Client

from coach.tests.half_marathon import HALF


@pytest.fixture
def visitor(db):
    """Somebody who has just signed up."""
    client = Client()
    answer = client.post("/account/signup/", {"email": "new@example.com", "password1": "correct horse battery"})
    assert answer.status_code == 302
    return client


@pytest.fixture
def cleo(make_runner):
    """Sixteen weeks before a half marathon."""
    return make_runner("cleo@example.com", **HALF)


@pytest.fixture
def cleos(cleo, client):
    client.force_login(cleo)
    return client
