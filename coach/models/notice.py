"""What the coach tells the runner in the app, and the human coach."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from coach.models.base import UUIDModel


class NoticeQuerySet(models.QuerySet["Notice"]):
    def open(self) -> "NoticeQuerySet":
        return self.filter(seen_at=None)

    def gravest_first(self) -> "NoticeQuerySet":
        """Nothing stands before a word about safety."""
        is_safety = models.Case(models.When(kind="safety", then=0), default=1)
        return self.order_by(is_safety, "-created_at")


class Notice(UUIDModel):
    """What the coach tells the runner in the app, until the runner has seen it."""

    class Kind(models.TextChoices):
        ADJUSTMENT = "adjustment", "Schedule adjusted"
        MISSED_CALL = "missed_call", "Missed call"
        SILENT = "silent", "In place of a call"
        SAFETY = "safety", "Safety"
        MILESTONE = "milestone", "Milestone"
        PROPOSAL = "proposal", "A proposal"
        GOAL = "goal", "Your goal"
        AGREED = "agreed", "What we agreed"

    user = models.ForeignKey("coach.User", on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=20, choices=Kind)
    title = models.CharField(max_length=120)
    text = models.TextField(blank=True)
    adjustment = models.ForeignKey(
        "runs.ScheduleAdjustment", on_delete=models.CASCADE, null=True, blank=True, related_name="notices"
    )
    call = models.ForeignKey("calls.Call", on_delete=models.CASCADE, null=True, blank=True, related_name="notices")
    created_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["user", "-created_at"], condition=Q(seen_at=None), name="notice_open")]

    def __str__(self) -> str:
        return self.title

    def see(self, now: datetime) -> None:
        """The runner has read it. A safety notice stays until the runner is cleared."""
        if self.kind != self.Kind.SAFETY and self.seen_at is None:
            self.seen_at = now
            self.save(update_fields=["seen_at"])


class CoachFlag(UUIDModel):
    """Something about a runner that a human coach should look at."""

    class Kind(models.TextChoices):
        RED_FLAG = "red_flag", "Red flag"
        PAIN = "pain", "Pain again"
        CRISIS = "crisis", "In a crisis"

    user = models.ForeignKey("coach.User", on_delete=models.CASCADE, related_name="flags")
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.TextField("what the runner told", blank=True)
    raised_at = models.DateTimeField()
    handled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-raised_at"]
        indexes = [models.Index(fields=["-raised_at"], condition=Q(handled_at=None), name="flag_open")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.user}"
