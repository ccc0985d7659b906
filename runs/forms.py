"""What a runner may say about a run."""

from datetime import date, time
from typing import Any

from django import forms

from calls.dialogue.scripts import BODY_PART_LABELS
from coach.models import User
from coach.records import Feedback
from runs.models import RunSession
from runs.training.pace import KM_PER_MILE

SIDES = (("", "Not one side"), ("left", "Left"), ("right", "Right"), ("both", "Both"))
REASONS = ("Weather", "No time", "Tired", "Not feeling well", "Something came up")
MOST_NOTES = 2000


class CheckInForm(forms.Form):
    difficulty = forms.IntegerField(
        label="How hard was it?",
        min_value=1,
        max_value=10,
        initial=5,
        widget=forms.NumberInput(attrs={"type": "range", "step": 1, "data-words": "effort"}),
        error_messages={
            "required": "Choose from 1 to 10.",
            "min_value": "From 1 to 10.",
            "max_value": "From 1 to 10.",
            "invalid": "Choose from 1 to 10.",
        },
    )
    pain = forms.BooleanField(label="Something hurts", required=False)
    pain_location = forms.ChoiceField(
        label="Where?",
        required=False,
        choices=[("", "Choose\u2026"), *BODY_PART_LABELS.items()],
        error_messages={"invalid_choice": "Choose a place from the list."},
    )
    pain_side = forms.ChoiceField(label="Which side?", required=False, choices=SIDES)
    pain_severity = forms.IntegerField(
        label="How bad, 0 to 10?",
        required=False,
        min_value=0,
        max_value=10,
        initial=3,
        widget=forms.NumberInput(attrs={"type": "range", "step": 1}),
        error_messages={"min_value": "From 0 to 10.", "max_value": "From 0 to 10.", "invalid": "From 0 to 10."},
    )
    energy = forms.ChoiceField(
        label="Energy now", required=False, choices=RunSession.Energy.choices, widget=forms.RadioSelect
    )
    distance = forms.FloatField(
        label="Distance run",
        required=False,
        min_value=0,
        max_value=200,
        widget=forms.NumberInput(attrs={"inputmode": "decimal", "step": "any"}),
        error_messages={
            "max_value": "That is further than a run. Please check.",
            "min_value": "Zero or more.",
            "invalid": "Write it as a number, like 5.2.",
        },
    )
    minutes = forms.IntegerField(
        label="Minutes run",
        required=False,
        min_value=0,
        max_value=1440,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "max_value": "That is more than a day. Please check.",
            "min_value": "Zero or more.",
            "invalid": "Whole minutes, like 32.",
        },
    )
    notes = forms.CharField(
        label="Anything else?",
        required=False,
        max_length=MOST_NOTES,
        widget=forms.Textarea(attrs={"rows": 3, "data-speakable": ""}),
        error_messages={"max_length": f"Keep it under {MOST_NOTES} characters, please."},
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._km = KM_PER_MILE if user.units == "mi" else 1.0
        # The browser would cut a long note without a word; the form says so instead.
        self.fields["notes"].widget.attrs.pop("maxlength", None)
        self.fields["distance"].label = f"Distance run, {user.units}"

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("pain") and not data.get("pain_location") and "pain_location" not in self.errors:
            self.add_error("pain_location", "Where does it hurt?")
        return data

    def feedback(self, source: str = RunSession.Source.FORM) -> Feedback:
        data = self.cleaned_data
        hurts = data["pain"]
        return Feedback(
            difficulty=data["difficulty"],
            pain=hurts,
            pain_location=data["pain_location"] if hurts else "",
            pain_side=data["pain_side"] if hurts else "",
            pain_severity=data["pain_severity"] if hurts else None,
            energy=data["energy"],
            distance_km=None if data["distance"] is None else round(data["distance"] * self._km, 3),
            duration_min=data["minutes"],
            notes=data["notes"],
            source=source,
        )


class SkipForm(forms.Form):
    reason = forms.CharField(
        label="What got in the way?",
        max_length=300,
        widget=forms.TextInput(attrs={"data-speakable": "", "list": "reasons", "autocomplete": "off"}),
        error_messages={
            "required": "A word is enough. It helps me plan.",
            "max_length": "Keep it under 300 characters, please.",
        },
    )


class MoveForm(forms.Form):
    on = forms.DateField(
        label="Day",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Choose a day.", "invalid": "Choose a day from the calendar."},
    )
    at = forms.TimeField(
        label="Start",
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": "Choose a time.", "invalid": "Write the time as 07:00."},
    )

    @property
    def slot(self) -> tuple[date, time]:
        return self.cleaned_data["on"], self.cleaned_data["at"]
