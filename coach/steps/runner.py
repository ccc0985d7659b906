"""Who runs, and how much by now."""

from typing import Any

from django import forms

from coach.fields import DurationField, zones
from coach.models import CONSENT, Goal, User
from coach.steps.base import Step, in_km
from runs.training.contract import is_plausible

YOUNGEST, OLDEST = 10, 110
MOST_WEEKLY_KM = 300


class LevelStep(Step):
    title = "What's your fitness level?"
    lead = "Be honest: starting gently is how people get far."
    fitness_level = forms.ChoiceField(
        label="Right now I am a",
        choices=Goal.FitnessLevel.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the one that is closest.", "invalid_choice": "Choose one of the four."},
    )


class ObstaclesStep(Step):
    title = "What are your biggest obstacles?"
    lead = "As many as you like. I'll plan around them."
    obstacles = forms.MultipleChoiceField(
        label="What gets in the way",
        choices=Goal.Obstacle.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose from the list, or write it below."},
    )
    other_obstacle = forms.CharField(
        label="Something else",
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"data-speakable": ""}),
        error_messages={"max_length": "Keep it under 300 characters, please."},
    )


class YouStep(Step):
    title = "Who am I coaching?"
    lead = "So that I call you by your name, at your time of day."
    name = forms.CharField(
        label="Your name",
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "What shall I call you?", "max_length": "Keep it under 80 characters, please."},
    )
    time_zone = forms.ChoiceField(
        label="Time zone",
        widget=forms.Select(attrs={"data-guess-zone": ""}),
        help_text="Is this where you run? Your run times follow it.",
        error_messages={"required": "Choose your time zone.", "invalid_choice": "Choose a zone from the list."},
    )
    units = forms.ChoiceField(label="Distances in", choices=User.Units.choices, widget=forms.RadioSelect, initial="km")
    birth_year = forms.IntegerField(
        label="Year of birth",
        required=False,
        help_text="If you like: the years decide how many days a hard run needs after it.",
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "bday-year"}),
        error_messages={"invalid": "Four figures, like 1987."},
    )
    calls = forms.BooleanField(
        label="Call me",
        required=False,
        # Consent is given, not left standing.
        initial=False,
        help_text=f"{CONSENT} To begin with I call fifteen minutes before each run, after runs that did not happen and "
        "at milestones; you choose in the settings.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].choices = zones()  # type: ignore[attr-defined]
        self.fields["units"].initial = self.draft.get("target_unit") or "km"

    def clean_birth_year(self) -> int | None:
        year: int | None = self.cleaned_data["birth_year"]
        if year is not None and not YOUNGEST <= self.today.year - year <= OLDEST:
            raise forms.ValidationError(f"Between {YOUNGEST} and {OLDEST} years ago.")
        return year


class RunningStep(Step):
    title = "How much do you run now?"
    lead = "All of it is optional. It makes the first week fit."
    current_weekly = forms.FloatField(
        label="Distance in a usual week",
        required=False,
        min_value=0,
        error_messages={
            "invalid": "Write it as a number, like 15.",
            "min_value": "Zero or more.",
        },
    )
    longest_recent = forms.FloatField(
        label="Longest run of the last month",
        required=False,
        min_value=0,
        max_value=100,
        error_messages={
            "invalid": "Write it as a number, like 6.",
            "max_value": "At most 100.",
            "min_value": "Zero or more.",
        },
    )
    recent_race = forms.FloatField(
        label="A recent race: distance",
        required=False,
        min_value=1,
        max_value=100,
        error_messages={
            "invalid": "Write it as a number, like 10.",
            "max_value": "At most 100.",
            "min_value": "At least 1.",
        },
    )
    recent_race_time = DurationField(label="A recent race: time", required=False, help_text="25:30 or 1:55:00.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = self.units
        for name in ("current_weekly", "longest_recent", "recent_race"):
            self.fields[name].label = f"{self.fields[name].label}, {units}"

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        race, seconds = data.get("recent_race"), data.get("recent_race_time")
        if race and not seconds and "recent_race_time" not in self.errors:
            self.add_error("recent_race_time", "And your time?")
        elif seconds and not race and "recent_race" not in self.errors:
            self.add_error("recent_race", "And how far was it?")
        if (in_km(data.get("current_weekly"), self.units) or 0) > MOST_WEEKLY_KM:
            most = "186 mi" if self.units == User.Units.MI else f"{MOST_WEEKLY_KM} km"
            self.add_error("current_weekly", f"At most {most} a week.")
        if race and seconds and not is_plausible(seconds, in_km(race, self.units) or 1):
            self.add_error("recent_race_time", "That is faster or slower than people run. Please check both.")
        return data
