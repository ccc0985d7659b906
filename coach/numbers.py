"""Which telephone numbers the coach may call: ordinary lines, in the countries the operator chose."""

import phonenumbers
from django.conf import settings
from django.core.exceptions import ValidationError
from phonenumbers import PhoneNumberType

# Premium, shared-cost, personal and satellite numbers are what somebody earns on who has our calls made to them;
# pagers and mailboxes have nobody to talk to.
ORDINARY = frozenset(
    {PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE, PhoneNumberType.VOIP}
)
# Satellites and global networks belong to no country.
NO_COUNTRY = "001"
ANY_COUNTRY = "*"

NO_NUMBER = "That is not a telephone number."
NOT_ORDINARY = (
    "I can only call ordinary numbers, a mobile or a line at home: not premium, satellite or service numbers."
)
NOT_THERE = "I cannot call numbers in that country."


def objection(number: object) -> str:
    """Why a number in international form must not be called, in words for the runner; empty when it may be."""
    try:
        parsed = phonenumbers.parse(str(number), None)
    except phonenumbers.NumberParseException:
        return NO_NUMBER
    if not phonenumbers.is_valid_number(parsed):
        return NO_NUMBER
    country = phonenumbers.region_code_for_number(parsed)
    if country == NO_COUNTRY or phonenumbers.number_type(parsed) not in ORDINARY:
        return NOT_ORDINARY
    may_call = ANY_COUNTRY in settings.CALL_COUNTRIES or country in settings.CALL_COUNTRIES
    return "" if may_call else NOT_THERE


def validate_callable(number: object) -> None:
    """For fields of forms and of the API. What is no number at all is another validator's to say."""
    if (words := objection(number)) and words != NO_NUMBER:
        raise ValidationError(words, code="not_callable")
