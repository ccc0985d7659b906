"""Conversations: a turn taken, a line closed, what was said acted on."""

import contextlib
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max

from calls import talking
from calls.dialogue import conversation as dialogue
from calls.dialogue import understanding
from calls.dialogue.outcome import Outcome
from calls.models import ConversationSession
from coach import outcomes, records
from coach.coaching import agreeing, desk
from coach.coaching.calls import set_calls
from coach.coaching.health import suspend
from coach.coaching.refusals import Refused
from coach.coaching.running import check_in
from coach.models import CallConsent, CoachFlag, Milestone, User
from runs.models import ScheduledRun

# A talk goes on within so many hours; then the facts it began with are no longer true.
GOES_STALE = timedelta(hours=6)
# A browser was closed, a pocket rang: after so long without a word it is over.
GOES_QUIET = timedelta(minutes=30)


def open_talk(
    user: User, kind: str, *, channel: str, now: datetime, run: ScheduledRun | None = None
) -> ConversationSession:
    """A conversation to begin or to go on with. Any other that is open in the same place is over then, as is one that
    was left hours ago: what was said in it counts."""
    with transaction.atomic():
        user = desk.lock(user)
        # What was said to the voice agent is told by its company.
        for left in user.conversations.filter(ended_at=None, channel=channel, agent_called_at=None):
            if left.started_at < now - GOES_STALE or (left.conversation_type, left.run_id) != (kind, run and run.pk):
                hang_up(left, now=now)
        if kind == ConversationSession.Type.CELEBRATION and not _has_something_to_celebrate(user):
            kind = ConversationSession.Type.MOTIVATION
        return talking.begin(user, kind, channel=channel, run=run, now=now)


def _has_something_to_celebrate(user: User) -> bool:
    return Milestone.objects.filter(goal__user=user, goal__ended_at=None, is_completed=True).exists()


def close_left(*, now: datetime) -> None:
    """Talks in the browser or an app that nobody came back to."""
    open_ones = ConversationSession.objects.filter(ended_at=None, agent_called_at=None)
    open_ones = open_ones.exclude(channel=ConversationSession.Channel.PHONE)
    left = open_ones.alias(last_said_at=Max("turns__said_at")).filter(last_said_at__lt=now - GOES_QUIET)
    for session in left.select_related("user"):
        hang_up(session, now=now)


def delete_transcript(session: ConversationSession, *, now: datetime) -> None:
    """What was said goes, here and at the voice agent's; what was agreed stays."""
    with transaction.atomic():
        desk.lock(session.user)
        session = ConversationSession.objects.get(pk=session.pk)
        if session.ended_at is None:
            raise Refused("This talk is still open. Finish it first.")
        talking.forget(session, now=now)


def converse(
    session: ConversationSession, words: str, *, turn: int, now: datetime, digits: str = ""
) -> ConversationSession:
    """One answer of the runner's in a conversation; when it is over, what was said is acted on."""
    with transaction.atomic():
        desk.lock(session.user)
        session = talking.take(session, words, turn=turn, digits=digits, now=now)
        if session.ended_at:
            conclude(session, now=now)
    return session


def hang_up(session: ConversationSession, *, now: datetime) -> None:
    """The line closed in the middle: what was said until then counts."""
    with transaction.atomic():
        desk.lock(session.user)
        session = ConversationSession.objects.select_for_update().get(pk=session.pk)
        if session.ended_at is None:
            session.ended_at = now
            session.save(update_fields=["ended_at"])
        conclude(session, now=now)


def discard(session: ConversationSession, *, now: datetime) -> None:
    """What was said was no runner's word: nothing is acted on."""
    talk = ConversationSession.objects.filter(pk=session.pk, concluded_at=None)
    talk.update(ended_at=now, concluded_at=now)


def _so_far(state: dict[str, Any]) -> Outcome:
    """What was said by the end. Cut off before it was settled what comes of a run, a no to it is no agreement."""
    came_to = dialogue.outcome(state)
    is_open = came_to.will_run is False and not state.get("over")
    return replace(came_to, will_run=None) if is_open else came_to


def conclude(session: ConversationSession, *, now: datetime, came_to: Outcome | None = None) -> None:
    """Act on what a conversation came to, once. The scripted coach's is read off its state; the voice agent's is
    `came_to`."""
    if not ConversationSession.objects.filter(pk=session.pk, concluded_at=None).update(concluded_at=now):
        return
    user, came_to = desk.lock(session.user), came_to or _so_far(session.state)
    if session.run and came_to.kind == "post_run" and (came_to.difficulty or came_to.pain is not None):
        # Refused when the run was let go meanwhile: then there is nothing to tell about.
        with contextlib.suppress(Refused):
            check_in(session.run, outcomes.feedback(session, came_to), now=now)
    if came_to.crisis:
        records.flag(user, CoachFlag.Kind.CRISIS, " ".join(session.state["heard"][-1:]), now)
    if came_to.red_flag:
        suspend(user, now=now, told=" ".join(session.state["heard"][-1:]))
    if came_to.stop_calling:
        is_key = session.channel == "phone" and session.state["heard"][-1:] == [dialogue.STOP_BY_KEY]
        set_calls(user, wanted=False, now=now, how=CallConsent.How.KEY if is_key else CallConsent.How.SPOKEN)
    session.user = user
    # After a red flag nothing is moved about: everything waits for a doctor.
    done = [] if came_to.red_flag else agreeing.carry_out(session, came_to.acts, now=now)
    for words in [*came_to.obstacles, *outcomes.hurts(came_to)]:
        records.file_task(user, words, now, run=session.run, session=session)
    user.tasks.filter(pk=session.state["answers"].get("task_asked")).update(asked_at=now)
    heard = understanding.understand(session.transcript, context=outcomes.CONTEXTS[came_to.kind])
    agreed = outcomes.agreed(session, came_to, done)
    changes = {"agreed": agreed, "sentiment": heard.sentiment, "key_topics": heard.topics}
    ConversationSession.objects.filter(pk=session.pk).update(**changes)
    session.agreed, session.sentiment, session.key_topics = agreed, heard.sentiment, heard.topics
