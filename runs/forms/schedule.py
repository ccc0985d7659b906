"""What a runner asks of the schedule."""

from datetime import date, time
from typing import Any

from django import forms

from coach.models import User
from runs.models import Pause
from runs.training.pace import KM_PER_MILE

REASONS = ("Weather", "No time", "Tired", "Not feeling well", "Something came up")


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


class ShortenForm(forms.Form):
    distance = forms.FloatField(
        label="How far instead?",
        min_value=0.5,
        max_value=200,
        widget=forms.NumberInput(attrs={"inputmode": "decimal", "step": "any"}),
        error_messages={
            "required": "How far would fit?",
            "min_value": "That is hardly a run. Let it go instead.",
            "max_value": "That is further than a run. Please check.",
            "invalid": "Write it as a number, like 5.2.",
        },
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._km = KM_PER_MILE if user.units == User.Units.MI else 1.0
        self.fields["distance"].label = f"How far instead, {user.units}?"

    @property
    def distance_km(self) -> float:
        return round(float(self.cleaned_data["distance"]) * self._km, 3)


class PauseForm(forms.Form):
    """Days without training. `ends_on` empty: the runner does not know yet."""

    kind = forms.ChoiceField(
        label="What for?",
        choices=[choice for choice in Pause.Kind.choices if choice[0] != Pause.Kind.MEDICAL],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one.", "invalid_choice": "Choose one of these."},
    )
    starts_on = forms.DateField(
        label="First day off",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Choose the first day.", "invalid": "Choose a day from the calendar."},
    )
    ends_on = forms.DateField(
        label="Last day off",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Leave it empty if you don't know yet.",
        error_messages={"invalid": "Choose a day from the calendar."},
    )
