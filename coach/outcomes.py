"""What a conversation came to, in the words of the desk."""

from calls.dialogue.outcome import Outcome
from calls.models import ConversationSession
from coach.records import Feedback
from runs.models import RunSession

# How the words of each kind of conversation are to be understood.
CONTEXTS = {
    "pre_run": "pre_run", "post_run": "post_run", "weekly_planning": "planning", "intervention": "planning",
    "celebration": "post_run", "motivation": "planning",
}  # fmt: skip


def feedback(session: ConversationSession, came_to: Outcome) -> Feedback:
    source = RunSession.Source.CALL if session.channel == "phone" else RunSession.Source.TALK
    return Feedback(
        difficulty=came_to.difficulty,
        pain=bool(came_to.pain),
        pain_location=came_to.pain_location,
        pain_side=came_to.pain_side,
        pain_severity=came_to.pain_severity,
        energy=came_to.energy,
        distance_km=came_to.distance_km,
        duration_min=came_to.duration_min,
        notes="\n".join(filter(None, [came_to.notes, *came_to.obstacles])),
        source=source,
    )


def hurts(came_to: Outcome) -> list[str]:
    """A pain told before a run, in words that become a task; after a run the check-in sees to it."""
    if not came_to.pain or came_to.kind == "post_run":
        return []
    return [_where(came_to)]


def _where(came_to: Outcome) -> str:
    """ "Pain: left achilles"."""
    place = came_to.pain_location.replace("_", " ") or "somewhere"
    return f"Pain: {came_to.pain_side} {place}".replace("  ", " ")


def agreed(session: ConversationSession, came_to: Outcome, done: list[dict[str, str]]) -> list[dict[str, str]]:
    """What the page shows under "What we agreed": a sentence each, and what it leads to. `done`: what was changed."""
    lines = [line(text, "run", session.run_id) for text in _told(came_to)] + done
    lines += [line(f"New task: {task.title}.", "task", task.pk) for task in session.tasks.all()]
    if came_to.goal_is_right is False:
        lines.append(line("Your goal may change: tell me what you want instead.", "goal"))
    if came_to.stop_calling:
        lines.append(line("No more calls.", "settings"))
    if came_to.crisis:
        lines.append(line("Please talk to somebody now. A human coach has been told."))
    if came_to.red_flag:
        lines.append(line("Please get medical help. All runs are paused.", "safety"))
    return lines


def _told(came_to: Outcome) -> list[str]:
    told: list[str] = []
    if came_to.red_flag:
        return told
    changed = {act["act"] for act in came_to.acts}
    if came_to.kind == "pre_run" and came_to.will_run is not None and not changed & {"move", "skip", "pause"}:
        told.append("You are on for the run." if came_to.will_run else "Not this one: move it or skip it on its page.")
    if came_to.difficulty:
        told.append(f"Difficulty {came_to.difficulty} of 10.")
    if came_to.pain:
        told.append(f"{_where(came_to)}.")
    if came_to.energy:
        told.append(f"{came_to.energy.capitalize()} energy.")
    return told


def line(text: str, to: str = "", key: object = None) -> dict[str, str]:
    """`to` names what a sentence leads to: a run, task or adjustment by its id, or a page."""
    is_row = to in ("run", "task", "adjustment")
    return {"text": text, "to": to if key or not is_row else "", "id": str(key or "")}
