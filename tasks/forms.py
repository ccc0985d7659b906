"""A task of the runner's own."""

from datetime import date, timedelta
from typing import Any

from django import forms

from tasks.models import CoachTask

FARTHEST = timedelta(days=2 * 365)
WORDS = {"required": "Say what it is, in a few words."}


class OwnTaskForm(forms.Form):
    title = forms.CharField(
        label="What is to do?",
        max_length=120,
        error_messages=WORDS,
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-speakable": ""}),
    )
    description = forms.CharField(
        label="Why, or how (optional)", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    due_date = forms.DateField(
        label="By when (optional)", required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    category = forms.ChoiceField(label="What is it about?", choices=CoachTask.Category.choices, initial="gear")
    priority = forms.ChoiceField(label="How much does it matter?", choices=CoachTask.Priority.choices, initial="medium")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["due_date"].widget.attrs |= {"min": today.isoformat(), "max": (today + FARTHEST).isoformat()}

    def clean_title(self) -> str:
        title = " ".join(self.cleaned_data["title"].split())
        if not any(letter.isalnum() for letter in title):
            raise forms.ValidationError(WORDS["required"])
        return title

    def clean_due_date(self) -> date | None:
        due: date | None = self.cleaned_data["due_date"]
        if due and due < self.today:
            raise forms.ValidationError("That day is behind us. Choose today or a later one.")
        if due and due > self.today + FARTHEST:
            raise forms.ValidationError("That is far away. Choose a day within two years.")
        return due
