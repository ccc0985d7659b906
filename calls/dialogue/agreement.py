"""A change on its way to an agreement: offered, read back, confirmed; and a task of last time followed up. Pure."""

import re
from dataclasses import asdict
from datetime import datetime
from typing import Any

from calls.dialogue import acts, changing, counter, requests, resting, summing, understanding
from calls.dialogue.changing import Offer
from calls.dialogue.replies import Go, Reply, State, again, again_in_full, either, reply, say
from calls.dialogue.requests import Request
from calls.dialogue.scripts import hearing
from calls.dialogue.understanding import times
from calls.dialogue.understanding.times import Said
from runs.training.language import normal

# Kinds whose talk is over when the run at hand is moved, let go or paused.
ABOUT_A_RUN = frozenset({"pre_run"})


_KEEPS = re.compile(
    r"\b(?<!not )(?:keep|leave) (?:it|that|this|today|the run|my run|everything|things)\b(?! (?:for|until) )|"
    r"\b(?:i will|i am going to|let us|let me) (?:still )?(?:go|run|do it)\b|\bi am (?:going|on|up for it|in)\b|"
    r"\bas (?:it is|planned)\b|\bstill on\b"
)


def answered(state: State, said: str, now: datetime) -> Reply | Go:
    """An answer to one of the questions that no script has: about a change, or a task. A pain beside it is kept."""
    # "On my left side" says which side of what was told, not that a side hurts too.
    is_of_rest = resting.is_proposed(state)
    told = hearing.hurting(said)
    state["answers"].update({name: what for name, what in told.items() if not (is_of_rest and what == "side")})
    if more := resting.with_more(state, said):
        state = more
        if understanding.yes_no(said) is None:
            return again_in_full(state, say(state, "place_noted"))
    return _HEARERS[state["asking"]](state, said, now)


def offer_rest(state: State, now: datetime, *before: str, back: str) -> Reply | Go:
    rest = Request("skip", run=resting.near_run(state, now), reason=resting.reason(state["answers"]))
    offer = propose(state, rest, now, *before, back=back)
    if isinstance(offer, Reply) and offer.state["asking"] == "confirm":
        offer.state["pending"]["rests"] = True
    return offer


def propose(state: State, request: Request, now: datetime, *before: str, back: str) -> Reply | Go:
    """Read a change back before it is made; or ask what is missing; or say why it cannot be."""
    offer = changing.consider(request, state["facts"], now=now)
    state = {**state, "back": back, "tries": 0}
    if offer.asks == "which_slot":
        return _offer_slots(state, request, offer, now, *before)
    if offer.asks == "until":
        state = {**state, "asking": "until", "pending": asdict(request)}
        return reply(state, *before, say(state, "until"))
    if offer.act is None:
        return Go(
            state,
            back,
            (
                *before,
                say(state, "impossible", because=offer.because),
            ),
        )
    state = {**state, "asking": "confirm", "pending": {"act": offer.act, "run": request.run}}
    return reply(state, *before, _read_back(state, offer, now))


def _offer_slots(state: State, request: Request, offer: Offer, now: datetime, *before: str) -> Reply | Go:
    free = changing.slots(request.run, state["facts"], now=now)
    because = [offer.because] if offer.because else []
    run = acts.run_of(request.run, state["facts"])
    if not free:
        none = say(state, "no_slot", this_run=acts.name_of(run, state["facts"]) if run else "that run")
        let_go = Request("skip", run=request.run, reason=_reason(state))
        if offer.because or state["kind"] not in ABOUT_A_RUN:
            return Go(
                state,
                state["back"],
                (
                    *before,
                    *because,
                    none,
                ),
            )
        return propose(state, let_go, now, *before, none, back=state["back"])
    offered = [{"label": slot.label, "moment": f"{slot.on}T{slot.at:%H:%M}"} for slot in free]
    state = {**state, "asking": "which_slot", "pending": {"run": request.run, "slots": offered}}
    slots = either([slot.label for slot in free])
    if run and run["id"] != state["facts"].get("about"):
        # Of several runs it is told which.
        return reply(state, *before, *because, say(state, "which_slot_of", this_run=run["whose"], slots=slots))
    return reply(state, *before, *because, say(state, "which_slot", slots=slots))


