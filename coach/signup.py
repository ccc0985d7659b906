"""Signing up: allauth's form with a shorter word on passwords, and two taps made one."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import SignupForm as AllauthSignupForm
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.shortcuts import redirect

LONGEST_EMAIL = 254


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    def clean_email(self, email: str) -> str:
        """As long as the column; allauth's own field allows more."""
        if len(email) > LONGEST_EMAIL:
            raise ValidationError("That address is too long.")
        return str(super().clean_email(email))


class SignupForm(AllauthSignupForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = "At least eight characters, and not one that everybody uses."
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)

    def try_save(self, request: HttpRequest) -> Any:
        """Sent twice at the same instant, the second finds the account made and leads to signing in."""
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError:
            return None, redirect("account_login")
