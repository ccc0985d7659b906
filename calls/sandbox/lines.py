"""Whose telephone has which number."""

from calls.sandbox.models import CarrierCall, Telephone
from coach.models import User


def number_of(user: User) -> str:
    """The number of the telephone in the runner's browser, given out at the first call."""
    return Telephone.objects.get_or_create(user=user)[0].number


def ringing_for(user: User) -> CarrierCall | None:
    """The call on the runner's telephone now, ringing or answered."""
    telephone = Telephone.objects.filter(user=user).first()
    if telephone is None:
        return None
    calls = CarrierCall.objects.filter(to_number=telephone.number, status__in=["ringing", "in-progress"])
    return calls.order_by("-created_at").first()
