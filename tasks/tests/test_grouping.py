from datetime import date, timedelta

import pytest

from tasks import grouping
from tasks.models import CoachTask

TODAY = date(2026, 3, 2)


def task(due_in=None, **kept):
    due = None if due_in is None else TODAY + timedelta(days=due_in)
    return CoachTask(**{"title": "x", "category": "gear", "priority": "low", "due_date": due, **kept})


def names(*tasks, by):
    return [group.name for group in grouping.group(tasks, by=by, today=TODAY)]


@pytest.mark.parametrize(
    ("due_in", "name"),
    [
        (-1, "Waiting for you"),
        (0, "Today"),
        (1, "In the next seven days"),
        (7, "In the next seven days"),
        (8, "Later"),
        (None, "Without a date"),
    ],
)
def test_a_due_date_has_its_heading(due_in, name):
    assert names(task(due_in), by="due") == [name]


def test_headings_come_in_order_and_none_is_empty():
    shown = names(task(), task(9), task(0), task(-3), by="due")
    assert shown == ["Waiting for you", "Today", "Later", "Without a date"]
    assert names(task(priority="low"), task(priority="high"), by="priority") == ["High priority", "Low priority"]
    assert names(task(category="recovery"), task(category="gear"), by="category") == ["Gear", "Recovery"]


def test_what_is_closed_has_a_heading_of_its_own(now):
    assert names(task(0, completed_at=now), task(dismissed_at=now), by="due") == ["Done and dismissed"]


@pytest.mark.parametrize("by", grouping.WAYS)
def test_every_task_is_under_one_heading(by, now):
    tasks = [
        task(due_in, category=category, priority=priority, completed_at=done)
        for due_in in (None, -1, 0, 3, 30)
        for category in CoachTask.Category.values
        for priority in CoachTask.Priority.values
        for done in (None, now)
    ]
    groups = grouping.group(tasks, by=by, today=TODAY)
    assert sum(len(group.tasks) for group in groups) == len(tasks)
