"""Calls and conversations, for apps."""

import json
from typing import Any, cast

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import mixins, serializers, status, viewsets
from rest_framework.decorators import action, api_view
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from calls import jobs, talking
from calls.models import Call, ConversationSession
from coach import coaching
from coach.models import User
from runs.models import ScheduledRun

LONGEST_CONTEXT = 4096
ABOUT_A_RUN = ("pre_run", "post_run")


class CallSerializer(serializers.ModelSerializer[Call]):
    talk = serializers.CharField(
        source="context.talk", default="", read_only=True, help_text="Of a call that was asked for: the kind of talk."
    )
    agreed = serializers.ListField(
        source="conversation.agreed", child=serializers.DictField(), default=list, read_only=True
    )  # fmt: skip
    transcript = serializers.CharField(source="conversation.transcript", default="", read_only=True)

    class Meta:
        model = Call
        fields = (
            "id", "kind", "talk", "run", "status", "due_at", "expires_at", "obstacle", "answered_at", "ended_at",
            "duration_s", "reason", "conversation", "agreed", "transcript",
        )  # fmt: skip


class CallMeSerializer(serializers.Serializer[Any]):
    run = serializers.UUIDField(required=False, allow_null=True, default=None)


class ScheduleCallSerializer(serializers.Serializer[Any]):
    """A call at a time of the runner's own. `user_id` and `phone_number` may be left out; given, they must be the
    runner's."""

    user_id = serializers.UUIDField(required=False)
    phone_number = serializers.CharField(required=False, max_length=20)
    scheduled_time = serializers.DateTimeField()
    call_type = serializers.ChoiceField(choices=ConversationSession.Type.choices, default="motivation")
    run = serializers.UUIDField(required=False, allow_null=True, default=None)
    context = serializers.DictField(required=False, default=dict)  # type: ignore[assignment]

    def validate_context(self, value: dict[str, Any]) -> dict[str, Any]:
        if len(json.dumps(value, default=str)) > LONGEST_CONTEXT:
            raise serializers.ValidationError("At most four kilobytes.")
        return value


class ConversationSerializer(serializers.ModelSerializer[ConversationSession]):
    says = serializers.CharField(source="state.says", read_only=True)
    expect = serializers.CharField(source="state.expect", read_only=True, allow_null=True, default=None)
    choices = serializers.ListField(
        source="state.choices",
        child=serializers.ListField(child=serializers.CharField(), min_length=2, max_length=2),
        read_only=True,
        default=list,
        help_text="What may be answered now: a label, and the words to send.",
    )
    turn = serializers.IntegerField(source="state.turn", read_only=True)
    transcript = serializers.CharField(read_only=True)

    class Meta:
        model = ConversationSession
        fields = (
            "id", "conversation_type", "channel", "run", "started_at", "ended_at", "agreed", "says", "expect",
            "choices", "turn", "transcript", "transcript_deleted_at", "sentiment", "key_topics",
        )  # fmt: skip
        read_only_fields = ("channel", "started_at", "ended_at", "agreed")


class BeginSerializer(serializers.Serializer[Any]):
    conversation_type = serializers.ChoiceField(choices=ConversationSession.Type.choices)
    run = serializers.UUIDField(required=False, allow_null=True, default=None)

    def validate(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["conversation_type"] in ABOUT_A_RUN and data["run"] is None:
            raise serializers.ValidationError({"run": "Which run is it about?"})
        return data


class SaySerializer(serializers.Serializer[Any]):
    """One answer. `turn` is the turn the conversation stands at: sent twice, it counts once."""

    words = serializers.CharField(max_length=5000)
    turn = serializers.IntegerField(min_value=0)


class CallViewSet(mixins.DestroyModelMixin, viewsets.ReadOnlyModelViewSet[Call]):
    """Calls planned, made and missed. What was asked for and is still planned may be deleted: it is called off."""

    serializer_class = CallSerializer
    queryset = Call.objects.none()
    filterset_fields = {"status": ["exact", "in"], "kind": ["exact"]}

    def get_queryset(self) -> QuerySet[Call]:
        user = cast(User, self.request.user)
        if self.request.query_params.get("user_id", str(user.pk)) != str(user.pk):
            raise Http404
        rows = user.calls.select_related("conversation")
        return rows.prefetch_related("conversation__turns")

    def perform_destroy(self, instance: Call) -> None:
        try:
            coaching.call_off(instance)
        except coaching.Refused as refusal:
            raise ValidationError({"call": [str(refusal)]}) from refusal

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


@extend_schema(request=ScheduleCallSerializer, responses={202: CallSerializer})
@api_view(["POST"])
def schedule_call(request: Request) -> Response:
    """Call me at that time. A call before a run is about the next one, unless `run` names another."""
    form = ScheduleCallSerializer(data=request.data)
    form.is_valid(raise_exception=True)
    asked, user, now = form.validated_data, cast(User, request.user), timezone.now()
    if asked.get("user_id") not in (None, user.pk):
        raise Http404
    number = asked.get("phone_number")
    if number and number != str(user.phone_number):
        raise ValidationError({"phone_number": ["This is not the number in the settings. Change and verify it there."]})
    run = _run(user, asked["run"])
    if run is None and asked["call_type"] == "pre_run":
        run = user.runs.pending().of_active_goal().filter(scheduled_date_time__gte=now).first()
    try:
        call = coaching.schedule_call(
            user, asked["scheduled_time"], talk=asked["call_type"], run=run, context=asked["context"], now=now
        )
    except coaching.Refused as refusal:
        raise ValidationError({refusal.field or "call": [str(refusal)]}) from refusal
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
        fits = {"pre_run": bool(run and run.is_pending), "post_run": bool(run and run.status == "completed")}
        if run and not fits.get(kind, True):
            raise ValidationError({"run": [f"This run is {run.get_status_display().lower()}."]})
        session = coaching.open_talk(user, kind, channel="api", run=run, now=timezone.now())
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

    @extend_schema(request=None, responses={204: None})
    @action(detail=True, methods=["delete"])
    def transcript(self, request: Request, pk: str) -> Response:
        """Delete what was said. What was agreed stays."""
        try:
            coaching.delete_transcript(self.get_object(), now=timezone.now())
        except coaching.Refused as refusal:
            raise ValidationError({"conversation": [str(refusal)]}) from refusal
        jobs.forget_conversation.delay_on_commit(str(pk))
        return Response(status=status.HTTP_204_NO_CONTENT)


def _run(user: User, pk: Any) -> ScheduledRun | None:
    if pk is None:
        return None
    run = user.runs.filter(pk=pk).first()
    if run is None:
        raise Http404
    return run
