"""How the schedule changed."""

from datetime import date

from django.db import models

from coach.models import UUIDModel
from runs.models.pause import Pause
from runs.models.schedule import RunningSchedule
from runs.models.session import RunSession
from runs.training import history, snapshots


class ScheduleAdjustmentQuerySet(models.QuerySet["ScheduleAdjustment"]):
    def waiting(self) -> "ScheduleAdjustmentQuerySet":
        """Proposals that the runner has neither accepted nor declined."""
        return self.exclude(proposed_at=None).filter(accepted_at=None, declined_at=None, undone_at=None)


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
    evidence_runs = models.JSONField(default=list, blank=True, help_text="The runs it rests on, run or not, by id.")
    pause = models.ForeignKey(Pause, on_delete=models.SET_NULL, null=True, blank=True, related_name="adjustments")
    changes = models.JSONField(default=list, help_text="run_id, before and after of every run changed.")
    created_at = models.DateTimeField()
    frequency_before = models.PositiveSmallIntegerField("runs a week before", null=True, blank=True)
    proposed_at = models.DateTimeField("waits for a yes since", null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=8, choices=MadeBy, blank=True)
    left_alone = models.JSONField(default=list, blank=True, help_text="Runs an undo left because they had changed.")

    objects = ScheduleAdjustmentQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["user", "-created_at"], name="adjustment_latest")]

    def __str__(self) -> str:
        return f"{self.rule} on {self.created_at:%Y-%m-%d}"

    @property
    def is_waiting(self) -> bool:
        """A proposal that the runner has neither accepted nor declined."""
        return bool(self.proposed_at and not (self.accepted_at or self.declined_at or self.undone_at))

    @property
    def has_lapsed(self) -> bool:
        """A proposal that was never answered."""
        return bool(self.declined_at and self.undone_by == self.MadeBy.RULE)

    @property
    def is_limit(self) -> bool:
        """Only the limits of any plan, held again: no opinion of the coach's, and so not to be undone."""
        return self.rule == "return" and self.pause_id is None and self.made_by == self.MadeBy.RULE

    @property
    def may_be_undone(self) -> bool:
        is_made = not self.proposed_at or self.accepted_at
        # A pause is ended, not undone; and what was changed of an ended goal's plan is over.
        is_theirs = self.rule != "return" and not self.schedule.goal.ended_at
        return bool(self.changes and is_made and not self.undone_at and is_theirs)

    def plain(self, *, on: date, is_cleared: bool) -> history.Adjustment:
        """As the rules see it; `on` is the runner's own date of it, `is_cleared` whether a red flag is over."""
        return history.Adjustment(
            rule=self.rule,
            reason=self.reason,
            on=on,
            evidence=tuple(self.evidence_runs),
            changes=tuple(snapshots.read_change(change) for change in self.changes),
            asks=bool(self.proposed_at and not self.accepted_at),
            pause=self.pause.plain if self.pause else None,
            is_off=bool(self.undone_at or self.declined_at),
            is_withdrawn=bool(self.undone_at and self.undone_by == self.MadeBy.RULE),
            cleared=is_cleared,
            frequency=self.frequency_before,
        )
