"""An act in the coach's words, and what is known once it is agreed. Pure."""

from datetime import date, datetime, time, timedelta
from typing import Any

from calls.dialogue import words
from calls.dialogue.scripts.question import Facts
from calls.dialogue.understanding.times import DAYS
from coach import spoken
from runs.training.request import WEEKDAYS

Act = dict[str, Any]


def run_of(run_id: str, facts: Facts) -> dict[str, Any] | None:
    return next((run for run in facts.get("runs") or [] if run["id"] == run_id), None)


def name_of(run: dict[str, Any], facts: Facts) -> str:
    """ "your 5 km easy run" for the one at hand, "Thursday's 5 km easy run" for others."""
    return str(run["words"] if run["id"] == facts.get("about") else run["whose"])


def that_day(facts: Facts) -> str:
    """ "today" or "on Friday": the day of the run at hand."""
    run = run_of(str(facts.get("about", "")), facts)
    near = str(facts.get("when", "")).partition(" ")[0]
    if near in ("today", "tomorrow") or run is None:
        return near if run else "then"
    return f"on {date.fromisoformat(run['on']):%A}"


def will(act: Act, facts: Facts, *, seed: str, now: datetime) -> str:
    """ "I'll move your 5 km easy run to Friday at 7:00"."""
    return _said(f"will_{_name(act)}", act, facts, seed=seed, now=now)


def done(act: Act, facts: Facts, *, seed: str, now: datetime) -> str:
    """ "your 5 km easy run is on Friday at 7:00 now"."""
    thing = f"done_{act['act']}_{act['to']}" if act["act"] == "task" else f"done_{_name(act)}"
    return _said(thing, act, facts, seed=seed, now=now)


def _name(act: Act) -> str:
    return "only_days" if act.get("only") else str(act["act"])


def after(act: Act, facts: Facts, *, now: datetime) -> Facts:
    """What the coach knows once an act is agreed: the run at its new place or size."""
    run = run_of(act.get("run", ""), facts)
    if act["act"] == "pause":
        return _paused(act, facts, now)
    if run is None or act["act"] not in ("move", "shorten", "skip"):
        return facts
    if act["act"] == "skip":
        return _next_run({**facts, "runs": [one for one in facts["runs"] if one is not run]}, now)
    changed = {**run, "on": act["on"], "at": act["at"]} if act["act"] == "move" else {**run, "km": act["km"]}
    if act["act"] == "shorten":
        shorter = spoken.distance(act["km"], units=facts.get("units") or "km")
        longer = spoken.distance(run["km"], units=facts.get("units") or "km")
        changed |= {key: run[key].replace(longer, shorter) for key in ("words", "whose")}
    known = _next_run({**facts, "runs": [changed if one is run else one for one in facts["runs"]]}, now)
    if run["id"] != facts.get("about"):
        return known
    return {**known, "run": changed["words"], "run_upper": _upper(changed["words"]), "when": _start(changed, now)}


def _paused(act: Act, facts: Facts, now: datetime) -> Facts:
    """The runs that lie in the pause are not ahead any more."""
    last = act["to"] or date.max.isoformat()
    left = [run for run in facts.get("runs") or [] if not act["from"] <= run["on"] <= last]
    is_of_now = act["from"] <= now.date().isoformat()
    known = {**facts, "runs": left, "is_paused": bool(facts.get("is_paused")) or is_of_now}
    if is_of_now:
        known["week_next"] = f"Your runs are paused {_span(act, now)}."
    if left:
        return _next_run(known, now)
    away = f"the one after your pause: your runs are paused {_span(act, now)}"
    return {**known, "next_run": "after your pause", "next_run_words": away}


def _next_run(facts: Facts, now: datetime) -> Facts:
    ahead = [run for run in facts["runs"] if moment_of(run["on"], time.fromisoformat(run["at"]), now) > now]
    first = min(ahead, key=lambda run: (run["on"], run["at"]), default=None)
    if first is None:
        return {**facts, "next_run": "the one we plan together", "next_run_words": "not planned yet"}
    start = _start(first, now)
    return {**facts, "next_run": start, "next_run_words": f"{first['words']}, {start}"}


def _start(run: dict[str, Any], now: datetime) -> str:
    return spoken.near(date.fromisoformat(run["on"]), time.fromisoformat(run["at"]), now.date())


def _said(thing: str, act: Act, facts: Facts, *, seed: str, now: datetime) -> str:
    run = run_of(act.get("run", ""), facts)
    name = name_of(run, facts) if run else ""
    task = next((task["title"] for task in facts.get("tasks") or [] if task["id"] == act.get("task")), "")
    other = run_of(act.get("other", ""), facts)
    put_in = {
        "run": name,
        "other": other["whose"] if other else "",
        "run_upper": _upper(name),
        "when": _when(act, now),
        "where": _when(act, now).removeprefix("on "),
        "distance": spoken.distance(act.get("km", 0.0), units=facts.get("units") or "km"),
        "week": _week(act, now),
        "count": act.get("runs", ""),
        "day": act.get("day", "").capitalize(),
        "days": _days(act),
        "span": _span(act, now),
        "task": task,
    }
    return words.say("changes", thing, seed=seed, facts=put_in)


def _days(act: Act) -> str:
    """ "Mondays, Wednesdays and Saturdays"."""
    if not act.get("only"):
        return ""
    named = [f"{DAYS[WEEKDAYS.index(day)].capitalize()}s" for day in act["days"]]
    return " and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))


def _when(act: Act, now: datetime) -> str:
    if act["act"] != "move":
        return ""
    return spoken.near(date.fromisoformat(act["on"]), time.fromisoformat(act["at"]), now.date())


def _week(act: Act, now: datetime) -> str:
    if act["act"] != "ease_week":
        return ""
    return "this week" if act["monday"] == monday_of(now).isoformat() else "next week"


def _span(act: Act, now: datetime) -> str:
    if act["act"] != "pause":
        return ""
    first = date.fromisoformat(act["from"])
    since = f"from {spoken.day(first)} " if first > now.date() else ""
    if act["to"] is None:
        return f"{since}until you tell me you're back"
    return f"{since}until {spoken.day(date.fromisoformat(act['to']))}"


def moment_of(on: str, at: time, now: datetime) -> datetime:
    return datetime.combine(date.fromisoformat(on), at, tzinfo=now.tzinfo)


def monday_of(now: datetime) -> date:
    return now.date() - timedelta(days=now.weekday())


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
