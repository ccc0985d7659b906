"""The runner and the goal, for apps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from typing import Any, cast

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import mixins, serializers, viewsets
from rest_framework.decorators import action, api_view
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from coach import coaching, goals
from coach.models import Goal, HealthScreening, Milestone, Notice, User
from coach.steps import LATEST, SOONEST
from runs import plans
from runs.training import contract
from runs.training.pace import RACE_KM
from runs.training.request import WEEKDAYS


class MeSerializer(serializers.ModelSerializer[User]):
    time_zone = serializers.CharField()
    wants_calls = serializers.BooleanField(required=False)

    class Meta:
        model = User
        fields = (
            "id",
            "email",
            "name",
            "time_zone",
            "units",
            "birth_year",
            "phone_number",
            "wants_calls",
            "suspended_at",
        )
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
    body_mass_index = serializers.FloatField(min_value=10, max_value=90, required=False, allow_null=True)
    health_concerns = serializers.ListField(
        child=serializers.ChoiceField(choices=HealthScreening.Concern.choices),
        write_only=True,
        max_length=10,
        help_text="What the runner ticked of the questions about health; an empty list when nothing. With any, the "
        "plan waits until POST /api/clearance.",
    )
    insist = serializers.BooleanField(
        write_only=True, default=False, help_text="Build a plan that the coach calls unsafe all the same."
    )

    class Meta:
        model = Goal
        exclude = ("user",)
        read_only_fields = (
            "id", "current_streak", "longest_streak", "verdict", "verdict_reasons", "insisted_at", "choice",
            "created_at", "ended_at",
        )  # fmt: skip

    def validate_target_date(self, value: Any) -> Any:
        today = self.context["request"].user.today(timezone.now())
        if value and not today + SOONEST <= value <= today + LATEST:
            raise serializers.ValidationError("Choose a date between a week and two years from today.")
        return value

    def validate(self, data: dict[str, Any]) -> dict[str, Any]:
        days, race = self._value(data, "available_days"), data.get("recent_race_km")
        if days and len(set(days)) < self._value(data, "weekly_frequency"):
            raise serializers.ValidationError({"available_days": "Fewer days than runs a week."})
        if days and self._value(data, "long_run_day") not in ("", None, *days):
            raise serializers.ValidationError({"long_run_day": "Not one of the available days."})
        if bool(race) != bool(data.get("recent_race_s")):
            raise serializers.ValidationError({"recent_race_s": "A recent race needs a distance and a time."})
        if race and not contract.is_plausible(data["recent_race_s"], race):
            raise serializers.ValidationError({"recent_race_s": "Faster or slower than people run."})
        if self._value(data, "target_race"):
            # A race has its own distance.
            data["target_distance"] = None
        km = RACE_KM.get(self._value(data, "target_race") or "") or self._value(data, "target_distance")
        seconds = self._value(data, "target_time")
        if km and seconds and not contract.is_plausible(seconds, km):
            raise serializers.ValidationError({"target_time": "Faster or slower than people run that far."})
        return data

    def _value(self, data: dict[str, Any], name: str) -> Any:
        """As sent, or as it is."""
        return data[name] if name in data else getattr(self.instance, name, None)


class ChangeGoalSerializer(GoalSerializer):
    """What may change in the middle of a plan."""

    class Meta:
        model = Goal
        fields = (*goals.CHANGEABLE, "insist")


class OutlookSerializer(serializers.Serializer[Any]):
    """The JSON of `manage.py plan`."""

    feasibility = serializers.JSONField()
    fitness_index = serializers.FloatField(allow_null=True)
    paces_s_per_km = serializers.JSONField(allow_null=True)
    weeks = serializers.JSONField()


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
        user, now = cast(User, self.request.user), timezone.now()
        setup, concerns, insist = _setup(serializer)
        serializer.instance = _safe(lambda: coaching.start_goal(user, setup, concerns=concerns, insist=insist, now=now))

    @extend_schema(request=ChangeGoalSerializer, responses=GoalSerializer)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Change the active goal: what lies ahead is planned anew from what was run."""
        goal = get_object_or_404(self.get_queryset(), pk=pk, ended_at=None)
        form = ChangeGoalSerializer(goal, data=request.data, partial=True, context={"request": request})
        form.is_valid(raise_exception=True)
        changes, now = dict(form.validated_data), timezone.now()
        insist = changes.pop("insist", False)
        changed = _safe(lambda: coaching.change_goal(goal, changes, insist=insist, now=now))
        return Response(GoalSerializer(changed, context={"request": request}).data)

    @extend_schema(request=GoalSerializer, responses=OutlookSerializer)
    @action(detail=False, methods=["post"])
    def preview(self, request: Request) -> Response:
        """The verdict on a goal and the plan it would get; nothing is kept."""
        form = self.get_serializer(data=request.data)
        form.is_valid(raise_exception=True)
        user, now = cast(User, request.user), timezone.now()
        setup, _, insist = _setup(form)
        asked = plans.request(goals.draft(user, setup, now=now), now=now)
        return Response(contract.answer(replace(asked, insist=insist), units=user.units))


def _setup(form: Any) -> tuple[goals.Setup, list[str], bool]:
    data = dict(form.validated_data)
    concerns, insist = data.pop("health_concerns"), data.pop("insist")
    return goals.Setup(**data), concerns, insist


def _safe(event: Callable[[], Goal]) -> Goal:
    """What the coach will not sign is a problem of the caller's, with the ways out."""
    try:
        return event()
    except coaching.Unsafe as unsafe:
        ways_out = [option.text for option in unsafe.verdict.options]
        raise serializers.ValidationError({"insist": list(unsafe.verdict.reasons), "options": ways_out}) from unsafe
    except coaching.Refused as refusal:
        raise serializers.ValidationError({refusal.field or "goal": [str(refusal)]}) from refusal


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
