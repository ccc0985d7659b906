"""The dispatcher's line, and the moment it has something to dial."""

import pytest

from calls import twilio


@pytest.fixture
def line(monkeypatch):
    """The door to Twilio: what was asked of it, and what it answers."""

    class Line:
        placed, answer, listed = [], "CA" + "1" * 32, []

        def place(self, *, to, reference, send_by):
            self.placed.append((to, reference))
            if isinstance(self.answer, BaseException):
                raise self.answer
            return self.answer

    fake = Line()
    fake.placed = []
    monkeypatch.setattr(twilio, "place", fake.place)

    def find(*, to, since):
        assert to, "an empty number lists everybody's calls"
        return fake.listed

    monkeypatch.setattr(twilio, "find", find)
    return fake


@pytest.fixture
def due(ana):
    """The moment Ana's first call is due."""
    return ana.calls.order_by("due_at").first().due_at
