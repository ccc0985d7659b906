"""Tasks under headings: by due date, by priority, by category. What is closed comes after what is open."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tasks.models import CoachTask

SOON = timedelta(days=7)
CLOSED = "Done and dismissed"


@dataclass(frozen=True)
class Group:
    name: str
    tasks: list[CoachTask]


def by_due(task: CoachTask, today: date) -> str:
    if not task.is_open:
        return CLOSED
    if task.due_date is None:
        return "Without a date"
    if task.due_date <= today:
        return "Today" if task.due_date == today else "Waiting for you"
    return "In the next seven days" if task.due_date <= today + SOON else "Later"


def by_priority(task: CoachTask, today: date) -> str:
    return f"{task.get_priority_display()} priority"


def by_category(task: CoachTask, today: date) -> str:
    return task.get_category_display()


@dataclass(frozen=True)
class Way:
    """How a list is grouped. `order` names every heading, in the order of the page."""

    label: str
    heading: Callable[[CoachTask, date], str]
    order: tuple[str, ...]


DUE = ("Waiting for you", "Today", "In the next seven days", "Later", "Without a date", CLOSED)
WAYS = {
    "due": Way("Due date", by_due, DUE),
    "priority": Way("Priority", by_priority, tuple(f"{label} priority" for label in CoachTask.Priority.labels)),
    "category": Way("Category", by_category, tuple(map(str, CoachTask.Category.labels))),
}


def group(tasks: Iterable[CoachTask], *, by: str, today: date) -> list[Group]:
    """In the order of the tasks within each heading; a heading without a task is left out."""
    way = WAYS[by]
    groups: dict[str, list[CoachTask]] = {name: [] for name in way.order}
    for task in tasks:
        groups[way.heading(task, today)].append(task)
    return [Group(name, found) for name, found in groups.items() if found]
