"""The runner and the goal, for apps."""

from datetime import time
from typing import Any, cast

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import mixins, serializers, viewsets
from rest_framework.decorators import action, api_view
from rest_framework.request import Request
from rest_framework.response import Response

from coach import coaching, goals
from coach.forms import LATEST, SOONEST
from coach.models import Goal, Milestone, Notice, User
from runs.training.request import WEEKDAYS


class MeSerializer(serializers.ModelSerializer[User]):
    time_zone = serializers.CharField()
    wants_calls = serializers.BooleanField(required=False)

    class Meta:
        model = User
        fields = ("id", "email", "name", "time_zone", "units", "phone_number", "wants_calls", "suspended_at")
        read_only_fields = ("id", "email", "suspended_at")

    def validate_time_zone(self, value: str) -> str:
        try:
            User._meta.get_field("time_zone").clean(value, None)  # type: ignore[union-attr]
        except Exception as error:
            raise serializers.ValidationError("Not an IANA time zone.") from error
        return value


class GoalSerializer(serializers.ModelSerializer[Goal]):
    goal_text = serializers.CharField(max_length=200)
    weekly_frequency = serializers.IntegerField(min_value=2, max_value=5)
    available_days = serializers.ListField(child=serializers.ChoiceField(choices=WEEKDAYS), required=False)
    long_run_day = serializers.ChoiceField(choices=WEEKDAYS, required=False, allow_blank=True)
    obstacles = serializers.ListField(
        child=serializers.ChoiceField(choices=Goal.Obstacle.choices), required=False, max_length=10
    )
    target_distance = serializers.FloatField(min_value=2, max_value=100, required=False, allow_null=True)
    target_time = serializers.IntegerField(min_value=300, max_value=360000, required=False, allow_null=True)
    current_weekly_km = serializers.FloatField(min_value=0, max_value=300, required=False, allow_null=True)
    longest_recent_km = serializers.FloatField(min_value=0, max_value=100, required=False, allow_null=True)
    recent_race_km = serializers.FloatField(min_value=1, max_value=100, required=False, allow_null=True)
    recent_race_s = serializers.IntegerField(min_value=60, max_value=360000, required=False, allow_null=True)
    start_time = serializers.TimeField(default=time(7))

    class Meta:
        model = Goal
        exclude = ("user",)
        read_only_fields = (
            "id", "current_streak", "longest_streak", "verdict", "verdict_reasons", "insisted_at", "created_at",
            "ended_at",
        )  # fmt: skip

    def validate_target_date(self, value: Any) -> Any:
        today = self.context["request"].user.today(timezone.now())
        if value and not today + SOONEST <= value <= today + LATEST:
            raise serializers.ValidationError("Choose a date between a week and a year from today.")
        return value

    def validate(self, data: dict[str, Any]) -> dict[str, Any]:
        days, race = data.get("available_days"), data.get("recent_race_km")
        if days and len(set(days)) < data["weekly_frequency"]:
            raise serializers.ValidationError({"available_days": "Fewer days than runs a week."})
        if data.get("long_run_day") and days and data["long_run_day"] not in days:
            raise serializers.ValidationError({"long_run_day": "Not one of the available days."})
        if bool(race) != bool(data.get("recent_race_s")):
            raise serializers.ValidationError({"recent_race_s": "A recent race needs a distance and a time."})
        if race and not 130 <= data["recent_race_s"] / race <= 900:
            raise serializers.ValidationError({"recent_race_s": "Faster or slower than people run."})
        return data


class MilestoneSerializer(serializers.ModelSerializer[Milestone]):
    class Meta:
        model = Milestone
        exclude = ("goal",)


class NoticeSerializer(serializers.ModelSerializer[Notice]):
    class Meta:
        model = Notice
        exclude = ("user",)


@extend_schema(responses=MeSerializer, request=MeSerializer)
@api_view(["GET", "PATCH"])
def me(request: Request) -> Response:
    user = cast(User, request.user)
    if request.method == "PATCH":
        form = MeSerializer(user, data=request.data, partial=True)
        form.is_valid(raise_exception=True)
        coaching.change_profile(user, form.validated_data, now=timezone.now())
    return Response(MeSerializer(User.objects.get(pk=user.pk)).data)


@extend_schema(request=None, responses=MeSerializer)
@api_view(["POST"])
def clearance(request: Request) -> Response:
    """The runner confirms that a doctor cleared them after a red flag."""
    coaching.clear(cast(User, request.user), now=timezone.now())
    return Response(MeSerializer(User.objects.get(pk=request.user.pk)).data)


class GoalViewSet(
    mixins.CreateModelMixin, mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet[Goal]
):
    """The runner's goals. A new one ends the active one and makes a new schedule."""

    serializer_class = GoalSerializer
    queryset = Goal.objects.none()
    filterset_fields = {"ended_at": ["isnull"]}

    def get_queryset(self) -> QuerySet[Goal]:
        return cast(User, self.request.user).goals.order_by("-created_at")

    def perform_create(self, serializer: Any) -> None:
        setup = goals.Setup(**serializer.validated_data)
        serializer.instance = coaching.start_goal(cast(User, self.request.user), setup, now=timezone.now())


class MilestoneViewSet(viewsets.ReadOnlyModelViewSet[Milestone]):
    serializer_class = MilestoneSerializer
    queryset = Milestone.objects.none()

    def get_queryset(self) -> QuerySet[Milestone]:
        return Milestone.objects.filter(goal__user=cast(User, self.request.user), goal__ended_at=None)


class NoticeViewSet(viewsets.ReadOnlyModelViewSet[Notice]):
    """What the coach tells the runner."""

    serializer_class = NoticeSerializer
    queryset = Notice.objects.none()
    filterset_fields = {"seen_at": ["isnull"], "kind": ["exact"]}

    def get_queryset(self) -> QuerySet[Notice]:
        return cast(User, self.request.user).notices.all()

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def seen(self, request: Request, pk: str) -> Response:
        """A safety notice stays until the runner is cleared."""
        notice = self.get_object()
        notice.see(timezone.now())
        return Response(NoticeSerializer(notice).data)
