"""What a doctor should know first."""

from typing import Any

from django import forms

from coach.models import HealthScreening, User
from coach.steps.base import Step


class HealthStep(Step):
    title = "Is there anything a doctor should know first?"
    lead = "Running is safe for most people. Tick what is true for you; nobody else sees it but your human coach."
    concerns = forms.MultipleChoiceField(
        label="Now or in the last months",
        choices=HealthScreening.Concern.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose from the list."},
    )
    none = forms.BooleanField(label="None of these", required=False)
    height = forms.FloatField(
        label="Height",
        required=False,
        help_text="If you like, with your weight: some beginners do better with an even gentler start.",
        error_messages={"invalid": "Write it as a number."},
    )
    weight = forms.FloatField(label="Weight", required=False, error_messages={"invalid": "Write it as a number."})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["concerns"].widget.attrs["data-none"] = "none"
        if self.draft.get("fitness_level") != "new":
            del self.fields["height"], self.fields["weight"]
            return
        units = ("in", "lb") if self.units == User.Units.MI else ("cm", "kg")
        for name, unit in zip(("height", "weight"), units, strict=True):
            self.fields[name].label = f"{self.fields[name].label}, {unit}"

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("concerns") and data.get("none"):
            self.add_error("none", "Either one of the list, or none of these.")
        elif not data.get("concerns") and not data.get("none") and "concerns" not in self.errors:
            self.add_error("none", "Tick what is true for you, or \u201cNone of these\u201d.")
        return {**data, "body_mass_index": self._bmi(data)}

    def _bmi(self, data: dict[str, Any]) -> float | None:
        height, weight = data.get("height"), data.get("weight")
        if not height or not weight:
            if height or weight:
                self.add_error("weight" if height else "height", "Both, or neither.")
            return None
        in_miles = self.units == User.Units.MI
        metres = float(height) * (0.0254 if in_miles else 0.01)
        kilograms = float(weight) * (0.45359237 if in_miles else 1.0)
        if not 0.9 <= metres <= 2.5 or not 25 <= kilograms <= 400:
            units = "height in inches, weight in pounds" if in_miles else "height in centimetres, weight in kilograms"
            self.add_error("height", f"Please check both: {units}.")
            return None
        return round(kilograms / metres**2, 1)
