"""TwiML from the customer, or from its fallback, or the words everybody knows."""

import logging
from dataclasses import dataclass

import requests
from django.conf import settings

from calls.sandbox import customer, twiml
from calls.sandbox.models import CarrierCall

logger = logging.getLogger(__name__)

MOST_BYTES = 64 * 1024
TYPES = ("text/xml", "application/xml")
APPLICATION_ERROR = "An application error has occurred. Goodbye."
LAST_WORDS = f"<Response><Say>{APPLICATION_ERROR}</Say><Hangup/></Response>"
# Twilio's debugger codes.
UNRETRIEVED, UNCONNECTED, TOO_LARGE, BAD_XML, WRONG_TYPE = 11200, 11205, 11750, 12100, 12300


class Unusable(Exception):
    """What came is no TwiML; `code` is the one in Twilio's debugger."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


@dataclass(frozen=True)
class Document:
    """TwiML, and the address that a relative one in it refers to."""

    xml: str
    base: str

    def verbs(self) -> list[twiml.Verb]:
        """Raises twiml.BadTwiml."""
        return twiml.parse(self.xml, is_trial=settings.TWILIO_TRIAL)


def fetch(call: CarrierCall, url: str, fields: dict[str, str], *, method: str) -> Document:
    """From `url`; where that fails from the call's fallback, which is told what failed; it never fails itself."""
    form = {**customer.fields_of(call), **fields}
    try:
        return _fetch(url, form, method)
    except Unusable as fault:
        logger.warning("carrier: %s failed: %s", url.partition("?")[0], fault.code)
        told = {"ErrorCode": str(fault.code), "ErrorUrl": url}
    if call.fallback_url:
        try:
            return _fetch(call.fallback_url, {**form, **told}, call.fallback_method)
        except Unusable as fault:
            logger.warning("carrier: the fallback failed too: %s", fault.code)
    return Document(LAST_WORDS, base=url)


def _fetch(url: str, form: dict[str, str], method: str) -> Document:
    try:
        response = customer.send(url, form, method=method)
    except requests.RequestException as fault:
        raise Unusable(UNCONNECTED) from fault
    if not 200 <= response.status_code < 300:
        raise Unusable(UNRETRIEVED)
    if response.headers.get("Content-Type", "").partition(";")[0].strip() not in TYPES:
        raise Unusable(WRONG_TYPE)
    if len(response.content) > MOST_BYTES:
        raise Unusable(TOO_LARGE)
    try:
        document = Document(response.content.decode(), base=url)
        document.verbs()
    except (UnicodeDecodeError, twiml.BadTwiml) as fault:
        raise Unusable(BAD_XML) from fault
    return document
