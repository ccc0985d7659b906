"""A talk with the coach, and what was said in it."""

import secrets
from datetime import datetime

from django.db import models
from django.db.models import Q

from coach.models import UUIDModel


def new_reference() -> str:
    """Opaque and unguessable: it stands in webhook addresses."""
    return secrets.token_urlsafe(18)


class ConversationSession(UUIDModel):
    """One talk with the coach, by phone, in the browser or in an app."""

    class Type(models.TextChoices):
        PRE_RUN = "pre_run", "Before a run"
        POST_RUN = "post_run", "After a run"
        PLANNING = "weekly_planning", "Weekly planning"
        INTERVENTION = "intervention", "Getting back on track"
        CELEBRATION = "celebration", "Celebration"
        MOTIVATION = "motivation", "Talk"

    class Channel(models.TextChoices):
        PHONE = "phone", "Phone"
        BROWSER = "browser", "Browser"
        API = "api", "App"

    user = models.ForeignKey("coach.User", on_delete=models.CASCADE, related_name="conversations")
    conversation_type = models.CharField(max_length=16, choices=Type)
    reference = models.CharField(max_length=32, unique=True, default=new_reference, editable=False)
    channel = models.CharField(max_length=8, choices=Channel)
    run = models.ForeignKey(
        "runs.ScheduledRun", on_delete=models.SET_NULL, null=True, blank=True, related_name="conversations"
    )
    state = models.JSONField(default=dict, help_text="The dialogue engine's state after the last turn.")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    concluded_at = models.DateTimeField("outcome applied at", null=True, blank=True)
    sentiment = models.CharField(max_length=8, blank=True)
    key_topics = models.JSONField(default=list, blank=True)
    agreed = models.JSONField(
        default=list, blank=True, help_text="What was agreed: a sentence each, and what it leads to (text, to, id)."
    )
    agent_conversation_id = models.CharField(
        max_length=64, blank=True, help_text="The voice agent's own id, while or after it talked."
    )
    agent_called_at = models.DateTimeField("given to the voice agent at", null=True, blank=True)
    transcript_deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-started_at"]
        indexes = [models.Index(fields=["user", "-started_at"], name="conversation_latest")]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "run", "conversation_type"],
                condition=Q(ended_at=None, channel="browser"),
                name="conversation_one_open_about_a_run",
            ),
            models.UniqueConstraint(
                fields=["agent_conversation_id"],
                condition=~Q(agent_conversation_id=""),
                name="conversation_once_at_the_agent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_conversation_type_display()}, {self.started_at:%Y-%m-%d %H:%M}"

    def give_to_agent(self, agent_conversation_id: str, *, now: datetime) -> None:
        """The voice agent has it from now on; its id may still be unknown. Raises IntegrityError where the id is
        another conversation's."""
        self.agent_called_at, self.agent_conversation_id = now, agent_conversation_id
        self.save(update_fields=["agent_called_at", "agent_conversation_id"])

    def take_from_agent(self, *, since: datetime) -> bool:
        """Back from an agent that got it no earlier than `since`; says, to one who asks, whether it was so."""
        with_agent = ConversationSession.objects.filter(pk=self.pk, agent_called_at__gte=since, concluded_at=None)
        return bool(with_agent.update(agent_called_at=None, agent_conversation_id=""))

    @property
    def is_unspoken(self) -> bool:
        """Whether it was for the scripted coach to have, and nothing was said to it."""
        return self.agent_called_at is None and not self.agent_conversation_id and not self.state.get("heard")

    @property
    def transcript(self) -> str:
        return "\n".join(f"{turn.get_speaker_display()}: {turn.text}" for turn in self.turns.all())


class ConversationTurn(models.Model):
    """One thing said."""

    class Speaker(models.TextChoices):
        COACH = "coach", "Coach"
        RUNNER = "runner", "Runner"

    conversation = models.ForeignKey(ConversationSession, on_delete=models.CASCADE, related_name="turns")
    number = models.PositiveSmallIntegerField()
    speaker = models.CharField(max_length=6, choices=Speaker)
    text = models.TextField()
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["conversation", "number"], name="turn_said_once")]

    def __str__(self) -> str:
        return f"{self.speaker}: {self.text[:40]}"


class AgentToolCall(models.Model):
    """Something the voice agent asked the desk for in a conversation, kept so that asked again it is done once."""

    conversation = models.ForeignKey(ConversationSession, on_delete=models.CASCADE, related_name="tool_calls")
    tool = models.CharField(max_length=32)
    content = models.CharField("hash of what was asked", max_length=64)
    answer = models.JSONField()
    called_at = models.DateTimeField()

    class Meta:
        ordering = ["called_at"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "tool", "content"], name="agent_tool_called_once")
        ]

    def __str__(self) -> str:
        return f"{self.tool}, {self.called_at:%Y-%m-%d %H:%M}"
