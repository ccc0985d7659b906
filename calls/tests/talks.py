"""Conversations for tests: what a coach might know on a Tuesday morning, and a talk taken turn by turn."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from calls.dialogue import conversation, words

NOW = datetime(2026, 11, 24, 6, 45, tzinfo=ZoneInfo("Europe/Berlin"))


def days(*, objections=None, asks=None):
    """The next days, by how far away they are; those not named are free."""
    objections, asks = objections or {}, asks or {}
    return [
        {
            "on": (NOW.date() + timedelta(days=ahead)).isoformat(),
            "objection": objections.get(ahead, ""),
            "asks": asks.get(ahead, []),
        }
        for ahead in range(9)
    ]


TAKEN = "There is a run on that day already."
EASY = {
    "id": "easy", "words": "your 5 km easy run", "whose": "Tuesday's 5 km easy run", "type": "easy",
    "on": "2026-11-24", "at": "07:00", "km": 5.0, "least_km": 2.0, "minutes": 32, "is_race": False,
    "days": days(objections={2: TAKEN, 5: TAKEN}, asks={4: ["That would be two days in a row."]}),
}  # fmt: skip
TEMPO = {
    "id": "tempo", "words": "your 6 km tempo run", "whose": "Thursday's 6 km tempo run", "type": "tempo",
    "on": "2026-11-26", "at": "18:00", "km": 6.0, "least_km": 2.0, "minutes": 36, "is_race": False,
    "days": days(objections={0: TAKEN, 5: TAKEN}),
}  # fmt: skip
LONG = {
    "id": "long", "words": "your 10 km long run", "whose": "Sunday's 10 km long run", "type": "long",
    "on": "2026-11-29", "at": "08:00", "km": 10.0, "least_km": 5.0, "minutes": 65, "is_race": False,
    "days": days(objections={0: TAKEN, 2: TAKEN}),
}  # fmt: skip
JACKET = {"id": "jacket", "title": "Buy a waterproof running jacket"}


def facts(kind="pre_run", **known):
    is_before = kind == "pre_run"
    return {
        "name": "Ana", "units": "km", "now_local": "Tuesday 24 November, 06:45",
        "run": "your 5 km easy run", "run_upper": "Your 5 km easy run", "when": "today at 7:00",
        "tip": "go slow", "tip_upper": "Go slow", "about": "easy" if is_before else "",
        "runs": [TEMPO, LONG] if kind == "post_run" else [EASY, TEMPO, LONG],
        "next_run": "on Thu 26 November at 18:00", "next_run_words": "your 6 km tempo run, on Thursday at 18:00",
        "hurt": "", "last": "", "change": "", "is_planning": kind == "weekly_planning",
        "planned_monday": "2026-11-23", "tasks": [], "task_list": "nothing at all",
        "goal": "Run a half marathon", "goal_when": ", in 20 weeks", "streak": "4 planned runs in a row",
        "frequency": 3, "available_days": [], "is_paused": False, "is_suspended": False,
        "week_last": "Last week you did 2 of 3 runs, 12 km in all.", "week_next": "This week has three runs.",
        "did": "10 runs done! Ten runs are behind you.", "next": "Next: 25 runs, 15 runs to go.",
        **known,
    }  # fmt: skip


def talk(kind, *answers, seed="a", **known):
    """The reply after the last answer; each must find the talk still open."""
    reply = conversation.begin(kind, seed=seed, facts=facts(kind, **known))
    for said in answers:
        assert not reply.over, f"over before {said!r}: {reply.says}"
        reply = conversation.take(reply.state, said, now=NOW)
    return reply


def acts(reply):
    """What was agreed, without the words about it."""
    return [
        {key: value for key, value in act.items() if key != "said"} for act in conversation.outcome(reply.state).acts
    ]


def lines_of(kind, *things):
    known = {**words.book()["any"], **words.book()[kind]}
    return {way for thing, ways in known.items() if thing.startswith(things) for way in ways}


def at(kind, asking, **known):
    """The talk right where a question was asked."""
    state = conversation.begin(kind, seed="a", facts=facts(kind, **known)).state
    return {**state, "asking": asking}
