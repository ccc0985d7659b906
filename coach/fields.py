"""Fields of our forms."""

from functools import cache
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError

from runs.training import fields


class DurationField(forms.CharField):
    """ "1:55:00" or "25:30" to seconds."""

    def clean(self, value: Any) -> int | None:
        text = super().clean(value)
        if not text:
            return None
        found = fields.seconds(text)
        if found is None:
            raise ValidationError("Write the time as 25:30 or 1:55:00.")
        return found


@cache
def zones() -> list[tuple[str, str]]:
    """IANA names as a person reads them, without the technical ones."""
    names = sorted(name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "SystemV/")))
    return [("", "Choose\u2026"), ("UTC", "UTC"), *((name, name.replace("_", " ")) for name in names)]
