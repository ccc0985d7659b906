"""The schedule, runs, and what was told of them."""

from collections.abc import Callable
from typing import Any, cast

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, viewsets
from rest_framework.decorators import action, api_view
from rest_framework.exceptions import NotFound
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from coach import coaching, records
from coach.models import User
from coach.runners import active_goal
from runs.api.shapes import (
    AdjustmentSerializer,
    CheckInAnswerSerializer,
    CheckInSerializer,
    RunSerializer,
    SessionSerializer,
    at_the_desk,
    valid,
)
from runs.forms.check_in import OFF_PLAN
from runs.models import RunningSchedule, RunSession, ScheduledRun


class ScheduleSerializer(serializers.ModelSerializer[RunningSchedule]):
    scheduled_runs = RunSerializer(many=True)

    class Meta:
        model = RunningSchedule
        fields = "__all__"


class AddRunSerializer(CheckInSerializer):
    """A run off the plan, already run on a local day. `accepting`: it was not the planned run of that day."""

    accepting = serializers.BooleanField(default=False)

    on = serializers.DateField()
    run_type = serializers.ChoiceField(choices=OFF_PLAN, default="easy")
    distance_km = serializers.FloatField(min_value=0.5, max_value=200)


class ShortenSerializer(serializers.Serializer[Any]):
    distance_km = serializers.FloatField(min_value=0.5, max_value=200)


class SwapSerializer(serializers.Serializer[Any]):
    """The run to change places with. `accepting` answers what an earlier try asked."""

    other = serializers.UUIDField()
    accepting = serializers.BooleanField(default=False)


class SkipAnswerSerializer(RunSerializer):
    """The run as it is now, and what followed: perhaps another day, perhaps a red flag."""

    adjustments = AdjustmentSerializer(many=True)


class SkipSerializer(serializers.Serializer[Any]):
    reason = serializers.CharField(max_length=300)


class MoveSerializer(serializers.Serializer[Any]):
    """Where a run goes: a local day and a local time. `accepting` answers what an earlier try asked."""

    on = serializers.DateField()
    at = serializers.TimeField()
    accepting = serializers.BooleanField(default=False)


@extend_schema(responses=ScheduleSerializer)
@api_view(["GET"])
def schedule(request: Request) -> Response:
    """The active goal's schedule with all its runs."""
    goal = active_goal(cast(User, request.user))
    if goal is None:
        raise NotFound("No goal yet. POST one to /api/goals.")
    row = RunningSchedule.objects.prefetch_related("scheduled_runs").get(goal=goal)
    return Response(ScheduleSerializer(row).data)


