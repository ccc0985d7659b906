"""What the tests of runs may ask for: the human coach, and the first run of Ana's plan."""

import pytest

from runs.tests.events import in_order


@pytest.fixture
def coach(admin_client):
    return admin_client


@pytest.fixture
def run(ana):
    return in_order(ana)[0]
