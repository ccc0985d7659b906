"""Conversations with the coach, and the telephone calls that carry some of them."""

import secrets
from datetime import datetime

from django.db import models
from django.db.models import Q

from coach.models import UUIDModel


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
    agreed = models.JSONField(default=list, blank=True, help_text="What was agreed, in sentences.")

    class Meta:
        ordering = ["-started_at"]
        indexes = [models.Index(fields=["user", "-started_at"], name="conversation_latest")]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "run", "conversation_type"],
                condition=Q(ended_at=None, channel="browser"),
                name="conversation_one_open_about_a_run",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_conversation_type_display()}, {self.started_at:%Y-%m-%d %H:%M}"

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


def new_reference() -> str:
    """Opaque and unguessable: it stands in webhook addresses."""
    return secrets.token_urlsafe(18)


class CallQuerySet(models.QuerySet["Call"]):
    def live(self) -> "CallQuerySet":
        return self.filter(status__in=Call.LIVE)

    def due(self, now: datetime) -> "CallQuerySet":
        return self.filter(status=Call.Status.PLANNED, due_at__lte=now)


class Call(UUIDModel):
    """One call the coach wants to make, from the wish to its end. The row is the only truth about it."""

    class Kind(models.TextChoices):
        PRE_RUN = "pre_run", "Before a run"
        POST_RUN = "post_run", "After a run"
        PLANNING = "weekly_planning", "Weekly planning"
        INTERVENTION = "intervention", "Getting back on track"
        CELEBRATION = "celebration", "Celebration"
        CALL_ME = "call_me", "The call you asked for"

    class Status(models.TextChoices):
        PLANNED = "planned", "Planned"
        DIALLING = "dialling", "Dialling"
        PLACED = "placed", "Placed"
        RINGING = "ringing", "Ringing"
        IN_PROGRESS = "in_progress", "Talking"
        UNCERTAIN = "uncertain", "Uncertain"
        COMPLETED = "completed", "Talked"
        NO_ANSWER = "no_answer", "Missed: no answer"
        BUSY = "busy", "Missed: busy or declined"
        FAILED = "failed", "Failed"
        MISSED = "missed", "Missed"
        CANCELLED = "cancelled", "Cancelled"
        BLOCKED = "blocked", "Not made"

    LIVE = (Status.DIALLING, Status.PLACED, Status.RINGING, Status.IN_PROGRESS, Status.UNCERTAIN)
    FINAL = (
        Status.COMPLETED,
        Status.NO_ANSWER,
        Status.BUSY,
        Status.FAILED,
        Status.MISSED,
        Status.CANCELLED,
        Status.BLOCKED,
    )
    user = models.ForeignKey("coach.User", on_delete=models.CASCADE, related_name="calls")
    kind = models.CharField(max_length=16, choices=Kind)
    subject = models.CharField(max_length=64, help_text="What the call is about: a run's id, a week, a click.")
    run = models.ForeignKey("runs.ScheduledRun", on_delete=models.SET_NULL, null=True, blank=True, related_name="calls")
    conversation = models.OneToOneField(
        ConversationSession, on_delete=models.SET_NULL, null=True, blank=True, related_name="call"
    )
    reference = models.CharField(max_length=32, unique=True, default=new_reference, editable=False)
    status = models.CharField(max_length=12, choices=Status, default=Status.PLANNED)
    due_on = models.DateField("day, local")
    due_time = models.TimeField("time, local")
    due_zone = models.CharField(max_length=64)
    due_at = models.DateTimeField("due, UTC")
    expires_at = models.DateTimeField(help_text="After this it is not dialled any more.")
    to_number = models.CharField(max_length=20, blank=True)
    context = models.JSONField(default=dict, blank=True)
    carrier_sid = models.CharField(max_length=34, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    duration_s = models.PositiveIntegerField(null=True, blank=True)
    reason = models.CharField(max_length=200, blank=True, help_text="Why it did not reach the runner.")
    created_at = models.DateTimeField()

    objects = CallQuerySet.as_manager()

    class Meta:
        ordering = ["-due_at"]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(status="planned"), name="call_due"),
            models.Index(fields=["user", "-due_at"], name="call_latest"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["user", "kind", "subject"], name="call_once_per_subject"),
            models.UniqueConstraint(fields=["carrier_sid"], condition=~Q(carrier_sid=""), name="call_carrier_sid"),
            models.CheckConstraint(condition=Q(expires_at__gte=models.F("due_at")), name="call_expires_after_due"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} call, {self.due_at:%Y-%m-%d %H:%M}"


class CallEvent(models.Model):
    """One thing the carrier told us about a call, kept once however often it is told."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="events")
    carrier_sid = models.CharField(max_length=34)
    sequence_number = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=16)
    details = models.JSONField(default=dict, blank=True)
    received_at = models.DateTimeField()

    class Meta:
        ordering = ["received_at"]
        constraints = [
            models.UniqueConstraint(fields=["carrier_sid", "sequence_number", "status"], name="call_event_once")
        ]

    WORDS = {
        "initiated": "Dialled",
        "ringing": "Rang",
        "in-progress": "Picked up",
        "completed": "Ended",
        "busy": "Busy or declined",
        "no-answer": "Nobody picked up",
        "canceled": "Called off",
        "failed": "Did not get through",
    }

    def __str__(self) -> str:
        return f"{self.status} ({self.sequence_number})"

    @property
    def in_words(self) -> str:
        return self.WORDS.get(self.status, self.status)
