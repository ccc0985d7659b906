"""The settings, and a change of the goal."""

from datetime import date, time
from typing import Any, cast

from django import forms
from django.http import QueryDict

from calls.planning.desired import Wishes
from coach import steps
from coach.models import CONSENT, CallPreferences, Goal, User
from runs.training import pace
from runs.training.feasibility import Option
from runs.training.pace import KM_PER_MILE

EVENING_FROM, MORNING_UNTIL = time(15), time(13)


class SettingsForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    class Meta:
        model = User
        fields = ("name", "time_zone", "units", "birth_year", "phone_number")
        widgets = {"units": forms.RadioSelect}
        error_messages = {"phone_number": {"invalid": "Write it with its country code, like +44 20 7946 0958."}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True


class NumberForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    class Meta:
        model = User
        fields = ("phone_number",)
        error_messages = {"phone_number": {"invalid": "Write it with its country code, like +44 20 7946 0958."}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phone_number"].required = True


class CallsForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    """Which calls, and when; `wanted` is the consent to any of them."""

    wanted = forms.BooleanField(label="Call me", required=False, help_text=CONSENT)

    class Meta:
        model = CallPreferences
        fields = (
            "before_runs", "after_runs", "weekly", "after_misses", "milestones", "evening_at", "morning_at",
            "quiet_from", "quiet_until", "early_before_runs",
        )  # fmt: skip
        widgets = {
            "after_runs": forms.RadioSelect,
            "weekly": forms.RadioSelect,
            **{
                name: forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
                for name in ("evening_at", "morning_at", "quiet_from", "quiet_until")
            },
        }
        labels = {
            "before_runs": "Fifteen minutes before each run",
            "after_runs": "After a run",
            "weekly": "To plan the week",
            "after_misses": "When some runs did not happen",
            "milestones": "When I reach a milestone",
            "evening_at": "In the evening, around",
            "morning_at": "In the morning, around",
            "quiet_from": "Quiet from",
            "quiet_until": "Quiet until",
            "early_before_runs": "A call before a run may come in my quiet hours",
        }
        help_texts = {
            "quiet_from": "I call nobody in these hours, but where you ask me to. The same time twice: there are none.",
        }

    field_order = ("wanted", "before_runs", "after_runs", "weekly")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wanted"].initial = self.instance.user.wants_calls
        for name in ("evening_at", "morning_at", "quiet_from", "quiet_until"):
            self.fields[name].error_messages["invalid"] = "Write a time of day, like 21:00."

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        evening, morning = told.get("evening_at"), told.get("morning_at")
        if evening and evening < EVENING_FROM:
            self.add_error("evening_at", "That is no evening yet: from 15:00 on.")
        if morning and morning >= MORNING_UNTIL:
            self.add_error("morning_at", "That is no morning any more: before 13:00.")
        if "quiet_from" in told and "quiet_until" in told:
            wishes = Wishes(quiet_from=told["quiet_from"], quiet_until=told["quiet_until"])
            for name in ("evening_at", "morning_at"):
                if told.get(name) and wishes.is_quiet(told[name]):
                    self.add_error(name, "That lies in your quiet hours.")
        return told


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
