"""What the runner wants: the goal, its date, and the week."""

from datetime import date, time, timedelta
from typing import Any

from django import forms

from coach.fields import DurationField
from coach.models import Goal, User
from coach.steps.base import Step, in_km
from runs.training.contract import is_plausible
from runs.training.pace import RACE_KM
from runs.training.request import FURTHEST, WEEKDAYS

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
SOONEST, LATEST = timedelta(days=7), FURTHEST


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
        self.cleaned_data["target_distance"] = self._km(self.cleaned_data)
        return super().clean() or {}

    def _km(self, data: dict[str, Any]) -> float | None:
        """Of another distance; a race has its own."""
        if data.get("target_race") != "other" or "target_distance" in self.errors:
            return None
        km = in_km(data.get("target_distance"), data.get("target_unit") or User.Units.KM)
        if km is None:
            self.add_error("target_distance", "How far is it?")
        elif not LEAST_KM <= round(km, 1) <= MOST_KM:
            self.add_error("target_distance", "Between 2 and 100 km, or 1.3 and 62 mi.")
        return km


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
        self._check_time({**self.draft, **data})
        if data.get("no_deadline"):
            return {**data, "target_date": None}
        if on is None and "target_date" not in self.errors:
            self.add_error("target_date", "Choose a date, or tick \u201cNo specific deadline\u201d.")
        elif on is not None:
            self._check(on)
        return data

    def _check_time(self, answers: dict[str, Any]) -> None:
        km = RACE_KM.get(answers.get("target_race") or "") or answers.get("target_distance")
        seconds = answers.get("target_time")
        if km and seconds and not is_plausible(seconds, km):
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
