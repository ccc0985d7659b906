"""The turn engine: state and words in, state and words out. Pure.

`state` is a plain JSON value, so that any process can take the next turn:

    kind, seed     what the conversation is, and what chooses the wording
    facts          what the coach knows, and the words the scripts may put in
    asking         the question asked, and `question`, how it was put
    answers        what was understood, by question; `acts` are the changes agreed to
    pending, back  a change that waits for a yes, and what comes after it
    heard          the runner's words
    tries, silences, turn, over
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from calls.dialogue import agreement, asides, goodbyes, requests, resting, scripts, understanding, words
from calls.dialogue.outcome import Outcome
from calls.dialogue.replies import SHARED, Go, Reply, State, again, choices, end, expected, reply, say, wait
from calls.dialogue.requests import Request
from calls.dialogue.scripts import asked, hearing, pains
from calls.dialogue.understanding.times import Said
from runs.training import crisis, safety
from runs.training.language import normal
from runs.training.rules.pain import BAD

__all__ = ["STOP_BY_KEY", "Reply", "State", "begin", "choices", "outcome", "take"]

# Nobody talks longer than this; a machine might.
MOST_TURNS = 60
# On a telephone, at any question.
STOP_KEY, STOP_BY_KEY = "*", "please stop calling me"
# Signs of a red flag may stand in answers next to each other.
HEARD_TOGETHER = 3
_STILL_HURTS = re.compile(
    r"\b(?:sore|hurts?|hurting|ach\w+|niggl\w+|stiff|painful|tender|swollen|still (?:there|feel|bad|a bit|not)|"
    r"worse|(?:the |about the )?same)\b"
)
# Endings before which there is time to ask about a task.
UNHURRIED = frozenset({"ready", "undecided", "noted", "agreed", "closing", "not_today"})


def begin(kind: str, *, seed: str, facts: Mapping[str, Any]) -> Reply:
    """The coach opens. `facts` holds what the scripts of `kind` put in."""
    state: State = {
        "kind": kind, "seed": seed, "facts": dict(facts), "asking": "opening", "answers": {}, "pending": None,
        "back": "", "tries": 0, "silences": 0, "turn": 0, "over": False, "heard": [],
    }  # fmt: skip
    if facts.get("is_suspended"):
        # Nothing is planned before a doctor's word: the talk is about that.
        state["asking"] = "suspended"
        return reply(state, say(state, "greeting"), say(state, "suspended"))
    opening = [say(state, "greeting")]
    opening += [say(state, f"remember_{what}") for what in ("session", "change") if _remembers(state, what)]
    return _ask(state, "opening", *opening)


def take(state: State, said: str, *, now: datetime, digits: str = "") -> Reply:
    """One turn of the runner's, at `now` in the runner's own zone. `digits` are keys pressed on a telephone: the number
    on a scale (0 for ten), else the place of a choice."""
    state = {**state, "answers": dict(state["answers"]), "turn": state["turn"] + 1}
    said = said.strip() or _keyed(digits, state)
    if not said:
        return _after_silence(state)
    state["heard"] = [*state["heard"], said]
    state["silences"] = 0
    if urgent := _urgent(state, said):
        return urgent
    if days := requests.refused(said, now):
        known = {*(state["facts"].get("not_on") or ()), *days}
        state["facts"] = {**state["facts"], "not_on": sorted(known)}
    beside = understanding.goodbye(said)
    if beside == "":
        return _reached(goodbyes.part(state, said), now)
    step = _reached(asides.answered(state, beside or said, now) or _heard(state, beside or said, now), now)
    if beside and not step.over and not goodbyes.goes_on(step, state):
        return _reached(goodbyes.part(step.state), now)
    if not step.over and safety.is_red_flag(pain_location=step.state["answers"].get("pain_location", "")):
        return end(step.state, "red_flag", red_flag=True)
    return step


def _reached(step: Reply | Go, now: datetime) -> Reply:
    while isinstance(step, Go):
        step = _follow(step, now)
    return step


def _heard(state: State, said: str, now: datetime) -> Reply | Go:
    return agreement.answered(state, said, now) if state["asking"] in SHARED else _answered(state, said, now)


def _urgent(state: State, said: str) -> Reply | None:
    """What leaves the script at once."""
    if crisis.is_crisis(said):
        return end(state, "crisis", crisis=True)
    if safety.is_red_flag(" . ".join(state["heard"][-HEARD_TOGETHER:])):
        return end(state, "red_flag", red_flag=True)
    if understanding.wants_no_calls(said):
        return end(state, "stop_calling", stop_calling=True)
    return end(state, "silence") if state["turn"] > MOST_TURNS else None


def outcome(state: State) -> Outcome:
    answers = state["answers"]
    known = {key: answers[key] for key in Outcome.__dataclass_fields__ if key in answers}
    return Outcome(**{"kind": state["kind"], **known})


def _answered(state: State, said: str, now: datetime) -> Reply | Go:
    """An answer to a question of the script; a wish for a change may stand in its place or beside it."""
    question = scripts.QUESTIONS[state["kind"]][state["asking"]]
    wish = {"kind": state["kind"], "facts": state["facts"], "asking": state["asking"]}
    request = requests.read(said, **wish, now=now) if question.is_open else None
    beside = hearing.hurting(said) or _hurts_again(state, said) if question.is_open else {}
    is_unanswerable = question.expect != "talk" and asides.is_unanswerable(state, said, now)
    heard = None if is_unanswerable else question.hear(said)
    if heard is None and request is None and not beside:
        if state["tries"] < 1:
            return again(state, question.expect)
        heard = scripts.Heard({"left_open": [*state["answers"].get("left_open", []), state["asking"]]})
    heard = heard or scripts.Heard()
    if heard.ack.startswith("answer_"):
        heard = replace(heard, ack=asides.known(state, heard.ack) or "lost")
    learnt = {**beside, **heard.answers}
    if request is not None and (request.kind == "holiday" or not hearing.tells_obstacle(said)):
        # What is wished for got in nobody's way, nor did a holiday.
        learnt.pop("obstacles", None)
    _learn(state, learnt)
    following = heard.following or question.then(state["answers"], state["facts"])
    says_so = heard.ack == "heard_obstacle" or following == "noted"
    listed = (say(state, "on_list"),) if hearing.makes_task(learnt) and (request or not says_so) else ()
    if request is not None:
        back = scripts.AFTER_CHANGE.get(state["kind"]) or _INSTEAD.get(following, following)
        return agreement.propose(state, request, now, *listed, back=back)
    if heard.ack == "lost" and not beside:
        return _lost(state)
    ack = heard.ack.replace("lost", "") or (question.expect != "talk" and asides.known(state, asked.beside(said)))
    return Go(state, following, (*([say(state, ack)] if ack else ()), *listed))


def _lost(state: State) -> Reply:
    """Nothing was understood: said once with what one can ask for, then shortly; nobody pretends."""
    thing = "lost_again" if state["answers"].get("is_lost") else "lost"
    state = {**state, "answers": {**state["answers"], "is_lost": True}}
    return wait(state, say(state, thing))


def _hurts_again(state: State, said: str) -> dict[str, Any]:
    """ "Still a bit sore", to the question how the knee is."""
    asked = state["facts"].get("hurt") and words.knows(state["kind"], f"{state['asking']}_after_pain")
    text = normal.plain(said)
    if (
        not asked
        or not _STILL_HURTS.search(text)
        or understanding.says_gone(said)
        or understanding.yes_no(said) is False
    ):
        return {}
    place, side = understanding.body_part(state["facts"]["hurt"]), understanding.side(state["facts"]["hurt"])
    return {"pain": True, **({"pain_location": place, "pain_side": side} if place else {})}


def _learn(state: State, answers: dict[str, Any]) -> None:
    """What got in the way, and notes, add up; every other answer replaces the one before."""
    known = state["answers"]
    obstacles = [*known.get("obstacles", []), *answers.get("obstacles", [])]
    notes = "\n".join(filter(None, [known.get("notes", ""), answers.get("notes", "")]))
    known.update({**answers, **({"obstacles": obstacles} if obstacles else {}), **({"notes": notes} if notes else {})})


def _follow(step: Go, now: datetime) -> Reply | Go:
    """On to a question, an offer of the coach's own, a task to ask about, or the closing words."""
    state, following, before = step.state, step.following, step.before
    if following in _OFFERS:
        return _OFFERS[following](state, now, before)
    is_question, asks_pain = following in scripts.QUESTIONS[state["kind"]], pains.open_about(state["answers"])
    if asks_pain and following != asks_pain and (is_question or following in UNHURRIED):
        return _ask({**state, "resume": following}, asks_pain, *before)
    if not asks_pain and (is_question or following in UNHURRIED) and _is_uncared_for(state):
        return Go({**state, "resume": following}, pains.THEN, before)
    if is_question:
        return _ask(state, following, *before)
    if following in UNHURRIED and state["facts"].get("tasks") and "task_asked" not in state["answers"]:
        return agreement.ask_task({**state, "back": following}, *before)
    return end(state, following, *before)


