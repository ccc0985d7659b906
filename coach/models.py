"""The runner, the goal, and what the coach tells the runner."""

import uuid
from datetime import date, datetime, time
from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from phonenumber_field.modelfields import PhoneNumberField
from timezone_field import TimeZoneField

from coach import wall_clock
from coach.people import UserManager


class UUIDModel(models.Model):
    """A row whose address tells nothing about it or its neighbours."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


class User(UUIDModel, AbstractUser):
    """A runner, or a human coach when `is_staff`."""

    class Units(models.TextChoices):
        KM = "km", "Kilometres"
        MI = "mi", "Miles"

    username = None  # type: ignore[assignment]
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    email = models.EmailField("e-mail", unique=True)
    name = models.CharField(max_length=80, blank=True)
    time_zone = TimeZoneField(default="UTC", use_pytz=False)
    units = models.CharField(max_length=2, choices=Units, default=Units.KM)
    birth_year = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1900, "Four figures, like 1987."), MaxValueValidator(2100, "Like 1987.")],
    )
    phone_number = PhoneNumberField(blank=True)
    phone_verified_at = models.DateTimeField(null=True, blank=True)
    calls_agreed_at = models.DateTimeField("agreed to be called at", null=True, blank=True)
    do_not_call_at = models.DateTimeField("asked not to be called at", null=True, blank=True)
    suspended_at = models.DateTimeField(
        "suspended by a red flag at", null=True, blank=True, help_text="No runs and no coaching calls until cleared."
    )

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(units__in=["km", "mi"]), name="user_units"),
            models.CheckConstraint(
                condition=Q(birth_year=None) | Q(birth_year__range=(1900, 2100)), name="user_birth_year"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        """What the coach calls the runner: the first word of the name."""
        return self.name.split()[0] if self.name.split() else "runner"

    @property
    def wants_calls(self) -> bool:
        return bool(self.calls_agreed_at and not self.do_not_call_at)

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.time_zone)

    def today(self, now: datetime) -> date:
        """The runner's own date at `now`."""
        return self.local(now).date()

    def age(self, now: datetime) -> int | None:
        """Years, to within one: the day of birth is nobody's business here."""
        return self.today(now).year - self.birth_year if self.birth_year else None

    def moment(self, on: date, at: time) -> datetime:
        """The UTC instant of the runner's wall clock."""
        return wall_clock.moment(on, at, zone=self.time_zone)


class Goal(UUIDModel):
    """What the runner wants, and what they told us when they set out. One is active at a time."""

    class Race(models.TextChoices):
        FIVE_K = "5k", "5K"
        TEN_K = "10k", "10K"
        HALF = "half_marathon", "Half marathon"
        MARATHON = "marathon", "Marathon"

    class FitnessLevel(models.TextChoices):
        NEW = "new", "Complete beginner - haven't run in years"
        BEGINNER = "beginner", "Beginner - run occasionally"
        INTERMEDIATE = "intermediate", "Intermediate - run regularly but want structure"
        ADVANCED = "advanced", "Advanced - experienced runner"

    class Verdict(models.TextChoices):
        OK = "ok", "Within reach"
        AMBITIOUS = "ambitious", "Ambitious"
        UNSAFE = "unsafe", "Too soon to be safe"

    class Choice(models.TextChoices):
        AS_ASKED = "as_asked", "As asked"
        LATER_DATE = "later_date", "A later date"
        SHORTER_RACE = "shorter_race", "A shorter race"
        REALISTIC_TIME = "realistic_time", "A realistic time"
        INSISTED = "insisted", "As asked, against advice"

    class Obstacle(models.TextChoices):
        MOTIVATION = "motivation", "Motivation"
        MORNINGS = "mornings", "Time in mornings"
        EVENINGS = "evenings", "Time in evenings"
        WEATHER = "weather", "Weather"
        INJURIES = "injuries", "Previous injuries"
        BOREDOM = "boredom", "Getting bored"

    user = models.ForeignKey("coach.User", on_delete=models.CASCADE, related_name="goals")
    goal_text = models.CharField("goal", max_length=200)
    target_race = models.CharField(max_length=20, choices=Race, blank=True)
    target_distance = models.FloatField("target distance, km", null=True, blank=True)
    target_date = models.DateField(null=True, blank=True)
    target_time = models.PositiveIntegerField("target time, s", null=True, blank=True)
    weekly_frequency = models.PositiveSmallIntegerField("runs a week")
    fitness_level = models.CharField(max_length=20, choices=FitnessLevel)
    available_days = models.JSONField(default=list, help_text='Weekdays as "mon" to "sun".')
    long_run_day = models.CharField(max_length=3, blank=True)
    start_time = models.TimeField("usual start, local", default=time(7))
    obstacles = models.JSONField(default=list, blank=True)
    other_obstacle = models.CharField(max_length=300, blank=True)
    current_weekly_km = models.FloatField(null=True, blank=True)
    longest_recent_km = models.FloatField(null=True, blank=True)
    recent_race_km = models.FloatField(null=True, blank=True)
    recent_race_s = models.PositiveIntegerField("recent race time, s", null=True, blank=True)
    body_mass_index = models.FloatField("body mass index, kg/m²", null=True, blank=True)
    verdict = models.CharField("the coach's verdict", max_length=10, choices=Verdict, default=Verdict.OK)
    verdict_reasons = models.JSONField(default=list, blank=True)
    choice = models.CharField(
        "what the runner chose", max_length=16, choices=Choice, default=Choice.AS_ASKED, help_text="After the verdict."
    )
    insisted_at = models.DateTimeField("built against the coach's advice at", null=True, blank=True)
    current_streak = models.PositiveIntegerField("planned runs done in a row", default=0)
    longest_streak = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user"], condition=Q(ended_at=None), name="goal_one_active"),
            models.CheckConstraint(condition=Q(weekly_frequency__range=(2, 5)), name="goal_weekly_frequency"),
            models.CheckConstraint(
                condition=Q(fitness_level__in=["new", "beginner", "intermediate", "advanced"]), name="goal_level"
            ),
            models.CheckConstraint(
                condition=Q(target_distance=None) | Q(target_distance__range=(1, 100)), name="goal_target_distance"
            ),
            models.CheckConstraint(condition=Q(verdict__in=["ok", "ambitious", "unsafe"]), name="goal_verdict"),
            models.CheckConstraint(
                condition=Q(current_weekly_km=None) | Q(current_weekly_km__range=(0, 300)), name="goal_weekly_km"
            ),
        ]

    def __str__(self) -> str:
        return self.goal_text

    @property
    def total_runs_completed(self) -> int:
        return self.user.runs.filter(schedule__goal=self, status="completed").count()

    @property
    def total_distance_run(self) -> float:
        """Kilometres, as told at the check-ins."""
        done = self.user.sessions.filter(scheduled_run__schedule__goal=self)
        return done.aggregate(km=models.Sum("actual_distance"))["km"] or 0.0


