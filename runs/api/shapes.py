"""What apps send and get, and what the desk refuses as a problem of theirs."""

from collections.abc import Callable
from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from coach import coaching, records
from runs.models import RunSession, ScheduleAdjustment, ScheduledRun
from runs.training.body import BODY_PARTS


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
    adjustments = AdjustmentSerializer(many=True)
    is_new = serializers.BooleanField()


def valid(kind: Any, request: Request) -> dict[str, Any]:
    form = kind(data=request.data)
    form.is_valid(raise_exception=True)
    return dict(form.validated_data)


def at_the_desk(event: Callable[[], Any], about: str) -> Any:
    """What the desk refuses is a problem of the caller's, under the field it is `about`."""
    try:
        return event()
    except coaching.Refused as refusal:
        reasons = refusal.warnings if isinstance(refusal, coaching.NeedsConsent) else (str(refusal),)
        raise ValidationError({refusal.field or about: list(reasons)}) from refusal
