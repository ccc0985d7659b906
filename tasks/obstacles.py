"""Words in, obstacles out, and the task that keeps an obstacle from spoiling another run. Pure."""

import re
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Proposal:
    """A task to offer. `due_on` is a local date."""

    title: str
    description: str
    category: str
    priority: str
    due_on: date


@dataclass(frozen=True)
class _Kind:
    pattern: str
    title: str
    category: str
    priority: str = "medium"


_KINDS = (
    _Kind(r"\bpain|\bhurts?\b|\bniggle", "Rest what hurts, and see how it is tomorrow", "recovery", "high"),
    _Kind(r"\brain|\b(soaked|wet|pouring|storm)", "Buy a waterproof running jacket", "gear"),
    _Kind(r"\bshoes?\b|\btrainers\b", "Get running shoes that fit", "gear", "high"),
    _Kind(r"\b(dark|headlamp|torch)\b", "Get a running light", "gear"),
    _Kind(r"\b(cold|freezing|gloves)\b", "Find a warm layer for cold runs", "gear"),
    _Kind(r"\b(hot|heat|sun)\b", "Plan a cooler time for hot days", "scheduling"),
    _Kind(r"\b(water|thirsty|dehydrated|bottle)\b", "Set a water reminder before runs", "hydration"),
    _Kind(r"\b(eat|ate|eaten|hungry|food|breakfast|gels?|snack)\b", "Plan a snack before your next run", "nutrition"),
    _Kind(r"\b(sore|stiff|tired|exhausted|sleep|slept|ill|sick|flu)\b", "Plan a proper rest evening", "recovery"),
    _Kind(
        r"\b(late|early|meeting|work|busy|time|kids|overslept|appointment)\b",
        "Block the time for your next run",
        "scheduling",
    ),
)


def propose(words: str, *, today: date, next_run_on: date | None = None) -> Proposal | None:
    """The task for an obstacle told in words, due in 3-7 days and before the next run when that is sooner."""
    text = words.lower()
    kind = next((kind for kind in _KINDS if re.search(kind.pattern, text)), None)
    if kind is None:
        return None
    due = today + timedelta(days=5)
    if next_run_on and today < next_run_on < due:
        due = max(today + timedelta(days=1), next_run_on - timedelta(days=1))
    said = words.strip().rstrip(".")[:200]
    return Proposal(kind.title, f"You told me: \u201c{said}\u201d.", kind.category, kind.priority, due)
