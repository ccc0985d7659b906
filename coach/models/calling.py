"""Which calls a runner wants and when, and what they agreed to."""

from datetime import time

from django.db import models
from django.db.models import Q

from coach.models.base import UUIDModel

# The operator's window; a runner may choose another.
QUIET_FROM, QUIET_UNTIL = time(21), time(8)
CONSENT_VERSION = "2026-11"
CONSENT = (
    "I agree that Second Wind's AI coach calls me by telephone, with an automatic voice, for the kinds of calls I have "
    "chosen, before a run also earlier than 8 in the morning. I can stop all calls at any time: in the settings, by "
    "saying “stop calling me”, or by answering STOP to a text message."
)


class CallPreferences(models.Model):
    """Which calls, and when. Times are the runner's wall clock."""

    class AfterRuns(models.TextChoices):
        CALL = "call", "Call me a few minutes after"
        TALK = "talk", "Ask me in the app, as a talk"
        FORM = "form", "A ten-second form"

    class Weekly(models.TextChoices):
        OFF = "off", "No call"
        SUNDAY = "sunday_evening", "Sunday evening"
        MONDAY = "monday_morning", "Monday morning"

    user = models.OneToOneField("coach.User", on_delete=models.CASCADE, related_name="call_preferences")
    before_runs = models.BooleanField("before each run", default=True)
    after_runs = models.CharField("after a run", max_length=4, choices=AfterRuns, default=AfterRuns.FORM)
    weekly = models.CharField("to plan the week", max_length=16, choices=Weekly, default=Weekly.OFF)
    after_misses = models.BooleanField("after some missed runs", default=True)
    milestones = models.BooleanField("when I reach a milestone", default=True)
    evening_at = models.TimeField("evening calls at", default=time(18))
    morning_at = models.TimeField("morning calls at", default=time(9))
    quiet_from = models.TimeField("quiet hours from", default=QUIET_FROM)
    quiet_until = models.TimeField("quiet hours until", default=QUIET_UNTIL)
    early_before_runs = models.BooleanField("before a run you may call in my quiet hours", default=True)
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "call preferences"
        constraints = [
            models.CheckConstraint(condition=Q(after_runs__in=["call", "talk", "form"]), name="calls_after_runs"),
            models.CheckConstraint(
                condition=Q(weekly__in=["off", "sunday_evening", "monday_morning"]), name="calls_weekly"
            ),
        ]

    def __str__(self) -> str:
        return f"Calls of {self.user}"


class CallConsent(UUIDModel):
    """A runner's yes to automated calls, in the words they saw, and how it ended."""

    class How(models.TextChoices):
        PAGE = "page", "On a page"
        APP = "app", "In an app"
        SPOKEN = "spoken", "Said so"
        KEY = "key", "Pressed a key"
        SMS = "sms", "By text message"
        OPERATOR = "operator", "By an operator"

    user = models.ForeignKey("coach.User", on_delete=models.CASCADE, related_name="call_consents")
    version = models.CharField(max_length=20)
    text = models.TextField()
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=8, choices=How, default=How.PAGE)
    address = models.GenericIPAddressField("given from", null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=8, choices=How, blank=True)

    class Meta:
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(fields=["user"], condition=Q(withdrawn_at=None), name="consent_one_standing")
        ]

    def __str__(self) -> str:
        return f"{self.version}, {self.given_at:%Y-%m-%d}"
