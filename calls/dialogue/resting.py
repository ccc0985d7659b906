"""Rest proposed after a bad pain: for which run, why, and what is told of the pain while it waits for a yes. Pure."""

from datetime import datetime, timedelta

from calls.dialogue import summing, understanding
from calls.dialogue.replies import State
from calls.dialogue.scripts.question import Answers
from runs.training.language import normal

# A run so near is rested after a bad pain.
NEAR = timedelta(days=2)


def near_run(state: State, now: datetime) -> str:
    """The id of the run that a pain of now concerns; "" when none is near, or it is let go already."""
    facts = state["facts"]
    if facts.get("about"):
        return str(facts["about"])
    last = (now + NEAR).date().isoformat()
    near = [run for run in facts.get("runs") or [] if run["on"] <= last and not run["is_race"]]
    return str(min(near, key=lambda run: (run["on"], run["at"]))["id"]) if near else ""


def reason(answers: Answers) -> str:
    return f"Pain: {summing.place(answers)}"


def is_proposed(state: State) -> bool:
    return state["asking"] == "confirm" and bool(state["pending"].get("rests"))


def with_more(state: State, said: str) -> State | None:
    """A side or a place told while rest is proposed is the pain's; None when none is told."""
    side, place = understanding.side(said), understanding.body_part(said)
    if not is_proposed(state) or not (side or place) or normal.plain(said).strip(" .!") == "right":
        # A bare "right" is a yes.
        return None
    told = {"pain_side": side} if side else {}
    if place and place != "side":
        told["pain_location"] = place
    answers = {**state["answers"], **told}
    if "cared_for" in answers:
        answers["cared_for"] = of(answers)
    act = {**state["pending"]["act"], "reason": reason(answers)}
    return {**state, "answers": answers, "pending": {**state["pending"], "act": act}}


def of(answers: Answers) -> list[str | int | None]:
    """What makes one pain another."""
    return [answers.get("pain_location"), answers.get("pain_severity")]
