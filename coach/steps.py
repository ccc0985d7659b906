"""The onboarding's questions, one form a step."""

from datetime import date, time, timedelta
from typing import Any

from django import forms

from coach.fields import DurationField, zones
from coach.models import Goal, HealthScreening, User
from coach.spoken import KM_PER_MILE
from runs.training.contract import FASTEST_S_PER_KM, SLOWEST_S_PER_KM
from runs.training.pace import RACE_KM
from runs.training.request import WEEKDAYS

DAYS = tuple(zip(WEEKDAYS, ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), strict=True))
FREQUENCIES = (
    (2, "2 times - about an hour and a half a week"),
    (3, "3 times - two to three hours a week"),
    (4, "4 times - three to four hours a week"),
    (5, "5 times - four hours and more a week"),
)
RACES = (("", "No race, just running"), *Goal.Race.choices, ("other", "Another distance"))
LONG_DAYS = tuple(
    zip(WEEKDAYS, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True)
)
LEAST_KM, MOST_KM = 2, 100
YOUNGEST, OLDEST = 10, 110
SOONEST, LATEST = timedelta(days=7), timedelta(weeks=104)


class Step(forms.Form):
    """One step. `draft` holds the answers of all steps so far; `today` is the runner's."""

    title = ""
    lead = ""

    def __init__(self, *args: Any, draft: dict[str, Any], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.draft, self.today = draft, today
        self.units = draft.get("units") or User.Units.KM
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
        label="How far?",
        required=False,
        help_text="Only for \u201canother distance\u201d: 2 to 100 km, or 1.3 to 62 mi.",
        error_messages={"invalid": "Write the distance as a number, like 15."},
    )
    target_unit = forms.ChoiceField(
        label="Measured in",
        choices=User.Units.choices,
        required=False,
        initial=User.Units.KM,
        error_messages={"invalid_choice": "Kilometres or miles."},
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("target_race") != "other":
            return {**data, "target_distance": None}
        if "target_distance" in self.errors:
            return data
        km = in_km(data.get("target_distance"), data.get("target_unit") or User.Units.KM)
        if km is None:
            self.add_error("target_distance", "How far is it?")
        elif not LEAST_KM <= round(km, 1) <= MOST_KM:
            self.add_error("target_distance", "Between 2 and 100 km, or 1.3 and 62 mi.")
        return {**data, "target_distance": km}


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
        self._check_time({**self.draft, **data})
        return data

    def _check_time(self, answers: dict[str, Any]) -> None:
        km = RACE_KM.get(answers.get("target_race") or "") or answers.get("target_distance")
        seconds = answers.get("target_time")
        if km and seconds and not FASTEST_S_PER_KM <= seconds / km <= SLOWEST_S_PER_KM:
            self.add_error("target_time", "That is faster or slower than people run that far.")

    def _check(self, on: date) -> None:
        if on < self.today:
            self.add_error("target_date", "That day has passed. Choose one ahead of you.")
        elif on < self.today + SOONEST:
            self.add_error("target_date", "Give us at least a week.")
        elif on > self.today + LATEST:
            self.add_error("target_date", "Choose a date within two years.")


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
    long_run_day = forms.ChoiceField(
        label="Day of the long run",
        choices=(("", "You choose"), *LONG_DAYS),
        required=False,
        help_text="The longest run of the week. Most people like a weekend.",
        error_messages={"invalid_choice": "Choose a day of the week."},
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
        long_day = data.get("long_run_day")
        if long_day and days and long_day not in days:
            self.add_error("long_run_day", "That is none of your days above.")
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
    birth_year = forms.IntegerField(
        label="Year of birth",
        required=False,
        help_text="If you like: the years decide how many days a hard run needs after it.",
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "bday-year"}),
        error_messages={"invalid": "Four figures, like 1987."},
    )
    calls = forms.BooleanField(
        label="Call me fifteen minutes before each run",
        required=False,
        initial=True,
        help_text="An AI coach calls you. You can stop it at any time, here or by saying \u201cstop calling me\u201d.",
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
        units = self.units
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
        if (in_km(data.get("current_weekly"), self.units) or 0) > 300:
            self.add_error("current_weekly", "At most 186 mi a week.")
        if race and seconds and not FASTEST_S_PER_KM <= seconds / (in_km(race, self.units) or 1) <= SLOWEST_S_PER_KM:
            self.add_error("recent_race_time", "That is faster or slower than people run. Please check both.")
        return data


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


STEPS: dict[str, type[Step]] = {
    "goal": GoalStep,
    "date": DateStep,
    "week": WeekStep,
    "level": LevelStep,
    "obstacles": ObstaclesStep,
    "you": YouStep,
    "running": RunningStep,
    "health": HealthStep,
}


def wishes(answers: dict[str, Any]) -> dict[str, Any]:
    """The goal's fields out of the answers to its questions, from a form or from a session."""
    race, on, at = answers["target_race"], answers["target_date"], answers["start_time"]
    return {
        "goal_text": answers["goal_text"],
        "target_race": "" if race == "other" else race,
        "target_distance": answers["target_distance"],
        "target_date": date.fromisoformat(on) if isinstance(on, str) else on,
        "target_time": answers["target_time"],
        "weekly_frequency": answers["weekly_frequency"],
        "available_days": answers["available_days"],
        "long_run_day": answers["long_run_day"],
        "start_time": time.fromisoformat(at) if isinstance(at, str) else at,
    }


def in_km(value: float | None, units: str) -> float | None:
    """A distance of the runner's, in `units`."""
    if value is None:
        return None
    return value * (KM_PER_MILE if units == User.Units.MI else 1.0)