def _confirmed(state: State, said: str, now: datetime) -> Reply | Go:
    act, run = state["pending"]["act"], state["pending"]["run"]
    other = requests.read(
        counter.AND_ALSO.sub("", said), kind="weekly_planning", facts={**state["facts"], "about": run}, now=now
    )
    # "Nothing else" has nothing to say to a proposal of ours.
    answer = None if understanding.says_enough(said) else understanding.yes_no(said)
    if instead := counter.read(act, said, other, is_yes=answer is True):
        return propose(state, instead, now, back=state["back"])
    if not answer and act["act"] == "skip" and _KEEPS.search(normal.plain(said)):
        return _kept(state)
    if answer is None and state["tries"] < 1:
        return again(state, "yes_no")
    if not answer:
        return _refused(state)
    return _agree(state, act, now, other if other and other.ask != act["act"] else None)


def _kept(state: State) -> Go:
    """ "Skip today." "Actually no, keep it": the run stays, and they go."""
    if resting.is_proposed(state) or state["kind"] != "pre_run":
        return _refused(state)
    state["answers"]["will_run"] = True
    return Go(state, "in_the_way", (say(state, "unchanged"),))


def _refused(state: State) -> Go:
    """Nothing changes. To a run on a bad pain we say no word of encouragement."""
    if not resting.is_proposed(state):
        return Go(state, state["back"], (say(state, "unchanged"),))
    return Go(state, state["back"], () if state["back"] == "hurts_careful" else (say(state, "against_running"),))


def _agree(state: State, act: dict[str, Any], now: datetime, also: Request | None = None) -> Reply | Go:
    """Kept once, however often it is asked for. `also`: what was asked for in the same breath."""
    agreed = {**act, "said": acts.done(act, state["facts"], seed=state["seed"], now=now)}
    known = [one for one in state["answers"].get("acts", []) if {**one, "said": ""} != {**act, "said": ""}]
    state["answers"]["acts"] = [*known, agreed]
    state = {**state, "facts": acts.after(act, state["facts"], now=now)}
    if also is not None:
        return propose(state, also, now, say(state, "changed"), back=state["back"])
    if state["kind"] in ABOUT_A_RUN and act["act"] in ("move", "skip", "pause") and _is_at_hand(state, act):
        return Go(state, "hurts" if state["answers"].get("pain") and act["act"] == "skip" else "agreed")
    if left := _left_on_refused_days(state):
        state["answers"]["asked_for"] = [*state["answers"].get("asked_for", []), left]
        return propose(state, Request("move", run=left, when=Said()), now, say(state, "changed"), back=state["back"])
    following = "ready" if state["back"] == "not_today" else state["back"]
    if act["act"] == "shorten" and _is_at_hand(state, act):
        # Who wants less of it wants to run.
        state["answers"].setdefault("will_run", True)
        following = "in_the_way" if following == "opening" else following
    return Go(state, following, (say(state, "changed"),))


def _left_on_refused_days(state: State) -> str:
    """The id of another run on a day that the runner said they can not, asked about once; "" where there is none."""
    if state["kind"] in ABOUT_A_RUN:
        return ""
    refused, asked_for = state["facts"].get("not_on") or (), state["answers"].get("asked_for", [])
    runs = state["facts"].get("runs") or []
    return next((run["id"] for run in runs if run["on"] in refused and run["id"] not in asked_for), "")


def _is_at_hand(state: State, act: dict[str, Any]) -> bool:
    return bool(act["act"] == "pause" or act["run"] == state["facts"].get("about"))


