"""What the coach asks the runner to do."""

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from coach.models import Goal, UUIDModel

SNOOZE = timedelta(days=3)
# Two snoozes this close together, from one who does not say what was seen, are one tap that bounced.
BOUNCE = timedelta(seconds=10)
STATE = ("completed_at", "dismissed_at", "is_completed", "due_date", "snoozed_at")


class CoachTaskQuerySet(models.QuerySet["CoachTask"]):
    def active(self) -> "CoachTaskQuerySet":
        return self.filter(completed_at=None, dismissed_at=None)

    def completed(self) -> "CoachTaskQuerySet":
        return self.exclude(completed_at=None)

    def closed(self) -> "CoachTaskQuerySet":
        """Completed or dismissed, the latest first."""
        behind = self.exclude(completed_at=None, dismissed_at=None)
        return behind.order_by(Coalesce("completed_at", "dismissed_at").desc(), "title")

    def due_first(self) -> "CoachTaskQuerySet":
        return self.order_by(F("due_date").asc(nulls_last=True), "created_at")

    def add_own(self, goal: Goal, *, title: str, now: datetime, **asked: Any) -> tuple["CoachTask", bool]:
        """A task of the runner's own, and whether it is new: the same open title twice is one task."""
        known = self.active().filter(title__iexact=title).first()
        if known:
            return known, False
        details = {"goal": goal, "created_by_coach": False, "created_at": now, **asked}
        return self.active().get_or_create(user=goal.user, title=title, defaults=details)


class CoachTask(UUIDModel):
    """Something to do before a deadline, so that an obstacle does not spoil a run twice."""

    class Category(models.TextChoices):
        GEAR = "gear", "Gear"
        NUTRITION = "nutrition", "Nutrition"
        HYDRATION = "hydration", "Hydration"
        SCHEDULING = "scheduling", "Scheduling"
        RECOVERY = "recovery", "Recovery"

    class Priority(models.TextChoices):
        HIGH = "high", "High"
        MEDIUM = "medium", "Medium"
        LOW = "low", "Low"

    goal = models.ForeignKey("coach.Goal", on_delete=models.CASCADE, related_name="tasks")
    user = models.ForeignKey("coach.User", on_delete=models.CASCADE, related_name="tasks")
    title = models.CharField(max_length=120)
    description = models.TextField(blank=True)
    due_date = models.DateField(null=True, blank=True)
    category = models.CharField(max_length=12, choices=Category)
    priority = models.CharField(max_length=6, choices=Priority, default=Priority.MEDIUM)
    created_by_coach = models.BooleanField(default=True)
    created_during_conversation = models.ForeignKey(
        "calls.ConversationSession", on_delete=models.SET_NULL, null=True, blank=True, related_name="tasks"
    )
    related_to_run = models.ForeignKey(
        "runs.ScheduledRun", on_delete=models.SET_NULL, null=True, blank=True, related_name="tasks"
    )
    created_at = models.DateTimeField()
    completed_at = models.DateTimeField(null=True, blank=True)
    is_completed = models.GeneratedField(
        expression=models.ExpressionWrapper(Q(completed_at__isnull=False), models.BooleanField()),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    dismissed_at = models.DateTimeField(null=True, blank=True)
    snoozed_at = models.DateTimeField(null=True, blank=True, help_text="The last time it was put off.")
    asked_at = models.DateTimeField(null=True, blank=True, help_text="The last time a conversation asked about it.")

    objects = CoachTaskQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["user", "due_date"], name="task_by_due")]
        constraints = [
            # The same obstacle twice does not make two open tasks.
            models.UniqueConstraint(
                fields=["user", "title"], condition=Q(completed_at=None, dismissed_at=None), name="task_open_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.completed_at is None and self.dismissed_at is None

    @property
    def closed_at(self) -> datetime | None:
        return self.completed_at or self.dismissed_at

    @property
    def seen(self) -> str:
        """What a page says it saw, when it asks to put the task off."""
        return self.due_date.isoformat() if self.due_date else "none"

    def complete(self, now: datetime) -> None:
        self._change(completed_at=now)

    def dismiss(self, now: datetime) -> None:
        self._change(dismissed_at=now)

    def snooze(self, now: datetime, *, seen: str = "") -> None:
        """Three days from today or from its due date, whichever is later. `seen` is the due date the runner looked at:
        asked twice from there, it moves once."""
        is_bounce = not seen and self.snoozed_at is not None and now - self.snoozed_at < BOUNCE
        if is_bounce or seen not in ("", self.seen):
            return
        today = self.user.today(now)
        to = max(today, self.due_date or today) + SNOOZE
        # Of two snoozes at once, one finds the date moved.
        self._change(Q(due_date=self.due_date), due_date=to, snoozed_at=now)

    def reopen(self) -> bool:
        """Back on the list. False where the same is on it already."""
        try:
            with transaction.atomic():
                CoachTask.objects.filter(pk=self.pk).update(completed_at=None, dismissed_at=None)
        except IntegrityError:
            return False
        self.refresh_from_db(fields=STATE)
        return True

    def _change(self, *where: Q, **to: Any) -> None:
        """Only what is still open changes: of two taps at once, one finds it closed."""
        CoachTask.objects.active().filter(*where, pk=self.pk).update(**to)
        self.refresh_from_db(fields=STATE)
