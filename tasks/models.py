"""What the coach asks the runner to do."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from coach.models import UUIDModel


class CoachTaskQuerySet(models.QuerySet["CoachTask"]):
    def active(self) -> "CoachTaskQuerySet":
        return self.filter(completed_at=None, dismissed_at=None)

    def completed(self) -> "CoachTaskQuerySet":
        return self.exclude(completed_at=None)

    def due_first(self) -> "CoachTaskQuerySet":
        return self.order_by(models.F("due_date").asc(nulls_last=True), "created_at")


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

    def complete(self, now: datetime) -> None:
        self.completed_at = self.completed_at or now
        self.save(update_fields=["completed_at"])
