"""The line to the telephone company: what stops it, how fast it may dial, and where it nearly went wrong."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from calls.models.call import Call


class HaltQuerySet(models.QuerySet["Halt"]):
    def now(self, moment: datetime) -> "HaltQuerySet":
        return self.filter(lifted_at=None).filter(Q(ends_at=None) | Q(ends_at__gt=moment))


class Halt(models.Model):
    """A stop of all dialling: an operator's, until they lift it; or for some minutes, when the line refuses us."""

    reason = models.CharField(max_length=200)
    began_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True, help_text="By itself; empty: until somebody lifts it.")
    lifted_at = models.DateTimeField(null=True, blank=True)

    objects = HaltQuerySet.as_manager()

    class Meta:
        ordering = ["-began_at"]
        indexes = [models.Index(fields=["began_at"], condition=Q(lifted_at=None), name="halt_standing")]

    def __str__(self) -> str:
        return f"{self.reason}, since {self.began_at:%Y-%m-%d %H:%M}"


class Pace(models.Model):
    """The one row that hands out the moments to dial at, for all dispatchers together."""

    next_at = models.DateTimeField(help_text="No request for a call goes out before.")

    def __str__(self) -> str:
        return f"from {self.next_at:%H:%M:%S.%f} on"


class NearMiss(models.Model):
    """A second call that the telephone company made for one of ours. It is hung up, and counted."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="near_misses")
    carrier_sid = models.CharField(max_length=34, unique=True)
    seen_at = models.DateTimeField()
    hung_up_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-seen_at"]
        verbose_name_plural = "near misses"

    def __str__(self) -> str:
        return f"{self.carrier_sid} beside {self.call}"
