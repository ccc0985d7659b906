"""Signing up: allauth's form with a shorter word on passwords."""

from typing import Any

from allauth.account.forms import SignupForm as AllauthSignupForm


class SignupForm(AllauthSignupForm):  # type: ignore[misc]  # allauth is untyped
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = "At least eight characters, and not one that everybody uses."
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
