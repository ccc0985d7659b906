"""The settings, and a change of the goal."""

from datetime import date
from typing import Any, cast

from django import forms
from django.http import QueryDict

from coach import steps
from coach.models import Goal, User
from runs.training import pace
from runs.training.feasibility import Option
from runs.training.pace import KM_PER_MILE


class SettingsForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    calls = forms.BooleanField(
        label="Call me before each run", required=False, help_text="Off means no calls at all, from this moment."
    )

    class Meta:
        model = User
        fields = ("name", "time_zone", "units", "birth_year", "phone_number")
        widgets = {"units": forms.RadioSelect}
        error_messages = {"phone_number": {"invalid": "Write it with its country code, like +44 20 7946 0958."}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True
        self.fields["calls"].initial = self.instance.wants_calls


class ChangeGoalForm(steps.GoalStep, steps.DateStep, steps.WeekStep):
    """The goal's questions on one page, filled in."""

    field_order = (*steps.GoalStep.base_fields, *steps.DateStep.base_fields, *steps.WeekStep.base_fields)

    # Which of the coach's proposals this is. That the runner insists, the desk finds out by itself.
    choice = forms.ChoiceField(
        choices=[choice for choice in Goal.Choice.choices if choice[0] != Goal.Choice.INSISTED],
        required=False,
        widget=forms.HiddenInput,
    )

    def __init__(self, *args: Any, goal: Goal, **kwargs: Any) -> None:
        super().__init__(*args, draft={"units": goal.user.units}, initial=_as_asked(goal), **kwargs)
        self.goal = goal

    def _check(self, on: date) -> None:
        """A date that is not touched may be as near as it is."""
        if on != self.goal.target_date:
            super()._check(on)

    def with_option(self, option: Option) -> QueryDict:
        """What was typed, with a proposal of the coach's in its place."""
        asked, data = option.request, QueryDict(mutable=True)
        for name, values in self.typed:
            data.setlist(name, values)
        data["goal_text"], data["target_race"] = asked.goal_text, asked.race or "other"
        data["target_distance"], data["target_unit"] = str(asked.distance_km or ""), User.Units.KM
        data["target_date"] = asked.goal_date.isoformat() if asked.goal_date else ""
        data["target_time"] = pace.clock(asked.goal_time_s) if asked.goal_time_s else ""
        data["choice"] = option.kind
        return data

    @property
    def typed(self) -> list[tuple[str, list[str]]]:
        """What was sent, field by field, to be sent once more."""
        data = cast(QueryDict, self.data)
        return [(name, data.getlist(name)) for name in self.fields]

    @property
    def changes(self) -> dict[str, Any]:
        changes = {**steps.wishes(self.cleaned_data), "choice": self.cleaned_data["choice"]}
        if not {"target_race", "target_distance", "target_unit"} & set(self.changed_data):
            # What was not touched stays as it is stored, whatever it was rounded to on the page.
            changes["target_distance"] = self.goal.target_distance
        return changes


def _as_asked(goal: Goal) -> dict[str, Any]:
    km = goal.target_distance
    units = goal.user.units
    distance = None if km is None else round(km / KM_PER_MILE, 2) if units == User.Units.MI else km
    return {
        "goal_text": goal.goal_text,
        "target_race": goal.target_race or ("other" if km else ""),
        "target_distance": distance,
        "target_unit": units,
        "target_date": goal.target_date,
        "no_deadline": goal.target_date is None,
        "target_time": pace.clock(goal.target_time) if goal.target_time else "",
        "weekly_frequency": goal.weekly_frequency,
        "available_days": goal.available_days,
        "long_run_day": goal.long_run_day,
        "start_time": goal.start_time,
    }
