"""The schedule and what was run, for apps: the same desk as the pages."""

from collections.abc import Callable
from typing import Any, cast

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, viewsets
from rest_framework.decorators import action, api_view
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from calls.dialogue.understanding import BODY_PARTS
from coach import coaching, records
from coach.models import User
from coach.runners import active_goal
from runs.models import RunningSchedule, RunSession, ScheduleAdjustment, ScheduledRun


class RunSerializer(serializers.ModelSerializer[ScheduledRun]):
    class Meta:
        model = ScheduledRun
        exclude = ("user",)


class SessionSerializer(serializers.ModelSerializer[RunSession]):
    class Meta:
        model = RunSession
        exclude = ("user",)


class AdjustmentSerializer(serializers.ModelSerializer[ScheduleAdjustment]):
    class Meta:
        model = ScheduleAdjustment
        exclude = ("user",)


class ScheduleSerializer(serializers.ModelSerializer[RunningSchedule]):
    scheduled_runs = RunSerializer(many=True)

    class Meta:
        model = RunningSchedule
        fields = "__all__"


class CheckInSerializer(serializers.Serializer[records.Feedback]):
    """What the runner tells about a run. Distance in km, duration in minutes."""

    difficulty = serializers.IntegerField(min_value=1, max_value=10)
    pain = serializers.BooleanField(default=False)
    pain_location = serializers.ChoiceField(choices=BODY_PARTS, required=False, allow_blank=True, default="")
    pain_side = serializers.ChoiceField(choices=["left", "right", "both"], required=False, allow_blank=True, default="")
    pain_severity = serializers.IntegerField(min_value=0, max_value=10, required=False, allow_null=True, default=None)
    energy = serializers.ChoiceField(choices=RunSession.Energy.choices, required=False, allow_blank=True, default="")
    distance_km = serializers.FloatField(min_value=0, max_value=200, required=False, allow_null=True, default=None)
    duration_min = serializers.IntegerField(min_value=0, max_value=1440, required=False, allow_null=True, default=None)
    notes = serializers.CharField(max_length=2000, required=False, allow_blank=True, default="")

    def validate(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["pain"] and not data["pain_location"]:
            raise serializers.ValidationError({"pain_location": "Where does it hurt?"})
        return data


class CheckInAnswerSerializer(serializers.Serializer[Any]):
    session = SessionSerializer()
    adjustment = AdjustmentSerializer(allow_null=True)
    is_new = serializers.BooleanField()


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
        told = self._valid(CheckInSerializer)
        feedback = records.Feedback(**told, source=RunSession.Source.API)
        came_of_it = self._desk(lambda run: coaching.check_in(run, feedback, now=timezone.now()))
        return Response(CheckInAnswerSerializer(came_of_it).data)

    @extend_schema(request=SkipSerializer, responses=RunSerializer)
    @action(detail=True, methods=["post"])
    def skip(self, request: Request, pk: str) -> Response:
        reason = self._valid(SkipSerializer)["reason"]
        self._desk(lambda run: coaching.skip(run, reason=reason, now=timezone.now()))
        return Response(RunSerializer(self.get_object()).data)

    @extend_schema(request=MoveSerializer, responses=RunSerializer)
    @action(detail=True, methods=["post"])
    def move(self, request: Request, pk: str) -> Response:
        """Where a move needs a yes, the problem lists what to ask under `accepting`; send it again with true."""
        to = self._valid(MoveSerializer)
        self._desk(lambda run: coaching.move(run, **to, now=timezone.now()))
        return Response(RunSerializer(self.get_object()).data)

    def _valid(self, kind: Any) -> dict[str, Any]:
        form = kind(data=self.request.data)
        form.is_valid(raise_exception=True)
        return dict(form.validated_data)

    def _desk(self, event: Callable[[ScheduledRun], Any]) -> Any:
        """One event at the desk about this run; what it refuses is a problem of the caller's."""
        try:
            return event(self.get_object())
        except coaching.Refused as refusal:
            reasons = refusal.warnings if isinstance(refusal, coaching.NeedsConsent) else (str(refusal),)
            raise ValidationError({refusal.field or "run": list(reasons)}) from refusal


class SessionViewSet(viewsets.ReadOnlyModelViewSet[RunSession]):
    """Runs that were run."""

    serializer_class = SessionSerializer
    queryset = RunSession.objects.none()

    def get_queryset(self) -> QuerySet[RunSession]:
        return cast(User, self.request.user).sessions.all()


class AdjustmentViewSet(viewsets.ReadOnlyModelViewSet[ScheduleAdjustment]):
    """How the schedule changed, and why."""

    serializer_class = AdjustmentSerializer
    queryset = ScheduleAdjustment.objects.none()

    def get_queryset(self) -> QuerySet[ScheduleAdjustment]:
        return cast(User, self.request.user).adjustments.prefetch_related("evidence")

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, pk: str) -> Response:
        """Put the runs back. Undone twice, it is undone once."""
        try:
            row = coaching.undo(self.get_object(), now=timezone.now())
        except coaching.Refused as refusal:
            raise ValidationError({"adjustment": [str(refusal)]}) from refusal
        return Response(AdjustmentSerializer(row).data)