def _offer_another_time(state: State, now: datetime, before: tuple[str, ...]) -> Reply | Go:
    move = Request("move", run=state["facts"].get("about", ""), when=Said())
    return agreement.propose(state, move, now, *before, back="not_today")


def _offer_rest(state: State, now: datetime, before: tuple[str, ...]) -> Reply | Go:
    return agreement.offer_rest(state, now, *before, say(state, "hurts_rest"), back="hurts_careful")


def _after_pain(state: State, now: datetime, before: tuple[str, ...]) -> Reply | Go:
    """A pain told in passing: rest for a run that is near, or a word of care; then on where the talk was."""
    answers, resume = state["answers"], state.get("resume") or "closing"
    answers["cared_for"] = resting.of(answers)
    if not answers.get("pain"):
        return Go(state, resume, before)
    severity = answers.get("pain_severity")
    if (severity is None or severity >= BAD) and resting.near_run(state, now):
        return agreement.offer_rest(state, now, *before, say(state, "rest_first"), back=resume)
    return Go(state, resume, (*before, say(state, "heard_pain")))


def _is_uncared_for(state: State) -> bool:
    """A pain told whole in one breath, of which nothing was said yet."""
    answers = state["answers"]
    if state["kind"] == "post_run":
        # A check-in's pain is the rules'.
        return False
    return bool(answers.get("pain")) and answers.get("cared_for") != resting.of(answers)


