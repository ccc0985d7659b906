"""From a request and what the coach knows to an act to read back; or why it cannot be; or what to ask first. Pure."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from calls.dialogue.acts import Act, moment_of, monday_of, run_of
from calls.dialogue.requests import Request
from calls.dialogue.scripts.question import Facts
from calls.dialogue.understanding import times
from coach import spoken
from runs.training.request import WEEKDAYS

SLOTS = 3
# A run cut without a number, and the least runs a week.
USUAL_SHARE = 0.7
LEAST_RUNS = 2


@dataclass(frozen=True)
class Offer:
    """`act` to be read back, after `but` when something speaks against it; or `asks` names the question that comes
    first; or neither, `because` of something."""

    act: Act | None = None
    but: str = ""
    asks: str = ""
    because: str = ""


@dataclass(frozen=True)
class Slot:
    """A local day and time that can take a run. `but`: what speaks against it all the same."""

    on: date
    at: time
    label: str
    but: str = ""


def consider(request: Request, facts: Facts, *, now: datetime) -> Offer:
    """What the coach can offer for a request. `now` is the runner's own time."""
    if request.absent:
        return Offer(because=f"There is no run {_on_day(request.absent)}.")
    makers = {
        "move": _move, "skip": _skip, "shorten": _shorten, "ease_week": _ease_week, "repeat_week": _repeat_week,
        "frequency": _frequency, "days": _without_day, "pause": _pause, "resume": _resume, "swap": _swap,
    }  # fmt: skip
    return makers[request.ask](request, facts, now)


def slots(run_id: str, facts: Facts, *, now: datetime) -> list[Slot]:
    """Where a run could go at its usual time, what has no but first, in order of days. A day that the runner said they
    can not is not offered."""
    run = run_of(run_id, facts)
    if run is None:
        return []
    at, refused = time.fromisoformat(run["at"]), facts.get("not_on") or ()
    free = [
        _slot(date.fromisoformat(day["on"]), at, day, now)
        for day in run["days"]
        if not day["objection"]
        and day["on"] not in (run["on"], *refused, *_taken(run, facts))
        and moment_of(day["on"], at, now) > now
    ]
    best = sorted(free, key=lambda slot: (bool(slot.but), slot.on))[:SLOTS]
    return sorted(best, key=lambda slot: slot.on)


def _on_day(day: str) -> str:
    return f"on {day.capitalize()}" if day in times.DAYS else day


def _taken(run: dict[str, Any], facts: Facts) -> set[str]:
    """The days of the other runs, those too that went there in this talk."""
    return {other["on"] for other in facts.get("runs") or [] if other["id"] != run["id"]}


def _none_ahead(what_to: str, facts: Facts) -> str:
    return "Your runs are paused." if facts.get("is_paused") else f"There is no run ahead to {what_to}."


def _move(request: Request, facts: Facts, now: datetime) -> Offer:
    run = run_of(request.run, facts)
    if run is None:
        return Offer(because=_none_ahead("move", facts))
    if run["is_race"]:
        return Offer(because="The race stays on its day.")
    moment = _moment(request, run, now)
    return Offer(asks="which_slot") if moment is None else _move_to(moment, run, facts, now)


def _move_to(moment: datetime, run: dict[str, Any], facts: Facts, now: datetime) -> Offer:
    """What the day asked for says to it."""
    on, at = moment.date(), moment.time().replace(second=0, microsecond=0)
    if (on.isoformat(), at) == (run["on"], time.fromisoformat(run["at"])):
        return Offer(because=f"It is {spoken.near(on, at, now.date())} already.")
    day = next((day for day in run["days"] if day["on"] == on.isoformat()), None)
    objection = "That day is too far off." if day is None else day["objection"]
    if not objection and on.isoformat() in _taken(run, facts):
        objection = f"There is a run on {on:%A} already."
    if moment <= now:
        objection = "That time has passed."
    if day is None or objection:
        return Offer(asks="which_slot", because=objection)
    act = {"act": "move", "run": run["id"], "on": on.isoformat(), "at": f"{at:%H:%M}"}
    return Offer(act, but=" ".join(day["asks"]))


def _moment(request: Request, run: dict[str, Any], now: datetime) -> datetime | None:
    """The moment asked for: a day at the run's own time, a time on the run's own day, or both."""
    if request.moment:
        return datetime.fromisoformat(request.moment).replace(tzinfo=now.tzinfo)
    said, usual = request.when, time.fromisoformat(run["at"])
    if not said or not (said.day or said.part or said.time or said.in_minutes or said.by_minutes):
        return None
    if said.by_minutes:
        planned = datetime.combine(date.fromisoformat(run["on"]), usual, tzinfo=now.tzinfo)
        return planned + timedelta(minutes=said.by_minutes)
    if said.in_minutes:
        moment = now + timedelta(minutes=said.in_minutes)
        return moment.replace(minute=moment.minute - moment.minute % 5, second=0, microsecond=0)
    if said.day:
        if said.part and not said.time and _part(usual) == said.part:
            said = replace(said, part=None)
        return times.resolve(said, now=now, usual=usual)
    # Only a time: of the day the run is on.
    day = now.date() if request.is_today else date.fromisoformat(run["on"])
    of_day = datetime.combine(day, time(0), tzinfo=now.tzinfo)
    return times.resolve(said, now=max(now, of_day), usual=usual)


