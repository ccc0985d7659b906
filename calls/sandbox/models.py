"""What a telephone company knows: its lines, its calls, and what it still has to tell its customer."""

from django.db import models
from django.db.models import Q

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


class CarrierCall(models.Model):
    """A call as the carrier sees it: Twilio's Call resource and the state of its line."""

    OPEN = ("queued", "ringing", "in-progress")

    sid = models.CharField(max_length=34, primary_key=True)
    from_number = models.CharField(max_length=20)
    to_number = models.CharField(max_length=20, db_index=True)
    url = models.TextField()
    fallback_url = models.TextField(blank=True)
    status_callback = models.TextField(blank=True)
    status_callback_events = models.JSONField(default=list)
    ring_s = models.PositiveIntegerField(default=60)
    time_limit_s = models.PositiveIntegerField(default=14400)
    status = models.CharField(max_length=12, default="queued")
    created_at = models.DateTimeField()
    ringing_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    captions = models.JSONField(default=list, help_text="What was said on the line: speaker and words.")
    gather = models.JSONField(null=True, help_text="The Gather that waits for the runner: action, input, hints.")

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

    def __str__(self) -> str:
        return f"{self.sid} {self.status}"

    @property
    def is_open(self) -> bool:
        return self.status in self.OPEN

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


class Callback(models.Model):
    """A status change the carrier owes its customer a signed request for."""

    call = models.ForeignKey(CarrierCall, on_delete=models.CASCADE, related_name="callbacks")
    sequence_number = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=12)
    at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    answered_with = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["sequence_number"]
        constraints = [models.UniqueConstraint(fields=["call", "sequence_number"], name="callback_once")]

    def __str__(self) -> str:
        return f"{self.call_id} {self.sequence_number} {self.status}"
