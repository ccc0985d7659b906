"""Conversations that the voice agent had: what was said is kept, and acted on as if the built-in coach had heard it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from calls.dialogue import conversation as dialogue
from calls.dialogue import reconciling
from calls.dialogue.outcome import Outcome
from calls.dialogue.reconciling import RUNNER, Turn
from calls.models import ConversationSession, ConversationTurn
from coach.coaching import desk
from coach.coaching.talking import conclude, hang_up
from runs.training import safety

# What is left of a state whose words were deleted.
EMPTY: dict[str, Any] = {"answers": {}, "facts": {}}


def close_line(session: ConversationSession, *, now: datetime) -> None:
    """The line closed. What the runner told the built-in coach counts now; what they told the voice agent counts when
    it is told."""
    with_agent = ConversationSession.objects.filter(pk=session.pk, concluded_at=None, agent_called_at__isnull=False)
    with transaction.atomic():
        desk.lock(session.user)
        if with_agent.exists():
            with_agent.filter(ended_at=None).update(ended_at=now)
        else:
            hang_up(session, now=now)


def conclude_voice(
    session: ConversationSession, turns: Sequence[Turn], collected: dict[str, Any], now: datetime
) -> bool:
    """Keep what was said to the voice agent, and act on it, once however often it is told; says whether it was now.

    A talk in which the runner said nothing is over only when its line is: until then the built-in coach may have it.
    """
    with transaction.atomic():
        desk.lock(session.user)
        session = ConversationSession.objects.select_for_update().get(pk=session.pk)
        heard = [turn.text for turn in turns if turn.speaker == RUNNER]
        if session.concluded_at or not (heard or session.ended_at):
            return False
        if session.transcript_deleted_at is None:
            _keep(session, turns, now)
        came_to = _came_to(session, turns, collected)
        # A red flag goes to a human coach in the words that it was told in: those last heard.
        heard.sort(key=safety.is_red_flag)
        session.state = {**EMPTY, **session.state, "over": True, "expect": None, "heard": heard}
        if came_to.red_flag:
            # The page of the talk says what to do now.
            session.state["answers"] = {**session.state["answers"], "red_flag": True}
        session.ended_at = session.ended_at or now
        session.save(update_fields=["state", "ended_at"])
        conclude(session, now=now, came_to=came_to)
        _tell_what_was_done(session)
    return True


def _came_to(session: ConversationSession, turns: Sequence[Turn], collected: dict[str, Any]) -> Outcome:
    spoken = reconciling.reconcile(session.conversation_type, turns, collected)
    came_to = reconciling.complete(spoken, dialogue.outcome({**EMPTY, **session.state}))
    # What became a task during the talk is not told a second time: that would make it more urgent.
    filed = {task.title for task in session.tasks.all()}
    new = [words for words in came_to.obstacles if not filed & reconciling.titles(words)]
    return replace(came_to, obstacles=new)


def _keep(session: ConversationSession, turns: Sequence[Turn], now: datetime) -> None:
    """After what was said before; the agent begins with the words that stand there already."""
    before = list(session.turns.all())
    if before and turns and (before[-1].speaker, before[-1].text) == (turns[0].speaker, turns[0].text):
        turns = turns[1:]
    ConversationTurn.objects.bulk_create(
        ConversationTurn(
            conversation=session, number=number, speaker=turn.speaker, text=turn.text.replace("\0", ""), said_at=now
        )
        for number, turn in enumerate(turns, start=len(before) + 1)
    )


def _tell_what_was_done(session: ConversationSession) -> None:
    """What the agent had the desk do during the talk stands under "What we agreed" too."""
    done = [line for call in session.tool_calls.all() for line in call.answer.get("agreed", [])]
    if done:
        session.agreed = [*done, *session.agreed]
        session.save(update_fields=["agreed"])
