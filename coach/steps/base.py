"""What every step shares."""

from datetime import date
from typing import Any

from django import forms

from coach.models import User
from runs.training.pace import KM_PER_MILE


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


def in_km(value: float | None, units: str) -> float | None:
    """A distance of the runner's, in `units`."""
    if value is None:
        return None
    return value * (KM_PER_MILE if units == User.Units.MI else 1.0)
