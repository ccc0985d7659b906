"""The onboarding's questions, one form a step, and the settings."""

import re
from datetime import date, time, timedelta
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError

from coach.models import Goal, User
from coach.spoken import KM_PER_MILE
from runs.training.request import WEEKDAYS

DAYS = tuple(zip(WEEKDAYS, ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), strict=True))
FREQUENCIES = (
    (2, "2 times - about an hour and a half a week"),
    (3, "3 times - two to three hours a week"),
    (4, "4 times - three to four hours a week"),
    (5, "5 times - four hours and more a week"),
)
RACES = (("", "No race, just running"), *Goal.Race.choices, ("other", "Another distance"))
SOONEST, LATEST = timedelta(days=7), timedelta(weeks=52)
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})")


class DurationField(forms.CharField):
    """ "1:55:00" or "25:30" to seconds."""

    def clean(self, value: Any) -> int | None:
        text = super().clean(value)
        if not text:
            return None
        match = _CLOCK.fullmatch(text.strip())
        if not match or int(match[3]) > 59:
            raise ValidationError("Write the time as 25:30 or 1:55:00.")
        return int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3])


class Step(forms.Form):
    """One step. `draft` holds the answers of all steps so far; `today` is the runner's."""

    title = ""
    lead = ""

    def __init__(self, *args: Any, draft: dict[str, Any], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.draft, self.today = draft, today
        for field in self.fields.values():
            # The browser would cut what is too long without a word; the form says so instead.
            field.widget.attrs.pop("maxlength", None)


class GoalStep(Step):
    title = "What's your running goal?"
    lead = "In your own words. You can speak it, too."
    goal_text = forms.CharField(
        label="Your goal",
        max_length=200,
        help_text="For example \u201cRun a half marathon\u201d, \u201cRun 5 km without stopping\u201d or "
        "\u201cGet back into running\u201d.",
        error_messages={
            "required": "Tell me what you would like to reach.",
            "max_length": "Keep it under 200 characters, please.",
        },
        widget=forms.TextInput(attrs={"data-speakable": "", "autocomplete": "off"}),
    )
    target_race = forms.ChoiceField(
        label="Is it a race distance?", choices=RACES, required=False, widget=forms.RadioSelect
    )
    target_distance = forms.FloatField(
        label="Distance in km",
        required=False,
        min_value=2,
        max_value=100,
        help_text="Only for \u201canother distance\u201d, 2 to 100 km.",
        error_messages={
            "invalid": "Write the distance as a number, like 15.",
            "min_value": "At least 2 km.",
            "max_value": "At most 100 km.",
        },
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if (
            data.get("target_race") == "other"
            and not data.get("target_distance")
            and "target_distance" not in self.errors
        ):
            self.add_error("target_distance", "How far is it, in km?")
        return data


class DateStep(Step):
    title = "When do you want to achieve it?"
    lead = "A date gives the plan its shape. None is fine, too."
    target_date = forms.DateField(
        label="Date",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Choose a date from the calendar."},
    )
    no_deadline = forms.BooleanField(label="No specific deadline", required=False)
    target_time = DurationField(
        label="Finish time you dream of", required=False, help_text="If you have one: 25:30 or 1:55:00."
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        on = data.get("target_date")
        if data.get("no_deadline"):
            return {**data, "target_date": None}
        if on is None and "target_date" not in self.errors:
            self.add_error("target_date", "Choose a date, or tick \u201cNo specific deadline\u201d.")
        elif on is not None:
            self._check(on)
        return data

    def _check(self, on: date) -> None:
        if on < self.today:
            self.add_error("target_date", "That day has passed. Choose one ahead of you.")
        elif on < self.today + SOONEST:
            self.add_error("target_date", "Give us at least a week.")
        elif on > self.today + LATEST:
            self.add_error("target_date", "Choose a date within a year.")


class WeekStep(Step):
    title = "How many times a week can you run?"
    lead = "Fewer runs that happen beat more that don't."
    weekly_frequency = forms.TypedChoiceField(
        label="Runs a week",
        choices=FREQUENCIES,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how often.", "invalid_choice": "Choose between 2 and 5."},
    )
    available_days = forms.MultipleChoiceField(
        label="Days that suit you",
        choices=DAYS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose the days you can run.", "invalid_choice": "Choose days of the week."},
    )
    start_time = forms.TimeField(
        label="Usual start",
        initial=time(7),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": "When do you usually run?", "invalid": "Write the time as 07:00."},
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        count, days = data.get("weekly_frequency"), data.get("available_days")
        if count and days and len(days) < count:
            self.add_error("available_days", f"Choose at least {count} days for {count} runs.")
        return data


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
    calls = forms.BooleanField(
        label="Call me fifteen minutes before each run",
        required=False,
        initial=True,
        help_text="An AI coach calls you. You can stop it at any time, here or by saying \u201cstop calling me\u201d.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].choices = zones()  # type: ignore[attr-defined]


class RunningStep(Step):
    title = "How much do you run now?"
    lead = "All of it is optional. It makes the first week fit."
    current_weekly = forms.FloatField(
        label="Distance in a usual week",
        required=False,
        min_value=0,
        max_value=300,
        error_messages={
            "invalid": "Write it as a number, like 15.",
            "max_value": "At most {limit} a week.",
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
        units = self.draft.get("units", "km")
        self.fields["current_weekly"].error_messages["max_value"] = f"At most 300 {units} a week."
        for name in ("current_weekly", "longest_recent", "recent_race"):
            self.fields[name].label = f"{self.fields[name].label}, {units}"

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        race, seconds = data.get("recent_race"), data.get("recent_race_time")
        if race and not seconds and "recent_race_time" not in self.errors:
            self.add_error("recent_race_time", "And your time?")
        elif seconds and not race and "recent_race" not in self.errors:
            self.add_error("recent_race", "And how far was it?")
        if self._km > 1 and (data.get("current_weekly") or 0) > 186:
            self.add_error("current_weekly", "At most 186 mi a week.")
        if race and seconds and not 130 <= seconds / (race * self._km) <= 900:
            self.add_error("recent_race_time", "That is faster or slower than people run. Please check both.")
        return data

    @property
    def _km(self) -> float:
        return KM_PER_MILE if self.draft.get("units") == "mi" else 1.0


class SettingsForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    calls = forms.BooleanField(
        label="Call me before each run", required=False, help_text="Off means no calls at all, from this moment."
    )

    class Meta:
        model = User
        fields = ("name", "time_zone", "units", "phone_number")
        widgets = {"units": forms.RadioSelect}
        error_messages = {"phone_number": {"invalid": "Write it with its country code, like +44 20 7946 0958."}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True
        self.fields["calls"].initial = self.instance.wants_calls


def zones() -> list[tuple[str, str]]:
    """IANA names as a person reads them, without the technical ones."""
    names = sorted(name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "SystemV/")))
    return [("", "Choose\u2026"), ("UTC", "UTC"), *((name, name.replace("_", " ")) for name in names)]
