"""Telephone calls, from the wish to the end."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from calls.models.conversation import ConversationSession, new_reference
from coach.models import UUIDModel


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
    # How the subject of a call begins that the runner made.
    INBOUND = "inbound@"

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
    obstacle = models.CharField(
        max_length=200, blank=True, help_text="Why it will not ring, known when it was planned. A notice stands for it."
    )
    to_number = models.CharField(max_length=20, blank=True)
    context = models.JSONField(default=dict, blank=True)
    carrier_sid = models.CharField(max_length=34, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(
        max_length=24, blank=True, help_text="Who picked up, in Twilio's words: human, machine_start, fax, unknown..."
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    duration_s = models.PositiveIntegerField(null=True, blank=True)
    reason = models.CharField(max_length=200, blank=True, help_text="Why it did not reach the runner.")
    created_at = models.DateTimeField()

    objects = CallQuerySet.as_manager()

    class Meta:
        ordering = ["-due_at"]
        indexes = [
            models.Index(fields=["status", "due_at"], name="call_status_due"),
            models.Index(fields=["user", "-due_at"], name="call_latest"),
            models.Index(fields=["to_number", "-due_at"], condition=~Q(to_number=""), name="call_to_number"),
            models.Index(fields=["-due_at"], condition=~Q(to_number=""), name="call_dialled"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["user", "kind", "subject"], name="call_once_per_subject"),
            models.UniqueConstraint(fields=["carrier_sid"], condition=~Q(carrier_sid=""), name="call_carrier_sid"),
            models.CheckConstraint(condition=Q(expires_at__gte=models.F("due_at")), name="call_expires_after_due"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} call, {self.due_at:%Y-%m-%d %H:%M}"

    @property
    def title(self) -> str:
        return "You rang the coach" if self.subject.startswith(self.INBOUND) else self.get_kind_display()

    @property
    def is_with_a_machine(self) -> bool:
        return self.answered_by.startswith(("machine", "fax"))


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
