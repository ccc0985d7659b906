"""The schedule and what was run, for apps: the same desk as the pages."""

from runs.api.changes import AdjustmentViewSet, PauseViewSet
from runs.api.running import RunViewSet, SessionViewSet, schedule

__all__ = ["AdjustmentViewSet", "PauseViewSet", "RunViewSet", "SessionViewSet", "schedule"]
