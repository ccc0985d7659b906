"""The turn engine: state and words in, state and words out. Pure.

`state` is a plain JSON value, so that any process can take the next turn:

    kind, seed     what the conversation is, and what chooses the wording
    facts          the words the scripts may put in
    expect         what the coach is waiting for (a key of EXPECT), or None when it is over
    asking         the question asked
    answers        what was understood, by question
    tries, silences, turn, over
"""

from dataclasses import dataclass, field
from typing import Any

from calls.dialogue import scripts, understanding, words
from runs.training import safety

State = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """The state after a turn, what the coach says, and what it waits for."""

    state: State
    says: str
    expect: str | None
    over: bool


@dataclass(frozen=True)
class Outcome:
    """What a conversation came to. None where it was not said."""

    kind: str
    will_run: bool | None = None
    difficulty: int | None = None
    pain: bool | None = None
    pain_location: str = ""
    pain_side: str = ""
    pain_severity: int | None = None
    energy: str = ""
    obstacles: list[str] = field(default_factory=list)
    notes: str = ""
    red_flag: bool = False
    stop_calling: bool = False


def begin(kind: str, *, seed: str, facts: dict[str, Any]) -> Reply:
    """The coach opens. `facts` holds what the scripts of `kind` put in."""
    state: State = {
        "kind": kind,
        "seed": seed,
        "facts": facts,
        "asking": "opening",
        "answers": {},
        "tries": 0,
        "silences": 0,
        "turn": 0,
        "over": False,
        "heard": [],
    }
    return _ask(state, "opening")


def take(state: State, said: str, *, digits: str = "") -> Reply:
    """One turn of the runner's. `digits` are keys pressed on a telephone: 1-9, and 0 for ten."""
    state = {**state, "answers": dict(state["answers"]), "turn": state["turn"] + 1}
    said = said.strip() or _spoken_digits(digits, state["asking"])
    if not said:
        return _after_silence(state)
    state["heard"] = [*state["heard"], said]
    state["silences"] = 0
    if understanding.wants_no_calls(said):
        return _end(state, "stop_calling", stop_calling=True)
    if safety.is_red_flag(said):
        return _end(state, "red_flag", red_flag=True)
    return _answered(state, said)


def outcome(state: State) -> Outcome:
    answers = state["answers"]
    known = {key: answers[key] for key in Outcome.__dataclass_fields__ if key in answers}
    return Outcome(**{"kind": state["kind"], **known})


def _answered(state: State, said: str) -> Reply:
    question = scripts.QUESTIONS[state["kind"]][state["asking"]]
    understood = question.understand(said)
    if understood is None and state["tries"] < 1:
        state["tries"] += 1
        return Reply(state, _words(state, f"again_{question.expect}"), question.expect, over=False)
    if understood is not None:
        # What got in the way adds up; every other answer replaces the one before.
        obstacles = [*state["answers"].get("obstacles", []), *understood.get("obstacles", [])]
        state["answers"].update({**understood, "obstacles": obstacles} if obstacles else understood)
        if safety.is_red_flag(pain_location=state["answers"].get("pain_location", "")):
            return _end(state, "red_flag", red_flag=True)
    following = question.next(state["answers"], said)
    return _ask(state, following) if following in scripts.QUESTIONS[state["kind"]] else _end(state, following)


def _ask(state: State, asking: str) -> Reply:
    question = scripts.QUESTIONS[state["kind"]][asking]
    state = {**state, "asking": asking, "tries": 0}
    return Reply(state, _words(state, asking), question.expect, over=False)


def _end(state: State, thing: str, **answers: Any) -> Reply:
    state["answers"].update(answers)
    state = {**state, "over": True}
    return Reply(state, _words(state, thing), None, over=True)


def _after_silence(state: State) -> Reply:
    state["silences"] += 1
    if state["silences"] >= 2:
        return _end(state, "silence")
    question = scripts.QUESTIONS[state["kind"]][state["asking"]]
    return Reply(state, _words(state, "again_free"), question.expect, over=False)


def _words(state: State, thing: str) -> str:
    facts = {**state["facts"], **scripts.facts_from(state["answers"])}
    return words.say(state["kind"], thing, seed=state["seed"], facts=facts)


def _spoken_digits(digits: str, asking: str) -> str:
    """Keys as words: on a scale 0 is ten; on a yes-or-no question 1 is yes and 2 is no."""
    if not digits:
        return ""
    if asking in scripts.SCALES:
        return "10" if digits == "0" and asking != "pain_severity" else digits
    return {"1": "yes", "2": "no"}.get(digits, digits)
