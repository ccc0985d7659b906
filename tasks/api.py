"""The runner's tasks, for apps."""

from typing import Any, cast

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, extend_schema, extend_schema_view
from rest_framework import serializers, status, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from coach.models import User
from coach.runners import active_goal
from tasks.forms import OwnTaskForm
from tasks.models import CoachTask

SHOWN = [("active", "Neither completed nor dismissed"), ("completed", "Completed or dismissed"), ("all", "All")]


class TaskSerializer(serializers.ModelSerializer[CoachTask]):
    class Meta:
        model = CoachTask
        exclude = ("user",)


class OwnTaskSerializer(serializers.Serializer[Any]):
    """A task of the runner's own. `due_date` is a local day, today or later."""

    title = serializers.CharField(max_length=120)
    description = serializers.CharField(max_length=1000, required=False, allow_blank=True)
    due_date = serializers.DateField(required=False, allow_null=True)
    category = serializers.ChoiceField(choices=CoachTask.Category.choices)
    priority = serializers.ChoiceField(choices=CoachTask.Priority.choices, default=CoachTask.Priority.MEDIUM)


class SnoozeSerializer(serializers.Serializer[Any]):
    seen = serializers.DateField(
        required=False,
        allow_null=True,
        help_text="The due date the runner looked at, null for none: sent again with it, the task moves once.",
    )


class TaskFilter(django_filters.FilterSet):
    show = django_filters.ChoiceFilter(
        choices=SHOWN,
        method="shown",
        help_text="`active`, `completed` (dismissed ones too) or `all`, which is the usual.",
    )

    class Meta:
        model = CoachTask
        fields = {
            "completed_at": ["isnull"],
            "dismissed_at": ["isnull"],
            "due_date": ["lte", "gte"],
            "category": ["exact"],
            "priority": ["exact"],
            "created_by_coach": ["exact"],
        }

    def shown(self, tasks: Any, name: str, value: str) -> Any:
        return {"active": tasks.active, "completed": tasks.closed}.get(value, tasks.all)()


@extend_schema_view(
    list=extend_schema(description="The soonest due first; what is completed or dismissed, the latest first."),
    retrieve=extend_schema(description="One task: why, by when, and from which talk or run."),
)
class TaskViewSet(viewsets.ReadOnlyModelViewSet[CoachTask]):
    """What is to do, asked by the coach or the runner's own."""

    serializer_class = TaskSerializer
    queryset = CoachTask.objects.none()
    filterset_class = TaskFilter

    def get_queryset(self) -> QuerySet[CoachTask]:
        return cast(User, self.request.user).tasks.due_first()

    @extend_schema(
        request=OwnTaskSerializer,
        responses={
            201: OpenApiResponse(TaskSerializer, description="It is on the list."),
            200: OpenApiResponse(TaskSerializer, description="An open task has this title already. Here it is."),
        },
    )
    def create(self, request: Request) -> Response:
        """Add a task of the runner's own. The same open title twice is one task."""
        user, now = cast(User, request.user), timezone.now()
        asked = OwnTaskSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        form = OwnTaskForm(asked.validated_data, today=user.today(now))
        if not form.is_valid():
            raise serializers.ValidationError(
                {name: [str(word) for word in said] for name, said in form.errors.items()}
            )
        goal = active_goal(user)
        if goal is None:
            raise serializers.ValidationError({"goal": ["No goal yet. POST one to /api/goals."]})
        task, is_new = user.tasks.add_own(goal, now=now, **form.cleaned_data)
        task.refresh_from_db()
        return Response(TaskSerializer(task).data, status.HTTP_201_CREATED if is_new else status.HTTP_200_OK)

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def complete(self, request: Request, pk: str) -> Response:
        """It is done. What is completed or dismissed already stays as it is."""
        task = self.get_object()
        task.complete(timezone.now())
        return Response(TaskSerializer(task).data)

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def dismiss(self, request: Request, pk: str) -> Response:
        """It need not be done. What is completed or dismissed already stays as it is."""
        task = self.get_object()
        task.dismiss(timezone.now())
        return Response(TaskSerializer(task).data)

    @extend_schema(request=SnoozeSerializer)
    @action(detail=True, methods=["post"])
    def snooze(self, request: Request, pk: str) -> Response:
        """Due three days after today or after its due date, whichever is later."""
        asked = SnoozeSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        task, seen = self.get_object(), ""
        if "seen" in asked.validated_data:
            on = asked.validated_data["seen"]
            seen = on.isoformat() if on else "none"
        task.snooze(timezone.now(), seen=seen)
        return Response(TaskSerializer(task).data)

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def reopen(self, request: Request, pk: str) -> Response:
        """Back on the list. Refused under `title` where an open task has the same one."""
        task = self.get_object()
        if not task.reopen():
            raise serializers.ValidationError({"title": ["The same task is on the list already."]})
        return Response(TaskSerializer(task).data)
