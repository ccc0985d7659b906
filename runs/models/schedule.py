"""The training plan and its runs."""

from datetime import date, time
from typing import Any

from django.db import models
from django.db.models import Q

from coach.models import UUIDModel
from runs.training import history, snapshots, workouts


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
    CHANGEABLE = (
        "scheduled_on", "start_time", "scheduled_date_time", "run_type", "distance", "duration_min", "effort_low",
        "effort_high", "steps", "why", "status",
    )  # fmt: skip

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
    is_let_go = models.BooleanField(
        "let go for good", default=False, help_text="The runner wants no other day for it: the rules find none."
    )
    completed_at = models.DateTimeField(null=True, blank=True)
    added_at = models.DateTimeField(
        "added by the runner at", null=True, blank=True, help_text="A run off the plan: it counts, and owes nothing."
    )
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
    def is_off_plan(self) -> bool:
        return self.added_at is not None

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

    @property
    def plain(self) -> history.Run:
        """As the rules see it."""
        return history.Run(
            id=str(self.pk),
            on=self.scheduled_on,
            at=self.start_time,
            type=self.run_type,
            distance_km=self.distance,
            planned_km=self.planned_distance,
            duration_min=self.duration_min,
            running_min=self.duration_min,
            status=self.status,
            effort=(self.effort_low, self.effort_high),
            steps=tuple(self.steps),
            why=self.why,
            off_plan=self.is_off_plan,
        )

    def become(self, run: history.Run) -> None:
        """Take over what the rules made of it. Does not save."""
        self.move_to(run.on, run.at)
        self.run_type, self.status = run.type, run.status
        self.distance, self.duration_min = run.distance_km, round(run.duration_min)
        self.effort_low, self.effort_high = run.effort
        self.steps, self.why = [dict(step) for step in run.steps], run.why

    def snapshot(self) -> dict[str, Any]:
        """What an adjustment keeps."""
        return snapshots.run(self.plain)
