"""A question back at the coach, in place of an answer: it is answered where we can, and the coach's own stands again.
Nothing is agreed by it. Pure."""

from datetime import datetime

from calls.dialogue import acts, requests, resting, scripts, understanding
from calls.dialogue.replies import Reply, State, again_in_full, expected, say, wait
from calls.dialogue.scripts import asked, hearing
from calls.dialogue.understanding import questions, times
from runs.training.language import normal

# An answer to these is a value, however it is put: "would you say a seven?"
_VALUES = ("scale", "severity", "energy", "body_part")
# What is known while a doctor's word is waited for.
_OF_NO_RUN = ("answer_who", "answer_calls", "answer_tasks")


def answered(state: State, said: str, now: datetime) -> Reply | None:
    """A question back: answered if we can, then asked again; None when these words are none."""
    if questions.asks_to_repeat(said):
        return again_in_full(state)
    if on_a_day := _of_a_day(state, said, now):
        return on_a_day
    if is_unanswerable(state, said, now):
        if expected(state) == "talk" or state["tries"] >= 1:
            return None
        return again_in_full({**state, "tries": state["tries"] + 1}, say(state, "unanswered"))
    thing = "" if expected(state) == "talk" or _is_answer(state, said, now) else known(state, asked.alone(said))
    if not thing:
        return None
    return wait(state, say(state, thing)) if thing == "answer_ask" else again_in_full(state, say(state, thing))


def _of_a_day(state: State, said: str, now: datetime) -> Reply | None:
    """A day that the runner can not, and that is not the run's: they are told what is planned when."""
    if _is_of_a_free_day(state, said, now):
        return again_in_full(state, say(state, "no_run_then"))
    if state["tries"] < 1 and _is_of_another_day(state, said, now):
        return again_in_full({**state, "tries": state["tries"] + 1}, say(state, "other_day"))
    return None


def known(state: State, thing: str) -> str:
    """What answers it in this talk, "" when nothing does."""
    if state["asking"] == "suspended" and thing not in _OF_NO_RUN:
        return ""
    if thing == "answer_rest" and not resting.is_proposed(state):
        return ""
    if thing == "answer_last_week" and not state["facts"].get("week_last"):
        return "answer_no_last_week"
    return "answer_next_run" if thing == "answer_this_run" and not state["facts"].get("about") else thing


def _is_of_a_free_day(state: State, said: str, now: datetime) -> bool:
    """ "I can't today", in an open talk, when today has no run."""
    days = requests.refused(said, now) if expected(state) == "talk" else set()
    planned = {str(run["on"]) for run in state["facts"].get("runs") or []}
    # Of what lies behind the runs that are known here nothing can be said.
    is_free = bool(days and planned) and not days & planned and max(days) < max(planned)
    return is_free and not hearing.hurting(said) and _wish(state, said, now) is None


def _is_of_another_day(state: State, said: str, now: datetime) -> bool:
    """ "I can't today", to a run of Friday: that is no word on Friday yet."""
    run = acts.run_of(str(state["facts"].get("about", "")), state["facts"])
    days = requests.refused(said, now) if (state["kind"], state["asking"]) == ("pre_run", "opening") else set()
    is_other = bool(run and days and run["on"] not in days)
    return is_other and not hearing.hurting(said) and _wish(state, said, now) is None


def _wish(state: State, said: str, now: datetime) -> requests.Request | None:
    return requests.read(said, kind=state["kind"], facts=state["facts"], asking=state["asking"], now=now)


def is_unanswerable(state: State, said: str, now: datetime) -> bool:
    """A question that is nobody's answer, and that we have none to."""
    if not questions.is_question(said) or _is_answer(state, said, now):
        return False
    when = times.said(normal.plain(said))
    has_time = when.day or when.part or when.time or when.in_minutes
    return not has_time and not known(state, asked.alone(said))


def _is_answer(state: State, said: str, now: datetime) -> bool:
    """Whether words in the form of a question tell or wish something all the same."""
    if hearing.hurting(said) or understanding.yes_no(said) is not None:
        return True
    if _wish(state, said, now) is not None:
        return True
    if state["asking"] == "until" and requests.is_unsure(said):
        return True
    question = scripts.QUESTIONS[state["kind"]].get(state["asking"])
    if question and question.expect in _VALUES and question.hear(said) is not None:
        return True
    context = "pre_run" if state["kind"] == "pre_run" else "planning"
    return bool(understanding.understand(said, context=context).obstacles)
