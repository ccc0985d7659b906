"""Calls wanted or not, and who the runner is."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from calls import dispatch, limits, planning, verifying
from calls.models import Call
from coach import numbers
from coach.coaching import desk
from coach.coaching.refusals import Refused
from coach.models import CONSENT, CONSENT_VERSION, CallConsent, CallPreferences, User
from runs import scheduling
from runs.models import ScheduledRun

PROFILE = ("name", "time_zone", "units", "birth_year", "phone_number")
How = CallConsent.How
LONGEST_AHEAD = timedelta(days=8)


def set_calls(user: User, *, wanted: bool, now: datetime, how: str = How.PAGE, address: str | None = None) -> None:
    """Agree to be called, or not any more. A runner who asked not to be called is not dialled from this moment.

    `how` they said so and the network `address` they said it from are kept with the words they agreed to.
    """
    with transaction.atomic():
        user = desk.lock(user)
        if wanted and not user.wants_calls:
            user.calls_agreed_at, user.do_not_call_at = now, None
            consent = {"version": CONSENT_VERSION, "text": CONSENT, "given_at": now, "given_by": how}
            user.call_consents.get_or_create(withdrawn_at=None, defaults={**consent, "address": address})
        elif not wanted and (user.wants_calls or user.do_not_call_at is None):
            user.do_not_call_at = now
            user.call_consents.filter(withdrawn_at=None).update(withdrawn_at=now, withdrawn_by=how)
        user.save(update_fields=["calls_agreed_at", "do_not_call_at"])
        planning.refresh(user, now=now)


def choose_calls(user: User, choices: dict[str, Any], *, now: datetime) -> CallPreferences:
    """Which calls, at what hours. The calls that are planned follow at once."""
    with transaction.atomic():
        user = desk.lock(user)
        row, _ = CallPreferences.objects.update_or_create(user=user, defaults={**choices, "changed_at": now})
        planning.refresh(user, now=now)
    return row


def change_profile(
    user: User, changes: dict[str, Any], *, now: datetime, how: str = How.PAGE, address: str | None = None
) -> User:
    """Name, units, zone, number, calls. In another zone a run at 7:00 stays at 7:00; another number is unverified."""
    with transaction.atomic():
        user = desk.lock(user)
        wanted = changes.get("wants_calls", user.wants_calls)
        zone, number = str(user.time_zone), user.phone_number
        fields = [name for name in PROFILE if name in changes]
        for name in fields:
            setattr(user, name, changes[name])
        if user.phone_number != number:
            user.phone_verified_at = None
        user.save(update_fields=[*fields, "phone_verified_at"])
        user.refresh_from_db()
        if str(user.time_zone) != zone:
            scheduling.rezone(user, now=now)
            planning.refresh(user, now=now)
        set_calls(user, wanted=wanted, now=now, how=how, address=address)
    changed: User = User.objects.get(pk=user.pk)
    return changed


def schedule_call(
    user: User, moment: datetime, *, talk: str, now: datetime, run: ScheduledRun | None = None, context: Any = None
) -> Call:
    """The runner wants to be called at a moment (UTC), to talk of a kind. Raises Refused for the past, for more than
    eight days ahead, without a verified number, and after too many calls in one day."""
    with transaction.atomic():
        user = desk.lock(user)
        desk.must_be_cleared(user)
        if moment < now - timedelta(minutes=1):
            raise Refused("That time has passed.", field="scheduled_time")
        if moment > now + LONGEST_AHEAD:
            raise Refused("That is more than eight days ahead.", field="scheduled_time")
        if not dispatch.number_of(user):
            raise Refused("I have no verified phone number of yours yet. Please add one in the settings.")
        with _not_too_often():
            return planning.call_at(user, max(moment, now), talk=talk, run=run, context=context, now=now)


def send_code(user: User, number: str, *, now: datetime, address: str | None = None) -> User:
    """A code to an E.164 number, which is the runner's from now on, unverified until the code comes back. Raises
    Refused, with words, when none can be sent; `address` is where on the network it was asked for."""
    if words := numbers.objection(number):
        raise Refused(words, field="phone_number")
    try:
        verifying.must_be_open(number)
        with transaction.atomic():
            limits.take_code(desk.lock(user), number, now=now, address=address)
        user = change_profile(user, {"phone_number": number}, now=now)
        verifying.send_code(number)
    except (limits.TooOften, verifying.NotVerified) as fault:
        raise Refused(str(fault), field="code") from fault
    return user


def verify_number(user: User, code: str, *, now: datetime) -> None:
    """The code that came: the number is the runner's. Raises Refused, with words, when it is not the one sent."""
    number = str(user.phone_number)
    try:
        is_right = verifying.is_right(number, code)
    except verifying.NotVerified as fault:
        raise Refused(str(fault), field="code") from fault
    if not is_right:
        raise Refused("That is not the code I sent. Please look again.", field="code")
    with transaction.atomic():
        # Everybody who names the number, in one order: two who show it at the same instant take turns.
        naming = User.objects.filter(phone_number=number)
        known = {one.pk: one for one in naming.select_for_update().order_by("pk")}
        if user.pk not in known:
            raise Refused("The number has changed meanwhile. Please ask for a new code.", field="code")
        # A number is one runner's: who shows it now has it.
        naming.exclude(pk=user.pk).update(phone_verified_at=None)
        user = known[user.pk]
        user.phone_verified_at = now
        user.save(update_fields=["phone_verified_at"])
        planning.refresh(user, now=now)


def replan(user: User, *, now: datetime) -> None:
    """The hourly look: the calls that should exist now."""
    with transaction.atomic():
        planning.refresh(desk.lock(user), now=now)


def call_me(user: User, *, now: datetime, run: ScheduledRun | None = None) -> Call:
    """The runner wants to be called at once. Raises Refused without a verified number, after too many calls in one day,
    and while nobody is dialled."""
    with transaction.atomic():
        user = desk.lock(user)
        desk.must_be_cleared(user)
        if not dispatch.number_of(user):
            raise Refused("I have no verified phone number of yours yet. Please add one in the settings.")
        if dispatch.stands_still(now):
            raise Refused("I cannot call anybody just now. Please try again later, or talk with me here.")
        with _not_too_often():
            return planning.call_me(user, run=run, now=now)


def call_off(call: Call) -> None:
    """The runner no longer wants a call they asked for. Raises Refused when it is under way or over, and for a call of
    the coach's own, which the settings switch off."""
    if call.kind != Call.Kind.CALL_ME:
        raise Refused("Which calls I make you choose in the settings.")
    if not planning.call_off(call):
        raise Refused("That call is under way already, or over.")


@contextmanager
def _not_too_often() -> Iterator[None]:
    try:
        yield
    except limits.TooOften as enough:
        raise Refused(str(enough)) from enough
