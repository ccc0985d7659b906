"""The schedule, what was run, and how the schedule changed."""

from datetime import date, time
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from coach.models import UUIDModel
from runs.training import workouts


class RunningSchedule(UUIDModel):
    """The training plan of one goal, week by week."""

    goal = models.OneToOneField("coach.Goal", on_delete=models.CASCADE, related_name="schedule")
    start_date = models.DateField()
    weekly_frequency = models.PositiveSmallIntegerField()
    fitness_level = models.CharField(max_length=20)
    weeks = models.JSONField(default=list, help_text="As planned: number, starts_on, phase, cutback, distance_km.")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(weekly_frequency__range=(2, 5)), name="schedule_frequency")]

    def __str__(self) -> str:
        return f"Schedule from {self.start_date}"


class ScheduledRunQuerySet(models.QuerySet["ScheduledRun"]):
    def pending(self) -> "ScheduledRunQuerySet":
        """Still to be run."""
        return self.filter(status__in=ScheduledRun.PENDING)

    def between(self, first: date, last: date) -> "ScheduledRunQuerySet":
        """By the runner's local dates, both included."""
        return self.filter(scheduled_on__range=(first, last))

    def of_active_goal(self) -> "ScheduledRunQuerySet":
        return self.filter(schedule__goal__ended_at=None)


