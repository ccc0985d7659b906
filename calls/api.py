"""Calls and conversations, for apps."""

from typing import Any, cast

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status, viewsets
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from calls import talking
from calls.models import Call, ConversationSession
from coach import coaching
from coach.models import User
from runs.models import ScheduledRun


class CallSerializer(serializers.ModelSerializer[Call]):
    transcript = serializers.CharField(source="conversation.transcript", default="", read_only=True)

    class Meta:
        model = Call
        fields = (
            "id", "kind", "run", "status", "due_at", "expires_at", "answered_at", "ended_at", "duration_s", "reason",
            "conversation", "transcript",
        )  # fmt: skip


class CallMeSerializer(serializers.Serializer[Any]):
    run = serializers.UUIDField(required=False, allow_null=True, default=None)


class ConversationSerializer(serializers.ModelSerializer[ConversationSession]):
    says = serializers.CharField(source="state.says", read_only=True)
    expect = serializers.CharField(source="state.expect", read_only=True, allow_null=True)
    turn = serializers.IntegerField(source="state.turn", read_only=True)
    transcript = serializers.CharField(read_only=True)

    class Meta:
        model = ConversationSession
        fields = (
            "id", "conversation_type", "channel", "run", "started_at", "ended_at", "agreed", "says", "expect", "turn",
            "transcript",
        )  # fmt: skip
        read_only_fields = ("channel", "started_at", "ended_at", "agreed")


class BeginSerializer(serializers.Serializer[Any]):
    conversation_type = serializers.ChoiceField(choices=["pre_run", "post_run", "motivation"])
    run = serializers.UUIDField(required=False, allow_null=True, default=None)

    def validate(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["conversation_type"] != "motivation" and data["run"] is None:
            raise serializers.ValidationError({"run": "Which run is it about?"})
        return data


class SaySerializer(serializers.Serializer[Any]):
    """One answer. `turn` is the turn the conversation stands at: sent twice, it counts once."""

    words = serializers.CharField(max_length=1000)
    turn = serializers.IntegerField(min_value=0)


class CallViewSet(viewsets.ReadOnlyModelViewSet[Call]):
    """Calls planned, made and missed."""

    serializer_class = CallSerializer
    queryset = Call.objects.none()
    filterset_fields = {"status": ["exact", "in"], "kind": ["exact"]}

    def get_queryset(self) -> QuerySet[Call]:
        rows = cast(User, self.request.user).calls.select_related("conversation")
        return rows.prefetch_related("conversation__turns")

    @extend_schema(request=CallMeSerializer, responses={202: CallSerializer})
    @action(detail=False, methods=["post"], url_path="call-me")
    def call_me(self, request: Request) -> Response:
        """Ring me now."""
        form = CallMeSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        user = cast(User, request.user)
        try:
            call = coaching.call_me(user, run=_run(user, form.validated_data["run"]), now=timezone.now())
        except coaching.Refused as refusal:
            raise ValidationError({"call": [str(refusal)]}) from refusal
        return Response(CallSerializer(call).data, status=status.HTTP_202_ACCEPTED)


class ConversationViewSet(viewsets.ReadOnlyModelViewSet[ConversationSession]):
    """Talks with the coach."""

    serializer_class = ConversationSerializer
    queryset = ConversationSession.objects.none()

    def get_queryset(self) -> QuerySet[ConversationSession]:
        return cast(User, self.request.user).conversations.prefetch_related("turns")

    @extend_schema(request=BeginSerializer, responses={201: ConversationSerializer})
    def create(self, request: Request) -> Response:
        form = BeginSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        user, kind = cast(User, request.user), form.validated_data["conversation_type"]
        run = _run(user, form.validated_data["run"])
        if run and kind != "motivation" and (kind == "pre_run") != run.is_pending:
            raise ValidationError({"run": [f"This run is {run.get_status_display().lower()}."]})
        session = talking.begin(user, kind, channel="api", run=run, now=timezone.now())
        return Response(ConversationSerializer(session).data, status=status.HTTP_201_CREATED)

    @extend_schema(request=SaySerializer, responses=ConversationSerializer)
    @action(detail=True, methods=["post"])
    def say(self, request: Request, pk: str) -> Response:
        form = SaySerializer(data=request.data)
        form.is_valid(raise_exception=True)
        told = form.validated_data
        try:
            coaching.converse(self.get_object(), told["words"], turn=told["turn"], now=timezone.now())
        except talking.TurnTaken as late:
            raise ValidationError({"turn": ["The conversation is at another turn."]}) from late
        return Response(ConversationSerializer(self.get_object()).data)


def _run(user: User, pk: Any) -> ScheduledRun | None:
    if pk is None:
        return None
    run = user.runs.filter(pk=pk).first()
    if run is None:
        raise Http404
    return run
