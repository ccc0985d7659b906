"""What the tests of runs may ask for: the human coach, the first run of Ana's plan, and what changed it."""

import pytest

from runs.tests.events import four_good_weeks, hurt, in_order, two_nines


@pytest.fixture
def coach(admin_client):
    return admin_client


@pytest.fixture
def run(ana):
    """Tuesday's; the other of the week is Saturday's."""
    return in_order(ana)[0]


@pytest.fixture
def eased(ana, clock):
    """The coach's answer to two nines, and a clock that has reached it."""
    row = two_nines(ana)
    clock.move_to(row.created_at)
    return row


@pytest.fixture
def pained(ana, clock):
    row = hurt(ana)
    clock.move_to(row.created_at)
    return row


@pytest.fixture
def proposed(ana, clock):
    row = four_good_weeks(ana)
    clock.move_to(row.created_at)
    return row


@pytest.fixture
def limit(ana, eased, now):
    """What only the limits of any plan changed."""
    ana.adjustments.filter(pk=eased.pk).update(rule="return")
    eased.refresh_from_db()
    assert eased.is_limit
    return eased
