"""Whose telephone has which number."""

import re

from django.db.models import QuerySet

from calls.sandbox.models import CarrierCall, Telephone, Verification
from coach.models import User

NUMBER = re.compile(r"\+1555(\d{7})")


def number_of(user: User) -> str:
    """The number of the telephone in the runner's browser, given out at the first call."""
    return Telephone.objects.get_or_create(user=user)[0].number


def message_for(user: User) -> str:
    """The last text message to the runner's own number: in the browser it is their telephone, too."""
    sent = (
        Verification.objects.filter(to_number=str(user.phone_number), status="pending").order_by("-created_at").first()
    )
    return f"Your Second Wind code is {sent.code}." if sent and user.phone_number else ""


def ringing_for(user: User) -> CarrierCall | None:
    """The call on the runner's telephone now, ringing or answered; not one that their voicemail took."""
    telephone = Telephone.objects.filter(user=user).first()
    if telephone is None:
        return None
    calls = CarrierCall.objects.of(telephone.number).filter(status__in=["ringing", "in-progress"])
    calls = calls.filter(by_machine=False)
    return calls.order_by("-created_at").first()


def owners(number: str) -> QuerySet[User]:
    """Whose browser's telephone has this number."""
    owned = NUMBER.fullmatch(number)
    return User.objects.filter(telephone__pk=int(owned[1])) if owned else User.objects.none()
