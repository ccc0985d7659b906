"""Distances, paces and days in templates, as `coach.spoken` says them."""

from datetime import date, datetime, time
from functools import cache
from typing import Any, cast

from django import template
from django.urls import reverse
from lucide.templatetags.lucide import lucide

from calls.dialogue.scripts import BODY_PART_LABELS
from coach import spoken
from coach.models import User
from runs.models import ScheduledRun
from runs.training import pace

register = template.Library()


@register.filter
def distance(km: float | None, user: User) -> str:
    return "" if km is None else spoken.distance(km, units=user.units)


@register.filter
def effort(step: dict[str, Any], run: ScheduledRun) -> str:
    return spoken.effort(step["kind"], run.run_type)


@register.filter
def stretch(km: float, user: User) -> str:
    """A part of a run."""
    return spoken.stretch(km, units=user.units)


@register.filter
def distance_number(km: float | None, user: User) -> str:
    return distance(km, user).removesuffix(f" {user.units}")


@register.filter
def pace_range(pair: list[int] | None, user: User) -> str:
    """ "5:51-6:59 /km"."""
    if not pair:
        return ""
    fast, slow = (spoken.pace(s, units=user.units) for s in pair)
    return f"{fast.split(' ')[0]}\u2013{slow}"


@register.filter
def finish_time(seconds: int) -> str:
    """ "1:55:00"."""
    return pace.clock(seconds)


@register.filter
def clock(at: time) -> str:
    return spoken.clock(at)


@register.filter
def day(on: date) -> str:
    return spoken.day(on)


@register.filter
def whose(run: ScheduledRun, user: User) -> str:
    """ "Thursday's 5 km easy run"."""
    return spoken.whose(run, user)


@register.simple_tag(takes_context=True)
def countdown(context: dict[str, Any], run: ScheduledRun) -> str:
    return spoken.countdown(run, context["user"], context["now"])


@register.filter
def local(moment: datetime, user: User) -> datetime:
    """In the runner's zone, without one attached, so that no template converts it back."""
    return user.local(moment).replace(tzinfo=None)


@register.filter
def due(on: date | None, today: date) -> str:
    """ "Due today", "Due in 3 days", "2 days over"."""
    if on is None:
        return ""
    away = (on - today).days
    if away < 0:
        return f"Was due {spoken.day(on)}"
    return {0: "Due today", 1: "Due tomorrow"}.get(away, f"Due in {away} days")


RULE_ICONS = {
    "too_easy": "trending-up", "progress": "trending-up", "too_hard": "trending-down", "pain": "heart-pulse",
    "red_flag": "circle-alert", "misses": "message-circle", "obstacle": "calendar-clock", "return": "shield-check",
    "swap": "arrow-left-right", "shorten": "scissors", "easier_week": "feather", "repeat_week": "repeat",
    "change_of_goal": "pencil", "coach": "user",
}  # fmt: skip


@register.filter
def rule_icon(rule: str) -> str:
    return RULE_ICONS.get(rule, "history")


@register.filter
def place(part: str) -> str:
    """ "IT band", "knee"."""
    label = BODY_PART_LABELS.get(part, part)
    return label if label.startswith("IT ") else label.lower()


# What a sentence of an agreement leads to: a row's page, or a page.
_ROWS = ("run", "task", "adjustment")
_PAGES = {
    "settings": "call_settings",
    "safety": "safety",
    "goal": "change_goal",
    "pauses": "pauses",
    "plan": "schedule",
}


@register.filter
def leads_to(line: dict[str, str]) -> str:
    """The address of what was agreed; "" where it leads nowhere."""
    if line["to"] in _ROWS:
        return reverse(line["to"], args=[line["id"]])
    return reverse(_PAGES[line["to"]]) if line["to"] in _PAGES else ""


@register.simple_tag(takes_context=True)
def current(context: dict[str, Any], *names: str) -> str:
    """`aria-current` for the navigation, when the page is one of the named."""
    match = getattr(context.get("request"), "resolver_match", None)
    return "page" if match and match.url_name in names else "false"


@register.simple_tag
def icon(name: str) -> str:
    """An icon that says nothing a text beside it does not say."""
    return _drawn(name)


@cache
def _drawn(name: str) -> str:
    drawing = lucide(name, size=None, **{"class": "icon", "aria-hidden": "true", "focusable": "false"})
    return cast(str, drawing)
