"""What a runner tells about a run that was run."""

from typing import Any

from django import forms

from calls.dialogue.scripts import BODY_PART_LABELS
from coach.models import User
from coach.records import Feedback
from runs.models import RunSession, ScheduledRun
from runs.training.pace import KM_PER_MILE

SIDES = (("", "Not one side"), ("left", "Left"), ("right", "Right"), ("both", "Both"))
MOST_NOTES = 2000
LEAST_RUN = 0.5
# What a run off the plan may be.
OFF_PLAN = ("easy", "long", "tempo", "intervals", "hills", "recovery")

# A part in the middle of the body has no side. A groin has two, but one place in the picture.
MIDDLE = frozenset({"neck", "chest", "stomach", "back"})
# fmt: off
_PAIRED = (
    "shoulder", "side", "hip", "glute", "quad", "hamstring", "it_band", "knee", "shin", "calf", "ankle", "achilles",
    "heel", "foot", "toe",
)
# fmt: on


def _named(part: str, side: str) -> str:
    label = BODY_PART_LABELS[part]
    return f"{side.capitalize()} {label if label.startswith('IT') else label.lower()}"


# What can be tapped in the picture, as "knee left" or "neck", from head to toe.
SPOTS = {
    **{part: BODY_PART_LABELS[part] for part in ("neck", "chest", "stomach", "back", "groin")},
    **{f"{part} {side}": _named(part, side) for part in _PAIRED for side in ("left", "right")},
}


def spot(part: str, side: str) -> str:
    """Where the picture shows a pain; nowhere when it does not say which of two."""
    return next((name for name in (f"{part} {side}", part) if name in SPOTS), "")


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
    pain_spot = forms.ChoiceField(
        label="Tap where it hurts",
        required=False,
        choices=list(SPOTS.items()),
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose a place in the picture or from the list."},
    )
    pain_location = forms.ChoiceField(
        label="Where?",
        required=False,
        widget=forms.Select(attrs={"data-middle": " ".join(sorted(MIDDLE))}),
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
        told = self.initial
        self.initial = {**told, "pain_spot": spot(told.get("pain_location", ""), told.get("pain_side", ""))}
        self._km = KM_PER_MILE if user.units == "mi" else 1.0
        # The browser would cut a long note without a word; the form says so instead.
        self.fields["notes"].widget.attrs.pop("maxlength", None)
        self.fields["distance"].label = f"Distance run, {user.units}"

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self._only_the_picture_was_touched(data):
            data["pain_location"], _, data["pain_side"] = data["pain_spot"].partition(" ")
        if data.get("pain_location") in MIDDLE:
            data["pain_side"] = ""
        if data.get("pain") and not data.get("pain_location") and "pain_location" not in self.errors:
            self.add_error("pain_location", "Where does it hurt?")
        return data

    def _only_the_picture_was_touched(self, data: dict[str, Any]) -> bool:
        """The list is the truth: the picture fills it where no script has."""
        changed = self.changed_data
        return bool(data.get("pain_spot")) and "pain_spot" in changed and "pain_location" not in changed

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


class AddRunForm(CheckInForm):
    """A run off the plan, and how it went."""

    field_order = ("on", "run_type", "distance", "minutes", "difficulty", "pain", "energy", "notes")

    on = forms.DateField(
        label="Which day?",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Choose a day.", "invalid": "Choose a day from the calendar."},
    )
    run_type = forms.ChoiceField(
        label="What kind of run?",
        choices=[choice for choice in ScheduledRun.RunType.choices if choice[0] in OFF_PLAN],
        initial="easy",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        distance = self.fields["distance"]
        distance.required = True
        distance.error_messages["required"] = "How far was it?"

    def clean_distance(self) -> float:
        distance: float = self.cleaned_data["distance"]
        if distance < LEAST_RUN:
            raise forms.ValidationError("That is hardly a run. Please check.")
        return distance
