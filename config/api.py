"""The API's front door: its routes, and what an error looks like."""

from typing import Any

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerView
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter
from rest_framework.views import exception_handler

from calls.api import CallViewSet, ConversationViewSet, schedule_call
from coach.api import GoalViewSet, MilestoneViewSet, NoticeViewSet, clearance, me
from runs.api import AdjustmentViewSet, PauseViewSet, RunViewSet, SessionViewSet, schedule
from tasks.api import TaskViewSet

router = SimpleRouter(trailing_slash=False)
router.register("goals", GoalViewSet, basename="api-goal")
router.register("milestones", MilestoneViewSet, basename="api-milestone")
router.register("notices", NoticeViewSet, basename="api-notice")
router.register("runs", RunViewSet, basename="api-run")
router.register("sessions", SessionViewSet, basename="api-session")
router.register("adjustments", AdjustmentViewSet, basename="api-adjustment")
router.register("pauses", PauseViewSet, basename="api-pause")
router.register("tasks", TaskViewSet, basename="api-task")
router.register("calls", CallViewSet, basename="api-call")
router.register("conversations", ConversationViewSet, basename="api-conversation")

urlpatterns = [
    path("", include(router.urls)),
    path("me", me, name="api-me"),
    path("clearance", clearance, name="api-clearance"),
    path("schedule", schedule, name="api-schedule"),
    path("schedule-call", schedule_call, name="api-schedule-call"),
    path("auth/", include("allauth.headless.urls")),
    path("schema", SpectacularAPIView.as_view(), name="schema"),
    path("docs", SpectacularSwaggerView.as_view(url_name="schema"), name="api-docs"),
]


def problem(error: Exception, context: dict[str, Any]) -> Response | None:
    """RFC 9457 shape: a title and status for machines, `errors` by field for people."""
    response = exception_handler(error, context)
    if response is None:
        return None
    detail = response.data.pop("detail", None) if isinstance(response.data, dict) else None
    body: dict[str, Any] = {"status": response.status_code, "title": str(detail or "Some of it cannot be accepted.")}
    if response.data:
        body["errors"] = response.data if isinstance(response.data, dict) else {"": response.data}
    response.data = body
    response.content_type = "application/problem+json"
    return response
