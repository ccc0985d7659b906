"""What a telephone company knows: its lines, its calls, and what it still has to tell its customer."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone

# More would be a list to read, not an answer to tap.
MOST_HINTS = 11


class Telephone(models.Model):
    """The telephone in a runner's browser, and its number."""

    user = models.OneToOneField("coach.User", on_delete=models.CASCADE, related_name="telephone")

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """E.164, in a range no real telephone has."""
        return f"+1555{self.pk:07d}"


class CarrierCallQuerySet(models.QuerySet["CarrierCall"]):
    def open(self) -> "CarrierCallQuerySet":
        return self.filter(status__in=CarrierCall.OPEN)

    def of(self, number: str) -> "CarrierCallQuerySet":
        """Those on the telephone with this number, whoever rang whom."""
        theirs = Q(direction=CarrierCall.Direction.INBOUND, from_number=number)
        return self.filter(theirs | Q(direction=CarrierCall.Direction.OUTBOUND, to_number=number))

    def due(self, now: datetime) -> "CarrierCallQuerySet":
        """Those that the clock has something to do with, in the order in which they were to come."""
        return self.open().filter(Q(next_at=None) | Q(next_at__lte=now)).order_by("starts_at", "created_at")


class CarrierCall(models.Model):
    """A call as the carrier sees it: Twilio's Call resource and the state of its line."""

    class Direction(models.TextChoices):
        """In Twilio's words, as the customer sees it."""

        OUTBOUND = "outbound-api", "To the runner"
        INBOUND = "inbound", "By the runner"

    OPEN = ("queued", "ringing", "in-progress")

    sid = models.CharField(max_length=34, primary_key=True)
    from_number = models.CharField(max_length=20)
    to_number = models.CharField(max_length=20, db_index=True)
    direction = models.CharField(max_length=12, choices=Direction, default=Direction.OUTBOUND)
    url = models.TextField(blank=True)
    method = models.CharField(max_length=4, default="POST")
    twiml = models.TextField(blank=True, help_text="What to do instead of asking the URL.")
    fallback_url = models.TextField(blank=True)
    fallback_method = models.CharField(max_length=4, default="POST")
    status_callback = models.TextField(blank=True)
    status_callback_method = models.CharField(max_length=4, default="POST")
    status_callback_events = models.JSONField(default=list)
    machine_detection = models.CharField(max_length=20, blank=True)
    amd_callback = models.TextField(blank=True, help_text="Who is told, when detection does not hold the call up.")
    amd_method = models.CharField(max_length=4, default="POST")
    ring_s = models.PositiveIntegerField(default=60)
    time_limit_s = models.PositiveIntegerField(default=14400)
    status = models.CharField(max_length=12, default="queued")
    created_at = models.DateTimeField()
    starts_at = models.DateTimeField(default=timezone.now, db_index=True, help_text="Its place in the queue.")
    next_at = models.DateTimeField(null=True, help_text="When the clock has something to do with it; empty is at once.")
    dialled_at = models.DateTimeField(null=True)
    ringing_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    by_machine = models.BooleanField(default=False)
    answered_by = models.CharField(max_length=20, blank=True, help_text="What machine detection found.")
    captions = models.JSONField(default=list, help_text="What was said on the line: speaker and words.")
    gather = models.JSONField(null=True, help_text="The Gather that waits for the runner: action, input, hints.")
    heard = models.PositiveSmallIntegerField(default=0, help_text="How often the runner said something, or nothing.")
    redirect = models.JSONField(null=True, help_text="New TwiML, or where it is, for a call under way.")

    objects = CarrierCallQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        "queued",
                        "ringing",
                        "in-progress",
                        "completed",
                        "busy",
                        "failed",
                        "no-answer",
                        "canceled",
                    ]
                ),
                name="carrier_call_status",
            )
        ]
        indexes = [
            models.Index(
                fields=["next_at"],
                condition=Q(status__in=["queued", "ringing", "in-progress"]),
                name="carrier_call_due",
            )
        ]

    def __str__(self) -> str:
        return f"{self.sid} {self.status}"

    @property
    def far_end(self) -> str:
        """The number that is not the customer's own."""
        return self.from_number if self.direction == self.Direction.INBOUND else self.to_number

    @property
    def is_open(self) -> bool:
        return self.status in self.OPEN

    @property
    def is_in_hand(self) -> bool:
        """Whether the runner's own telephone rings or is talked into."""
        return self.is_open and not self.by_machine

    @property
    def queued_ms(self) -> int:
        return round(((self.dialled_at or self.created_at) - self.created_at).total_seconds() * 1000)

    @property
    def hints(self) -> list[str]:
        """What the Gather expects to hear, when that is a handful."""
        words = (self.gather or {}).get("hints", "")
        hints = [hint.strip() for hint in words.split(",") if hint.strip()]
        return hints if len(hints) <= MOST_HINTS else []

    @property
    def duration_s(self) -> int:
        if not (self.answered_at and self.ended_at):
            return 0
        return max(0, round((self.ended_at - self.answered_at).total_seconds()))


class CallbackQuerySet(models.QuerySet["Callback"]):
    def due(self, now: datetime) -> "CallbackQuerySet":
        return self.filter(claimed_at=None, due_at__lte=now).exclude(fate="held").order_by("pk")


class Callback(models.Model):
    """A status change the carrier owes its customer a signed request for."""

    call = models.ForeignKey(CarrierCall, on_delete=models.CASCADE, related_name="callbacks")
    sequence_number = models.PositiveSmallIntegerField(null=True, help_text="Empty: what machine detection found.")
    status = models.CharField(max_length=12)
    at = models.DateTimeField()
    due_at = models.DateTimeField(default=timezone.now, help_text="Later than `at` where a fault plan delays it.")
    fate = models.CharField(max_length=7, blank=True, help_text="By a fault plan: dropped, twice, or held.")
    claimed_at = models.DateTimeField(null=True)
    answered_with = models.PositiveSmallIntegerField(null=True)

    objects = CallbackQuerySet.as_manager()

    class Meta:
        ordering = ["sequence_number"]
        constraints = [models.UniqueConstraint(fields=["call", "sequence_number"], name="callback_once")]
        indexes = [models.Index(fields=["due_at"], condition=Q(claimed_at=None), name="callback_due")]

    def __str__(self) -> str:
        return f"{self.call_id} {self.sequence_number} {self.status}"


class Verification(models.Model):
    """A code sent to a number to show whose it is."""

    sid = models.CharField(max_length=34, primary_key=True)
    service = models.CharField(max_length=34)
    to_number = models.CharField(max_length=20, db_index=True)
    code = models.CharField(max_length=6)
    status = models.CharField(max_length=10, default="pending")
    sends = models.PositiveSmallIntegerField(default=0)
    checks = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.sid} {self.status}"
