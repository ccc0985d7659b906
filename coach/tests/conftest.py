import pytest
from django.test import Client


@pytest.fixture
def visitor(db):
    """Somebody who has just signed up."""
    client = Client()
    answer = client.post("/account/signup/", {"email": "new@example.com", "password1": "correct horse battery"})
    assert answer.status_code == 302
    return client
