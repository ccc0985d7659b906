"""The end of a talk by the runner's goodbye, at whatever question. Pure."""

from calls.dialogue import resting, understanding
from calls.dialogue.replies import Go, Reply, State, end, expected, say
from calls.dialogue.scripts import pains
from runs.training.rules.pain import BAD

# Where a goodbye is the answer that is waited for.
_ENDS_WELL = ("talk", "more")


def part(state: State, said: str = "") -> Reply | Go:
    """The end, in all politeness; what was agreed stands, and a pain is not left without a word."""
    if expected(state) in _ENDS_WELL:
        # A plain "bye" is what we said we wait for; who has to go is not kept with a task.
        return Go(state, "closing") if understanding.says_bye(said) else end(state, "closing")
    return end(state, "parting", *_care(state))


def _care(state: State) -> list[str]:
    answers = state["answers"]
    is_open = pains.open_about(answers) or resting.is_proposed(state)
    if not answers.get("pain") or not is_open:
        return []
    severity = answers.get("pain_severity")
    return [say(state, "parting_pain" if severity is None or severity >= BAD else "heard_pain")]


def goes_on(reply: Reply, before: State) -> bool:
    """After a goodbye with something beside it: whether that has to be asked about first, as a change that was wished
    for, or how bad a pain is."""
    asking = reply.state["asking"]
    is_new = asking != before["asking"] or reply.state["pending"] != before["pending"]
    return is_new and (asking in ("confirm", "which_slot", "until") or asking in pains.questions())