def _leave_goal(state: State, now: datetime, before: tuple[str, ...]) -> Reply | Go:
    return Go(state, "closing", (*before, say(state, "other_goal")))


_OFFERS = {
    "offer_slots": _offer_another_time,
    "offer_rest": _offer_rest,
    "after_pain": _after_pain,
    "other_goal": _leave_goal,
}
# What a talk goes on with when a change was asked for in place of an answer.
_INSTEAD = {"why_not": "offer_slots"}


def _ask(state: State, asking: str, *before: str) -> Reply:
    state = {**state, "asking": asking, "tries": 0, "pending": None}
    return reply(state, *before, say(state, _mindful(state, asking)))


def _mindful(state: State, asking: str) -> str:
    """The question that remembers a pain told of lately, or that the one before was left open, where there is one."""
    if state["answers"].get("left_open") and words.knows(state["kind"], f"{asking}_left_open"):
        return f"{asking}_left_open"
    remembering = f"{asking}_after_pain"
    is_told = state["answers"].get("pain") is not None
    knows = state["facts"].get("hurt") and not is_told and words.knows(state["kind"], remembering)
    return remembering if knows else asking


def _remembers(state: State, what: str) -> bool:
    fact = {"session": "last", "change": "change"}[what]
    return bool(state["facts"].get(fact)) and state["kind"] != "celebration"


def _after_silence(state: State) -> Reply:
    state["silences"] += 1
    if state["silences"] >= 2:
        return end(state, "silence")
    return wait(state, say(state, "again_free"))


def _keyed(digits: str, state: State) -> str:
    """Keys as words: on a scale 0 is ten; else the first choice is 1, the second 2."""
    if not digits:
        return ""
    if digits == STOP_KEY:
        return STOP_BY_KEY
    expect = expected(state)
    if expect in scripts.SCALES:
        return "10" if digits == "0" and expect == "scale" else digits
    offered = choices(state)
    place = int(digits) if digits.isdecimal() else 0
    return offered[place - 1][1] if 0 < place <= len(offered) else digits