def _slot_chosen(state: State, said: str, now: datetime) -> Reply | Go:
    run, offered = state["pending"]["run"], state["pending"]["slots"]
    chosen, when = summing.which_of(said, [slot["label"] for slot in offered]), times.said(normal.plain(said))
    request = None
    if chosen is not None:
        on, at = offered[chosen]["moment"].split("T")
        request = Request("move", run=run, moment=f"{on}T{when.time or at}")
    elif when.day or when.part or when.time or when.in_minutes or when.by_minutes:
        request = Request("move", run=run, when=when)
    elif summing.lets_go(said):
        request = Request("skip", run=run, reason=_reason(state))
    if request is not None:
        return propose(state, request, now, back=state["back"])
    is_going = state["kind"] == "pre_run" and understanding.understand(said, context="pre_run").will_run
    if is_going and not summing.leaves_it(said):
        return _kept(state)
    if summing.leaves_it(said) or understanding.yes_no(said) is False or state["tries"] >= 1:
        return Go(state, state["back"], (say(state, "unchanged"),))
    return again(state, "slot")


def _until_told(state: State, said: str, now: datetime) -> Reply | Go:
    other = requests.read(said, kind=state["kind"], facts=state["facts"], now=now)
    if other is not None and other.ask != "pause":
        return propose(state, other, now, back=state["back"])
    asked = Request(**{**state["pending"], "when": None})
    request = requests.until(asked, said)
    if requests.is_unsure(said) and not (request.days or request.when):
        # Who does not know is offered what is for them, by its name.
        open_end = Request(**{**state["pending"], "when": None, "is_open_end": True})
        return propose(state, open_end, now, say(state, "open_end"), back=state["back"])
    if request == asked and (end := times.said(normal.plain(said))).day:
        request = Request(**{**state["pending"], "when": end})
    if request == asked:
        if understanding.yes_no(said) is False or requests.is_over(said):
            return Go(state, state["back"], (say(state, "unchanged"),))
        if state["tries"] < 1:
            return again(state, "until")
        request = Request(**{**state["pending"], "when": None, "is_open_end": True})
    return propose(state, request, now, back=state["back"])


def _read_back(state: State, offer: Offer, now: datetime) -> str:
    change = acts.will(offer.act or {}, state["facts"], seed=state["seed"], now=now)
    if offer.but:
        return say(state, "confirm_with", but=offer.but, change=change)
    return say(state, "confirm", change=change)


def _reason(state: State) -> str:
    return " ".join(state["answers"].get("obstacles", [])[-1:]) or state["heard"][-1]


def ask_task(state: State, *before: str) -> Reply:
    state["answers"]["task_asked"] = state["facts"]["tasks"][0]["id"]
    state = {**state, "asking": "task", "tries": 0}
    return reply(state, *before, say(state, "task", task=state["facts"]["tasks"][0]["title"]))


def _task_told(state: State, said: str, now: datetime) -> Reply | Go:
    if request := requests.read(said, kind="post_run", facts=state["facts"], now=now):
        return propose(state, request, now, back=state["back"])
    if to := summing.of_task(said):
        return _task_to(state, to, now)
    answer = understanding.yes_no(said)
    if answer:
        return _task_to(state, "done", now)
    if answer is None and state["tries"] < 1:
        return again(state, "yes_no")
    if answer is None:
        return Go(state, state["back"])
    state = {**state, "asking": "task_open", "tries": 0}
    return reply(state, say(state, "task_open"))


def _task_left(state: State, said: str, now: datetime) -> Reply | Go:
    to = summing.of_task(said) or ("later" if understanding.yes_no(said) else "")
    if to:
        return _task_to(state, to, now)
    if not summing.leaves_it(said) and understanding.yes_no(said) is None and state["tries"] < 1:
        return again(state, "task_open")
    return Go(state, state["back"])


def _task_to(state: State, to: str, now: datetime) -> Go:
    act = {"act": "task", "task": state["facts"]["tasks"][0]["id"], "to": to}
    agreed = {**act, "said": acts.done(act, state["facts"], seed=state["seed"], now=now)}
    state["answers"]["acts"] = [*state["answers"].get("acts", []), agreed]
    return Go(state, state["back"])


def _suspended_told(state: State, said: str, now: datetime) -> Reply | Go:
    answer = understanding.yes_no(said)
    if answer is None and state["tries"] < 1:
        return again(state, "yes_no")
    return Go(state, "cleared" if answer else "not_cleared")


_HEARERS = {
    "suspended": _suspended_told,
    "confirm": _confirmed,
    "which_slot": _slot_chosen,
    "until": _until_told,
    "task": _task_told,
    "task_open": _task_left,
}
