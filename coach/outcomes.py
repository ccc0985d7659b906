"""What a conversation came to, in the words of the desk."""

from calls.dialogue import conversation as dialogue
from calls.models import ConversationSession
from coach.records import Feedback
from runs.models import RunSession


def feedback(session: ConversationSession, came_to: dialogue.Outcome) -> Feedback:
    source = RunSession.Source.CALL if session.channel == "phone" else RunSession.Source.TALK
    return Feedback(
        difficulty=came_to.difficulty,
        pain=bool(came_to.pain),
        pain_location=came_to.pain_location,
        pain_side=came_to.pain_side,
        pain_severity=came_to.pain_severity,
        energy=came_to.energy,
        notes="\n".join(filter(None, [came_to.notes, *came_to.obstacles])),
        source=source,
    )


def hurts(came_to: dialogue.Outcome) -> list[str]:
    """A pain told before a run, in words that become a task; after a run the check-in sees to it."""
    if not came_to.pain or came_to.kind == "post_run":
        return []
    return [f"Pain: {came_to.pain_side} {came_to.pain_location.replace('_', ' ')}".replace("  ", " ")]


def agreed(session: ConversationSession, came_to: dialogue.Outcome) -> list[str]:
    """What the page shows under "What we agreed"."""
    lines = []
    if came_to.kind == "pre_run" and came_to.will_run is not None:
        lines.append("You are on for the run." if came_to.will_run else "Not this one: move it or skip it on its page.")
    if came_to.difficulty:
        lines.append(f"Difficulty {came_to.difficulty} of 10.")
    if came_to.pain:
        lines.append(f"Pain: {came_to.pain_location.replace('_', ' ') or 'somewhere'}.")
    lines += [f"New task: {task.title}." for task in session.tasks.all()]
    if came_to.stop_calling:
        lines.append("No more calls.")
    if came_to.red_flag:
        lines.append("Please get medical help. All runs are paused.")
    return lines
