"""Days without training."""

from datetime import date

from django.db import models
from django.db.models import Q

from coach.models import UUIDModel
from runs.training import absences


class Pause(UUIDModel):
    """Days without runs, misses, calls or nudges."""

    class Kind(models.TextChoices):
        ILLNESS = "illness", "Illness"
        INJURY = "injury", "Injury"
        HOLIDAY = "holiday", "Holiday"
        MEDICAL = "medical", "Until a doctor says so"

    user = models.ForeignKey("coach.User", on_delete=models.CASCADE, related_name="pauses")
    kind = models.CharField(max_length=8, choices=Kind)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")), name="pause_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} from {self.starts_on}"

    def covers(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    @property
    def plain(self) -> absences.Pause:
        """As the rules see it."""
        return absences.Pause(self.starts_on, self.ends_on, self.kind)
