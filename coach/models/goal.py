"""What the runner wants, and how far they have come."""

from datetime import time

from django.db import models
from django.db.models import F, Q

from coach.models.base import UUIDModel


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
    target_runs = models.PositiveSmallIntegerField("runs to be done", null=True, blank=True)
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
        ordering = [
            F("target_distance").asc(nulls_last=True),
            F("target_runs").asc(nulls_last=True),
            F("target_date").asc(nulls_last=True),
        ]
        constraints = [models.UniqueConstraint(fields=["goal", "title"], name="milestone_once")]

    def __str__(self) -> str:
        return self.title
