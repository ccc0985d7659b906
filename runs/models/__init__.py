"""The schedule, what was run, and how the schedule changed."""

from runs.models.adjustment import ScheduleAdjustment
from runs.models.pause import Pause
from runs.models.schedule import RunningSchedule, ScheduledRun
from runs.models.session import RunSession

__all__ = ["Pause", "RunSession", "RunningSchedule", "ScheduleAdjustment", "ScheduledRun"]
