"""What was run, and told."""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from coach.models import UUIDModel
from runs.models.schedule import ScheduledRun
from runs.training import history


class RunSession(UUIDModel):
    """A run that was run, and what the runner told the coach about it."""

    class Energy(models.TextChoices):
        LOW = "low", "Low"
        MEDIUM = "medium", "Medium"
        HIGH = "high", "High"

    class Source(models.TextChoices):
        FORM = "form", "Form"
        TALK = "talk", "Talk with the coach"
        CALL = "call", "Phone call"
        API = "api", "App"

    user = models.ForeignKey("coach.User", on_delete=models.CASCADE, related_name="sessions")
    scheduled_run = models.OneToOneField(ScheduledRun, on_delete=models.CASCADE, related_name="run_session")
    completed_date = models.DateTimeField("run at")
    checked_in_at = models.DateTimeField(null=True, blank=True)
    corrected_at = models.DateTimeField("told anew at", null=True, blank=True)
    source = models.CharField(max_length=8, choices=Source, blank=True)
    actual_distance = models.FloatField("distance run, km", null=True, blank=True)
    duration = models.PositiveIntegerField("minutes run", null=True, blank=True)
    difficulty_rating = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )
    pain_reported = models.BooleanField(default=False)
    pain_location = models.CharField(max_length=20, blank=True)
    pain_side = models.CharField(max_length=5, blank=True)
    pain_severity = models.PositiveSmallIntegerField(null=True, blank=True)
    pain_description = models.TextField(blank=True)
    energy_level = models.CharField(max_length=6, choices=Energy, blank=True)
    notes = models.TextField(blank=True)
    weather_conditions = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["-completed_date"]
        indexes = [models.Index(fields=["user", "-completed_date"], name="session_latest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(difficulty_rating=None) | Q(difficulty_rating__range=(1, 10)), name="session_difficulty"
            ),
            models.CheckConstraint(
                condition=Q(pain_severity=None) | Q(pain_severity__range=(0, 10)), name="session_pain_severity"
            ),
            models.CheckConstraint(
                condition=Q(pain_reported=True) | Q(pain_location="", pain_severity=None),
                name="session_no_place_without_pain",
            ),
            models.CheckConstraint(
                condition=Q(actual_distance=None) | Q(actual_distance__range=(0, 300)), name="session_distance"
            ),
        ]

    def __str__(self) -> str:
        return f"Run of {self.completed_date:%Y-%m-%d}"

    def plain(self, *, on: date) -> history.Session:
        """As the rules see it; `on` is the runner's own date of the run."""
        return history.Session(
            run_id=str(self.scheduled_run_id),
            on=on,
            difficulty=self.difficulty_rating,
            distance_km=self.actual_distance,
            duration_min=self.duration,
            energy=self.energy_level,
            pain=self.pain_reported,
            pain_location=self.pain_location,
            pain_side=self.pain_side,
            pain_severity=self.pain_severity,
            notes=f"{self.notes} {self.pain_description}".strip(),
            order=self.completed_date.isoformat(),
        )
