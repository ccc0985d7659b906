"""The runner's tasks, for apps."""

from typing import cast

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from coach.models import User
from tasks.models import CoachTask


class TaskSerializer(serializers.ModelSerializer[CoachTask]):
    class Meta:
        model = CoachTask
        exclude = ("user",)


class TaskViewSet(viewsets.ReadOnlyModelViewSet[CoachTask]):
    serializer_class = TaskSerializer
    queryset = CoachTask.objects.none()
    filterset_fields = {"completed_at": ["isnull"], "category": ["exact"], "priority": ["exact"]}

    def get_queryset(self) -> QuerySet[CoachTask]:
        return cast(User, self.request.user).tasks.due_first()

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def complete(self, request: Request, pk: str) -> Response:
        task = self.get_object()
        task.complete(timezone.now())
        task.refresh_from_db()
        return Response(TaskSerializer(task).data)
