"""How the schedule changed, and pauses."""

from collections.abc import Callable
from typing import Any, cast

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import mixins, serializers, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from coach import coaching
from coach.models import User
from runs.api.shapes import AdjustmentSerializer, at_the_desk, valid
from runs.models import Pause, ScheduleAdjustment


class UndoSerializer(serializers.Serializer[Any]):
    accepting = serializers.BooleanField(default=False, help_text="After pain the runner is asked first.")


class WeekSerializer(serializers.Serializer[Any]):
    monday = serializers.DateField(help_text="Any day of the week.")


class PauseSerializer(serializers.ModelSerializer[Pause]):
    """`accepting` answers what an earlier try asked: a race may lie in these days."""

    kind = serializers.ChoiceField(choices=[kind for kind in Pause.Kind.choices if kind[0] != Pause.Kind.MEDICAL])

    accepting = serializers.BooleanField(default=False, write_only=True)

    class Meta:
        model = Pause
        fields = ("id", "kind", "starts_on", "ends_on", "created_at", "accepting")
        read_only_fields = ("id", "created_at")


class AdjustmentViewSet(viewsets.ReadOnlyModelViewSet[ScheduleAdjustment]):
    """How the schedule changed, and why."""

    serializer_class = AdjustmentSerializer
    queryset = ScheduleAdjustment.objects.none()

    def get_queryset(self) -> QuerySet[ScheduleAdjustment]:
        return cast(User, self.request.user).adjustments.prefetch_related("evidence")

    @extend_schema(request=UndoSerializer)
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, pk: str) -> Response:
        """Put the runs back. Undone twice, it is undone once. After pain the problem asks under `accepting`."""
        accepting = valid(UndoSerializer, request)["accepting"]
        return self._answered(lambda row: coaching.undo(row, now=timezone.now(), accepting=accepting))

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def accept(self, request: Request, pk: str) -> Response:
        """Say yes to a proposal."""
        return self._answered(lambda row: coaching.accept(row, now=timezone.now()))

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def decline(self, request: Request, pk: str) -> Response:
        """Not now."""
        return self._answered(lambda row: coaching.decline(row, now=timezone.now()))

    @extend_schema(request=WeekSerializer, responses=AdjustmentSerializer)
    @action(detail=False, methods=["post"], url_path="easier-week")
    def easier_week(self, request: Request) -> Response:
        """What is left of a week, shorter and easy."""
        user, monday = cast(User, request.user), valid(WeekSerializer, request)["monday"]
        made = at_the_desk(lambda: coaching.ease_week(user, monday=monday, now=timezone.now()), "monday")
        return Response(AdjustmentSerializer(made).data)

    @extend_schema(request=None, responses=AdjustmentSerializer)
    @action(detail=False, methods=["post"], url_path="repeat-week")
    def repeat_week(self, request: Request) -> Response:
        """Next week is this week again."""
        user = cast(User, request.user)
        made = at_the_desk(lambda: coaching.repeat_week(user, now=timezone.now()), "adjustment")
        return Response(AdjustmentSerializer(made).data)

    def _answered(self, event: Callable[[ScheduleAdjustment], ScheduleAdjustment]) -> Response:
        row = at_the_desk(lambda: event(self.get_object()), "adjustment")
        return Response(AdjustmentSerializer(row).data)


class PauseViewSet(mixins.CreateModelMixin, viewsets.ReadOnlyModelViewSet[Pause]):
    """Days without runs, misses or calls."""

    serializer_class = PauseSerializer
    queryset = Pause.objects.none()

    def get_queryset(self) -> QuerySet[Pause]:
        return cast(User, self.request.user).pauses.all()

    def perform_create(self, serializer: serializers.BaseSerializer[Pause]) -> None:
        user, asked = cast(User, self.request.user), dict(serializer.validated_data)
        ends_on = asked.pop("ends_on", None)
        serializer.instance = at_the_desk(
            lambda: coaching.pause(user, **asked, ends_on=ends_on, now=timezone.now()), "pause"
        )

    @extend_schema(request=None, responses={204: None})
    @action(detail=True, methods=["post"])
    def resume(self, request: Request, pk: str) -> Response:
        """The runner is back: it ended yesterday, or never was."""
        coaching.resume(self.get_object(), now=timezone.now())
        return Response(status=204)