class HealthScreening(UUIDModel):
    """What a runner answered to the questions about health, before a plan became active."""

    class Concern(models.TextChoices):
        CHEST = "chest", "Pain or pressure in my chest, at rest or when I move"
        FAINTING = "fainting", "I have fainted or lost my balance from dizziness"
        HEART = "heart", "A heart condition, or pills for heart or blood pressure"
        ADVISED = "advised", "A doctor told me not to exercise"
        PREGNANCY = "pregnancy", "I am pregnant, or gave birth in the last three months"
        INJURY = "injury", "An injury or illness that bothers me now"

    user = models.ForeignKey("coach.User", on_delete=models.CASCADE, related_name="screenings")
    concerns = models.JSONField(default=list, blank=True)
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ["-answered_at"]

    def __str__(self) -> str:
        return f"{self.answered_at:%Y-%m-%d}: {', '.join(self.concerns) or 'nothing'}"


class DailyProgress(UUIDModel):
    """One day of a goal: was what the plan asked for done?"""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="daily_progress")
    date = models.DateField()
    is_completed = models.BooleanField(default=False)
    completed_at = models.DateTimeField(null=True, blank=True)
    notes = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "daily progress"
        constraints = [models.UniqueConstraint(fields=["goal", "date"], name="daily_progress_once_a_day")]

    def __str__(self) -> str:
        return f"{self.date}: {'done' if self.is_completed else 'open'}"


class Milestone(UUIDModel):
    """A training milestone on the way to the goal."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="milestones")
    title = models.CharField(max_length=80)
    target_distance = models.FloatField("target distance, km", null=True, blank=True)
    target_date = models.DateField(null=True, blank=True)
    completed_date = models.DateField(null=True, blank=True)
    is_completed = models.GeneratedField(
        expression=models.ExpressionWrapper(Q(completed_date__isnull=False), models.BooleanField()),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    celebration_call_time = models.DateTimeField(null=True, blank=True)
    celebration_call_scheduled = models.GeneratedField(
        expression=models.ExpressionWrapper(Q(celebration_call_time__isnull=False), models.BooleanField()),
        output_field=models.BooleanField(),
        db_persist=True,
    )

    class Meta:
        ordering = [F("target_distance").asc(nulls_last=True), F("target_date").asc(nulls_last=True)]
        constraints = [models.UniqueConstraint(fields=["goal", "title"], name="milestone_once")]

    def __str__(self) -> str:
        return self.title


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
        SAFETY = "safety", "Safety"
        MILESTONE = "milestone", "Milestone"

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