class ScheduledRun(UUIDModel):
    """One run of the schedule. Its wall time is the runner's; `scheduled_date_time` is that time in UTC."""

    class RunType(models.TextChoices):
        EASY = "easy", "Easy run"
        RECOVERY = "recovery", "Recovery run"
        LONG = "long", "Long run"
        TEMPO = "tempo", "Tempo run"
        INTERVALS = "intervals", "Intervals"
        HILLS = "hills", "Hills"
        RACE_PACE = "race_pace", "Race pace"
        RACE = "race", "Race"
        RUN_WALK = "run_walk", "Run/walk"
        REST = "rest", "Rest day"

    class Status(models.TextChoices):
        SCHEDULED = "scheduled", "Scheduled"
        COMPLETED = "completed", "Done"
        MISSED = "missed", "Missed"
        RESCHEDULED = "rescheduled", "Moved"
        SKIPPED = "skipped", "Skipped"
        REST = "rest", "Rest day"

    PENDING = (Status.SCHEDULED, Status.RESCHEDULED)

    user = models.ForeignKey("coach.User", on_delete=models.CASCADE, related_name="runs")
    schedule = models.ForeignKey(RunningSchedule, on_delete=models.CASCADE, related_name="scheduled_runs")
    week_number = models.PositiveSmallIntegerField(default=1)
    scheduled_on = models.DateField("day, local")
    start_time = models.TimeField("start, local", default=time(7))
    scheduled_date_time = models.DateTimeField("start, UTC")
    distance = models.FloatField("distance, km")
    planned_distance = models.FloatField("distance when the plan was made, km")
    duration_min = models.PositiveSmallIntegerField("expected duration, min")
    run_type = models.CharField(max_length=12, choices=RunType)
    steps = models.JSONField(default=list, blank=True)
    effort_low = models.PositiveSmallIntegerField(default=3)
    effort_high = models.PositiveSmallIntegerField(default=4)
    why = models.CharField(max_length=300, blank=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.SCHEDULED)
    skip_reason = models.CharField(max_length=300, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    pre_run_call_time = models.DateTimeField(null=True, blank=True)
    pre_run_call_scheduled = models.GeneratedField(
        expression=models.ExpressionWrapper(Q(pre_run_call_time__isnull=False), models.BooleanField()),
        output_field=models.BooleanField(),
        db_persist=True,
    )

    objects = ScheduledRunQuerySet.as_manager()

    class Meta:
        ordering = ["scheduled_on", "start_time"]
        indexes = [
            models.Index(fields=["user", "scheduled_on"], name="run_by_day"),
            models.Index(fields=["scheduled_on"], condition=Q(status__in=["scheduled", "rescheduled"]), name="run_due"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "scheduled_on"],
                condition=Q(status__in=["scheduled", "rescheduled"]),
                name="run_one_pending_a_day",
            ),
            models.CheckConstraint(condition=Q(distance__range=(0, 200)), name="run_distance"),
            models.CheckConstraint(condition=Q(effort_low__lte=models.F("effort_high")), name="run_effort"),
            models.CheckConstraint(
                condition=~Q(status="completed") | Q(completed_at__isnull=False), name="run_completed_has_a_time"
            ),
            models.CheckConstraint(condition=Q(run_type__in=workouts.ALL_TYPES), name="run_type_known"),
            models.CheckConstraint(
                condition=Q(status__in=["scheduled", "completed", "missed", "rescheduled", "skipped", "rest"]),
                name="run_status_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheduled_on} {self.get_run_type_display()} {self.distance:g} km"

    @property
    def is_pending(self) -> bool:
        return self.status in self.PENDING

    @property
    def is_hard(self) -> bool:
        return self.run_type in workouts.HARD

    @property
    def done_km(self) -> float:
        """What was run of it: as told, else as planned; nothing when it was not run."""
        if self.status != self.Status.COMPLETED:
            return 0.0
        session = getattr(self, "run_session", None)
        return self.distance if session is None or session.actual_distance is None else session.actual_distance

    def is_on(self, day: date) -> bool:
        return self.scheduled_on == day

    def move_to(self, on: date, at: time) -> None:
        """Set the local day and time, and the UTC instant that follows from the runner's zone."""
        self.scheduled_on, self.start_time = on, at
        self.scheduled_date_time = self.user.moment(on, at)

    def snapshot(self) -> dict[str, Any]:
        """What an adjustment compares and puts back."""
        return {
            "date": self.scheduled_on.isoformat(),
            "time": self.start_time.strftime("%H:%M"),
            "type": self.run_type,
            "distance_km": self.distance,
            "duration_min": self.duration_min,
            "effort": [self.effort_low, self.effort_high],
            "steps": self.steps,
            "why": self.why,
            "status": self.status,
        }

    def restore(self, snapshot: dict[str, Any]) -> None:
        """Become what `snapshot()` recorded. Does not save."""
        self.move_to(date.fromisoformat(snapshot["date"]), time.fromisoformat(snapshot["time"]))
        self.run_type, self.distance = snapshot["type"], snapshot["distance_km"]
        self.duration_min, self.steps = snapshot["duration_min"], snapshot["steps"]
        self.effort_low, self.effort_high = snapshot["effort"]
        self.why, self.status = snapshot["why"], snapshot["status"]


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


class ScheduleAdjustment(UUIDModel):
    """One change of the schedule: what, why, on what evidence, by whom, and whether it was undone."""

    class MadeBy(models.TextChoices):
        RULE = "rule", "Your coach"
        RUNNER = "runner", "You"
        COACH = "coach", "A human coach"

    schedule = models.ForeignKey(RunningSchedule, on_delete=models.CASCADE, related_name="adjustments")
    user = models.ForeignKey("coach.User", on_delete=models.CASCADE, related_name="adjustments")
    rule = models.CharField(max_length=20)
    made_by = models.CharField(max_length=8, choices=MadeBy, default=MadeBy.RULE)
    reason = models.TextField()
    evidence = models.ManyToManyField(RunSession, blank=True, related_name="adjustments")
    changes = models.JSONField(default=list, help_text="run_id, before and after of every run changed.")
    created_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    left_alone = models.JSONField(default=list, blank=True, help_text="Runs an undo left because they had changed.")

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["user", "-created_at"], name="adjustment_latest")]

    def __str__(self) -> str:
        return f"{self.rule} on {self.created_at:%Y-%m-%d}"


class Pause(UUIDModel):
    """Days without runs, misses, calls or nudges."""

    class Kind(models.TextChoices):
        ILLNESS = "illness", "Illness"
        INJURY = "injury", "Injury"
        HOLIDAY = "holiday", "Holiday"

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
