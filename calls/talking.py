"""A conversation as rows: begin one, take a turn, once each however often it is sent."""

from datetime import datetime
from typing import Any

from django.db import transaction

from calls import facts
from calls.dialogue import conversation as dialogue
from calls.models import ConversationSession, ConversationTurn
from coach.models import User
from runs.models import ScheduledRun


class TurnTaken(Exception):
    """Another answer to the same question came first."""


def begin(
    user: User, kind: str, *, channel: str, now: datetime, run: ScheduledRun | None = None
) -> ConversationSession:
    """Open a conversation, or go on with the open one about the same run in the browser."""
    with transaction.atomic():
        # Two taps at once: the second waits here and finds the talk the first one opened.
        User.objects.select_for_update().get(pk=user.pk)
        known = ConversationSession.objects.filter(user=user, conversation_type=kind, run=run, ended_at=None)
        if channel == ConversationSession.Channel.BROWSER and (open_one := known.filter(channel=channel).first()):
            return open_one
        session = ConversationSession(user=user, conversation_type=kind, channel=channel, run=run, started_at=now)
        reply = dialogue.begin(kind, seed=str(session.pk), facts=facts.gather(user, kind, run, now=now))
        session.state = _stored(reply)
        session.save(force_insert=True)
        _say(session, ConversationTurn.Speaker.COACH, reply.says, now)
    return session


def take(
    session: ConversationSession, words: str, *, turn: int, now: datetime, digits: str = ""
) -> ConversationSession:
    """The runner's answer to turn number `turn`; must run in a transaction.

    A repeated turn changes nothing: the rows hold what was said. Raises TurnTaken for a turn out of order.
    """
    session = ConversationSession.objects.select_for_update(of=("self",)).select_related("user").get(pk=session.pk)
    if session.state["turn"] == turn + 1 or session.ended_at:
        return session
    if session.state["turn"] != turn:
        raise TurnTaken
    # PostgreSQL stores no NUL, and nobody says one.
    words = words.replace("\0", "")
    reply = dialogue.take(session.state, words, digits=digits, now=session.user.local(now))
    said = reply.state["heard"][-1] if words.strip() or digits else ""
    if said:
        _say(session, ConversationTurn.Speaker.RUNNER, said, now)
    _say(session, ConversationTurn.Speaker.COACH, reply.says, now)
    session.state = _stored(reply)
    session.ended_at = now if reply.over else None
    session.save(update_fields=["state", "ended_at"])
    return session


def forget(session: ConversationSession, *, now: datetime) -> None:
    """Nothing of what was said is kept: no turn, no note, no word in the state."""
    session.turns.all().delete()
    session.tool_calls.all().delete()
    session.state = {"kind": session.conversation_type, "turn": session.state.get("turn", 0), "says": ""}
    session.transcript_deleted_at = now
    session.save(update_fields=["state", "transcript_deleted_at"])


def _stored(reply: dialogue.Reply) -> dict[str, Any]:
    return {**reply.state, "says": reply.says, "expect": reply.expect, "choices": [list(one) for one in reply.choices]}


def _say(session: ConversationSession, speaker: str, text: str, now: datetime) -> None:
    number = session.turns.count() + 1
    ConversationTurn.objects.create(conversation=session, number=number, speaker=speaker, text=text, said_at=now)
