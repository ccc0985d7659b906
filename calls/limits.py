"""How often a day we do what costs money and may annoy a stranger. Every limit is exact."""

import logging
from datetime import UTC, datetime, timedelta

from django.conf import settings

from calls.models import Allowance, Call, Halt
from calls.models.allowance import Claim
from coach import numbers
from coach.models import User

logger = logging.getLogger(__name__)

# A code goes astray now and then, and a number is mistyped; nobody has four telephones.
CODES_OF_A_RUNNER = CODES_TO_A_NUMBER = 6
NUMBERS_OF_A_RUNNER = 3
# A household, or a running club behind one address.
CODES_FROM_AN_ADDRESS = 20
ENOUGH_CODES = "I have sent enough codes for today. Please ask again tomorrow."


# Any day long, so that no midnight and no move to another zone begins a new one.
DAY = timedelta(hours=24)
ENOUGH_ASKED = "That is enough calls for one day. Ask me again tomorrow, or talk with me here."
SPENT = "The day's calls are spent"


class TooOften(Exception):
    """The message is for the runner."""


def take_code(user: User, number: str, *, now: datetime, address: str | None = None) -> None:
    """Count one code of a runner, whose row is locked, to an E.164 number, asked for from a network address. Raises
    TooOften where any of them has had enough for the day (UTC), in the same words for each: which one, is nobody's
    business."""
    on = now.astimezone(UTC).date()
    to_this_number = Claim("codes of a runner to a number", f"{user.pk} {number}", CODES_OF_A_RUNNER)
    claims = [
        to_this_number,
        Claim("codes of a runner", str(user.pk), CODES_OF_A_RUNNER),
        Claim("codes to a number", number, CODES_TO_A_NUMBER),
        Claim("codes", "everybody", settings.CODES_A_DAY_IN_ALL),
    ]
    if address:
        claims.append(Claim("codes from an address", address, CODES_FROM_AN_ADDRESS))
    if not Allowance.objects.is_used(to_this_number, on=on):
        claims.append(Claim("numbers of a runner", str(user.pk), NUMBERS_OF_A_RUNNER))
    used_up = Allowance.objects.take(claims, on=on)
    if used_up is None:
        return
    if used_up.what == "codes":
        logger.critical("no more codes today: %s were sent, see CODES_A_DAY_IN_ALL", used_up.most)
    raise TooOften(ENOUGH_CODES)


def may_ask(user: User, *, now: datetime) -> None:
    """Raises TooOften where a runner, whose row is locked, has asked for as many calls as one may in 24 hours."""
    asked = user.calls.filter(kind=Call.Kind.CALL_ME, created_at__gt=now - DAY).exclude(
        subject__startswith=Call.INBOUND
    )
    if asked.count() >= settings.CALLS_ASKED_A_DAY:
        raise TooOften(ENOUGH_ASKED)


def refusal(call: Call, *, to: str, now: datetime) -> str:
    """Why a call must not be dialled to a number (E.164; empty when there is none), in words for the call page; empty
    when nothing speaks against it. Looked at just before dialling: the operator may have chosen other countries since
    the number was shown, and a number may have been shown on many accounts.
    """
    if not to:
        return ""
    # The telephones in the browser have numbers of their own make.
    if not settings.TWILIO_SANDBOX and numbers.objection(to):
        return "your number is not one I can call"
    made = Call.objects.filter(attempts__gt=0, due_at__gt=now - DAY).exclude(pk=call.pk)
    if made.filter(to_number=to).count() >= settings.CALLS_A_DAY + settings.CALLS_ASKED_A_DAY:
        return "that telephone has been called often enough for one day"
    asked = made.filter(user=call.user_id, kind=Call.Kind.CALL_ME)
    if call.kind == Call.Kind.CALL_ME and asked.count() >= settings.CALLS_ASKED_A_DAY:
        return "you have asked for enough calls for one day"
    return ""


def watch_spending(*, now: datetime) -> None:
    """Stop all dialling when CALLS_A_DAY_IN_ALL calls were made in 24 hours, or since an operator last said go on; and
    say so where operators look: the log, and `manage.py calls status`. Nothing is dialled until one lifts it."""
    stops = Halt.objects.filter(reason__startswith=SPENT)
    if stops.now(now).exists():
        return
    last = stops.filter(lifted_at__gt=now - DAY).order_by("-lifted_at").first()
    since = last.lifted_at if last and last.lifted_at else now - DAY
    made = Call.objects.exclude(to_number="").filter(attempts__gt=0, due_at__gt=since, due_at__lte=now).count()
    if made >= settings.CALLS_A_DAY_IN_ALL:
        Halt.objects.create(reason=f"{SPENT}: {made} calls", began_at=now)
        logger.critical("dialling is stopped: %s calls since %s, see CALLS_A_DAY_IN_ALL", made, f"{since:%d %B %H:%M}")


def forget(*, now: datetime) -> None:
    """What was used on the days before yesterday says nothing any more."""
    Allowance.objects.forget(before=now.astimezone(UTC).date() - timedelta(days=1))