class RunViewSet(viewsets.ReadOnlyModelViewSet[ScheduledRun]):
    serializer_class = RunSerializer
    queryset = ScheduledRun.objects.none()
    filterset_fields = {"scheduled_on": ["gte", "lte", "exact"], "status": ["exact", "in"], "run_type": ["exact"]}

    def get_queryset(self) -> QuerySet[ScheduledRun]:
        return cast(User, self.request.user).runs.select_related("user")

    @extend_schema(request=None, responses=SessionSerializer)
    @action(detail=True, methods=["post"])
    def complete(self, request: Request, pk: str) -> Response:
        session = self._desk(lambda run: coaching.complete(run, now=timezone.now()))
        return Response(SessionSerializer(session).data)

    @extend_schema(request=CheckInSerializer, responses=CheckInAnswerSerializer)
    @action(detail=True, methods=["post"], url_path="check-in")
    def check_in(self, request: Request, pk: str) -> Response:
        """Complete the run and tell how it went. Sent twice, the first counts."""
        told = valid(CheckInSerializer, request)
        feedback = records.Feedback(**told, source=RunSession.Source.API)
        came_of_it = self._desk(lambda run: coaching.check_in(run, feedback, now=timezone.now()))
        return Response(CheckInAnswerSerializer(came_of_it).data)

    @extend_schema(request=SkipSerializer, responses=SkipAnswerSerializer)
    @action(detail=True, methods=["post"])
    def skip(self, request: Request, pk: str) -> Response:
        reason = valid(SkipSerializer, request)["reason"]
        made = self._desk(lambda run: coaching.skip(run, reason=reason, now=timezone.now()))
        followed = AdjustmentSerializer(made, many=True).data
        return Response({**RunSerializer(self.get_object()).data, "adjustments": followed})

    @extend_schema(request=MoveSerializer, responses=RunSerializer)
    @action(detail=True, methods=["post"])
    def move(self, request: Request, pk: str) -> Response:
        """Where a move needs a yes, the problem lists what to ask under `accepting`; send it again with true."""
        to = valid(MoveSerializer, request)
        self._desk(lambda run: coaching.move(run, **to, now=timezone.now()))
        return Response(RunSerializer(self.get_object()).data)

    @extend_schema(request=CheckInSerializer, responses=CheckInAnswerSerializer)
    @action(detail=True, methods=["post"])
    def correct(self, request: Request, pk: str) -> Response:
        """What was told about the run, told anew. What rested on it and has not begun is withdrawn."""
        feedback = records.Feedback(**valid(CheckInSerializer, request), source=RunSession.Source.API)
        came_of_it = self._desk(lambda run: coaching.correct(_told(run), feedback, now=timezone.now()))
        return Response(CheckInAnswerSerializer(came_of_it).data)

    @extend_schema(request=ShortenSerializer, responses=AdjustmentSerializer)
    @action(detail=True, methods=["post"])
    def shorten(self, request: Request, pk: str) -> Response:
        """Fewer kilometres of a run that is still to be run."""
        km = valid(ShortenSerializer, request)["distance_km"]
        made = self._desk(lambda run: coaching.shorten(run, distance_km=km, now=timezone.now()))
        return Response(AdjustmentSerializer(made).data)

    @extend_schema(request=SwapSerializer, responses=AdjustmentSerializer)
    @action(detail=True, methods=["post"])
    def swap(self, request: Request, pk: str) -> Response:
        """Where a swap needs a yes, the problem lists what to ask under `accepting`; send it again with true."""
        asked = valid(SwapSerializer, request)
        other = get_object_or_404(self.get_queryset(), pk=asked["other"])
        accepting = asked["accepting"]
        made = self._desk(lambda run: coaching.swap(run, other, now=timezone.now(), accepting=accepting))
        return Response(AdjustmentSerializer(made).data)

    @extend_schema(request=AddRunSerializer, responses=CheckInAnswerSerializer)
    @action(detail=False, methods=["post"])
    def add(self, request: Request) -> Response:
        """A run off the plan: it counts. Sent twice, it was run once."""
        told = valid(AddRunSerializer, request)
        on, kind, accepting = told.pop("on"), told.pop("run_type"), told.pop("accepting")
        feedback = records.Feedback(**told, source=RunSession.Source.API)
        user = cast(User, request.user)
        came = at_the_desk(
            lambda: coaching.add_run(
                user, on=on, run_type=kind, feedback=feedback, now=timezone.now(), accepting=accepting
            ),
            "run",
        )
        return Response(CheckInAnswerSerializer(came).data)

    def _desk(self, event: Callable[[ScheduledRun], Any]) -> Any:
        """One event at the desk about this run."""
        return at_the_desk(lambda: event(self.get_object()), "run")


def _told(run: ScheduledRun) -> RunSession:
    session: RunSession | None = getattr(run, "run_session", None)
    if session is None or session.checked_in_at is None:
        raise coaching.Refused("Nothing was told about this run yet.")
    return session


class SessionViewSet(viewsets.ReadOnlyModelViewSet[RunSession]):
    """Runs that were run."""

    serializer_class = SessionSerializer
    queryset = RunSession.objects.none()

    def get_queryset(self) -> QuerySet[RunSession]:
        return cast(User, self.request.user).sessions.all()