def _part(at: time) -> str:
    return "morning" if at < time(11) else "midday" if at < time(16) else "evening"


def _skip(request: Request, facts: Facts, now: datetime) -> Offer:
    run = run_of(request.run, facts)
    if run is None:
        return Offer(because=_none_ahead("let go", facts))
    but = "This is the race you train for." if run["is_race"] else ""
    return Offer({"act": "skip", "run": run["id"], "reason": request.reason}, but=but)


def _shorten(request: Request, facts: Facts, now: datetime) -> Offer:
    run = run_of(request.run, facts)
    if run is None:
        return Offer(because=_none_ahead("shorten", facts))
    if run["is_race"]:
        return Offer(because="The race has its own distance. Let it go, or run it as it is.")
    whole, least = float(run["km"]), float(run["least_km"])
    km = request.km
    if km is None:
        share = request.minutes / run["minutes"] if request.minutes and run["minutes"] else request.share
        km = whole * (share or USUAL_SHARE)
    km = round(km * 2) / 2 if request.km is None else round(km, 1)
    if km >= whole - 0.05:
        return Offer(because="That is not shorter than it is.")
    if km < least - 0.05:
        km = least
    if km >= whole - 0.05:
        return Offer(because="It is as short as a run gets. We can let it go instead.")
    return Offer({"act": "shorten", "run": run["id"], "km": km})


def _ease_week(request: Request, facts: Facts, now: datetime) -> Offer:
    ahead = request.weeks_ahead
    if ahead is None:
        # In a planning talk it is the week that is planned.
        planned = facts.get("planned_monday") if facts.get("is_planning") else None
        return Offer({"act": "ease_week", "monday": planned or monday_of(now).isoformat()})
    return Offer({"act": "ease_week", "monday": (monday_of(now) + timedelta(weeks=ahead)).isoformat()})


def _repeat_week(request: Request, facts: Facts, now: datetime) -> Offer:
    return Offer({"act": "repeat_week"})


def _frequency(request: Request, facts: Facts, now: datetime) -> Offer:
    current = int(facts.get("frequency") or 0)
    count = request.count or current - 1
    if not current:
        return Offer(because="There is no plan yet.")
    if count < LEAST_RUNS:
        return Offer(because="Two runs a week is the least that trains anybody. A pause may be better.")
    if count == current:
        return Offer(because=f"It is {current} runs a week already.")
    return Offer({"act": "frequency", "runs": count})


def _without_day(request: Request, facts: Facts, now: datetime) -> Offer:
    if request.only:
        only = [WEEKDAYS[times.DAYS.index(day)] for day in sorted(request.only.split(), key=times.DAYS.index)]
        return Offer({"act": "days", "days": only, "only": True})
    day = WEEKDAYS[times.DAYS.index(request.day)]
    current = list(facts.get("available_days") or WEEKDAYS)
    if day not in current:
        return Offer(because=f"I plan nothing on {request.day.capitalize()}s already.")
    if len(current) == 1:
        return Offer(because="That is the only day you gave me. Add another in your goal first.")
    return Offer({"act": "days", "days": [one for one in current if one != day], "day": request.day})


def _resume(request: Request, facts: Facts, now: datetime) -> Offer:
    return Offer({"act": "resume"})


def _swap(request: Request, facts: Facts, now: datetime) -> Offer:
    one, two = run_of(request.run, facts), run_of(request.other, facts)
    if one is None or two is None or one["is_race"] or two["is_race"]:
        return Offer(because="The race stays on its day.")
    return Offer({"act": "swap", "run": one["id"], "other": two["id"]})


def _pause(request: Request, facts: Facts, now: datetime) -> Offer:
    if facts.get("is_paused"):
        return Offer(because="Your plan is paused already. You can end or change that on its page.")
    first = _first_day(request.since, now.date())
    if request.when and (end := times.resolve(request.when, now=now)):
        last = end.date() - timedelta(days=1)
        return Offer(_pause_act(request, first, last if last >= first else last + timedelta(weeks=1)))
    if request.days:
        return Offer(_pause_act(request, first, first + timedelta(days=request.days - 1)))
    if request.is_open_end:
        return Offer(_pause_act(request, first, None))
    return Offer(asks="until")


def _first_day(since: str, today: date) -> date:
    if since == "next week":
        return today + timedelta(days=7 - today.weekday())
    if since in times.DAYS:
        return today + timedelta(days=(times.DAYS.index(since) - today.weekday()) % 7)
    if since[:1].isdigit():
        return date.fromisoformat(since)
    return today + timedelta(days=1 if since == "tomorrow" else 0)


def _pause_act(request: Request, first: date, last: date | None) -> Act:
    ends_on = max(first, last).isoformat() if last else None
    return {"act": "pause", "kind": request.kind, "from": first.isoformat(), "to": ends_on}


def _slot(on: date, at: time, day: dict[str, Any], now: datetime) -> Slot:
    return Slot(on, at, spoken.near(on, at, now.date()), " ".join(day["asks"]))
